import type { Range } from "../range";
import type { Frame } from "./frame";

/** What can speak against a word, against what a frame has found, or against a whole sentence. */
export type Reason =
  // The word is none of the distinction's.
  | "other-sense" | "compound" | "long-quotation" | "more-than"
  // The sentence is not judged.
  | "no-word" | "no-term" | "many-words" | "taken-back" | "citation"
  // The rule has nothing to go by.
  | "contrast-above" | "corrected" | "taught" | "no-evidence"
  // The candidate is dropped.
  | "negated-cue" | "aside" | "framed" | "both-claimed" | "conceded" | "label" | "own-reason" | "little-evidence" | "own-evidence" | "only-in-pairs" | "next-sentence" | "manner"
  | "list" | "choice" | "both-axes" | "opposite-claimed" | "verb"
  // It is doubted.
  | "far" | "own-evidence-near" | "hedged" | "reported" | "question" | "quoted" | "negated" | "other-head" | "term-of-art" | "perhaps" | "thin" | "open-head" | "side-by-side"
  // Across two places that are read together.
  | "one-place" | "loose-places" | "mid-label" | "own-evidence-behind";

/** What a rule weighs: a word, or two of them, and the frame that ties them. Offsets are the sentence's. */
export interface Candidate {
  word: Range;
  other?: Range;
  frame?: Frame;
}

/** Hears that a reason speaks against a candidate, or, without one, against all that a rule could find; and the words that say so, where some do. */
export type Hear = (reason: Reason, candidate: Candidate | undefined, words: string | undefined) => void;

/** Whether any of the reasons speaks against a candidate; who listens hears which. */
export function against(hear: Hear | undefined, candidate: Candidate | undefined, reasons: Readonly<Partial<Record<Reason, RegExpExecArray | boolean | null>>>): boolean {
  let isAny = false;
  for (const reason in reasons) {
    const found = reasons[reason as Reason];
    if (!found) continue;
    isAny = true;
    hear?.(reason as Reason, candidate, found === true ? undefined : found[0]);
  }
  return isAny;
}
