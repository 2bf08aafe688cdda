import type { Range } from "../range";
import type { Note } from "../markdown/note";

/** Where an item of a list of related concepts stands. */
export interface ItemPlace {
  /** Its line with the line break; null where other things hang on the line. */
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
export function itemPlaces({ source }: Note, related: readonly Named[]): Map<string, ItemPlace> {
  const places = new Map<string, ItemPlace>();
  let line: Range = { from: 0, to: 0 };
  let before: ItemPlace | undefined;
  for (const { from, to, label } of [...related].sort((a, b) => a.from - b.from)) {
    const at = source.slice(from, to).indexOf(label);
    const place: ItemPlace = { line: null, label: at === -1 ? null : { from: from + at, to: from + at + label.length } };
    if (from < line.to) {
      // Two of one line are not taken out one by one.
      if (before) before.line = null;
    } else {
      const end = source.indexOf("\n", from);
      line = { from: source.lastIndexOf("\n", from - 1) + 1, to: end === -1 ? source.length : end + 1 };
      if (isWhole(source, line)) place.line = end === -1 && line.from > 0 ? { from: line.from - 1, to: line.to } : line;
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
  const above = source.slice(source.lastIndexOf("\n", from - 2) + 1, from).slice(0, 200);
  const indent = indentOf(text);
  if (indent > 0 && indentOf(above) < indent && indentOf(next) !== indent) return false;
  return next === "" || (goesOn.test(next) && indentOf(next) <= indent);
}

function indentOf(text: string): number {
  return text.search(/[^ \t>]|$/);
}
