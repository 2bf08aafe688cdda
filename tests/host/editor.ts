/** Obsidian's `Editor` over a real CodeMirror 6 view. */
import { cursorCharLeft, cursorCharRight, cursorDocEnd, cursorDocStart, cursorGroupLeft, cursorGroupRight, cursorLineDown, cursorLineUp, deleteLine, indentLess, indentMore, insertNewlineAndIndent, moveLineDown, moveLineUp, redo, undo } from "@codemirror/commands";
import { foldAll, toggleFold, unfoldAll } from "@codemirror/language";
import { type ChangeSpec, EditorSelection as Selection, type Text } from "@codemirror/state";
import { type Command, EditorView } from "@codemirror/view";
import type { EditorChange, EditorCommandName, EditorPosition, EditorRange, EditorRangeOrCaret, EditorSelection, EditorSelectionOrCaret, EditorTransaction } from "obsidian";

const COMMANDS: Partial<Record<EditorCommandName, Command>> = {
  goUp: cursorLineUp, goDown: cursorLineDown, goLeft: cursorCharLeft, goRight: cursorCharRight,
  goStart: cursorDocStart, goEnd: cursorDocEnd, goWordLeft: cursorGroupLeft, goWordRight: cursorGroupRight,
  indentMore, indentLess, newlineAndIndent: insertNewlineAndIndent, swapLineUp: moveLineUp, swapLineDown: moveLineDown, deleteLine, toggleFold, foldAll, unfoldAll,
};

export class Editor {
  /** The CodeMirror view below: not in Obsidian's types, but plugins reach it through the same name there. */
  cm: EditorView;
  constructor(cm: EditorView) { this.cm = cm; }

  get #doc(): Text { return this.cm.state.doc; }

  getDoc(): this { return this; }
  refresh(): void { this.cm.requestMeasure(); }
  getValue(): string { return this.#doc.toString(); }
  setValue(content: string): void {
    this.cm.dispatch({ changes: { from: 0, to: this.#doc.length, insert: content }, userEvent: "set" });
  }
  getLine(line: number): string {
    return line < 0 || line >= this.#doc.lines ? "" : this.#doc.line(line + 1).text;
  }
  setLine(n: number, text: string): void {
    this.replaceRange(text, { line: n, ch: 0 }, { line: n, ch: this.getLine(n).length });
  }
  lineCount(): number { return this.#doc.lines; }
  lastLine(): number { return this.#doc.lines - 1; }
  getSelection(): string {
    return this.cm.state.selection.ranges.map((range) => this.cm.state.sliceDoc(range.from, range.to)).join("\n");
  }
  somethingSelected(): boolean { return this.cm.state.selection.ranges.some((range) => !range.empty); }
  getRange(from: EditorPosition, to: EditorPosition): string {
    return this.cm.state.sliceDoc(this.posToOffset(from), this.posToOffset(to));
  }
  replaceSelection(replacement: string, origin?: string): void {
    this.cm.dispatch({ ...this.cm.state.replaceSelection(replacement), userEvent: origin ?? "input" });
  }
  replaceRange(replacement: string, from: EditorPosition, to?: EditorPosition, origin?: string): void {
    const start = this.posToOffset(from);
    this.cm.dispatch({ changes: { from: start, to: to === undefined ? start : this.posToOffset(to), insert: replacement }, userEvent: origin ?? "input" });
  }
  getCursor(side: "from" | "to" | "head" | "anchor" = "head"): EditorPosition {
    return this.offsetToPos(this.cm.state.selection.main[side]);
  }
  listSelections(): EditorSelection[] {
    return this.cm.state.selection.ranges.map((range) => ({ anchor: this.offsetToPos(range.anchor), head: this.offsetToPos(range.head) }));
  }
  setCursor(pos: EditorPosition | number, ch = 0): void {
    this.setSelection(typeof pos === "number" ? { line: pos, ch } : pos);
  }
  setSelection(anchor: EditorPosition, head?: EditorPosition): void { this.setSelections([head === undefined ? { anchor } : { anchor, head }]); }
  setSelections(ranges: EditorSelectionOrCaret[], main = 0): void {
    const selected = ranges.map((range) => Selection.range(this.posToOffset(range.anchor), this.posToOffset(range.head ?? range.anchor)));
    this.cm.dispatch({ selection: Selection.create(selected, main), userEvent: "select" });
  }
  focus(): void { this.cm.focus(); }
  blur(): void { this.cm.contentDOM.blur(); }
  hasFocus(): boolean { return this.cm.hasFocus; }
  getScrollInfo(): { top: number; left: number } {
    return { top: this.cm.scrollDOM.scrollTop, left: this.cm.scrollDOM.scrollLeft };
  }
  scrollTo(x?: number | null, y?: number | null): void {
    if (typeof x === "number") this.cm.scrollDOM.scrollLeft = x;
    if (typeof y === "number") this.cm.scrollDOM.scrollTop = y;
  }
  scrollIntoView(range: EditorRange, center = false): void {
    const selected = Selection.range(this.posToOffset(range.from), this.posToOffset(range.to));
    this.cm.dispatch({ effects: EditorView.scrollIntoView(selected, { y: center ? "center" : "nearest" }) });
  }
  undo(): void { undo(this.cm); }
  redo(): void { redo(this.cm); }
  exec(command: EditorCommandName): void {
    const run = COMMANDS[command];
    if (run === undefined) throw new Error(`host: Editor.exec("${command}") is not implemented`);
    run(this.cm);
  }
  transaction(tx: EditorTransaction, origin?: string): void {
    const change = (c: EditorChange): ChangeSpec => {
      const from = this.posToOffset(c.from);
      return { from, to: c.to === undefined ? from : this.posToOffset(c.to), insert: c.text };
    };
    const changes: ChangeSpec[] = (tx.changes ?? []).map(change);
    if (tx.replaceSelection !== undefined) {
      const insert = tx.replaceSelection;
      changes.push(...this.cm.state.selection.ranges.map(({ from, to }) => ({ from, to, insert })));
    }
    const set = this.cm.state.changes(changes);
    // Selections are given in positions of the text after the changes.
    const after = set.apply(this.#doc);
    const offset = (pos: EditorPosition): number => toOffset(after, pos);
    const wanted: EditorRangeOrCaret[] | undefined = tx.selections ?? (tx.selection === undefined ? undefined : [tx.selection]);
    const selection = wanted === undefined ? undefined : Selection.create(wanted.map((range) => Selection.range(offset(range.from), offset(range.to ?? range.from))));
    this.cm.dispatch({ changes: set, userEvent: origin ?? "input", ...(selection === undefined ? {} : { selection }) });
  }
  wordAt(pos: EditorPosition): EditorRange | null {
    const word = this.cm.state.wordAt(this.posToOffset(pos));
    return word === null ? null : { from: this.offsetToPos(word.from), to: this.offsetToPos(word.to) };
  }
  posToOffset(pos: EditorPosition): number { return toOffset(this.#doc, pos); }
  offsetToPos(offset: number): EditorPosition {
    const line = this.#doc.lineAt(Math.max(0, Math.min(offset, this.#doc.length)));
    return { line: line.number - 1, ch: Math.max(0, offset - line.from) };
  }
  processLines<T>(read: (line: number, text: string) => T | null, write: (line: number, text: string, value: T | null) => EditorChange | void, ignoreEmpty = true): void {
    const changes: EditorChange[] = [];
    const lines = Array.from({ length: this.#doc.lines }, (_, line) => ({ line, text: this.getLine(line) })).filter(({ text }) => !ignoreEmpty || text.trim() !== "");
    const values = lines.map(({ line, text }) => read(line, text));
    lines.forEach(({ line, text }, index) => {
      const change = write(line, text, values[index] ?? null);
      if (change !== undefined) changes.push(change);
    });
    if (changes.length > 0) this.transaction({ changes });
  }
}

function toOffset(doc: Text, pos: EditorPosition): number {
  if (pos.line < 0) return 0;
  if (pos.line >= doc.lines) return doc.length;
  const line = doc.line(pos.line + 1);
  return line.from + Math.max(0, Math.min(pos.ch, line.length));
}
