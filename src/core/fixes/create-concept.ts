import { itemKey } from "../concepts/item-place";
import type { VaultView } from "../checks/note-rule";
import type { Relation } from "../concepts/concept";
import { nameOf } from "../concepts/read-concept";
import type { Fix } from "../diagnostic";
import type { Entry } from "../graph/entry";
import { wayBack } from "./way-back";

/**
 * The choice to create the concept note that a relation names, and to link it where it is a mere label; none where a note
 * lies there or a concept is called so already. `linked` is the path that its link gives.
 */
export function createConcept({ path: source, concept, reading }: Entry, relation: Pick<Relation, "kind" | "label" | "sentence" | "from">, { habits, entryAt, open, conceptsCalled }: VaultView, linked?: string): Fix[] {
  const given = linked === undefined ? undefined : pathOf(linked, source);
  const item = concept && relation.kind !== "tag" ? wayBack(concept, relation) : undefined;
  const note = habits.newConcept(relation.label, item, given);
  const isKnown = [relation.label, nameOf(note.path)].some((name) => conceptsCalled(name).length > 0);
  if (isKnown || entryAt(note.path) || open(note.path, source) !== null) return [];
  const label = linked === undefined ? reading.mending.items.get(itemKey(relation))?.label : undefined;
  // A label that does not stand there as it is read would be left without its link.
  if (label === null) return [];
  const edits = label ? [{ ...label, ...habits.link(note.path, relation.label, source) }] : [];
  return [{ title: `Create “${note.path}”`, kind: "choice", edits, creates: [note] }];
}

/** The path that a link means, from the root. */
function pathOf(linked: string, source: string): string {
  const parts = /^\.\.?\//.test(linked) ? source.split("/").slice(0, -1) : [];
  for (const part of linked.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/").replace(/\.md$/i, "");
}
