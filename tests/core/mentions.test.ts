import fc from "fast-check";
import type { Nodes } from "mdast";
import { describe, expect, it, test } from "vitest";
import { createMentionSurvey, defaultConfig, overlaps, type Config, type HeldBack } from "../../src/core/index";
import { parse } from "../../src/core/markdown/parse";
import { note, vault } from "./small-vault";

type Vault = Readonly<Record<string, string>>;

/** Concepts by their titles, with their aliases behind a bar: "Tide|ebb|flood". */
function concepts(...titles: string[]): Vault {
  return Object.fromEntries(titles.map((entry, index) => {
    const [title = "", ...aliases] = entry.split("|");
    return [`concepts/c${index}.md`, `---\ntitle: ${JSON.stringify(title)}\naliases: ${JSON.stringify(aliases)}\n---\nA word of ours.\n`];
  }));
}

function survey(notes: Vault, mentions: Partial<Config["mentions"]> = {}, every = false): { found: Record<string, string[]>; held: HeldBack[] } {
  const config = { ...defaultConfig, mentions: { ...defaultConfig.mentions, ...mentions } };
  const made = createMentionSurvey(vault(notes, config).graph(), config, { every });
  for (const [path, source] of Object.entries(notes)) made.add(note(path, source));
  const report = made.report();
  const found = report.notes.map(({ path, mentions: list }) => [path, list.map(({ from, to }) => notes[path]?.slice(from, to) ?? "")] as const);
  return { found: Object.fromEntries(found), held: report.held };
}

/** What is found in one text, all mentions of it. */
function inText(text: string, ...titles: string[]): string[] {
  return survey({ ...concepts(...titles), "note.md": text }, { amount: "all" }, true).found["note.md"] ?? [];
}

describe("a mention", () => {
  it.each<[string, string, string[]]>([
    ["Tide mill", "Two tide mills and a TIDE-MILL.", ["tide mills", "TIDE-MILL"]],
    ["Tide mills", "One tide mill.", ["tide mill"]],
    ["Peer-to-peer", "Lending is peer to peer, or peer-to-peer.", ["peer to peer", "peer-to-peer"]],
    ["Ferry", "Ferries cross; a ferry waits; ferry's bell.", ["Ferries", "ferry", "ferry"]],
    ["Marsh", "The marshes and the marshal.", ["marshes"]],
    ["Criterion", "By what criteria?", ["criteria"]],
    ["Federation", "A federated league; to federate; federations.", ["federated", "federations"]],
    ["Tokenized", "By tokenization, or tokenisation, or tokenising.", ["tokenization", "tokenisation", "tokenising"]],
    ["Decentralized rule", "A decentralised rule.", ["decentralised rule"]],
    ["Harbour", "Two harbors, one harbour.", ["harbors", "harbour"]],
    ["Commons", "What is common; the commons.", ["commons"]],
    ["Organizations", "They organized two organizations.", ["organizations"]],
    ["Meeting", "They meet; it met; meetings.", ["meetings"]],
    ["TIC (Tide Council)", "The TIC, two TICs, tics, and a tide council.", ["TIC", "TICs", "tide council"]],
    ["Tide Council (TIC)", "The TIC, two TICs, no tic.", ["TIC", "TICs"]],
    ["IT", "It is what it is, said IT.", ["IT"]],
    ["C++", "In C++, not in C, nor c+.", ["C++"]],
    ["Nets & floats", "Nets and floats; nets & floats.", ["Nets and floats", "nets & floats"]],
    ["Mill", "A\nmill, MILL; mills-to-be; wind-mill; mill.org, #mill @mill mill_pond; «mill».", ["mill", "MILL", "mill"]],
    ["Tide mill", "The tide\nmill. The tide\n\nmill. Tide, mill. Tide — mill.", ["tide\nmill"]],
    ["Straße", "Die STRASSE, die Straße.", ["Straße"]],
    ["İz", "Bir İZ, İz, iz ve İz.", ["İZ", "İz", "İz"]],
    ["潮汐", "这里的潮汐很大。潮 汐", ["潮汐"]],
    ["潮", "这里的潮汐很大。", []],
    ["등대", "등대는 높다. 작은등대", ["등대"]],
    ["작은 등대", "작은 등대가 있다.", ["작은 등대"]],
    ["キロ", "キログラムとキロ。", ["キロ"]],
    ["Маяк", "Старый маяк. Маяки.", ["маяк"]],
    ["منارة", "هذه منارة قديمة", ["منارة"]],
    ["कि", "किताब कि", ["कि"]],
    ["2024", "In 2024.", []],
    ["A", "A mill.", []],
  ])("of %j in %j is %j", (title, text, expected) => {
    expect(inText(text, title)).toEqual(expected);
  });

  it("is of the longest name", () => {
    expect(inText("A data commons is a commons of data, and the data commons charter names it.", "Data commons", "Commons", "Data commons charter")).toEqual(["data commons", "commons", "data commons charter"]);
  });

  it("is of the concept that the name stands in itself, not in another number, and of a title before an alias", () => {
    const notes = { ...concepts("Tides", "Tide|ebb", "Ebb"), "note.md": "The tide, the tides, the ebb." };
    const made = createMentionSurvey(vault(notes).graph(), defaultConfig, { every: true });
    made.add(note("note.md", notes["note.md"]));
    expect(made.report().notes[0]?.mentions.map(({ target, label }) => [target, label])).toEqual([["concepts/c1.md", "Tide"], ["concepts/c0.md", "Tides"], ["concepts/c2.md", "Ebb"]]);
  });

  it.each([
    ["a heading", "# Mill\n\n## A mill\n\nMill\n===\n"],
    ["a link", "[mill](x.md) [[mill]] [[x|mill]] [the mill here](https://mill.org) ![mill](x.png) ![[mill]]"],
    ["a link by reference", "[mill][one], [mill], [a mill][]\n\n[one]: x.md\n[mill]: y.md \"mill\"\n[a mill]: z.md"],
    ["a link beside a stray bracket", "[[mill](x.md)"],
    ["what a bracket opens a link to", "[[mill] [[the mill] [[the mill\n\n[[mill\n\nmill]] [[x mill|mill\n\nmill]"],
    ["brackets", "[mill] [see the mill] [mill sic] [mill [the mill]] \\[mill\\]"],
    ["a link in HTML", "See <a href=\"x\">the mill</a> and <a\nhref='y'>mill</a>."],
    ["code", "`mill` and\n\n```\nmill\n```\n\n    mill\n\n~~~\nmill"],
    ["math", "$mill$ $$mill$$\n\n$$\nmill\n$$"],
    ["a comment", "%% mill %% <!-- mill -->\n\n%%\nmill\n%%"],
    ["front matter", "---\nmill: a mill\n---\n"],
    ["an address", "https://example.org/mill www.mill.org notes/mill.md"],
    ["HTML", "<div class=\"mill\">\nmill\n# x\n- mill\n</div>\n\n<span title=\"mill\">x</span>\n\n<pre>\nmill\n</pre>"],
    ["other people's words", "> The mill."],
    ["the title of a callout", "> [!note] The mill"],
    ["a list of sources", "## References\n\n- A mill, 1901\n\n### Maps\n\nMill."],
    ["the name of a field", "Mill:: yes\n- mill kind:: wind [mill:: yes] (mill:: no)"],
    ["a tag", "#mill #a/mill"],
  ])("stands not in %s", (_, text) => {
    expect(inText(text, "Mill")).toEqual([]);
  });

  it.each([
    ["emphasis", "**mill** _mill_ ==mill==", 3],
    ["a list, a task and a table", "- mill\n  - [ ] mill\n\n| a | mill |\n| - | - |\n| mill | x |", 4],
    ["a callout", "> [!note] Wind\n> The mill.", 1],
    ["what follows a list of sources", "## Sources\n\nmill\n\n## More\n\nmill", 1],
    ["CRLF, behind a byte order mark", "\uFEFF---\r\na: 1\r\n---\r\nA mill\r\nand a mill", 2],
    ["text beside brackets", "[1] mill [see] mill[2], [s]ome mill\n\n- [ ] mill\n- [x] mill\n- [x mill", 6],
    ["text with footnotes", "mill[^1] ^[a mill here] and mill ^[see it]\n\n[^1]: mill", 4],
    ["the value of a field", "[kind:: mill] (kind:: mill)", 2],
  ])("stands in %s", (_, text, count) => {
    expect(inText(text, "Mill")).toEqual(Array.from({ length: count }, () => "mill"));
  });
});

describe("a survey", () => {
  it("reports the first mention of each concept in a note, and none where the note relates to it or is its own", () => {
    const notes = {
      "concepts/mill.md": "---\ntitle: Mill\n---\nA mill by the quay.\n\n## Related\n\n- Quay: where it stands\n",
      "concepts/quay.md": "---\ntitle: Quay\n---\nA mill, a quay, a mill.\n",
      "walk.md": "The [[mill]] and the mill, a quay and a quay.\n",
      "tagged.md": "---\ntags: [mill]\n---\nThe mill.\n",
    };
    expect(survey(notes).found).toEqual({ "concepts/quay.md": ["mill"], "walk.md": ["quay"], "tagged.md": ["mill"] });
    expect(survey(notes, {}, true).found).toEqual({ "concepts/mill.md": ["quay", "Quay"], "concepts/quay.md": ["mill", "mill"], "walk.md": ["mill", "quay", "quay"], "tagged.md": ["mill"] });
  });

  it("leaves out what the config excludes, in any number, and what the concept's note declines", () => {
    const notes = { ...concepts("Mill", "Quay|pier"), "concepts/own.md": "---\ntitle: Lamp\ndistinguo-mentions: false\n---\n", "walk.md": "Two mills, a quay, a pier, a lamp." };
    const { found, held } = survey(notes, { exclude: ["mill", "Piers"] });
    expect(found).toEqual({ "walk.md": ["quay"] });
    expect(held.map(({ label, reason }) => [label, reason])).toEqual([["Mill", "excluded"], ["pier", "excluded"], ["Lamp", "declined"]]);
  });

  /** A vault of so many notes, of which some say a name and some link it. */
  function said(name: string, { notes, unlinked, linked }: { notes: number; unlinked: number; linked: number }): Vault {
    const walk = (index: number) => (index < linked ? `The [[c0]].` : index < linked + unlinked ? `The ${name} again.` : "Rain.");
    return { ...concepts(name), ...Object.fromEntries(Array.from({ length: notes }, (_, index) => [`walk/${index}.md`, walk(index)])) };
  }

  it.each([
    ["a word said far more often than linked is common", "Place", { notes: 100, unlinked: 16, linked: 5 }, "some", true],
    ["one that is linked often enough is not", "Place", { notes: 100, unlinked: 15, linked: 5 }, "some", false],
    ["in a small vault no word is", "Place", { notes: 12, unlinked: 10, linked: 0 }, "some", false],
    ["a name of two words is not", "Tide mill", { notes: 100, unlinked: 30, linked: 0 }, "some", false],
    ["an acronym is not", "TIC", { notes: 100, unlinked: 30, linked: 0 }, "some", false],
    ["what a third of the notes say is", "Tide mill", { notes: 98, unlinked: 34, linked: 60 }, "some", true],
    ["with few, what is linked less often than not is", "Place", { notes: 100, unlinked: 15, linked: 14 }, "few", true],
    ["with all, nothing is", "Place", { notes: 40, unlinked: 40, linked: 0 }, "all", false],
  ] as const)("%s", (_, name, counts, amount, isCommon) => {
    const { found, held } = survey(said(name, counts), { amount });
    expect(held).toEqual(isCommon ? [{ target: "concepts/c0.md", label: name, reason: "common", notes: counts.unlinked, linked: counts.linked }] : []);
    expect(Object.keys(found)).toHaveLength(isCommon ? 0 : counts.unlinked);
  });

  it("judges each label of a concept by itself", () => {
    const notes = { ...concepts("Localism|local"), ...Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`walk/${index}.md`, index < 20 ? "A local." : index < 22 ? "Of localism." : "Rain."])) };
    const { found, held } = survey(notes);
    expect(held.map(({ label }) => label)).toEqual(["local"]);
    expect(found).toEqual({ "walk/20.md": ["localism"], "walk/21.md": ["localism"] });
  });
});

/** What a mention may be, folded as a reader would: no case, hyphens as spaces, spelling and the ending of the last word left aside. */
function gist(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, " ").replace(/(?:ies|y|es|s)$/, "");
}

/** What the parser takes for anything but text outside links and headings. */
function notProse(source: string): { from: number; to: number }[] {
  const kinds = new Set(["heading", "code", "inlineCode", "html", "link", "linkReference", "image", "imageReference", "blockquote", "definition", "wikiLink"]);
  const found: { from: number; to: number }[] = [];
  const visit = (node: Nodes): void => {
    // An item that is indented too far is code to the parser, and an item to those who write it, and to us.
    if (node.type === "code" && /^[ \t]*- /m.test(node.value) && source[node.position?.start.offset ?? 0] !== "`") return;
    if (kinds.has(node.type)) found.push({ from: node.position?.start.offset ?? 0, to: node.position?.end.offset ?? 0 });
    else if ("children" in node) node.children.forEach(visit);
  };
  visit(parse(source));
  return found;
}

test("mentions never overlap, are of their label, and are never in what is no prose", () => {
  const titles = ["Tide mill", "Mill", "Tide", "Mill & quay", "DAO", "潮汐", "İz"];
  const hidden = fc.constantFrom("`mill`", "[tide](mill.md)", "[[mill]]", "![[tide mill]]", "<b title='mill'>", "<https://mill.org/tide>", "\n# mill\n", "\n\n```\nmill\n```\n\n", "\n\n> mill\n\n", "\n\n    mill", "*", "_", "`", "[", "](", ")", "]", "]]", "<", "\\");
  const shown = fc.constantFrom("mill", "mills", "tide", "Tide-mill", "MILL", "mill & quay", "DAO", "dao", "DAOs", "潮汐", "İZ", "ß", "x", ".", "\n", "\n\n", "\r\n", "- x ", "😀", "\u0301", "é", " ");
  const indexed = vault(concepts(...titles)).graph();
  let seen = 0;
  fc.assert(
    fc.property(fc.array(fc.oneof({ arbitrary: shown, weight: 4 }, { arbitrary: fc.constant(" "), weight: 3 }, hidden), { maxLength: 40 }), (parts) => {
      const source = parts.join("");
      const made = createMentionSurvey(indexed, { ...defaultConfig, mentions: { amount: "all", exclude: [] } }, { every: true });
      made.add(note("note.md", source));
      const outside = notProse(source);
      let end = 0;
      for (const { from, to, label } of made.report().notes[0]?.mentions ?? []) {
        seen += 1;
        expect(from).toBeGreaterThanOrEqual(end);
        end = to;
        expect(gist(source.slice(from, to))).toBe(gist(label));
        expect(outside.filter((range) => overlaps(range, { from, to })), JSON.stringify(source)).toEqual([]);
      }
    }),
    { numRuns: 500 },
  );
  expect(seen).toBeGreaterThan(100);
});
