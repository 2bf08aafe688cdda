import { compareText } from "../compare-text";
import type { Concept, Relation } from "../concepts/concept";
import { foldLabel } from "../concepts/label";
import { nameOf } from "../concepts/read-concept";

/** A note that is no concept note and takes part in the graph: it states a relation to a concept, or a concept states one to it. */
export interface PlainNote {
  path: string;
  /** Its name; of an index or readme, which tells nothing, its folder too. */
  label: string;
}

/** A label that a relation names and nothing in the vault answers to. */
export interface MissingConcept {
  /** As it is written where it comes first. */
  label: string;
}

/**
 * The graph of a vault at one moment: its nodes (concepts, plain notes, missing ones) and its edges. Concepts, notes and
 * relations are sorted by path and offset, missing ones by label, so equal vaults give equal graphs.
 */
export interface ConceptGraph {
  concepts: Concept[];
  notes: PlainNote[];
  missing: MissingConcept[];
  relations: Relation[];
  /** Path of the note that this is the neighbourhood of; absent from the graph of a vault or a folder. */
  center?: string;
}

/**
 * The graph of some concepts and of relations, whose other ends are its further nodes. Both in order.
 * @param plain the paths of these ends that are no concepts, in order, where they are known
 */
export function conceptGraph(concepts: Concept[], relations: Relation[], plain = plainEnds(concepts, relations)): ConceptGraph {
  const missing = new Map<string, string>();
  for (const { target, label } of relations) {
    if (target !== null) continue;
    const key = missingKey(label);
    if (!missing.has(key)) missing.set(key, label);
  }
  return {
    concepts,
    notes: plain.map((path) => ({ path, label: noteLabel(path) })),
    missing: [...missing].sort(([a], [b]) => compareText(a, b)).map(([, label]) => ({ label })),
    relations,
  };
}

function plainEnds(concepts: Concept[], relations: Relation[]): string[] {
  const isConcept = new Set(concepts.map(({ path }) => path));
  const ends = new Set(relations.flatMap(({ source, target }) => (target === null ? source : [source, target])));
  return [...ends].filter((path) => !isConcept.has(path)).sort(compareText);
}

/** What tells one missing concept from another: its label, folded. */
export function missingKey(label: string): string {
  return foldLabel(label);
}

/** What tells a node from all others, also in the vault as it is later: its note, or the label that no note answers to. */
export function nodeKey(path: string | null, label: string): string {
  return path ?? `? ${missingKey(label)}`;
}

/** How a note that is no concept note is called: by its name; an index or readme, which tells nothing, by its folder too. */
export function noteLabel(path: string): string {
  const name = nameOf(path);
  const folder = /^(?:index|readme|_index)$/i.test(name) ? path.split("/").at(-2) : undefined;
  return folder !== undefined ? `${folder}/${name}` : name;
}
