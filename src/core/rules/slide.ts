import { headsOf } from "../prose/comparison";
import { stands, weightOf } from "../prose/evidence";
import { joined, stretchOf } from "../prose/joined";
import type { Reading } from "../prose/reading";
import type { Occurrence, Sentence } from "../prose/sentence";
import { evidenceOf } from "./pair";
import type { Passage } from "../judge/passages";
import type { Context, Finding } from "./rule";

/** The pairs of sentences in a section in which a noun that had the one word takes the other, each noun once; none where the section sets the words apart, or claims both. */
export function slidesIn(section: readonly Context[]): Passage[] {
  const uses = new Map<string, { context: Context; side: 0 | 1 }>();
  const slid = new Map<string, Passage>();
  for (const context of section) {
    if (isSetApart(context)) return [];
    for (const word of context.sentence.occurrences) {
      const noun = nounOf(context.sentence, word);
      if (noun === undefined) continue;
      const first = uses.get(noun) ?? { context, side: word.side };
      uses.set(noun, first);
      if (first.side === word.side || slid.has(noun)) continue;
      slid.set(noun, { ...joined(readingOf(first.context, "plain"), ". ", readingOf(context, "followed")), as: "slide", isSure: true, isWanted: true, isHeading: false, isContrasted: false, isRelatedList: false, rest: "" });
    }
  }
  return [...slid.values()];
}

/** A noun that has one word in the sentence before and the other in this one, which gives no evidence for it: a second claim would. */
export function slides({ sentence, evidence }: Context): Finding[] {
  const { previous } = sentence;
  return sentence.occurrences.flatMap((word) => {
    const noun = nounOf(sentence, word);
    const before = previous?.occurrences.find((other) => other.side !== word.side && nounOf(previous, other) === noun);
    if (!previous || noun === undefined || !before || weightOf(evidence, word.side, { from: 0, to: sentence.followed.length }) >= stands) return [];
    const shift = previous.start - sentence.start;
    return [{ from: word.from, to: word.to, word, variant: "slide", isSure: false, evidence: [evidenceOf({ ...before, from: before.from + shift, to: before.to + shift }), evidenceOf(word)] }];
  });
}

/** A sentence by itself, or with what goes on from it. */
function readingOf({ sentence }: Context, extent: "plain" | "followed"): Reading {
  const { reading, start } = sentence;
  return stretchOf(reading, { from: start, to: start + sentence[extent].length });
}

/** The noun behind an adjective that is meant as such; nothing where the two are a term of their own. */
function nounOf(sentence: Sentence, word: Occurrence): string | undefined {
  const isOther = word.isOpposite || word.wordClass !== "adjective" || word.isTermOfArt || word.isBorrowing || word.isCompositional || word.isFramed || word.isNegated || word.isQuoted;
  return isOther ? undefined : headsOf(sentence, word)[0];
}

function isSetApart({ sentence: { plain, occurrences }, patterns, isContrasted, isRelatedList }: Context): boolean {
  const claims = (side: 0 | 1) => occurrences.some((word) => word.side === side && !word.isOpposite);
  return (claims(0) && claims(1)) || isContrasted || isRelatedList || patterns.teaching.test(plain) || patterns.contrast.test(plain);
}
