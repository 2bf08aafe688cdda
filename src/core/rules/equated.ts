import { against } from "../prose/against";
import { stands, touches, weightOf } from "../prose/evidence";
import { relationsIn, type Relation, type RelationPatterns } from "../prose/relations";
import { evidenceOf, pairOf } from "./pair";
import type { Context, Examples, Finding, Rule } from "./rule";
import { slides } from "./slide";

/** The two words offered as one. */
export const equated: Rule = {
  id: "equated",
  summary: "Two words of different axes are offered as one.",
  rationale: "A reader who is told that the words mean the same cannot tell any more which of two claims a sentence makes.",
  severity: "warning",
  check(context) {
    const { sentence, patterns, isContrasted, hear } = context;
    if (context.as === "slide") return slides(context);
    if (against(hear, undefined, { "contrast-above": isContrasted, corrected: patterns.correction.exec(sentence.plain) })) return [];
    const own = joined(context, patterns.ownWords, () => true);
    if (against(hear, undefined, { taught: patterns.teaching.exec(sentence.plain) })) return own;
    return [...secondNames(context), ...own, ...pairs(context), ...jointMeanings(context), ...borrowings(context)];
  },
};

/** What it reports and what it leaves alone; tests and the page of rules read them, the plugin carries them not. */
export const examples: Examples = {
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
    "Some people use distributed and decentralized interchangeably, which is a mistake.",
    "The harbour office is distributed; the decentralized guild sells fish.",
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
    "It is a «distributed – or, if you like, decentralized» – orchestra.",
    "In this note we use «decentralized and distributed» interchangeably.",
    "By «decentralized we mean distributed».",
    "A «distributed archive is a decentralized» archive.",
    "The «distributed orchard, often called the decentralized» orchard, bore fruit.",
  ],
};

/** How near an opposite stands, in UTF-16 units, to make a pair part of a list of three. */
const near = 40;
/** Within how many UTF-16 units of a sentence's head a second name is given. */
const head = 40;

/** The two words joined in one sentence. */
function pairs(context: Context): Finding[] {
  const { patterns } = context;
  const alternations = joined(context, patterns.alternations, (relation) => !isChoice(context, relation));
  const equations = joined(context, patterns.equations, (relation) => !against(context.hear, relation, { list: isTriad(context, relation) }));
  const identities = joined(context, patterns.identities, () => true).map((finding) => ({ ...finding, isSure: !against(context.hear, finding, { "term-of-art": finding.isOfArt }) && finding.isSure }));
  return [...alternations, ...equations, ...identities];
}

/** The findings of some patterns whose relations pass a test. */
function joined(context: Context, patterns: readonly RelationPatterns[], passes: (relation: Relation) => boolean): (Finding & { isOfArt: boolean })[] {
  const { sentence, hear } = context;
  const isOwnUse = patterns === context.patterns.ownWords;
  return relationsIn(sentence, patterns).flatMap((relation) => {
    const pair = pairOf(sentence, relation);
    if (!pair || !passes(relation)) return [];
    const { first, second } = pair;
    const denied = context.patterns.denied.exec(`${sentence.plain.slice(first.to, Math.max(relation.to, second.from))} `);
    if (against(hear, relation, { negated: first.isNegated || denied })) return [];
    const isBracketed = sentence.coded[relation.to - 1] === ")";
    const from = first.from;
    const to = isBracketed ? relation.to : second.to;
    const reported = context.patterns.report.exec(sentence.plain.slice(0, from));
    const isQuoted = isBracketed ? first.isQuoted && second.isQuoted : first.isQuoted || second.isQuoted;
    return [
      {
        from,
        to,
        word: first,
        other: second,
        frame: relation.frame,
        isOfArt: second.isTermOfArt,
        isSure: !against(hear, relation, { perhaps: !relation.isSure, reported, quoted: !isOwnUse && isQuoted }),
        evidence: [evidenceOf(first), evidenceOf(second)],
      },
    ];
  });
}

/** The opposites near a relation: with them a pair is part of a list of three. */
function hasOpposites({ sentence }: Context, { from, to }: Relation): boolean {
  return sentence.occurrences.some((word) => word.isOpposite && word.wordClass !== "phrase" && word.to >= from - near && word.from <= to + near);
}

/** The pair is part of a list: "centralized, decentralized/distributed". */
function isTriad(context: Context, relation: Relation): boolean {
  return /[/,]\s*$/.test(context.sentence.coded.slice(Math.max(0, relation.from - near), relation.from)) && hasOpposites(context, relation);
}

/** The pair is part of a list, a choice or a question: "centralized, decentralized, or distributed", "whether distributed or decentralized". */
function isChoice(context: Context, relation: Relation): boolean {
  const { sentence, patterns, isQuestion, hear } = context;
  const before = sentence.coded.slice(Math.max(0, relation.from - near), relation.from);
  return against(hear, relation, {
    question: isQuestion,
    list: hasOpposites(context, relation) || /,\s*$/.test(before),
    choice: patterns.choice.exec(before) ?? patterns.alternative.exec(sentence.coded.slice(relation.to)),
  });
}

/** "Also known as", at the head of a sentence, with the other word in the sentence before. */
function secondNames({ sentence, patterns }: Context): Finding[] {
  const { previous } = sentence;
  const word = sentence.occurrences.find((found) => !found.isOpposite);
  const before = previous?.occurrences.at(-1);
  if (!word || !before || before.isOpposite || before.side === word.side || word.from > head || !patterns.secondName.test(sentence.plain)) return [];
  return [{ from: word.from, to: word.to, word, variant: "second-name", isSure: true, evidence: [] }];
}

/** Both words claimed, and what is offered as their meaning is on one axis only. */
function jointMeanings(context: Context): Finding[] {
  const { sentence, patterns } = context;
  const match = patterns.jointMeaning.exec(sentence.followed);
  const [first, second] = match ? sentence.occurrences.filter(({ from }) => from >= match.index && from < match.index + match[0].length) : [];
  if (!match || !first || !second) return [];
  const offered = { from: match.index + match[0].length, to: sentence.followed.length };
  const weights = ([0, 1] as const).map((side) => weightOf(context.evidence, side, offered));
  if (against(context.hear, { word: first, other: second }, { "little-evidence": Math.max(...weights) < stands, "both-axes": Math.min(...weights) >= touches })) return [];
  return [{ from: first.from, to: second.to, word: first, other: second, isSure: true, evidence: context.evidence.filter(({ from }) => from >= offered.from) }];
}

/** The one word in a term of art of the other: many write it so, and careful readers differ. */
function borrowings({ sentence }: Context): Finding[] {
  return sentence.occurrences
    .filter(({ isBorrowing, isTermOfArt }) => isBorrowing && !isTermOfArt)
    .map((word) => ({ from: word.from, to: word.to, word, variant: "borrowed", isSure: false, evidence: [] }));
}
