import { EditorView } from "@codemirror/view";
import type { Diagnostic } from "../../core/index";
import { markedDiagnostics } from "./marks";

/** Scrolls so that a place stands near the top of its pane, with room for a card below it. */
export function aside(view: EditorView, at: number): void {
  const { state, scrollDOM } = view;
  view.dispatch({ effects: EditorView.scrollIntoView(Math.min(at, state.doc.length), { y: "start", yMargin: Math.min(96, scrollDOM.clientHeight / 6) }) });
}

/** Puts the cursor on a diagnostic; a fold that it lies in opens, since the cursor comes to stand there. */
export function goTo(view: EditorView, diagnostic: Diagnostic): void {
  view.dispatch({ selection: { anchor: diagnostic.from }, userEvent: "select" });
  aside(view, diagnostic.from);
  view.focus();
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
