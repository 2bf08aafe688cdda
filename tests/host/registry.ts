/** What plugins have registered: commands, editor extensions, post processors, setting tabs, hotkeys. */
import type { Extension } from "@codemirror/state";
import type { Command as PublicCommand, HoverLinkSource, Hotkey } from "obsidian";
import type { Editor } from "./editor";
import { EditorSuggests } from "./editor-suggest";
import type { NoteEditor } from "./fields";
import type { PostProcessor } from "./preview";
import type { SettingTab } from "./setting-tab";

/** A command whose callbacks take the host's own editor. */
export interface Command extends Omit<PublicCommand, "editorCallback" | "editorCheckCallback"> {
  editorCallback?: (editor: Editor, ctx: NoteEditor) => unknown;
  editorCheckCallback?: (checking: boolean, editor: Editor, ctx: NoteEditor) => boolean | void;
}

export interface NamedTab { id: string; name: string; tab: SettingTab }

export class Registry {
  commands = new Map<string, Command>();
  hotkeys = new Map<string, Hotkey[]>();
  tabs: NamedTab[] = [];
  statusBarEl = createDiv({ cls: "status-bar", attr: { role: "group", "aria-label": "Status bar" } });
  ribbonEl = createDiv({ cls: "workspace-ribbon", attr: { role: "toolbar", "aria-label": "Ribbon" } });
  hoverSources = new Map<string, HoverLinkSource>([["editor", { display: "Editor", defaultMod: true }]]);
  suggests = new EditorSuggests();
  /** The style sheets of plugins, by id. */
  sheets = new Map<string, string>();
  /** Whether `getSectionInfo` answers also where a note is rendered outside of its own reading view. */
  alwaysSectionInfo = false;
  /** Whether live preview shows callouts, tables and embeds rendered. */
  widgets = true;
  #extensions: Extension[] = [];
  #processors: PostProcessor[] = [];

  editorExtensions(): Extension[] { return [...this.#extensions]; }
  addEditorExtension(extension: Extension): () => void {
    this.#extensions.push(extension);
    return () => { this.#extensions = this.#extensions.filter((other) => other !== extension); };
  }
  postProcessors(): PostProcessor[] { return this.#processors; }
  addPostProcessor(processor: PostProcessor): () => void {
    this.#processors = [...this.#processors, processor].sort((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0));
    return () => { this.#processors = this.#processors.filter((other) => other !== processor); };
  }
  /** Sets the keys of a command, as a user does in the settings. */
  setHotkeys(id: string, hotkeys: Hotkey[]): void { this.hotkeys.set(id, hotkeys); }

  /** Whether a command may run now; with `run`, runs it. */
  execute(id: string, active: NoteEditor | null, run = true): boolean {
    const command = this.commands.get(id);
    if (command === undefined) throw new Error(`host: no command "${id}"`);
    const editing = active?.isEditing === true ? active : null;
    if (command.editorCheckCallback !== undefined) {
      if (editing === null || command.editorCheckCallback(true, editing.editor, editing) !== true) return false;
      if (run) command.editorCheckCallback(false, editing.editor, editing);
      return true;
    }
    if (command.editorCallback !== undefined) {
      if (editing === null) return false;
      if (run) surface(command.editorCallback(editing.editor, editing));
      return true;
    }
    if (command.checkCallback !== undefined) {
      if (command.checkCallback(true) !== true) return false;
      if (run) command.checkCallback(false);
      return true;
    }
    if (run) surface(command.callback?.());
    return true;
  }
}

/** A command that fails later must not fail silently. */
function surface(result: unknown): void {
  if (result instanceof Promise) result.catch((error: unknown) => { window.setTimeout(() => { throw error; }); });
}
