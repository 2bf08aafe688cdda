import { conceptRule } from "./note-rule";

/** A concept note that does not say what its concept is. */
export const missingDefinition = conceptRule(
  {
    id: "missing-definition",
    summary: "A concept note begins without a definition.",
    rationale: "A reader who comes by a link looks for one sentence that says what the word means here.",
    severity: "warning",
  },
  ({ concept, reading }) => {
    if (concept.definition !== "") return [];
    return [{ ...reading.opening, message: `The note does not say what “${concept.prefLabel}” is. Begin it with a paragraph that does, or fill in the property “description”.` }];
  },
);
