/** A canvas, as far as notes on it go: cards that show a note, or a text, and edit it when double-clicked. */
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { elementOf } from "./dom";
import { Editor } from "./editor";
import { Component, debounce } from "./events";
import type { NoteEditor } from "./fields";
import type { TFile } from "./files";
import { noteEditing } from "./note-editing";
import { render } from "./preview";
import { FileView } from "./view";

/** A node of a JSON Canvas file, as far as the host reads it. */
interface CanvasNode { id: string; type: string; x: number; y: number; width: number; height: number; file?: string; text?: string }

class Card extends Component implements NoteEditor {
  app;
  hoverPopover = null;
  cm = new EditorView();
  editor = new Editor(this.cm);
  requestSave = debounce(() => { void this.save(); }, 2000, true);
  #el: HTMLElement;
  #children = new Component();
  isEditing = false;
  #turn = 0;
  constructor(private view: CanvasView, readonly file: TFile | null, private text: string, parent: HTMLElement) {
    super();
    this.app = view.app;
    this.#el = parent;
    parent.addEventListener("dblclick", () => { if (!this.isEditing) void this.#edit(); });
    parent.addEventListener("keydown", (evt) => { if (evt.key === "Escape" && this.isEditing) void this.#leave(); });
    view.contentEl.addEventListener("mousedown", (evt) => { if (this.isEditing && !parent.contains(elementOf(evt))) void this.#leave(); });
  }
  override onload(): void {
    void this.#show();
    const { file } = this;
    if (file !== null) this.registerEvent(this.app.metadataCache.on("changed", (changed: TFile) => { if (changed === file && !this.isEditing) void this.#show(); }));
  }
  override onunload(): void {
    this.#turn++;
    this.#children.unload();
    this.cm.destroy();
  }
  getViewData(): string { return this.cm.state.doc.toString(); }
  async save(): Promise<void> {
    if (this.file === null) this.text = this.getViewData();
    else if (this.isEditing) await this.app.vault.modify(this.file, this.getViewData());
  }
  async #show(): Promise<void> {
    const turn = ++this.#turn;
    const text = this.file === null ? this.text : await this.app.vault.cachedRead(this.file);
    const children = new Component();
    children.load();
    const body = createDiv("markdown-preview-view markdown-rendered");
    const known = this.app.registry.alwaysSectionInfo ? { note: () => ({ text, line: 0 }) } : {};
    await render(this.app, text, body, { sourcePath: (this.file ?? this.view.file)?.path ?? "", owner: children, ...known });
    this.#children.unload();
    this.#children = children;
    if (turn === this.#turn) this.#el.replaceChildren(body);
    else children.unload();
  }
  async #edit(): Promise<void> {
    this.isEditing = true;
    const text = this.file === null ? this.text : await this.app.vault.read(this.file);
    this.cm.setState(EditorState.create({ doc: text, extensions: [noteEditing(this, true), this.app.registry.editorExtensions()] }));
    this.#children.unload();
    this.#el.replaceChildren(createDiv("markdown-source-view mod-cm6 is-live-preview"));
    this.#el.firstElementChild?.appendChild(this.cm.dom);
    this.cm.setRoot(this.#el.doc);
    this.cm.focus();
    this.view.edited = this;
    this.app.workspace.activeFileChanged();
  }
  async #leave(): Promise<void> {
    await this.save();
    this.isEditing = false;
    // The view that goes takes the plugins' parts with it.
    this.cm.setState(EditorState.create({}));
    this.view.edited = null;
    this.app.workspace.activeFileChanged();
    await this.#show();
  }
}

export class CanvasView extends FileView {
  /** The card that is being written on. */
  edited: NoteEditor | null = null;
  #cards = new Component();
  getViewType(): string { return "canvas"; }
  override canAcceptExtension(extension: string): boolean { return extension === "canvas"; }
  override async onLoadFile(file: TFile): Promise<void> {
    const { nodes } = JSON.parse(await this.app.vault.read(file)) as { nodes: CanvasNode[] };
    this.#cards = this.addChild(new Component());
    this.contentEl.empty();
    const canvas = this.contentEl.createDiv("canvas-wrapper").createDiv("canvas");
    for (const node of nodes) {
      const el = canvas.createDiv("canvas-node");
      el.setCssStyles({ left: `${String(node.x)}px`, top: `${String(node.y)}px`, width: `${String(node.width)}px`, height: `${String(node.height)}px` });
      const content = el.createDiv("canvas-node-container").createDiv("canvas-node-content markdown-embed").createDiv("markdown-embed-content");
      this.#cards.addChild(new Card(this, node.file === undefined ? null : this.app.vault.getFileByPath(node.file), node.text ?? "", content));
    }
    canvas.addEventListener("click", (evt) => {
      const link = elementOf(evt)?.closest("a.internal-link");
      if (link) void this.app.workspace.openLinkText(link.getAttribute("data-href") ?? "", file.path);
    });
  }
  override async onUnloadFile(): Promise<void> {
    this.edited = null;
    this.removeChild(this.#cards);
    return Promise.resolve();
  }
}
