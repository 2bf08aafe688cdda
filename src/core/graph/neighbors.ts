import { compareText } from "../compare-text";
import type { Relation, RelationKind } from "../concepts/concept";
import { directionsOf } from "./directions";

/** A relation as one sees it from one of its ends. */
export interface Neighbor {
  relation: Relation;
  /** `out`: the note states it; `in`: another note states it about this one. */
  direction: "out" | "in";
  /** Path of the note at the other end, or null for a label that nothing answers to. */
  path: string | null;
  /** Its prefLabel, or the note's name, or the label as written. */
  label: string;
}

const ranks: Readonly<Record<RelationKind, number>> = { broader: 0, narrower: 1, related: 2, contrast: 3, mention: 4, tag: 5 };

/**
 * The relations of one note as seen from it, as they come.
 * @param labelOf how the note at a path is called
 */
export function endsOf(out: readonly Relation[], incoming: readonly Relation[], labelOf: (path: string) => string): Neighbor[] {
  return [
    ...out.map((relation): Neighbor => ({ relation, direction: "out", path: relation.target, label: relation.target === null ? relation.label : labelOf(relation.target) })),
    ...incoming.map((relation): Neighbor => ({ relation, direction: "in", path: relation.source, label: labelOf(relation.source) })),
  ];
}

/** All relations of one note in order: by kind, those of one way first, then by label, then out before in. */
export function inOrder(ends: readonly Neighbor[]): Neighbor[] {
  const directionOf = directionsOf(ends.map(({ relation }) => relation));
  // What is compared is made once for each end: a hub has hundreds.
  return ends
    .map((end) => ({ end, rank: ranks[end.relation.kind] * 2 + Number(directionOf(end.relation) === "both"), name: end.label.toLowerCase() }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        compareText(a.name, b.name) ||
        compareText(a.end.path ?? "", b.end.path ?? "") ||
        compareText(b.end.direction, a.end.direction) ||
        a.end.relation.from - b.end.relation.from,
    )
    .map(({ end }) => end);
}
