import { applyEdits, type Fix } from "../../src/core/index";

/** A vault given as path and text. */
export type Notes = Readonly<Record<string, string>>;

/** What a fix of a diagnostic of the note at a path changes: the new texts, by path. */
export function changedBy(fix: Fix, path: string, notes: Notes): Record<string, string> {
  const changed: Record<string, string> = {};
  for (const { path: at, edits } of [...(fix.edits.length > 0 ? [{ path, edits: fix.edits }] : []), ...(fix.elsewhere ?? [])]) {
    const source = changed[at] ?? notes[at];
    if (source === undefined) throw new Error(`the fix changes “${at}”, which is not there`);
    changed[at] = applyEdits(source, edits);
  }
  for (const { path: at, text } of fix.creates ?? []) {
    if (at in notes) throw new Error(`the fix creates “${at}”, which is there`);
    changed[at] = text;
  }
  return changed;
}
