import type { Edit } from "../diagnostic";
import { bodyStart } from "../markdown/body";
import { propertyNamed, type NoteSource } from "../markdown/note-source";
import { scan } from "../markdown/scan";
import type { Range } from "../range";
import { entriesOf, type NoteListEntry } from "./note-list";

/** A rule's name in a comment or property. */
export interface NamedRule extends Range {
  id: string;
}

/** A comment, or an entry of the property, that suppresses diagnostics: `[from, to)`. */
export interface Suppression extends Range {
  /** The rules that it names; none for all. */
  rules: NamedRule[];
  /** The stretch of the note in which it holds. */
  scope: Range;
  written: "comment" | "property";
  /**
   * Takes the comment out, and the blank that came with it or, where it stands alone, its line; or the entry. Null where it
   * can't be told for sure how. Those of a note don't overlap.
   */
  removal: Edit | null;
  /** What a comment gives as its reason; empty where it gives none. */
  reason: string;
  /** Why the comment suppresses nothing, whatever its rules report; absent where it may. */
  flaw?: string;
}

/** All that a note says about what is not to be reported. */
export interface Suppressions {
  /** The properties turn everything off. */
  isOff: boolean;
  /** Phrases in which nothing is. */
  exceptions: readonly NoteListEntry[];
  /** In document order. */
  list: readonly Suppression[];
}

const none: Suppressions = { isOff: false, exceptions: [], list: [] };

const directive = /^(?:%%|<!--)\s*distinguo-([\w-]+)/;

/** What a comment may say after `distinguo-`. */
const directives: readonly string[] = ["ignore-next-line", "ignore", "disable", "enable"];

/** Whether the note's properties turn the linter off. */
export function isTurnedOff(note: NoteSource): boolean {
  return propertyNamed(note, "distinguo") === false;
}

/** What a note says about what is not to be reported; the text is looked at only where it names the linter. */
export function readSuppressions(note: NoteSource): Suppressions {
  return note.source.includes("distinguo") ? { isOff: isTurnedOff(note), exceptions: entriesOf(note, "distinguo-exceptions"), list: suppressionsOf(note) } : none;
}

/** The suppressions of a note, in document order. Comments in code are none. */
export function suppressionsOf(note: NoteSource): Suppression[] {
  return [...fromProperty(note), ...fromComments(note)];
}

function fromProperty(note: NoteSource): Suppression[] {
  const scope = { from: 0, to: note.source.length };
  return entriesOf(note, "distinguo-ignore").map(({ text: id, from, to, removal }) => ({ rules: [{ id, from, to }], from, to, scope, written: "property", removal, reason: "" }));
}

function fromComments(note: NoteSource): Suppression[] {
  const { source } = note;
  if (!source.includes("distinguo-")) return [];
  const suppressions: Suppression[] = [];
  /** What nothing has ended yet, by the rules that it names; all by an empty name. */
  const open = new Map<string, Suppression[]>();
  const body = bodyStart(note);
  /** The end of the last comment, with its blank, before which nothing stands in its line. */
  let leading = body;
  for (const { from, text } of scan(source, body).comments) {
    const [head, kind] = directive.exec(text) ?? [];
    if (head === undefined || kind === undefined) continue;
    const to = from + text.length;
    const { isFirst, ...removal } = removalOf(source, { from, to }, body, leading);
    if (isFirst) leading = removal.to;
    if (!directives.includes(kind)) {
      suppressions.push({ rules: [], from, to, scope: { from, to: from }, written: "comment", removal, reason: "", flaw: `“distinguo-${kind}” is not known; known are ${directives.map((name) => `distinguo-${name}`).join(", ")}` });
      continue;
    }
    const words = text.slice(head.length, text.startsWith("%%") ? -"%%".length : -"-->".length);
    const [names = ""] = words.split(":", 1);
    const rules = [...names.matchAll(/[^\s,]+/g)].map(({ 0: id, index }): NamedRule => ({ id, from: from + head.length + index, to: from + head.length + index + id.length }));
    const ids = rules.map(({ id }) => id);
    if (kind === "enable") {
      const ended = (ids.length === 0 ? [...open.keys()] : ids).filter((name) => open.has(name));
      if (ended.length === 0) suppressions.push({ rules: [], from, to, scope: { from, to: from }, written: "comment", removal, reason: "", flaw: `no distinguo-disable${ids.map((id) => ` ${id}`).join(",")} is open above it` });
      for (const name of ended) {
        for (const { scope } of open.get(name) ?? []) scope.to = Math.min(scope.to, from);
        open.delete(name);
      }
      continue;
    }
    const scope = kind === "disable" ? { from: to, to: source.length } : lineAt(source, kind === "ignore" ? from : nextLine(source, to));
    const suppression: Suppression = { rules, from, to, scope, written: "comment", removal, reason: words.slice(names.length + 1).trim() };
    suppressions.push(suppression);
    if (kind === "disable") {
      for (const name of ids.length === 0 ? [""] : ids) {
        const sameName = open.get(name) ?? [];
        sameName.push(suppression);
        open.set(name, sameName);
      }
    }
  }
  return suppressions;
}

function lineAt(source: string, at: number): Range {
  const end = source.indexOf("\n", at);
  return { from: source.lastIndexOf("\n", at - 1) + 1, to: end === -1 ? source.length : end };
}

/** Where the next line begins that is not blank; the end of the note where there is none. */
function nextLine(source: string, from: number): number {
  const end = source.indexOf("\n", from);
  if (end === -1) return source.length;
  const text = /\S/.exec(source.slice(end, end + 1000));
  return end + (text?.index ?? 1);
}

/**
 * Takes out a comment with what came with it. `leading` is where the note's text begins, or what stays behind the comments
 * at the start of a line: no removal reaches before it.
 */
function removalOf(source: string, { from, to }: Range, body: number, leading: number): Edit & { isFirst: boolean } {
  const lineFrom = Math.max(source.lastIndexOf("\n", from - 1) + 1, body);
  const before = source.slice(Math.max(lineFrom, leading), from);
  const next = behindLine(source, to);
  const behind = source.slice(to, next);
  const isFirst = /^[ \t>]*$/.test(before);
  if (isFirst && leading <= lineFrom && behind.trim() === "") {
    // A line that is set apart leaves one blank line behind, not two.
    const isApart = lineFrom === body || source.slice(source.lastIndexOf("\n", lineFrom - 2) + 1, lineFrom).trim() === "";
    const afterNext = behindLine(source, next);
    return { from: lineFrom, to: isApart && source.slice(next, afterNext).trim() === "" ? afterNext : next, insert: "", isFirst };
  }
  const hasOwnBlank = !isFirst && /[ \t]$/.test(before) && /^(?:[\s|\\]|$)/.test(behind);
  return { from: hasOwnBlank ? from - 1 : from, to: isFirst && /^[ \t]/.test(behind) ? to + 1 : to, insert: "", isFirst };
}

/** Where the next line begins; the end of the note where there is none. */
function behindLine(source: string, at: number): number {
  const end = source.indexOf("\n", at);
  return end === -1 ? source.length : end + 1;
}
