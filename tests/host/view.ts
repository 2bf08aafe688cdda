/** Views: the base, the ones that show a file, and the two that the host needs for itself. */
import type { ViewStateResult } from "obsidian";
import type { App } from "./app";
import { migrated } from "./dom";
import { Component } from "./events";
import { TAbstractFile, TFile } from "./files";
import { setIcon } from "./icons";
import type { Scope } from "./keymap";
import type { WorkspaceLeaf } from "./leaf";
import type { Menu } from "./menu";

export abstract class View extends Component {
  app: App;
  icon = "file";
  navigation = false;
  leaf: WorkspaceLeaf;
  containerEl: HTMLElement;
  scope: Scope | null = null;
  constructor(leaf: WorkspaceLeaf) {
    super();
    this.leaf = leaf;
    this.app = leaf.app;
    this.containerEl = createDiv("workspace-leaf-content");
  }
  protected async onOpen(): Promise<void> { return Promise.resolve(); }
  protected async onClose(): Promise<void> { return Promise.resolve(); }
  abstract getViewType(): string;
  abstract getDisplayText(): string;
  getState(): Record<string, unknown> { return {}; }
  async setState(_state: unknown, _result: ViewStateResult): Promise<void> { return Promise.resolve(); }
  getEphemeralState(): Record<string, unknown> { return {}; }
  setEphemeralState(_state: unknown): void { return undefined; }
  getIcon(): string { return this.icon; }
  onResize(): void { return undefined; }
  onPaneMenu(_menu: Menu, _source: string): void { return undefined; }

  /** Attaches and opens a view, for its leaf. */
  static async attach(view: View, parent: HTMLElement): Promise<void> {
    view.containerEl.setAttribute("data-type", view.getViewType());
    parent.replaceChildren(view.containerEl);
    migrated(view.containerEl);
    view.load();
    await view.onOpen();
  }
  /** Closes and removes a view, for its leaf. */
  static async close(view: View): Promise<void> {
    await view.onClose();
    view.unload();
    view.containerEl.remove();
  }
}

export abstract class ItemView extends View {
  contentEl: HTMLElement;
  #actions: HTMLElement;
  #title: HTMLElement;
  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    const header = this.containerEl.createDiv("view-header");
    this.#title = header.createDiv("view-header-title");
    this.#actions = header.createDiv("view-actions");
    this.contentEl = this.containerEl.createDiv("view-content");
  }
  addAction(icon: string, title: string, callback: (evt: MouseEvent) => unknown): HTMLElement {
    const button = this.#actions.createEl("button", { cls: "clickable-icon view-action", type: "button", prepend: true, attr: { "aria-label": title } });
    setIcon(button, icon);
    button.addEventListener("click", callback);
    return button;
  }
  static showTitle(view: ItemView): void { view.#title.setText(view.getDisplayText()); }
}

export abstract class FileView extends ItemView {
  allowNoFile = false;
  file: TFile | null = null;
  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.navigation = true;
  }
  override onload(): void {
    this.registerEvent(this.app.vault.on("rename", (file: TAbstractFile) => { if (file === this.file) void this.onRename(this.file); }));
    this.registerEvent(this.app.vault.on("delete", (file: TAbstractFile) => { if (file === this.file) this.leaf.detach(); }));
  }
  getDisplayText(): string { return this.file?.basename ?? "No file"; }
  override getState(): Record<string, unknown> { return { ...super.getState(), file: this.file?.path ?? null }; }
  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    const path: unknown = typeof state === "object" && state !== null ? Reflect.get(state, "file") : undefined;
    const file = typeof path === "string" ? this.app.vault.getFileByPath(path) : null;
    if (file !== null) await this.#loadFile(file);
  }
  async onLoadFile(_file: TFile): Promise<void> { return Promise.resolve(); }
  async onUnloadFile(_file: TFile): Promise<void> { return Promise.resolve(); }
  async onRename(_file: TFile): Promise<void> { this.leaf.refreshTab(); return Promise.resolve(); }
  canAcceptExtension(_extension: string): boolean { return false; }
  protected override async onClose(): Promise<void> {
    if (this.file !== null) await this.onUnloadFile(this.file);
    this.file = null;
  }
  async #loadFile(file: TFile): Promise<void> {
    if (this.file === file) return;
    if (this.file !== null) await this.onUnloadFile(this.file);
    this.file = file;
    await this.onLoadFile(file);
  }
}

export abstract class EditableFileView extends FileView {}

/** Two seconds, as `TextFileView.requestSave` is documented. */
const SAVE_DELAY = 2000;

export abstract class TextFileView extends EditableFileView {
  data = "";
  requestSave: () => void;
  #dirty = false;
  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    let timer = 0;
    this.requestSave = () => {
      this.#dirty = true;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => { void this.save(); }, SAVE_DELAY);
    };
  }
  override onload(): void {
    super.onload();
    this.registerEvent(this.app.vault.on("modify", (file: TAbstractFile) => { if (file === this.file) void this.#reload(this.file); }));
  }
  override async onLoadFile(file: TFile): Promise<void> {
    this.data = await this.app.vault.read(file);
    this.setViewData(this.data, true);
  }
  override async onUnloadFile(_file: TFile): Promise<void> {
    await this.save(true);
  }
  async save(clear = false): Promise<void> {
    const { file } = this;
    if (file !== null && this.#dirty) {
      this.#dirty = false;
      this.data = this.getViewData();
      await this.app.vault.modify(file, this.data);
    }
    if (clear) {
      this.data = "";
      this.clear();
    }
  }
  async #reload(file: TFile): Promise<void> {
    const data = await this.app.vault.read(file);
    if (data === this.data) return;
    this.data = data;
    this.#dirty = false;
    this.setViewData(data, false);
  }
  abstract getViewData(): string;
  abstract setViewData(data: string, clear: boolean): void;
  abstract clear(): void;
}

/** An empty tab. */
export class EmptyView extends ItemView {
  getViewType(): string { return "empty"; }
  getDisplayText(): string { return "New tab"; }
  protected override async onOpen(): Promise<void> {
    this.contentEl.createDiv({ cls: "empty-state", text: "No note is open. Choose one on the left, or press Ctrl+O." });
    return Promise.resolve();
  }
}

/** Stands for a view that is not there: not yet loaded, or of a plugin that is off. */
export class DeferredView extends ItemView {
  constructor(leaf: WorkspaceLeaf, private type: string, private state: Record<string, unknown>, private text: string) { super(leaf); }
  getViewType(): string { return this.type; }
  getDisplayText(): string { return this.text; }
  override getState(): Record<string, unknown> { return this.state; }
}
