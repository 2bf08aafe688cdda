import { isTelling, type Relation } from "../concepts/concept";

/** Whether the far end of a relation states one in return. */
export type Direction = "one-way" | "both";

/**
 * Tells of each of some relations whether another of them answers it: a mention answers a mention, a tag a tag, and of all
 * that is stated on purpose (related, contrast, broader, narrower) each answers each.
 */
export function directionsOf(relations: readonly Relation[]): (relation: Relation) => Direction {
  const key = (kind: Relation["kind"], source: string | null, target: string | null) => `${isTelling(kind) ? "" : kind}\n${source}\n${target}`;
  const stated = new Set(relations.map(({ kind, source, target }) => key(kind, source, target)));
  return ({ kind, source, target }) => (stated.has(key(kind, target, source)) ? "both" : "one-way");
}
