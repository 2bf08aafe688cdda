import { isTelling, type Relation } from "../concepts/concept";
import type { Fix } from "../diagnostic";
import { shapeOf } from "../fix-shape";
import { wayBack } from "../fixes/way-back";
import { graphRule, type NoteExamples } from "./note-rule";

/** A relation that the other concept does not state in return. */
export const oneWayRelation = graphRule(
  {
    id: "one-way-relation",
    summary: "A concept lists another as related, which does not list it.",
    rationale: "“Related” holds both ways; who starts at the other end does not learn of it.",
    severity: "hint",
  },
  ({ entryAt, habits }) => {
    /** What each concept relates itself to, in whatever way but in passing. */
    const listed = new Map<string, Set<string>>();
    const listedBy = (path: string): Set<string> => {
      let targets = listed.get(path);
      if (!targets) {
        targets = new Set(entryAt(path)?.relations.flatMap(({ kind, target }) => (isTelling(kind) ? (target ?? []) : [])));
        listed.set(path, targets);
      }
      return targets;
    };
    return ({ path, concept, relations }) => {
      /** One for each of the others: the first that says something, else the first. */
      const stated = new Map<string, Relation>();
      for (const relation of relations) {
        const { kind, target, sentence } = relation;
        if (kind !== "related" || target === null || target === path) continue;
        const first = stated.get(target);
        if (!first || (first.sentence === "" && sentence !== "")) stated.set(target, relation);
      }
      return [...stated].flatMap(([target, relation]) => {
        const { from, to } = relation;
        const other = entryAt(target);
        if (!other?.concept || listedBy(target).has(path)) return [];
        const { concept: { prefLabel }, reading: { mending: { room } } } = other;
        const fixes: Fix[] = room ? [{ title: `List “${concept.prefLabel}” in “${prefLabel}”`, kind: "choice", shape: shapeOf("add-way-back"), edits: [], elsewhere: [{ path: other.path, edits: [habits.addItem(other.path, room, wayBack(concept, relation))] }] }] : [];
        return { from, to, message: `“${prefLabel}” (${other.path}) does not list “${concept.prefLabel}” in return. Add it there if it holds both ways.`, fixes };
      });
    };
  },
);

/** What it reports and leaves alone: small vaults, text by path. Tests and the page of rules read them; the plugin carries them not. */
export const examples: NoteExamples = {
  reported: [
    {
      notes: { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- «[[flood]]»: follows it\n", "concepts/flood.md": "The sea coming in.\n\n## Related\n\n* [[moon]] — pulls it\n", "concepts/moon.md": "Ours.\n\n## Related\n\n* [[flood]] — is pulled\n" },
      fixed: { "concepts/flood.md": "The sea coming in.\n\n## Related\n\n* [[moon]] — pulls it\n* [[ebb]] — [the other way round: follows it]\n" },
    },
    {
      notes: { "concepts/ebb.md": "The sea going out.\n\n## See also\n\n- «[[flood]]»: follows it\n", "concepts/flood.md": "The sea coming in.\n" },
      fixed: { "concepts/flood.md": "The sea coming in.\n\n## See also\n\n- [[ebb]]: [the other way round: follows it]\n" },
    },
    {
      notes: { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n1. «[[flood]]»\n", "concepts/flood.md": "The sea coming in.\n\n## Related\n\n1. **[[moon]]**: pulls it\n\n## Sources\n", "concepts/moon.md": "Ours. Pulls at [[flood]].\n\n## Related\n\n- [[flood]]\n" },
      fixed: { "concepts/flood.md": "The sea coming in.\n\n## Related\n\n1. **[[moon]]**: pulls it\n2. **[[ebb]]**\n\n## Sources\n" },
    },
    {
      notes: { "concepts/ebb.md": "---\nrelated: \"[[flood]]\"\n---\nThe sea going out.\n\n## Related\n\n- «[[flood]]»: follows it\n", "concepts/flood.md": "The sea coming in.\n" },
      fixed: { "concepts/flood.md": "The sea coming in.\n\n## Related\n\n- [[ebb]]: [the other way round: follows it]\n" },
    },
  ],
  leftAlone: [
    { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- [[flood]]: follows it\n", "concepts/flood.md": "The sea coming in.\n\n## Related\n\n- [[ebb]]: comes before it\n" },
    { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- [[flood]]: follows it\n", "concepts/flood.md": "The sea coming in.\n\n## Flood vs. ebb\n\nThe one comes, the other goes.\n" },
    { "concepts/ebb.md": "The sea going out, before the [[flood]].\n", "concepts/flood.md": "The sea coming in.\n" },
    { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- [[pier]]: shows how far\n", "pier.md": "Of oak.\n" },
  ],
};
