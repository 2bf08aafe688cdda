import type { EditorView } from "@codemirror/view";
import { MarkdownView, Notice } from "obsidian";
import type DistinguoPlugin from "./main";
import { conceptsViewType } from "./concepts/view";
import { showEditorCard } from "./editor/cards";
import { diagnosticsAt } from "./editor/marks";
import { goToFirst, step, tellNone } from "./editor/navigate";
import { stepReading } from "./reading/navigate";
import { reportViewType } from "./vault-lint/view";

/** Opens one of the plugin's side views, or brings it to the front. */
export async function reveal(plugin: DistinguoPlugin, type: string): Promise<void> {
  const leaf = await plugin.app.workspace.ensureSideLeaf(type, "right", { active: false, reveal: true });
  await leaf.loadIfDeferred();
}

/** Lints the vault; the view of the report shows how far it has come, and then what was found. */
export async function lintVault(plugin: DistinguoPlugin): Promise<void> {
  const { report } = plugin;
  await reveal(plugin, reportViewType);
  try {
    if (!(await report.run())) return;
  } catch (error) {
    new Notice(`The vault could not be linted to the end: ${error instanceof Error ? error.message : String(error)}`);
    return;
  }
  const count = report.count("prose");
  new Notice(`${count === 1 ? "1 diagnostic" : `${count.toLocaleString()} diagnostics`} in the prose of ${report.linted.toLocaleString()} notes, ${report.count("notes").toLocaleString()} about the notes themselves.`);
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
  if (found.length === 0) tellNone();
  else report(found.length);
}

/** Goes to the next diagnostic, or the one before, of the active note, as it is shown. Undefined where no note is active. */
function stepper(plugin: DistinguoPlugin, by: 1 | -1): (() => void) | undefined {
  const { app, editors } = plugin;
  const note = app.workspace.getActiveViewOfType(MarkdownView);
  if (note?.getMode() === "preview") return () => void stepInReading(plugin, note, by);
  const editor = app.workspace.activeEditor?.editor;
  const view = editor && editors.viewOf(editor);
  return view && (() => void stepInEditor(plugin, view, by));
}

/** Goes to the next diagnostic of the active note. */
export function nextInActiveNote(plugin: DistinguoPlugin): void {
  stepper(plugin, 1)?.();
}

function report(count: number): void {
  new Notice(count === 0 ? "No diagnostics in this note." : `${count === 1 ? "1 diagnostic" : `${count} diagnostics`} in this note.`);
}

async function lintNote({ app, editors, judge }: DistinguoPlugin): Promise<void> {
  const view = app.workspace.getActiveViewOfType(MarkdownView);
  const editor = view?.getMode() === "source" ? editors.viewOf(view.editor) : undefined;
  if (editor) await editors.check(editor);
  const file = app.workspace.getActiveFile();
  if (!file) return;
  const diagnostics = await judge.lint(file.path, editor?.state.doc.toString() ?? (await app.vault.cachedRead(file)));
  report(diagnostics.length);
  if (editor) goToFirst(editor);
}

/** Adds the plugin's commands. None has a hotkey: those are the user's to give. */
export function addCommands(plugin: DistinguoPlugin): void {
  const { app, editors, cards } = plugin;
  plugin.addCommand({
    id: "lint-note",
    name: "Lint this note",
    checkCallback: (checking) => {
      if (app.workspace.getActiveFile()?.extension !== "md") return false;
      if (!checking) void lintNote(plugin);
      return true;
    },
  });
  plugin.addCommand({ id: "lint-vault", name: "Lint the vault", callback: () => void lintVault(plugin) });
  const onNote = (by: 1 | -1) => (checking: boolean): boolean => {
    const go = stepper(plugin, by);
    if (!checking) go?.();
    return go !== undefined;
  };
  plugin.addCommand({ id: "next-diagnostic", name: "Next diagnostic", checkCallback: onNote(1) });
  plugin.addCommand({ id: "previous-diagnostic", name: "Previous diagnostic", checkCallback: onNote(-1) });
  plugin.addCommand({
    id: "show-card",
    name: "Show card",
    editorCheckCallback: (checking, editor) => {
      const view = editors.viewOf(editor);
      const diagnostic = view && diagnosticsAt(view.state, view.state.selection.main.head)[0];
      if (diagnostic && !checking) showEditorCard(cards, view, diagnostic, "focus");
      return diagnostic !== undefined;
    },
  });
  plugin.addCommand({
    id: "undo-fixes",
    name: "Undo the last fixes",
    checkCallback: (checking) => {
      if (plugin.fixes.canUndo && !checking) void plugin.fixes.undo();
      return plugin.fixes.canUndo;
    },
  });
  plugin.addCommand({ id: "open-concepts", name: "Open concepts", callback: () => void reveal(plugin, conceptsViewType) });
}
