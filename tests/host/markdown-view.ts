/** The view of a note: a CodeMirror editor and a reading view over the same text. */
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { MarkdownViewModeType, ViewStateResult } from "obsidian";
import { elementOf } from "./dom";
import { Editor } from "./editor";
import { type NoteEditor, setLivePreview } from "./fields";
import type { TFile } from "./files";
import { Keymap } from "./keymap";
import type { WorkspaceLeaf } from "./leaf";
import { resolveSubpath } from "./links";
import { isFolded, linkAt } from "./live-preview";
import { Menu } from "./menu";
import { difference, loaded, noteEditing } from "./note-editing";
import { MarkdownPreviewView } from "./preview";
import { TextFileView } from "./view";

export class MarkdownView extends TextFileView implements NoteEditor {
  editor: Editor;
  previewMode: MarkdownPreviewView;
  hoverPopover = null;
  /** The CodeMirror view. Not in Obsidian's types. */
  cm: EditorView;
  #plugins = new Compartment();
  #mode: MarkdownViewModeType = "source";
  #live = true;
  /** The target of the link that the mouse went down on, if a click is to follow it. */
  #pressed: string | null = null;
  #sourceEl: HTMLElement;
  #toggle: HTMLElement;
  #unfollow: () => void;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.icon = "file-text";
    this.#sourceEl = this.contentEl.createDiv("markdown-source-view mod-cm6 is-live-preview");
    this.cm = new EditorView({ parent: this.#sourceEl });
    this.cm.setState(this.#state(""));
    this.editor = new Editor(this.cm);
    this.previewMode = new MarkdownPreviewView(this, this.contentEl.createDiv("markdown-reading-view"));
    this.previewMode.containerEl.hide();
    this.#unfollow = this.contentEl.onWindowMigrated((win) => { this.cm.setRoot(win.document); });
    this.#toggle = this.addAction("book-open", "Reading view", () => { this.setMode(this.#mode === "source" ? "preview" : "source"); });
  }
  get currentMode(): MarkdownPreviewView | { getScroll(): number; applyScroll(scroll: number): void; get(): string; set(data: string, clear: boolean): void } {
    if (this.#mode === "preview") return this.previewMode;
    return {
      getScroll: () => this.cm.scrollDOM.scrollTop,
      applyScroll: (scroll) => { this.cm.scrollDOM.scrollTop = scroll; },
      get: () => this.getViewData(),
      set: (data, clear) => { this.setViewData(data, clear); },
    };
  }
  getViewType(): string { return "markdown"; }
  getMode(): MarkdownViewModeType { return this.#mode; }
  get isEditing(): boolean { return this.#mode === "source"; }
  getViewData(): string { return this.cm.state.doc.toString(); }
  clear(): void { this.setViewData("", true); }
  showSearch(): void { throw new Error("host: MarkdownView.showSearch is not implemented"); }
  override canAcceptExtension(extension: string): boolean { return extension === "md"; }

  setViewData(data: string, clear: boolean): void {
    if (clear) {
      this.cm.setState(this.#state(data));
    } else {
      const change = difference(this.getViewData(), data.replace(/\r\n?/g, "\n"));
      if (change !== null) this.cm.dispatch({ changes: change, annotations: loaded.of(true) });
    }
    if (this.#mode === "preview") this.previewMode.rerender(true);
  }
  override async onLoadFile(file: TFile): Promise<void> {
    await super.onLoadFile(file);
    this.cm.scrollDOM.scrollTop = 0;
  }
  protected override async onClose(): Promise<void> {
    await super.onClose();
    this.#unfollow();
    this.previewMode.unload();
    this.cm.destroy();
  }
  override getState(): Record<string, unknown> { return { ...super.getState(), mode: this.#mode, source: !this.#live }; }
  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    if (typeof state !== "object" || state === null) return;
    const mode: unknown = Reflect.get(state, "mode");
    const source: unknown = Reflect.get(state, "source");
    if (mode === "source" || mode === "preview") this.setMode(mode);
    if (typeof source === "boolean") {
      this.#live = !source;
      this.cm.dispatch({ effects: setLivePreview.of(!source) });
      this.#sourceEl.toggleClass("is-live-preview", !source);
    }
  }
  override setEphemeralState(state: unknown): void {
    if (typeof state !== "object" || state === null || this.file === null) return;
    const line: unknown = Reflect.get(state, "line");
    const subpath: unknown = Reflect.get(state, "subpath");
    const cache = this.app.metadataCache.getFileCache(this.file);
    const found = typeof subpath === "string" && cache !== null ? resolveSubpath(cache, subpath)?.start.line : undefined;
    const target = typeof line === "number" ? line : found;
    if (target === undefined) return;
    const at = { line: target, ch: 0 };
    this.editor.setCursor(at);
    this.editor.scrollIntoView({ from: at, to: at }, true);
    this.previewMode.applyScroll(target);
  }
  /** Switches between editing and reading. */
  setMode(mode: MarkdownViewModeType): void {
    if (mode === this.#mode) return;
    this.#mode = mode;
    this.#sourceEl.toggle(mode === "source");
    this.previewMode.containerEl.toggle(mode === "preview");
    this.#toggle.setAttribute("aria-pressed", String(mode === "preview"));
    if (mode === "preview") this.previewMode.rerender(true);
    else this.cm.requestMeasure();
    this.app.workspace.layoutChanged();
  }
  focus(): void {
    if (this.#mode === "source") this.cm.focus();
  }
  /** Takes over the editor extensions as they are registered now. */
  reconfigure(): void {
    this.cm.dispatch({ effects: this.#plugins.reconfigure(this.app.registry.editorExtensions()) });
  }

  #state(doc: string): EditorState {
    return EditorState.create({ doc, extensions: [this.#own(), this.#plugins.of(this.app.registry.editorExtensions())] });
  }
  #own(): Extension {
    return [
      noteEditing(this, this.#live),
      EditorView.domEventHandlers({
        mousedown: (evt) => { this.#pressed = this.#linkUnder(evt); return false; },
        click: (evt) => this.#followLink(evt),
        mouseover: (evt) => { this.#hoverLink(evt); return false; },
        contextmenu: (evt) => this.#contextMenu(evt),
        paste: (evt) => { this.app.workspace.trigger("editor-paste", evt, this.editor, this); return evt.defaultPrevented; },
        drop: (evt) => { this.app.workspace.trigger("editor-drop", evt, this.editor, this); return evt.defaultPrevented; },
      }),
    ];
  }
  /** A click follows a link that shows no markup, in live preview; elsewhere it takes Mod, as in Obsidian. */
  #linkUnder(evt: MouseEvent): string | null {
    const offset = this.cm.posAtCoords({ x: evt.clientX, y: evt.clientY });
    const onLink = (elementOf(evt)?.closest(".cm-hmd-internal-link, .cm-link") ?? null) !== null;
    const link = offset === null || !onLink || evt.button !== 0 ? null : linkAt(this.cm.state, offset);
    return link !== null && (isFolded(this.cm.state, link) || Keymap.isModifier(evt, "Mod")) ? link.target : null;
  }
  #followLink(evt: MouseEvent): boolean {
    const target = this.#pressed;
    this.#pressed = null;
    if (target === null || !this.cm.state.selection.main.empty) return false;
    void this.app.workspace.openLinkText(target, this.file?.path ?? "", Keymap.isModEvent(evt));
    return true;
  }
  #hoverLink(evt: MouseEvent): void {
    const el = evt.target instanceof Element ? evt.target.closest<HTMLElement>(".cm-hmd-internal-link, .cm-link") : null;
    const offset = el === null ? null : this.cm.posAtCoords({ x: evt.clientX, y: evt.clientY });
    const link = offset === null ? null : linkAt(this.cm.state, offset);
    if (link !== null) this.app.workspace.trigger("hover-link", { event: evt, source: "editor", hoverParent: this, targetEl: el, linktext: link.target, sourcePath: this.file?.path });
  }
  #contextMenu(evt: MouseEvent): boolean {
    const menu = new Menu();
    this.app.workspace.trigger("editor-menu", menu, this.editor, this);
    menu.showAtMouseEvent(evt);
    return true;
  }
}
