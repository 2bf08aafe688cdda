import type { ConceptGraph } from "../vault-index";

/** The graph in the JSON of `distinguo graph --format json`; see DESIGN.md, Contracts. */
export function toJson({ concepts, relations }: ConceptGraph): string {
  return JSON.stringify(
    {
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
    },
    null,
    2,
  );
}
