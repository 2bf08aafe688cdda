import { TFolder } from "obsidian";
import { attempt } from "../attempt";
import type { FindingRow } from "../fixes/shapes";
import type DistinguoPlugin from "../main";
import { lintVault } from "./lint";

/** What the report has found below a folder; the vault is linted first where it has not been. Null where that was stopped. */
async function found(plugin: DistinguoPlugin, folder: string): Promise<FindingRow[] | null> {
  const { report } = plugin;
  const isThere = (): boolean => report.isBegun && !report.isOutdated && report.left === 0;
  if (!isThere()) await lintVault(plugin);
  if (!isThere()) return null;
  return report.paths.filter((path) => path.startsWith(folder)).flatMap((path) => report.rowsOf(path));
}

/** Lets one choose one fix for many places of the vault, or of a folder. */
export async function fixMany(plugin: DistinguoPlugin, folder = ""): Promise<void> {
  const rows = await found(plugin, folder);
  // The dialog gives the focus back to where it was.
  if (rows) plugin.fixes.fixMany(rows, () => undefined);
}

/** Adds the same to the menus of folders. */
export function addFolderFixes(plugin: DistinguoPlugin): void {
  const { workspace } = plugin.app;
  plugin.registerEvent(
    workspace.on("file-menu", (menu, folder) => {
      if (!(folder instanceof TFolder)) return;
      menu.addItem((item) => item.setSection("action").setTitle("Fix many in this folder…").setIcon("wrench").onClick(() => void attempt(() => fixMany(plugin, folder.isRoot() ? "" : `${folder.path}/`))));
    }),
  );
}
