import { editorInfoField } from "obsidian";
import type DistinguoPlugin from "../main";
import { activeNote, subject } from "./subject";

/** Characters on either side of the cursor in which a word of its sentence is looked for. */
const reach = 600;

/** Explains the sentence of the open card, at the cursor, or of the mark in focus; undefined where none of them holds a word of a distinction. */
export function explainable(plugin: DistinguoPlugin): (() => Promise<void>) | undefined {
  const { cards, explainer } = plugin;
  const editor = activeNote(plugin)?.editor;
  const request = editor && !cards.shown ? undefined : subject(plugin);
  if (request) return () => explainer.explain(request.path, request.text, request.diagnostic);
  if (!editor) return undefined;
  const { doc, selection } = editor.state;
  const { from, to, head } = selection.main;
  const before = doc.sliceString(Math.max(0, head - reach), head);
  const after = doc.sliceString(head, Math.min(doc.length, head + reach));
  // A blank line ends every sentence.
  const blank = /\n[ \t]*\n/;
  const near = `${before.split(blank).at(-1) ?? ""}${after.split(blank)[0] ?? ""}`;
  if (!explainer.mayExplain(near)) return undefined;
  return () => explainer.explain(editor.state.field(editorInfoField, false)?.file?.path ?? "", doc.toString(), { from, to });
}
