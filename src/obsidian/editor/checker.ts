import type { EditorView, PluginValue, ViewUpdate } from "@codemirror/view";
import { editorInfoField, type Editor } from "obsidian";
import type { Judge } from "../judge";
import { setDiagnostics } from "./marks";

/** How long typing must rest before a note is judged again, in milliseconds. */
const pause = 250;

/** The editors that are open, in any window, each with its checker. */
export class OpenEditors {
  private readonly checkers = new Map<EditorView, Checker>();

  constructor(
    private readonly judge: Judge,
    /** Whether notes are judged unasked. */
    private readonly live: () => boolean,
  ) {}

  /** What keeps the marks of one editor up to date. */
  attach(view: EditorView): PluginValue {
    const checker = new Checker(view, this.judge, this.live, () => this.checkers.delete(view));
    this.checkers.set(view, checker);
    return checker;
  }

  /** The CodeMirror view behind one of Obsidian's editors. */
  viewOf(editor: Editor): EditorView | undefined {
    return [...this.checkers.keys()].find((view) => view.state.field(editorInfoField, false)?.editor === editor);
  }

  /** The editors that hold the note at `path`. */
  of(path: string): EditorView[] {
    return [...this.checkers].filter(([, checker]) => checker.path === path).map(([view]) => view);
  }

  /** Has the note in an editor judged now; its marks are up to date when the promise settles. */
  async check(view: EditorView): Promise<void> {
    await this.checkers.get(view)?.check();
  }

  /** Has every open note judged again, since what is judged by has changed. */
  recheck(): void {
    for (const checker of this.checkers.values()) checker.restart();
  }
}

/** Has one editor's note judged whenever typing rests. */
class Checker implements PluginValue {
  private timer: number | undefined;
  private destroyed = false;
  private lastPath = "";

  constructor(
    private readonly view: EditorView,
    private readonly judge: Judge,
    private readonly live: () => boolean,
    private readonly left: () => void,
  ) {
    this.schedule(0);
  }

  /** The note's path; empty where the editor holds no note. */
  get path(): string {
    return this.view.state.field(editorInfoField, false)?.file?.path ?? "";
  }

  update(update: ViewUpdate): void {
    if (update.docChanged) this.schedule(pause);
    else if (this.path !== this.lastPath) this.schedule(0);
  }

  destroy(): void {
    this.destroyed = true;
    window.clearTimeout(this.timer);
    this.left();
  }

  restart(): void {
    if (this.live()) this.schedule(0);
    else this.view.dispatch({ effects: setDiagnostics.of({ diagnostics: [], text: "" }) });
  }

  async check(): Promise<void> {
    window.clearTimeout(this.timer);
    this.timer = undefined;
    const { doc } = this.view.state;
    const { path } = this;
    this.lastPath = path;
    if (path === "") return;
    const text = doc.toString();
    const diagnostics = await this.judge.lint(path, text);
    // What was typed meanwhile has asked for an answer of its own.
    if (this.destroyed || this.view.state.doc !== doc) return;
    this.view.dispatch({ effects: setDiagnostics.of({ diagnostics, text }) });
  }

  private schedule(delay: number): void {
    if (!this.live()) return;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      if (this.view.composing) this.schedule(pause);
      else void this.check();
    }, delay);
  }
}
