import { describe, expect, it } from "vitest";
import type { Concept, Relation } from "../../src/core/index";
import type { ConceptConfig } from "../../src/core/config";
import { vault } from "./small-vault";

const others = {
  "concepts/moon.md": "---\ntitle: Moon\n---\nOurs.",
  "concepts/spring-tides.md": "---\ntitle: Spring Tides\naliases: ['#springs', neap]\n---\nHigh.",
  "concepts/sea.md": "---\ntitle: Sea\n---\nWet.",
  "concepts/water-mills.md": "---\ntitle: Water Mills\n---\nThey grind.",
};

const paths: Readonly<Record<string, string>> = { moon: "concepts/moon.md", springs: "concepts/spring-tides.md", sea: "concepts/sea.md", mills: "concepts/water-mills.md" };

/** What a note about tides states, its places checked against its text. */
function read(source: string, concepts: Partial<ConceptConfig> = {}): { relations: Relation[]; concept: Concept | undefined } {
  const index = vault({ ...others, "concepts/tide.md": source }, { concepts });
  const relations = index.graph().relations.filter((relation) => relation.source === "concepts/tide.md");
  for (const { from, to, line } of relations) {
    expect(from).toBeLessThan(to);
    expect(to).toBeLessThanOrEqual(source.length);
    expect(source.slice(from, to)).not.toMatch(/^\s|\s$/);
    expect(line).toBe(source.slice(0, from).split("\n").length);
  }
  return { relations, concept: index.concept("concepts/tide.md") };
}

/** Each relation as `kind target: sentence`, with the text it stands for. */
function stated(source: string, concepts: Partial<ConceptConfig> = {}): string[] {
  const short = Object.fromEntries(Object.entries(paths).map(([name, path]) => [path, name]));
  return read(source, concepts).relations.map(({ kind, target, label, sentence, from, to }) =>
    `${kind} ${target === null ? `?${label}` : (short[target] ?? target)}${sentence === "" ? "" : `: ${sentence}`} «${source.slice(from, to)}»`);
}

describe("items", () => {
  it.each([
    ["role before the link", "- **Ruled by**: [[moon]], which pulls", ["related moon: Ruled by: which pulls «[[moon]]»"]],
    ["role and several links, each with its reason", "- Ruled by: [[moon]] (it pulls), [[sea]] (it yields)", ["related moon: Ruled by: it pulls «[[moon]]»", "related sea: Ruled by: it yields «[[sea]]»"]],
    ["role without a sign", "- implies [[moon]]", ["related moon: implies «[[moon]]»"]],
    ["a label that no link follows", "- **Moon**: what pulls the [[sea]]", ["related moon: what pulls the sea «**Moon**»", "mention sea: Moon: what pulls the sea «[[sea]]»"]],
    ["links parted by dots", "- [[moon]] · [[sea]] • [[neap]]", ["related moon «[[moon]]»", "related sea «[[sea]]»", "related springs «[[neap]]»"]],
    ["bold that closes before the colon", "- **Moon**: pulls", ["related moon: pulls «**Moon**»"]],
    ["bold that closes after the colon", "- **Moon:** pulls", ["related moon: pulls «**Moon:**»"]],
    ["task boxes", "- [x] [[moon]]: read\n- [ ] Sea: not yet", ["related moon: read «[[moon]]»", "related sea: not yet «Sea»"]],
    ["numbers and levels", "1. [[moon]]: one\n   1. [[sea]]: below\n2) Springs: two", ["related moon: one «[[moon]]»", "related sea: below «[[sea]]»", "related springs: two «Springs»"]],
    ["embeds", "- ![[moon]]\n- ![[moon.png]]", ["related moon «[[moon]]»"]],
    ["a sentence with a further link", "- [[moon]]: pulls the [[sea]]", ["related moon: pulls the sea «[[moon]]»", "mention sea: moon: pulls the sea «[[sea]]»"]],
    ["labels joined by a word", "- Moon and sea: both pull\n- **Springs, Water Mills**: both run\n- Moon and Nobody: one pulls", ["related moon: both pull «Moon»", "related sea: both pull «sea»", "related springs: both run «Springs»", "related mills: both run «Water Mills»", "related ?Moon and Nobody: one pulls «Moon and Nobody»"]],
    ["plain terms", "- Moon\n- Water mill\n- What nobody has written of yet at all", ["related moon «Moon»", "related mills «Water mill»"]],
  ])("%s", (_, list, expected) => {
    const note = `---\ntitle: Tide\n---\nThe sea's breath.\n\n## See also\n\n${list}`;
    expect(stated(note)).toEqual(expected);
  });
});

describe("what opens a list", () => {
  const list = "- [[moon]]: pulls\n";

  it.each(["# See also", "###### Related Concepts", "Related\n=======", "See also\n---", "## Related topics", "## Related terms and ideas", "## Closely related concepts", "## Connections", "## Relationship to other ideas", "## Relations to Other Crafts", "## Relationships", "## Similar ideas", "## See more", "## Cross-references", "## Neighbouring notes", "## 4) *Related* [[sea|concepts]]"])("the heading %j", (heading) => {
    expect(stated(`The sea's breath.\n\n${heading}\n\n${list}`)).toContain("related moon: pulls «[[moon]]»");
  });

  it.each([
    ["a bold line", `**Related:**\n\n${list}`],
    ["a bold line with its colon outside", `__See also__:\n${list}`],
    ["a line with a colon", `See also:\n${list}`],
    ["a callout", "> [!info]- See also\n> - [[moon]]: pulls\n"],
    ["a callout that has its type for a title", "> [!see-also]\n> - [[moon]]: pulls\n"],
    ["a callout of that type with another title", "> [!see-also] Links\n> [[moon]]: pulls\n"],
  ])("%s", (_, text) => {
    expect(stated(`The sea's breath.\n\n${text}\nProse about the [[sea]].`)).toEqual(["related moon: pulls «[[moon]]»", "mention sea: Prose about the sea. «[[sea]]»"]);
  });

  it.each(["## Relations with the harbour master", "## Unrelated", "## Related resources", "## Related work", "## Up", "## Vs", "## Child type", "**Moon**", "Costs:"])("not %j", (heading) => {
    expect(stated(`The sea's breath.\n\n${heading}\n\n${list}`).filter((text) => !text.startsWith("mention"))).toEqual([]);
  });

  it("is no paragraph of many words that a rule underlines", () => {
    const long = `Related concepts ${"of the sea and of all that it carries ".repeat(5)}`;
    expect(stated(`${long}\n---\n\n${list}`)).toEqual(["mention moon: moon: pulls «[[moon]]»"]);
  });

  it("is whatever the config says", () => {
    expect(stated(`The sea's breath.\n\n## Verwandte Begriffe:\n\n${list}`, { headings: ["verwandte begriffe"] })).toEqual(["related moon: pulls «[[moon]]»"]);
  });

  it("tells wider and narrower concepts", () => {
    expect(stated(`The sea's breath.\n\n## Broader terms\n\n- [[sea]]\n\n## Related\n\n- [[moon]]\n\n### Narrower concepts\n\n- Springs: are high\n\n## Opposites\n\n- Water mills\n`)).toEqual([
      "broader sea «[[sea]]»",
      "related moon «[[moon]]»",
      "narrower springs: are high «Springs»",
      "contrast mills «Water mills»",
    ]);
  });
});

describe("remarks, and headings of groups", () => {
  it.each([
    ["below a heading that names the concept", "### Moon\n\nIt pulls. And it shines.\n\n- A clock for harbours\n- Old songs about it\n\n### By hand\n\n- Water mills: grind", ["related moon: It pulls. «Moon»", "related mills: grind «Water mills»"]],
    ["below a heading that links it", "### [[moon]]\n\n- **Rhythm**: it gives one", ["related moon «[[moon]]»"]],
    ["below an item", "- [[moon]]: pulls\n  - As all that is heavy\n  - Sea\n- Surge: wind", ["related moon: pulls «[[moon]]»", "related sea «Sea»", "related ?Surge: wind «Surge»"]],
    ["a group, which may be a concept too", "- Sea\n  - Springs: are high\n  - Surge: wind\n- **Causes**\n  - [[moon]]", ["related sea «Sea»", "related springs: are high «Springs»", "related ?Surge: wind «Surge»", "related moon «[[moon]]»"]],
    ["beside links, they are items", "### Heavenly\n\n- [[moon]]: pulls\n- Comets: are said to", ["related moon: pulls «[[moon]]»", "related ?Comets: are said to «Comets»"]],
  ])("%s", (_, text, expected) => {
    expect(stated(`The sea's breath.\n\n## Related\n\n${text}\n`)).toEqual(expected);
  });
});

describe("sections without a list", () => {
  it.each([
    ["links", "[[moon]] [[sea]]", ["related moon «[[moon]]»", "related sea «[[sea]]»"]],
    ["terms between commas", "Moon, spring tides, sea", ["related moon «Moon»", "related springs «spring tides»", "related sea «sea»"]],
    ["definitions by bold words", "**Moon**: pulls\n\n**Springs** — are high\n\n**Nobody** says so.", ["related moon: pulls «**Moon**»", "related springs: are high «**Springs**»"]],
    ["rows", "| Concept | How |\n| :-- | --- |\n| [Moon](concepts/moon.md) | pulls |\n| **Sea** | yields |", ["related moon: pulls «[Moon](concepts/moon.md)»", "related sea: yields «**Sea**»"]],
    ["quoted lines", "> [[moon]]: pulls\n> [[sea]]: yields", ["related moon: pulls «[[moon]]»", "related sea: yields «[[sea]]»"]],
    ["prose", "The tide obeys the moon, mostly.", []],
  ])("%s", (_, text, expected) => {
    expect(stated(`The sea's breath.\n\n## Related\n\n${text}\n`)).toEqual(expected);
  });
});

describe("properties", () => {
  it.each([
    ["related: Moon", ["related moon «Moon»"]],
    ["related: Moon, '#springs'", ["related moon «Moon»", "related springs «springs»"]],
    ['relates_to: "[[moon]], [[sea|The Sea]]"', ["related moon «[[moon]]»", "related sea «[[sea|The Sea]]»"]],
    ['Related Notes:\n  - "[[moon]]: pulls"\n  - "[Springs](concepts/spring-tides.md)"\n  - Sea', ["related moon: pulls «[[moon]]»", "related springs «[Springs](concepts/spring-tides.md)»", "related sea «Sea»"]],
    ["skos:related: [Moon]", ["related moon «Moon»"]],
    ["seeAlso: concepts/moon.md", ["related moon «concepts/moon.md»"]],
    ['up: "[[sea]]"', ["broader sea «[[sea]]»"]],
    ["broader: Sea\nnarrower: [Springs, Nowhere]", ["broader sea «Sea»", "narrower springs «Springs»", "narrower ?Nowhere «Nowhere»"]],
    ["parents:\n  - Sea\nchildren:\n  - springs", ["broader sea «Sea»", "narrower springs «springs»"]],
    ["isA: Sea\nkind-of: Sea\npart of: Sea\nsubclass_of: Sea\nis-instance-of: Sea", Array<string>(5).fill("broader sea «Sea»")],
    ["hasPart: Springs\ndown: Springs\nsubtopics: Springs\nparentOf: Springs", Array<string>(4).fill("narrower springs «Springs»")],
    ["opposite-of: Springs", ["contrast springs «Springs»"]],
    ['source: "[[sea]]"\nauthor: Moon\nrelative: Moon\nsubject: Moon\nparental: Moon', ["mention sea «[[sea]]»"]],
    ["related:\nbroader: []\nup: 7", ["broader ?7 «7»"]],
  ])("%s", (properties, expected) => {
    expect(stated(`---\n${properties}\n---\nThe sea's breath.`)).toEqual(expected);
  });

  it("say under which key they stand, and how", () => {
    expect(read("---\nPart of: Sea\n---\nThe sea's breath.").relations).toMatchObject([{ kind: "broader", section: "Part of", written: "property", line: 2, found: "title" }]);
  });

  it("are of the kind that the config says, whatever they are else", () => {
    expect(stated("---\nup: Springs\n---\nThe sea's breath.", { properties: { related: [], broader: [], narrower: ["up"] } })).toEqual(["narrower springs «Springs»"]);
  });

  it("are those that the config names, too", () => {
    const properties = { related: ["kin"], broader: ["belongs-to"], narrower: ["Teil"] };
    expect(stated("---\nKin: Moon\nbelongsTo: Sea\nteil: Springs\n---\nThe sea's breath.\n\nkin:: [[water-mills]]", { properties })).toEqual(["related moon «Moon»", "broader sea «Sea»", "narrower springs «Springs»", "related mills «[[water-mills]]»"]);
  });
});

describe("fields in the text", () => {
  it.each([
    ["related:: [[moon]], [[sea]]", ["related moon «[[moon]]»", "related sea «[[sea]]»"]],
    ["- up:: [[sea]]\n- down:: Springs", ["broader sea «[[sea]]»", "narrower springs «Springs»"]],
    ["The tide [related:: [[moon]]] is (broader:: [Sea](concepts/sea.md)) said to be old.", ["related moon «[[moon]]»", "broader sea «[Sea](concepts/sea.md)»"]],
    ["**See also**: [[moon]] · [[sea]]", ["related moon «[[moon]]»", "related sea «[[sea]]»"]],
    ["**Part of:** [[sea]] · **Age:** old · **See also:** [[moon]]", ["broader sea «[[sea]]»", "related moon «[[moon]]»"]],
    ["Part of: [[sea]], as its edge", ["broader sea: as its edge «[[sea]]»"]],
    ["Related: prose that links the [[moon]] later on", ["mention moon: Related: prose that links the moon later on «[[moon]]»"]],
    ["## Related\n\nRelated:: [[moon]]\n\n- broader:: [[sea]]", ["related moon «[[moon]]»", "broader sea «[[sea]]»"]],
    ["`related:: [[moon]]` and status:: done and depth:: 3", []],
    ["```\nrelated:: [[moon]]\n```", []],
  ])("%s", (body, expected) => {
    expect(stated(`The sea's breath.\n\n${body}\n`)).toEqual(expected);
  });
});

const whole = `---
title: Tide
aliases: ["#ebb", Flood]
tags: [water]
broader: Sea
---

_The sea's breath, in and out, twice a day._

## Tide vs. [[moon|Moon]]

One moves. The other moves it.

## Uses of "Tide"

### Tide in [[water-mills|Mills]]

They grind at ebb.

## Related Concepts

- **[Springs](concepts/spring-tides.md)**: are high

## References

- A book`;

describe("line ends, marks and damage", () => {
  it.each([
    ["as written", whole],
    ["CRLF", whole.replace(/\n/g, "\r\n")],
    ["a byte order mark", `\uFEFF${whole}`],
    ["a byte order mark and CRLF", `\uFEFF${whole.replace(/\n/g, "\r\n")}`],
    ["a final newline", `${whole}\n`],
    ["blank lines at the end", `${whole}\n\n\n`],
    ["emoji before it all", whole.replace("_The", "_🌊🌊 The")],
  ])("%s: the same is read", (_, source) => {
    expect(stated(source)).toEqual([
      "broader sea «Sea»",
      "contrast moon: One moves. «[[moon|Moon]]»",
      "mention mills: Tide in Mills «[[water-mills|Mills]]»",
      "related springs: are high «[Springs](concepts/spring-tides.md)»",
    ]);
    const { definition = "", ...concept } = read(source).concept ?? {};
    expect(definition).toMatch(/^(?:🌊🌊 )?The sea's breath, in and out, twice a day\.$/u);
    expect(concept).toMatchObject({ prefLabel: "Tide", altLabels: ["ebb", "Flood"], tags: ["water"], uses: [{ domain: "Mills", heading: "Tide in Mills" }], references: 1 });
  });

  it("front matter that does not parse takes nothing from the text", () => {
    const broken = whole.replace('aliases: ["#ebb", Flood]', 'aliases: ["#ebb');
    expect(stated(broken)).toEqual([
      "contrast moon: One moves. «[[moon|Moon]]»",
      "mention mills: Tide in Mills «[[water-mills|Mills]]»",
      "related springs: are high «[Springs](concepts/spring-tides.md)»",
    ]);
    expect(read(broken).concept).toMatchObject({ prefLabel: "tide", altLabels: [], references: 1 });
  });

  it("an empty note is a concept without a word", () => {
    expect(read("").concept).toEqual({ path: "concepts/tide.md", prefLabel: "tide", altLabels: [], tags: [], definition: "", uses: [], references: 0 });
    expect(read("\uFEFF").relations).toEqual([]);
  });

  it("a list of 20 MB is read as far as its first pages, and the note to its end", () => {
    const line = "- [[moon]]: pulls the water, and nobody knows how often it was said\n";
    const source = `The sea's breath.\n\n## Related\n\n${line.repeat(20_000_000 / line.length)}\n## References\n\n- A book`;
    const { relations, concept } = read(source.slice(0, 200_000));
    expect(relations.length).toBeGreaterThan(500);
    expect(concept?.definition).toBe("The sea's breath.");
    const index = vault({ "concepts/tide.md": source });
    expect(index.concept("concepts/tide.md")).toMatchObject({ definition: "The sea's breath.", references: 1 });
  });
});
