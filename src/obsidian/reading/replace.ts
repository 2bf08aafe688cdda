import { Notice, type App } from "obsidian";
import { applyEdits, type Fix } from "../../core/index";

/** How long one can take a choice back, in milliseconds. */
const regret = 10_000;

/** Replaces a note's text if it still is `before`; says whether it was. */
async function swap(app: App, path: string, before: string, after: string): Promise<boolean> {
  const file = app.vault.getFileByPath(path);
  if (!file) return false;
  let swapped = false;
  await app.vault.process(file, (data) => {
    swapped = data === before;
    return swapped ? after : data;
  });
  return swapped;
}

/** Applies a choice to a note that is shown for reading, and offers to take it back. */
export async function replaceInNote(app: App, path: string, text: string, fix: Fix): Promise<void> {
  const after = applyEdits(text, fix.edits);
  if (!(await swap(app, path, text, after))) {
    new Notice("The note has changed meanwhile; nothing was replaced.");
    return;
  }
  const notice = new Notice(
    createFragment((fragment) => {
      fragment.createSpan({ text: `${fix.title}: done. ` });
      const undo = fragment.createEl("button", { cls: "distinguo-undo", text: "Undo", attr: { type: "button" } });
      undo.addEventListener("click", () => {
        notice.hide();
        void swap(app, path, after, text).then((back) => {
          if (!back) new Notice("The note has changed since; nothing was taken back.");
        });
      });
    }),
    regret,
  );
}
