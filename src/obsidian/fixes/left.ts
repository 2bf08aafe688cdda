import { Modal, type App } from "obsidian";
import { places } from "../../core/index";
import { noteName } from "../note-name";
import { addButton } from "../press";
import type { Change } from "./change";
import type { Row } from "./find";
import type { Plan, Texts } from "./plan";

/** How many notes are said by name in a sentence, and how many are listed. */
const few = 3;
const many = 500;

/** One note by its name; several by their number. */
export function named(paths: readonly string[]): string {
  const [first] = paths;
  return first !== undefined && paths.length === 1 ? `“${noteName(first)}”` : `${paths.length.toLocaleString()} notes`;
}

/** Says by name, or by some names, which notes were left alone; nothing where none was. */
export function changedSince(refused: readonly Change[]): string {
  if (refused.length === 0) return "";
  const names = refused.slice(0, few).map(({ path }) => `“${noteName(path)}”`).join(", ");
  return ` Left alone, since changed: ${names}${refused.length > few ? ` and ${named(refused.slice(few).map(({ path }) => path))}` : ""}.`;
}

/** A line of a note, as a list names it. */
export function placeName({ path, fix }: Plan, texts: Texts): string {
  const [first] = fix.edits;
  const text = texts.get(path);
  return first && typeof text === "string" ? `${noteName(path)} · line ${places(text)(first.from).line}` : noteName(path);
}

/** A list of names that may be long. */
export function addNames(parent: HTMLElement, names: readonly string[]): void {
  const list = parent.createEl("ul", { cls: "distinguo-alone-names" });
  for (const name of names.slice(0, many)) list.createEl("li").createEl("bdi", { text: name });
  if (names.length > many) list.createEl("li", { text: `and ${(names.length - many).toLocaleString()} more` });
}

/** What was left alone, and why. */
export interface Left {
  /** Paths of notes. */
  changed?: readonly string[];
  failed?: readonly string[];
  held?: readonly Plan[];
  waiting?: readonly Plan[];
  moved?: readonly Plan[];
  texts?: Texts;
}

/** Lists what was left alone, if anything was. */
export function showLeft(app: App, { changed = [], failed = [], held = [], waiting = [], moved = [], texts = new Map() }: Left): void {
  const named = (plans: readonly Plan[]): string[] => plans.map((plan) => placeName(plan, texts));
  const parts: [string, string[]][] = [
    ["Changed meanwhile", [...changed].sort().map(noteName)],
    ["Could not be read or written", [...failed].sort().map(noteName)],
    ["Not made, since they share notes with these", named(held)],
    ["In the way of another change. They can be made now", named(waiting)],
    ["No longer as shown", named(moved)],
  ];
  const lists = parts.filter(([, names]) => names.length > 0);
  if (lists.length === 0) return;
  const modal = new Modal(app);
  modal.setTitle("Left alone");
  const body = modal.contentEl.createDiv({ cls: "distinguo-alone", attr: { tabindex: "0" } });
  for (const [why, names] of lists) {
    body.createEl("p", { text: `${why}:` });
    addNames(body, names);
  }
  const close = addButton(modal.modalEl.createDiv({ cls: "modal-button-container" }), "mod-cta", "Close", () => modal.close());
  modal.open();
  close.focus();
}

/** Rows of a list by the lines that they name. */
export function rowNames(rows: readonly (Row & { finding: { line?: number } })[]): string[] {
  return rows.map(({ path, finding: { rule, line } }) => `${noteName(path)}${line === undefined ? "" : ` · line ${line}`}: ${rule}`);
}
