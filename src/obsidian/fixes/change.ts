import { MarkdownView, type App, type Editor } from "obsidian";

/** What is to become of one note. Null where there is no note, before or after. */
export interface Change {
  path: string;
  before: string | null;
  /** Asked when it is written: a link can only be written to a note that is there by then. */
  after: () => string | null;
}

/** A text as an editor holds it. */
function edited(text: string | null): string | undefined {
  return text?.replace(/\r\n?/g, "\n");
}

function openNotes(app: App): MarkdownView[] {
  return app.workspace.getLeavesOfType("markdown").map(({ view }) => view).filter((view) => view instanceof MarkdownView);
}

/** The view that a note is open in for writing. */
export function writingView(app: App, path: string): MarkdownView | undefined {
  return openNotes(app).find((view) => view.file?.path === path && view.getMode() === "source");
}

/** Saves what has been typed in open notes, so that it is judged. */
export async function saveTyped(app: App): Promise<void> {
  for (const view of openNotes(app)) if (view.file && edited(await app.vault.cachedRead(view.file)) !== view.getViewData()) await view.save();
}

/** Whether a note is as a change expects it, also where it is being written. */
export async function isAsBefore(app: App, { path, before }: Change): Promise<boolean> {
  const file = app.vault.getFileByPath(path);
  return edited(writingView(app, path)?.getViewData() ?? (file && (await app.vault.read(file)))) === edited(before);
}

/** Whether a note may be as a change expects it, as far as can be told without reading it. */
export function mayBeAsBefore(app: App, { path, before }: Change): boolean {
  const written = writingView(app, path)?.getViewData();
  return written === undefined ? app.vault.getFileByPath(path) !== null : written === edited(before);
}

/** Replaces what differs, at once: one undo takes it back, and the cursor stays where it was. */
function replace(editor: Editor, text: string): void {
  const now = editor.getValue();
  let from = 0;
  while (from < now.length && now[from] === text[from]) from++;
  let tail = 0;
  while (tail < Math.min(now.length, text.length) - from && now.at(-1 - tail) === text.at(-1 - tail)) tail++;
  editor.replaceRange(text.slice(from, text.length - tail), editor.offsetToPos(from), editor.offsetToPos(now.length - tail));
}

/**
 * Makes a change, in the editor where the note is open for writing, else in the vault. Returns what takes it back;
 * undefined where the note is not as the change expects it. That follows the note where it is renamed.
 */
export async function write(app: App, change: Change): Promise<Change | undefined> {
  if (!(await isAsBefore(app, change))) return undefined;
  const { path, before } = change;
  const { vault } = app;
  const after = change.after();
  let file = vault.getFileByPath(path);
  const view = writingView(app, path);
  if (after === null) {
    if (file) await app.fileManager.trashFile(file);
  } else if (!file) {
    const folder = path.replace(/\/?[^/]*$/, "");
    if (folder !== "" && !vault.getFolderByPath(folder)) await vault.createFolder(folder);
    file = await vault.create(path, after);
  } else if (view) {
    replace(view.editor, edited(after) ?? "");
    await view.save();
  } else if ((await vault.process(file, (data) => (edited(data) === edited(before) ? after : data))) !== after) return undefined;
  return {
    get path() {
      return file?.path ?? path;
    },
    before: after,
    after: () => before,
  };
}
