import type DistinguoPlugin from "../main";

/** Opens one of the plugin's side views, or brings it to the front. */
export async function reveal(plugin: DistinguoPlugin, type: string): Promise<void> {
  const leaf = await plugin.app.workspace.ensureSideLeaf(type, "right", { active: false, reveal: true });
  await leaf.loadIfDeferred();
}
