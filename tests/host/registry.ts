/** What plugins have registered: commands, editor extensions, post processors, setting tabs, hotkeys. */
import type { Extension } from "@codemirror/state";
import type { CliFlags, CliHandler, Command as PublicCommand, HoverLinkSource, Hotkey } from "obsidian";
import type { BasesRegistration } from "./bases";
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

/** A command of the app's command line. */
export interface CliCommand { description: string; flags: CliFlags | null; handler: CliHandler }

export interface NamedTab { id: string; name: string; tab: SettingTab }

export class Registry {
  commands = new Map<string, Command>();
  hotkeys = new Map<string, Hotkey[]>();
  tabs: NamedTab[] = [];
  statusBarEl = createDiv({ cls: "status-bar", attr: { role: "group", "aria-label": "Status bar" } });
  ribbonEl = createDiv({ cls: "workspace-ribbon", attr: { role: "toolbar", "aria-label": "Ribbon" } });
  hoverSources = new Map<string, HoverLinkSource>([["editor", { display: "Editor", defaultMod: true }]]);
  suggests = new EditorSuggests();
  cli = new Map<string, CliCommand>();
  /** Whether the core plugin for bases is on. */
  bases = true;
  basesViews = new Map<string, BasesRegistration>();
  /** Languages of code blocks that are rendered by a processor. */
  codeBlocks: string[] = [];
  /** The style sheets of plugins, by id. */
  sheets = new Map<string, string>();
  /** Whether `getSectionInfo` answers also where a note is rendered outside of its own reading view. */
  alwaysSectionInfo = false;
  /** Whether live preview shows callouts, tables and embeds rendered. */
  widgets = true;
  #extensions: Extension[] = [];
  #processors: PostProcessor[] = [];
  #basesWatchers = new Set<() => void>();

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
  /** A processor of fenced code in a language; live preview, too, shows what it makes. */
  addCodeBlock(language: string, processor: PostProcessor): () => void {
    const remove = this.addPostProcessor(processor);
    this.codeBlocks.push(language);
    return () => {
      remove();
      this.codeBlocks.splice(this.codeBlocks.indexOf(language), 1);
    };
  }
  addBasesView(id: string, registration: BasesRegistration): () => void {
    if (this.basesViews.has(id)) throw new Error(`A Bases view "${id}" is already registered.`);
    this.basesViews.set(id, registration);
    this.#basesChanged();
    return () => {
      this.basesViews.delete(id);
      this.#basesChanged();
    };
  }
  /** Calls back when views of bases come or go: a base that is open then shows its view, or that there is none. */
  onBasesViews(callback: () => void): () => void {
    this.#basesWatchers.add(callback);
    return () => { this.#basesWatchers.delete(callback); };
  }
  #basesChanged(): void { for (const callback of this.#basesWatchers) callback(); }
  /** Runs a command of the command line, as `obsidian <command> key=value flag` does; `"true"` stands for a flag without a value. */
  async runCli(command: string, params: Record<string, string>): Promise<string> {
    const entry = this.cli.get(command);
    if (entry === undefined) throw new Error(`host: no command "${command}" on the command line`);
    for (const [name, { required }] of Object.entries(entry.flags ?? {})) if (required === true && !(name in params)) throw new Error(`Missing required parameter: ${name}`);
    return entry.handler(params);
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
