import { Keymap, MarkdownView, Menu, type App, type Editor, type HoverParent, type Point, type TFile } from "obsidian";
import { attempt } from "./attempt";
import { openNote } from "./open-note";
import { onFollow } from "./press";

/** The name under which hovering over a note is announced to the core plugin “Page preview”. */
export const hoverSource = "distinguo";

/** What one can do with a note wherever it is shown: open it, see a preview of it, drag it into another, ask for its menu. */
export class NoteActs {
  constructor(
    private readonly app: App,
    /** The leaf that the notes are shown in. */
    private readonly parent: HoverParent,
  ) {}

  /** Opens a note as a click in Obsidian does: in this tab, or with Mod or the middle button in a new one. */
  open(path: string, event: MouseEvent | KeyboardEvent): void {
    void openNote(this.app, path, event);
  }

  /** Has the core plugin preview a note, if it is on. Once for each time that the pointer comes. */
  hover(path: string, event: MouseEvent, targetEl: HTMLElement): void {
    this.app.workspace.trigger("hover-link", { event, source: hoverSource, hoverParent: this.parent, targetEl, linktext: path, sourcePath: "" });
  }

  /** Lets a note be dragged: where it is dropped on text, its link is inserted as the active note would write it. */
  drag(path: string, event: DragEvent): void {
    const file = this.app.vault.getFileByPath(path);
    if (!file || !event.dataTransfer) return;
    event.dataTransfer.setData("text/plain", this.link(file));
    event.dataTransfer.effectAllowed = "copyLink";
  }

  /** Lets what no note answers to be dragged: dropped on text, it is a link that waits for its note, if the label can stand in one. */
  dragMissing(label: string, event: DragEvent): void {
    if (!event.dataTransfer) return;
    event.dataTransfer.setData("text/plain", /[[\]|#^]/.test(label) ? label : `[[${label}]]`);
    event.dataTransfer.effectAllowed = "copyLink";
  }

  /** The link to a note as the active note would write it. */
  link(file: TFile): string {
    return this.app.fileManager.generateMarkdownLink(file, this.app.workspace.getActiveFile()?.path ?? "");
  }

  /** The editor that was written in last. */
  private editor(): Editor | undefined {
    const { activeEditor } = this.app.workspace;
    const view = this.app.workspace.getMostRecentLeaf()?.view;
    return activeEditor?.editor ?? (view instanceof MarkdownView && view.getMode() === "source" ? view.editor : undefined);
  }

  /**
   * Shows the menu of a note, as the file explorer does, with what other plugins add to it. Of what is no note, only what `add` puts there.
   * @param at where: at a mouse event, or at a point of the element's window
   * @param add puts what belongs to the place into the menu, before the rest
   */
  menu(path: string, at: MouseEvent | Point, el: HTMLElement, add?: (menu: Menu) => void): void {
    const { workspace, vault } = this.app;
    const menu = new Menu();
    add?.(menu);
    const file = vault.getFileByPath(path);
    if (file) {
      menu.addItem((item) => item.setSection("open").setTitle("Open in new tab").setIcon("file-plus").onClick(() => void attempt(() => workspace.getLeaf("tab").openFile(file))));
      menu.addItem((item) => item.setSection("open").setTitle("Open to the right").setIcon("separator-vertical").onClick(() => void attempt(() => workspace.getLeaf("split").openFile(file))));
      const editor = this.editor();
      if (editor) menu.addItem((item) => item.setSection("action").setTitle("Insert its link here").setIcon("link").onClick(() => editor.replaceSelection(this.link(file))));
      workspace.trigger("file-menu", menu, file, "distinguo-concepts");
    }
    if ("clientX" in at) menu.showAtMouseEvent(at);
    else menu.showAtPosition(at, el.doc);
  }

  /** Gives an element all of it. `add` puts more into the menu. */
  attach(el: HTMLElement, path: string, add?: (menu: Menu) => void): void {
    onFollow(el, (event) => {
      // The second click of a double one would open a second tab.
      if (event.detail < 2) this.open(path, event);
    });
    el.addEventListener("mouseenter", (event) => this.hover(path, event, el));
    el.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      this.menu(path, event, el, add);
    });
    el.draggable = true;
    el.addEventListener("dragstart", (event) => this.drag(path, event));
    el.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && Keymap.isModEvent(event) !== false) {
        event.preventDefault();
        this.open(path, event);
      } else if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
        event.preventDefault();
        const { left, bottom } = el.getBoundingClientRect();
        this.menu(path, { x: left, y: bottom }, el, add);
      }
    });
  }
}
