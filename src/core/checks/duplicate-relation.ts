import { itemKey } from "../concepts/item-place";
import { missingKey } from "../graph/concept-graph";
import { takeOut } from "../fixes/take-out";
import { conceptRule, type NoteExamples } from "./note-rule";

/** A concept that stands twice in one list. */
export const duplicateRelation = conceptRule(
  {
    id: "duplicate-relation",
    summary: "A list of related concepts names the same concept twice.",
    rationale: "What is said of it is split in two, and one half is easily missed.",
    severity: "info",
  },
  ({ relations, reading }) => {
    const seen = new Map<string, string>();
    return relations.flatMap(({ kind, target, label, sentence, section, from, to }) => {
      if (kind !== "related") return [];
      const key = JSON.stringify([section, target ?? missingKey(label), target === null]);
      const first = seen.get(key);
      if (first === undefined) seen.set(key, label);
      return first === undefined ? [] : [{ from, to, message: `“${label}” is in this list already${first === label ? "" : `, as “${first}”`}. Say in one entry what there is to say.`, fixes: takeOut(reading.mending.items.get(itemKey({ from, label })), sentence === "") }];
    });
  },
);

/** What it reports and leaves alone: small vaults, text by path. Tests and the page of rules read them; the plugin carries them not. */
export const examples: NoteExamples = {
  reported: [
    {
      notes: { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- [[flood]]: follows it\n- «[[concepts/flood|The flood]]»: comes before it\n", "concepts/flood.md": "The sea coming in.\n\n## Related\n\n- [[ebb]]: comes before it\n" },
      fixed: { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- [[flood]]: follows it\n" },
    },
  ],
  leftAlone: [
    { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- [[flood]]: follows it\n", "concepts/flood.md": "The sea coming in.\n\n## Related\n\n- [[ebb]]: comes before it\n" },
    { "concepts/ebb.md": "The sea going out, before the [[flood]].\n\n## Ebb vs. flood\n\nOut and in.\n\n## Related\n\n- [[flood]]: follows it\n", "concepts/flood.md": "The sea coming in.\n\n## Related\n\n- [[ebb]]: comes before it\n" },
  ],
};
