import { compareText } from "../../compare-text";
import { noteLabel, type ConceptGraph } from "../concept-graph";

/** What a graph has of some notes and of the relations among them; notes that take no part in it are there too. */
export function onlyAmong({ concepts, relations }: ConceptGraph, paths: readonly string[]): ConceptGraph {
  const wanted = new Set(paths);
  const own = concepts.filter(({ path }) => wanted.has(path));
  const isConcept = new Set(own.map(({ path }) => path));
  const plain = [...wanted].filter((path) => !isConcept.has(path)).sort(compareText);
  return {
    concepts: own,
    notes: plain.map((path) => ({ path, label: noteLabel(path) })),
    missing: [],
    relations: relations.filter(({ source, target }) => target !== null && wanted.has(source) && wanted.has(target)),
  };
}
