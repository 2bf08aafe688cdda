import type { App } from "obsidian";
import { applyEdits, type Edit, type Fix } from "../../core/index";
import type { Change } from "./change";

/** A note and the fix that is to be applied to it. */
export interface Plan {
  path: string;
  fix: Fix;
}

/** Texts of notes by path, as they were when the fixes were made; null where there is none. */
export type Texts = ReadonlyMap<string, string | null>;

/** What a plan would do, as a text to compare. */
export function told({ path, fix }: Plan): string {
  return JSON.stringify([path, fix]);
}

/** The notes that a fix touches, new ones first; one that it would create and that is there by now is none of them. */
export function touches({ path, fix }: Plan, texts: Texts): { path: string; edits: readonly Edit[] }[] {
  const created = (fix.creates ?? []).filter(({ path }) => typeof texts.get(path) !== "string");
  return [
    ...created.map(({ path, text }) => ({ path, edits: [{ from: 0, to: 0, insert: text }] })),
    { path, edits: fix.edits },
    ...(fix.elsewhere ?? []),
  ].filter(({ edits }) => edits.length > 0);
}

/** The edits of a note with their links written as the vault writes links; one to a note that is not there yet stays as it is. */
export function linked({ vault, fileManager }: App, source: string, edits: readonly Edit[]): Edit[] {
  return edits.map(({ from, to, insert, links = [] }) => {
    let text = "";
    let at = 0;
    for (const link of links) {
      const file = vault.getFileByPath(link.path);
      text += insert.slice(at, link.from) + (file ? fileManager.generateMarkdownLink(file, source, "", link.label) : insert.slice(link.from, link.to));
      at = link.to;
    }
    return { from, to, insert: text + insert.slice(at) };
  });
}

/** Where an edit goes among others in document order: behind those that begin before it, or at the same place. */
function placeAmong(edits: readonly Edit[], { from, to }: Edit): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = edits[middle];
    if (other && (other.from > from || (other.from === from && other.to > to))) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether something is put in already where an edit puts something in. */
function isAtSamePlace(edit: Edit, other: Edit | undefined): boolean {
  return edit.from === edit.to && other?.from === edit.from && other.to === edit.to;
}

/** Whether an edit leaves others alone. Which of two texts at one place comes first is not for us to say, but of items in a list. */
function fits(edits: readonly Edit[], edit: Edit): boolean {
  const at = placeAmong(edits, edit);
  const before = edits[at - 1];
  if (isAtSamePlace(edit, before) && !(edit.item && before?.item)) return false;
  return (before?.to ?? 0) <= edit.from && (edits[at]?.from ?? Infinity) >= edit.to;
}

/** Puts an edit among others; an item that is not the first of its list goes on with it. */
function put(edits: Edit[], edit: Edit): void {
  const at = placeAmong(edits, edit);
  const { item, links = [] } = edit;
  const isJoined = item && isAtSamePlace(edit, edits[at - 1]);
  const by = isJoined ? item.joined.length - item.lead : 0;
  edits.splice(at, 0, isJoined ? { ...edit, insert: item.joined + edit.insert.slice(item.lead), links: links.map((link) => ({ ...link, from: link.from + by, to: link.to + by })) } : edit);
}

/** One change for each note that some fixes touch, new notes first. A fix that an earlier one gets in the way of has to wait. */
export function changesOf<Each extends Plan>(app: App, plans: readonly Each[], texts: Texts): { changes: Change[]; waiting: Each[] } {
  const changed = new Map<string, Edit[]>();
  const waiting = plans.filter((plan) => {
    const own = touches(plan, texts).filter(({ path }) => typeof texts.get(path) === "string" || !changed.has(path));
    if (!own.every(({ path, edits }) => edits.every((edit) => fits(changed.get(path) ?? [], edit)))) return true;
    for (const { path, edits } of own) {
      const all = changed.get(path) ?? [];
      changed.set(path, all);
      for (const edit of edits) put(all, edit);
    }
    return false;
  });
  const changes = [...changed].map(([path, edits]): Change => {
    const before = texts.get(path) ?? null;
    return { path, before, after: () => applyEdits(before ?? "", linked(app, path, edits)) };
  });
  return { changes: changes.sort((a, b) => Number(a.before !== null) - Number(b.before !== null)), waiting };
}
