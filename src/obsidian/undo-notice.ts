import { Notice } from "obsidian";
import { addButton } from "./press";
import { addQuoting } from "./quoted";

/** How long a notice offers to take something back, in milliseconds. */
const regret = 10_000;

/** Milliseconds that may go by before one is told what is waited for. */
const patience = 400;

/** What has changed notes, and can take its last changes back. */
export interface Undoable {
  readonly canUndo: boolean;
  /** When it made them, in milliseconds. */
  readonly doneAt: number;
  undo(): Promise<void>;
}

/** A text with a button behind it. */
function withButton(message: string, button: string, press: () => void): { fragment: DocumentFragment; text: HTMLElement } {
  const fragment = createFragment();
  const told = fragment.createDiv({ cls: "distinguo-told" });
  const text = told.createSpan();
  addQuoting(text, message);
  addButton(told, "distinguo-undo", button, press);
  return { fragment, text };
}

/** Tells what was done, and offers to take it back. */
export function tellWithUndo(message: string, undo: () => void): Notice {
  const { fragment } = withButton(message, "Undo", () => {
    notice.hide();
    undo();
  });
  const notice = new Notice(fragment, regret);
  return notice;
}

/** Tells, once it takes long, how far something has come, and lets one stop it. */
export class WorkNotice {
  isStopped = false;
  private readonly began = performance.now();
  private shown: { notice: Notice; text: HTMLElement } | undefined;

  /** @param say how far it has come */
  constructor(private readonly say: (done: string, of: string) => string) {}

  tell(done: number, of: number): void {
    if (performance.now() - this.began < patience) return;
    const message = this.say(done.toLocaleString(), of.toLocaleString());
    if (this.shown) {
      this.shown.text.setText(message);
      return;
    }
    const { fragment, text } = withButton(message, "Stop", () => (this.isStopped = true));
    this.shown = { notice: new Notice(fragment, 0), text };
  }

  close(): void {
    this.shown?.notice.hide();
  }
}
