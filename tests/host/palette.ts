/** The command palette and the quick switcher. */
import type { App } from "./app";
import { type TFile } from "./files";
import { Keymap } from "./keymap";
import type { Command } from "./registry";
import { FuzzySuggestModal } from "./suggest";

export class CommandPalette extends FuzzySuggestModal<Command> {
  // Decided before the palette takes the focus: commands act on what was active.
  #available: Command[];
  constructor(app: App) {
    super(app);
    const { registry, workspace } = app;
    this.#available = [...registry.commands.values()].filter((command) => registry.execute(command.id, workspace.activeEditor, false)).sort((a, b) => a.name.localeCompare(b.name));
    this.setPlaceholder("Type a command…");
    this.setInstructions([{ command: "↑↓", purpose: "to choose" }, { command: "↵", purpose: "to run" }, { command: "esc", purpose: "to close" }]);
  }
  getItems(): Command[] { return this.#available; }
  getItemText(command: Command): string { return command.name; }
  onChooseItem(command: Command): void { this.app.run(command.id); }
}

export class QuickSwitcher extends FuzzySuggestModal<TFile> {
  constructor(app: App) {
    super(app);
    this.setPlaceholder("Find a note…");
    this.setInstructions([{ command: "↵", purpose: "to open" }, { command: "ctrl ↵", purpose: "to open in a new tab" }]);
  }
  getItems(): TFile[] { return this.app.vault.getMarkdownFiles(); }
  getItemText(file: TFile): string { return file.path.replace(/\.md$/, ""); }
  onChooseItem(file: TFile, evt: MouseEvent | KeyboardEvent): void { void this.app.workspace.getLeaf(Keymap.isModEvent(evt)).openFile(file); }
}
