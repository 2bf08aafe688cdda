import type { App } from "obsidian";
import { isTelling, type Relation } from "../core/index";
import type { Fixes } from "./fixes/fixes";

/**
 * Creates the note of a missing concept, as the fix of a note that names it does, and opens it.
 * @param naming what names it; what is said on purpose comes before what is said in passing
 * @param where it is opened: in a new tab, or where one is
 * @param back gives the focus back where nothing comes of it
 */
export async function createMissing(app: App, fixes: Fixes, naming: readonly Relation[], where: "tab" | false, back: () => void): Promise<void> {
  const relation = naming.find(({ kind }) => isTelling(kind)) ?? naming[0];
  if (!relation) return;
  const opened = (path: string): void => {
    const file = app.vault.getFileByPath(path);
    if (file) void app.workspace.getLeaf(where).openFile(file);
  };
  await fixes.create(relation.source, relation, opened, back);
}
