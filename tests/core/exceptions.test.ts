import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { exceptionFor, lint, noteSource, readConfig, withException } from "../../src/core/index";
import { lintText, marked } from "./note";

const phrase = "distributed (decentralized) pump";
const add = (yaml: string, exception = phrase) => withException(yaml, exception, parse);

describe("an exception is added to distinguo.yaml", () => {
  const entry = `"${phrase}"`;
  test.each([
    ["an empty file", "", `words:\n  exceptions:\n    - ${entry}\n`],
    ["a comment alone", "# ours", `# ours\nwords:\n  exceptions:\n    - ${entry}\n`],
    ["other keys, a comment at the end", "convention: subset # Ada says\n# the end\n", `convention: subset # Ada says\n# the end\nwords:\n  exceptions:\n    - ${entry}\n`],
    ["no line break at the end", "rules:\n  equated: hint", `rules:\n  equated: hint\nwords:\n  exceptions:\n    - ${entry}\n`],
    ["words without exceptions", "words:\n    cues: # four spaces\n        hedge: [maybe so]\nexclude: [x]\n", `words:\n    exceptions:\n      - ${entry}\n    cues: # four spaces\n        hedge: [maybe so]\nexclude: [x]\n`],
    ["words that hold nothing yet", "words: # later\nexclude: [x]\n", `words: # later\n  exceptions:\n  - ${entry}\nexclude: [x]\n`.replace("  - ", "    - ")],
    ["a list", "words:\n  exceptions:\n    - one # why\n\n    # two more to come\nexclude: [x]\n", `words:\n  exceptions:\n    - one # why\n    - ${entry}\n\n    # two more to come\nexclude: [x]\n`],
    ["a list that is not further in", "words:\n  exceptions:\n  - one\n  - two\n  cues: {}\n", `words:\n  exceptions:\n  - one\n  - two\n  - ${entry}\n  cues: {}\n`],
    ["an entry of several lines", "words:\n  exceptions:\n    - >-\n      one and\n      two\n", `words:\n  exceptions:\n    - >-\n      one and\n      two\n    - ${entry}\n`],
    ["brackets", "words:\n  exceptions: [one, \"t]w,o\", 'it''s'] # so\n", `words:\n  exceptions: [one, "t]w,o", 'it''s', ${entry}] # so\n`],
    ["empty brackets", "words:\n  exceptions: []\n", `words:\n  exceptions: [${entry}]\n`],
    ["brackets over several lines", "words:\n  exceptions: [\n    one, # ] no\n    two\n  ]\n", `words:\n  exceptions: [\n    one, # ] no\n    two, ${entry}\n  ]\n`],
    ["Windows' line breaks", "words:\r\n  exceptions:\r\n    - one\r\nexclude: []\r\n", `words:\r\n  exceptions:\r\n    - one\r\n    - ${entry}\r\nexclude: []\r\n`],
    ["a key in quotation marks", "\"words\":\n  'exceptions': [a]\n", `"words":\n  'exceptions': [a, ${entry}]\n`],
    ["a text that is no list yet", "words:\n  exceptions: one # why\n", `words:\n  exceptions:\n    - one # why\n    - ${entry}\n`],
    ["an empty text", "words:\n  exceptions: \"\" # why\n", `words:\n  exceptions: [${entry}] # why\n`],
    ["exceptions of something else", "exclude:\n  - exceptions\nwords:\n  cues:\n    hedge: [x]\n", `exclude:\n  - exceptions\nwords:\n  exceptions:\n    - ${entry}\n  cues:\n    hedge: [x]\n`],
  ])("%s", (_, before, after) => {
    expect(add(before)).toBe(after);
    expect(add(after)).toBe(after);
  });

  test.each([
    ["what is no YAML", "words: ["],
    ["words in braces", "words: {cues: {}}"],
    ["words of another kind", "words: [a]"],
    ["a text over several lines", "words:\n  exceptions: one\n    two\n"],
    ["brackets within brackets", "words:\n  exceptions: [one, [two]]\n"],
    ["a list elsewhere", "a: &list [x]\nwords:\n  exceptions: *list\n"],
    ["two documents", "convention: subset\n---\nwords: {}\n"],
    ["an end of the document", "convention: subset\n...\n"],
  ])("but not to %s", (_, before) => {
    expect(add(before)).toBeNull();
  });

  test("whatever the words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (exception) => {
        for (const before of ["", "words:\n  exceptions: [a]\n", "words:\n  exceptions:\n  - a\n"]) {
          const after = add(before, exception);
          expect((parse(after ?? "") as { words: { exceptions: string[] } }).words.exceptions.at(-1)).toBe(exception);
        }
      }),
    );
  });
});

/** What is reported of a text once the nth thing that is reported of it is an exception, and the exception. */
function afterException(text: string, nth = 0): { exception: string | null; left: string[] } {
  const note = noteSource("note.md", text, (yaml) => parse(yaml));
  const diagnostic = lintText(text)[nth];
  const exception = diagnostic ? exceptionFor(note, diagnostic) : null;
  const { config, problems } = readConfig({ words: { exceptions: exception === null ? [] : [exception] } });
  expect(problems).toEqual([]);
  return { exception, left: marked(text, lint(note, config)) };
}

describe("what one ignores everywhere", () => {
  test.each([
    ["A **distributed** (decentralized)\n> pump hums. A distributed (decentralized) mill hums.", "distributed (decentralized)"],
    ["The mill is DISTRIBUTED rather than  centralized. The well is distributed rather than centralized.", "distributed rather than centralized"],
    ["Our [distributed](x.md) (decentralized) well.", "distributed (decentralized)"],
  ])("is the words of a pair: %j", (text, exception) => {
    expect(lintText(text)).not.toEqual([]);
    expect(afterException(text)).toEqual({ exception, left: [] });
  });

  test("is more than one word, which would let too much pass", () => {
    const text = "The archive is distributed, so no one controls it. The well is distributed, so nobody owns it.";
    expect(afterException(text)).toEqual({ exception: "distributed, so no one controls", left: ["distributed"] });
    const note = noteSource("note.md", text, (yaml) => parse(yaml));
    expect(lintText(text).map((diagnostic) => exceptionFor(note, { ...diagnostic, evidence: [] }))).toEqual(["archive is distributed", "well is distributed"]);
  });

  test("is not what would hold code, nor one word alone, nor what is about the note itself", () => {
    expect(afterException("It is decentralized: `x` is stored on two servers.")).toMatchObject({ exception: null });
    expect(lintText("- distributed: nobody owns it")).not.toEqual([]);
    expect(afterException("- distributed: nobody owns it").exception).toContain("nobody");
    const note = noteSource("note.md", "%% distinguo-ignore %%\n", parse);
    expect(lint(note, readConfig({}).config).map((diagnostic) => exceptionFor(note, diagnostic))).toEqual([null]);
  });
});

describe("exceptions", () => {
  const lintWith = (text: string, ...exceptions: string[]) => marked(text, lintText(text, readConfig({ words: { exceptions } }).config));
  const text = "A distributed (decentralized) pump hums, and a distributed/decentralized mill.";

  test("are whole words, whatever their case and spaces", () => {
    expect(lintWith(text, "A  Distributed (DECENTRALIZED) pump")).toEqual(["distributed/decentralized"]);
    expect(lintWith(text, "istributed (decentralized) pum", "hums")).toEqual(lintWith(text));
  });

  test("leave the rest of a sentence to the rules", () => {
    expect(lintWith("A distributed (decentralized) pump hums.", "pump hums")).toEqual(["distributed (decentralized)"]);
    expect(lintWith("It’s a “distributed” (decentralized) pump.", "it's a \"distributed\" (decentralized)")).toEqual([]);
  });
});
