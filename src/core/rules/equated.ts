import { relationsIn } from "../prose/relations";
import { pairOf } from "./pair";
import type { Rule } from "./rule";

/** The two words offered as one. */
export const equated: Rule = {
  id: "equated",
  summary: "Two words of different axes are offered as one.",
  rationale: "A reader who is told that the words mean the same cannot tell any more which of two claims a sentence makes.",
  severity: "warning",
  examples: { valid: [], invalid: [] },
  check({ sentence, patterns, isQuestion, isContrasted, choices }) {
    if (isContrasted || patterns.teaching.test(sentence.plain)) return [];
    const isReported = (at: number) => patterns.report.test(sentence.plain.slice(0, at));
    return relationsIn(sentence, patterns.equations).flatMap(({ from, to, via, isSure }) => {
      const pair = pairOf(sentence, { from, to });
      if (!pair) return [];
      const { first, second } = pair;
      if (first.isOpposite || second.isOpposite || first.isNegated) return [];
      const before = sentence.coded.slice(Math.max(0, from - 40), from);
      const isList = via === "or" && (patterns.choice.test(before) || /,\s*$/.test(before) || isQuestion || sentence.occurrences.some((word) => word.isOpposite && word.to >= from - 40 && word.from <= to + 40));
      if (isList) return [];
      const isPlain = ["bracket", "slash", "or"].includes(via) && first.wordClass === second.wordClass;
      return [{ from, to, word: first, other: second, isSure: isSure && !isReported(from) && !(first.isQuoted || second.isQuoted), evidence: [], fixes: isPlain ? choices.settle({ from, to }, first, second) : [] }];
    });
  },
};
