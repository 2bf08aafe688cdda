import type { App } from "obsidian";
import { applyEdits, type Diagnostic, type Edit, type Fix } from "../../core/index";
import type { Change } from "./change";

/** A note and the fix that is to be applied to it. */
export interface Plan {
  path: string;
  fix: Fix;
}

/** The same with the diagnostic that it mends. */
export interface Mending extends Plan {
  diagnostic: Diagnostic;
}

/** Texts of notes by path, as they were when the fixes were made; null where there is none. */
export type Texts = ReadonlyMap<string, string | null>;

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

/** One change for each note that some fixes touch, new notes first. A fix that an earlier one gets in the way of is left for later. */
export function changesOf(app: App, plans: readonly Plan[], texts: Texts): Change[] {
  const changed = new Map<string, Edit[]>();
  for (const plan of plans) {
    const own = touches(plan, texts).filter(({ path }) => texts.get(path) !== null || !changed.has(path))
      .map(({ path, edits }) => ({ path, all: [...(changed.get(path) ?? []), ...edits].sort((a, b) => a.from - b.from || a.to - b.to) }));
    if (own.every(({ all }) => all.every(({ from }, index) => from >= (all[index - 1]?.to ?? 0)))) for (const { path, all } of own) changed.set(path, all);
  }
  return [...changed].map(([path, edits]) => {
    const before = texts.get(path) ?? null;
    return { path, before, after: () => applyEdits(before ?? "", linked(app, path, edits)) };
  }).sort((a, b) => Number(a.before !== null) - Number(b.before !== null));
}
