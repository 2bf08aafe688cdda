import type { Range } from "../range";
import { uncommented } from "./comments";
import { contentOf, isBlank, isStarter, tableCells, withoutClosingMarks, type Line } from "./line";

/** What kind of Markdown block a piece of prose stands in. */
type BlockKind = "paragraph" | "heading" | "item" | "cell" | "callout-title";

/** A block of a note's prose: its lines without list markers, quote marks, table pipes and `%%` comments. */
export interface ScannedBlock {
  kind: BlockKind;
  /** 1 to 6 for a heading, else 0. */
  depth: number;
  /** In which row of its table a cell stands: 0 is the header, -1 what is no cell. */
  row: number;
  lines: Line[];
}

/** What a note is made of, so far as lines tell. */
export interface Scan {
  blocks: ScannedBlock[];
  /** The comments (`%% %%` and `<!-- -->`, marks included) that stand in one line outside code, in order. */
  comments: Line[];
  /** Where code, math, comments and raw HTML stand, in order. Block quotes are no prose, and yet not hidden. */
  hidden: Range[];
}

interface Fence {
  mark: string;
  quotes: number;
  indent: number;
}

/** What a line begins with that may be more than text. */
const marks = "`~$<#=-*_|:[";
const letter = /^[A-Za-z]/;
const fenceStart = /^(`{3,}(?=[^`]*$)|~{3,})/;
const heading = /^(#{1,6})(?:[ \t]+|$)/;
/** A longer line, in UTF-16 units, is no rule, underline or row of dashes: the stack of an expression holds only so much. */
const longestMarks = 10_000;
const setext = /^(?:=+|-+)[ \t]*$/;
const rule = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const delimiterRow = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/;
const rawHtml = /^<(pre|script|style|textarea)(?=[\s>]|$)/i;
const callout = /^\[![^\]\n]{1,60}\][+-]?[ \t]*/;
const footnote = /^\[\^[^\]\s]{1,80}\]:[ \t]*/;

/**
 * Splits a note into its blocks of prose, in one pass over the lines, from the offset `start` on (behind the front
 * matter). Left out: fenced and indented code, math blocks, HTML comments and raw HTML, `%%` comments, and block quotes
 * that are no callouts. It knows just enough of Markdown's containers to find these; inline syntax is left to the parser.
 */
export function scan(source: string, start: number): Scan {
  const comments: Line[] = [];
  const hidden: Range[] = [];
  const blocks: ScannedBlock[] = [];
  let open: ScannedBlock | undefined;
  let fence: Fence | undefined;
  /** What ends the raw stretch (HTML, math) that the scan is in. */
  let rawEnd: string | undefined;
  let inTable = false;
  let row = 0;
  let items: number[] = [];
  let itemsOutside: number[] = [];
  let quotes = 0;
  /** For each open quote level, whether it is a callout. */
  const callouts: boolean[] = [];
  let isItem = false;

  const hide = ({ from, text }: Line, length = text.length) => {
    if (length > 0) hidden.push({ from, to: from + length });
  };
  const close = () => {
    open = undefined;
    inTable = false;
  };
  const isProse = () => callouts.slice(0, quotes).every(Boolean);
  const add = (block: ScannedBlock): ScannedBlock => {
    if (isProse()) blocks.push(block);
    return block;
  };

  const enterQuotes = (count: number) => {
    if (count === quotes) return;
    if (quotes === 0) itemsOutside = items;
    items = count === 0 ? itemsOutside : [];
    if (count < quotes) callouts.length = count;
    quotes = count;
    close();
  };

  const tableRow = (line: Line) => {
    for (const cell of tableCells(line)) if (!isBlank(cell.text)) add({ kind: "cell", depth: 0, row, lines: [cell] });
    row += 1;
  };

  const addText = (line: Line) => {
    if (open && !isItem) open.lines.push(line);
    else open = add({ kind: isItem ? "item" : "paragraph", depth: 0, row: -1, lines: [line] });
  };

  /** Reads one line whose quote marks and list markers are stripped. */
  const readContent = (line: Line, indent: number) => {
    const { text } = line;
    if (!open && indent >= (items.at(-1) ?? 0) + 4 && !isItem) return hide(line);
    if (!inTable && !marks.includes(text[0] ?? "")) return addText(line);
    const fenceMark = fenceStart.exec(text)?.[1];
    if (fenceMark) {
      hide(line);
      fence = { mark: fenceMark, quotes, indent: items.at(-1) ?? 0 };
      return close();
    }
    // What nothing closes was meant as money.
    if (text.startsWith("$$") && source.includes("$$", line.from + 2)) {
      const end = text.indexOf("$$", 2);
      hide(line, end === -1 ? text.length : end + 2);
      if (end === -1) rawEnd = "$$";
      if (end === -1 || isBlank(text.slice(end + 2))) return close();
    }
    const raw = text.startsWith("<!--") ? "-->" : text.startsWith("<") ? rawHtml.exec(text)?.[1] : undefined;
    if (raw) {
      const end = raw === "-->" ? raw : `</${raw.toLowerCase()}>`;
      if (!text.toLowerCase().includes(end, raw === "-->" ? 4 : 0)) rawEnd = end;
      else if (raw === "-->") return readRest(line, text.indexOf(end, 4) + 3);
      hide(line);
      return close();
    }
    const hashes = heading.exec(text);
    if (hashes) {
      const from = hashes[0].length;
      const body = withoutClosingMarks(text.slice(from));
      close();
      add({ kind: "heading", depth: hashes[1]?.length ?? 1, row: -1, lines: [{ from: line.from + from, text: body }] });
      return;
    }
    const mayBeMarks = text.length <= longestMarks;
    if (open && mayBeMarks && !isItem && setext.test(text) && open.kind === "paragraph") {
      open.kind = "heading";
      open.depth = text.startsWith("=") ? 1 : 2;
      return close();
    }
    if (mayBeMarks && rule.test(text)) return close();
    if (inTable) return tableRow(line);
    if (open && mayBeMarks && delimiterRow.test(text) && open.lines.at(-1)?.text.includes("|")) {
      const header = open.lines.pop();
      if (open.lines.length === 0 && blocks.at(-1) === open) blocks.pop();
      close();
      row = 0;
      if (header) tableRow(header);
      inTable = true;
      return;
    }
    const note = footnote.exec(text);
    if (note) close();
    const body = note ? { from: line.from + note[0].length, text: text.slice(note[0].length) } : line;
    addText(body);
  };

  /** Goes on behind a comment that ended within the line. */
  const readRest = (line: Line, from: number) => {
    const rest = line.text.slice(from);
    close();
    if (!isBlank(rest)) open = add({ kind: "paragraph", depth: 0, row: -1, lines: [{ from: line.from + from, text: rest }] });
  };

  const readLine = (line: Line) => {
    if (rawEnd !== undefined) {
      const end = line.text.toLowerCase().indexOf(rawEnd);
      hide(line, end === -1 ? line.text.length : end + rawEnd.length);
      if (end === -1) return;
      readRest(line, end + rawEnd.length);
      rawEnd = undefined;
      return;
    }
    if (quotes === 0 && !fence) {
      if (line.text === "") return close();
      // Most lines begin with a letter, and go on with a paragraph or begin one.
      if (!inTable && letter.test(line.text)) {
        if (open) open.lines.push(line);
        else {
          items = [];
          open = add({ kind: "paragraph", depth: 0, row: -1, lines: [line] });
        }
        return;
      }
    }
    const content = contentOf(line);
    if (fence) {
      const { mark } = fence;
      const isOutside = content.quotes < fence.quotes || (!isBlank(content.text) && content.indent < fence.indent);
      if (!isOutside) {
        hide(line);
        const end = content.inner.trim();
        if (end.length >= mark.length && end === mark.charAt(0).repeat(end.length)) fence = undefined;
        return;
      }
      fence = undefined;
    }
    const isLazy = open !== undefined && content.quotes < quotes && !isBlank(content.text) && !isStarter(content);
    if (!isLazy) {
      const isNewQuote = content.quotes > quotes;
      enterQuotes(content.quotes);
      if (isNewQuote) {
        const title = callout.exec(content.text);
        while (callouts.length < quotes) callouts.push(title !== null);
        if (title) {
          const text = content.text.slice(title[0].length);
          if (!isBlank(text)) add({ kind: "callout-title", depth: 0, row: -1, lines: [{ from: content.from + title[0].length, text }] });
          return;
        }
      }
    }
    if (isBlank(content.text) && content.markers.length === 0) return close();
    isItem = content.markers.length > 0;
    if (isItem) {
      close();
      items = items.filter((indent) => indent <= content.indent);
      items.push(...content.markers);
    } else if (!open || isStarter(content)) {
      items = items.filter((indent) => indent <= content.indent);
    }
    readContent({ from: content.from, text: content.text }, content.indent);
    isItem = false;
  };

  for (const line of uncommented(source, start, () => fence !== undefined || rawEnd !== undefined, comments, hidden)) readLine(line);
  const inOrder = (a: { from: number }, b: { from: number }): number => a.from - b.from;
  return { blocks, comments: comments.sort(inOrder), hidden: hidden.sort(inOrder) };
}
