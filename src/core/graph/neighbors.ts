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

/** A relation with what it is ordered by, made once: a hub has hundreds. */
interface Ranked {
  end: Neighbor;
  rank: number;
  name: string;
}

function ranked(ends: readonly Neighbor[]): Ranked[] {
  // One by itself is not answered, and most of a hub's are.
  const directionOf = ends.length > 1 ? directionsOf(ends.map(({ relation }) => relation)) : undefined;
  return ends.map((end) => ({ end, rank: ranks[end.relation.kind] * 2 + Number(directionOf?.(end.relation) === "both"), name: end.label.toLowerCase() }));
}

function compare(a: Ranked, b: Ranked): number {
  return (
    a.rank - b.rank ||
    compareText(a.name, b.name) ||
    compareText(a.end.path ?? "", b.end.path ?? "") ||
    compareText(b.end.direction, a.end.direction) ||
    a.end.relation.from - b.end.relation.from
  );
}

/** All relations of one note in order: by kind, those of one way first, then by label, then out before in. */
export function inOrder(ends: readonly Neighbor[]): Neighbor[] {
  return ranked(ends)
    .sort(compare)
    .map(({ end }) => end);
}

/**
 * Of the far ends of one note the first so many, in the order of `inOrder`, found without bringing all of them in order.
 * @param groups for each far end all relations to it
 */
export function firstGroups<Group extends readonly Neighbor[]>(groups: Iterable<Group>, count: number): Group[] {
  const first: { head: Ranked; group: Group }[] = [];
  if (count <= 0) return [];
  for (const group of groups) {
    const [head] = ranked(group).sort(compare);
    const last = first[count - 1]?.head;
    if (!head || (last && compare(head, last) >= 0)) continue;
    let [low, high] = [0, first.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = first[middle]?.head;
      if (other && compare(other, head) <= 0) low = middle + 1;
      else high = middle;
    }
    first.splice(low, 0, { head, group });
    if (first.length > count) first.pop();
  }
  return first.map(({ group }) => group);
}
