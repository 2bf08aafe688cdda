import { createConcept } from "../fixes/create-concept";
import { gathered } from "./gathered";
import { graphRule, type NoteExamples } from "./note-rule";

/** On how many concept notes a tag stands at least before a note of its own is asked for. */
const fewest = 2;

/** A tag of concept notes that names no concept, in a vault in which most of their tags do. */
export const tagWithoutConcept = graphRule(
  {
    id: "tag-without-concept",
    summary: "Several concept notes have a tag that names no concept, where most of their tags name one.",
    rationale: "The tag is used like a concept, and what it means is written nowhere.",
    severity: "info",
  },
  (vault) => {
    const { entries, config, conceptsCalled } = vault;
    const marks = new Set(config.concepts.tags.map((tag) => tag.replace(/^#/, "").toLowerCase()));
    /** The notes that have a tag. */
    const users = gathered<string>();
    for (const { path, concept } of entries) for (const tag of concept?.tags ?? []) if (!marks.has(tag.toLowerCase())) users.add(tag.toLowerCase(), path);
    let named = 0;
    let all = 0;
    const first = gathered<string>();
    for (const tag of users.keys()) {
      const uses = users.of(tag);
      const [path] = uses;
      all += uses.length;
      if (conceptsCalled(tag).length > 0) named += uses.length;
      else if (path !== undefined && uses.length >= fewest) first.add(path, tag);
    }
    if (named * 2 <= all) return () => [];
    return (entry) =>
      first.of(entry.path).flatMap((tag) => {
        const place = entry.reading.tags.find(({ name }) => name.toLowerCase() === tag);
        if (!place) return [];
        const { name, from, to } = place;
        const message = `The tag “${name}” is on ${users.of(tag).length} concept notes and names no concept. Write a note for it, or add it to the aliases of the note that covers it.`;
        return [{ from, to, message, fixes: createConcept(entry, { label: name, from }, vault) }];
      });
  },
);

/** What it reports and leaves alone: small vaults, text by path. Tests and the page of rules read them; the plugin carries them not. */
export const examples: NoteExamples = {
  reported: [
    {
      notes: { "concepts/ebb.md": "---\ntags: [tide, «coast»]\n---\nThe sea going out.\n", "concepts/flood.md": "---\ntags: [tide, coast]\n---\nThe sea coming in.\n", "concepts/tide.md": "---\ntags: [sea]\n---\nBoth of them.\n", "concepts/sea.md": "All of the water.\n" },
      fixed: { "concepts/coast.md": "---\ntags:\n---\n\n[What “coast” is, in one sentence.]\n" },
    },
  ],
  leftAlone: [
    { "concepts/ebb.md": "---\ntags: [draft, coast]\n---\nThe sea going out.\n", "concepts/flood.md": "---\ntags: [draft, coast]\n---\nThe sea coming in.\n" },
    { "concepts/ebb.md": "---\ntags: [tide, coast]\n---\nThe sea going out.\n", "concepts/tide.md": "Ebb and flood.\n" },
    { "ebb.md": "---\ntags: [concept, tide]\n---\nThe sea going out.\n", "flood.md": "---\ntags: [concept, tide]\n---\nThe sea coming in.\n", "tide.md": "---\ntags: [concept]\n---\nBoth of them.\n" },
  ],
};
