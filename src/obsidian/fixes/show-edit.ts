import type { Edit } from "../../core/index";

/** Characters of the lines around a change that are shown before it and after it. */
const context = 80;

/** Shows the line of an edit, and the one before where it stands at the start of one, with what goes struck out and what comes underlined. */
export function showEdit(parent: HTMLElement, text: string, { from, to, insert }: Edit): HTMLElement {
  const el = parent.createDiv("distinguo-preview");
  // Line breaks that go or come are to be seen.
  const add = (tag: "del" | "ins", part: string): void => void (part && el.createEl(tag, { text: part.replace(/\r?\n/g, "↵\n") }));
  const before = text.slice(text.lastIndexOf("\n", from - 2) + 1, from);
  const after = /^.*/.exec(text.slice(to, to + context * 2))?.[0] ?? "";
  el.appendText(before.length > context ? `…${before.slice(-context)}` : before);
  add("del", text.slice(from, to));
  // The lines through and below the words are not heard.
  el.createSpan({ cls: "distinguo-spoken", text: to === from ? " (added) " : insert === "" ? " (removed) " : " becomes " });
  add("ins", insert);
  el.appendText(after.length > context ? `${after.slice(0, context)}…` : after);
  return el;
}
