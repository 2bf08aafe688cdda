import type { Text } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { EditorSuggest, Platform, type App, type Editor, type EditorPosition, type EditorSuggestContext, type EditorSuggestTriggerInfo, type TFile } from "obsidian";
import { isSamePlace, typedLabel, type LinkPlace } from "../../core/index";
import type { RemoteEngine, Suggestion } from "../../worker/engine";
import { typingIn } from "./typing";

/** What the suggestions need. */
export interface SuggestTools {
  engine: RemoteEngine;
  /** The CodeMirror view behind one of the app's editors. */
  viewOf(editor: Editor): EditorView | undefined;
  /** Whether the settings ask for suggestions. */
  isOn(): boolean;
}

/** A suggestion, and where in the note the label begins that it was made for: by the time it is taken, more may be typed. */
interface Offer extends Suggestion {
  start: number;
  isCell: boolean;
}

/** Where the text of an editor is parted: before the line that one types in. */
interface Place {
  before: Text;
  line: string;
  at: number;
}

/**
 * Offers concepts as links while one types a label in the prose. Within `[[` the app's own suggestions have their say.
 * Enter is a new line, unless another suggestion than the first was gone to: who ends a line with a word that is a label, or
 * begins one, means the line. Tab takes what is marked.
 */
export class ConceptSuggest extends EditorSuggest<Offer> {
  override limit = 8;
  private shown: Offer[] = [];
  private readonly rows = new WeakMap<Offer, HTMLElement>();
  private hasMoved = false;
  /** Where the label begins that is being typed, and one for which nothing is wanted. */
  private begun: EditorPosition | undefined;
  private dismissed: EditorPosition | undefined;
  private place: { before: Text; line: string; found: LinkPlace } | undefined;

  constructor(
    app: App,
    private readonly tools: SuggestTools,
  ) {
    super(app);
    this.setInstructions([{ command: "↹", purpose: "to link" }, { command: "↑↓ ↵", purpose: "to choose another" }, { command: "esc", purpose: "to leave it" }]);
    this.scope.register([], "Tab", () => this.take());
  }

  /** A key was let go in an editor. */
  readonly keyUp = (key: string): void => {
    // In a list of one there is nowhere to go: who presses an arrow wants another line of the note.
    if (key === "ArrowUp" || key === "ArrowDown") {
      if (this.shown.length === 1) this.close();
      else this.hasMoved = true;
    }
    if (key === "Escape") this.dismissed = this.begun;
  };

  /** Looks at one line alone, since it is asked at every key. */
  override onTrigger(cursor: EditorPosition, editor: Editor, file: TFile | null): EditorSuggestTriggerInfo | null {
    if (!this.tools.isOn() || file?.extension !== "md") return null;
    const state = this.tools.viewOf(editor)?.state;
    const typing = state ? typingIn(state) : "no";
    // What is composed is in the making, but on phones, whose keyboards compose every word.
    if (typing === "no" || (typing === "composed" && !Platform.isMobile)) return null;
    const query = typedLabel(editor.getLine(cursor.line), cursor.ch);
    if (query === "") return null;
    const word = /[\p{L}\p{M}\p{N}]*$/u.exec(query)?.[0] ?? "";
    const start = { line: cursor.line, ch: cursor.ch - word.length };
    if (start.line === this.dismissed?.line && start.ch === this.dismissed.ch) return null;
    this.dismissed = undefined;
    this.begun = start;
    return { start, end: cursor, query };
  }

  override async getSuggestions({ query, editor, file, end }: EditorSuggestContext): Promise<Offer[]> {
    const view = this.tools.viewOf(editor);
    if (!view) return [];
    const { doc } = view.state;
    const found = await this.tools.engine.suggest(file.path, query).catch(() => []);
    const line = doc.line(end.line + 1);
    const place = found.length === 0 ? "none" : await this.placeOf({ before: doc.slice(0, line.from), line: line.text, at: end.ch });
    // What was typed meanwhile has asked for an answer of its own.
    if (place === "none" || place === "never" || view.state.doc !== doc) return [];
    this.hasMoved = false;
    const asked = line.from + end.ch - query.length;
    this.shown = found.map((one) => ({ ...one, start: asked + one.from, isCell: place === "cell" }));
    return this.shown;
  }

  /** What stands above a line decides whether it is prose, and stays the same while one types in it. */
  private async placeOf({ before, line, at }: Place): Promise<LinkPlace> {
    const known = this.place;
    if (known?.before.eq(before) && line.startsWith(known.line) && isSamePlace(known.found, line.slice(known.line.length, at))) return known.found;
    const found = await this.tools.engine.linkPlace(before.toString(), line, at).catch((): LinkPlace => "none");
    this.place = { before, line: line.slice(0, at), found };
    return found;
  }

  override renderSuggestion(offer: Offer, el: HTMLElement): void {
    const { label, target, definition, isShared } = offer;
    this.rows.set(offer, el);
    el.addClass("distinguo-suggestion");
    el.setAttr("dir", "auto");
    const head = el.createDiv({ cls: "distinguo-suggestion-label" });
    head.createEl("bdi", { text: label });
    if (isShared) head.createSpan({ cls: "distinguo-folder", text: target });
    if (definition !== "") el.createDiv({ cls: "distinguo-suggestion-definition", text: definition });
  }

  override selectSuggestion(offer: Offer, event: MouseEvent | KeyboardEvent): void {
    const { context } = this;
    this.close();
    if (!context) return;
    if (event.instanceOf(KeyboardEvent) && !this.hasMoved && offer === this.shown[0]) this.breakLine(context.editor, event);
    else this.link(offer, context);
  }

  /** Takes what is marked. Which that is, the app tells only by a class. */
  private take(): false {
    const { context } = this;
    const marked = this.shown.find((offer) => this.rows.get(offer)?.hasClass("is-selected")) ?? (this.hasMoved ? undefined : this.shown[0]);
    this.close();
    if (context && marked) this.link(marked, context);
    return false;
  }

  /** Gives Enter back to the editor, which goes on with a list; where it is deaf to keys that no one has pressed, asks it for a line. */
  private breakLine(editor: Editor, { target }: KeyboardEvent): void {
    const doc = this.tools.viewOf(editor)?.state.doc;
    const key = new KeyboardEvent("keydown", { key: "Enter", code: "Enter", keyCode: 13, bubbles: true, cancelable: true });
    // CodeMirror on phones puts off what is not marked so, and the line would be broken twice.
    target?.dispatchEvent(Object.assign(key, { synthetic: true }));
    if (doc && this.tools.viewOf(editor)?.state.doc === doc) editor.exec("newlineAndIndent");
  }

  private link({ target, shown, start, isCell }: Offer, { editor, file }: EditorSuggestContext): void {
    const view = this.tools.viewOf(editor);
    const note = this.app.vault.getFileByPath(target);
    if (!view || !note) return;
    const to = view.state.selection.main.head;
    const typed = start < to ? view.state.sliceDoc(start, to) : "";
    // What was typed since the suggestion came may be no part of its label.
    if (typed === "" || !shown.toLowerCase().startsWith(typed.toLowerCase())) return;
    const { fileManager, metadataCache } = this.app;
    // A wiki link has no room for these; it shows the note's name.
    const alias = shown === metadataCache.fileToLinktext(note, file.path) || /[[\]|]/.test(shown) ? "" : shown;
    const link = fileManager.generateMarkdownLink(note, file.path, "", alias);
    const insert = isCell ? link.replace(/\\?\|/g, "\\|") : link;
    view.dispatch({ changes: { from: start, to, insert }, selection: { anchor: start + insert.length }, scrollIntoView: true, userEvent: "input.complete" });
  }
}
