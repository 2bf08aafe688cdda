import type { Frames } from "../distinctions/frames";
import type { Range } from "../range";
import { against, type Hear } from "./against";
import { fitsOf, framePattern, type Frame, type FramePattern } from "./frame";
import type { Lexis } from "./lexis";
import { run } from "./pattern";
import { hasCues, markOf, type Sentence } from "./sentence";

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
  side: 0 | 1;
  as: Offer["as"];
  isSure: boolean;
  isDefinition: boolean;
  /** What is offered stands behind the word, in what leads to it, before the whole frame, or in the sentence before. */
  where: "behind" | "lead" | "before" | "previous";
}

/** The patterns of both terms, the surer ones first. */
export function offerPatterns(frames: Pick<Frames, Offer["as"] | "definition">, { cues, distinction }: Lexis): OfferPattern[] {
  return ([0, 1] as const).flatMap((side) => {
    const { makers, doings, states, termsOfArt } = distinction.terms[side];
    const slots = { X: run(markOf(side, false)), Y: "", lists: { ...cues, makers, doings, states, termsOfArt }, contractions: cues.contractions };
    const patterns = (list: readonly Frame[], as: Offer["as"], isSure: boolean, isDefinition = false) =>
      list.map((frame) => {
        const pattern = framePattern(frame, slots);
        const where = frame.startsWith("…<") ? "previous" : frame.startsWith("…") ? "before" : pattern.isWordFirst ? "behind" : "lead";
        return { ...pattern, side, as, isSure, isDefinition, where } as const;
      });
    const { definition, meaning, leap } = frames;
    return [...patterns(definition.sure, "meaning", true, true), ...patterns(meaning.sure, "meaning", true), ...patterns(leap.sure, "leap", true), ...patterns(definition.perhaps, "meaning", false, true), ...patterns(meaning.perhaps, "meaning", false), ...patterns(leap.perhaps, "leap", false)];
  });
}

/** What a sentence offers for the words of some sides, as one thing or the other; the surer offers first. */
export function offersIn(sentence: Sentence, patterns: readonly OfferPattern[], wanted: Pick<Offer, "as"> & { sides: readonly (0 | 1)[] }, negation: RegExp, aside: RegExp, hear?: Hear): Offer[] {
  const { followed, previous } = sentence;
  const sides = wanted.sides.filter((side) => followed.includes(markOf(side, false)));
  return patterns.flatMap((pattern) => {
    const { side, as, needs, isSure, isDefinition, where } = pattern;
    if (as !== wanted.as || !sides.includes(side) || !hasCues(sentence, needs)) return [];
    return fitsOf(followed, pattern).flatMap((fit) => {
      const { frame, from, word, other, lead, between } = fit;
      if (against(hear, fit, { "negated-cue": negation.exec(`${between} `) ?? (where === "behind" && negation.exec(lead)), aside: aside.exec(between) })) return [];
      const offered =
        where === "before" ? { from: 0, to: from } : where === "previous" ? { from: -(previous?.plain.length ?? 0), to: 0 } : where === "lead" ? { from: other.from, to: word.from } : { from: other.from, to: other.from + clauseEnd(followed.slice(other.from, other.to), aside) };
      return [{ side, as, isSure, isDefinition, frame, where, word, ...offered }];
    });
  });
}

/** Where what is offered ends at the latest: at a semicolon, or where the sentence turns to something else. */
function clauseEnd(offered: string, aside: RegExp): number {
  const at = [offered.indexOf("; "), offered.search(aside)].filter((found) => found > 0);
  return Math.min(offered.length, ...at);
}
