import { bodyStart } from "../markdown/body";
import type { Note } from "../markdown/note";
import type { Section } from "../markdown/sections";
import type { Saying } from "./statement";

/** How the items of a list of related concepts are written. */
export interface ItemShape {
  /** Such as `-`; of a numbered list the next number. */
  marker: string;
  isBold: boolean;
  /** Between what an item names and what it says of it, spaces included. */
  separator: string;
}

/** Where a note's list of related concepts would take one more item. */
export interface ListRoom {
  at: number;
  /** What goes in before the item and behind it. */
  before: string;
  after: string;
  /** The heading of the list with its marks, without its links; empty where the list has none, null where there is no list, so that a heading comes before the item. */
  heading: string | null;
  /** How the list has its items; null where it has none yet. */
  shape: ItemShape | null;
}

interface ListLine {
  prefix: string;
  marker: string;
  task: string;
  text: string;
  isLoose: boolean;
}

const listItem = /^([ \t>]*)([-*+]|\d{1,9}[.)])([ \t]+)(\[[^\]]\][ \t]+)?(\S.*)$/;
/** What no item goes on with: a heading, a rule, code, a table. */
const breaksOff = /^ {0,3}(?:#{1,6}[ \t]|(?:[-*_][ \t]*){3,}$|`{3}|~{3}|\|)/;
const head = /^(\*\*|__)?(?:\[\[[^\]]*\]\]|\[[^\]]*\]\([^)]*\)|[^:]{1,80}?)(:?)(?:\*\*|__)?(\s*(?:::?|[-–—→]+|=>)(?=\s))?/;
/** Past this many UTF-16 units of a section its rest is not read as a list. */
const longestSection = 64_000;

/**
 * Where a note takes one more related concept: behind the last item of its list, else at its end. Null where that is not to
 * be told, and where the note has its relations in properties. `related` are those that it states.
 */
export function listRoom(note: Note, [section]: readonly Section[], related: readonly Saying[]): ListRoom | null {
  // A heading within the section may be an item too, but begins no list of them.
  const isHeading = (from: number) => note.text.charAt(note.text.lastIndexOf("\n", from) + 1) === "#";
  const listed = related.filter(({ from, written }) => written !== "property" && (!section || (from >= section.from && from < section.to)) && !isHeading(from));
  if (!section && listed.length === 0) return related.length > 0 ? null : endOf(note);
  const lineBreak = lineBreakOf(note);
  /** The last of them: its list is the one, whatever other lists stand near. */
  const anchor = listed.reduce((most, { from }) => Math.max(most, from), -1);
  const start = section?.from ?? note.text.lastIndexOf("\n", listed.reduce((least, { from }) => Math.min(least, from), anchor) - 1) + 1;
  const heading = section ? `${"#".repeat(section.heading.depth)} ${section.heading.text}` : "";
  const text = note.text.slice(start, Math.min(section?.to ?? Infinity, start + longestSection));
  const items: ListLine[] = [];
  let top = Infinity;
  let at = start;
  let end = -1;
  let wasBlank = false;
  for (const written of text.split("\n")) {
    const line = written.replace(/\r$/, "");
    const [, prefix = "", marker = "", , task = "", said = ""] = (breaksOff.test(line) ? null : listItem.exec(line)) ?? [];
    const isBlank = /^[ \t>]*$/.test(line);
    const isFirst = prefix.length < top;
    if (marker !== "" && prefix.length <= top) {
      if (isFirst) items.length = 0;
      top = prefix.length;
      items.push({ prefix, marker, task, text: said, isLoose: wasBlank });
      end = at + line.length;
    } else if (!isBlank && end !== -1) {
      if (!breaksOff.test(line) && (!wasBlank || /^[ \t]/.test(line))) end = at + line.length;
      else if (at > anchor) break;
    }
    wasBlank = isBlank;
    at += written.length + 1;
  }
  const last = items.at(-1);
  // A list of other relations is no place for it, and neither is one of fields, each of which names its own.
  if (last && (listed.length === 0 || (!section && last.text.includes("::")))) return null;
  if (last) {
    const before = `${lineBreak}${last.isLoose && items.length > 1 ? last.prefix.trimEnd() + lineBreak : ""}${last.prefix}`;
    const shape = shapeOf(items);
    return { at: end, before, after: "", heading, shape: { ...shape, marker: last.marker.replace(/\d+/, (number) => String(Number(number) + 1)) + (last.task === "" ? "" : " [ ]") } };
  }
  return section && text.trim() === "" ? { at: section.from, before: lineBreak + lineBreak, after: "", heading, shape: null } : null;
}

function shapeOf(items: readonly ListLine[]): ItemShape {
  let bold = 0;
  const separators = new Map<string, number>();
  for (const { text } of items) {
    const [, mark, colon, separator] = head.exec(text) ?? [];
    if (mark) bold += 1;
    const sign = colon ? ":" : (separator ?? "").trim();
    if (sign !== "") separators.set(sign, (separators.get(sign) ?? 0) + 1);
  }
  const [sign = ":"] = [...separators].sort(([, a], [, b]) => b - a)[0] ?? [];
  return { marker: "-", isBold: bold * 2 > items.length, separator: sign.startsWith(":") ? `${sign} ` : ` ${sign} ` };
}

/** Behind the last text of the note. Null where a comment or code reaches to its end, and may still be open there. */
function endOf(note: Note): ListRoom | null {
  const { source, text } = note;
  const at = Math.max(bodyStart(note), source.trimEnd().length);
  if (text.charAt(at - 1) === " " && at > bodyStart(note)) return null;
  const lineBreak = lineBreakOf(note);
  const before = at > bodyStart(note) ? lineBreak + lineBreak : at === 0 || source[at - 1] === "\n" || source[at - 1] === "\uFEFF" ? "" : lineBreak;
  return { at, before, after: at < source.length ? "" : lineBreak, heading: null, shape: null };
}

function lineBreakOf({ source }: Note): string {
  return source.includes("\r\n") ? "\r\n" : "\n";
}
