import { headsOf } from "../prose/comparison";
import { stands, weightOf } from "../prose/evidence";
import { joined, stretchOf } from "../prose/joined";
import type { Occurrence, Sentence } from "../prose/sentence";
import { evidenceOf } from "./pair";
import type { Passage } from "./passages";
import type { Context, Finding } from "./rule";

/** The pairs of sentences in a section in which a noun that had the one word takes the other, each noun once; none where the section sets the words apart, or claims both. */
export function slidesIn(section: readonly Context[]): Passage[] {
  if (section.some(isSetApart)) return [];
  const uses = new Map<string, { context: Context; word: Occurrence } | "slid">();
  return section.flatMap((context) =>
    context.sentence.occurrences.flatMap((word): Passage[] => {
      const noun = nounOf(context.sentence, word);
      const first = noun === undefined ? "slid" : (uses.get(noun) ?? { context, word });
      if (noun === undefined || first === "slid") return [];
      const isSlide = first.word.side !== word.side && first.context !== context;
      uses.set(noun, isSlide ? "slid" : first);
      if (!isSlide) return [];
      const whole = joined(readingOf(first.context), ". ", readingOf(context));
      return [{ reading: whole, seam: whole.seam, as: "slide", isSure: true, isHeading: false, isContrasted: false, isRelatedList: false }];
    }),
  );
}

/** A noun that has one word in the sentence before and the other in this one, which gives no evidence for it: a second claim would. */
export function slides({ sentence, evidence }: Context): Finding[] {
  const { previous } = sentence;
  if (!previous) return [];
  return sentence.occurrences.flatMap((word) => {
    const noun = nounOf(sentence, word);
    const before = previous.occurrences.find((other) => other.side !== word.side && nounOf(previous, other) === noun);
    if (noun === undefined || !before || weightOf(evidence, word.side, { from: 0, to: sentence.followed.length }) >= stands) return [];
    const shift = previous.start - sentence.start;
    const first = { ...evidenceOf(before), from: before.from + shift, to: before.to + shift };
    return [{ from: word.from, to: word.to, word, variant: "slide", isSure: false, evidence: [first, evidenceOf(word)] }];
  });
}

/** A sentence with what goes on from it. */
function readingOf({ sentence: { reading, start, followed } }: Context) {
  return stretchOf(reading, { from: start, to: start + followed.length });
}

/** The noun behind an adjective that is meant as such; nothing where the two are a term of their own. */
function nounOf(sentence: Sentence, word: Occurrence): string | undefined {
  const { isOpposite, wordClass, isTermOfArt, isBorrowing, isCompositional, isFramed, isNegated, isQuoted } = word;
  return isOpposite || wordClass !== "adjective" || isTermOfArt || isBorrowing || isCompositional || isFramed || isNegated || isQuoted ? undefined : headsOf(sentence, word)[0];
}

function isSetApart({ sentence: { plain, occurrences }, patterns, isContrasted, isRelatedList }: Context): boolean {
  const sides = new Set(occurrences.filter(({ isOpposite }) => !isOpposite).map(({ side }) => side));
  return sides.size === 2 || isContrasted || isRelatedList || patterns.teaching.test(plain) || patterns.contrast.test(plain);
}
