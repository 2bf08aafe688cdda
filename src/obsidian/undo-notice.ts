import { Notice } from "obsidian";
import { addButton } from "./press";
import { addQuoting } from "./quoted";

/** How long a notice offers to take something back, in milliseconds. */
const regret = 10_000;

/** Tells what was done, and offers to take it back. */
export function tellWithUndo(message: string, undo: () => void): Notice {
  const notice = new Notice(
    createFragment((fragment) => {
      const told = fragment.createDiv({ cls: "distinguo-told" });
      addQuoting(told.createSpan(), message);
      addButton(told, "distinguo-undo", "Undo", () => {
        notice.hide();
        undo();
      });
    }),
    regret,
  );
  return notice;
}
