import { EditorView } from "@codemirror/view";
import { Notice } from "obsidian";
import type { Diagnostic } from "../../core/index";
import { markedDiagnostics } from "./marks";

function goTo(view: EditorView, { from }: Diagnostic): void {
  view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }), userEvent: "select" });
  view.focus();
}

/** Says that there is nothing to go to. */
export function tellNone(): void {
  new Notice("No diagnostics in this note.");
}

/** Puts the cursor on the first diagnostic of an editor. */
export function goToFirst(view: EditorView): void {
  const first = markedDiagnostics(view.state)[0];
  if (first) goTo(view, first);
}

/** Puts the cursor on the next diagnostic, or the one before; past the last comes the first. False where there is none. */
export function step(view: EditorView, by: 1 | -1): boolean {
  const all = markedDiagnostics(view.state);
  const { head } = view.state.selection.main;
  const target = by === 1 ? (all.find(({ from }) => from > head) ?? all[0]) : (all.filter(({ from }) => from < head).at(-1) ?? all.at(-1));
  if (target) goTo(view, target);
  return target !== undefined;
}
