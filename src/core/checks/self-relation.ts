import { itemKey } from "../concepts/item-place";
import { takeOut } from "../fixes/take-out";
import { nameKey, nameKeys } from "../graph/path-index";
import { conceptRule, type NoteExamples } from "./note-rule";

/** A concept that lists itself, or links to itself. */
export const selfRelation = conceptRule(
  {
    id: "self-relation",
    summary: "A concept lists itself as related, or links to its own note.",
    rationale: "It tells a reader nothing; often another concept was meant.",
    severity: "info",
  },
  ({ path, concept: { prefLabel }, relations, reading }, { open }) => {
    const listed = relations.filter(({ kind, target }) => kind !== "mention" && kind !== "tag" && target === path);
    const own = nameKey(path);
    const seen = new Set(listed.map(({ from }) => from));
    // A link to one of its own sections leads somewhere.
    const linked = reading.links.filter(({ from, target }) => !seen.has(from) && target.fragment === "" && nameKeys(target).includes(own) && open(target.path, path) === path);
    return [
      ...listed.map(({ from, to, label }) => ({ from, to, message: `“${label}” is “${prefLabel}” itself. Name the concept that is meant, or take the entry out.`, fixes: takeOut(reading.mending.items.get(itemKey({ from, label }))) })),
      // A note that links its name wherever it stands would be told again and again.
      ...linked.slice(0, 1).map(({ from, to, label }) => ({ from, to, message: `The link “${label}” leads to its own note, “${prefLabel}”${linked.length > 1 ? `, and ${linked.length - 1} more do` : ""}. Which note is meant?` })),
    ];
  },
);

/** What it reports and leaves alone: small vaults, text by path. Tests and the page of rules read them; the plugin carries them not. */
export const examples: NoteExamples = {
  reported: [
    {
      notes: { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- [[flood]]: follows it\n- «Ebbs»: are many\n", "concepts/flood.md": "The sea coming in.\n\n## Related\n\n- [[ebb]]: comes before it\n" },
      fixed: { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- [[flood]]: follows it\n" },
    },
    {
      notes: { "concepts/ebb.md": "The «[[ebb|sea going out]]». An [[ebb]] is no flood.\n" },
    },
  ],
  leftAlone: [
    { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- [[flood]]: follows it\n", "concepts/flood.md": "The sea coming in.\n\n## Related\n\n- [[ebb]]: comes before it\n" },
    { "concepts/ebb.md": "The sea going out, see [[ebb#Causes]] and [[#Causes]].\n\n## Causes\n\nThe moon.\n" },
  ],
};
