/** The workspace: which leaves there are, which is active, and how notes are opened in them. */
import type { Constructor, OpenViewState, PaneType, Side, SplitDirection, WorkspaceWindowInitData } from "obsidian";
import type { App } from "./app";
import { CanvasView } from "./canvas";
import { activate, migrated } from "./dom";
import type { Editor } from "./editor";
import { Events, debounce } from "./events";
import type { NoteEditor } from "./fields";
import type { TFile } from "./files";
import { WorkspaceLeaf } from "./leaf";
import { parseLinktext } from "./links";
import { MarkdownView } from "./markdown-view";
import type { Menu } from "./menu";
import { dress, openWindow } from "./popout";
import { WorkspaceRibbon, WorkspaceRoot, WorkspaceSidedock, WorkspaceSplit, WorkspaceTabs, type WorkspaceWindow } from "./splits";
import { FileView, type View } from "./view";

export class Workspace extends Events {
  leftSplit = new WorkspaceSidedock("mod-left-split");
  rightSplit = new WorkspaceSidedock("mod-right-split");
  leftRibbon = new WorkspaceRibbon();
  rightRibbon = new WorkspaceRibbon();
  rootSplit = new WorkspaceRoot("mod-root");
  /** The pop-out windows. Not in Obsidian's types. */
  windows: WorkspaceWindow[] = [];
  activeLeaf: WorkspaceLeaf | null = null;
  containerEl = createDiv("workspace");
  layoutReady = false;
  requestSaveLayout = debounce(async () => Promise.resolve(), 2000);
  activeEditor: NoteEditor | null = null;
  /** View creators by type. */
  views = new Map<string, (leaf: WorkspaceLeaf) => View>();
  #app: App;
  #ready: (() => unknown)[] = [];
  #file: TFile | null = null;
  #recent: string[] = [];
  #tick = 0;
  #announce = debounce(() => { this.trigger("layout-change"); }, 10);

  constructor(app: App) {
    super();
    this.#app = app;
    for (const split of [this.leftSplit, this.rootSplit, this.rightSplit]) {
      this.containerEl.appendChild(split.containerEl);
      split.addTabs();
    }
    for (const dock of [this.leftSplit, this.rightSplit]) dock.onToggle = () => { this.layoutChanged(); this.trigger("resize"); };
    this.views.set("markdown", (leaf) => new MarkdownView(leaf));
    this.views.set("canvas", (leaf) => new CanvasView(leaf));
    this.on("css-change", () => { this.dressWindows(); });
    window.addEventListener("resize", () => { this.trigger("resize"); });
  }

  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) callback();
    else this.#ready.push(callback);
  }
  /** Ends the start: runs what waited for the layout. */
  becomeReady(): void {
    this.layoutReady = true;
    for (const callback of this.#ready.splice(0)) callback();
    this.trigger("layout-ready");
    this.layoutChanged();
  }
  layoutChanged(): void { this.#announce(); }

  iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    for (const split of [this.rootSplit, ...this.windows]) split.leaves.forEach(callback);
  }
  iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    this.iterateRootLeaves(callback);
    for (const split of [this.leftSplit, this.rightSplit]) split.leaves.forEach(callback);
  }
  getLeavesOfType(viewType: string): WorkspaceLeaf[] {
    const found: WorkspaceLeaf[] = [];
    this.iterateAllLeaves((leaf) => { if (leaf.view.getViewType() === viewType) found.push(leaf); });
    return found;
  }
  detachLeavesOfType(viewType: string): void { for (const leaf of this.getLeavesOfType(viewType)) leaf.detach(); }
  getLeafById(id: string): WorkspaceLeaf | null {
    let found: WorkspaceLeaf | null = null;
    this.iterateAllLeaves((leaf) => { if (leaf.id === id) found = leaf; });
    return found;
  }
  getGroupLeaves(group: string): WorkspaceLeaf[] {
    const found: WorkspaceLeaf[] = [];
    this.iterateAllLeaves((leaf) => { if (WorkspaceLeaf.groupOf(leaf) === group) found.push(leaf); });
    return found;
  }
  getMostRecentLeaf(root?: WorkspaceSplit): WorkspaceLeaf | null {
    const leaves = root === undefined ? [this.rootSplit, ...this.windows].flatMap((split) => split.leaves) : root.leaves;
    return [...leaves].sort((a, b) => b.activeTime - a.activeTime)[0] ?? null;
  }
  getActiveViewOfType<T extends View>(type: Constructor<T>): T | null {
    const view = this.activeLeaf?.view;
    return view instanceof type ? view : null;
  }
  getActiveFile(): TFile | null {
    const view = this.getMostRecentLeaf()?.view;
    return view instanceof FileView ? view.file : null;
  }
  getLastOpenFiles(): string[] { return this.#recent.slice(0, 10); }

  createLeafInParent(parent: WorkspaceSplit, index: number): WorkspaceLeaf {
    const tabs = parent.children[0] ?? parent.addTabs();
    return this.#newLeaf(tabs, index);
  }
  createLeafBySplit(leaf: WorkspaceLeaf, direction?: SplitDirection): WorkspaceLeaf { return this.#newLeaf(leaf.parent.parent.addTabs(direction)); }
  splitActiveLeaf(direction?: SplitDirection): WorkspaceLeaf { return this.getLeaf("split", direction); }
  async duplicateLeaf(leaf: WorkspaceLeaf, type?: PaneType | boolean | SplitDirection): Promise<WorkspaceLeaf> {
    const copy = type === "tab" || type === true ? this.getLeaf("tab") : this.getLeaf("split", type === "horizontal" ? "horizontal" : "vertical");
    await copy.setViewState(leaf.getViewState());
    return copy;
  }
  getUnpinnedLeaf(): WorkspaceLeaf { return this.getLeaf(false); }
  getLeaf(newLeaf: PaneType | boolean = false, direction?: SplitDirection): WorkspaceLeaf {
    const recent = this.getMostRecentLeaf();
    if (newLeaf === "window") return this.openPopoutLeaf();
    const root = recent?.parent.parent ?? this.rootSplit;
    if (newLeaf === "split") return this.#newLeaf(root.addTabs(direction));
    const tabs = recent?.parent ?? this.rootSplit.children[0] ?? this.rootSplit.addTabs();
    if (newLeaf === false && recent !== null && !recent.pinned) return recent;
    return this.#newLeaf(tabs);
  }
  getLeftLeaf(split: boolean): WorkspaceLeaf { return this.#sideLeaf(this.leftSplit, split); }
  getRightLeaf(split: boolean): WorkspaceLeaf { return this.#sideLeaf(this.rightSplit, split); }
  async ensureSideLeaf(type: string, side: Side, options: { active?: boolean; split?: boolean; reveal?: boolean; state?: unknown } = {}): Promise<WorkspaceLeaf> {
    const found = this.getLeavesOfType(type)[0];
    const leaf = found ?? this.#sideLeaf(side === "left" ? this.leftSplit : this.rightSplit, options.split ?? false);
    if (found === undefined || options.state !== undefined) {
      const state = typeof options.state === "object" && options.state !== null ? { ...options.state } : {};
      await leaf.setViewState({ type, state });
    }
    if (options.reveal !== false) await this.revealLeaf(leaf);
    if (options.active === true) this.setActiveLeaf(leaf, { focus: true });
    return leaf;
  }
  async revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
    const root = leaf.parent.parent;
    if (root instanceof WorkspaceSidedock) root.expand();
    await leaf.loadIfDeferred();
    leaf.parent.select(leaf);
    this.layoutChanged();
  }

  setActiveLeaf(leaf: WorkspaceLeaf, params?: { focus?: boolean } | boolean, focus?: boolean): void {
    leaf.parent.select(leaf);
    if ((typeof params === "object" ? params.focus : focus) === true && leaf.view instanceof MarkdownView) leaf.view.focus();
    if (this.activeLeaf !== leaf) {
      this.activeLeaf?.containerEl.removeClass("mod-active");
      leaf.containerEl.addClass("mod-active");
      this.activeLeaf = leaf;
      leaf.activeTime = ++this.#tick;
      activate(leaf.containerEl.win);
      void leaf.loadIfDeferred();
      this.trigger("active-leaf-change", leaf);
    }
    this.activeFileChanged();
  }
  /** Looks again at which file is active, and says so if it is another. */
  activeFileChanged(): void {
    const view = this.getMostRecentLeaf()?.view;
    this.activeEditor = view instanceof MarkdownView && view.file !== null ? view : view instanceof CanvasView ? view.edited : null;
    const file = this.getActiveFile();
    if (file === this.#file) return;
    this.#file = file;
    if (file !== null) this.#recent = [file.path, ...this.#recent.filter((path) => path !== file.path)];
    this.trigger("file-open", file);
  }
  /** Called by a leaf that has just gone. */
  leafDetached(leaf: WorkspaceLeaf): void {
    for (const split of this.windows) if (split.leaves.length === 0) split.win.close();
    if (this.rootSplit.leaves.length === 0) this.#newLeaf(this.rootSplit.children[0] ?? this.rootSplit.addTabs());
    if (this.activeLeaf === leaf) {
      this.activeLeaf = null;
      const next = this.getMostRecentLeaf();
      if (next !== null) this.setActiveLeaf(next);
    }
    this.activeFileChanged();
    this.layoutChanged();
  }

  async openLinkText(linktext: string, sourcePath: string, newLeaf?: PaneType | boolean, openViewState: OpenViewState = {}): Promise<void> {
    const { path, subpath } = parseLinktext(linktext);
    const found = this.#app.metadataCache.getFirstLinkpathDest(path, sourcePath);
    const file = found ?? await this.#app.vault.create(path.endsWith(".md") ? path : `${path}.md`, "");
    const leaf = this.getLeaf(newLeaf);
    await leaf.openFile(file, { active: true, ...openViewState, ...(subpath === "" ? {} : { eState: { ...openViewState.eState, subpath } }) });
  }
  updateOptions(): void {
    this.iterateAllLeaves((leaf) => { if (leaf.view instanceof MarkdownView) leaf.view.reconfigure(); });
  }
  handleLinkContextMenu(menu: Menu, linktext: string, sourcePath: string): boolean {
    menu.addItem((item) => item.setTitle("Open link").setIcon("file").onClick(() => { void this.openLinkText(linktext, sourcePath); }));
    menu.addItem((item) => item.setTitle("Open in new tab").setIcon("file-plus").onClick(() => { void this.openLinkText(linktext, sourcePath, "tab"); }));
    return true;
  }
  changeLayout(): Promise<void> { throw new Error("host: Workspace.changeLayout is not implemented"); }
  getLayout(): Record<string, unknown> {
    const side = (split: WorkspaceSplit): unknown[] => split.leaves.map((leaf) => ({ id: leaf.id, state: leaf.getViewState() }));
    return { main: side(this.rootSplit), left: side(this.leftSplit), right: side(this.rightSplit), active: this.activeLeaf?.id ?? "" };
  }
  moveLeafToPopout(leaf: WorkspaceLeaf, data?: WorkspaceWindowInitData): WorkspaceWindow {
    const split = this.#openWindow(data);
    const tabs = split.children[0] ?? split.addTabs();
    leaf.parent.remove(leaf);
    leaf.parent = tabs;
    tabs.add(leaf);
    if (this.rootSplit.leaves.length === 0) this.#newLeaf(this.rootSplit.children[0] ?? this.rootSplit.addTabs());
    migrated(leaf.containerEl);
    activate(split.win);
    this.setActiveLeaf(leaf, { focus: true });
    this.layoutChanged();
    return split;
  }
  openPopoutLeaf(data?: WorkspaceWindowInitData): WorkspaceLeaf {
    const split = this.#openWindow(data);
    return this.#newLeaf(split.children[0] ?? split.addTabs());
  }
  /** Gives pop-out windows the looks of the main one. Not in Obsidian's types. */
  dressWindows(): void { for (const { win } of this.windows) dress(win, this.#app); }
  #openWindow(data: WorkspaceWindowInitData = {}): WorkspaceWindow {
    const split = openWindow(this.#app, data, (closed) => {
      this.windows = this.windows.filter((other) => other !== closed);
      for (const leaf of closed.leaves) leaf.detach();
      activate(window);
      this.trigger("window-close", closed, closed.win);
    });
    this.windows.push(split);
    this.trigger("window-open", split, split.win);
    return split;
  }

  /** Told by an editor that its text changed. */
  editorChanged(editor: Editor, view: NoteEditor): void { this.trigger("editor-change", editor, view); }

  #newLeaf(tabs: WorkspaceTabs, index?: number): WorkspaceLeaf {
    const leaf = new WorkspaceLeaf(this.#app, tabs);
    tabs.add(leaf, index);
    this.layoutChanged();
    return leaf;
  }
  #sideLeaf(dock: WorkspaceSidedock, split: boolean): WorkspaceLeaf {
    const tabs = split && dock.leaves.length > 0 ? dock.addTabs("horizontal") : dock.children[0] ?? dock.addTabs();
    return this.#newLeaf(tabs);
  }
}
