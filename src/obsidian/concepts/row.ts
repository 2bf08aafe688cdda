import { setTooltip } from "obsidian";
import { noteName } from "../note-name";
import type { GroupRow, MoreRow, RelationRow, Row } from "./rows";

/** A name without what often tells a file's name from its title. */
function folded(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, " ");
}

/** All that is seen of a row, but where it stands: what is the same need not be drawn anew. */
export function looksOf(row: Row): string {
  if (row.is === "group") return JSON.stringify([row.label, row.count]);
  if (row.is === "more") return row.label;
  const { node, neighbor: { relation, direction }, label, how } = row;
  return JSON.stringify([label, how, node.path, node.kin, relation.sentence, relation.source, relation.written, direction, row.isOpen === undefined]);
}

/** Draws a row. What it says, in this order, is what a screen reader tells of it. */
export function drawRow(parent: HTMLElement, row: Row): HTMLElement {
  const el = parent.createDiv({ cls: "distinguo-row", attr: { role: "treeitem", tabindex: "-1" } });
  if (row.is === "group") drawGroup(el, row);
  else if (row.is === "more") drawMore(el, row);
  else drawRelation(el, row);
  return el;
}

function drawTwisty(el: HTMLElement): void {
  el.createSpan({ cls: "distinguo-twisty", attr: { "aria-hidden": "true" } });
}

function drawGroup(el: HTMLElement, { label, count }: GroupRow): void {
  el.addClass("distinguo-group-title");
  drawTwisty(el);
  el.createSpan({ cls: "distinguo-group-name", text: label });
  el.appendText(" ");
  el.createSpan({ cls: "distinguo-count", text: count.toLocaleString() });
}

function drawMore(el: HTMLElement, { label }: MoreRow): void {
  el.addClass("distinguo-more");
  el.setText(label);
}

function drawRelation(el: HTMLElement, row: RelationRow): void {
  const { label, how, node, neighbor: { relation, direction }, isOpen } = row;
  el.addClass("distinguo-relation");
  el.dataset["key"] = node.key;
  if (isOpen !== undefined) drawTwisty(el);
  const name = el.createDiv({ cls: "distinguo-relation-label" });
  name.createSpan({ cls: "distinguo-relation-name", text: label });
  if (node.path === null) {
    name.addClass("is-missing");
    name.appendText(" ");
    name.createSpan({ cls: "distinguo-badge", text: "missing" });
    name.appendText(" ");
    name.createEl("button", { cls: "distinguo-create", text: "Create", attr: { type: "button", tabindex: "-1" } });
  }
  el.draggable = true;
  const { sentence } = relation;
  if (how !== "" || sentence !== "") {
    const said = el.createDiv({ cls: "distinguo-relation-sentence" });
    if (how !== "") said.createSpan({ cls: "distinguo-relation-how", text: how });
    if (how !== "" && sentence !== "") said.appendText(" · ");
    if (sentence !== "") said.createSpan({ cls: "distinguo-relation-words", text: sentence });
  }
  drawOrigin(el, noteName(relation.source), direction === "out" || folded(noteName(relation.source)) === folded(label));
}

/** What leads to where the relation is stated. Neither the note itself nor the one that the row begins with needs to be seen again; that leaves the label more room. */
function drawOrigin(el: HTMLElement, source: string, isKnown: boolean): void {
  const origin = el.createEl("a", { cls: "distinguo-relation-origin", href: "#", attr: { tabindex: "-1" } });
  if (!isKnown) {
    origin.dir = "auto";
    origin.setText(source);
  } else {
    origin.createSpan({ text: "↗", attr: { "aria-hidden": "true" } });
    origin.createSpan({ cls: "distinguo-spoken", text: source });
  }
}

/** Tells who points at the way to the source where it leads. As a tooltip that is always there, it would be read out with every row. */
export function explainOrigin(origin: HTMLElement, { source, written }: RelationRow["neighbor"]["relation"]): void {
  setTooltip(origin, `Go to where ${noteName(source)} says so, as a ${written}`, { placement: "left" });
}
