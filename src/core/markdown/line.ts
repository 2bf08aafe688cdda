/** A line of a note, or the part of it that a block holds: where it begins, and its text without the line break. */
export interface Line {
  from: number;
  text: string;
}

/** A line with its containers peeled off. */
export interface LineContent extends Line {
  /** How many quote marks stand before it. */
  quotes: number;
  /** The column (tabs count to the next multiple of four) in which the content begins, counted behind the quote marks. */
  indent: number;
  /** For each list marker on the line, the column in which its item's content begins. */
  markers: number[];
  /** The line behind its quote marks only: what counts inside a fence. */
  inner: string;
}

// A bullet that was pasted from elsewhere is no marker to Markdown, but what stands behind it was meant as an item.
const listMarker = /^(?:[-*+•]|\d{1,9}[.)])(?=[ \t]|$)/;
/** What a list marker begins with. */
const mayMark = "-*+•0123456789";
const taskMark = /^\[.\][ \t]+/;
/** A longer rest of a line, in UTF-16 units, is no rule: the stack of an expression holds only so much. */
const longestRule = 10_000;
const ruleLike = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,})$/;

/** Whether a line holds white space only. */
export function isBlank(text: string): boolean {
  return !/\S/.test(text);
}

/** Peels quote marks and list markers off a line. */
export function contentOf({ from, text }: Line): LineContent {
  let at = 0;
  let quotes = 0;
  while (quotes < 64) {
    let mark = at;
    while (text[mark] === " " || text[mark] === "\t") mark++;
    if (text[mark] !== ">") break;
    at = mark + 1;
    if (text[at] === " ") at++;
    quotes++;
  }
  const inner = text.slice(at);
  const markers: number[] = [];
  let column = 0;
  const skipSpace = () => {
    for (; text[at] === " " || text[at] === "\t"; at++) column += text[at] === "\t" ? 4 - (column % 4) : 1;
  };
  skipSpace();
  let indent = column;
  while (markers.length < 16) {
    if (!mayMark.includes(text.charAt(at))) break;
    const rest = text.slice(at, at + 200);
    const marker = listMarker.exec(rest);
    if (!marker || (rest.length <= longestRule && ruleLike.test(rest.trimEnd()))) break;
    at += marker[0].length;
    column += marker[0].length;
    const width = column + 1;
    skipSpace();
    if (markers.length === 0) indent = width - marker[0].length - 1;
    markers.push(column - width >= 4 ? width : column);
    const task = text[at] === "[" ? taskMark.exec(text.slice(at, at + 20)) : null;
    if (task) at += task[0].length;
    if (text[at] === ">") return quoted(text, at, from, quotes, indent, markers, inner);
  }
  return { from: from + at, text: text.slice(at), quotes, indent, markers, inner };
}

/** A quote that begins inside a list item: `- > text`. */
function quoted(text: string, start: number, from: number, quotes: number, indent: number, markers: number[], inner: string): LineContent {
  let at = start + 1;
  if (text[at] === " ") at++;
  return { from: from + at, text: text.slice(at), quotes: quotes + 1, indent, markers, inner };
}

/** Whether a line begins a block of its own, so that it can't go on with the paragraph before it. */
export function isStarter({ text, markers }: LineContent): boolean {
  return markers.length > 0 || /^(?:#{1,6}[ \t]|`{3}|~{3}|\$\$|<!--|(?:[-*_][ \t]*){3,}$)/.test(text);
}

/** What a heading says: the text behind its opening marks, without the marks that close it. Linear, whatever it holds. */
export function withoutClosingMarks(text: string): string {
  const trimmed = text.trimEnd();
  let at = trimmed.length;
  while (at > 0 && trimmed[at - 1] === "#") at -= 1;
  const isClosing = at === 0 || trimmed[at - 1] === " " || trimmed[at - 1] === "\t";
  return isClosing ? trimmed.slice(0, at).trimEnd() : trimmed;
}

/** The cells of a table row, split at pipes that are not escaped. */
export function tableCells({ from, text }: Line): Line[] {
  const cells: Line[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (text[at] === "\\") at++;
    else if (at === text.length || text[at] === "|") {
      cells.push({ from: from + start, text: text.slice(start, at) });
      start = at + 1;
    }
  }
  return cells;
}
