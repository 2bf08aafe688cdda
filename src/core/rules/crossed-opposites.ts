import { weightOf } from "../prose/evidence";
import { relationsIn } from "../prose/relations";
import { pairOf } from "./pair";
import type { Rule } from "./rule";

/** A word of one axis set against the opposite of the other. */
export const crossedOpposites: Rule = {
  id: "crossed-opposites",
  summary: "A word of one axis is set against the opposite of the other.",
  rationale: "The contrast has its ends on two different scales, so a reader cannot tell which of the two has changed.",
  severity: "warning",
  examples: { valid: [], invalid: [] },
  check({ sentence, patterns, evidence, lexis, isContrasted, choices }) {
    if (isContrasted) return [];
    return relationsIn(sentence, patterns.oppositions).flatMap(({ from, to, isSure }) => {
      const pair = pairOf(sentence, { from, to });
      if (!pair || pair.first.isOpposite === pair.second.isOpposite) return [];
      const [word, opposite] = pair.first.isOpposite ? [pair.second, pair.first] : [pair.first, pair.second];
      const axis = opposite.side;
      if (sentence.occurrences.some(({ side, isOpposite }) => !isOpposite && side === axis)) return [];
      if (word.isFramed) return [];
      const head = sentence.coded.slice(opposite.to, opposite.to + 30);
      const isOpen = openHead(lexis.distinction.openHeads).test(head);
      const whole = { from: 0, to: sentence.plain.length };
      const isPlaceOnly = axis === 0 && weightOf(evidence, 1, whole) >= 0.6;
      if (isPlaceOnly) return [];
      return [
        {
          from,
          to,
          word,
          other: opposite,
          isSure: isSure && !isOpen && !word.isQuoted && !opposite.isQuoted,
          evidence: [],
          fixes: [...choices.swap(word, axis, false), ...choices.swap(opposite, word.side, true)],
        },
      ];
    });
  },
};

function openHead(heads: readonly string[]): RegExp {
  return new RegExp(`^(?: \\w+)? (?:${heads.map((head) => head.replace("*", "\\w*")).join("|")})\\b`);
}
