/** Suggestions while one types in a note: Obsidian's `PopoverSuggest` and `EditorSuggest`, asked in the order in which they were registered. */
import type { EditorPosition, EditorSuggestContext as PublicContext, EditorSuggestTriggerInfo, Instruction } from "obsidian";
import type { App } from "./app";
import type { Editor } from "./editor";
import type { TFile } from "./files";
import { Scope } from "./keymap";
import type { NoteEditor } from "./fields";

/** As the public one, with the host's own editor and file. */
interface EditorSuggestContext extends Omit<PublicContext, "editor" | "file"> { editor: Editor; file: TFile }

export abstract class PopoverSuggest<T> {
  app: App;
  scope: Scope;
  /** The popover and its list. Not in Obsidian's types. */
  suggestEl: HTMLElement;
  #listEl: HTMLElement;
  #values: T[] = [];
  #selected = 0;
  #isOpen = false;
  constructor(app: App, scope?: Scope) {
    this.app = app;
    this.scope = scope ?? new Scope(app.scope);
    this.suggestEl = createDiv("suggestion-container");
    this.#listEl = this.suggestEl.createDiv("suggestion");
    // What is chosen with the mouse must not take the focus from the text.
    this.suggestEl.addEventListener("mousedown", (evt) => { evt.preventDefault(); });
    this.scope.register([], "ArrowDown", () => { this.#select(this.#selected + 1); return false; });
    this.scope.register([], "ArrowUp", () => { this.#select(this.#selected - 1); return false; });
    this.scope.register([], "Escape", () => { this.close(); return false; });
    this.scope.register([], "Enter", (evt) => {
      if (evt.isComposing) return undefined;
      this.#choose(this.#selected, evt);
      return false;
    });
  }
  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    document.body.appendChild(this.suggestEl);
    this.app.keymap.pushScope(this.scope);
  }
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.app.keymap.popScope(this.scope);
    this.suggestEl.remove();
    this.#values = [];
    this.#listEl.empty();
  }
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract selectSuggestion(value: T, evt: MouseEvent | KeyboardEvent): void;

  /** Fills the list; the first is marked. */
  protected showSuggestions(values: T[]): void {
    this.#values = values;
    this.#listEl.empty();
    values.forEach((value, index) => {
      const el = this.#listEl.createDiv("suggestion-item");
      this.renderSuggestion(value, el);
      el.addEventListener("click", (evt) => { this.#choose(index, evt); });
      el.addEventListener("mousemove", () => { if (this.#selected !== index) this.#select(index); });
    });
    this.#select(0);
    this.open();
  }
  #choose(index: number, evt: MouseEvent | KeyboardEvent): void {
    const value = this.#values[index];
    if (value !== undefined) this.selectSuggestion(value, evt);
  }
  #select(index: number): void {
    const items = this.#listEl.findAll(".suggestion-item");
    if (items.length === 0) return;
    this.#selected = (index + items.length) % items.length;
    items.forEach((el, at) => { el.toggleClass("is-selected", at === this.#selected); });
    items[this.#selected]?.scrollIntoView({ block: "nearest" });
  }
}

export abstract class EditorSuggest<T> extends PopoverSuggest<T> {
  context: EditorSuggestContext | null = null;
  limit = 100;
  constructor(app: App) { super(app); }
  setInstructions(instructions: Instruction[]): void {
    this.suggestEl.querySelector(".prompt-instructions")?.remove();
    const row = this.suggestEl.createDiv("prompt-instructions");
    for (const { command, purpose } of instructions) {
      const one = row.createDiv("prompt-instruction");
      one.createSpan({ cls: "prompt-instruction-command", text: command });
      one.createSpan({ text: purpose });
    }
  }
  abstract onTrigger(cursor: EditorPosition, editor: Editor, file: TFile | null): EditorSuggestTriggerInfo | null;
  abstract getSuggestions(context: EditorSuggestContext): T[] | Promise<T[]>;
  override close(): void {
    super.close();
    this.context = null;
  }

  /** Asks a suggest whether it wants to speak now, and shows what it has to say. Nothing to say closes it. */
  static ask<T>(suggest: EditorSuggest<T>, view: NoteEditor): boolean {
    const { editor, file } = view;
    const info = editor.somethingSelected() || file === null ? null : suggest.onTrigger(editor.getCursor(), editor, file);
    if (info === null || file === null) {
      suggest.close();
      return false;
    }
    const context = { ...info, editor, file };
    suggest.context = context;
    void Promise.resolve(suggest.getSuggestions(context)).then((values) => {
      // An answer to what was asked before the last key is dropped.
      if (suggest.context !== context) return;
      if (values.length === 0) {
        suggest.close();
        return;
      }
      suggest.showSuggestions(values.slice(0, suggest.limit));
      suggest.#place(view, context.start);
    });
    return true;
  }
  /** Below what is typed, or above it where there is no room. */
  #place({ cm, editor }: NoteEditor, start: EditorPosition): void {
    cm.requestMeasure({
      read: () => ({ at: cm.coordsAtPos(editor.posToOffset(start)), box: this.suggestEl.getBoundingClientRect() }),
      write: ({ at, box }) => {
        if (at === null) return;
        const below = at.bottom + 4 + box.height <= window.innerHeight;
        this.suggestEl.setCssStyles({ left: `${String(Math.max(4, Math.min(at.left, window.innerWidth - box.width - 4)))}px`, top: `${String(below ? at.bottom + 4 : at.top - 4 - box.height)}px` });
      },
    });
  }
}

/** Those that are registered. The first that wants to speak does; the others are not asked. */
export class EditorSuggests {
  #suggests: EditorSuggest<unknown>[] = [];
  #current: EditorSuggest<unknown> | null = null;

  add(suggest: EditorSuggest<unknown>): () => void {
    this.#suggests.push(suggest);
    return () => {
      suggest.close();
      this.#suggests = this.#suggests.filter((other) => other !== suggest);
      if (this.#current === suggest) this.#current = null;
    };
  }
  /** The text of an editor has changed: all are asked. */
  textChanged(view: NoteEditor): void {
    const next = this.#suggests.find((suggest) => EditorSuggest.ask(suggest, view)) ?? null;
    if (this.#current !== next) this.#current?.close();
    this.#current = next;
  }
  /** The cursor has moved: only the one that speaks is asked whether it still wants to. */
  cursorMoved(view: NoteEditor): void {
    if (this.#current !== null && !EditorSuggest.ask(this.#current, view)) this.#current = null;
  }
  close(): void {
    this.#current?.close();
    this.#current = null;
  }
}

/** The app's own suggestions of notes behind `[[`. */
export class LinkSuggest extends EditorSuggest<TFile> {
  onTrigger(cursor: EditorPosition, editor: Editor): EditorSuggestTriggerInfo | null {
    const query = /\[\[([^[\]|#^]*)$/.exec(editor.getLine(cursor.line).slice(0, cursor.ch))?.[1];
    return query === undefined ? null : { start: { line: cursor.line, ch: cursor.ch - query.length }, end: cursor, query };
  }
  getSuggestions({ query }: EditorSuggestContext): TFile[] {
    return this.app.vault.getMarkdownFiles().filter(({ basename }) => basename.toLowerCase().includes(query.toLowerCase()));
  }
  renderSuggestion(file: TFile, el: HTMLElement): void { el.addClass("mod-link"); el.setText(file.basename); }
  selectSuggestion(file: TFile): void {
    const { context } = this;
    this.close();
    if (context === null) return;
    const { editor, start, end } = context;
    const closed = editor.getLine(end.line).startsWith("]]", end.ch);
    const text = `${this.app.metadataCache.fileToLinktext(file, context.file.path)}${closed ? "" : "]]"}`;
    editor.transaction({ changes: [{ from: start, to: end, text }], selection: { from: { line: start.line, ch: start.ch + text.length + (closed ? 2 : 0) } } }, "input.complete");
  }
}
