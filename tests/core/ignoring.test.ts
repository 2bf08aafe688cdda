import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { applyEdits, defaultConfig, exceptionFor, explain, ignoreEdit, lint, noteSource, withNoteException, withoutNoteEntry, type Diagnostic, type NoteList } from "../../src/core/index";
import { suppressionsOf } from "../../src/core/suppressions/directive";
import { lintText, marked } from "./note";

const parseYaml = (yaml: string) => parse(yaml) as unknown;
const noteOf = (text: string) => noteSource("note.md", text, parseYaml);
const rulesIn = (text: string) => lintText(text).map(({ rule }) => rule);
const claim = "The library is distributed rather than centralized.";
const phrase = "distributed rather than centralized";
const added = (text: string, one = phrase) => {
  const edits = withNoteException(text, one, parseYaml);
  return edits && applyEdits(text, edits);
};
const takenOut = (text: string, one = phrase, list: NoteList = "distinguo-exceptions") => {
  const edits = withoutNoteEntry(text, list, one, parseYaml);
  return edits && applyEdits(text, edits);
};

describe("a phrase that a note excepts is reported nowhere in it", () => {
  it.each([
    ["a text", `---\ndistinguo-exceptions: ${phrase}\n---\n${claim}\n`],
    ["a list", `---\ndistinguo-exceptions: [Distributed Rather  than centralized]\n---\n- So be it: **distributed** rather than centralized.\n\n${claim}\n`],
    ["a list over several lines", `---\r\ntags: [a]\r\ndistinguo-exceptions:\r\n  - one\r\n  - "${phrase}"\r\n---\r\n> [!note] Aside\r\n> ${claim}\r\n`],
  ])("%s", (_, text) => {
    expect(rulesIn(text).filter((rule) => rule !== "unused-suppression")).toEqual([]);
    expect(rulesIn(text.replace(/distinguo-exceptions/, "exceptions"))).toContain("crossed-opposites");
  });

  it("and the rest is", () => {
    const text = `---\ndistinguo-exceptions: [${phrase}]\n---\n${claim} The mill is distributed, so nobody owns it.\n`;
    expect(marked(text, lintText(text))).toEqual(["distributed"]);
  });

  it("by the name of an exception, where it is explained", () => {
    const [explanation] = explain(noteOf(`---\ndistinguo-exceptions: ${phrase}\n---\n${claim}\n`), defaultConfig);
    expect(explanation?.rules.flatMap(({ because }) => because.map(({ id }) => id))).toContain("exception");
  });
});

describe("a phrase is added to a note's exceptions", () => {
  const entry = `"${phrase}"`;
  it.each([
    ["no front matter", claim, `---\ndistinguo-exceptions:\n  - ${entry}\n---\n${claim}`],
    ["an empty note", "", `---\ndistinguo-exceptions:\n  - ${entry}\n---\n`],
    ["a byte order mark, Windows' line breaks", `\uFEFF${claim}\r\n`, `\uFEFF---\r\ndistinguo-exceptions:\r\n  - ${entry}\r\n---\r\n${claim}\r\n`],
    ["a rule at the head of the note", `---\n${claim}\n`, `---\ndistinguo-exceptions:\n  - ${entry}\n---\n---\n${claim}\n`],
    ["empty front matter", `---\r\n---\r\n${claim}\r\n`, `---\r\ndistinguo-exceptions:\r\n  - ${entry}\r\n---\r\n${claim}\r\n`],
    ["other properties", `---\ntags: [a] # one\n# the end\n---\n${claim}`, `---\ntags: [a] # one\n# the end\ndistinguo-exceptions:\n  - ${entry}\n---\n${claim}`],
    ["a text in many lines", `---\nabstract: |\n  distinguo-exceptions: none\n\n...\n${claim}`, `---\nabstract: |\n  distinguo-exceptions: none\n\ndistinguo-exceptions:\n  - ${entry}\n...\n${claim}`],
    ["nothing yet", `---\ndistinguo-exceptions:\ntags: [a]\n---\n`, `---\ndistinguo-exceptions:\n  - ${entry}\ntags: [a]\n---\n`],
    ["a single text", `---\ndistinguo-exceptions: one, two # why\ntags: [a]\n---\n`, `---\ndistinguo-exceptions:\n  - one, two # why\n  - ${entry}\ntags: [a]\n---\n`],
    ["a quoted text", `---\r\ndistinguo-exceptions: 'it''s: "so" # no'\r\n---\r\n`, `---\r\ndistinguo-exceptions:\r\n  - 'it''s: "so" # no'\r\n  - ${entry}\r\n---\r\n`],
    ["a list", `---\ndistinguo-exceptions:\n- one\ntags: [a]\n---\n`, `---\ndistinguo-exceptions:\n- one\n- ${entry}\ntags: [a]\n---\n`],
    ["a list in brackets", `---\ndistinguo-exceptions: ["o]ne", 't,wo', three, ]\n---\n`, `---\ndistinguo-exceptions: ["o]ne", 't,wo', three, ${entry}, ]\n---\n`],
  ])("%s", (_, before, after) => {
    expect(added(before)).toBe(after);
    expect(added(after)).toBe(after);
  });

  it.each([
    ["front matter that does not parse", "---\nup: [[\n---\n"],
    ["front matter that is a list", "---\n- a\n---\n"],
    ["properties in braces", "---\n{tags: [a]}\n---\n"],
    ["properties that are set in", "---\n  tags: [a]\n---\n"],
    ["a list elsewhere", "---\na: &list [x]\ndistinguo-exceptions: *list\n---\n"],
    ["what is no list", "---\ndistinguo-exceptions: {a: b}\n---\n"],
  ])("but not to %s", (_, before) => {
    expect(added(before)).toBeNull();
  });
});

describe("an entry is taken out of a note's list", () => {
  it.each([
    ["with the property, where it was the last", `---\ntags: [a]\ndistinguo-exceptions: [${phrase}] # why\nup: b\n---\n`, "---\ntags: [a]\nup: b\n---\n"],
    ["with the front matter, where that held no more", `\uFEFF---\r\ndistinguo-exceptions:\r\n  - ${phrase}\r\n---\r\n${claim}`, `\uFEFF${claim}`],
    ["but not where what follows would become front matter", `---\ndistinguo-exceptions: ${phrase}\n---\n---\ntags: [a]\n---\n`, "---\n---\n---\ntags: [a]\n---\n"],
    ["nor where a remark stands in it", `---\n# ours\ndistinguo-exceptions: ${phrase}\n---\n`, "---\n# ours\n---\n"],
    ["the first of some", `---\ndistinguo-exceptions:\n  - ${phrase} # why\n  # another\n  - >-\n    one\n    and two\n---\n`, "---\ndistinguo-exceptions:\n  # another\n  - >-\n    one\n    and two\n---\n"],
    ["the last of some", `---\ndistinguo-exceptions:\n- one\n- "${phrase}"\n---\n`, "---\ndistinguo-exceptions:\n- one\n---\n"],
    ["the first in brackets", `---\ndistinguo-exceptions: [${phrase}, "t,wo"]\n---\n`, "---\ndistinguo-exceptions: [\"t,wo\"]\n---\n"],
    ["the last in brackets", `---\ndistinguo-exceptions: [\n  one,\n  ${phrase},\n]\n---\n`, "---\ndistinguo-exceptions: [\n  one,\n]\n---\n"],
    ["one that is not there", `---\ndistinguo-exceptions: one\n---\n`, "---\ndistinguo-exceptions: one\n---\n"],
    ["nothing where there is none", claim, claim],
  ])("%s", (_, before, after) => {
    expect(takenOut(before)).toBe(after);
  });

  it("a rule too", () => {
    expect(takenOut("---\ndistinguo-ignore: [equated, inferred]\n---\n", "equated", "distinguo-ignore")).toBe("---\ndistinguo-ignore: [inferred]\n---\n");
  });

  it.each([
    ["a remark between entries", `---\ndistinguo-exceptions: [${phrase}, # why\n  two]\n---\n`],
    ["front matter that does not parse", `---\ndistinguo-exceptions: [${phrase}\n---\n`],
  ])("but not beside %s", (_, before) => {
    expect(takenOut(before)).toBeNull();
  });
});

describe("an entry of a property that suppresses nothing is a hint at its own place, and goes alone", () => {
  const fixed = (text: string) => lintText(text).filter(({ rule }) => rule === "unused-suppression").map(({ from, to, message, fixes: [fix] }) => [text.slice(from, to), message, fix && applyEdits(text, fix.edits)]);
  const nothing = "This suppresses nothing: nothing would be reported in this phrase.";
  it.each([
    ["one of two rules", `---\ndistinguo-ignore: [equated, crossed-opposites]\n---\n${claim}`, [["equated", "This suppresses nothing: equated does not speak there.", `---\ndistinguo-ignore: [crossed-opposites]\n---\n${claim}`]]],
    ["the only rule", "---\ntags: [a]\ndistinguo-ignore: equated\n---\nIt rained.", [["equated", "This suppresses nothing: equated does not speak there.", "---\ntags: [a]\n---\nIt rained."]]],
    ["a rule that is none", `---\ndistinguo-ignore:\n  - crossed-opposites\n  - opposites\n---\n${claim}`, [["opposites", "This suppresses nothing: there is no rule “opposites”.", `---\ndistinguo-ignore:\n  - crossed-opposites\n---\n${claim}`]]],
    ["a phrase", `---\ndistinguo-exceptions: [distributed rather, 'mill''s']\n---\n${claim}`, [["'mill''s'", nothing, `---\ndistinguo-exceptions: [distributed rather]\n---\n${claim}`]]],
    ["a phrase that no one says", "---\ndistinguo-exceptions: so it is\n---\nIt rained.", [["so it is", nothing, "It rained."]]],
    ["a phrase that is no word", "---\ndistinguo-exceptions: [\"…\", a]\n---\nIt rained.", [["\"…\"", nothing, "---\ndistinguo-exceptions: [a]\n---\nIt rained."], ["a", nothing, "---\ndistinguo-exceptions: [\"…\"]\n---\nIt rained."]]],
    ["what only a parser can read: no fix", "---\ndistinguo-exceptions:\n  - >-\n    so it\n    is\n---\nIt rained.", [[">-", nothing, undefined]]],
    ["properties in braces: no fix, at the fence", "---\n{distinguo-exceptions: [so it is]}\n---\nIt rained.", [["---", nothing, undefined]]],
    ["a rule of the notes is left to their checks", "---\ndistinguo-ignore: [orphan-concept]\n---\nIt rained.", []],
    ["a note that is turned off", "---\ndistinguo: false\ndistinguo-exceptions: so it is\n---\nIt rained.", []],
  ])("%s", (_, text, expected) => {
    expect(fixed(text)).toEqual(expected);
  });

  it("one of several names in a comment, and the reason stays", () => {
    const text = `${claim} %% distinguo-ignore equated, crossed-opposites, nonsense: the bylaws: so %%`;
    expect(fixed(text)).toEqual([
      ["equated", "This suppresses nothing: equated does not speak there.", `${claim} %% distinguo-ignore crossed-opposites, nonsense: the bylaws: so %%`],
      ["nonsense", "This suppresses nothing: there is no rule “nonsense”.", `${claim} %% distinguo-ignore equated, crossed-opposites: the bylaws: so %%`],
    ]);
  });

  it("not an exception whose rule the config turns off, which would hide nothing", () => {
    const text = `---\ndistinguo-exceptions: ${phrase}\n---\n${claim}`;
    expect(lintText(text)).toEqual([]);
    expect(lintText(text, { rules: { "crossed-opposites": "off" } }).map(({ rule }) => rule)).toEqual(["unused-suppression"]);
    expect(lintText(text, { rules: { "crossed-opposites": "off", "unused-suppression": "off" } })).toEqual([]);
  });
});

it.each([
  ["thousands of entries", `distinguo-exceptions:\n${"  - so it is\n".repeat(3000)}`, 1000],
  ["words without end", `distinguo-exceptions: [${"a ".repeat(200_000)}, b]\n`, 2],
  ["a quotation without end", `distinguo-exceptions: "${"a".repeat(600_000)}"\n`, 1],
  ["brackets without end", `distinguo-exceptions: "a" ${" ".repeat(100_000)}#${"[".repeat(300_000)}\n`, 1],
])("front matter that nobody writes is read to the end: %s", (_, yaml, count) => {
  const hints = lintText(`---\n${yaml}---\nIt rained.\n`);
  expect(hints.map(({ rule }) => rule)).toEqual(Array.from({ length: count }, () => "unused-suppression"));
});

describe("the reason of an ignored place", () => {
  const ignored = (text: string, reason: string) => {
    const [diagnostic] = lintText(text);
    const edit = diagnostic && ignoreEdit(noteOf(text), diagnostic, reason);
    return edit?.insert.trim();
  };
  it.each([
    ["as it is", "the bylaws: say so", ": the bylaws: say so"],
    ["on one line, trimmed", "  the bylaws\r\n\tsay so ", ": the bylaws say so"],
    ["without the end of a comment", "5 %%% --> <!-- a `b` | c", ": 5 % – <!– a 'b' | c"],
    ["none", " \n", ""],
  ])("%s", (_, reason, expected) => {
    expect(ignored(claim, reason)).toBe(`%% distinguo-ignore crossed-opposites${expected} %%`);
  });

  it("in a table keeps its pipes apart from the cells'", () => {
    expect(ignored(`| a | b |\n|---|---|\n| ${claim} | c |\n`, "a | b \\| c")).toBe("%% distinguo-ignore crossed-opposites: a \\| b \\| c %%");
  });
});

/** Sentences that are each reported once, for reasons of their own. */
const claims = [
  claim,
  "The archive is decentralized because its copies sit on servers in nine countries.",
  "A distributed (decentralized) pump hums.",
  "Our mill is distributed, so nobody owns it.",
  "The choir is a *distributed* organization: no boss sits above its singers.",
  "The [[Well|well]] is decentralized: its buckets are stored in three towns.",
  "The ledger is **distributed** and therefore has no single owner.",
];
const places: ((sentence: string) => string[])[] = [
  (sentence) => [sentence],
  (sentence) => [`So they say. ${sentence} And it rained.`],
  (sentence) => ["- one", `- ${sentence}`, "- three"],
  (sentence) => ["1. one", `   - [ ] ${sentence} ^claim`],
  (sentence) => [`## ${sentence}`],
  (sentence) => [`${sentence}`, "==="],
  (sentence) => ["> [!note] Aside", `> ${sentence}`, "> after"],
  (sentence) => ["| a | b |", "|---|:--|", `| ${sentence} | c |`],
  (sentence) => ["a | b", "---|---", `c | ${sentence}`],
  (sentence) => [`[^1]: ${sentence}`],
];
const heads: readonly (readonly string[])[] = [
  [],
  ["---", "---"],
  ["---", "tags: [a, b] # why", "---"],
  ["---", "tags:", "- a", "# the end", "..."],
  ["---", "distinguo-exceptions: # ours", "  - rain rather than shine", "up: b", "---"],
  ["---", "up: b", "distinguo-exceptions: [rain, 'shine']", "---"],
];
const text = fc.tuple(
  fc.constantFrom("", "\uFEFF"),
  fc.constantFrom(...heads),
  fc.shuffledSubarray(claims, { minLength: 1 }).chain((some) => fc.tuple(...some.map((sentence) => fc.constantFrom(...places).map((place) => place(sentence))))),
  fc.constantFrom("\n", "\r\n"),
  fc.boolean(),
).map(([mark, head, blocks, lineBreak, isEnded]) => `${mark}${[...head, ...blocks.flatMap((lines) => [...lines, "", "It rained.", ""])].join(lineBreak)}${isEnded ? lineBreak : ""}`);
const wanted = fc.nat();

/** What is reported, by the sentence that it stands in. */
function reported(text: string, path = "note.md"): string[] {
  return lint(noteSource(path, text, parseYaml), defaultConfig)
    .filter(({ rule }) => rule !== "unused-suppression")
    .map(({ rule, from }) => `${rule}: ${text.slice(text.lastIndexOf("\n", from) + 1, text.indexOf(".", from)).replace("\uFEFF", "")}`);
}

function one(text: string, index: number): { diagnostic: Diagnostic; left: string[] } | undefined {
  const found = lintText(text).filter(({ rule }) => rule !== "unused-suppression");
  const at = found.length === 0 ? 0 : index % found.length;
  const diagnostic = found[at];
  return diagnostic && { diagnostic, left: reported(text).filter((_, place) => place !== at) };
}

/** The text without what its comments say, all taken back at once. */
function takenBack(text: string): string {
  return applyEdits(text, suppressionsOf(noteOf(text)).flatMap(({ written, removal }) => (written === "comment" && removal ? [removal] : [])));
}

describe("a comment goes with the blank, or the line, that came with it", () => {
  const one = "%% distinguo-ignore equated %%";
  const two = "<!-- distinguo-ignore inferred: so -->";
  it.each([
    ["at the end", `It rained. ${one}\r\nAgain.`, "It rained.\r\nAgain."],
    ["before a block id", `It rained. ${one} ^abc`, "It rained. ^abc"],
    ["before a hard break", `It rained. ${one}\\\nAgain. ${one}  \nAgain.`, "It rained.\\\nAgain.  \nAgain."],
    ["in a cell", `| a | b |\n|---|---|\n| It rained. ${one} | c ${one}|`, "| a | b |\n|---|---|\n| It rained. | c|"],
    ["at the start", `${one} It rained.\n> ${one} It rained.\n- ${one} It rained.`, "It rained.\n> It rained.\n- It rained."],
    ["between words", `So ${one} it ${one}rained.`, "So it rained."],
    ["two at the end", `It rained. ${one} ${two}\nAgain.`, "It rained.\nAgain."],
    ["two at the start", `${one} ${two} It rained.`, "It rained."],
    ["two between words", `So ${one} ${two} it rained.`, "So it rained."],
    ["lines of their own", `\uFEFF${one}\n> [!note] So\n> ${two}\n> It rained.\n\n${one}\n\nAgain.\n${two}`, "\uFEFF> [!note] So\n> It rained.\n\nAgain.\n"],
  ])("%s", (_, before, after) => {
    expect(takenBack(before)).toBe(after);
  });

  it("from the hint that it is unused", () => {
    const text = `- It rained. ${one}  \n  Again.`;
    expect(applyEdits(text, lintText(text)[0]?.fixes[0]?.edits ?? [])).toBe("- It rained.  \n  Again.");
  });
});

describe("wherever it stands, what is ignored is reported no more, and all else still is", () => {
  it("by a comment, with any reason", () => {
    fc.assert(
      fc.property(text, wanted, fc.oneof(fc.string({ unit: fc.constantFrom("%", "-", ">", "<", "!", "|", "`", "$", "*", "[", "]", "\n", " ", ":", "\\", "^", "a") }), fc.string({ unit: "grapheme" })), (source, index, reason) => {
        const chosen = one(source, index);
        if (!chosen) return;
        const edit = ignoreEdit(noteOf(source), chosen.diagnostic, reason);
        expect(edit).not.toBeNull();
        if (!edit) return;
        expect(edit.to).toBe(edit.from);
        const after = applyEdits(source, [edit]);
        expect(reported(after)).toEqual(chosen.left);
        expect(edit.insert.match(/\n/g)?.length ?? 0).toBeLessThanOrEqual(2);
        expect(takenBack(after)).toBe(source);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it("by a phrase in the note, which moves with its sentence and can be taken back", () => {
    fc.assert(
      fc.property(text, wanted, (source, index) => {
        const chosen = one(source, index);
        if (!chosen) return;
        const exception = exceptionFor(noteOf(source), chosen.diagnostic);
        expect(exception).not.toBeNull();
        if (exception === null) return;
        const after = added(source, exception);
        expect(after).not.toBeNull();
        if (after === null) return;
        expect(reported(after)).toEqual(chosen.left);
        const body = (whole: string) => whole.slice(noteOf(whole).frontMatter.to).replace(/^\uFEFF/, "");
        expect(body(after)).toBe(body(source));
        // Edits around it change nothing, nor does another name for the note.
        const { to } = noteOf(after).frontMatter;
        expect(reported(`${after.slice(0, to)}It rained before.\n\n${after.slice(to)}`, "elsewhere/renamed.md")).toEqual(chosen.left);
        const back = takenOut(after, exception);
        // Front matter that was empty goes with what was the only entry.
        expect(back).toBe(/^\uFEFF?---\r?\n---/.test(source) ? source.replace(/---\r?\n---\r?\n/, "") : source);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
