import { MarkdownView, Notice, type Editor } from "obsidian";
import type { EditorView } from "@codemirror/view";
import type DistinguoPlugin from "./main";
import { conceptsViewType } from "./concepts/view";
import { showEditorCard } from "./editor/cards";
import { diagnosticsAt } from "./editor/marks";
import { goToFirst, step } from "./editor/navigate";
import { reportViewType } from "./vault-lint/view";

/** Opens one of the plugin's side views, or brings it to the front. */
export async function reveal(plugin: DistinguoPlugin, type: string): Promise<void> {
  const leaf = await plugin.app.workspace.ensureSideLeaf(type, "right", { active: false, reveal: true });
  await leaf.loadIfDeferred();
}

/** Lints the vault and shows what was found. */
export async function lintVault(plugin: DistinguoPlugin): Promise<void> {
  const { report } = plugin;
  const finished = await report.run().catch(() => false);
  if (!finished) return;
  const count = report.count("prose");
  new Notice(`${count === 1 ? "1 diagnostic" : `${count.toLocaleString()} diagnostics`} in the prose of ${report.linted.toLocaleString()} notes.`);
  await reveal(plugin, reportViewType);
}

/** Goes to the next diagnostic of the note that is being edited. */
export function nextInActiveNote(plugin: DistinguoPlugin): void {
  const editor = plugin.app.workspace.activeEditor?.editor;
  const view = editor && plugin.editors.viewOf(editor);
  if (view) step(view, 1);
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
  const onEditor = (act: (view: EditorView) => void, applies: (view: EditorView) => boolean = () => true) => (checking: boolean, editor: Editor): boolean => {
    const view = editors.viewOf(editor);
    if (!view || !applies(view)) return false;
    if (!checking) act(view);
    return true;
  };
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
  plugin.addCommand({ id: "next-diagnostic", name: "Next diagnostic", editorCheckCallback: onEditor((view) => step(view, 1)) });
  plugin.addCommand({ id: "previous-diagnostic", name: "Previous diagnostic", editorCheckCallback: onEditor((view) => step(view, -1)) });
  const atCursor = (view: EditorView) => diagnosticsAt(view.state, view.state.selection.main.head)[0];
  plugin.addCommand({
    id: "show-card",
    name: "Show card",
    editorCheckCallback: onEditor(
      (view) => {
        const diagnostic = atCursor(view);
        if (diagnostic) showEditorCard(cards, view, diagnostic, "focus");
      },
      (view) => atCursor(view) !== undefined,
    ),
  });
  plugin.addCommand({ id: "open-concepts", name: "Open concepts", callback: () => void reveal(plugin, conceptsViewType) });
}
