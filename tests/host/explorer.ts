/** The file explorer: the vault's folders and notes as a tree for mouse and keyboard. */
import { debounce } from "./events";
import { type TAbstractFile, TFile, TFolder } from "./files";
import { setIcon } from "./icons";
import { Keymap } from "./keymap";
import type { WorkspaceLeaf } from "./leaf";
import { Menu } from "./menu";
import { ItemView } from "./view";

export class FileExplorer extends ItemView {
  #closed = new Set<string>();
  #draw = debounce(() => { this.#render(); }, 20);
  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.icon = "folder";
  }
  getViewType(): string { return "file-explorer"; }
  getDisplayText(): string { return "Files"; }
  protected override async onOpen(): Promise<void> {
    for (const name of ["create", "delete", "rename"]) this.registerEvent(this.app.vault.on(name, () => { this.#draw(); }));
    this.registerEvent(this.app.workspace.on("file-open", () => { this.#mark(); }));
    this.contentEl.addClass("nav-files-container");
    this.contentEl.setAttrs({ role: "tree", "aria-label": "Notes" });
    this.contentEl.addEventListener("keydown", (evt) => { this.#onKey(evt); });
    this.#render();
    return Promise.resolve();
  }
  #render(): void {
    const { scrollTop } = this.contentEl;
    this.contentEl.empty();
    this.#children(this.app.vault.getRoot(), this.contentEl, 1);
    this.contentEl.scrollTop = scrollTop;
    this.#mark();
  }
  #children(folder: TFolder, parent: HTMLElement, level: number): void {
    const order = (entry: TAbstractFile): string => `${entry instanceof TFolder ? "0" : "1"}${entry.name.toLowerCase()}`;
    for (const entry of [...folder.children].sort((a, b) => (order(a) < order(b) ? -1 : 1))) {
      if (entry instanceof TFolder) this.#folder(entry, parent, level);
      else if (entry instanceof TFile) this.#file(entry, parent, level);
    }
  }
  #row(entry: TAbstractFile, parent: HTMLElement, level: number, cls: string): HTMLElement {
    const row = parent.createDiv({ cls: `tree-item-self ${cls}`, attr: { role: "treeitem", tabindex: -1, "data-path": entry.path, "aria-level": level } });
    row.setCssProps({ "--level": String(level) });
    return row;
  }
  #folder(folder: TFolder, parent: HTMLElement, level: number): void {
    const open = !this.#closed.has(folder.path);
    const row = this.#row(folder, parent, level, "nav-folder-title");
    row.setAttribute("aria-expanded", String(open));
    setIcon(row.createDiv("tree-item-icon"), open ? "chevron-down" : "chevron-right");
    row.createDiv({ cls: "nav-folder-title-content", text: folder.name });
    row.addEventListener("click", () => {
      if (open) this.#closed.add(folder.path);
      else this.#closed.delete(folder.path);
      this.#render();
      this.contentEl.querySelector<HTMLElement>(`[data-path="${CSS.escape(folder.path)}"]`)?.focus();
    });
    row.addEventListener("contextmenu", (evt) => {
      const menu = new Menu();
      this.app.workspace.trigger("file-menu", menu, folder, "file-explorer-context-menu", this.leaf);
      menu.showAtMouseEvent(evt);
    });
    if (open) this.#children(folder, parent.createDiv({ cls: "tree-item-children", attr: { role: "group" } }), level + 1);
  }
  #file(file: TFile, parent: HTMLElement, level: number): void {
    const row = this.#row(file, parent, level, "nav-file-title");
    row.createDiv({ cls: "nav-file-title-content", text: file.extension === "md" ? file.basename : file.name });
    const go = (evt: MouseEvent): void => { void this.app.workspace.getLeaf(Keymap.isModEvent(evt)).openFile(file); };
    row.addEventListener("click", go);
    row.addEventListener("auxclick", (evt) => { if (evt.button === 1) go(evt); });
    row.addEventListener("contextmenu", (evt) => {
      const menu = new Menu().addItem((item) => item.setTitle("Open in new tab").setIcon("file-plus").onClick(() => { void this.app.workspace.getLeaf("tab").openFile(file); }));
      this.app.workspace.trigger("file-menu", menu, file, "file-explorer-context-menu", this.leaf);
      menu.addSeparator().addItem((item) => item.setTitle("Delete").setIcon("trash-2").setWarning(true).onClick(() => { void this.app.fileManager.trashFile(file); }));
      menu.showAtMouseEvent(evt);
    });
  }
  #mark(): void {
    const path = this.app.workspace.getActiveFile()?.path;
    const rows = this.contentEl.findAll(".tree-item-self");
    for (const row of rows) {
      const active = row.getAttribute("data-path") === path;
      row.toggleClass("is-active", active);
      row.setAttribute("aria-selected", String(active));
      row.tabIndex = active ? 0 : -1;
    }
    const first = rows[0];
    if (first !== undefined && !rows.some((row) => row.tabIndex === 0)) first.tabIndex = 0;
    this.contentEl.querySelector(".is-active")?.scrollIntoView({ block: "nearest" });
  }
  #onKey(evt: KeyboardEvent): void {
    const rows = this.contentEl.findAll(".tree-item-self");
    const at = rows.findIndex((row) => row === document.activeElement);
    const row = rows[at];
    if (row === undefined) return;
    const open = row.getAttribute("aria-expanded");
    if (evt.key === "ArrowDown") rows[at + 1]?.focus();
    else if (evt.key === "ArrowUp") rows[at - 1]?.focus();
    else if (evt.key === "Enter" || (evt.key === "ArrowRight" && open === "false") || (evt.key === "ArrowLeft" && open === "true")) row.click();
    else return;
    evt.preventDefault();
  }
}
