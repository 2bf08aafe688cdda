/** The state fields through which editor extensions learn which note and mode they are in. */
import { StateEffect, StateField } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { MarkdownView } from "./markdown-view";

export const setLivePreview = StateEffect.define<boolean>();
export const setEditorView = StateEffect.define<EditorView>();

export const editorInfoField = StateField.define<MarkdownView | null>({
  create: () => null,
  update: (value) => value,
});
export const editorLivePreviewField = StateField.define<boolean>({
  create: () => true,
  update: (value, tr) => tr.effects.reduce((last, effect) => (effect.is(setLivePreview) ? effect.value : last), value),
});
export const editorEditorField = StateField.define<EditorView | null>({
  create: () => null,
  update: (value, tr) => tr.effects.reduce<EditorView | null>((last, effect) => (effect.is(setEditorView) ? effect.value : last), value),
});
