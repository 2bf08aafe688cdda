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

const kinds: readonly RelationKind[] = ["broader", "narrower", "related", "contrast", "mention", "tag"];

/**
 * The relations of one note as seen from it, sorted: by kind, those of one way first, then by label, then out before in.
 * @param labelOf how the note at a path is called
 */
export function neighborsOf(out: readonly Relation[], incoming: readonly Relation[], labelOf: (path: string) => string): Neighbor[] {
  const directionOf = directionsOf([...out, ...incoming]);
  const neighbors = [
    ...out.map((relation): Neighbor => ({ relation, direction: "out", path: relation.target, label: relation.target === null ? relation.label : labelOf(relation.target) })),
    ...incoming.map((relation): Neighbor => ({ relation, direction: "in", path: relation.source, label: labelOf(relation.source) })),
  ];
  return neighbors
    .map((neighbor) => ({ neighbor, twoWay: Number(directionOf(neighbor.relation) === "both") }))
    .sort(
      (a, b) =>
        kinds.indexOf(a.neighbor.relation.kind) - kinds.indexOf(b.neighbor.relation.kind) ||
        a.twoWay - b.twoWay ||
        compareText(a.neighbor.label.toLowerCase(), b.neighbor.label.toLowerCase()) ||
        compareText(a.neighbor.path ?? "", b.neighbor.path ?? "") ||
        compareText(b.neighbor.direction, a.neighbor.direction) ||
        a.neighbor.relation.from - b.neighbor.relation.from,
    )
    .map(({ neighbor }) => neighbor);
}
