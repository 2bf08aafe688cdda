import type { WorkspaceLeaf } from "obsidian";
import { ConceptsView, conceptsViewType } from "../concepts/view";
import type DistinguoPlugin from "../main";

/** Opens one of the plugin's side views, or brings it to the front. */
export async function reveal(plugin: DistinguoPlugin, type: string): Promise<WorkspaceLeaf> {
  const leaf = await plugin.app.workspace.ensureSideLeaf(type, "right", { active: false, reveal: true });
  await leaf.loadIfDeferred();
  return leaf;
}

/** Opens the 2 × 2 in the sidebar. */
export async function revealSquare(plugin: DistinguoPlugin): Promise<void> {
  const { view } = await reveal(plugin, conceptsViewType);
  if (view instanceof ConceptsView) view.turnTo("square");
}
