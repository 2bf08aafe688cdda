import { weightOf } from "../prose/evidence";
import { offersIn, type Offer } from "../prose/offers";
import type { Context, Finding } from "./rule";

/** From how much evidence on a claim stands on an axis, and below how much it does not touch it. */
const stands = 1;
const touches = 0.5;

/** Offers whose evidence is all on the axis that the word does not belong to. */
export function findClaims(context: Context, as: Offer["as"], sides: readonly (0 | 1)[]): Finding[] {
  const { sentence, patterns, evidence, isQuestion, choices } = context;
  const whole = { from: 0, to: sentence.plain.length };
  if (sentence.occurrences.some(({ side, isOpposite }) => !isOpposite && side === 0) && sentence.occurrences.some(({ side, isOpposite }) => !isOpposite && side === 1)) {
    if (patterns.teaching.test(sentence.plain)) return [];
  }
  return offersIn(sentence, patterns.offers, patterns.negation).flatMap((offer) => {
    if (offer.as !== as || !sides.includes(offer.side)) return [];
    const word = sentence.occurrences.find(({ from }) => from === offer.word.from);
    if (!word || word.isFramed) return [];
    const other = offer.side === 0 ? 1 : 0;
    const isOtherTerm = sentence.occurrences.some((found) => !found.isOpposite && found.side === other && found.from >= offer.from && found.to <= offer.to);
    const isOwnTerm = sentence.occurrences.some((found) => found !== word && found.side === offer.side && found.from >= offer.from && found.to <= offer.to);
    const weight = weightOf(evidence, other, offer) + (isOtherTerm ? stands : 0);
    const own = weightOf(evidence, offer.side, as === "meaning" ? whole : offer) + (isOwnTerm ? stands : 0);
    if (weight < touches || own >= touches) return [];
    const hedged = patterns.hedge.test(sentence.plain.slice(0, word.from));
    const isSure = offer.isSure && weight >= stands && !hedged && !isQuestion && !word.isQuoted && !word.isNegated && !word.isCompositional && !(as === "meaning" && word.isTermOfArt);
    const found = evidence.filter(({ side, from, to }) => side === other && from >= offer.from && to <= offer.to);
    const canSwap = weightOf(evidence, offer.side, whole) < touches;
    return [{ from: word.from, to: word.to, word, isSure, evidence: found, fixes: canSwap ? choices.swap(word, other, false) : [] }];
  });
}
