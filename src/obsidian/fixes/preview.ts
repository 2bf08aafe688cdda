import { Modal, type App } from "obsidian";
import { places, type Edit } from "../../core/index";
import { noteName } from "../note-name";
import { addButton } from "../press";
import { linked, touches, type Plan, type Texts } from "./plan";

/** Characters of the lines around a change that are shown before it and after it. */
const context = 80;

/** Shows the line of an edit, and the one before where it stands at the start of one, with what goes and what comes. */
function showEdit(parent: HTMLElement, text: string, { from, to, insert }: Edit): void {
  const el = parent.createDiv({ cls: "distinguo-preview" });
  // Line breaks that go or come are to be seen.
  const add = (tag: "del" | "ins", part: string): void => void (part && el.createEl(tag, { text: part.replace(/\r?\n/g, "↵\n") }));
  const before = text.slice(text.lastIndexOf("\n", from - 2) + 1, from);
  const after = /^.*/.exec(text.slice(to))?.[0] ?? "";
  el.appendText(before.length > context ? `…${before.slice(-context)}` : before);
  add("del", text.slice(from, to));
  add("ins", insert);
  el.appendText(after.length > context ? `${after.slice(0, context)}…` : after);
}

/** Shows what some fixes would change in every note that they touch. Of several, some can be left out. */
export function showPreview(app: App, title: string, plans: readonly Plan[], texts: Texts, apply: (chosen: Plan[]) => void): void {
  const modal = new Modal(app).setTitle(title);
  const list = modal.contentEl.createEl("ul", { cls: "distinguo-changes", attr: { tabindex: "0" } });
  const boxes = plans.map((plan) => {
    const item = list.createEl("li");
    const label = plans.length > 1 ? item.createEl("label", { text: plan.fix.title }) : undefined;
    for (const { path, edits } of touches(plan, texts)) {
      const text = texts.get(path);
      const place = item.createDiv({ cls: "distinguo-change-place", text: noteName(path) });
      place.createSpan({ cls: "distinguo-folder", text: typeof text === "string" ? `line ${places(text)(edits[0]?.from ?? 0).line}` : `new note, ${path}` });
      for (const edit of linked(app, path, edits)) showEdit(item, text ?? "", edit);
    }
    const box = label?.createEl("input", { type: "checkbox", prepend: true });
    if (box) box.checked = true;
    return box;
  });
  const buttons = modal.modalEl.createDiv({ cls: "modal-button-container" });
  const press = addButton(buttons, "mod-cta", "Apply", () => {
    modal.close();
    apply(plans.filter((_plan, index) => boxes[index]?.checked !== false));
  });
  addButton(buttons, "mod-cancel", "Cancel", () => modal.close());
  modal.open();
  press.focus();
}
