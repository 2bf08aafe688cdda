import type { ConceptGraph } from "../../core/index";

/** The graph as JSON, version 1: the concepts in path order, the relations in the order of their sources and offsets. */
export function graphJson({ concepts, relations }: ConceptGraph): string {
  const value = {
    version: 1,
    concepts: concepts.map(({ path, prefLabel, altLabels, tags, definition, uses, references }) => ({
      path,
      prefLabel,
      altLabels,
      tags,
      definition,
      uses: uses.map(({ domain, heading }) => ({ domain, heading })),
      references,
    })),
    relations: relations.map(({ kind, source, target, label, sentence, from, to, written }) => ({ kind, source, target, label, sentence, from, to, written })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
