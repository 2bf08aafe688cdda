import { EditorView } from "@codemirror/view";
import type { ChangeSet, Extension } from "@codemirror/state";
import { editorInfoField, Notice, Platform } from "obsidian";
import type { Diagnostic, Fix } from "../../core/index";
import type { Cards } from "../card/cards";
import type { Anchor } from "../card/popover";
import { diagnosticsAt, showEvidence } from "./marks";

function rectsOf(view: EditorView, { from, to }: Diagnostic): DOMRect[] {
  const { length } = view.state.doc;
  const start = view.coordsAtPos(Math.min(from, length), 1);
  const end = view.coordsAtPos(Math.min(to, length), -1);
  if (!start) return [];
  const rects = [start, end ?? start];
  return rects.map(({ left, top, right, bottom }) => new DOMRect(left, top, right - left, bottom - top));
}

function keyOf({ rule, from, to }: Diagnostic): string {
  return `${rule} ${from} ${to}`;
}

/** Where some changes leave a gap in square brackets to be filled: the first one, in the text as it is afterwards. */
function gapIn(edits: Fix["edits"], changes: ChangeSet): { anchor: number; head: number } | undefined {
  for (const { from, insert } of edits) {
    const gap = /\[[^\]]+\]/.exec(insert);
    if (!gap) continue;
    const anchor = changes.mapPos(from, -1) + gap.index;
    return { anchor, head: anchor + gap[0].length };
  }
  return undefined;
}

function apply(view: EditorView, edits: Fix["edits"], changed: boolean): void {
  if (changed) new Notice("The note has changed meanwhile; nothing was replaced.");
  else {
    const changes = view.state.changes(edits.map(({ from, to, insert }) => ({ from, to, insert })));
    const selection = gapIn(edits, changes);
    view.dispatch({ changes, userEvent: "input.distinguo", ...(selection && { selection, scrollIntoView: true }) });
  }
  view.focus();
}

/** Shows the card of a diagnostic that is marked in an editor; its evidence is marked while the card is open. */
export function showEditorCard(cards: Cards, view: EditorView, diagnostic: Diagnostic, how: "hover" | "focus" | "tap"): void {
  const { doc } = view.state;
  const text = doc.toString();
  const changed = (): boolean => view.state.doc !== doc;
  const anchor: Anchor = {
    el: view.dom,
    key: keyOf(diagnostic),
    rects: () => rectsOf(view, diagnostic),
    closed: (focused) => {
      if (!view.dom.isConnected) return;
      view.dispatch({ effects: showEvidence.of([]) });
      if (focused) view.focus();
    },
  };
  const path = view.state.field(editorInfoField, false)?.file?.path ?? "";
  void cards.show({ anchor, path, diagnostic, text, choose: (fix) => apply(view, fix.edits, changed()) }, how).then(() => {
    if (cards.popover.shows(anchor.key) && !changed()) view.dispatch({ effects: showEvidence.of(diagnostic.evidence) });
  });
}

/** Opens the card of the words that a pointer rests on, or that a finger taps. */
export function cardsOnPointer(cards: Cards): Extension {
  const under = (event: MouseEvent, view: EditorView): Diagnostic | undefined => {
    const target = event.target as Node | null;
    if (!target?.instanceOf(HTMLElement) || !target.closest(".distinguo-mark")) return undefined;
    const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
    return at === null ? undefined : diagnosticsAt(view.state, at)[0];
  };
  return EditorView.domEventHandlers({
    mouseover(event, view) {
      const diagnostic = under(event, view);
      // A button held down means that words are being selected.
      if (!diagnostic || event.buttons !== 0) return;
      if (cards.popover.shows(keyOf(diagnostic))) cards.popover.stay();
      else cards.popover.soon(() => showEditorCard(cards, view, diagnostic, "hover"));
    },
    mouseout: () => cards.popover.leave(),
    mousedown: () => cards.popover.stay(),
    click(event, view) {
      const diagnostic = Platform.isMobile ? under(event, view) : undefined;
      if (diagnostic) showEditorCard(cards, view, diagnostic, "tap");
    },
  });
}
