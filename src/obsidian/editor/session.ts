import { ChangeSet } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { parseYaml } from "obsidian";
import { noteSource, overlaps, type Edit, type Range } from "../../core/index";
import type { News, RemoteEngine, Turn } from "../../worker/engine";
import { editedBy, markedIds, place, setDiagnostics } from "./marks";

function editsOf(changes: ChangeSet): Edit[] {
  const edits: Edit[] = [];
  changes.iterChanges((from, to, _fromB, _toB, inserted) => edits.push({ from, to, insert: inserted.toString() }));
  return edits;
}

/**
 * What an editor and the engine tell each other: the text once, from then on edits one way, and the other way what has
 * come and gone.
 */
export class Session {
  /** What has changed since the engine was last told of the text; undefined where it knows nothing of it. */
  private pending: ChangeSet[] | undefined;
  /** The numbers of the diagnostics that the engine has told of and not taken back. */
  private told = new Set<number>();
  private path = "";
  private length = 0;
  private frontMatterTo = 0;
  /** What is marked is from before. */
  private isFirst = true;

  constructor(
    private readonly id: number,
    private readonly view: EditorView,
    private readonly engine: RemoteEngine,
  ) {}

  /** Whether the engine was told of the text, as far as is known here. */
  get isBegun(): boolean {
    return this.pending !== undefined;
  }

  /** Keeps what has changed, until the engine is asked again. */
  take(changes: ChangeSet): void {
    this.pending?.push(changes);
  }

  /** Has the note judged as it is now. Null where the engine does not know the session (any more): forget it, and ask again. */
  ask(path: string): Promise<News | null> {
    const { doc } = this.view.state;
    const begins = this.pending === undefined;
    const edits = begins ? [{ from: 0, to: 0, insert: doc.toString() }] : editsOf(this.since());
    // Only what begins with a fence can come to have front matter by an edit further down.
    const isAtHead = edits.some(({ from }) => from <= this.frontMatterTo) || (this.frontMatterTo === 0 && edits.length > 0 && /^\uFEFF?---/.test(doc.line(1).text));
    const frontMatter = isAtHead ? noteSource(path, doc.toString(), parseYaml).frontMatter : undefined;
    this.pending = [];
    this.path = path;
    this.length = doc.length;
    if (frontMatter) this.frontMatterTo = frontMatter.to;
    return this.turn({ begins, edits, dropped: this.dropped(), ...(frontMatter && { frontMatter }) });
  }

  /** Asks for what else there was to tell of the text as it was then. */
  askForMore(): Promise<News | null> {
    return this.turn({ begins: false, edits: [], dropped: [] });
  }

  /**
   * Marks what has come and takes away what has gone, wherever the text has moved since the engine was asked.
   * @param typing a stretch of the text that is being typed in: what is about it is left, to be told again
   * @param only where alone in the text that was judged anything is marked; everywhere if left out
   * @returns whether anything was left
   */
  show({ gone, come }: News, typing: Range | undefined, only?: readonly Range[]): boolean {
    const since = this.since();
    const isEdited = editedBy(since);
    let isLeft = false;
    const placed = come.flatMap((told) => {
      this.told.add(told.id);
      const mark = place(told, since, isEdited);
      if (!mark || only?.every((range) => !overlaps(told.diagnostic, range))) return [];
      const isTyped = typing && typing.to >= mark.from && (typing.from < mark.to || (told.isOpen && typing.from === mark.to));
      isLeft ||= isTyped === true;
      return isTyped ? [] : [mark];
    });
    for (const id of gone) this.told.delete(id);
    const effect = this.isFirst ? { come: placed } : { gone: new Set(gone), come: placed };
    this.isFirst = false;
    this.view.dispatch({ effects: setDiagnostics.of(effect) });
    return isLeft;
  }

  /** Begins anew when the engine is asked next. */
  forget(): void {
    this.pending = undefined;
    this.told.clear();
    this.frontMatterTo = 0;
    this.isFirst = true;
  }

  /** Lets the engine forget the note. */
  end(): void {
    if (this.pending) this.engine.leave(this.id).catch(() => undefined);
    this.forget();
  }

  private since(): ChangeSet {
    const [first, ...others] = this.pending ?? [];
    return others.reduce((all, next) => all.compose(next), first ?? ChangeSet.empty(this.view.state.doc.length));
  }

  /** What was told and is not marked: it was edited, or left. */
  private dropped(): number[] {
    if (this.told.size === 0) return [];
    const marked = markedIds(this.view.state);
    const dropped = [...this.told].filter((id) => !marked.has(id));
    for (const id of dropped) this.told.delete(id);
    return dropped;
  }

  private turn(turn: Pick<Turn, "begins" | "edits" | "dropped" | "frontMatter">): Promise<News | null> {
    const { from, to } = this.view.viewport;
    return this.engine.turn({ ...turn, session: this.id, path: this.path, length: this.length, near: (from + to) >> 1 });
  }
}
