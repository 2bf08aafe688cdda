import { setIcon } from "obsidian";
import { sentenceAround, type About, type Diagnostic, type Edit, type Fix } from "../../core/index";
import { addButton, onFollow } from "../press";
import { cardLabelId } from "./popover";

/** What a card shows, and what its buttons do. */
export interface CardContent {
  diagnostic: Diagnostic;
  /** The text that the diagnostic's offsets count in. */
  text: string;
  about: About;
  choose: (fix: Fix) => void;
}

const severityNames = { error: "Error", warning: "Warning", info: "Info", hint: "Hint" } as const;

/** Characters shown on either side of a change, so that one sees where it happens. */
const surroundings = 44;

/** How long a quotation may be before its middle is left out. */
const quotation = 90;

function quote(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length <= quotation ? plain : `${plain.slice(0, quotation / 2).trimEnd()} … ${plain.slice(-quotation / 2).trimStart()}`;
}

/** `wanted`, moved on to the border of a word, but never past `limit`. */
function atWord(text: string, limit: number, wanted: number, step: 1 | -1): number {
  if ((limit - wanted) * step >= 0) return limit;
  let at = wanted;
  while (at > 0 && at < text.length && /\S/.test(text.charAt(step === 1 ? at - 1 : at))) at += step;
  return at;
}

/** Shows the sentence around the edits with what goes struck out and what comes underlined. */
function preview(parent: HTMLElement, text: string, edits: readonly Edit[]): void {
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
    if (to > from) el.createEl("del", { text: text.slice(from, to) });
    if (insert !== "") el.createEl("ins", { text: insert });
    at = to;
  }
  el.appendText(text.slice(at, end).replace(/\s+/g, " ").trimEnd());
  if (end < sentence.to) el.appendText("…");
}

/** The name of an axis as its distinction has it. */
function axisLabel(about: About, axis: string): string {
  return about.terms.find((term) => term.axis === axis)?.axisLabel ?? axis;
}

/** Builds a card in `parent`: what was read, the question, the evidence, the convention, the choices. */
export function buildCard(parent: HTMLElement, content: CardContent): void {
  const { diagnostic, text, about } = content;
  // The body scrolls; what leads on stays in reach below it.
  const card = parent.createDiv({ cls: "distinguo-card" });
  const body = card.createDiv({ cls: "distinguo-card-body" });

  const head = body.createDiv({ cls: `distinguo-card-head distinguo-${diagnostic.severity}` });
  head.createSpan({ cls: "distinguo-severity", text: severityNames[diagnostic.severity] });
  head.createSpan({ cls: "distinguo-rule", text: diagnostic.rule });
  body.createDiv({ cls: "distinguo-message", text: diagnostic.message, attr: { id: cardLabelId } });
  if (diagnostic.question !== "") body.createDiv({ cls: "distinguo-question", text: diagnostic.question });

  if (diagnostic.evidence.length > 0) {
    const list = body.createEl("ul", { cls: "distinguo-evidence-list" });
    for (const axis of new Set(diagnostic.evidence.map((evidence) => evidence.axis))) {
      const item = list.createEl("li", { cls: `distinguo-axis-${axis}` });
      item.createSpan({ cls: "distinguo-axis", text: axisLabel(about, axis) });
      const quotes = item.createSpan();
      const own = diagnostic.evidence.filter((evidence) => evidence.axis === axis);
      for (const [index, { from, to }] of own.entries()) {
        if (index > 0) quotes.appendText(", ");
        quotes.createEl("q", { text: quote(text.slice(from, to)) });
      }
    }
  }

  if (diagnostic.fixes.length > 0) {
    const choices = body.createDiv({ cls: "distinguo-choices" });
    for (const fix of diagnostic.fixes) {
      const button = addButton(choices, "distinguo-choice", "", () => content.choose(fix));
      button.createSpan({ cls: "distinguo-choice-title", text: fix.title });
      preview(button, text, fix.edits);
    }
  }

  const described = about.conventions.find(({ id }) => id === diagnostic.convention);
  if (described) {
    const details = body.createEl("details", { cls: "distinguo-convention" });
    details.createEl("summary", { text: `Convention: ${described.label}` });
    details.createEl("p", { text: described.description });
  }

  const foot = card.createDiv({ cls: "distinguo-card-foot" });
  foot.createDiv({ cls: "distinguo-concept-links" });
  foot.createDiv({ cls: "distinguo-card-ignore" });
}

/** Adds a button that suppresses the diagnostic, once it is known how. */
export function addIgnore(parent: HTMLElement, text: string, ignore: () => void): HTMLElement | undefined {
  const foot = parent.querySelector<HTMLElement>(".distinguo-card-ignore");
  return foot ? addButton(foot, "distinguo-quiet", text, ignore) : undefined;
}

/** Adds links to the vault's own notes of the terms, once they are known. */
export function addConceptLinks(parent: HTMLElement, notes: readonly { label: string; path: string }[], open: (path: string, event: MouseEvent) => void): void {
  const links = parent.querySelector(".distinguo-concept-links");
  if (!links) return;
  for (const { label, path } of notes) {
    const link = links.createEl("a", { cls: "distinguo-concept-link", href: "#", attr: { "aria-label": `Open ${path}` } });
    setIcon(link.createSpan({ cls: "distinguo-link-icon" }), "file-text");
    link.createSpan({ text: label });
    onFollow(link, (event) => open(path, event));
  }
}
