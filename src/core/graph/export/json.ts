import type { ConceptGraph } from "../concept-graph";
import { directionsOf } from "../directions";

/** The graph in the JSON of `distinguo graph --format json`; see DESIGN.md, Contracts. */
export function toJson({ concepts, notes, missing, relations }: ConceptGraph): string {
  const directionOf = directionsOf(relations);
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
      notes: notes.map(({ path, label }) => ({ path, label })),
      missing: missing.map(({ label }) => ({ label })),
      relations: relations.map((relation) => {
        const { kind, source, target, label, sentence, from, to, written, section, line, found } = relation;
        return { kind, source, target, label, sentence, from, to, written, section, line, found, direction: directionOf(relation) };
      }),
    },
    null,
    2,
  );
}
