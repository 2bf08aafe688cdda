import { TFolder, type Plugin } from "obsidian";
import { attempt } from "../attempt";

/** Offers, in the menu of a folder, to show the diagnostics of what lies in it. */
export function addFolderMenu(plugin: Plugin, show: (folder: string) => Promise<void>): void {
  plugin.registerEvent(
    plugin.app.workspace.on("file-menu", (menu, file) => {
      if (!(file instanceof TFolder)) return;
      const folder = file.isRoot() ? null : file.path;
      if (folder !== null) menu.addItem((item) => item.setSection("info").setTitle("Show diagnostics here").setIcon("list-checks").onClick(() => void attempt(() => show(folder))));
    }),
  );
}
