import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { applyEdits, defaultConfig, ignoreEdit, lint, moved, noteSource, passageOf, sentenceAround, type Around, type AroundNode, type TieGroup } from "../../src/core/index";
import { boxOf, layOut, type Plan, type Standing } from "../../src/obsidian/concepts/picture/layout";
import type { Frame } from "../../src/obsidian/concepts/picture/stage";
import { locate, locateNear, spotOf } from "../../src/obsidian/reading/locate";
import { conflation } from "./vault";

describe("the layout of the map", () => {
  const groups: readonly TieGroup[] = ["contrast", "both", "out", "in", "mention"];
  const one = fc.record({ group: fc.constantFrom(...groups), kin: fc.constantFrom(null, "broader", "narrower"), label: fc.string({ minLength: 1, maxLength: 60 }), degree: fc.nat(40), further: fc.nat({ max: 9 }) });
  type One = typeof one extends fc.Arbitrary<infer Value> ? Value : never;

  /** A middle with these round it, and behind the open ones as many as they say. */
  const round = (some: readonly One[], opened: ReadonlySet<number>, name = "m.md"): Around => {
    const node = (key: string, about: Partial<AroundNode>): AroundNode => ({ key, path: key, label: key, altLabels: [], isConcept: true, ring: 1, parent: name, group: "out", kin: null, degree: 1, beyond: 0, isOpen: false, ...about });
    const near = some.map(({ group, kin, label, degree }, index) => node(`n${index}.md`, { group, kin, label, degree, isOpen: opened.has(index) }));
    const far = some.flatMap(({ further, group }, index) => (opened.has(index) ? Array.from({ length: further }, (_, at) => node(`n${index}-${at}.md`, { ring: 2, parent: `n${index}.md`, group })) : []));
    return { nodes: [node(name, { ring: 0, parent: null, isOpen: true }), ...near, ...far], neighbors: {}, left: 0, facets: { kinds: [], tags: [], folders: [], domains: [] } };
  };
  const many = fc.array(one, { maxLength: 60 });
  const frame = fc.record({ width: fc.integer({ min: 180, max: 1600 }), coarse: fc.boolean() });
  const unfolded = fc.subarray([...groups]).map((some) => new Set(some));
  const opened = fc.uniqueArray(fc.nat(59), { maxLength: 5 }).map((some) => new Set(some));
  const planned = (around: Around, at: Frame, all: ReadonlySet<TieGroup>, standing?: Standing, pins = {}): Plan => {
    const plan = layOut(around, at, pins, all, standing);
    if (!plan) throw new Error("there is a middle");
    return plan;
  };
  const places = ({ placed }: Plan) => new Map(placed.map(({ node, x, y, side, width }) => [node.key, { x, y, side, width }]));

  it("never puts two labels in one place, nor one out of sight, at any width", () => {
    fc.assert(
      fc.property(many, frame, unfolded, opened, (some, at, all, open) => {
        const plan = planned(round(some, open), at, all);
        const height = at.coarse ? 34 : 22;
        const middle = { name: "middle", ...boxOf({ x: 0, y: 0, side: 0, width: plan.middleWidth }, 28) };
        const boxes = [middle, ...plan.placed.map((spot) => ({ name: spot.node.key, ...boxOf(spot, height) })), ...plan.rests.map((spot) => ({ name: `more ${spot.zone}`, ...boxOf(spot, height) }))];
        for (const [index, { name, left, right, top, bottom }] of boxes.entries()) {
          expect(right - left, name).toBeGreaterThan(40);
          expect(left >= plan.bounds.left && right <= plan.bounds.right && top >= plan.bounds.top && bottom <= plan.bounds.bottom, `${name} is in reach`).toBe(true);
          for (const other of boxes.slice(index + 1)) expect(right <= other.left || other.right <= left || bottom <= other.top || other.bottom <= top, `${name} beside ${other.name}`).toBe(true);
        }
        const { left, right, top, bottom } = plan.home;
        for (const box of boxes) expect(box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom, `${box.name} is seen`).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("accounts for every node next to the middle: shown, or counted", () => {
    fc.assert(
      fc.property(many, frame, (some, at) => {
        const { placed, rests } = planned(round(some, new Set()), at, new Set());
        expect(placed.length + rests.reduce((sum, { count }) => sum + count, 0)).toBe(some.length);
        expect(rests.every(({ count }) => count > 1)).toBe(true);
      }),
    );
  });

  it("is the same for the same notes, in whatever order they come", () => {
    fc.assert(
      fc.property(many, frame, (some, at) => {
        const { nodes: [middle, ...rest], ...around } = round(some, new Set());
        const turned = { ...around, nodes: [middle, ...rest.reverse()].filter((node) => node !== undefined) };
        expect(places(planned(turned, at, new Set()))).toEqual(places(planned(round(some, new Set()), at, new Set())));
      }),
    );
  });

  it("moves nothing that stands when nodes are opened, closed, hidden and shown, and parts unfolded", () => {
    const state = fc.tuple(opened, unfolded, fc.uniqueArray(fc.nat(59), { maxLength: 20 }));
    fc.assert(
      fc.property(many, frame, fc.array(state, { minLength: 1, maxLength: 5 }), (some, at, states) => {
        let standing: Standing | undefined;
        const seen = new Map<string, string>();
        const unopened = new Map<string, number>();
        for (const [open, all, hidden] of states) {
          const around = round(some, open);
          const gone = new Set(hidden.map((index) => `n${index}.md`));
          const plan = planned({ ...around, nodes: around.nodes.filter(({ key, parent }) => !gone.has(key) && !gone.has(parent ?? "")) }, at, all, standing);
          const before = standing;
          standing = plan.standing;
          for (const [key, { x, y }] of places(plan)) {
            // What stands below a branch, or a part that has grown, gives way downwards; above the middle, upwards.
            if (!plan.standing.slots.has(key)) continue;
            const slot = `${plan.standing.slots.get(key) ?? ""} ${x}`;
            if (before?.slots.has(key)) expect(slot, key).toBe(seen.get(key));
            seen.set(key, slot);
            if (open.size === 0 && before?.slots.has(key) && JSON.stringify(before.extent) === JSON.stringify(plan.standing.extent)) expect(y, key).toBe(unopened.get(key) ?? y);
            if (open.size === 0) unopened.set(key, y);
          }
          if (JSON.stringify(before?.extent) !== JSON.stringify(plan.standing.extent)) unopened.clear();
        }
      }),
    );
  });

  it("leaves all others where they are when one is pinned, and that one where it was put", () => {
    fc.assert(
      fc.property(many.filter((some) => some.length > 0), frame, fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }), (some, at, x, y) => {
        const before = planned(round(some, new Set()), at, new Set());
        const [first] = before.placed;
        const key = first?.node.key ?? "";
        const after = planned(round(some, new Set()), at, new Set(), undefined, { [key]: { x, y } });
        for (const [other, spot] of places(before)) if (other !== key) expect(places(after).get(other)).toEqual(spot);
        expect(after.placed.find(({ node }) => node.key === key)).toMatchObject({ x, y, pinned: true });
      }),
    );
  });

  it("has a broader concept above a narrower one, where there is room", () => {
    const node = (kin: "broader" | "narrower"): One => ({ group: "out", kin, label: kin, degree: 1, further: 0 });
    const plan = planned(round([node("narrower"), node("broader"), node("narrower"), node("broader")], new Set()), { width: 800, coarse: false }, new Set());
    const heights = (kin: string) => plan.placed.filter((spot) => spot.node.kin === kin).map(({ y }) => y);
    expect(Math.max(...heights("broader"))).toBeLessThanOrEqual(Math.min(...heights("narrower")));
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
