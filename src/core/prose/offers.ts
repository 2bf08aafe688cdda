import type { FrameLists, Frames } from "../distinctions/frames";
import type { Range } from "../range";
import { against, type Hear } from "./against";
import { fitsOf, framePattern, mayFit, type Frame, type FramePattern } from "./frame";
import type { Lexis } from "./lexis";
import { markOf, type Sentence } from "./sentence";

/** What a sentence offers as the meaning, the reason or the result of one of the two words. `[from, to)` is what is offered. */
export interface Offer extends Range {
  side: 0 | 1;
  as: "meaning" | "leap";
  isSure: boolean;
  frame: Frame;
  /** The words themselves say that it is a definition. */
  isDefinition: boolean;
  /** Where what is offered stands. */
  where: OfferPattern["where"];
  /** Where the word stands. */
  word: Range;
}

/** A frame for one of the two words. */
export interface OfferPattern extends FramePattern {
  isSure: boolean;
  isDefinition: boolean;
  /** What is offered stands behind the word, in what leads to it, before the whole frame, or in the sentence before. */
  where: "behind" | "lead" | "before" | "previous";
}

/** The patterns of each kind of offer, by the side of the word, the surer ones first. */
export type OfferPatterns = Readonly<Record<Offer["as"], readonly [OfferPattern[], OfferPattern[]]>>;

/** Makes the patterns of both terms. */
export function offerPatterns({ definition, meaning, leap }: Pick<Frames, Offer["as"] | "definition">, { cues, distinction, finderOf }: Lexis): OfferPatterns {
  const patterns = (side: 0 | 1, lists: readonly FrameLists[]): OfferPattern[] => {
    const { makers, doings, states, termsOfArt } = distinction.terms[side];
    const slots = { X: markOf(side, false), Y: "", finderOf, lists: { ...cues, makers, doings, states, termsOfArt }, contractions: cues.contractions };
    const ofLevel = (isSure: boolean) =>
      lists.flatMap((list) =>
        (isSure ? list.sure : list.perhaps).map((frame) => {
          const pattern = framePattern(frame, slots);
          const where = frame.startsWith("…<") ? "previous" : frame.startsWith("…") ? "before" : pattern.isWordFirst ? "behind" : "lead";
          return { ...pattern, isSure, isDefinition: list === definition, where } as const;
        }),
      );
    return [...ofLevel(true), ...ofLevel(false)];
  };
  const meanings = [definition, meaning];
  return { meaning: [patterns(0, meanings), patterns(1, meanings)], leap: [patterns(0, [leap]), patterns(1, [leap])] };
}

/** What lets a frame go, and where what it offers ends. */
export interface Bounds {
  negation: RegExp;
  aside: RegExp;
  secondClause: RegExp;
}

/** What a sentence offers for the words of some sides, as one thing or the other; the surer offers first. */
export function offersIn(sentence: Sentence, patterns: OfferPatterns, { as, sides }: Pick<Offer, "as"> & { sides: readonly (0 | 1)[] }, { negation, aside, secondClause }: Bounds, hear?: Hear): Offer[] {
  const { followed, previous } = sentence;
  const padded = ` ${followed}`;
  const offers: Offer[] = [];
  for (const side of sides) {
    if (!followed.includes(markOf(side, false))) continue;
    for (const pattern of patterns[as][side]) {
      if (!mayFit(sentence.frames, pattern)) continue;
      const { isSure, isDefinition, where } = pattern;
      for (const fit of fitsOf(padded, pattern)) {
        const { frame, from, word, other, lead, between } = fit;
        if (against(hear, fit, { "negated-cue": negation.exec(`${between} `) ?? (where === "behind" && negation.exec(lead)), aside: aside.exec(between) })) continue;
        const offered =
          where === "before" ? { from: 0, to: from } : where === "previous" ? { from: -(previous?.plain.length ?? 0), to: 0 } : where === "lead" ? { from: other.from, to: word.from } : { from: other.from, to: other.from + endOf(followed.slice(other.from, other.to), as === "leap" ? [aside, secondClause] : [aside]) };
        offers.push({ side, as, isSure, isDefinition, frame, where, word, ...offered });
      }
    }
  }
  return offers;
}

/** Where what is offered ends at the latest: at a semicolon, where the sentence turns to something else, or, of a reason or a result, at a second clause. */
function endOf(offered: string, bounds: readonly RegExp[]): number {
  const at = [offered.indexOf("; "), ...bounds.map((bound) => offered.search(bound))].filter((found) => found > 0);
  return Math.min(offered.length, ...at);
}
