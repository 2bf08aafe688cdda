import { setIcon, setTooltip } from "obsidian";
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

/** Draws a row. Its name and what is said of it are told by ids, since an `aria-label` would be shown as a tooltip. */
export function drawRow(parent: HTMLElement, row: Row, id: string): HTMLElement {
  const el = parent.createDiv({ cls: "distinguo-row", attr: { role: "treeitem", tabindex: "-1" } });
  if (row.is === "group") drawGroup(el, row, id);
  else if (row.is === "more") drawMore(el, row);
  else drawRelation(el, row, id);
  return el;
}

function drawTwisty(el: HTMLElement): void {
  setIcon(el.createSpan({ cls: "distinguo-twisty", attr: { "aria-hidden": "true" } }), "chevron-right");
}

function drawGroup(el: HTMLElement, { label, count }: GroupRow, id: string): void {
  el.addClass("distinguo-group-title");
  el.setAttr("aria-labelledby", `${id}-label ${id}-count`);
  drawTwisty(el);
  el.createSpan({ text: label, attr: { id: `${id}-label` } });
  el.createSpan({ cls: "distinguo-count", text: count.toLocaleString(), attr: { id: `${id}-count` } });
}

function drawMore(el: HTMLElement, { label }: MoreRow): void {
  el.addClass("distinguo-more");
  el.setText(label);
}

function drawRelation(el: HTMLElement, row: RelationRow, id: string): void {
  const { label, how, node, neighbor: { relation, direction }, isOpen } = row;
  el.addClass("distinguo-relation");
  el.dataset["key"] = node.key;
  if (isOpen !== undefined) drawTwisty(el);
  const name = el.createDiv({ cls: "distinguo-relation-label", attr: { id: `${id}-label` } });
  name.createSpan({ cls: "distinguo-relation-name", text: label });
  if (node.path === null) {
    name.addClass("is-missing");
    name.createSpan({ cls: "distinguo-badge", text: "missing" });
    el.createEl("button", { cls: ["distinguo-quiet", "distinguo-create"], text: "Create", attr: { type: "button", tabindex: "-1" } });
  } else el.draggable = true;
  const source = noteName(relation.source);
  // Neither the note itself nor the one that the row begins with needs to be named again; that leaves the label more room.
  const isNamed = direction === "out" || folded(source) === folded(label);
  const origin = el.createEl("a", { cls: "distinguo-relation-origin", href: "#", text: isNamed ? "↗" : source, attr: { dir: "auto", tabindex: "-1" } });
  setTooltip(origin, `Go to where ${source} says so, as a ${relation.written}`, { placement: "left" });
  const said = el.createDiv({ cls: "distinguo-relation-sentence", attr: { id: `${id}-said` } });
  if (how !== "") said.createSpan({ cls: "distinguo-relation-how", text: how });
  if (how !== "" && relation.sentence !== "") said.appendText(" · ");
  if (relation.sentence !== "") said.createSpan({ cls: "distinguo-relation-words", text: relation.sentence });
  if (how === "" && relation.sentence === "") said.remove();
  else el.setAttr("aria-describedby", `${id}-said`);
  el.setAttr("aria-labelledby", `${id}-label`);
}
