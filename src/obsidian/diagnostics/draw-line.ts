import { setIcon } from "obsidian";
import type { Grouping } from "./arrange";
import { noteName } from "../note-name";
import { addQuoting } from "../quoted";
import type { GroupLine, Line, RowLine } from "./lines";

/** So many characters of the words, and of what stands before them, have room where there is little. */
const room = 40;

/** Whether two versions of a line are told apart by nothing that is seen. */
export function isSameLine(a: Line, b: Line): boolean {
  if (a.place !== b.place || a.of !== b.of) return false;
  if (a.is === "row") return b.is === "row" && a.row === b.row && a.parent === b.parent;
  return b.is === "group" && a.isOpen === b.isOpen && a.group.rows.length === b.group.rows.length && a.group.rule === b.group.rule && a.group.title === b.group.title;
}

/** About how high a line is in a list of some width, in CSS pixels, before it is drawn. */
export function heightOf(line: Line, width: number): number {
  if (line.is === "group") return 28;
  return width >= 640 ? 42 : 64;
}

/** Fills an element with a line. What it says, in this order, is what a screen reader tells of it. */
export function drawLine(el: HTMLElement, line: Line, by: Grouping): void {
  el.empty();
  el.setAttrs({ "aria-level": line.is === "group" ? "1" : "2", "aria-posinset": String(line.place), "aria-setsize": String(line.of), "aria-expanded": line.is === "group" ? String(line.isOpen) : null });
  if (line.is === "group") drawGroup(el, line, by);
  else drawRow(el, line, by);
}

function addMenuButton(el: HTMLElement, icon: string, name: string): void {
  const button = el.createEl("button", { cls: ["clickable-icon", "distinguo-line-menu"], attr: { type: "button", tabindex: "-1", "aria-label": name, "aria-haspopup": "menu" } });
  setIcon(button, icon);
}

function drawGroup(el: HTMLElement, { group: { title, folder, rule, rows, key }, isOpen }: GroupLine, by: Grouping): void {
  el.className = `distinguo-tree-line distinguo-tree-group${by === "severity" ? ` distinguo-${key}` : ""}`;
  el.createSpan({ cls: "distinguo-twisty", attr: { "aria-hidden": "true" } });
  const name = el.createSpan({ cls: "distinguo-tree-title" });
  if (by === "severity") name.createSpan({ cls: "distinguo-dot", attr: { "aria-hidden": "true" } });
  name.createEl("bdi", { text: title });
  if (folder !== "") {
    name.appendText(" ");
    name.createSpan({ cls: "distinguo-folder", text: folder });
  }
  el.appendText(" ");
  el.createSpan({ cls: "distinguo-count", text: rows.length.toLocaleString() });
  addMenuButton(el, "more-horizontal", "More…");
  if (!rule || !isOpen) return;
  const about = el.createSpan({ cls: "distinguo-tree-about" });
  about.appendText(`${rule.summary} ${rule.rationale}`);
}

/** Adds what stands before the words; what is too far away for a narrow list is apart, to be left out there. */
function addBefore(text: HTMLElement, { before, words }: RowLine["row"]["finding"]): void {
  const cut = before.indexOf(" ", before.length - Math.max(8, room - words.length)) + 1;
  const isFar = before.length > room - words.length && cut > 0;
  if (isFar) text.createSpan({ cls: "distinguo-far", text: before.slice(0, cut) });
  text.createSpan({ cls: "distinguo-near", text: isFar ? before.slice(cut) : before });
}

function drawRow(el: HTMLElement, { row: { path, about, finding } }: RowLine, by: Grouping): void {
  const { severity, line, message, rule, fixes } = finding;
  el.className = `distinguo-tree-line distinguo-finding distinguo-${severity}`;
  el.createSpan({ cls: "distinguo-dot", attr: { "aria-hidden": "true" } });
  const text = el.createSpan({ cls: "distinguo-finding-text" });
  text.createSpan({ cls: "distinguo-spoken", text: `${severity}: ` });
  if (about === "prose") {
    addBefore(text, finding);
    text.createEl("mark", { cls: `distinguo-mark distinguo-${severity}`, text: finding.words });
    text.appendText(finding.after);
  } else {
    // What a note lacks stands nowhere in it.
    text.addClass("is-message");
    addQuoting(text, message);
  }
  el.appendText(" ");
  // Where there is little room the rule is cut, not the line.
  const place = el.createSpan({ cls: "distinguo-finding-place" });
  if (by !== "note") place.createEl("bdi", { text: noteName(path) });
  place.createSpan({ cls: "distinguo-finding-line", text: `${by === "note" ? "" : " · "}line ${line}` });
  if (by !== "rule") place.createSpan({ text: ` · ${rule}` });
  if (about === "prose") addQuoting(place.createSpan({ cls: "distinguo-finding-message" }), message);
  if (fixes.length > 0) addMenuButton(el, "wrench", "Fix…");
  else addMenuButton(el, "more-horizontal", "More…");
}
