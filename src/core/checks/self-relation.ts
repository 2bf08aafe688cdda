import { conceptRule } from "./note-rule";

/** A concept that lists itself. */
export const selfRelation = conceptRule(
  {
    id: "self-relation",
    summary: "A concept lists itself as related.",
    rationale: "The entry tells a reader nothing; often another concept was meant.",
    severity: "warning",
  },
  ({ path, concept, relations }) =>
    relations
      .filter(({ kind, target }) => kind === "related" && target === path)
      .map(({ from, to, label }) => ({ from, to, message: `“${label}” is “${concept.prefLabel}” itself. Name the concept that is meant, or take the entry out.` })),
);
