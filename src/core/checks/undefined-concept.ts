import { createConcept } from "../fixes/create-concept";
import { conceptRule } from "./note-rule";

/** A related concept that the vault does not define. */
export const undefinedConcept = conceptRule(
  {
    id: "undefined-concept",
    summary: "A label in a list of related concepts names nothing in the vault.",
    rationale: "The list promises a concept that cannot be looked up, and the map ends there.",
    severity: "info",
  },
  (entry, vault) => {
    const brokenAt = new Set(entry.broken.map(({ link }) => link.from));
    return entry.relations
      // A link that leads nowhere is the affair of unresolved-link.
      .filter(({ from }) => !brokenAt.has(from))
      .filter(({ kind, target, written, label }) => kind !== "mention" && kind !== "tag" && target === null && written !== "link" && label !== "")
      .map((relation) => ({
        from: relation.from,
        to: relation.to,
        message: `Nothing in the vault is called “${relation.label}”. Write a note for it, or add it to the aliases of the note that covers it.`,
        fixes: createConcept(entry, relation, vault),
      }));
  },
);
