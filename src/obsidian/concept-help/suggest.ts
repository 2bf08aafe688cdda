import type { Text } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { EditorSuggest, Platform, type App, type Editor, type EditorPosition, type EditorSuggestContext, type EditorSuggestTriggerInfo, type TFile } from "obsidian";
import { typedLabel, type LinkPlace } from "../../core/index";
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
export class ConceptSuggest extends EditorSuggest<Suggestion> {
  override limit = 8;
  private shown: readonly Suggestion[] = [];
  private hasMoved = false;
  private isTaking = false;
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
    this.scope.register([], "Tab", (event) => this.take(event));
  }

  /** A key was let go in an editor. */
  readonly keyUp = (key: string): void => {
    if (key === "ArrowUp" || key === "ArrowDown") this.hasMoved = true;
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

  override async getSuggestions({ query, editor, file, end }: EditorSuggestContext): Promise<Suggestion[]> {
    const view = this.tools.viewOf(editor);
    if (!view) return [];
    const { doc } = view.state;
    const found = await this.tools.engine.suggest(file.path, query).catch(() => []);
    const line = doc.line(end.line + 1);
    const place = found.length === 0 ? "none" : await this.placeOf({ before: doc.slice(0, line.from), line: line.text, at: end.ch });
    // What was typed meanwhile has asked for an answer of its own.
    if (place === "none" || view.state.doc !== doc) return [];
    this.hasMoved = false;
    this.shown = found;
    return found;
  }

  /** What stands above a line decides whether it is prose, and stays the same while one types in it. */
  private async placeOf({ before, line, at }: Place): Promise<LinkPlace> {
    const known = this.place;
    if (known?.before.eq(before) && known.found !== "none" && line.startsWith(known.line)) return known.found;
    const found = await this.tools.engine.linkPlace(before.toString(), line, at).catch((): LinkPlace => "none");
    this.place = { before, line: line.slice(0, at), found };
    return found;
  }

  override renderSuggestion({ label, target, definition, isShared }: Suggestion, el: HTMLElement): void {
    el.addClass("distinguo-suggestion");
    el.setAttr("dir", "auto");
    const head = el.createDiv({ cls: "distinguo-suggestion-label" });
    head.createEl("bdi", { text: label });
    if (isShared) head.createSpan({ cls: "distinguo-folder", text: target });
    if (definition !== "") el.createDiv({ cls: "distinguo-suggestion-definition", text: definition });
  }

  override selectSuggestion(suggestion: Suggestion, event: MouseEvent | KeyboardEvent): void {
    const { context } = this;
    this.close();
    if (!context) return;
    const isEnter = event.instanceOf(KeyboardEvent) && !this.isTaking;
    if (isEnter && !this.hasMoved && suggestion === this.shown[0]) press(event, "Enter");
    else this.link(suggestion, context);
  }

  /** Takes what is marked. Which that is, the app tells only who presses Enter. */
  private take(event: KeyboardEvent): false {
    this.isTaking = true;
    try {
      press(event, "Enter");
    } finally {
      this.isTaking = false;
    }
    return false;
  }

  private link({ target, from, shown }: Suggestion, { editor, file, query, end }: EditorSuggestContext): void {
    const view = this.tools.viewOf(editor);
    const note = this.app.vault.getFileByPath(target);
    if (!view || !note) return;
    const { fileManager, metadataCache } = this.app;
    // A wiki link has no room for these; it shows the note's name.
    const alias = shown === metadataCache.fileToLinktext(note, file.path) || /[[\]|]/.test(shown) ? "" : shown;
    const link = fileManager.generateMarkdownLink(note, file.path, "", alias);
    const to = editor.posToOffset(end);
    const start = to - (query.length - from);
    const insert = this.place?.found === "cell" ? link.replace(/\\?\|/g, "\\|") : link;
    view.dispatch({ changes: { from: start, to, insert }, selection: { anchor: start + insert.length }, scrollIntoView: true, userEvent: "input.complete" });
  }
}

/** Presses a key where another was pressed. */
function press({ target }: KeyboardEvent, key: string): void {
  target?.dispatchEvent(new KeyboardEvent("keydown", { key, code: key, keyCode: 13, bubbles: true, cancelable: true }));
}
