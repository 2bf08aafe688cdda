import fc from "fast-check";
import { expect, it } from "vitest";
import { wholePhrases } from "../../src/core/prose/phrase";
import { phraseFinder, wordsOf } from "../../src/core/prose/phrase-finder";

const letters = fc.constantFrom("a", "an", "the", "ten", "tent", "tents", "in", "inn", "no", "not", "nobody's", "co-op", "7", "café");
const choice = fc.oneof({ weight: 6, arbitrary: letters }, letters.map((word) => `${word}*`), fc.constantFrom("#", "*s", "=", "n*"));
const word = fc.tuple(fc.constantFrom("", "", "", "?"), fc.array(choice, { minLength: 1, maxLength: 3 })).map(([mark, choices]) => mark + choices.join("|"));
const phrase = fc.tuple(fc.array(word, { maxLength: 2 }), fc.boolean(), letters, fc.array(word, { maxLength: 1 })).map(([before, hasGap, sure, after]) => [...before, ...(hasGap && before.length > 0 ? ["~"] : []), sure, ...after].join(" "));
const text = fc.array(fc.oneof({ weight: 5, arbitrary: letters }, fc.constantFrom("12", "1,000", "=", "(in", "tent-", "-no", "\uE010\uE010", "noten")), { maxLength: 14 }).chain((words) => fc.array(fc.constantFrom(" ", " ", " ", "-", ", ", "  ", "."), { minLength: words.length, maxLength: words.length }).map((gaps) => words.map((one, at) => one + (gaps[at] ?? "")).join("")));

it("phrases are found by their first letters where their expression finds them", () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(phrase, { maxLength: 6 }), text, (phrases, read) => {
      const expected = [...read.matchAll(wholePhrases(phrases))].map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
      found += expected.length;
      const finder = phraseFinder(phrases);
      expect(finder.find(wordsOf(read))).toEqual(expected);
      const starts = finder.starts(wordsOf(read));
      if (starts) for (const { from } of expected) expect(starts).toContain(from);
    }),
    { numRuns: 2000 },
  );
  expect(found).toBeGreaterThan(100);
});
