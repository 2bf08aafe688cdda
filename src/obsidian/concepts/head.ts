import type { Concept, Config } from "../../core/index";
import { addButton } from "../press";

function list(values: readonly string[], each: (value: string) => string): string {
  return values.map(each).join(" or ");
}

/** Says what makes a note a concept note in this vault. */
export function whatCounts({ concepts }: Config): string {
  const ways = [
    concepts.folders.length > 0 && `lies in a folder ${list(concepts.folders, (folder) => `“${folder}”`)}`,
    concepts.types.length > 0 && `has the property “type: ${concepts.types.join("” or “")}”`,
    concepts.tags.length > 0 && `has the tag ${list(concepts.tags, (tag) => `#${tag}`)}`,
  ].filter((way) => way !== false);
  return ways.length === 0 ? "The settings name nothing that makes a note a concept note." : `A note is a concept note when it ${ways.join(", or ")}.`;
}

/** What the head tells of a note. */
export interface HeadState {
  label: string;
  concept: Concept | undefined;
  config: Config;
  /** Whether the note is the one that is open. */
  isActive: boolean;
}

/**
 * What a concept is: its label, its other names, its definition and its tags.
 * @param attach makes a link of the label, where its note isn't open already
 */
export function drawHead(head: HTMLElement, { label, concept, config, isActive }: HeadState, attach: (link: HTMLElement) => void): void {
  head.empty();
  const title = head.createDiv({ cls: "distinguo-concept-label", attr: { role: "heading", "aria-level": "2" } });
  if (isActive) title.setText(label);
  else attach(title.createEl("a", { cls: "distinguo-concept-open", href: "#", text: label }));
  if (!concept) {
    head.createEl("p", { cls: "distinguo-definition is-missing", text: `Not a concept note, but tied to some. ${whatCounts(config)}` });
    return;
  }
  if (concept.altLabels.length > 0) head.createDiv({ cls: "distinguo-alt-labels", text: `also ${concept.altLabels.map((alt) => `\u2068${alt}\u2069`).join(", ")}` });
  if (concept.definition === "") head.createEl("p", { cls: "distinguo-definition is-missing", text: "No definition yet." });
  else drawDefinition(head, concept.definition);
  if (concept.tags.length === 0) return;
  const tags = head.createDiv({ cls: "distinguo-tags" });
  for (const tag of concept.tags) tags.createSpan({ cls: "distinguo-tag", text: `#${tag}` });
}

/** A definition; of a long one the beginning, and a button that shows it whole. */
function drawDefinition(head: HTMLElement, text: string): void {
  const definition = head.createEl("p", { cls: ["distinguo-definition", "is-short"], text });
  if (definition.scrollHeight <= definition.clientHeight + 1) return;
  const button = addButton(head, "distinguo-quiet", "Show all of it", () => {
    const isShort = definition.hasClass("is-short");
    definition.toggleClass("is-short", !isShort);
    button.setText(isShort ? "Show less" : "Show all of it");
    button.setAttr("aria-expanded", String(isShort));
  });
  button.setAttr("aria-expanded", "false");
}

/** Says that there is nothing to show, and why. */
export function drawEmpty(parent: HTMLElement, title: string, text: string): HTMLElement {
  const empty = parent.createDiv({ cls: "distinguo-empty" });
  empty.createDiv({ cls: "distinguo-empty-title", text: title });
  empty.createEl("p", { text });
  return empty;
}
