import { conceptRule, type NoteExamples } from "./note-rule";

/** A concept note that does not say what its concept is. */
export const missingDefinition = conceptRule(
  {
    id: "missing-definition",
    summary: "A concept note begins without a definition.",
    rationale: "Who comes by a link looks for one sentence that says what the word means here.",
    severity: "info",
  },
  ({ concept, reading }) => {
    if (concept.definition !== "") return [];
    return [{ ...reading.opening, message: `The note does not say what “${concept.prefLabel}” is. Begin it with a paragraph that does, or fill in the property “description”.` }];
  },
);

/** What it reports and leaves alone: small vaults, text by path. Tests and the page of rules read them; the plugin carries them not. */
export const examples: NoteExamples = {
  reported: [
    {
      notes: { "concepts/ebb.md": "---\ntitle: «Ebb»\n---\n\n## Related\n\n- [[flood]]: follows it\n", "concepts/flood.md": "The sea coming in.\n\n## Related\n\n- [[ebb]]: comes before it\n" },
    },
    {
      notes: { "concepts/ebb.md": "# «The ebb»\n\n- out\n- and out\n" },
    },
    {
      notes: { "concepts/ebb.md": "«[What “ebb” is, in one sentence.]»\n" },
    },
  ],
  leftAlone: [
    { "concepts/ebb.md": "# The ebb\n\nThe sea going out.\n" },
    { "concepts/ebb.md": "[The sea going out.](sea.md)\n", "concepts/sea.md": "[[ebb]]" , "concepts/flood.md": "[In] and up.\n" },
    { "concepts/ebb.md": "---\ndescription: The sea going out.\n---\n\n## Related\n" },
    { "log.md": "## Monday\n" },
  ],
};
