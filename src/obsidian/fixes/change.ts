import { MarkdownView, type App, type Editor } from "obsidian";
import { applyEdits, type Edit } from "../../core/index";
import { Slices } from "../reading/slices";

/** What is to become of one note. Null where there is no note, before or after. */
export interface Change {
  path: string;
  before: string | null;
  /** Asked when it is written: a link can only be written to a note that is there by then. */
  after: () => string | null;
}

/** A text as an editor holds it. */
function edited(text: string): string;
function edited(text: string | null): string | null;
function edited(text: string | null): string | null {
  return text?.replace(/\r\n?/g, "\n") ?? null;
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
export async function isAsBefore(app: App, { path, before }: Pick<Change, "path" | "before">): Promise<boolean> {
  const file = app.vault.getFileByPath(path);
  return edited(writingView(app, path)?.getViewData() ?? (file && (await app.vault.read(file)))) === edited(before);
}

/** Whether a note may be as a change expects it, as far as can be told without reading it. */
export function mayBeAsBefore(app: App, { path, before }: Change): boolean {
  const written = writingView(app, path)?.getViewData();
  return written === undefined ? app.vault.getFileByPath(path) !== null : written === edited(before);
}

/** The one edit that makes a text of another. */
function difference(now: string, text: string): Edit {
  let from = 0;
  while (from < now.length && now[from] === text[from]) from++;
  let tail = 0;
  while (tail < Math.min(now.length, text.length) - from && now.at(-1 - tail) === text.at(-1 - tail)) tail++;
  return { from, to: now.length - tail, insert: text.slice(from, text.length - tail) };
}

/** Replaces what differs, at once: one undo takes it back, and the cursor stays where it was. */
function replace(editor: Editor, text: string): void {
  const { from, to, insert } = difference(editor.getValue(), text);
  editor.replaceRange(insert, editor.offsetToPos(from), editor.offsetToPos(to));
}

/** What becomes of a file's data when its text becomes another: what stays of the text keeps its own line ends. */
function rewritten(data: string, text: string): string {
  const { from, to, insert } = difference(edited(data), text);
  const pairs = [...data.matchAll(/\r\n/g)];
  /** An offset of the text in the data, where a line may end with one unit more. */
  const inData = (offset: number): number => pairs.reduce((at, { index }) => at + Number(index < at), offset);
  return applyEdits(data, [{ from: inData(from), to: inData(to), insert: pairs.length > 0 ? insert.replaceAll("\n", "\r\n") : insert }]);
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
  const done = { before, after };
  let file = vault.getFileByPath(path);
  const view = writingView(app, path);
  if (after === null) {
    if (file) await app.fileManager.trashFile(file);
  } else if (!file) {
    const folder = path.replace(/\/?[^/]*$/, "");
    if (folder !== "" && !vault.getFolderByPath(folder)) await vault.createFolder(folder);
    file = await vault.create(path, after);
  } else if (view) {
    replace(view.editor, edited(after));
    // From here on the change is made: where it can't be saved now, Obsidian saves it later.
    await view.save().catch((error: unknown) => console.debug("A changed note could not be saved.", path, error));
  } else {
    const now = await vault.process(file, (data) => {
      if (edited(data) !== edited(before)) return data;
      // What is shown for reading has the line ends that an editor gives it.
      if (data !== before) Object.assign(done, { before: data, after: rewritten(data, edited(after)) });
      return done.after ?? data;
    });
    if (now !== done.after) return undefined;
  }
  return {
    get path() {
      return file?.path ?? path;
    },
    before: done.after,
    after: () => done.before,
  };
}

/** What has become of changes that belong together. */
export interface Written {
  /** What takes them back, the last first. Where one was not made: those that could not be written back, either. */
  done: Change[];
  /** The one that was not made, and whether that is since its note had changed. */
  failed?: { path: string; isChanged: boolean };
}

/** Makes all of some changes; where one can't be made, those before it are written back. */
export async function writeAll(app: App, changes: readonly Change[]): Promise<Written> {
  const slices = new Slices();
  const done: Change[] = [];
  for (const change of changes) {
    let isChanged = true;
    const back = await write(app, change).catch((error: unknown) => {
      console.debug("A note could not be written.", change.path, error);
      isChanged = false;
      return undefined;
    });
    if (!back) {
      const stuck: Change[] = [];
      for (const one of done) if (!(await write(app, one).catch(() => undefined))) stuck.push(one);
      return { done: stuck, failed: { path: change.path, isChanged } };
    }
    done.unshift(back);
    await slices.pause();
  }
  return { done };
}
