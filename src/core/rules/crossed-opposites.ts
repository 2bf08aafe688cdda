import { against, type Candidate } from "../prose/against";
import { stands, weightOf } from "../prose/evidence";
import { comparesWith, isPredicate, sharesHead } from "../prose/comparison";
import { relationsIn, type Relation } from "../prose/relations";
import type { Occurrence } from "../prose/sentence";
import { evidenceOf, pairOf } from "./pair";
import type { Context, Examples, Finding, Rule } from "./rule";

/** Within how many UTF-16 units of a pair a word is part of its comparison. */
const near = 40;

/** Up to where in a sentence, in UTF-16 units, a word belongs to its subject. */
const subjectEnd = 24;

/** A word of one axis set against the opposite of the other. */
export const crossedOpposites: Rule = {
  id: "crossed-opposites",
  summary: "A word of one axis is set against the opposite of the other.",
  rationale: "The contrast has its ends on two different scales, so a reader cannot tell which of the two has changed.",
  severity: "warning",
  check(context) {
    if (against(context.hear, undefined, { "contrast-above": context.isContrasted })) return [];
    return [...withinSentence(context), ...acrossSentences(context)];
  },
};

/** What it reports and what it leaves alone; tests and the page of rules read them, the plugin carries them not. */
export const examples: Examples = {
  valid: [
    "The mill is decentralized rather than centralized.",
    "The pantry is distributed instead of being kept in one place.",
    "Networks can be centralized, decentralized, or distributed.",
    "The co-op distributes power instead of centralizing it.",
    "Unlike a centralized guild, the decentralized one has no master.",
    "A distributed archive may well have a centralized board.",
    "The register is distributed, and a centralized office signs every entry.",
    "Grain is distributed among the villages rather than held in a centralized store.",
    "The choir is decentralized, not concentrated on one leader who decides.",
    "The bank is centralized; its data centres are many.",
    "The mill was centralized before the flood, and the flour went by boat.",
    "Our post is distributed by a centralized office in the harbour.",
    "Distributed bakers do not trust centralized ovens.",
    "The reading room is distributed across boroughs, as the centralized council wished in its letter of May.",
  ],
  invalid: [
    "The library is «distributed rather than centralized».",
    "We weigh «centralized versus distributed» ledgers of the harvest.",
    "Unlike «centralized guilds, a distributed» guild keeps slow minutes.",
    "The radio moved from a «centralized studio to a distributed» network of sheds.",
    "The seed bank is «decentralized instead of in one place».",
    "Is the record of the commons «centralized or distributed»?",
    "The pump rota is «distributed, not centralized».",
    "Compost is not «centralized but distributed» in this town.",
    "The choir moved house, and its archive is now «decentralized instead of sitting in one building».",
    "The mill is «centralized, whereas the bakery is distributed».",
    "We swapped «centralized workshops for distributed» ones.",
    "The register is «distributed, which is the opposite of centralized».",
    "A «distributed market needs no central authority».",
    "We favour «distributed gardens over centralized» ones.",
    "There are two kinds of dairy, «centralized and distributed».",
    "The library used to be «centralized, but now it is distributed».",
  ],
};

function withinSentence(context: Context): Finding[] {
  const { sentence, patterns } = context;
  const related = relationsIn(sentence, patterns.oppositions).flatMap((relation) => {
    const pair = pairOf(sentence, relation);
    return pair ? findingFor(context, pair.first, pair.second, relation) : [];
  });
  if (related.length > 0) return related;
  const [first, second] = sentence.occurrences;
  if (!first || !second || sentence.occurrences.length !== 2) return [];
  const between = sentence.coded.slice(first.to, second.from);
  const isParallel = patterns.comparison.test(between) && (sharesHead(sentence, first, sentence, second) || (isPredicate(sentence, first) && isPredicate(sentence, second)));
  return isParallel ? findingFor(context, first, second) : [];
}

/** The one word here, the other in the sentence before, and plainly the same comparison. */
function acrossSentences(context: Context): Finding[] {
  const { sentence, patterns, hear } = context;
  const { previous } = sentence;
  if (!previous) return [];
  const [here] = sentence.occurrences;
  const before = previous.occurrences.find((word) => word.isOpposite !== here?.isOpposite && word.side !== here?.side);
  if (!here || !before) return [];
  const [word, opposite] = here.isOpposite ? [before, here] : [here, before];
  const isJoint = [...sentence.occurrences, ...previous.occurrences].some(({ side, isOpposite }) => !isOpposite && side === opposite.side);
  if (against(hear, { word: here }, { "both-claimed": isJoint, framed: word.isFramed })) return [];
  const isTurn = patterns.turn.test(sentence.plain) && here.from < 90;
  const isCompared = comparesWith(sentence, here, patterns.comparison) && sharesHead(previous, before, sentence, here);
  const isDenied = before.isNegated && isPredicate(previous, before) && /^(?:it|they|this|we|instead)(?!\w)/.test(sentence.plain);
  const areAlone = sentence.occurrences.length === 1 && previous.occurrences.length === 1;
  const isTriad = context.mentions(opposite.side);
  const areSubjects = here.from < subjectEnd && before.from < subjectEnd;
  // Two plain statements side by side may be about two parts of one thing, so they are worth a hint only.
  const isParallel = isPredicate(sentence, here) && isPredicate(previous, before);
  const isAnswer = patterns.contrary.test(previous.plain) && here.from < subjectEnd;
  const isPlain = isTurn || isCompared || isAnswer || isDenied || (areAlone && areSubjects && sharesHead(previous, before, sentence, here) && !isTriad);
  if (!isPlain && !isParallel && !(areSubjects && sharesHead(previous, before, sentence, here))) return [];
  const shift = previous.start - sentence.start;
  const other = { ...before, from: before.from + shift, to: before.to + shift };
  const after = (here.isOpposite ? sentence : previous).coded.slice(opposite.to);
  return [{ from: here.from, to: here.to, word: here, other, isSure: !against(hear, { word: here, other }, { "side-by-side": !isPlain, "open-head": patterns.openHead.exec(after) }), evidence: [evidenceOf(other), evidenceOf(here)] }];
}

function findingFor(context: Context, first: Occurrence, second: Occurrence, relation?: Relation): Finding[] {
  const { sentence, patterns, hear } = context;
  if (first.isOpposite === second.isOpposite || first.side === second.side) return [];
  const [word, opposite] = first.isOpposite ? [second, first] : [first, second];
  // What stands apart, or labels what follows, is no part of the comparison.
  const label = Math.max(...[": ", " — ", " - "].map((stop) => sentence.plain.lastIndexOf(stop, first.from)));
  const isJoint = sentence.occurrences.some(({ side, isOpposite, from, to }) => !isOpposite && side === opposite.side && from > label && to > first.from - near && from < second.to + near);
  const isOtherClaim = context.lexis.distinction.terms[opposite.side].looseOpposites && weightOf(context.evidenceOf(word.side), word.side, { from: first.from, to: sentence.plain.length }) >= stands;
  const candidate: Candidate = relation ?? { word, other: opposite };
  if (against(hear, candidate, { "both-claimed": isJoint, "opposite-claimed": isOtherClaim, framed: word.isFramed, verb: word.wordClass === "verb" })) return [];
  return [
    {
      from: first.from,
      to: second.to,
      word,
      other: opposite,
      frame: relation?.frame,
      isSure: !against(hear, candidate, { perhaps: relation?.isSure === false, "open-head": patterns.openHead.exec(sentence.coded.slice(opposite.to)), quoted: word.isQuoted || opposite.isQuoted, "side-by-side": word.isTermOfArt && word === first && / \w+ and \w+ /.test(sentence.plain.slice(first.to, second.from)) }),
      evidence: [evidenceOf(first), evidenceOf(second)],
    },
  ];
}
