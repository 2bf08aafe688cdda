import type { Note } from "../markdown/note";
import type { Range } from "../range";
import { kindOfHeading, type NamedKind, type OwnNames } from "./relation-names";

/** A stretch of a note that lists what its concept relates to, below a heading or a line that says so. */
export interface RelationList extends Range {
  kind: NamedKind;
}

/** "**See also:**" or "Related:" on a line of its own, or a callout of that title or type. */
const leadIn = /^[ \t]*(?:>[ \t]*\[!([^\]\n]{1,40})\][-+]?[ \t]*(.*?)|(\*\*|__)(.{1,80}?)[:：]?\3[:：]?|(\p{L}[^:：\n]{1,80})[:：])[ \t]*\r?$/u;
const mayEnd = /[:：*_]\s*$/;
/** A longer line leads in nothing. */
const longestLine = 100;
const goesOn = /^[ \t]*(?:[-*+]|\d{1,9}[.)]|>|\||\[)/;

/**
 * The lists of a note, in order. One within another of its kind is left to that one.
 * @param kinds what its headings say of the lists below them
 */
export function relationLists(note: Note, kinds: readonly (NamedKind | undefined)[], names: OwnNames): RelationList[] {
  const below = note.sections.flatMap(({ index, from, to }) => {
    const kind = kinds[index];
    return kind ? [{ kind, from, to }] : [];
  });
  const found: RelationList[] = [];
  let outer: RelationList | undefined;
  for (const list of [...below, ...ledIn(note, names)].sort((a, b) => a.from - b.from)) {
    const isInner = outer !== undefined && list.from < outer.to;
    if (!isInner) outer = list;
    if (!isInner || list.kind !== outer?.kind) found.push(list);
  }
  return found;
}

/** The lists below a line that says what they are, to the end of its block; or the blocks behind it that are lists, where it stands alone. */
function ledIn({ text, blocks }: Note, names: OwnNames): RelationList[] {
  return blocks.flatMap(({ kind: block, from, to }, index) => {
    if (block === "heading") return [];
    const newline = text.indexOf("\n", from);
    const end = newline === -1 || newline > to ? to : newline;
    if (end - from > longestLine || (text[from] !== ">" && !mayEnd.test(text.slice(end - 3, end)))) return [];
    const [, type = "", title = "", , bold = "", line = ""] = leadIn.exec(text.slice(from, end)) ?? [];
    const kind = [title, type, bold, line].map((said) => kindOfHeading(said, names)).find((found) => found !== undefined);
    if (!kind) return [];
    let last = to;
    if (end === to) for (const next of blocks.slice(index + 1, index + 100)) {
      if (next.kind === "heading" || !goesOn.test(text.slice(next.from, next.from + 12))) break;
      last = next.to;
    }
    return [{ kind, from: end, to: last }];
  });
}
