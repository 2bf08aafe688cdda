import { EditorView, type PluginValue, type ViewUpdate } from "@codemirror/view";
import { editorInfoField, type Editor } from "obsidian";
import type { Diagnostic, Range } from "../../core/index";
import type { RemoteEngine } from "../../worker/engine";
import type { Judge } from "../judge";
import { Stuck } from "../start-engine";
import { markedDiagnostics, markedSeverities, setDiagnostics } from "./marks";
import { Session } from "./session";

/** How long typing must rest before a note is judged again, and how long that may be put off by typing on, in milliseconds. */
const pause = 250;
const longest = 1000;

/** How long a sentence that is being typed must rest before it is marked, in milliseconds: longer than slow typists take for a key. */
const settled = 1000;

/** Where the engine runs in place, it may take this part of the time. */
const share = 0.1;

/** What the editors need. */
export interface EditorTools {
  engine: RemoteEngine;
  judge: Judge;
  /** Whether notes are judged unasked. */
  live(): boolean;
  /** Whether the engine runs in the window's own thread, for want of a worker. */
  isInPlace(): boolean;
}

/** The editors that are open, in any window, each with its checker. */
export class OpenEditors {
  private readonly checkers = new Map<EditorView, Checker>();
  private sessions = 0;

  constructor(private readonly tools: EditorTools) {}

  /** What keeps the marks of one editor up to date. */
  attach(view: EditorView): PluginValue {
    const session = new Session(++this.sessions, view, this.tools.engine);
    const checker = new Checker(view, session, this.tools, () => {
      if (this.checkers.get(view) === checker) this.checkers.delete(view);
    });
    this.checkers.set(view, checker);
    return checker;
  }

  /** The CodeMirror view behind one of Obsidian's editors. */
  viewOf(editor: Editor): EditorView | undefined {
    return [...this.checkers.keys()].find((view) => view.state.field(editorInfoField, false)?.editor === editor && holdsNote(view));
  }

  /** The editors that hold the note at `path`. */
  of(path: string): EditorView[] {
    return [...this.checkers].filter(([view, checker]) => checker.path === path && holdsNote(view)).map(([view]) => view);
  }

  /** What is marked in an editor that holds the note at `path`; undefined where none does, or it was not judged yet. */
  marked(path: string): readonly Diagnostic[] | undefined {
    const view = this.judged(path);
    return view && markedDiagnostics(view.state);
  }

  /** How loud each of them is, in no order. */
  severities(path: string): readonly Pick<Diagnostic, "severity">[] | undefined {
    const view = this.judged(path);
    return view && markedSeverities(view.state);
  }

  /**
   * Has the note in an editor judged now; its marks are up to date when the promise settles.
   * @param only where alone it is marked, if notes are not judged unasked
   */
  async check(view: EditorView, only?: readonly Range[]): Promise<void> {
    await this.checkers.get(view)?.check(only);
  }

  /** Has every open note judged again, since what is judged by has changed. */
  recheck(): void {
    for (const checker of this.checkers.values()) checker.restart();
  }

  /** Has those notes judged again that have another path now. */
  renamed(): void {
    for (const checker of this.checkers.values()) checker.follow();
  }

  /** An editor that holds the note at `path` and was judged; undefined where there is none. */
  judged(path: string): EditorView | undefined {
    const [view] = [...this.checkers].find(([, checker]) => checker.path === path && checker.isJudged) ?? [];
    return view;
  }
}

/**
 * Whether an editor holds the whole of the note that it names. The cells of a table in live preview are editors inside
 * the note's own, and may name it too.
 */
function holdsNote(view: EditorView): boolean {
  const info = view.state.field(editorInfoField, false);
  if (!info?.file) return false;
  const around = view.dom.parentElement?.closest<HTMLElement>(".cm-editor");
  if (around && EditorView.findFromDOM(around)?.state.field(editorInfoField, false)?.file === info.file) return false;
  const { doc } = view.state;
  const { editor } = info;
  return !editor || (editor.lineCount() === doc.lines && editor.getLine(doc.lines - 1).length === doc.line(doc.lines).length);
}

/** Where the text was typed in by an update: all of the changes in one range. Undefined where it was pasted, undone, or changed from elsewhere. */
function typedIn({ changes, transactions }: ViewUpdate): { from: number; to: number } | undefined {
  const isTyping = transactions.some((transaction) => ["input.type", "delete.backward", "delete.forward"].some((event) => transaction.isUserEvent(event)));
  if (!isTyping) return undefined;
  const typing = { from: Infinity, to: 0 };
  changes.iterChangedRanges((_fromA, _toA, from, to) => {
    typing.from = Math.min(typing.from, from);
    typing.to = Math.max(typing.to, to);
  });
  return typing;
}

/** Has one editor's note judged whenever typing rests. */
class Checker implements PluginValue {
  /** Whether all that the engine has found is marked. */
  isJudged = false;
  private timer: number | undefined;
  private destroyed = false;
  private judgedPath = "";
  /** When the note was last edited, and when it was first after it was last judged. */
  private editedAt = 0;
  private waitingSince: number | undefined;
  private typing: { from: number; to: number } | undefined;
  private running: Promise<void> | undefined;
  /** Something has happened while an answer was waited for. */
  private again = false;
  /** How long the last answer took, in milliseconds. */
  private took = 0;
  /** The note that the engine has come to no end with; it is not asked again unasked. */
  private stuckPath: string | undefined;
  /** Where alone something is marked. */
  private only: readonly Range[] | undefined;

  constructor(
    private readonly view: EditorView,
    private readonly session: Session,
    private readonly tools: EditorTools,
    private readonly left: () => void,
  ) {
    this.schedule(0);
  }

  /** The note's path; empty where the editor holds no note. */
  get path(): string {
    return this.view.state.field(editorInfoField, false)?.file?.path ?? "";
  }

  private get isStuck(): boolean {
    return this.stuckPath === this.path;
  }

  update(update: ViewUpdate): void {
    if (update.docChanged) {
      this.session.take(update.changes);
      this.typing = typedIn(update);
      this.editedAt = performance.now();
      this.waitingSince ??= this.editedAt;
      this.schedule(pause);
    } else if (update.selectionSet && this.typing) {
      this.typing = undefined;
      this.schedule(pause);
    } else this.follow();
  }

  destroy(): void {
    this.destroyed = true;
    window.clearTimeout(this.timer);
    this.session.end();
    this.left();
  }

  /** Judges again where the note has been renamed. */
  follow(): void {
    if (this.path !== this.judgedPath) this.schedule(0);
  }

  /** Judges again, since what is judged by has changed. */
  restart(): void {
    if (this.destroyed) return;
    if (this.view.composing) {
      window.setTimeout(() => this.restart(), pause);
      return;
    }
    this.only = undefined;
    if (this.tools.live()) {
      // Which severities are shown may be another matter now.
      this.view.dispatch({ effects: setDiagnostics.of({ gone: new Set(), come: [] }) });
      this.schedule(0);
    } else {
      window.clearTimeout(this.timer);
      this.clear();
    }
  }

  async check(only?: readonly Range[]): Promise<void> {
    window.clearTimeout(this.timer);
    this.timer = undefined;
    this.typing = undefined;
    this.stuckPath = undefined;
    this.only = this.tools.live() ? undefined : only;
    await this.turn();
  }

  private clear(): void {
    this.session.end();
    this.isJudged = false;
    this.view.dispatch({ effects: setDiagnostics.of({ come: [] }) });
  }

  private schedule(delay: number): void {
    const { tools } = this;
    if (!tools.live()) return;
    const now = performance.now();
    this.wait(tools.isInPlace() ? Math.max(delay, this.took / share) : Math.min(delay, longest - (now - (this.waitingSince ?? now))));
  }

  private wait(delay: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.timer = undefined;
      if (this.view.composing) this.wait(pause);
      else if (!this.isStuck) void this.turn();
    }, delay);
  }

  private turn(): Promise<void> {
    this.again = true;
    this.running ??= this.rounds()
      .catch((error: unknown) => {
        console.debug(`What is found in ${this.path} could not be marked.`, error);
        this.session.end();
      })
      .finally(() => (this.running = undefined));
    return this.running;
  }

  /** Asks the engine until it has nothing more to say. */
  private async rounds(): Promise<void> {
    const { session, view, tools } = this;
    let more = false;
    let isLeft = false;
    while (this.again || more) {
      const isAnew = this.again;
      const { path } = this;
      if (isAnew) {
        this.again = false;
        this.waitingSince = undefined;
        this.judgedPath = path;
        isLeft = false;
        if (!holdsNote(view)) return;
      }
      const began = performance.now();
      const news = await (isAnew ? session.ask(path) : session.askForMore()).catch((error: unknown) => this.fail(error));
      if (isAnew) this.took = performance.now() - began;
      more = false;
      // Marks that come while text is composed wait: what is drawn around it may end it.
      while (view.composing && !this.destroyed) await new Promise((resolve) => window.setTimeout(resolve, pause));
      if (this.destroyed) return;
      if (news === undefined) this.clear();
      if (this.isStuck) return;
      if (!session.isBegun) continue;
      if (!news) {
        // An engine in the place of one that has died.
        session.forget();
        this.again = true;
        continue;
      }
      const isTyping = performance.now() - this.editedAt < settled;
      if (session.show(news, isTyping ? this.typing : undefined, this.only)) isLeft = true;
      more = news.more;
    }
    if (!session.isBegun) return;
    this.isJudged = true;
    tools.judge.trigger("judged", this.judgedPath);
    if (!tools.live()) session.end();
    else if (isLeft && this.timer === undefined) this.schedule(settled - (performance.now() - this.editedAt));
  }

  /** One odd note is no reason to disturb who writes it; the report on the vault names it. */
  private fail(error: unknown): undefined {
    console.debug(`${this.path} could not be linted.`, error);
    if (error instanceof Stuck) this.stuckPath = this.judgedPath;
    return undefined;
  }
}
