import { conceptRule } from "./note-rule";

/** A label in a list of related concepts that is a concept's and is not linked. */
export const unlinkedLabel = conceptRule(
  {
    id: "unlinked-label",
    summary: "A list of related concepts names a concept of the vault without linking it.",
    rationale: "The name cannot be followed, and the app's own graph and backlinks do not know of the relation.",
    severity: "info",
  },
  ({ path, relations, reading }, { entryAt, conceptsCalled, habits }) =>
    relations.flatMap(({ kind, written, target, label, from, to }) => {
      const other = target === null || target === path || kind !== "related" || written !== "label" ? undefined : entryAt(target)?.concept;
      if (!other) return [];
      const place = reading.mending.items.get(from)?.label;
      const isOnly = conceptsCalled(label).length === 1;
      return {
        from,
        to,
        message: `“${label}” names the concept “${other.prefLabel}” (${other.path}). ${isOnly ? "Link it, so that it can be followed." : "Others are called so too: link the one that is meant."}`,
        fixes: isOnly && place ? [{ title: `Link “${label}”`, kind: "safe", edits: [{ ...place, ...habits.link(other.path, label, path) }] }] : [],
      };
    }),
);
