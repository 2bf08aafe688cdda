import { against } from "../prose/against";
import { claimsIn, evidenceIn, stands, sumOf, touches, weightOf, type WeighedEvidence } from "../prose/evidence";
import { offersIn, type Offer } from "../prose/offers";
import { hasTerm, type Occurrence, type Sentence } from "../prose/sentence";
import type { Context, Finding } from "./rule";

/** From how much on what the next sentence says is a sure meaning, though no word connects the two. */
const strong = 1.5;
/** How far into what is offered its evidence begins at the latest, in UTF-16 units, for the offer to be about it. */
const reach = 80;
/** How far before and behind a sentence, in UTF-16 units, evidence on a word's own axis makes a meaning doubtful. */
const nearby = 400;

/** Offers whose evidence is all on the axis that the word does not belong to. */
export function findClaims(context: Context, as: Offer["as"], sides: readonly (0 | 1)[]): Finding[] {
  const { sentence, patterns, hear } = context;
  if (against(hear, undefined, { taught: isTaught(context) })) return [];
  const misframed = as === "meaning" ? misframedIn(context, sides) : [];
  if (misframed.some(({ isSure }) => isSure)) return misframed;
  const present = sides.filter((side) => hasTerm(sentence, side));
  const likely = present.filter((side) => hasEvidence(context, side === 0 ? 1 : 0));
  if (present.length > 0 && against(hear, undefined, { "no-evidence": likely.length === 0 })) return misframed;
  const offered = offersIn(sentence, patterns.offers, { as, sides: likely }, patterns, hear).flatMap((offer) => {
    const word = sentence.occurrences.find(({ from }) => from === offer.word.from);
    return word ? findingFor(context, offer, word) : [];
  });
  return [...offered, ...misframed];
}

/** Whether anything in reach speaks for an axis: without it there is no need to ask how it is offered. */
function hasEvidence(context: Context, side: 0 | 1): boolean {
  const { sentence, patterns } = context;
  const enough = (found: readonly WeighedEvidence[]) => sumOf(found.filter((one) => one.side === side && !one.isOpen)) >= stands;
  return hasTerm(sentence, side) || enough(context.evidenceOf(side)) || (patterns.backwards.test(sentence.plain) && enough(previousEvidence(context)));
}

/** Words with an adverb or a noun that names the other axis: "geographically decentralized", "decentralized copies". */
function misframedIn(context: Context, sides: readonly (0 | 1)[]): Finding[] {
  const { sentence, hear } = context;
  return sentence.occurrences.flatMap((word) => {
    const { side, misframe } = word;
    if (!misframe || !sides.includes(side) || weightOf(context.evidenceOf(side), side, { from: word.to, to: word.to + 40 }) >= touches) return [];
    return [{ from: word.from, to: word.to, word, isSure: !against(hear, { word }, { quoted: word.isQuoted, perhaps: misframe.from > word.from }), evidence: [{ side: side === 0 ? 1 : 0, weight: stands, isOpen: false, isFirm: true, ...misframe }] }];
  });
}

/** The other word stands right beside this one: the text claims both. */
function isJoint({ plain, occurrences }: Sentence, word: Occurrence): boolean {
  return occurrences.some((other) => {
    if (other.isOpposite || other.side === word.side) return false;
    const between = other.from > word.from ? plain.slice(word.to, other.from) : plain.slice(other.to, word.from);
    return /^,? (?:and |& )?$/.test(between);
  });
}

/** Both words stand in the sentence, and it sets them apart. */
function isTaught({ sentence, patterns }: Context): boolean {
  return hasTerm(sentence, 0) && hasTerm(sentence, 1) && (patterns.teaching.test(sentence.plain) || patterns.contrast.test(sentence.plain));
}

function findingFor(context: Context, offer: Offer, word: Occurrence): Finding[] {
  const { sentence, patterns, lexis, isQuestion, hear } = context;
  const term = lexis.distinction.terms[word.side];
  const isLabel = offer.as === "meaning" && offer.word.from === 0 && (context.isRelatedList || context.isLink(word));
  const conceded = patterns.concession.exec(sentence.followed.slice(word.to, word.to + 30));
  if (against(hear, offer, { framed: word.isFramed, "both-claimed": isJoint(sentence, word), conceded, "other-head": word.isCompositional && !offer.isDefinition, label: isLabel && context.isRelatedList })) return [];

  const otherSide = offer.side === 0 ? 1 : 0;
  const evidence = offer.where === "previous" ? previousEvidence(context) : context.evidence;
  const offered = sentence.occurrences.filter((found) => found !== word && !found.isOpposite && found.from >= offer.from && found.to <= offer.to);
  const otherTerm = offered.find(({ side }) => side === otherSide);
  const isOtherClaimed = otherTerm !== undefined && offer.where === "behind" && !patterns.negation.test(`${sentence.plain.slice(offer.from, otherTerm.from)} `) && !otherTerm.isNegated && otherTerm.from - offer.from <= reach / 2;
  const found = claimsIn(evidence, otherSide, offer);
  const weight = sumOf(found) + (isOtherClaimed && offer.as === "leap" ? stands : 0);
  const whole = { from: 0, to: sentence.followed.length };
  const own = weightOf(evidence, offer.side, offer.as === "meaning" ? whole : offer) + (offer.where === "previous" ? weightOf(context.evidenceOf(offer.side), offer.side, whole) : 0) + (offered.some(({ side }) => side === offer.side) ? stands : 0);
  const isForPairs = term.onlyInPairs.includes(word.wordClass) && !isOtherClaimed;
  if (against(hear, offer, { "little-evidence": weight < stands, "own-evidence": own >= touches, "only-in-pairs": isForPairs })) return [];
  if (against(hear, offer, { "own-reason": offer.as === "leap" && hasOwnReason(context, word, offer, found[0]?.to ?? offer.from) })) return [];

  const clauses = sentence.plain.slice(0, word.from);
  const before = offer.where === "lead" ? clauses.slice(clauses.lastIndexOf(", ") + 1) : clauses;
  const isAnswered = offer.from >= sentence.plain.length - 1;
  const isFar = offer.where !== "lead" && offer.where !== "previous" && !isOtherClaimed && (offer.where === "before" ? offer.to - (found.at(-1)?.to ?? 0) : (found[0]?.from ?? 0) - offer.from) > reach;
  const isDoubtful = against(hear, offer, {
    far: isFar,
    hedged: patterns.hedge.exec(before) ?? (offer.as === "leap" && offer.where === "behind" && patterns.hedge.exec(sentence.followed.slice(word.to, offer.from))),
    reported: patterns.report.exec(before),
    question: isQuestion && !isAnswered,
    quoted: word.isQuoted,
    negated: word.isNegated,
    "other-head": word.isCompositional,
    "term-of-art": offer.as === "meaning" && word.isTermOfArt,
    label: isLabel,
    "own-evidence-near": offer.as === "meaning" && !offer.isDefinition && ownNearby(context, offer.side) >= stands,
  });
  const isStrong = isAnswered && offer.as === "meaning" && weight >= strong;
  const isConnected = !against(hear, offer, { perhaps: !offer.isSure && !isStrong, thin: !isOtherClaimed && !found.some((one) => one.weight >= stands) });
  // One doubt makes a hint; two are none.
  if (!isConnected && (isDoubtful || against(hear, offer, { "next-sentence": isAnswered }))) return [];
  if (against(hear, offer, { manner: word.wordClass === "verb" && offer.as === "meaning" && /^with/.test(sentence.followed.slice(offer.from)) })) return [];
  return [
    {
      from: word.from,
      to: word.to,
      word,
      frame: offer.frame,
      isLeap: offer.as === "leap",
      isSure: isConnected && !isDoubtful,
      evidence: found,
    },
  ];
}

/** How much speaks for an axis in the other sentences of the block. */
function ownNearby({ sentence: { reading, start, followed }, lexis }: Context, side: 0 | 1): number {
  const { lower } = reading;
  const around = [lower.slice(Math.max(0, start - nearby), start), lower.slice(start + followed.length, start + followed.length + nearby)];
  return around.reduce((sum, text) => sum + weightOf(evidenceIn(text, lexis), side, { from: 0, to: text.length }), 0);
}

/** A result has a reason of its own behind it all: a clause with "because" on its own axis, or one that speaks for both. */
function hasOwnReason({ sentence, evidence }: Context, word: Occurrence, { where }: Offer, given: number): boolean {
  const last = /(?:;|, because) (?!.*(?:;|, because) )/.exec(sentence.followed);
  if (!last || last.index < word.to || last.index < given) return false;
  const behind = { from: last.index, to: sentence.followed.length };
  const speaksFor = (side: 0 | 1) => weightOf(evidence, side, behind) >= stands;
  const resultSide = where === "lead" || where === "previous" ? word.side : word.side === 0 ? 1 : 0;
  return last[0] === "; " ? speaksFor(0) && speaksFor(1) : speaksFor(resultSide);
}

/** What speaks for either axis in the sentence before, by this sentence's offsets. */
function previousEvidence({ sentence: { previous, start }, lexis }: Context): WeighedEvidence[] {
  if (!previous) return [];
  const shift = previous.start - start;
  return evidenceIn(previous.plain, lexis).map((one) => ({ ...one, from: one.from + shift, to: one.to + shift }));
}
