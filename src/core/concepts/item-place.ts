import type { Range } from "../range";
import type { Note } from "../markdown/note";

/** Where an item of a list of related concepts stands. */
export interface ItemPlace {
  /** Its line with the line break; null where other things hang on the line, or would be read otherwise without it. */
  line: Range | null;
  /** Its label without the marks around it; null where it does not stand in the note as it is read. */
  label: Range | null;
}

const item = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/;
const goesOn = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]|^[ \t>]*(?:#{1,6}[ \t]|\r?$)/;

type Named = Range & { label: string };

/** What tells an item from others of its note: where it is said to begin, and its label, since a label may be one of two in one. */
export function itemKey({ from, label }: Pick<Named, "from" | "label">): string {
  return `${from} ${label}`;
}

/** The places of a note's related items, by `itemKey`. */
export function itemPlaces({ source, sections }: Note, related: readonly Named[]): Map<string, ItemPlace> {
  const places = new Map<string, ItemPlace>();
  let line: Range = { from: 0, to: 0 };
  let before: ItemPlace | undefined;
  let last = -1;
  let isLastOfOne = false;
  /** Whether an offset, no less than the one asked for before, is in a section with one item and other text. */
  const isAlone = (at: number): boolean => {
    const known = last;
    for (let next = sections[last + 1]; next && next.from <= at; next = sections[last + 1]) last += 1;
    const section = sections[last];
    if (last !== known) isLastOfOne = section !== undefined && isListOfOne(source, section);
    return isLastOfOne;
  };
  for (const { from, to, label } of [...related].sort((a, b) => a.from - b.from)) {
    const at = source.slice(from, to).indexOf(label);
    const place: ItemPlace = { line: null, label: at === -1 ? null : { from: from + at, to: from + at + label.length } };
    if (from < line.to) {
      // Two of one line are not taken out one by one.
      if (before) before.line = null;
    } else {
      const end = source.indexOf("\n", from);
      line = { from: source.lastIndexOf("\n", from - 1) + 1, to: end === -1 ? source.length : end + 1 };
      if (isWhole(source, line) && !isAlone(line.from)) place.line = end === -1 && line.from > 0 ? { from: line.from - 1, to: line.to } : line;
    }
    before = place;
    places.set(itemKey({ from, label }), place);
  }
  return places;
}

/** Whether a line is an item, nothing below belongs to it, and it is not all that an item above has below it. */
function isWhole(source: string, { from, to }: Range): boolean {
  const text = source.slice(from, to);
  if (!item.test(text)) return false;
  const next = source.slice(to, to + 200).split("\n", 1)[0] ?? "";
  const indent = indentOf(text);
  if (indent > 0 && indentOf(next) !== indent && isFirstBelow(source, from, indent)) return false;
  return next === "" || (goesOn.test(next) && indentOf(next) <= indent);
}

/** Whether a section holds one item and other text, which would be read as a list without it. */
function isListOfOne(source: string, { from, to }: Range): boolean {
  const lines = source.slice(from, to).split("\n").filter((line) => line.trim() !== "");
  return lines.length > 1 && lines.filter((line) => item.test(line)).length === 1;
}

/** Whether the next line up that is no deeper, and not merely more text of what stands above it, is less deep. */
function isFirstBelow(source: string, lineFrom: number, indent: number): boolean {
  for (let end = lineFrom - 1; end > 0; ) {
    const from = source.lastIndexOf("\n", end - 1) + 1;
    const above = source.slice(from, Math.min(end, from + 200));
    const depth = indentOf(above);
    if (above.trim() !== "" && (depth < indent || (depth === indent && item.test(above)))) return depth < indent;
    end = from - 1;
  }
  return false;
}

function indentOf(text: string): number {
  return text.search(/[^ \t>]|$/);
}
