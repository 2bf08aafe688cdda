import type { App } from "obsidian";
import type { MapRelation } from "../../core/index";
import type { Fixes } from "../fixes/fixes";

/**
 * Creates the note of a missing concept, as the fix of the note that names it does, and opens it.
 * @param relations those of the missing concept
 * @param back gives the focus back where nothing comes of it
 */
export async function createMissing(app: App, fixes: Fixes, relations: readonly MapRelation[], back: () => void): Promise<void> {
  const naming = relations.filter(({ direction }) => direction === "in");
  const relation = (naming.find((one) => one.relation.kind !== "mention") ?? naming[0])?.relation;
  if (!relation) return;
  const opened = (path: string): void => {
    const file = app.vault.getFileByPath(path);
    if (file) void app.workspace.getLeaf("tab").openFile(file);
  };
  await fixes.create(relation.source, relation, opened, back);
}
