import { itemKey } from "../concepts/item-place";
import type { VaultView } from "../checks/vault-view";
import type { Relation } from "../concepts/concept";
import { nameOf, type NoteLink } from "../concepts/read-concept";
import type { Edit, Fix } from "../diagnostic";
import { shapeOf } from "../fix-shape";
import type { Entry } from "../graph/entry";
import { leadLink } from "./lead-link";
import { wayBack } from "./way-back";

/**
 * The choice to create the concept note that a relation names, and to link it where it is a mere label; none where a note
 * lies there or a concept is called so already. It lists all concepts that name it. `link` is the relation's, if it has one:
 * it says where the note goes, so far as concept notes lie there; else it is led to where they do.
 */
export function createConcept({ path: source, reading }: Entry, relation: Pick<Relation, "label" | "from">, { habits, namersOf, entryAt, open, conceptsCalled }: VaultView, link?: NoteLink): Fix[] {
  const { label } = relation;
  const wanted = link && pathFrom(source, link.target.path);
  const note = habits.newConcept(label, wanted, (path) => namersOf([label], path).map(({ concept, relation: stated }) => wayBack(concept, stated)));
  const isKnown = [label, nameOf(note.path)].some((name) => conceptsCalled(name).length > 0);
  if (isKnown || entryAt(note.path) || open(note.path, source) !== null) return [];
  let edit: Edit | null | undefined;
  if (!link) {
    const place = reading.mending.items.get(itemKey(relation))?.label;
    edit = place && { ...place, ...habits.link(note.path, label, source) };
  } else if (wanted !== undefined && isElsewhere(note.path, wanted)) edit = leadLink(source, link, note.path, habits);
  // What does not stand there as it is read would be left without its link.
  return edit === null ? [] : [{ title: `Create “${note.path}”`, kind: "choice", shape: shapeOf("create-note"), edits: edit ? [edit] : [], creates: [note] }];
}

/** Whether a link that wants a note at a path, or by a mere name, does not lead to one that lies at another. */
function isElsewhere(path: string, wanted: string): boolean {
  return path !== `${wanted}.md` && (wanted.includes("/") || nameOf(path) !== wanted);
}

/** The path that a link means, from the root and without its ending. */
export function pathFrom(source: string, linked: string): string {
  const parts = /^\.\.?\//.test(linked) ? source.split("/").slice(0, -1) : [];
  for (const part of linked.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/").replace(/\.md$/i, "");
}
