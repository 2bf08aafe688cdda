import { Modal, type App } from "obsidian";
import { addButton } from "../press";
import { addQuoting } from "../quoted";

/** What was answered: whether to go on, and whether to ask the next time. */
export interface Answer {
  goesOn: boolean;
  askAgain: boolean;
}

/** Asks before properties are written. Whatever closes the window but its button is a no. */
export function askToWrite(app: App, name: string, lines: readonly string[]): Promise<Answer> {
  return new Promise((resolve) => {
    const modal = new Modal(app);
    const { contentEl, titleEl, modalEl } = modal;
    let answer: Answer = { goesOn: false, askAgain: true };
    addQuoting(titleEl, `Write properties into “${name}”?`);
    contentEl.createEl("p", { text: "Distinguo will write these properties into the note. Its other properties and its text stay as they are." });
    const list = contentEl.createEl("ul", { cls: "distinguo-properties" });
    for (const line of lines) list.createEl("li").createEl("code", { text: line });
    const label = contentEl.createEl("label", { cls: "distinguo-choose" });
    const box = label.createEl("input", { type: "checkbox" });
    label.createSpan({ text: "Don’t ask again" });
    const buttons = modalEl.createDiv({ cls: "modal-button-container" });
    const write = addButton(buttons, "mod-cta", "Write", () => {
      answer = { goesOn: true, askAgain: !box.checked };
      modal.close();
    });
    addButton(buttons, "mod-cancel", "Cancel", () => modal.close());
    modal.onClose = () => resolve(answer);
    modal.open();
    write.focus();
  });
}
