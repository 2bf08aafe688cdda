import type { EditorView } from "@codemirror/view";
import { MarkdownView, type App } from "obsidian";
import type { CardRequest } from "../card/cards";
import { requestFor } from "../editor/cards";
import { diagnosticsAt } from "../editor/marks";
import type DistinguoPlugin from "../main";

/** The note that a command is about, as it is shown: in an editor, or for reading. */
export interface ActiveNote {
  /** Absent where it is shown for reading. */
  editor: EditorView | undefined;
  /** Absent where an editor stands outside of a note's own view, as on a canvas. */
  view: MarkdownView | undefined;
}

/** The active note; undefined where none is. */
export function activeNote({ app, editors }: { app: App; editors: DistinguoPlugin["editors"] }): ActiveNote | undefined {
  const view = app.workspace.getActiveViewOfType(MarkdownView) ?? undefined;
  if (view?.getMode() === "preview") return { view, editor: undefined };
  const active = app.workspace.activeEditor?.editor;
  const editor = active && editors.viewOf(active);
  return editor && { view, editor };
}

/** The diagnostic that a command is about: that of the open card, else the one at the cursor or of the mark in focus. Cheap. */
export function subject(plugin: DistinguoPlugin): CardRequest | undefined {
  const { cards } = plugin;
  if (cards.shown) return cards.shown;
  const note = activeNote(plugin);
  if (!note?.editor) return note?.view && cards.requestOf(note.view.contentEl.doc.activeElement);
  const { editor } = note;
  const diagnostic = diagnosticsAt(editor.state, editor.state.selection.main.head)[0];
  return diagnostic && requestFor(editor, diagnostic);
}
