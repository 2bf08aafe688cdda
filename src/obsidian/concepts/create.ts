import type { App } from "obsidian";
import { keyOf, type Around, type AroundNode } from "../../core/index";
import type { Fixes } from "../fixes/fixes";

/**
 * Creates the note of a missing concept, as the fix of the note that names it does, and opens it.
 * @param back gives the focus back where nothing comes of it
 */
export async function createMissing(app: App, fixes: Fixes, around: Around | undefined, node: AroundNode, back: () => void): Promise<void> {
  const ends = Object.values(around?.neighbors ?? {}).flat().filter((end) => keyOf(end) === node.key);
  const relation = (ends.find((end) => end.relation.kind !== "mention") ?? ends[0])?.relation;
  if (!relation) return;
  const opened = (path: string): void => {
    const file = app.vault.getFileByPath(path);
    if (file) void app.workspace.getLeaf(false).openFile(file);
  };
  await fixes.create(relation.source, relation, opened, back);
}
