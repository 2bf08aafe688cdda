import { conceptRule } from "./note-rule";

/** A related concept that the vault does not define. */
export const undefinedConcept = conceptRule(
  {
    id: "undefined-concept",
    summary: "A label in a list of related concepts names nothing in the vault.",
    rationale: "The list promises a concept that cannot be looked up, and the map ends there.",
    severity: "info",
  },
  ({ relations, broken }) => {
    const brokenAt = new Set(broken.map(({ link }) => link.from));
    return relations
      // A link that leads nowhere is the affair of unresolved-link.
      .filter(({ from }) => !brokenAt.has(from))
      .filter(({ kind, target, written, label }) => (kind === "related" || kind === "contrast") && target === null && written !== "link" && label !== "")
      .map(({ label, from, to }) => ({ from, to, message: `Nothing in the vault is called “${label}”. Write a note for it, or add it to the aliases of the note that covers it.` }));
  },
);
