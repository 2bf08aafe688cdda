import { Keymap, MarkdownView, type App, type PaneType } from "obsidian";
import { places, type Relation } from "../core/index";
import { attempt } from "./attempt";

/** Opens a note as a click in Obsidian does: in this tab, or with Mod or the middle button in a new one. The user is told where that fails. */
export async function openNote(app: App, path: string, event: MouseEvent | KeyboardEvent): Promise<void> {
  await attempt(() => app.workspace.openLinkText(path, "", Keymap.isModEvent(event)));
}

/** Opens a note at a place: the words are selected where the note is opened for writing. Lines and columns from 1. */
export async function openPlace(app: App, path: string, place: { line: number; column: number; length: number }, newLeaf: PaneType | boolean): Promise<void> {
  const file = app.vault.getFileByPath(path);
  if (!file) return;
  const leaf = app.workspace.getLeaf(newLeaf);
  await leaf.openFile(file, { active: true, eState: { line: place.line - 1 } });
  if (!(leaf.view instanceof MarkdownView) || leaf.view.getMode() !== "source") return;
  const { editor } = leaf.view;
  const from = { line: place.line - 1, ch: place.column - 1 };
  const to = editor.offsetToPos(editor.posToOffset(from) + place.length);
  editor.setSelection(from, to);
  editor.scrollIntoView({ from, to }, true);
  editor.focus();
}

/** Opens the note that states a relation, at the words that do. The user is told where that fails. */
export async function openRelation(app: App, { source, from, to }: Relation, event: MouseEvent | KeyboardEvent): Promise<void> {
  await attempt(async () => {
    const file = app.vault.getFileByPath(source);
    if (!file) return;
    const place = places(await app.vault.cachedRead(file))(from);
    await openPlace(app, source, { ...place, length: to - from }, Keymap.isModEvent(event));
  });
}
