import { EditorView } from "@codemirror/view";
import type { EditorState, Text } from "@codemirror/state";
import { editorInfoField, resolveSubpath, type App, type MarkdownPostProcessorContext } from "obsidian";
import { passageOf, type Diagnostic, type Range } from "../../core/index";
import type { OpenEditors } from "../editor/checker";
import { markedDiagnostics } from "../editor/marks";
import { spotOf, type Spot } from "./locate";

/** Where what an element shows stands in its note. */
export interface Place {
  /** The whole note. */
  text: string;
  range: Range;
  /** Whether just this range is shown; else whatever of it is found there. */
  isSure: boolean;
  /** About where what is shown begins, where that is known. */
  begins?: number;
  /** What is marked in an editor that holds just this text; of what it has yet to hear it tells by `judged`. */
  marked?: readonly Diagnostic[];
}

/** Finds out where rendered text comes from. */
export class Places {
  private lined = "";
  private starts: number[] = [0];
  private readonly texts = new WeakMap<Text, string>();
  private readonly marks = new WeakMap<EditorState, readonly Diagnostic[]>();
  private readonly spots = new WeakMap<Diagnostic, { text: string; spot: Spot }>();

  constructor(
    private readonly app: App,
    private readonly editors: OpenEditors,
  ) {}

  /**
   * The place of an element in the note at `path`. Sections of reading view know theirs; what is rendered elsewhere,
   * such as an embed, a callout in live preview, a card of a canvas, may come from anywhere in the note, or from nowhere.
   */
  async of(el: HTMLElement, context: MarkdownPostProcessorContext, path: string): Promise<Place | undefined> {
    const info = context.getSectionInfo(el);
    if (info) {
      const { text, lineStart, lineEnd } = info;
      const starts = this.startsOf(text);
      const editor = this.editors.judged(path);
      const marked = editor && this.textIn(editor) === text ? this.markedIn(editor) : undefined;
      return { text, range: { from: starts[lineStart] ?? text.length, to: (starts[lineEnd + 1] ?? text.length + 1) - 1 }, isSure: true, ...(marked && { marked }) };
    }
    const editor = this.editors.judged(path) ?? this.editors.of(path)[0];
    const text = editor ? this.textIn(editor) : await this.saved(path);
    if (text === undefined) return undefined;
    const begins = this.beginOf(el, path);
    return { text, range: { from: 0, to: text.length }, isSure: false, ...(begins !== undefined && { begins }), ...(editor && { marked: this.markedIn(editor) }) };
  }

  /** A diagnostic of a text as it would be shown. What is rendered piece by piece asks for all of the note's each time. */
  spotOf(text: string, diagnostic: Diagnostic): Spot {
    const known = this.spots.get(diagnostic);
    if (known?.text === text) return known.spot;
    const spot = spotOf(text, diagnostic, passageOf(text, diagnostic));
    this.spots.set(diagnostic, { text, spot });
    return spot;
  }

  private textIn({ state: { doc } }: EditorView): string {
    const text = this.texts.get(doc) ?? doc.toString();
    this.texts.set(doc, text);
    return text;
  }

  /** All that is rendered from a note asks for the same. */
  private markedIn({ state }: EditorView): readonly Diagnostic[] {
    const marked = this.marks.get(state) ?? markedDiagnostics(state);
    this.marks.set(state, marked);
    return marked;
  }

  private async saved(path: string): Promise<string | undefined> {
    const file = this.app.vault.getFileByPath(path);
    // A text on a canvas is no note.
    return file?.extension === "md" ? this.app.vault.cachedRead(file).catch(() => undefined) : undefined;
  }

  private beginOf(el: HTMLElement, path: string): number | undefined {
    const { metadataCache } = this.app;
    const embed = el.closest(".internal-embed");
    if (embed) {
      const cache = metadataCache.getCache(path);
      const subpath = /#.*/.exec(embed.getAttribute("src") ?? "")?.[0];
      return (cache && subpath && resolveSubpath(cache, subpath)?.start.offset) || undefined;
    }
    const view = EditorView.findFromDOM(el);
    return view?.contentDOM.contains(el) && view.state.field(editorInfoField, false)?.file?.path === path ? view.posAtDOM(el) : undefined;
  }

  /** Where the lines of a text begin; asked for section by section, it is counted once. */
  private startsOf(text: string): readonly number[] {
    if (text !== this.lined) {
      this.lined = text;
      this.starts = [0];
      for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) this.starts.push(at + 1);
    }
    return this.starts;
  }
}
