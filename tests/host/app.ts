/** The app: what a plugin reaches as `this.app`, and the host's own registry behind it. */
import type { UserEvent } from "obsidian";
import { FileManager } from "./file-manager";
import { MemoryAdapter } from "./files";
import { Keymap, Scope, modifierKey, modifiersOf } from "./keymap";
import { MarkdownView } from "./markdown-view";
import { MetadataCache } from "./metadata";
import { Registry } from "./registry";
import { Vault } from "./vault";
import { Workspace } from "./workspace";

export class RenderContext { hoverPopover = null; }

export class App {
  scope = new Scope();
  keymap = new Keymap(this.scope);
  vault: Vault;
  metadataCache: MetadataCache;
  fileManager: FileManager;
  workspace: Workspace;
  lastEvent: UserEvent | null = null;
  renderContext = new RenderContext();
  /** The host's own books. Not in Obsidian's types. */
  registry = new Registry();

  constructor(vaultName: string) {
    this.vault = new Vault(new MemoryAdapter(), vaultName);
    this.metadataCache = new MetadataCache(this.vault);
    this.fileManager = new FileManager(this);
    this.workspace = new Workspace(this);
    this.watch(document);
    this.scope.register(null, null, (evt) => this.#hotkey(evt));
  }
  /** Remembers the last event of a window. Not in Obsidian's types. */
  watch(doc: Document): void {
    for (const type of ["mousedown", "keydown"] as const) doc.addEventListener(type, (evt) => { this.lastEvent = evt; }, true);
  }
  isDarkMode(): boolean { return document.body.hasClass("theme-dark"); }
  loadLocalStorage(key: string): unknown {
    const text = window.localStorage.getItem(`${this.vault.getName()}-${key}`);
    return text === null ? null : JSON.parse(text);
  }
  saveLocalStorage(key: string, data: unknown): void {
    const name = `${this.vault.getName()}-${key}`;
    if (data === null || data === undefined) window.localStorage.removeItem(name);
    else window.localStorage.setItem(name, JSON.stringify(data));
  }
  get secretStorage(): never { throw new Error("host: App.secretStorage is not implemented"); }

  /** Every open note view. */
  markdownViews(): MarkdownView[] {
    return this.workspace.getLeavesOfType("markdown").flatMap((leaf) => (leaf.view instanceof MarkdownView ? [leaf.view] : []));
  }
  /** The note view that was last in use. */
  activeNote(): MarkdownView | null {
    const view = this.workspace.getMostRecentLeaf()?.view;
    return view instanceof MarkdownView ? view : null;
  }
  /** Runs a command by its full id; false when its check says it cannot run now. */
  run(id: string): boolean { return this.registry.execute(id, this.workspace.activeEditor); }
  #hotkey(evt: KeyboardEvent): false | undefined {
    const held = modifierKey(modifiersOf(evt));
    for (const [id, keys] of this.registry.hotkeys) {
      if (!keys.some((hotkey) => modifierKey(hotkey.modifiers) === held && hotkey.key.toLowerCase() === evt.key.toLowerCase())) continue;
      if (this.registry.commands.has(id) && this.run(id)) return false;
    }
    return undefined;
  }
}
