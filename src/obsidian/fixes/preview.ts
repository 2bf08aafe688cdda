import { Modal, type App } from "obsidian";
import { places, type Edit } from "../../core/index";
import { noteName } from "../note-name";
import { addButton } from "../press";
import { addQuoting } from "../quoted";
import { linked, touches, type Plan, type Texts } from "./plan";

/** Characters of the lines around a change that are shown before it and after it. */
const context = 80;

/** Shows the line of an edit, and the one before where it stands at the start of one, with what goes and what comes. */
function showEdit(parent: HTMLElement, text: string, { from, to, insert }: Edit): void {
  const el = parent.createDiv("distinguo-preview");
  // Line breaks that go or come are to be seen.
  const add = (tag: "del" | "ins", part: string): void => void (part && el.createEl(tag, { text: part.replace(/\r?\n/g, "↵\n") }));
  const before = text.slice(text.lastIndexOf("\n", from - 2) + 1, from);
  const after = /^.*/.exec(text.slice(to))?.[0] ?? "";
  el.appendText(before.length > context ? `…${before.slice(-context)}` : before);
  add("del", text.slice(from, to));
  add("ins", insert);
  el.appendText(after.length > context ? `${after.slice(0, context)}…` : after);
}

/** A box that is ticked, and room for what it stands for. */
function addBox(parent: HTMLElement): { box: HTMLInputElement; text: HTMLElement } {
  const label = parent.createEl("label", { cls: "distinguo-choose" });
  const box = label.createEl("input", { type: "checkbox" });
  box.checked = true;
  return { box, text: label.createSpan() };
}

/**
 * Shows what some fixes would change in every note that they touch. Of several, some can be left out.
 * @param back gives the focus back when all is said
 */
export function showPreview(app: App, title: string, plans: readonly Plan[], texts: Texts, apply: (chosen: Plan[]) => void, back: () => void): void {
  const modal = new Modal(app);
  const { contentEl } = modal;
  addQuoting(modal.titleEl, title);
  contentEl.toggleClass("is-single", plans.length === 1);
  const all = addBox(contentEl);
  const list = contentEl.createEl("ul", { cls: "distinguo-changes", attr: { tabindex: "0" } });
  const boxes = plans.map((plan) => {
    const item = list.createEl("li");
    const { box, text } = addBox(item);
    addQuoting(text, plan.fix.title);
    for (const { path, edits } of touches(plan, texts)) {
      const note = texts.get(path);
      const place = item.createDiv({ cls: "distinguo-change-place" });
      place.createEl("bdi", { text: noteName(path) });
      place.createSpan({ cls: "distinguo-folder", text: typeof note === "string" ? `line ${places(note)(edits[0]?.from ?? 0).line}` : `new note, ${path}` });
      for (const edit of linked(app, path, edits)) showEdit(item, note ?? "", edit);
    }
    return box;
  });
  const chosen = (): Plan[] => plans.filter((_plan, index) => boxes[index]?.checked);
  const buttons = modal.modalEl.createDiv({ cls: "modal-button-container" });
  const press = addButton(buttons, "mod-cta", "Apply", () => {
    modal.close();
    apply(chosen());
  });
  const recount = (): void => {
    const { length } = chosen();
    press.disabled = length === 0;
    all.text.setText(`All: ${length} of ${plans.length}`);
    all.box.checked = length === plans.length;
    all.box.indeterminate = length > 0 && length < plans.length;
  };
  contentEl.addEventListener("change", ({ target }) => {
    if (target === all.box) for (const box of boxes) box.checked = all.box.checked;
    recount();
  });
  recount();
  addButton(buttons, "mod-cancel", "Cancel", () => modal.close());
  modal.onClose = back;
  modal.open();
  press.focus();
}
