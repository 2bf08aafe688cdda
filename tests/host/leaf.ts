/** A leaf: one tab, the view in it, and the way there. */
import type { OpenViewState, ViewState } from "obsidian";
import type { App } from "./app";
import type { TFile } from "./files";
import { WorkspaceItem, type WorkspaceTabs } from "./splits";
import { DeferredView, EmptyView, ItemView, View } from "./view";

let ids = 0;

/** The views of files that are no notes, by extension. */
const VIEWS: Partial<Record<string, string>> = { canvas: "canvas", base: "bases" };

export class WorkspaceLeaf extends WorkspaceItem {
  app: App;
  id = `leaf-${String(++ids)}`;
  parent: WorkspaceTabs;
  view: View;
  hoverPopover = null;
  /** The element that holds the view. */
  containerEl = createDiv("workspace-leaf");
  /** When the leaf was last made active, for `getMostRecentLeaf`. */
  activeTime = 0;
  pinned = false;
  #group = "";

  constructor(app: App, parent: WorkspaceTabs) {
    super();
    this.app = app;
    this.parent = parent;
    this.view = new EmptyView(this);
    this.containerEl.id = this.id;
    this.containerEl.addEventListener("mousedown", () => { this.app.workspace.setActiveLeaf(this); }, true);
    this.containerEl.addEventListener("focusin", () => { this.app.workspace.setActiveLeaf(this); });
    void View.attach(this.view, this.containerEl);
  }
  get isDeferred(): boolean { return this.view instanceof DeferredView; }
  async loadIfDeferred(): Promise<void> {
    if (this.isDeferred) await this.setViewState(this.getViewState());
  }
  async openFile(file: TFile, openState: OpenViewState = {}): Promise<void> {
    await this.setViewState({ type: VIEWS[file.extension] ?? "markdown", state: { ...openState.state, file: file.path }, active: openState.active ?? true }, openState.eState);
  }
  async open(view: View): Promise<View> {
    await View.close(this.view);
    this.view = view;
    await View.attach(view, this.containerEl);
    this.refreshTab();
    return view;
  }
  getViewState(): ViewState {
    return { type: this.view.getViewType(), state: this.view.getState(), ...(this.pinned ? { pinned: true } : {}) };
  }
  async setViewState(viewState: ViewState, eState?: unknown): Promise<void> {
    const { type, state = {} } = viewState;
    if (viewState.pinned !== undefined) this.setPinned(viewState.pinned);
    const creator = this.app.workspace.views.get(type);
    if (this.view.getViewType() !== type || this.isDeferred) {
      if (type === "empty") await this.open(new EmptyView(this));
      else if (creator === undefined) await this.open(new DeferredView(this, type, state, "Plugin no longer active"));
      else await this.open(creator(this));
    }
    await this.view.setState(state, { history: true });
    if (eState !== undefined) this.view.setEphemeralState(eState);
    this.refreshTab();
    this.app.workspace.layoutChanged();
    if (viewState.active === true) this.app.workspace.setActiveLeaf(this, { focus: true });
    else if (this.app.workspace.activeLeaf === this) this.app.workspace.activeFileChanged();
  }
  /** Puts a view off until the leaf is shown, as Obsidian does with background tabs at start. */
  async defer(type: string, state: Record<string, unknown> = {}): Promise<void> {
    await this.open(new DeferredView(this, type, state, type));
    this.app.workspace.layoutChanged();
  }
  getEphemeralState(): unknown { return this.view.getEphemeralState(); }
  setEphemeralState(state: unknown): void { this.view.setEphemeralState(state); }
  togglePinned(): void { this.setPinned(!this.pinned); }
  setPinned(pinned: boolean): void {
    this.pinned = pinned;
    this.trigger("pinned-change", pinned);
  }
  setGroupMember(other: WorkspaceLeaf): void {
    if (other.#group === "") other.setGroup(`group-${other.id}`);
    this.setGroup(other.#group);
  }
  setGroup(group: string): void {
    this.#group = group;
    this.trigger("group-change", group);
  }
  static groupOf(leaf: WorkspaceLeaf): string { return leaf.#group; }
  detach(): void {
    void View.close(this.view);
    this.parent.remove(this);
    this.app.workspace.leafDetached(this);
  }
  getIcon(): string { return this.view.getIcon(); }
  getDisplayText(): string { return this.view.getDisplayText(); }
  onResize(): void { this.view.onResize(); }
  /** Redraws the tab's title and icon. */
  refreshTab(): void {
    if (this.view instanceof ItemView) ItemView.showTitle(this.view);
    this.parent.draw();
  }
}
