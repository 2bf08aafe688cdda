/** The tree above the leaves: items, splits, tab groups, the root and the two side docks. */
import { Events } from "./events";
import { setIcon } from "./icons";
import type { WorkspaceLeaf } from "./leaf";
import { Menu } from "./menu";

export abstract class WorkspaceItem extends Events {
  abstract parent: WorkspaceParent;
  getRoot(): WorkspaceItem {
    const { parent } = this;
    return parent === this || parent.parent === parent ? parent : parent.getRoot();
  }
  getContainer(): WorkspaceContainer {
    const root = this.getRoot();
    if (root instanceof WorkspaceContainer) return root;
    throw new Error("host: getContainer of a side leaf is not implemented");
  }
}

export abstract class WorkspaceParent extends WorkspaceItem {}

export class WorkspaceSplit extends WorkspaceParent {
  /** A split at the top is its own parent. */
  parent: WorkspaceParent;
  children: WorkspaceTabs[] = [];
  containerEl: HTMLElement;
  constructor(cls: string, parent?: WorkspaceParent) {
    super();
    this.parent = parent ?? this;
    this.containerEl = createDiv(`workspace-split ${cls}`);
  }
  addTabs(direction: "vertical" | "horizontal" = "vertical"): WorkspaceTabs {
    const tabs = new WorkspaceTabs(this);
    this.children.push(tabs);
    this.containerEl.toggleClass("mod-horizontal", direction === "horizontal");
    this.containerEl.appendChild(tabs.containerEl);
    return tabs;
  }
  removeTabs(tabs: WorkspaceTabs): void {
    if (this.children.length === 1) return;
    this.children = this.children.filter((other) => other !== tabs);
    tabs.containerEl.remove();
  }
  get leaves(): WorkspaceLeaf[] { return this.children.flatMap((tabs) => tabs.leaves); }
}

export abstract class WorkspaceContainer extends WorkspaceSplit {
  abstract win: Window;
  abstract doc: Document;
}
export class WorkspaceRoot extends WorkspaceContainer {
  win = window;
  doc = document;
}
/** What a pop-out window holds. */
export class WorkspaceWindow extends WorkspaceContainer {
  win: Window;
  doc: Document;
  constructor(win: Window) {
    super("mod-root mod-window");
    this.win = win;
    this.doc = win.document;
  }
}
/** Never made: each pop-out window is at the top of its own tree. Here for `instanceof`. */
export class WorkspaceFloating extends WorkspaceParent {
  parent: WorkspaceParent = this;
}
/** Never made: the host is a desktop. Here for `instanceof`. */
export class WorkspaceMobileDrawer extends WorkspaceParent {
  parent: WorkspaceParent = this;
  collapsed = true;
  expand(): void { this.collapsed = false; }
  collapse(): void { this.collapsed = true; }
  toggle(): void { this.collapsed = !this.collapsed; }
}
export class WorkspaceRibbon {}

export class WorkspaceSidedock extends WorkspaceSplit {
  collapsed = false;
  /** Told when the dock opens or closes. */
  onToggle: () => void = () => undefined;
  toggle(): void { this.#set(!this.collapsed); }
  collapse(): void { this.#set(true); }
  expand(): void { this.#set(false); }
  #set(collapsed: boolean): void {
    if (this.collapsed === collapsed) return;
    this.collapsed = collapsed;
    this.containerEl.toggleClass("is-sidedock-collapsed", collapsed);
    this.onToggle();
  }
}

export class WorkspaceTabs extends WorkspaceParent {
  parent: WorkspaceSplit;
  leaves: WorkspaceLeaf[] = [];
  containerEl = createDiv("workspace-tabs");
  #header: HTMLElement;
  #body: HTMLElement;
  #current: WorkspaceLeaf | null = null;

  constructor(parent: WorkspaceSplit) {
    super();
    this.parent = parent;
    this.#header = this.containerEl.createDiv("workspace-tab-header-container").createDiv({ cls: "workspace-tab-header-list", attr: { role: "tablist" } });
    this.#body = this.containerEl.createDiv("workspace-tab-container");
    this.#header.addEventListener("keydown", (evt) => { this.#onKey(evt); });
  }
  get current(): WorkspaceLeaf | null { return this.#current; }
  add(leaf: WorkspaceLeaf, index = this.leaves.length): void {
    this.leaves.splice(index, 0, leaf);
    this.#current ??= leaf;
    this.draw();
  }
  remove(leaf: WorkspaceLeaf): void {
    const at = this.leaves.indexOf(leaf);
    this.leaves = this.leaves.filter((other) => other !== leaf);
    if (this.#current === leaf) this.#current = this.leaves[Math.max(0, at - 1)] ?? null;
    if (this.leaves.length === 0) this.parent.removeTabs(this);
    this.draw();
  }
  select(leaf: WorkspaceLeaf): void {
    if (this.#current === leaf) return;
    this.#current = leaf;
    this.draw();
    leaf.onResize();
  }
  draw(): void {
    const focused = this.#header.contains(this.#header.doc.activeElement);
    this.#header.empty();
    for (const leaf of this.leaves) this.#tab(leaf);
    if (focused) this.#header.querySelector<HTMLElement>(".is-active")?.focus();
    const el = this.#current?.containerEl;
    if (el === undefined) this.#body.empty();
    else if (el.parentElement !== this.#body) this.#body.replaceChildren(el);
  }
  #tab(leaf: WorkspaceLeaf): void {
    const current = leaf === this.#current;
    const name = leaf.getDisplayText();
    const tab = this.#header.createDiv({
      cls: ["workspace-tab-header", ...(current ? ["is-active"] : [])],
      attr: { role: "tab", "aria-selected": String(current), tabindex: current ? 0 : -1, "aria-label": name, "aria-controls": leaf.id, "data-type": leaf.view.getViewType() },
    });
    setIcon(tab.createDiv("workspace-tab-header-inner-icon"), leaf.getIcon());
    tab.createDiv({ cls: "workspace-tab-header-inner-title", text: name });
    tab.addEventListener("mousedown", (evt) => { if (evt.button === 1) { evt.preventDefault(); leaf.detach(); } });
    tab.addEventListener("click", () => { void leaf.app.workspace.revealLeaf(leaf).then(() => { leaf.app.workspace.setActiveLeaf(leaf); }); });
    tab.addEventListener("contextmenu", (evt) => {
      const menu = new Menu().addItem((item) => item.setTitle("Close").setIcon("x").onClick(() => { leaf.detach(); }));
      leaf.view.onPaneMenu(menu, "tab-header");
      menu.showAtMouseEvent(evt);
    });
    const close = tab.createSpan({ cls: "workspace-tab-header-inner-close-button", attr: { "aria-hidden": "true" } });
    setIcon(close, "x");
    close.addEventListener("click", (evt) => { evt.stopPropagation(); leaf.detach(); });
  }
  #onKey(evt: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[evt.key];
    if (step === undefined || this.#current === null) return;
    const next = this.leaves[(this.leaves.indexOf(this.#current) + step + this.leaves.length) % this.leaves.length];
    if (next !== undefined) void next.app.workspace.revealLeaf(next);
    evt.preventDefault();
  }
}
