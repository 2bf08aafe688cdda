import { Notice, normalizePath, type App, type Menu, type TFile } from "obsidian";
import type { GraphFormat } from "../core/index";
import type { RemoteEngine } from "../worker/engine";
import { attempt } from "./attempt";
import { addButton } from "./press";

const formats: readonly { format: GraphFormat; title: string; extension: string }[] = [
  { format: "json", title: "JSON", extension: "json" },
  { format: "mermaid", title: "Mermaid", extension: "mermaid" },
  { format: "canvas", title: "Canvas", extension: "canvas" },
  { format: "graphml", title: "GraphML", extension: "graphml" },
  { format: "skos", title: "SKOS (JSON-LD)", extension: "jsonld" },
  { format: "turtle", title: "SKOS (Turtle)", extension: "ttl" },
];

/** A format whose text draws the graph by a layout of its own. */
const drawn = { format: "svg", title: "SVG", extension: "svg" } as const;

/** Where attachments go, under a name that is free. */
export async function freePath(app: App, name: string, extension: string): Promise<string> {
  return normalizePath(await app.fileManager.getAvailablePathForAttachment(`${name}.${extension}`));
}

/** Adds an item to a menu that saves something as a new file, and offers to open it. */
export function addExport(menu: Menu, app: App, title: string, icon: string, save: () => Promise<TFile | undefined>): void {
  menu.addItem((item) =>
    item.setSection("distinguo-export").setTitle(`Export as ${title}`).setIcon(icon).onClick(() => void attempt(async () => {
      const file = await save();
      if (file) tellSaved(app, file);
    })),
  );
}

/**
 * Adds the formats of `distinguo graph` to a menu.
 * @param name of the file, without its ending
 * @param around what lies so many steps round a note; the whole graph where it is left out. A picture of the whole graph is left to the map.
 */
export function addGraphExports(menu: Menu, { app, engine, name, around }: { app: App; engine: RemoteEngine; name: string; around?: { path: string; depth: number } }): void {
  for (const { format, title, extension } of around ? [drawn, ...formats] : formats) {
    addExport(menu, app, title, format === "svg" ? "image" : "file-text", async () => app.vault.create(await freePath(app, name, extension), await engine.exportGraph(format, around)));
  }
}

function tellSaved(app: App, file: TFile): void {
  const notice = new Notice(
    createFragment((fragment) => {
      const told = fragment.createDiv({ cls: "distinguo-told" });
      told.createSpan({ text: `Saved as ${file.path}` });
      addButton(told, "distinguo-undo", "Open", () => {
        notice.hide();
        void attempt(() => app.workspace.getLeaf("tab").openFile(file));
      });
    }),
    10_000,
  );
}
