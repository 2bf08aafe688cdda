import { Modal, type App } from "obsidian";
import { addButton } from "../press";
import { addQuoting } from "../quoted";
import { ChangeList } from "./change-list";
import type { Plan, Texts } from "./plan";

/**
 * Shows what some fixes would change in every note that they touch. Of several, some can be left out.
 * @param back gives the focus back when all is said
 */
export function showPreview(app: App, title: string, plans: readonly Plan[], texts: Texts, apply: (chosen: Plan[]) => void, back: () => void): void {
  const modal = new Modal(app);
  modal.modalEl.addClass("distinguo-fixing");
  addQuoting(modal.titleEl, title);
  modal.open();
  const buttons = modal.modalEl.createDiv({ cls: "modal-button-container" });
  const press = addButton(buttons, "mod-cta", "Apply", () => {
    modal.close();
    apply(list.chosen);
  });
  addButton(buttons, "mod-cancel", "Cancel", () => modal.close());
  const list: ChangeList = new ChangeList(modal.contentEl, app, plans, texts, (chosen) => (press.disabled = chosen === 0));
  modal.onClose = () => {
    list.close();
    back();
  };
  press.focus();
}
