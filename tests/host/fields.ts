/** The state fields through which editor extensions learn which note and mode they are in. */
import { StateEffect, StateField } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { MarkdownView } from "./markdown-view";

export const setLivePreview = StateEffect.define<boolean>();

/** Every editor state of the host begins with these fields filled: see `MarkdownView`. */
function given(): never { throw new Error("host: an editor state that no view has made"); }

export const editorInfoField = StateField.define<MarkdownView>({ create: given, update: (value) => value });
export const editorEditorField = StateField.define<EditorView>({ create: given, update: (value) => value });
export const editorLivePreviewField = StateField.define<boolean>({
  create: () => true,
  update: (value, tr) => tr.effects.reduce((last, effect) => (effect.is(setLivePreview) ? effect.value : last), value),
});
