/** The state fields through which editor extensions learn which note and mode they are in. */
import { StateEffect, StateField } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { App } from "./app";
import type { Editor } from "./editor";
import type { TFile } from "./files";
import type { HoverPopover } from "./overlay";

/** An editor with a note in it: a view's, or that of a card on a canvas. Obsidian's types know the first four as `MarkdownFileInfo`. */
export interface NoteEditor {
  app: App;
  file: TFile | null;
  editor: Editor;
  hoverPopover: HoverPopover | null;
  /** The CodeMirror view. */
  cm: EditorView;
  /** Whether it is shown now, and not the note as it is read. */
  readonly isEditing: boolean;
  getViewData(): string;
  save(): Promise<void>;
  requestSave(): void;
}

export const setLivePreview = StateEffect.define<boolean>();

/** Every editor state of the host begins with these fields filled: see `MarkdownView`. */
function given(): never { throw new Error("host: an editor state that no view has made"); }

export const editorInfoField = StateField.define<NoteEditor>({ create: given, update: (value) => value });
export const editorEditorField = StateField.define<EditorView>({ create: given, update: (value) => value });
export const editorLivePreviewField = StateField.define<boolean>({
  create: () => true,
  update: (value, tr) => tr.effects.reduce((last, effect) => (effect.is(setLivePreview) ? effect.value : last), value),
});
