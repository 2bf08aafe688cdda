import type { Range } from "../range";
import { withoutClosingMarks } from "./line";

/** A heading, or a run of lines that are not blank: paragraphs, lists, quotes, tables. Offsets are the note's. */
export interface Block extends Range {
  kind: "heading" | "text";
  /** 1 to 6 for a heading, else 0. */
  depth: number;
  /** What a heading says, without its marks; the whole block else. */
  inner: Range;
}

/** A paragraph that a `---` right below it turns into a heading. */
export interface ParagraphAsHeading extends Range {
  /** Where the line of hyphens begins. */
  ruleAt: number;
}

/** The blocks of a note, in document order, and the paragraphs that only look like headings. */
export interface Blocks {
  blocks: Block[];
  traps: ParagraphAsHeading[];
}

const atx = /^ {0,3}(#{1,6})(?:[ \t]+|$)/;
const underline = /^ {0,3}(=+|-+)[ \t]*$/;
const thematicBreak = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/;
const container = /^ {0,3}(?:[-*+](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|>|\|)/;
/** What a container begins with. */
const mayContain = "-*+>|0123456789";

const [tab, carriageReturn, space] = [0x09, 0x0d, 0x20];

/** Longer than this, an underlined paragraph was not meant as a heading (graphs.md, R4: ten of the vault's own notes). */
const longestHeading = 120;

/** Splits a note's visible text (see `visibleText`) into blocks, in one pass over its lines. */
export function readBlocks(text: string): Blocks {
  const blocks: Block[] = [];
  const traps: ParagraphAsHeading[] = [];
  let open = -1;
  /** Where the paragraph begins that an underline would turn into a heading; -1 in lists, quotes and tables. */
  let paragraph = -1;
  let last = 0;
  const close = (to: number) => {
    if (open !== -1 && to > open) blocks.push({ kind: "text", depth: 0, from: open, to, inner: { from: open, to } });
    open = -1;
    paragraph = -1;
  };
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length) {
    const newline = text.indexOf("\n", at);
    const next = newline === -1 ? text.length : newline + 1;
    let end = newline === -1 ? text.length : newline;
    if (end > at && text.charCodeAt(end - 1) === carriageReturn) end -= 1;
    const from = at;
    at = next;
    const first = firstInk(text, from, end);
    if (first === end) {
      close(last);
      continue;
    }
    const mark = first - from < 4 ? text.charAt(first) : "";
    if (mark === "#") {
      const line = text.slice(from, end);
      const match = atx.exec(line);
      if (match?.[1]) {
        close(last);
        blocks.push({ kind: "heading", depth: match[1].length, from, to: end, inner: atxInner(text, from + match[0].length, end) });
        continue;
      }
    }
    if (mark === "-" || mark === "=" || mark === "*" || mark === "_") {
      const line = text.slice(from, end);
      const under = underline.exec(line);
      if (under?.[1] && paragraph !== -1) {
        const heading = { from: paragraph, to: last };
        if (under[1].startsWith("-") && isParagraph(text.slice(heading.from, heading.to))) {
          traps.push({ ...heading, ruleAt: from });
          close(last);
        } else {
          close(paragraph);
          blocks.push({ kind: "heading", depth: under[1].startsWith("=") ? 1 : 2, from: heading.from, to: end, inner: heading });
        }
        continue;
      }
      if (thematicBreak.test(line)) {
        close(last);
        continue;
      }
    }
    if (open === -1) {
      open = from;
      paragraph = (mayContain.includes(mark) && isContainer(text, from, end)) || first - from > 3 || text.slice(from, first).includes("\t") ? -1 : from;
    } else if (paragraph !== -1 && mark !== "" && mayContain.includes(mark) && isContainer(text, from, end)) paragraph = -1;
    last = end;
  }
  close(last);
  return { blocks, traps };
}

function firstInk(text: string, from: number, end: number): number {
  let at = from;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== space && code !== tab) break;
  }
  return at;
}

function isContainer(text: string, from: number, end: number): boolean {
  return container.test(text.slice(from, Math.min(end, from + 16)));
}

function isParagraph(text: string): boolean {
  const trimmed = text.trim();
  const words = trimmed.split(/\s+/).length;
  return trimmed.length > longestHeading || (words > 6 && /[.!?:][*_"'”’)]*$/.test(trimmed)) || (words > 2 && /\p{Ll}\.[*_]*$/u.test(trimmed));
}

function atxInner(text: string, from: number, end: number): Range {
  const start = Math.min(from, end);
  return { from: start, to: start + withoutClosingMarks(text.slice(start, end)).length };
}
