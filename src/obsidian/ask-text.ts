import { Modal, type App } from "obsidian";
import { addButton } from "./press";

/** What is asked for in one line. */
interface Asked {
  title: string;
  label: string;
  text: string;
  action: string;
  /** Whether an empty line will do. */
  isOptional?: boolean;
}

/** Asks for a line of text; null where one thinks better of it. */
export function askText(app: App, { title, label, text, action, isOptional }: Asked): Promise<string | null> {
  return new Promise((resolve) => {
    const modal = new Modal(app);
    modal.titleEl.setText(title);
    const form = modal.contentEl.createEl("label", { cls: "distinguo-ask" });
    form.createSpan({ text: label });
    const input = form.createEl("input", { type: "text", attr: { dir: "auto", autocomplete: "off", spellcheck: "false" } });
    input.value = text;
    let answer: string | null = null;
    const done = (): void => {
      answer = input.value.trim();
      modal.close();
    };
    const buttons = modal.modalEl.createDiv({ cls: "modal-button-container" });
    const press = addButton(buttons, "mod-cta", action, done);
    addButton(buttons, "mod-cancel", "Cancel", () => modal.close());
    const check = (): void => void (press.disabled = isOptional !== true && input.value.trim() === "");
    input.addEventListener("input", check);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing || press.disabled) return;
      event.preventDefault();
      done();
    });
    check();
    modal.onClose = () => resolve(answer);
    modal.open();
    input.focus();
    input.select();
  });
}
