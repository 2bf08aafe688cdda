import { Modal, type App } from "obsidian";
import { addButton } from "../press";
import { addQuoting } from "../quoted";

/** Asks before properties are written; whether to go on. Whatever closes the window but its button is a no. */
export function askToWrite(app: App, name: string, lines: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const modal = new Modal(app);
    const { contentEl, titleEl, modalEl } = modal;
    let goesOn = false;
    addQuoting(titleEl, `Write properties into “${name}”?`);
    contentEl.createEl("p", { text: "Distinguo will write these properties into the note. Its other properties and its text stay as they are." });
    const list = contentEl.createEl("ul", { cls: "distinguo-properties" });
    for (const line of lines) list.createEl("li").createEl("code", { text: line });
    contentEl.createEl("p", { text: "You are asked only once. A switch in the settings brings the question back. What is written can be undone, in the notice that follows or by a command." });
    const buttons = modalEl.createDiv({ cls: "modal-button-container" });
    const write = addButton(buttons, "mod-cta", "Write", () => {
      goesOn = true;
      modal.close();
    });
    addButton(buttons, "mod-cancel", "Cancel", () => modal.close());
    modal.onClose = () => resolve(goesOn);
    modal.open();
    write.focus();
  });
}
