import { relationsIn } from "../prose/relations";
import { pairOf } from "./pair";
import type { Context, Finding, Rule } from "./rule";
import { weightOf } from "../prose/evidence";

/** The two words offered as one. */
export const equated: Rule = {
  id: "equated",
  summary: "Two words of different axes are offered as one.",
  rationale: "A reader who is told that the words mean the same cannot tell any more which of two claims a sentence makes.",
  severity: "warning",
  examples: {
    valid: [
      "The archive is both distributed and decentralized.",
      "A distributed, decentralized seed bank needs two kinds of care.",
      "Networks can be centralized, decentralized, or distributed.",
      "Is the choir decentralized or distributed? Ask where it sings, and who picks the songs.",
      "We have not settled whether the archive is distributed or decentralized.",
      "The two words are often confused: a distributed library (not a decentralized one) has one director.",
      "Distributed does not mean decentralized.",
      "The old note says “distributed, or decentralized, or whatever you like to call it” and leaves it there.",
      "The `distributed (decentralized)` flag is read at startup.",
      "The distributed catalogue is kept by decentralized reading circles.",
    ],
    invalid: [
      "The library keeps a «distributed (decentralized)» catalogue.",
      "We run a «decentralized/distributed» radio network.",
      "They built a «distributed, or decentralized», archive of songs.",
      "Everything is kept in «decentralized or distributed» storage.",
      "A «distributed orchard might also be called a decentralized» one.",
      "The cooperative prefers «distributed, i.e. decentralized», record keeping.",
      "This is a «distributed network, also known as a decentralized» network.",
      "Our mesh is fully **«decentralized** (distributed)» by now.",
    ],
  },
  check(context) {
    const { sentence, patterns, isQuestion, isContrasted, choices } = context;
    if (isContrasted || patterns.teaching.test(sentence.plain)) return [];
    const isReported = (at: number) => patterns.report.test(sentence.plain.slice(0, at));
    const opposites = sentence.occurrences.filter(({ isOpposite, wordClass }) => isOpposite && wordClass !== "phrase");
    return [...secondNames(context), ...relationsIn(sentence, patterns.equations).flatMap(({ from, to, via, isSure }) => {
      const pair = pairOf(sentence, { from, to });
      if (!pair) return [];
      const { first, second } = pair;
      if (first.isOpposite || second.isOpposite || first.isNegated) return [];
      const before = sentence.coded.slice(Math.max(0, from - 40), from);
      const isTriad = /[/,]\s*$/.test(before) && opposites.some((word) => word.to >= from - 12 && word.to <= from);
      const isList = isTriad || via === "or" && (patterns.choice.test(before) || /,\s*$/.test(before) || isQuestion || patterns.alternative.test(sentence.coded.slice(to)) || opposites.some((word) => word.to >= from - 40 && word.from <= to + 40));
      if (isList) return [];
      const isPlain = ["bracket", "slash", "or"].includes(via) && first.wordClass === second.wordClass;
      return [{ from, to, word: first, other: second, isSure: isSure && !isReported(from) && !(first.isQuoted || second.isQuoted), evidence: [], fixes: isPlain ? choices.settle({ from, to }, first, second) : [] }];
    }), ...jointMeanings(context)];
  },
};

/** "Also known as", at the head of a sentence, with the other word in the sentence before. */
function secondNames({ sentence, patterns }: Context): Finding[] {
  const { previous } = sentence;
  const word = sentence.occurrences.find((found) => !found.isOpposite);
  const before = previous?.occurrences.at(-1);
  if (!word || !before || before.isOpposite || before.side === word.side || word.from > 40 || !patterns.secondName.test(sentence.plain)) return [];
  return [{ from: word.from, to: word.to, word, isSure: true, evidence: [], fixes: [] }];
}

/** Both words claimed, and what is offered as their meaning is on one axis only. */
function jointMeanings(context: Context): Finding[] {
  const { sentence, patterns } = context;
  const match = patterns.jointMeaning.exec(sentence.coded);
  const pair = match ? pairOf(sentence, { from: match.index, to: match.index + match[0].length }) : undefined;
  if (!match || !pair) return [];
  const offered = { from: match.index + match[0].length, to: sentence.plain.length };
  const weights = ([0, 1] as const).map((side) => weightOf(context.evidence, side, offered));
  if (Math.max(...weights) < 1 || Math.min(...weights) >= 0.5) return [];
  return [{ from: pair.first.from, to: pair.second.to, word: pair.first, other: pair.second, isSure: true, evidence: context.evidence.filter(({ from }) => from >= offered.from), fixes: [] }];
}
