import { setIcon } from "obsidian";
import type { About, Diagnostic, Fix } from "../../core/index";
import { addButton, onFollow } from "../press";
import { addConvention } from "./convention";
import { addIgnoring } from "./ignoring";
import { cardLabelId, cardTextId } from "./popover";
import { preview } from "./preview";
import { readingsOf } from "./readings";

/** What a card shows, and what its buttons do. */
export interface CardContent {
  diagnostic: Diagnostic;
  /** The text that the diagnostic's offsets count in. */
  text: string;
  about: About;
  choose: (fix: Fix) => void;
  close: () => void;
}

const severityNames = { error: "Error", warning: "Warning", info: "Info", hint: "Hint" } as const;

/** How long a quotation may be before its middle is left out. */
const quotation = 90;

function quote(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length <= quotation ? plain : `${plain.slice(0, quotation / 2).trimEnd()} … ${plain.slice(-quotation / 2).trimStart()}`;
}

function addHead(card: HTMLElement, { diagnostic: { severity, rule }, close }: CardContent): void {
  const head = card.createDiv({ cls: `distinguo-card-head distinguo-${severity}` });
  head.createSpan({ cls: "distinguo-severity", text: severityNames[severity] });
  head.createSpan({ cls: "distinguo-rule", text: rule });
  const button = addButton(head, "clickable-icon", "", close);
  button.setAttr("aria-label", "Close");
  setIcon(button, "x");
}

/** What the word says and what the evidence says, one below the other. */
function addReadings(parent: HTMLElement, { diagnostic, text, about }: CardContent): void {
  const readings = readingsOf(diagnostic, about);
  if (readings.length === 0) return;
  const list = parent.createEl("ul", { cls: "distinguo-readings" });
  for (const { axis, as, words, says } of readings) {
    const item = list.createEl("li", { cls: `distinguo-axis-${axis}` });
    item.createSpan({ cls: "distinguo-axis", text: as });
    const reading = item.createDiv();
    const quotes = reading.createSpan({ cls: "distinguo-quotes" });
    for (const [index, { from, to }] of words.entries()) {
      if (index > 0) quotes.appendText(", ");
      quotes.createEl("q", { text: quote(text.slice(from, to)) });
    }
    reading.appendText(as === "Word" ? " stands for " : words.length > 1 ? " speak of " : " speaks of ");
    reading.createEl("strong", { text: says });
  }
}

/** The choices with what each would change. Their numbers are keys in the card, and those of the commands that apply them. */
function addChoices(card: HTMLElement, parent: HTMLElement, { diagnostic: { fixes }, text, choose }: CardContent): void {
  if (fixes.length === 0) return;
  const choices = parent.createDiv({ cls: "distinguo-choices" });
  for (const [index, fix] of fixes.entries()) {
    const button = addButton(choices, "distinguo-choice", "", () => choose(fix));
    button.createSpan({ cls: "distinguo-number", text: String(index + 1), attr: { "aria-hidden": "true" } });
    button.createSpan({ cls: "distinguo-choice-title", text: fix.title });
    button.setAttr("aria-keyshortcuts", String(index + 1));
    preview(button, text, fix.edits);
  }
  card.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, targetNode } = event;
    const fix = ctrlKey || metaKey || altKey || !/^[1-9]$/.test(key) ? undefined : fixes[Number(key) - 1];
    // Where one writes, a number is a number.
    if (!fix || (targetNode?.instanceOf(Element) && targetNode.matches("input, select"))) return;
    // The focus goes back to the note, and the number must not follow it there.
    event.preventDefault();
    choose(fix);
  });
}

/** Builds a card in `parent`: what was read, the question, the two readings, the choices, the convention, the ways to ignore it. */
export function buildCard(parent: HTMLElement, content: CardContent): void {
  const { diagnostic, about } = content;
  const card = parent.createDiv({ cls: "distinguo-card" });
  addHead(card, content);
  // The body scrolls; what leads on stays in reach below it.
  const body = card.createDiv({ cls: "distinguo-card-body" });
  body.createDiv({ cls: "distinguo-message", text: diagnostic.message, attr: { id: cardLabelId } });
  const asked = body.createDiv({ cls: "distinguo-asked", attr: { id: cardTextId } });
  if (diagnostic.question !== "") asked.createDiv({ cls: "distinguo-question", text: diagnostic.question });
  addReadings(asked, content);
  if (asked.childElementCount === 0) asked.remove();

  addChoices(card, body, content);
  addConvention(body, about, diagnostic.convention);
  const foot = card.createDiv({ cls: "distinguo-card-foot" });
  foot.createDiv({ cls: "distinguo-concept-links" });
  addIgnoring(body, foot);
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
