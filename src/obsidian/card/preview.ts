import { sentenceAround, type Edit } from "../../core/index";

/** Characters shown on either side of a change, so that one sees where it happens. */
const surroundings = 44;

/** `wanted`, moved on to the border of a word, but never past `limit`. */
function atWord(text: string, limit: number, wanted: number, step: 1 | -1): number {
  if ((limit - wanted) * step >= 0) return limit;
  let at = wanted;
  while (at > 0 && at < text.length && /\S/.test(text.charAt(step === 1 ? at - 1 : at))) at += step;
  return at;
}

/** Shows the sentence around the edits with what goes struck out and what comes underlined. */
export function preview(parent: HTMLElement, text: string, edits: readonly Edit[]): void {
  const ordered = [...edits].sort((a, b) => a.from - b.from);
  const first = ordered[0];
  const last = ordered.at(-1);
  if (!first || !last) return;
  const sentence = sentenceAround(text, { from: first.from, to: last.to });
  const start = atWord(text, sentence.from, first.from - surroundings, 1);
  const end = atWord(text, sentence.to, last.to + surroundings, -1);
  const el = parent.createSpan({ cls: "distinguo-preview" });
  if (start > sentence.from) el.appendText("…");
  let at = start;
  for (const { from, to, insert } of ordered) {
    el.appendText(text.slice(at, from).replace(/\s+/g, " "));
    // The lines through and below the words are not heard.
    const spoken = to === from ? " (added) " : insert === "" ? " (removed) " : " becomes ";
    if (to > from) el.createEl("del", { text: text.slice(from, to) });
    el.createSpan({ cls: "distinguo-spoken", text: spoken });
    if (insert !== "") el.createEl("ins", { text: insert });
    at = to;
  }
  el.appendText(text.slice(at, end).replace(/\s+/g, " ").trimEnd());
  if (end < sentence.to) el.appendText("…");
}
