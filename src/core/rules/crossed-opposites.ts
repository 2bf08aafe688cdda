import { weightOf } from "../prose/evidence";
import { comparesWith, isPredicate, sharesHead } from "../prose/comparison";
import { relationsIn } from "../prose/relations";
import type { Occurrence } from "../prose/sentence";
import { pairOf } from "./pair";
import type { Context, Finding, Rule } from "./rule";

const touches = 0.5;

/** A word of one axis set against the opposite of the other. */
export const crossedOpposites: Rule = {
  id: "crossed-opposites",
  summary: "A word of one axis is set against the opposite of the other.",
  rationale: "The contrast has its ends on two different scales, so a reader cannot tell which of the two has changed.",
  severity: "warning",
  examples: { valid: [], invalid: [] },
  check(context) {
    if (context.isContrasted) return [];
    return [...withinSentence(context), ...acrossSentences(context)];
  },
};

function withinSentence(context: Context): Finding[] {
  const { sentence, patterns } = context;
  const related = relationsIn(sentence, patterns.oppositions).flatMap(({ from, to, isSure }) => {
    const pair = pairOf(sentence, { from, to });
    return pair ? findingFor(context, pair.first, pair.second, { from, to }, isSure) : [];
  });
  if (related.length > 0) return related;
  const [first, second] = sentence.occurrences;
  if (!first || !second || sentence.occurrences.length !== 2) return [];
  const between = sentence.coded.slice(first.to, second.from);
  const isParallel = (patterns.comparison.test(between) && sharesHead(sentence, first, sentence, second)) || (isPredicate(sentence, first) && isPredicate(sentence, second));
  return isParallel ? findingFor(context, first, second, { from: first.from, to: second.to }, true) : [];
}

/** The one word here, the other in the sentence before, and plainly the same comparison. */
function acrossSentences({ sentence, patterns, ...context }: Context): Finding[] {
  const { previous } = sentence;
  const [here] = sentence.occurrences;
  const before = previous?.occurrences.at(-1);
  if (!previous || !here || !before || here.isOpposite === before.isOpposite || here.side === before.side) return [];
  if ([...sentence.occurrences, ...previous.occurrences].some(({ side, isOpposite }) => !isOpposite && side === (here.isOpposite ? here : before).side)) return [];
  const isTurn = patterns.turn.test(sentence.plain) && here.from < 60;
  const isCompared = comparesWith(sentence, here, patterns.comparison) && sharesHead(previous, before, sentence, here);
  const isParallel = isPredicate(sentence, here) && isPredicate(previous, before) && sentence.occurrences.length + previous.occurrences.length === 2;
  if (!isTurn && !isCompared && !isParallel) return [];
  const word = here.isOpposite ? before : here;
  if (word.isFramed) return [];
  return [{ from: here.from, to: here.to, word: here, other: { from: before.from + previous.start - sentence.start, to: before.to + previous.start - sentence.start }, isSure: !isOpen(context.lexis.distinction.openHeads, (here.isOpposite ? sentence : previous).coded.slice((here.isOpposite ? here : before).to)), evidence: [], fixes: [] }];
}

function findingFor({ sentence, evidence, lexis, choices }: Context, first: Occurrence, second: Occurrence, range: { from: number; to: number }, isSure: boolean): Finding[] {
  if (first.isOpposite === second.isOpposite || first.side === second.side) return [];
  const [word, opposite] = first.isOpposite ? [second, first] : [first, second];
  const isJoint = sentence.occurrences.some(({ side, isOpposite }) => !isOpposite && side === opposite.side);
  const isOtherClaim = opposite.side === 0 && weightOf(evidence, 1, { from: 0, to: sentence.plain.length }) >= touches;
  if (isJoint || isOtherClaim || word.isFramed) return [];
  return [
    {
      ...range,
      word,
      other: opposite,
      isSure: isSure && !isOpen(lexis.distinction.openHeads, sentence.coded.slice(opposite.to)) && !word.isQuoted && !opposite.isQuoted,
      evidence: [],
      fixes: [...choices.swap(word, opposite.side, false), ...choices.swap(opposite, word.side, true)],
    },
  ];
}

/** Whether the opposite qualifies a noun that may be meant either way. */
function isOpen(heads: readonly string[], after: string): boolean {
  return new RegExp(`^(?: \\w+)? (?:${heads.map((head) => head.replace("*", "\\w*")).join("|")})\\b`).test(after);
}
