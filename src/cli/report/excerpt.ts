import { type Glyph, glyphs, type Range } from "../../core/index";
import { lineEnd, lineStart } from "./line";

/** A range to underline, and the character to do it with. Earlier marks lie over later ones. */
export interface Mark extends Range {
  sign: string;
}

/** One row of an excerpt: what it says, and the signs below it (empty where nothing is marked). */
export interface Row {
  /** UTF-16 offset into the source where the row begins. */
  from: number;
  text: string;
  marks: string;
}

/** How much an excerpt may take. */
export interface Room {
  /** Columns of a row. */
  columns: number;
  /** Rows of text. */
  rows: number;
}

const tabStop = 4;

/**
 * The words that a mark stands on, within the line (or lines) that hold them, ready to be shown. Of a long line only what
 * stands around the words is taken; `…` says where it was cut. The first mark is always shown, others where there is room.
 */
export function excerpt(source: string, marks: readonly Mark[], room: Room): Row[] {
  const [first] = marks;
  if (!first) return [];
  const units = room.columns * room.rows;
  const words = marks.slice(1).reduce<Range>((range, mark) => include(range, mark, source, units), first);
  const { from, to } = around(source, words, room);
  const cutLeft = from > lineStart(source, from) && source.slice(lineStart(source, from), from).trim() !== "";
  const cutRight = to < lineEnd(source, to);
  const rows = lay(source, { from, to }, marks, room.columns, cutLeft);
  const kept = rows.slice(0, Math.max(1, room.rows));
  const last = kept[kept.length - 1];
  if (last && (cutRight || kept.length < rows.length)) last.text += " …";
  return kept;
}

/** Takes another mark in, if it stands near, in the same paragraph. */
function include(range: Range, mark: Range, source: string, units: number): Range {
  const both = { from: Math.min(range.from, mark.from), to: Math.max(range.to, mark.to) };
  const near = both.to - both.from <= units * 0.8 && !/\n[ \t]*\r?\n/.test(source.slice(both.from, both.to));
  return near ? both : range;
}

/** Widens a range to its whole lines, or, where they are long, to its sentences or the words next to it. */
function around(source: string, words: Range, { columns, rows }: Room): Range {
  const line = { from: lineStart(source, words.from), to: lineEnd(source, Math.max(words.from, words.to - 1)) };
  if (line.to - line.from <= columns * Math.min(2, rows)) return line;
  const spare = Math.floor(Math.max(0, columns * rows - (words.to - words.from)) * 0.45);
  const left = source.slice(Math.max(line.from, words.from - spare), words.from);
  const right = source.slice(words.to, Math.min(line.to, words.to + spare));
  return {
    from: words.from - left.length + startOfWords(left, words.from - left.length === line.from),
    to: words.to + endOfWords(right, words.to + right.length === line.to),
  };
}

/** Where to begin in the text before the words: at the last sentence, else between two words. */
function startOfWords(left: string, isLineStart: boolean): number {
  const sentence = /^.*[.!?…][”"’)\]*_]*\s+/su.exec(left);
  if (sentence && sentence[0].length < left.length) return sentence[0].length;
  if (isLineStart) return 0;
  const word = /^\S*\s+/u.exec(left);
  // A text without spaces is cut where it may be: between two characters, not within one.
  return word ? word[0].length : (glyphs(left)[1]?.at ?? 0);
}

/** Where to end in the text behind the words: with the first sentence, else between two words. */
function endOfWords(right: string, isLineEnd: boolean): number {
  const sentence = /^.*?[.!?…][”"’)\]*_]*(?=\s)/su.exec(right);
  if (sentence) return sentence[0].length;
  if (isLineEnd) return right.length;
  const word = /^.*(?=\s)/su.exec(right);
  return word ? word[0].length : (glyphs(right).at(-1)?.at ?? 0);
}

/** Lays a range of the source out in rows, broken at line ends and between words. */
function lay(source: string, range: Range, marks: readonly Mark[], columns: number, cutLeft: boolean): Row[] {
  const rows: Row[] = [];
  let at = range.from;
  while (at <= range.to) {
    const end = Math.min(lineEnd(source, at), range.to);
    let line = glyphs(source.slice(at, end)).map((glyph) => ({ ...glyph, at: at + glyph.at }));
    if (cutLeft && rows.length === 0) line = [{ text: "… ", at, units: 0, columns: 2 }, ...line];
    for (;;) {
      const [head, rest] = breakLine(line, columns);
      rows.push(toRow(head, at, marks));
      if (rest.length === 0) break;
      line = rest;
    }
    const next = source.indexOf("\n", end);
    if (next === -1 || next >= range.to) break;
    at = next + 1;
  }
  return rows;
}

/** Takes as many glyphs as fit, up to a space where there is one. */
function breakLine(line: readonly Glyph[], columns: number): [Glyph[], Glyph[]] {
  let used = 0;
  let space = 0;
  for (const [at, glyph] of line.entries()) {
    const isSpace = /^\s$/u.test(glyph.text) || glyph.text === "␉";
    used += widthAt(glyph, used);
    if (used > columns && !isSpace && at > 0) {
      const cut = space > 0 ? space : at;
      return [line.slice(0, cut), line.slice(cut)];
    }
    if (isSpace) space = at + 1;
  }
  return [[...line], []];
}

function toRow(line: readonly Glyph[], lineFrom: number, marks: readonly Mark[]): Row {
  let text = "";
  let signs = "";
  let used = 0;
  for (const glyph of line) {
    const columns = widthAt(glyph, used);
    const mark = marks.find(({ from, to }) => glyph.units > 0 && from < glyph.at + glyph.units && glyph.at < Math.max(to, from + 1));
    text += glyph.text === "␉" ? " ".repeat(columns) : glyph.text;
    signs += (mark?.sign ?? " ").repeat(columns);
    used += columns;
  }
  const end = line.at(-1);
  // A mark on nothing at the very end of a line, such as a missing word, stands behind the last character.
  const behind = marks.find(({ from, to }) => from === to && from === (end ? end.at + end.units : lineFrom));
  if (behind && !signs.includes(behind.sign)) signs += behind.sign;
  const shown = text.trimEnd();
  // The space that a row was broken at is not shown, so it is not underlined either.
  const under = signs.slice(0, used - (text.length - shown.length)).trimEnd();
  return { from: line[0]?.at ?? lineFrom, text: shown, marks: under === "" ? signs.trimEnd() : under };
}

function widthAt(glyph: Glyph, used: number): number {
  return glyph.text === "␉" ? tabStop - (used % tabStop) : glyph.columns;
}
