import { Notice } from "obsidian";
import { addButton } from "./press";
import { addQuoting } from "./quoted";

/** How long a notice offers to take something back, in milliseconds. */
const regret = 10_000;

/** What has changed notes, and can take its last changes back. */
export interface Undoable {
  readonly canUndo: boolean;
  /** When it made them, in milliseconds. */
  readonly doneAt: number;
  undo(): Promise<void>;
}

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
