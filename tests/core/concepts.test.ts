import { describe, expect, it } from "vitest";
import type { Concept } from "../../src/core/index";
import { stated, vault } from "./small-vault";

/** The concept that a note about tides makes. */
function concept(body: string, properties = "title: Tide"): Concept | undefined {
  return vault({ "concepts/tide.md": `---\n${properties}\n---\n${body}` }).concept("concepts/tide.md");
}

/** What a list of related concepts states: label, target and sentence. */
function related(list: string, heading = "## Related Concepts"): (string | null)[][] {
  const index = vault({
    "concepts/tide.md": `---\ntitle: Tide\n---\n\nThe sea's breath.\n\n${heading}\n\n${list}`,
    "concepts/moon.md": "---\ntitle: Moon\n---\nOurs.",
    "concepts/spring-tides.md": "---\ntitle: Spring Tides\naliases: ['#springs', neap]\n---\nHigh.",
    "concepts/gps.md": "---\ntitle: Global Positioning System (GPS)\n---\nKnows where.",
    "places/Bay of Fundy.md": "Sixteen metres.",
  });
  return stated(index, "concepts/tide.md").map(({ label, target, sentence }) => [label, target, sentence]);
}

const moon = "concepts/moon.md";
const springs = "concepts/spring-tides.md";

describe("items of a list of related concepts", () => {
  it.each([
    ["- **[Moon](concepts/moon.md)**: pulls", [["Moon", moon, "pulls"]]],
    ["- [Moon](concepts/moon.md) - pulls the water", [["Moon", moon, "pulls the water"]]],
    ["- [Moon](concepts/moon.md): pulls", [["Moon", moon, "pulls"]]],
    ["- **Moon**: pulls", [["Moon", moon, "pulls"]]],
    ["- **Moon:** pulls", [["Moon", moon, "pulls"]]],
    ["- Moon: pulls", [["Moon", moon, "pulls"]]],
    ["- Moon - pulls", [["Moon", moon, "pulls"]]],
    ["- Moon – pulls\n- Spring tide — are high", [["Moon", moon, "pulls"], ["Spring tide", springs, "are high"]]],
    ["- [[moon]]", [["moon", moon, ""]]],
    ["- [[concepts/moon|The Moon]] — pulls", [["The Moon", moon, "pulls"]]],
    ["- [[moon]] (cause): pulls", [["moon", moon, "cause: pulls"]]],
    ["- [[moon]] pulls the water", [["moon", moon, "pulls the water"]]],
    ["- **Moon** and **Spring tides**: one makes the other", [["Moon", moon, "one makes the other"], ["Spring tides", springs, "one makes the other"]]],
    ["- [[moon]], [[spring-tides]] & [[Bay of Fundy]]: all one", [["moon", moon, "all one"], ["spring-tides", springs, "all one"], ["Bay of Fundy", "places/Bay of Fundy.md", "all one"]]],
    ["- cause:: [[moon]], [[spring-tides]]", [["moon", moon, "cause"], ["spring-tides", springs, "cause"]]],
    ["- See [[moon]] for what moves it.", [["moon", moon, "See moon for what moves it."]]],
    ["- [[moon]]s: several planets have them", [["moons", moon, "several planets have them"]]],
    ["- [ ] [[moon]]: to be written", [["moon", moon, "to be written"]]],
    ["- 🌙 [[moon]]: pulls", [["moon", moon, "pulls"]]],
    ["* Moon: pulls\n+ neap: low", [["Moon", moon, "pulls"], ["neap", springs, "low"]]],
    ["1. [[moon]]: first\n2. Springs: second", [["moon", moon, "first"], ["Springs", springs, "second"]]],
    ["- [[moon]]: pulls\n  - [[spring-tides]]: by pulling", [["moon", moon, "pulls"], ["spring-tides", springs, "by pulling"]]],
    ["- **Causes**\n  - Moon: pulls", [["Moon", moon, "pulls"]]],
    ["- [[moon]]: pulls\n  the water\n\n  and us", [["moon", moon, "pulls the water and us"]]],
    ["- ![[moon]]", [["moon", moon, ""]]],
    ["- GPS: times it", [["GPS", "concepts/gps.md", "times it"]]],
    ["- gps: times it", [["gps", "concepts/gps.md", "times it"]]],
    ["- **Surge**: wind, not moon", [["Surge", null, "wind, not moon"]]],
    ["- `Moon`: pulls **twice** and [links](https://example.org) *stay* text", [["Moon", moon, "pulls twice and links stay text"]]],
    ["- [Chart](https://example.org/chart): not ours", []],
    ["- constructor: odd\n- __proto__: odder\n- toString", [["constructor", null, "odd"], ["proto", null, "odder"], ["toString", null, ""]]],
    ["See [[moon]] and [[spring-tides]].", [["moon", moon, ""], ["spring-tides", springs, ""]]],
    ["[[moon]] — pulls\n[[spring-tides]] — are high", [["moon", moon, "pulls"], ["spring-tides", springs, "are high"]]],
    ["They are ruled by the [[moon]]. The highest are [[spring-tides|springs]].", [["moon", moon, "They are ruled by the moon."], ["springs", springs, "The highest are springs."]]],
    ["No list, and no link.", []],
    ["| Concept | How |\n| --- | --- |\n| [[moon]] | pulls |\n| [[spring-tides\\|Springs]] | are **high** | twice |\n| Surge | wind |", [["moon", moon, "pulls"], ["Springs", springs, "are high twice"], ["Surge", null, "wind"]]],
    ["- [Moon](concepts/full moon.md): a broken link, a good label", [["Moon", moon, "a broken link, a good label"]]],
  ])("%s", (list, expected) => {
    expect(related(list)).toEqual(expected);
    expect(related(list.replace(/\n/g, "\r\n"))).toEqual(expected);
  });

  it.each(["# Related", "#### Related Pages", "## See also", "See also\n---", "Related Concepts\n===", "## **Related concepts:**", "## 3. Related notes", "## Concepts Related to Tides", "## 🔗 Related Concepts ##"])("stand below %j", (heading) => {
    expect(related("- Moon: pulls", heading)).toEqual([["Moon", moon, "pulls"]]);
  });

  it.each(["## Relations with neighbours", "## Unrelated", "Related\n-----\n\n## Costs"])("do not stand below %j", (heading) => {
    expect(related("- Moon: pulls", heading)).toEqual([]);
  });

  it("end with the section, and go on below its subheadings", () => {
    expect(related("- Moon: pulls\n\n### High\n\n- Springs: are high\n\n## References\n\n- Neap: a book")).toEqual([
      ["Moon", moon, "pulls"],
      ["Springs", springs, "are high"],
    ]);
  });

  it("say where they stand", () => {
    const source = "# Tide\n\n## Related\n\n- **[Moon](moon.md)**: a\n- **Ebb**: b\n- Flood: c\n";
    const index = vault({ "concepts/tide.md": source, "concepts/moon.md": "" });
    expect(stated(index, "concepts/tide.md").map(({ from, to, written }) => [source.slice(from, to), written])).toEqual([
      ["[Moon](moon.md)", "link"],
      ["**Ebb**", "label"],
      ["Flood", "label"],
    ]);
  });

  it.each([
    ['related: "[[moon]]"', "moon"],
    ["relatesTo:\n  - Moon\n  - '[Springs](concepts/spring-tides.md)'", "Moon,Springs"],
    ["related_concepts: [concepts/moon.md, '#springs']", "moon,springs"],
    ["see-also: [[moon]]", "moon"],
  ])("stand in the property %s", (property, labels) => {
    const source = `---\n${property}\n---\nThe sea's breath.`;
    const index = vault({ "concepts/tide.md": source, "concepts/moon.md": "", "concepts/spring-tides.md": "---\naliases: springs\n---\n" });
    const found = stated(index, "concepts/tide.md");
    expect(found.map(({ label }) => label).join()).toBe(labels);
    for (const { target, written, from, to } of found) {
      expect(target).not.toBeNull();
      expect(written).toBe("property");
      expect(source.slice(from, to).toLowerCase()).toMatch(/moon|springs/);
    }
  });
});

describe("a definition", () => {
  it.each([
    ["_The sea's [breath](air.md), twice a day, by_ nature's_clock_.", "The sea's breath, twice a day, by"],
    ["*The sea's breath, twice a day, every day.*\n\nMore.", "The sea's breath, twice a day, every day."],
    ["*Tides* are the sea's breath.", "Tides are the sea's breath."],
    ["**Tides** are the sea's\nbreath.", "Tides are the sea's breath."],
    ["# Tide\n\nThe sea's breath.", "The sea's breath."],
    ["![[wave.png]]\n\n> Someone said so.\n\nThe sea's breath.", "The sea's breath."],
    ["The sea's breath.\n---\n\n## Uses", "The sea's breath."],
    ["The sea's breath:\n- in\n- out", "The sea's breath:"],
    ["## Uses of Tides\n\nMills.", "said elsewhere"],
    ["", "said elsewhere"],
    ["## Definition\n\nThe sea's breath.", "The sea's breath."],
  ])("%j", (body, expected) => {
    expect(concept(body, "title: Tide\ndescription: said elsewhere")?.definition).toBe(expected);
  });

  it("is empty where the note has none", () => {
    expect(concept("## Related\n\n- Moon")?.definition).toBe("");
  });
});

describe("labels", () => {
  it.each([
    ["title: Tide\naliases: ['#tide', '#ebb-and-flood', Ebb and flood, '#tides']", "Tide", ["ebb-and-flood", "tides"]],
    ["title: Global Positioning System (GPS)\naliases: gps-signal, '#sat-nav'", "Global Positioning System (GPS)", ["GPS", "gps-signal", "sat-nav"]],
    ["Aliases: one, two", "tide", ["one", "two"]],
    ["title: 1984", "1984", []],
    ["title: ''\naliases:", "tide", []],
    ["title: [unclosed", "tide", []],
  ])("%s", (properties, prefLabel, altLabels) => {
    expect(concept("x", properties)).toMatchObject({ prefLabel, altLabels });
  });

  it.each([
    ["# High *Tide*\n\nThe sea's breath.", "", "High Tide"],
    ["# High Tide\n", "title: Low Tide", "Low Tide"],
    ["The sea's breath.\n\n# Afterwards\n", "", "tide"],
    ["## Second level\n", "", "tide"],
    ["# See also\n\n- Moon\n", "", "tide"],
  ])("take the heading that a note begins with, where no property has the title: %j", (body, properties, prefLabel) => {
    expect(concept(body, properties)).toMatchObject({ prefLabel });
  });

  it("are found with case, separators and plural folded, acronyms by their letters", () => {
    const index = vault({
      "concepts/peer-to-peer.md": "---\ntitle: Peer-to-peer\naliases: ['#p2p', P2P networks]\n---\n",
      "concepts/it.md": "---\ntitle: Information Technology (IT)\n---\n",
      "concepts/policies.md": "---\ntitle: Policies\n---\n",
      "concepts/Дерево.md": "",
      "notes/Commons.md": "",
      "archive/Old thing.md": "",
    });
    const found = ["Peer to Peer", "PEER_TO_PEER", "p2p", "P2P network", "IT", "policy", "Policies", "ДЕРЕВО", "commons", "notes/commons", "Information technology"].map((label) => index.resolveLabel(label));
    expect(found).toEqual([...Array<string>(4).fill("concepts/peer-to-peer.md"), "concepts/it.md", "concepts/policies.md", "concepts/policies.md", "concepts/Дерево.md", "notes/Commons.md", "notes/Commons.md", "concepts/it.md"]);
    for (const label of ["", "Old thing", "constructor", "__proto__", "peers"]) expect(index.resolveLabel(label)).toBeNull();
  });

  it("name a concept before a plain note, the word before its plural", () => {
    const index = vault({ "a/Network.md": "", "concepts/networks.md": "---\ntitle: Networks\n---\n", "concepts/network.md": "---\ntitle: Network\n---\n" });
    expect(index.resolveLabel("network")).toBe("concepts/network.md");
    expect(index.resolveLabel("Networks")).toBe("concepts/networks.md");
    index.remove("concepts/network.md");
    expect(index.resolveLabel("network")).toBe("concepts/networks.md");
    index.remove("concepts/networks.md");
    expect(index.resolveLabel("networks")).toBe("a/Network.md");
  });
});

describe("uses, references and tags", () => {
  it("are read from their sections", () => {
    const body = `The sea's breath.

## Uses of "Tide"

### Tides in [Power](power.md) Stations

### Tide as a Metaphor

#### Deeper

### Mills

## References and Resources

**Books:**
- [One](https://example.org)
- Two
  - Two, volume two
  - Two, volume three

Talk #sea/shore and #2024, not a#b.
`;
    expect(concept(body, "title: Tide\ntags: water, '#moon'")).toMatchObject({
      uses: [
        { domain: "Power Stations", heading: "Tides in Power Stations" },
        { domain: "Metaphor", heading: "Tide as a Metaphor" },
        { domain: "Mills", heading: "Mills" },
      ],
      references: 3,
      tags: ["water", "moon", "sea/shore"],
    });
  });
});

describe("a contrast", () => {
  it.each([
    ["## Tide vs. [Wave](wave.md)", "Wave", "concepts/wave.md"],
    ["## [[wave|Waves]] versus tides", "Waves", "concepts/wave.md"],
    ['### "Tide" vs wave', "wave", "concepts/wave.md"],
    ["Tide vs. Surge\n---", "Surge", null],
  ])("%s", (heading, label, target) => {
    const index = vault({ "concepts/tide.md": `A.\n\n${heading}\n\nOne has a clock. The other has wind.\n`, "concepts/wave.md": "" });
    expect(stated(index, "concepts/tide.md", "contrast")).toMatchObject([{ label, target, sentence: "One has a clock." }]);
  });

  it("has its sentence from prose, not from a table or a list", () => {
    const index = vault({ "concepts/tide.md": "A.\n\n## Tide vs. Wave\n\n| | Tide |\n|---|---|\n\n- a clock\n\nOne has a clock. So it has.\n\n## Tide vs. Surge\n\n- wind\n" });
    expect(stated(index, "concepts/tide.md", "contrast").map(({ sentence }) => sentence)).toEqual(["One has a clock.", ""]);
  });

  it("of two others is a mention", () => {
    const index = vault({ "concepts/tide.md": "A.\n\n## Ripples vs. [Waves](wave.md)\n\nText.", "concepts/wave.md": "" });
    expect(stated(index, "concepts/tide.md", "contrast")).toEqual([]);
    expect(stated(index, "concepts/tide.md", "mention")).toMatchObject([{ label: "Waves", target: "concepts/wave.md" }]);
  });
});

describe("what counts as a concept note", () => {
  const notes = { "concepts/a.md": "", "deep/concepts/sub/b.md": "", "c.md": "---\ntype: Concept\n---\n", "d.md": "#concept", "e.md": "", "concepts/index.md": "", "templates/concepts/t.md": "---\ntype: concept\n---\n", "myconcepts/f.md": "" };
  const found = (concepts: Parameters<typeof vault>[1]) => vault(notes, concepts).graph().concepts.map(({ path }) => path);

  it("is a folder, a type or a tag, without index pages and templates", () => {
    expect(found({})).toEqual(["c.md", "concepts/a.md", "d.md", "deep/concepts/sub/b.md"]);
  });

  it("is what the config says", () => {
    expect(found({ concepts: { folders: ["deep/concepts"], types: [], tags: [], exclude: [] } })).toEqual(["deep/concepts/sub/b.md"]);
    expect(found({ concepts: { folders: ["/concepts"], types: [], tags: [], exclude: ["a"] } })).toEqual(["concepts/index.md"]);
    expect(found({ exclude: ["deep", "concepts/a.md"] })).toEqual(["c.md", "d.md"]);
  });
});

it("reads notes that are odd", () => {
  const odd = ["", "\uFEFF", "---", "---\n---", "---\na: [\n---\n", "\uFEFF---\r\ntitle: T\r\n---", "\0\0", "\uD800", "# ", "##\n- \n-", "---\n- a\n- b\n---\n", "---\ntitle:\n  a: b\naliases: {a: 1}\ntags: 5\nrelated: {x: [[y]]}\n---\n", "[".repeat(70_000), "## Related\n\n" + "- [[".repeat(9000), "*".repeat(50_000), "## Related\n\n" + "**a_ ".repeat(20_000), "## See also\n\n" + ">".repeat(9000), "## Related\n\n" + "- ".repeat(9000), "# Tide vs. " + "[[".repeat(9000)];
  const index = vault(Object.fromEntries(odd.map((source, number) => [`concepts/${number}.md`, source])));
  expect(index.graph().concepts).toHaveLength(odd.length);
  expect(index.check()).toBeInstanceOf(Array);
});
