import type { Fit } from "../prose/frame";
import { stands, type WeighedEvidence } from "../prose/evidence";
import type { Occurrence, Sentence } from "../prose/sentence";

/** A word as evidence for the axis that it belongs to, itself or by its opposite. */
export function evidenceOf({ side, from, to }: Occurrence): WeighedEvidence {
  return { side, weight: stands, isOpen: false, isFirm: true, from, to };
}

/** The two words that a relation joins, in the order in which they stand. */
export function pairOf({ occurrences }: Sentence, { word, other }: Pick<Fit, "word" | "other">): { first: Occurrence; second: Occurrence } | undefined {
  const [from, to] = word.from < other.from ? [word.from, other.from] : [other.from, word.from];
  const first = occurrences.find((found) => found.from === from);
  const second = occurrences.find((found) => found.from === to);
  return first && second && { first, second };
}
