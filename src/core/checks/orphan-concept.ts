import { conceptRule } from "./note-rule";

/** A concept that no other note leads to. */
export const orphanConcept = conceptRule(
  {
    id: "orphan-concept",
    summary: "No other note links to, relates to or is tagged with a concept.",
    rationale: "What nothing leads to is found by search alone, and drifts away from the rest.",
    severity: "info",
  },
  ({ path, concept, reading }, { statersOf }) => {
    if ([...statersOf(path)].some((source) => source !== path)) return [];
    return [{ ...reading.opening, message: `No other note leads to “${concept.prefLabel}”. Name it where it is spoken of, or in the list of a concept next to it.` }];
  },
);
