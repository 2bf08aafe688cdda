import type { Range } from "../range";
import { uncommented } from "./comments";
import type { Line } from "./line";
import { scan } from "./scan";

/** Without one of these, and without indentation, nothing in a text is code, math or raw HTML. */
const rawMarks = ["```", "~~~", "$$"];
/** A line that is indented as code is, and no item of a list; or one that is so within a quote, whatever it is. */
const indented = /^(?:(?=[ \t]*?(?: {4}|\t))[ \t]*(?!(?:[-*+•]|\d{1,9}[.)])[ \t]+[^\s*-])\S|[ \t]*>[ \t>]*(?: {4}|\t))/m;
/** The tags of raw HTML (with some that only begin so), and comments that go on in the next line. */
const rawTag = /<(?:[pP][rR][eE]|[sS][cCtT]|[tT][eE][xX]|!--(?![^\n]*-->))/;

/** Where code, math, comments and raw HTML stand in a note, in order, from the offset `start` on: what `scan` finds, and no more work than it takes. */
export function hiddenIn(source: string, start: number): Range[] {
  const mayIndent = source.includes("    ", start) || source.includes("\t", start);
  if (rawMarks.some((mark) => source.includes(mark, start)) || (source.includes("<", start) && rawTag.test(source)) || (mayIndent && indented.test(source.slice(start)))) return scan(source, start).hidden;
  if (!source.includes("%%", start) && !source.includes("<!--", start)) return [];
  const comments: Line[] = [];
  const hidden: Range[] = [];
  const lines = uncommented(source, start, () => false, comments, hidden);
  while (!lines.next().done);
  return hidden.sort((a, b) => a.from - b.from);
}
