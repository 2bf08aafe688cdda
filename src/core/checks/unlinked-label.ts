import { itemKey } from "../concepts/item-place";
import { shapeOf } from "../fix-shape";
import { conceptRule, type NoteExamples } from "./note-rule";

/** A label in a list of related concepts that is a concept's and is not linked. */
export const unlinkedLabel = conceptRule(
  {
    id: "unlinked-label",
    summary: "A list of related concepts names a concept of the vault without linking it.",
    rationale: "The name cannot be followed, and the app's graph and backlinks do not know of it.",
    severity: "info",
  },
  ({ path, relations, reading }, { entryAt, conceptsCalled, habits }) =>
    relations.flatMap(({ kind, written, target, label, from, to }) => {
      const other = target === null || target === path || kind !== "related" || written !== "label" ? undefined : entryAt(target)?.concept;
      if (!other) return [];
      const place = reading.mending.items.get(itemKey({ from, label }))?.label;
      const isOnly = conceptsCalled(label).length === 1;
      return {
        from,
        to,
        message: `“${label}” names the concept “${other.prefLabel}” (${other.path}). ${isOnly ? "Link it." : "Others are called so too: link the one that is meant."}`,
        fixes: isOnly && place ? [{ title: `Link “${label}”`, kind: "safe", shape: shapeOf("link-label"), edits: [{ ...place, ...habits.link(other.path, label, path) }] }] : [],
      };
    }),
);

/** What it reports and leaves alone: small vaults, text by path. Tests and the page of rules read them; the plugin carries them not. */
export const examples: NoteExamples = {
  reported: [
    {
      notes: { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- «**Floods**»: follow it\n", "concepts/flood.md": "The sea coming in.\n\n## Related\n\n- [[ebb]]: comes before it\n" },
      fixed: { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- **[[flood|Floods]]**: follow it\n" },
    },
    {
      notes: { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- [Pier](../pier.md): shows how far\n- «Flood tide» - follows it\n", "concepts/flood.md": "---\naliases: [flood tide]\n---\nThe sea coming in.\n", "pier.md": "" },
      fixed: { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- [Pier](../pier.md): shows how far\n- [Flood tide](flood.md) - follows it\n" },
    },
    {
      notes: { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- «Race»: where it is fast\n", "concepts/race.md": "Fast water.\n", "concepts/regatta.md": "---\naliases: race\n---\nFast boats.\n" },
    },
  ],
  leftAlone: [
    { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- [[flood]]: follows it\n", "concepts/flood.md": "The sea coming in.\n\n## Related\n\n- [[ebb]]: comes before it\n" },
    { "concepts/ebb.md": "The sea going out, unlike a flood.\n", "concepts/flood.md": "The sea coming in.\n" },
    { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- Pier: shows how far\n", "pier.md": "Of oak.\n" },
  ],
};
