import { Facet, RangeSet, RangeValue, StateEffect, StateField, type ChangeDesc, type EditorState, type Range, type Transaction } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from "@codemirror/view";
import { moved, type Diagnostic, type Evidence } from "../../core/index";
import type { Told } from "../../worker/engine";

/** A diagnostic in a document. What the document's changes keep is the range of its passage; the rest stands in it as it stood. */
class Placed extends RangeValue {
  // What is typed right before or behind a passage is outside of it.
  override startSide = 1;
  override endSide = -1;

  constructor(readonly told: Told) {
    super();
  }

  override eq(other: RangeValue): boolean {
    return other instanceof Placed && other.told === this.told;
  }

  /** How far it has moved, where its passage begins at `from` now. */
  by(from: number): number {
    return from - this.told.passage.from;
  }
}

type Marks = RangeSet<Placed>;

/** Takes marks away and adds others. `gone` are those to take away; all of them if left out. */
export const setDiagnostics = StateEffect.define<{ gone?: ReadonlySet<number>; come: readonly Range<Placed>[] }>();

/** Shows ranges as the evidence of the open card; none when it closes. */
export const showEvidence = StateEffect.define<readonly Evidence[]>();

/** Which diagnostics are shown of those that are known. */
const shown = Facet.define<(diagnostic: Diagnostic) => boolean>();

/** Tells whether a passage has been edited by some changes. Whatever their number, that is a binary search. */
export function editedBy(changes: ChangeDesc): (from: number, to: number, isOpen: boolean) => boolean {
  const starts: number[] = [];
  const ends: number[] = [];
  changes.iterChangedRanges((from, to) => {
    starts.push(from);
    ends.push(to);
  });
  return (from, to, isOpen) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    const start = starts[low];
    return start !== undefined && (start < to || (isOpen && start === to));
  };
}

/** The range of the document before that some changes lie in. */
function spanOf(changes: ChangeDesc): { from: number; to: number } {
  const span = { from: changes.length, to: 0 };
  changes.iterChangedRanges((from, to) => {
    span.from = Math.min(span.from, from);
    span.to = Math.max(span.to, to);
  });
  return span;
}

/** Marks as they are after some changes: those whose passage was edited have gone. Only those near a change are looked at. */
function after(marks: Marks, changes: ChangeDesc): Marks {
  const isEdited = editedBy(changes);
  const { from: filterFrom, to: filterTo } = spanOf(changes);
  return marks.update({ filterFrom, filterTo, filter: (from, to, { told }) => !isEdited(from, to, told.isOpen) }).map(changes);
}

/** Where an editor puts what it is told about a text that has changed since; nothing where it was edited. */
export function place(told: Told, since: ChangeDesc, isEdited: ReturnType<typeof editedBy>): Range<Placed> | undefined {
  const { passage: { from, to }, isOpen } = told;
  return isEdited(from, to, isOpen) ? undefined : new Placed(told).range(since.mapPos(from, 1), since.mapPos(to, -1));
}

function within<R extends { from: number; to: number }>(ranges: readonly R[], { newDoc }: Transaction): R[] {
  return ranges.filter(({ from, to }) => from < to && to <= newDoc.length);
}

const marksField = StateField.define<Marks>({
  create: () => RangeSet.empty,
  update(marks, transaction) {
    let result = transaction.docChanged && marks !== RangeSet.empty ? after(marks, transaction.changes) : marks;
    for (const effect of transaction.effects) {
      if (!effect.is(setDiagnostics)) continue;
      const { gone } = effect.value;
      const add = within(effect.value.come, transaction);
      if (!gone) result = RangeSet.of(add, true);
      else result = result.update({ add, sort: true, ...(gone.size > 0 && { filter: (_from, _to, { told }) => !gone.has(told.id) }) });
    }
    return result;
  },
});

const evidenceField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(evidence, transaction) {
    let result = evidence.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(showEvidence)) continue;
      const evident = within(effect.value, transaction).map(({ axis, from, to }) => Decoration.mark({ class: `distinguo-evidence distinguo-axis-${axis}` }).range(from, to));
      result = Decoration.set(evident, true);
    }
    return result;
  },
});

const underlines = {
  error: Decoration.mark({ class: "distinguo-mark distinguo-error" }),
  warning: Decoration.mark({ class: "distinguo-mark distinguo-warning" }),
  info: Decoration.mark({ class: "distinguo-mark distinguo-info" }),
  hint: Decoration.mark({ class: "distinguo-mark distinguo-hint" }),
};

/** How long after a composition the editor has put its own affairs in order, in milliseconds. */
const settling = 100;

/** Draws the marks of what is in view, so that a note of any length costs what its screenful costs, and the evidence. */
class Drawing {
  decorations: DecorationSet;
  /** Text is being composed: nothing is drawn anew in its line until that is over. */
  private isBehind = false;
  private timer: number | undefined;

  constructor(private readonly view: EditorView) {
    this.decorations = this.draw(view);
  }

  update(update: ViewUpdate): void {
    const { view, state, startState } = update;
    // On Android a composition starts wherever the cursor is put on a word, and may never have text.
    if (view.composing) {
      this.isBehind = true;
      this.decorations = this.decorations.map(update.changes);
      if (update.viewportChanged) this.drawAround(state.doc.lineAt(state.selection.main.head));
      return;
    }
    const isNews = update.transactions.some(({ effects }) => effects.some((effect) => effect.is(setDiagnostics) || effect.is(showEvidence)));
    if (!this.isBehind && !update.docChanged && !update.viewportChanged && !isNews && state.field(marksField) === startState.field(marksField)) return;
    this.isBehind = false;
    this.decorations = this.draw(view);
  }

  destroy(): void {
    window.clearTimeout(this.timer);
  }

  /** An update like any other draws what was left. */
  composed(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      if (this.isBehind && !this.view.composing) this.view.dispatch({});
    }, settling);
  }

  /** Draws what is in view, and leaves all that touches a line as it is. */
  private drawAround(line: { from: number; to: number }): void {
    const touches = (from: number, to: number): boolean => from <= line.to && to >= line.from;
    const others = this.draw(this.view).update({ filter: (from, to) => !touches(from, to) });
    this.decorations = RangeSet.join([this.decorations.update({ filter: touches }), others]);
  }

  private draw({ state, visibleRanges }: EditorView): DecorationSet {
    const ranges: Range<Decoration>[] = [];
    const drawn = new Set<Placed>();
    for (const visible of visibleRanges) {
      eachMark(state, visible.from, visible.to, (placed, from, to) => {
        if (!drawn.has(placed)) ranges.push(underlines[placed.told.diagnostic.severity].range(from, to));
        drawn.add(placed);
      });
    }
    return RangeSet.join([Decoration.set(ranges, true), state.field(evidenceField)]);
  }
}

/** Marks of diagnostics in an editor, those that `isShown` lets through, and of evidence while a card is open. */
export function marks(isShown: (diagnostic: Diagnostic) => boolean) {
  return [
    shown.of(isShown),
    marksField,
    evidenceField,
    ViewPlugin.fromClass(Drawing, {
      decorations: ({ decorations }) => decorations,
      eventObservers: {
        compositionend() {
          this.composed();
        },
      },
    }),
  ];
}

/** The marks that touch `[from, to]` and are shown, in no order. */
function eachMark(state: EditorState, from: number, to: number, visit: (placed: Placed, from: number, to: number) => void): void {
  const isShown = state.facet(shown);
  state.field(marksField, false)?.between(from, to, (at, _end, placed) => {
    const { diagnostic } = placed.told;
    const by = placed.by(at);
    if (diagnostic.from + by <= to && diagnostic.to + by >= from && isShown.every((is) => is(diagnostic))) visit(placed, diagnostic.from + by, diagnostic.to + by);
  });
}

function collect(state: EditorState, from: number, to: number): Diagnostic[] {
  const found: Diagnostic[] = [];
  eachMark(state, from, to, ({ told: { diagnostic } }, at) => void found.push(moved(diagnostic, at - diagnostic.from)));
  return found.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The numbers of all diagnostics that are marked in a document, shown or not. */
export function markedIds(state: EditorState): Set<number> {
  const ids = new Set<number>();
  state.field(marksField, false)?.between(0, state.doc.length, (_from, _to, { told }) => void ids.add(told.id));
  return ids;
}

/** What is to be counted of the diagnostics that are marked in a document: where they stand is not asked, which costs most where there are many. */
export function markedSeverities(state: EditorState): Pick<Diagnostic, "severity">[] {
  const found: Pick<Diagnostic, "severity">[] = [];
  eachMark(state, 0, state.doc.length, ({ told }) => void found.push(told.diagnostic));
  return found;
}

/** The diagnostics of a document that are marked now, where they stand now, in document order. */
export function markedDiagnostics(state: EditorState): Diagnostic[] {
  return collect(state, 0, state.doc.length);
}

/** Those of them that touch `at`, the narrowest first. */
export function diagnosticsAt(state: EditorState, at: number): Diagnostic[] {
  return collect(state, at, at).sort((a, b) => a.to - a.from - (b.to - b.from));
}
