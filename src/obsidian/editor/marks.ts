import { RangeSet, RangeValue, StateEffect, StateField, type EditorState, type Range, type Transaction } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from "@codemirror/view";
import type { Diagnostic, Evidence } from "../../core/index";
import { moved, passageOf } from "../sentence";

/** A diagnostic in a document: its range is kept by the document's changes, the rest follows from how far it moved. */
class Placed extends RangeValue {
  /** Characters of its passage before and after its own range; an edit anywhere in them removes the mark. */
  readonly before: number;
  readonly after: number;

  constructor(
    readonly diagnostic: Diagnostic,
    text: string,
  ) {
    super();
    const passage = passageOf(text, diagnostic);
    this.before = diagnostic.from - passage.from;
    // Where nothing ends the sentence, what is typed next still belongs to it.
    const open = /[\p{L}\p{N},;:]$/u.test(text.slice(passage.from, passage.to));
    this.after = passage.to - diagnostic.to + (open ? 1 : 0);
  }

  override eq(other: RangeValue): boolean {
    return other instanceof Placed && other.diagnostic === this.diagnostic;
  }
}

/** Replaces all marks by those of `diagnostics`, found in `text`, which must be the document's. */
export const setDiagnostics = StateEffect.define<{ diagnostics: readonly Diagnostic[]; text: string }>();

/** Shows ranges as the evidence of the open card; none when it closes. */
export const showEvidence = StateEffect.define<readonly Evidence[]>();

function touched(marks: RangeSet<Placed>, transaction: Transaction): RangeSet<Placed> {
  const changes: { from: number; to: number }[] = [];
  transaction.changes.iterChangedRanges((from, to) => changes.push({ from, to }));
  return marks.update({
    filter: (from, to, { before, after }) => !changes.some((change) => change.from < to + after && change.to >= from - before),
  });
}

const marksField = StateField.define<RangeSet<Placed>>({
  create: () => RangeSet.empty,
  update(marks, transaction) {
    let result = transaction.docChanged && marks.size > 0 ? touched(marks, transaction).map(transaction.changes) : marks;
    for (const effect of transaction.effects) {
      if (!effect.is(setDiagnostics)) continue;
      const { diagnostics, text } = effect.value;
      const inside = diagnostics.filter(({ from, to }) => from < to && to <= transaction.newDoc.length);
      result = RangeSet.of(
        inside.map((diagnostic) => new Placed(diagnostic, text).range(diagnostic.from, diagnostic.to)),
        true,
      );
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
      const inside = effect.value.filter(({ from, to }) => from < to && to <= transaction.newDoc.length);
      result = Decoration.set(
        inside.map(({ axis, from, to }) => Decoration.mark({ class: `distinguo-evidence distinguo-axis-${axis}` }).range(from, to)),
        true,
      );
    }
    return result;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The underlines of what is in view; a note of any length costs what its screenful costs. */
class Underlines {
  decorations: DecorationSet;

  constructor(view: EditorView) {
    this.decorations = this.draw(view);
  }

  update(update: ViewUpdate): void {
    if (update.docChanged || update.viewportChanged || update.state.field(marksField) !== update.startState.field(marksField)) this.decorations = this.draw(update.view);
  }

  private draw({ state, visibleRanges }: EditorView): DecorationSet {
    const ranges: Range<Decoration>[] = [];
    const drawn = new Set<Placed>();
    for (const visible of visibleRanges) {
      state.field(marksField).between(visible.from, visible.to, (from, to, placed) => {
        if (drawn.has(placed)) return;
        drawn.add(placed);
        ranges.push(Decoration.mark({ class: `distinguo-mark distinguo-${placed.diagnostic.severity}` }).range(from, to));
      });
    }
    return Decoration.set(ranges, true);
  }
}

/** Marks of diagnostics in an editor, and of evidence while a card is open. */
export const marks = [marksField, evidenceField, ViewPlugin.fromClass(Underlines, { decorations: (underlines) => underlines.decorations })];

function collect(state: EditorState, from: number, to: number): Diagnostic[] {
  const found: Diagnostic[] = [];
  state.field(marksField, false)?.between(from, to, (at, _to, { diagnostic }) => void found.push(moved(diagnostic, at - diagnostic.from)));
  return found.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The diagnostics of a document that are marked now, where they stand now, in document order. */
export function markedDiagnostics(state: EditorState): Diagnostic[] {
  return collect(state, 0, state.doc.length);
}

/** Those of them that touch `at`, the narrowest first. */
export function diagnosticsAt(state: EditorState, at: number): Diagnostic[] {
  return collect(state, at, at).sort((a, b) => a.to - a.from - (b.to - b.from));
}
