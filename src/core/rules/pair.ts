import { stands, type WeighedEvidence } from "../prose/evidence";
import type { Occurrence, Sentence } from "../prose/sentence";
import type { Range } from "../range";

/** A word as evidence for the axis that it belongs to, itself or by its opposite. */
export function evidenceOf({ side, from, to }: Occurrence): WeighedEvidence {
  return { side, weight: stands, from, to };
}

/** The two words at the ends of a range: the first and the last one in it. */
export function pairOf({ occurrences }: Sentence, { from, to }: Range): { first: Occurrence; second: Occurrence } | undefined {
  const inside = occurrences.filter((word) => word.from >= from && word.to <= to);
  const first = inside[0];
  const second = inside.at(-1);
  return first && second && first !== second ? { first, second } : undefined;
}
