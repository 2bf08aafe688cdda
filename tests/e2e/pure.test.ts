import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { applyEdits, defaultConfig, ignoreEdit, lint, moved, noteSource, passageOf, sentenceAround } from "../../src/core/index";
import { layOut, mapNodes, type MapNode, type Zone } from "../../src/obsidian/concepts/layout";
import { locate, locateNear, spotOf } from "../../src/obsidian/reading/locate";
import { conflation } from "./vault";

describe("the layout of the map", () => {
  const node = fc.record<Omit<MapNode, "key">>({
    label: fc.string({ minLength: 1, maxLength: 60 }),
    path: fc.constant("a.md"),
    zone: fc.constantFrom<Zone>("in", "out", "contrast"),
    mutual: fc.boolean(),
    strong: fc.boolean(),
    sentence: fc.constant(""),
    source: fc.constant("b.md"),
  });

  it("never puts two labels in one place, nor one out of sight, at any width", () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 40 }), fc.integer({ min: 200, max: 1400 }), fc.subarray<Zone>(["in", "out", "contrast"]), (some, width, all) => {
        const plan = layOut(some.map((one, index) => ({ ...one, key: String(index) })), width, new Set(all));
        const height = 22;
        const boxes = plan.spots.map(({ left, width: w, y }) => ({ left, right: left + w, top: y - height / 2, bottom: y + height / 2 }));
        const { x, y, maxWidth } = plan.centre;
        boxes.push({ left: x - maxWidth / 2, right: x + maxWidth / 2, top: y - 14, bottom: y + 14 });
        for (const [index, one] of boxes.entries()) {
          expect(one.left >= 0 && one.right <= width + 0.01 && one.top >= 0 && one.bottom <= plan.height).toBe(true);
          expect(one.right - one.left).toBeGreaterThan(40);
          for (const other of boxes.slice(index + 1)) expect(one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("accounts for every node: shown, or counted", () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 40 }), (some) => {
        const { spots } = layOut(some.map((one, index) => ({ ...one, key: String(index) })), 280, new Set());
        expect(spots.reduce((sum, spot) => sum + (spot.node ? 1 : spot.more), 0)).toBe(some.length);
      }),
    );
  });

  it("makes one node of all relations to a note, as strong as the strongest", () => {
    const relation = { kind: "mention", source: "a.md", target: "b.md", label: "B", sentence: "in passing", written: "link", section: "", line: 1, found: "name", from: 0, to: 1 } as const;
    const neighbors = [
      { relation, direction: "out", path: "b.md", label: "B" },
      { relation: { ...relation, kind: "related", source: "b.md", target: "a.md", sentence: "the reason" }, direction: "in", path: "b.md", label: "B" },
      { relation: { ...relation, kind: "tag", label: "t", target: null }, direction: "out", path: null, label: "t" },
    ] as const;
    expect(mapNodes(neighbors)).toEqual([{ key: "b.md", label: "B", path: "b.md", zone: "out", mutual: true, strong: true, sentence: "the reason", source: "b.md" }]);
  });
});

describe("finding the words of a source in what was rendered from it", () => {
  const find = (source: string, words: string, rendered: string, nth = 0): string | null => {
    let from = -1;
    for (let found = 0; found <= nth; found++) from = source.indexOf(words, from + 1);
    const at = { from, to: from + words.length };
    const [range] = locate([spotOf(source, at, at)], rendered, true).values();
    return range === undefined ? null : `${rendered.slice(0, range.from)}>${rendered.slice(range.from, range.to)}<${rendered.slice(range.to)}`;
  };

  it.each([
    ["a **big** word", "big", "a big word", 0, "a >big< word"],
    ["one `term` and a term here", "term", "one  and a term here", 1, "one  and a >term< here"],
    ["see [[term|the word]] and the term", "term", "see the word and the term", 1, "see the word and the >term<"],
    ["see [term](term.md), the term", "term", "see term, the term", 2, "see term, the >term<"],
    ["same same same", "same", "same same same", 1, "same >same< same"],
    ["spread *across* [[Places|many places]] now", "*across* [[Places|many places]]", "spread across many places now", 0, "spread >across many places< now"],
    ["gone %%term%% away", "term", "gone  away", 0, null],
  ])("%s", (source, words, rendered, nth, expected) => {
    expect(find(source, words, rendered, nth)).toBe(expected);
  });

  /** Which of a note's diagnostics, and of what else it holds, are found in a text from who knows where. */
  const found = (source: string, rendered: string, begins?: number): (number | string)[][] => {
    const note = noteSource("a.md", source, (yaml) => parse(yaml) as unknown);
    const spots = lint(note, defaultConfig).map((diagnostic) => spotOf(source, diagnostic, passageOf(source, diagnostic)));
    return [...locate(spots, rendered, false, begins)].map(([{ from }, range]) => [from, rendered.slice(range.from, range.to)]);
  };
  const { sentence, words } = conflation;

  it("finds a diagnostic in whatever shows its sentence", () => {
    const callout = `> [!tip] Say\n> ${sentence.replace("copies", "**copies** [[x|of]]")}\n`;
    expect(found(`# Top\n\n${sentence}\n`, `Embedded: ${sentence} And so on.`)).toEqual([[7 + sentence.indexOf(words), words]]);
    expect(found(callout, `Say${sentence.replace("copies", "copies of")}`)).toEqual([[callout.indexOf(words), words]]);
  });

  it("does not take what looks alike for it", () => {
    for (const text of [
      "decentralized",
      "The archive is decentralized.",
      "The archive is decentralized because its copies burned.",
      "This is decentralized because it has to be.",
      "Our archive is decentralized because nobody owns it, and the copies sit on servers in nine countries.",
    ]) expect(found(`# Top\n\n${sentence}\n`, text)).toEqual([]);
  });

  it("marks each once, in order, however often a sentence is repeated", () => {
    const [one, two, three] = ["- ", "- So: ", "- "].map((lead) => `${lead}${sentence}`);
    const source = `${one}\n${two}\n${three}\n`;
    const from = [...source.matchAll(/decentralized/g)].map(({ index }) => index);
    expect(found(source, `${sentence}\nSo: ${sentence}\n${sentence}`).sort()).toEqual(from.map((at) => [at, words]).sort());
    expect(found(source, `So: ${sentence}`)).toEqual([[from[1], words]]);
    expect(found(source, sentence)).toEqual([[from[0], words]]);
    expect(found(source, sentence, source.lastIndexOf("- "))).toEqual([[from[2], words]]);
  });

  it("finds evidence beside its own words", () => {
    const source = `${sentence} ${sentence}`;
    const range = { from: sentence.indexOf(conflation.evidence), to: sentence.indexOf(conflation.evidence) + conflation.evidence.length };
    const near = sentence.length + 1 + range.from;
    const spot = spotOf(sentence, range, { from: 0, to: sentence.length });
    expect(locateNear(spot, source, true, near - 30)).toEqual({ from: near, to: near + conflation.evidence.length });
  });

  it("keeps the order where words are repeated without end", () => {
    const source = `${sentence} `.repeat(2000);
    const spots = [...source.matchAll(/decentralized/g)].map(({ index }) => spotOf(source, { from: index, to: index + words.length }, { from: index - 15, to: index + 60 }));
    const ranges = locate(spots, source, true);
    expect([...ranges].filter(([{ from }, range]) => range.from !== from)).toEqual([]);
    expect(ranges.size).toBe(2000);
  });
});

describe("ignoring a diagnostic where it stands", () => {
  const note = (text: string) => noteSource("a.md", text, (yaml) => parse(yaml) as unknown);
  const judge = (text: string) => lint(note(text), defaultConfig);
  const ignored = (text: string): string | undefined => {
    const [diagnostic] = judge(text);
    const edit = diagnostic && ignoreEdit(note(text), diagnostic);
    return edit ? applyEdits(text, [edit]) : undefined;
  };
  const { sentence } = conflation;

  it.each([
    ["in a paragraph", `Before.\n\n${sentence} More of it.\n\nAfter.\n`],
    ["at the end of the note", sentence],
    ["behind properties", `---\ntags: [a]\n---\n${sentence}\n`],
    ["in a list", `- one\n- ${sentence}\n- three\n`],
    ["in a task that is nested", `- one\n\t- [ ] ${sentence}\n`],
    ["in a callout", `> [!note] Aside\n> ${sentence}\n`],
    ["in the title of a callout", `> [!note] ${sentence}\n> More.\n`],
    ["in a footnote", `One.[^1]\n\n[^1]: ${sentence}\n`],
    ["under a heading with Windows line ends", `# Head\r\n\r\n${sentence}\r\n\r\nAfter.\r\n`],
    ["in a heading", `# ${sentence}\n\nAfter.\n`],
    ["in a heading right behind properties", `---\ntags: [a]\n---\n# ${sentence}\n`],
    ["in a heading with Windows line ends", `One.\r\n\r\n## ${sentence}\r\n\r\nAfter.\r\n`],
    ["in a heading of a callout", `> [!note] Aside\n> ## ${sentence}\n> After.\n`],
    ["in a heading of a list item", `- ## ${sentence}\n`],
    ["in an underlined heading", `${sentence}\n===\n\nAfter.\n`],
    ["in an underlined heading of a callout", `> [!note] Aside\n>\n> ${sentence}\n> ---\n`],
    ["in a table", `| a | b |\n|---|---|\n| ${sentence} | c |\n`],
    ["in the last cell of a row without outer pipes", `a | b\n---|---\nc | ${sentence}\n`],
    ["at a block with an id", `${sentence} ^claim\n\nAfter.\n`],
    ["in an item with an id", `- ${sentence} ^claim-2\n- other\n`],
    ["before a hard break", `${sentence}\\\nNext line.\n`],
    ["behind a stray mark", `A 5 %% rise. ${sentence}\n`],
  ])("%s", (_where, text) => {
    expect(judge(text).length).toBeGreaterThan(0);
    expect(judge(ignored(text) ?? text)).toEqual([]);
  });

  it.each([
    ["the id of a block stays last", `${sentence} ^claim\n`, `${sentence} %% distinguo-ignore inferred %% ^claim\n`],
    ["a hard break stays one", `${sentence}\\\nNext.\n`, `${sentence} %% distinguo-ignore inferred %%\\\nNext.\n`],
    ["a row keeps its cells", `| a | b |\n|---|---|\n| ${sentence} | c |\n`, `| a | b |\n|---|---|\n| ${sentence} %% distinguo-ignore inferred %% | c |\n`],
    ["a heading keeps its words", `# ${sentence}\n`, `%% distinguo-ignore-next-line inferred %%\n# ${sentence}\n`],
    ["an underlined heading keeps its words", `${sentence}\n===\n`, `%% distinguo-ignore-next-line inferred %%\n\n${sentence}\n===\n`],
  ])("%s", (_what, text, expected) => {
    expect(ignored(text)).toBe(expected);
  });

  it("is not offered for a suppression that suppresses nothing", () => {
    const text = "%% distinguo-ignore-next-line inferred %%\nIt rained.\n";
    expect(judge(text).map(({ rule }) => rule)).toEqual(["unused-suppression"]);
    expect(ignored(text)).toBeUndefined();
  });
});

describe("the sentence around a range", () => {
  const around = (text: string, words: string): string => {
    const from = text.indexOf(words);
    const { from: start, to } = sentenceAround(text, { from, to: from + words.length });
    return text.slice(start, to).trim();
  };

  it.each([
    ["One. Two is here. Three.", "is", "Two is here."],
    ["Wrapped over\nthe line. Next.", "the", "Wrapped over\nthe line."],
    ["First\n\nSecond here\n\nThird", "here", "Second here"],
    ["- one\n- two here\n- three", "here", "- two here"],
    ["Version 2.5 is out. Good.", "is", "Version 2.5 is out."],
    ["He said “so.” Then he left.", "Then", "Then he left."],
  ])("%s", (text, words, expected) => {
    expect(around(text, words)).toBe(expected);
  });

  it("moves a diagnostic with all that it points at", () => {
    const diagnostic = { rule: "r", severity: "hint", message: "", question: "", from: 5, to: 7, evidence: [{ axis: "a", from: 1, to: 2 }], fixes: [{ title: "t", kind: "choice", edits: [{ from: 5, to: 7, insert: "x" }] }] } as const;
    expect(moved({ ...diagnostic, evidence: [...diagnostic.evidence], fixes: [{ ...diagnostic.fixes[0], edits: [...diagnostic.fixes[0].edits] }] }, 3)).toMatchObject({ from: 8, to: 10, evidence: [{ from: 4, to: 5 }], fixes: [{ edits: [{ from: 8, to: 10 }] }] });
  });
});
