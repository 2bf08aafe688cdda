import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Config } from "../../src/core/index";
import { stated, vault } from "./small-vault";

/** The concepts of a vault, by path. */
function conceptsOf(notes: Record<string, string>, config: Partial<Pick<Config, "concepts">> = {}): string[] {
  return vault(notes, config).graph().concepts.map(({ path }) => path);
}

const tide = "concepts/tide.md";

describe("R1: the set of concepts", () => {
  const notes = { "concepts/tide.md": "", "log/moon.md": "---\ntype: concept\n---\n", "log/sea.md": "#concept", "log/mill.md": "", "concepts/index.md": "", "concepts/README.md": "", "templates/note.md": "---\ntype: concept\n---\n", "archive/concepts/old.md": "" };

  it("is by folder, type or tag, without index pages, templates and what is put by", () => {
    expect(conceptsOf(notes)).toEqual(["concepts/tide.md", "log/moon.md", "log/sea.md"]);
  });
});

describe("R2: labels", () => {
  const index = vault({
    "concepts/tide-mills.md": "---\ntitle: Tide Mills\naliases: ['#mills', Sea-mill]\n---\n",
    "concepts/gps.md": "---\ntitle: Global Positioning System (GPS)\n---\n",
    "concepts/it.md": "---\ntitle: Information Technology\naliases: [IT]\n---\n",
    "concepts/criterion.md": "---\ntitle: Criterion\n---\n",
    "concepts/children.md": "---\ntitle: Working Children\n---\n",
    "concepts/organisation.md": "---\ntitle: Organisation\n---\n",
    "concepts/cookie.md": "---\ntitle: Cookies\n---\n",
    "concepts/distribution.md": "---\ntitle: Distribution\n---\n",
  });

  it.each([
    ["a title", "Tide Mills", "tide-mills"],
    ["a basename", "tide-mills", "tide-mills"],
    ["an alias without its hash", "mills", "tide-mills"],
    ["the text in brackets behind a title", "GPS", "gps"],
    ["a title without its brackets", "Global positioning systems", "gps"],
    ["number, either way", "tide mill", "tide-mills"],
    ["number by a table", "Criteria", "criterion"],
    ["number by a table, of the last word", "working child", "children"],
    ["number in -ie", "cookie", "cookie"],
    ["case and separators", "SEA_MILLS", "tide-mills"],
    ["spelling in -ise and -ize", "Organizations", "organisation"],
    ["an acronym by its letters", "IT", "it"],
  ])("are compared by %s", (_, label, name) => {
    expect(index.resolveLabel(label)).toBe(`concepts/${name}.md`);
  });

  it.each(["hero heroes", "potato potatoes", "cache caches", "church churches", "axe axes", "tie ties", "sky skies", "virus viruses", "house houses", "box boxes", "shoe shoes", "process processes", "use uses"])("are one in both numbers: %s", (pair) => {
    const [one = "", many = ""] = pair.split(" ");
    expect(vault({ [`concepts/${one}.md`]: "" }).resolveLabel(many)).toBe(`concepts/${one}.md`);
    expect(vault({ [`concepts/tide ${many}.md`]: "" }).resolveLabel(`Tide ${one}`)).toBe(`concepts/tide ${many}.md`);
  });

  it.each([["new", "News"], ["mean", "means"]])("of “%s” are not found by “%s”", (one, other) => {
    expect(vault({ [`concepts/${one}.md`]: "" }).resolveLabel(other)).toBeNull();
  });

  it("of another word are not, however near: aliases are for that", () => {
    for (const label of ["distributed", "distributing", "organized", "milling", "#"]) expect(index.resolveLabel(label)).toBeNull();
  });

  it("in capitals are not found by a word in small letters", () => {
    const acronym = vault({ "concepts/tide-office.md": "---\naliases: [AID]\n---\n" });
    expect(["AID", "AIDs", "aid", "Aid"].map((label) => acronym.resolveLabel(label))).toEqual(["concepts/tide-office.md", "concepts/tide-office.md", null, null]);
  });
});

describe("R3: properties of any shape", () => {
  it.each([
    ["ALIASES: Ebb", ["Ebb"], []],
    ["Aliases: [Ebb, '#flood']\ntags: sea", ["Ebb", "flood"], ["sea"]],
    ["alias: Ebb, Flood\nTags:\n  - '#sea'\n  - moon", ["Ebb", "Flood"], ["sea", "moon"]],
    ["aliases:\ntags: null\npublish: \"true\"", [], []],
    ["aliases: [1, true]\npublish: true", ["1", "true"], []],
    ["aliases: {a: b}\ntags: {a: b}", [], []],
    ["aliases: [unclosed\ntags: x", [], []],
  ])("%j", (properties, altLabels, tags) => {
    expect(vault({ [tide]: `---\n${properties}\n---\nText.` }).concept(tide)).toMatchObject({ altLabels, tags, definition: "Text." });
  });

  it("none at all", () => {
    expect(vault({ [tide]: "Text." }).concept(tide)).toMatchObject({ prefLabel: "tide", definition: "Text." });
  });
});

describe("R4: sections by what their headings say", () => {
  it("whatever the level and the marks, to the next heading of that level", () => {
    const body = '# "See **also**":\n\n- Moon: one\n\n### Far\n\n- Sea: two\n\n# Sources\n\n- A book\n\n#### Uses of “Tide”\n\n##### Tide in Mills\n';
    const index = vault({ [tide]: `Text.\n\n${body}`, "Sea.md": "" });
    expect(stated(index, tide).map(({ label }) => label)).toEqual(["Moon", "Sea"]);
    expect(index.concept(tide)).toMatchObject({ references: 1, uses: [{ domain: "Mills" }] });
  });
});

describe("R5: the grammar of items", () => {
  it("takes bold, links, labels, separators, markers, boxes and levels", () => {
    const list = "- **[Moon](moon.md)**: one\n* **Sea:** two\n+ [[Ebb]] – three\n1. Flood — four\n   - [ ] Neap - five,\n     as ever\n- **Spray** and *Foam*, **Salt**: six\n- Wind -> seven";
    expect(stated(vault({ [tide]: `Text.\n\n## Related\n\n${list}`, "neap.md": "" }), tide).map(({ label, sentence }) => `${label}: ${sentence}`)).toEqual([
      "Moon: one", "Sea: two", "Ebb: three", "Flood: four", "Neap: five, as ever", "Spray: six", "Foam: six", "Salt: six", "Wind: seven",
    ]);
  });
});

describe("R7: where a relation is from", () => {
  it("is its section, line, form and sentence, and how its target was found", () => {
    const source = "Text.\n\n## Related\n\n- **[Moon](concepts/moon.md)**: one\n- Moons: two\n- Nowhere: three\n";
    const index = vault({ [tide]: source, "concepts/moon.md": "---\ntitle: Moon\n---\n" });
    expect(stated(index, tide)).toMatchObject([
      { section: "Related", line: 5, written: "link", found: "path", sentence: "one" },
      { section: "Related", line: 6, written: "label", found: "inflected", sentence: "two" },
      { section: "Related", line: 7, written: "label", found: null, target: null, sentence: "three" },
    ]);
  });
});

describe("R8: several targets, and links within a sentence", () => {
  it("are edges of their own, those within the sentence weaker", () => {
    const index = vault({ [tide]: "Text.\n\n## Related\n\n- [[Moon]] and [[Sea]]: pull at [[Ships]]\n", "Moon.md": "", "Sea.md": "", "Ships.md": "" });
    expect(stated(index, tide, "related").map(({ target, sentence }) => [target, sentence])).toEqual([["Moon.md", "pull at Ships"], ["Sea.md", "pull at Ships"]]);
    expect(stated(index, tide, "mention").map(({ target }) => target)).toEqual(["Ships.md"]);
  });
});

describe("R9: tags that name concepts", () => {
  it("are edges, of concept notes and of others", () => {
    const index = vault({ [tide]: "---\naliases: ['#ebb-and-flood']\n---\n", "concepts/moon.md": "---\ntags: [tide, nothing]\n---\n", "log/monday.md": "Low at four. #ebb-and-flood" });
    expect(stated(index, "concepts/moon.md", "tag")).toMatchObject([{ target: tide, label: "tide", written: "property" }]);
    expect(stated(index, "log/monday.md", "tag")).toMatchObject([{ target: tide, label: "ebb-and-flood", written: "label" }]);
  });
});

describe("R10: domains of use", () => {
  const uses = (body: string) => vault({ [tide]: `---\ntitle: Tide\naliases: [Ebb]\n---\nText.\n\n${body}` }).concept(tide)?.uses.map(({ domain }) => domain);

  it.each([
    ["### Tide in [Salt Making](salt.md)", "Salt Making"],
    ["### Ebb as a Clock in Harbours", "Clock in Harbours"],
    ["### As the Engine of Mills", "Engine of Mills"],
    ["### Tides and Trade", "Trade"],
    ["### Tides for Bathers", "Bathers"],
    ["### Patience as a Tide", "Patience"],
    ["### Lore and Legends", "Lore and Legends"],
  ])("under their heading: %s", (heading, domain) => {
    expect(uses(`## Uses of "Tide"\n\n${heading}\n\nText.\n\n#### Deeper\n`)).toEqual([domain]);
  });

  it("elsewhere, where a heading begins with the concept", () => {
    expect(uses("## Tides in Salt Making\n\n## The Moon in Verse\n\n## The ebb as a clock\n\n## Tides in Practice\n")).toEqual(["Salt Making", "clock"]);
    expect(vault({ [tide]: "## In Mills\n\n## Ships in Fog" }).concept(tide)?.uses).toEqual([]);
  });
});

describe("R12: places", () => {
  it("count UTF-16 units, and need no final newline", () => {
    const source = "🌊 Text.\r\n\r\n## Related\r\n\r\n- 🌙 **Moon**";
    const [moon] = stated(vault({ [tide]: source }), tide);
    expect(source.slice(moon?.from, moon?.to)).toBe("**Moon**");
  });
});

describe("R13: the definition", () => {
  it.each([
    ["*The sea's breath, in and out again.* And more.", "The sea's breath, in and out again."],
    ["The sea's breath.\n\nMore of it.", "The sea's breath."],
    ["This is a definition of the tide as sailors use it.\n\nThe tide is the sea's breath.", "The tide is the sea's breath."],
    ["This note explains the tide.", "This note explains the tide."],
    ["## Uses of Tide\n\nMills.", "said elsewhere"],
  ])("%j", (body, definition) => {
    expect(vault({ [tide]: `---\ndescription: said elsewhere\n---\n${body}` }).concept(tide)?.definition).toBe(definition);
  });
});

describe("what is held elsewhere", () => {
  it.each([
    ["R6: targets of links", "links.test.ts"],
    ["R6: which note a link opens", "vault-index.test.ts"],
    ["R11: no rewriting unseen, in the vault's own style", "../cli/fix.test.ts"],
  ])("%s", (_, file) => {
    expect(existsSync(join(import.meta.dirname, file))).toBe(true);
  });
});
