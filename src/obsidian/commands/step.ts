import type { EditorView } from "@codemirror/view";
import { Notice, type MarkdownView } from "obsidian";
import { attempt } from "../attempt";
import { step } from "../editor/navigate";
import type DistinguoPlugin from "../main";
import { stepReading } from "../reading/navigate";
import { told } from "./lint";
import { activeNote } from "./subject";

/** Says that there is nothing to go to. */
function tellNone(): void {
  new Notice(told(0, "this note"));
}

/** Goes to a diagnostic of an editor; before there is said to be none, the note is judged to the end. */
async function stepInEditor({ editors }: DistinguoPlugin, view: EditorView, by: 1 | -1): Promise<void> {
  if (step(view, by)) return;
  const { doc } = view.state;
  await editors.check(view);
  // Who has typed on, or left, doesn't wait for an answer any more.
  if (!view.dom.isConnected || view.state.doc !== doc) return;
  if (!step(view, by)) tellNone();
}

/** The same where a note is shown for reading. */
async function stepInReading({ judge, reading }: DistinguoPlugin, note: MarkdownView, by: 1 | -1): Promise<void> {
  if (stepReading(note.contentEl, by)) return;
  const { file } = note;
  const found = file ? await judge.lint(file.path, note.getViewData()) : [];
  // The sections mark what they show when they hear the same answer.
  await reading.upToDate();
  if (note.file !== file || note.getMode() !== "preview" || stepReading(note.contentEl, by)) return;
  new Notice(told(found.length, "this note"));
}

/** Goes to the next diagnostic, or the one before, of the active note, as it is shown. Undefined where no note is active. */
export function stepper(plugin: DistinguoPlugin, by: 1 | -1): (() => Promise<void>) | undefined {
  const note = activeNote(plugin);
  const { editor, view } = note ?? {};
  if (editor) return () => stepInEditor(plugin, editor, by);
  return view && (() => stepInReading(plugin, view, by));
}

/** Goes to the next diagnostic of the active note. */
export function nextInActiveNote(plugin: DistinguoPlugin): void {
  void attempt(() => stepper(plugin, 1)?.());
}
