import { conceptRule, type NoteExamples } from "./note-rule";

/** A concept that no other note leads to. */
export const orphanConcept = conceptRule(
  {
    id: "orphan-concept",
    summary: "No other note links to, relates to or is tagged with a concept.",
    rationale: "What nothing leads to is found by search alone.",
    severity: "info",
  },
  ({ path, concept, reading }, { statersOf }) => {
    if ([...statersOf(path)].some((source) => source !== path)) return [];
    return [{ ...reading.opening, message: `No other note leads to “${concept.prefLabel}”. Name it where it is spoken of, or in the list of one next to it.` }];
  },
);

/** What it reports and leaves alone: small vaults, text by path. Tests and the page of rules read them; the plugin carries them not. */
export const examples: NoteExamples = {
  reported: [
    {
      notes: { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- [[flood]]: follows it\n", "concepts/flood.md": "The sea coming in.\n\n## Related\n\n- [[ebb]]: comes before it\n", "concepts/surge.md": "«Wind on water, see [[ebb]].»\n" },
    },
  ],
  leftAlone: [
    { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- [[flood]]: follows it\n", "concepts/flood.md": "The sea coming in.\n\n## Related\n\n- [[ebb]]: comes before it\n" },
    { "concepts/ebb.md": "The sea going out.\n", "log.md": "---\ntags: ebb\n---\nIt rained.\n" },
  ],
};
