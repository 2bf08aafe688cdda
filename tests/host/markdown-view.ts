/** The view of a note: a CodeMirror editor and a reading view over the same text. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { codeFolding } from "@codemirror/language";
import { Annotation, Compartment, EditorState, type Extension } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, keymap } from "@codemirror/view";
import type { MarkdownViewModeType, ViewStateResult } from "obsidian";
import { Editor } from "./editor";
import { editorEditorField, editorInfoField, editorLivePreviewField, setLivePreview } from "./fields";
import type { TFile } from "./files";
import { markdownHighlighting } from "./highlight";
import { Keymap } from "./keymap";
import type { WorkspaceLeaf } from "./leaf";
import { resolveSubpath } from "./links";
import { isFolded, linkAt, livePreview } from "./live-preview";
import { Menu } from "./menu";
import { MarkdownPreviewView } from "./preview";
import { TextFileView } from "./view";

/** Marks a change that came from the file, and so must not be saved to it. */
const loaded = Annotation.define<boolean>();

export class MarkdownView extends TextFileView {
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

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.icon = "file-text";
    this.#sourceEl = this.contentEl.createDiv("markdown-source-view mod-cm6 is-live-preview");
    this.cm = new EditorView({ parent: this.#sourceEl });
    this.cm.setState(this.#state(""));
    this.editor = new Editor(this.cm);
    this.previewMode = new MarkdownPreviewView(this, this.contentEl.createDiv("markdown-reading-view"));
    this.previewMode.containerEl.hide();
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
      editorInfoField.init(() => this), editorLivePreviewField.init(() => this.#live), editorEditorField.init(() => this.cm),
      history(), drawSelection(), highlightActiveLine(), EditorView.lineWrapping, EditorState.allowMultipleSelections.of(true),
      keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
      markdownHighlighting(), codeFolding(), livePreview(),
      EditorView.contentAttributes.of({ "aria-label": "Note text", spellcheck: "false" }),
      EditorView.updateListener.of((update) => {
        const { suggests } = this.app.registry;
        if (update.focusChanged && !this.cm.hasFocus) suggests.close();
        if (update.docChanged && this.cm.hasFocus) suggests.textChanged(this);
        else if (update.selectionSet) suggests.cursorMoved(this);
        if (!update.docChanged) return;
        if (update.transactions.some((tr) => tr.docChanged && tr.annotation(loaded) !== true)) this.requestSave();
        this.app.workspace.editorChanged(this.editor, this);
      }),
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
    const onLink = evt.target instanceof Element && evt.target.closest(".cm-hmd-internal-link, .cm-link") !== null;
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

/** The smallest single change from one text to another, so that selections and decorations elsewhere stay. */
function difference(before: string, after: string): { from: number; to: number; insert: string } | null {
  if (before === after) return null;
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < before.length - start && tail < after.length - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { from: start, to: before.length - tail, insert: after.slice(start, after.length - tail) };
}
