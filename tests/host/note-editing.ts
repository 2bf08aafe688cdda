/** What the editors of notes have in common: those of views, and those of cards on a canvas. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { Annotation, EditorState, type Extension } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, keymap } from "@codemirror/view";
import { codeFolding } from "@codemirror/language";
import { editorEditorField, editorInfoField, editorLivePreviewField, type NoteEditor } from "./fields";
import { markdownHighlighting } from "./highlight";
import { livePreview } from "./live-preview";
import { widgets } from "./widgets";

/** Marks a change that came from the file, and so must not be saved to it. */
export const loaded = Annotation.define<boolean>();

/** The extensions of a note's editor, without those of plugins. */
export function noteEditing(note: NoteEditor, live: boolean): Extension {
  return [
    editorInfoField.init(() => note), editorLivePreviewField.init(() => live), editorEditorField.init(() => note.cm),
    history(), drawSelection(), highlightActiveLine(), EditorView.lineWrapping, EditorState.allowMultipleSelections.of(true),
    keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
    markdownHighlighting(), codeFolding(), livePreview(), note.app.registry.widgets ? widgets() : [],
    EditorView.contentAttributes.of({ "aria-label": "Note text", spellcheck: "false" }),
    EditorView.updateListener.of((update) => {
      const { suggests } = note.app.registry;
      if (update.focusChanged && !note.cm.hasFocus) suggests.close();
      if (update.docChanged && note.cm.hasFocus) suggests.textChanged(note);
      else if (update.selectionSet) suggests.cursorMoved(note);
      if (!update.docChanged) return;
      if (update.transactions.some((tr) => tr.docChanged && tr.annotation(loaded) !== true)) note.requestSave();
      note.app.workspace.editorChanged(note.editor, note);
    }),
  ];
}

/** The smallest single change from one text to another, so that selections and decorations elsewhere stay. */
export function difference(before: string, after: string): { from: number; to: number; insert: string } | null {
  if (before === after) return null;
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < before.length - start && tail < after.length - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { from: start, to: before.length - tail, insert: after.slice(start, after.length - tail) };
}
