import { EditorView } from "@codemirror/view";
import type { ChangeSet, Extension } from "@codemirror/state";
import { editorInfoField, Notice, Platform } from "obsidian";
import type { Diagnostic, Fix, Range } from "../../core/index";
import type { CardRequest, Cards } from "../card/cards";
import { diagnosticsAt, showEvidence } from "./marks";
import { aside } from "./navigate";

function rectsOf(view: EditorView, { from, to }: Range): DOMRect[] {
  const { length } = view.state.doc;
  const start = view.coordsAtPos(Math.min(from, length), 1);
  const end = view.coordsAtPos(Math.min(to, length), -1) ?? start;
  if (!start || !end) return [];
  const rects = [start, end].map(({ left, top, right, bottom }) => new DOMRect(left, top, right - left, bottom - top));
  const { left, width } = view.contentDOM.getBoundingClientRect();
  // The lines in between.
  return end.top > start.bottom ? [...rects, new DOMRect(left, start.bottom, width, end.top - start.bottom)] : rects;
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

/** Tells one diagnostic of an editor from another. */
function keyOf({ rule, from, to }: Diagnostic): string {
  return `${rule} ${from} ${to}`;
}

/** What a card shows of a diagnostic that is marked in an editor. */
export function requestFor(view: EditorView, diagnostic: Diagnostic): CardRequest {
  const { doc } = view.state;
  let text: string | undefined;
  return {
    anchor: {
      el: view.contentDOM,
      key: keyOf(diagnostic),
      rects: () => rectsOf(view, diagnostic),
      evidence: () => diagnostic.evidence.flatMap((range) => rectsOf(view, range)),
      makeRoom: () => aside(view, diagnostic.from),
      opened: () => view.dispatch({ effects: showEvidence.of(diagnostic.evidence) }),
      closed: (focused) => {
        if (!view.dom.isConnected) return;
        view.dispatch({ effects: showEvidence.of([]) });
        if (focused) view.focus();
      },
    },
    path: view.state.field(editorInfoField, false)?.file?.path ?? "",
    diagnostic,
    // Commands ask for what is at the cursor, and need no text to know that.
    get text() {
      return (text ??= doc.toString());
    },
    choose: ({ edits }) => apply(view, edits, view.state.doc !== doc),
  };
}

/** Opens the card of the words that a pointer rests on, or that a finger taps; closes it when the text changes. */
export function cardsOnPointer(cards: Cards): Extension {
  const { popover } = cards;
  const under = (event: MouseEvent, view: EditorView): Diagnostic | undefined => {
    const target = event.target as Node | null;
    if (!target?.instanceOf(HTMLElement) || !target.closest(".distinguo-mark")) return undefined;
    const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
    return at === null ? undefined : diagnosticsAt(view.state, at)[0];
  };
  const isTap = (event: MouseEvent): boolean => Platform.isMobile || ("pointerType" in event && event.pointerType === "touch");
  return [
    EditorView.updateListener.of(({ docChanged, view }) => {
      // What the card does with the view waits until the view has been updated.
      if (docChanged && popover.hangsOn(view.contentDOM)) window.setTimeout(() => popover.hangsOn(view.contentDOM) && popover.close());
    }),
    EditorView.domEventHandlers({
      mouseover(event, view) {
        const diagnostic = Platform.isMobile ? undefined : under(event, view);
        // A button held down means that words are being selected.
        if (!diagnostic || event.buttons !== 0) return;
        if (popover.shows(keyOf(diagnostic)) && popover.hangsOn(view.contentDOM)) {
          popover.stay();
          return;
        }
        const { doc } = view.state;
        popover.soon(() => {
          // In a text that has changed meanwhile, the evidence may not stand where it did; and the same text may be judged anew.
          const now = view.dom.isConnected && view.state.doc === doc ? under(event, view) : undefined;
          if (now) void cards.show(requestFor(view, now), "hover");
        });
      },
      mouseout: () => popover.leave(),
      mousedown: () => popover.stay(),
      click(event, view) {
        const diagnostic = isTap(event) ? under(event, view) : undefined;
        if (diagnostic) void cards.show(requestFor(view, diagnostic), "tap");
      },
    }),
  ];
}
