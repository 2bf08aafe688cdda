import type { Relation, RelationKind } from "../concepts/concept";
import { noteLabel } from "./concept-graph";
import type { VaultIndex } from "./vault-index";

/** A note among others. */
export interface AmongNode {
  path: string;
  /** What the concept is called; of a note that is none, its name. */
  label: string;
  isConcept: boolean;
  /** What it says of the others, in the order of the note; none to itself. */
  relations: readonly Relation[];
}

/** Some notes and what they say of each other. */
export interface Among {
  /** In the order in which they were asked for, each once. */
  nodes: readonly AmongNode[];
  /** How many relations there are between them. */
  count: number;
  /** How many of these were too many to be told. */
  left: number;
}

/**
 * What some notes say of each other.
 * @param without relations of these kinds are left out
 * @param most how many relations are told
 */
export function among(index: Pick<VaultIndex, "concept" | "stated">, paths: readonly string[], without: readonly RelationKind[], most: number): Among {
  const asked = new Set(paths);
  let count = 0;
  const nodes = [...asked].map((path): AmongNode => {
    const concept = index.concept(path);
    const own = index.stated(path).filter(({ kind, target }) => target !== null && target !== path && asked.has(target) && !without.includes(kind));
    const room = Math.max(0, most - count);
    count += own.length;
    return { path, label: concept?.prefLabel ?? noteLabel(path), isConcept: concept !== undefined, relations: own.slice(0, room) };
  });
  return { nodes, count, left: Math.max(0, count - most) };
}
