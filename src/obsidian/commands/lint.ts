import type { EditorView } from "@codemirror/view";
import { MarkdownView, Notice } from "obsidian";
import { overlaps } from "../../core/index";
import { reportViewType } from "../diagnostics/view";
import { markedDiagnostics } from "../editor/marks";
import { goToFirst } from "../editor/navigate";
import type DistinguoPlugin from "../main";
import { reveal } from "./reveal";

/** How many diagnostics there are, in words. */
export function told(count: number, where: string): string {
  return `${count === 0 ? "No diagnostics" : count === 1 ? "1 diagnostic" : `${count.toLocaleString()} diagnostics`} in ${where}.`;
}

/** Lints the vault; the view of the report shows how far it has come, and then what was found. */
export async function lintVault(plugin: DistinguoPlugin): Promise<void> {
  const { report } = plugin;
  await reveal(plugin, reportViewType);
  try {
    if (!(await report.run("all"))) return;
  } catch (error) {
    new Notice(`The vault could not be linted to the end: ${error instanceof Error ? error.message : String(error)}`);
    return;
  }
  const count = report.count("prose");
  new Notice(`${count === 1 ? "1 diagnostic" : `${count.toLocaleString()} diagnostics`} in the prose of ${report.size.toLocaleString()} notes, ${report.count("notes").toLocaleString()} about the notes themselves.`);
}

/** Lints the active note, and goes to the first diagnostic where it is open for writing. */
export async function lintNote({ app, editors, judge }: DistinguoPlugin): Promise<void> {
  const view = app.workspace.getActiveViewOfType(MarkdownView);
  const editor = view?.getMode() === "source" ? editors.viewOf(view.editor) : undefined;
  if (editor) await editors.check(editor);
  const file = app.workspace.getActiveFile();
  if (!file) return;
  const diagnostics = editor ? markedDiagnostics(editor.state) : await judge.lint(file.path, await app.vault.cachedRead(file));
  new Notice(told(diagnostics.length, "this note"));
  if (editor) goToFirst(editor);
}

/** Lints what is selected in an editor. The selection stays, so that one sees what was meant. */
export async function lintSelection({ editors }: DistinguoPlugin, editor: EditorView): Promise<void> {
  const { doc, selection } = editor.state;
  await editors.check(editor, selection.ranges);
  if (!editor.dom.isConnected || editor.state.doc !== doc) return;
  const selected = markedDiagnostics(editor.state).filter((diagnostic) => selection.ranges.some((range) => overlaps(diagnostic, range)));
  new Notice(told(selected.length, "the selection"));
}
