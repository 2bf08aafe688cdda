import type { Range } from "../range";
import { plainText } from "./plain-text";

/** How far from a link its sentence is looked for, in UTF-16 units. */
const reach = 800;

const newline = 10;
const abbreviation = /(?:^|[\s(])(?:e\.g|i\.e|vs|cf|etc|ca|dr|mr|mrs|ms|prof|st|no|fig|approx|resp|p|pp|al|z\.b|d\.h)\.$/i;
const itemStart = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|#{1,6}[ \t]+)/;

/**
 * The sentence around a range of a note's visible text, as plain text. It ends with its block, list item or table cell.
 * @param block the block that holds the range
 */
export function sentenceAt(text: string, range: Range, block: Range): string {
  const low = Math.max(block.from, range.from - reach);
  const high = Math.min(block.to, range.to + reach);
  const start = startOf(text, low, range.from);
  const lineFrom = low + text.slice(low, range.to).lastIndexOf("\n") + 1;
  const end = endOf(text, range.to, high, text.slice(lineFrom, lineFrom + 8).trimStart().startsWith("|"));
  return plainText(text.slice(start, end).replace(itemStart, "").replace(/^[ \t>]+/gm, "").replace(/\r?\n/g, " "));
}

/** The first sentence of a plain text. */
export function firstSentence(plain: string): string {
  return plain.slice(0, endOf(plain, 0, Math.min(plain.length, 2 * reach))).trim();
}

function startOf(text: string, low: number, from: number): number {
  const lineFrom = low + text.slice(low, from).lastIndexOf("\n") + 1;
  const line = text.slice(lineFrom, from);
  if (line.trimStart().startsWith("|")) return lineFrom + line.replace(/\\\|/g, "  ").lastIndexOf("|") + 1;
  for (let at = from - 1; at >= low; at -= 1) {
    const code = text.charCodeAt(at);
    if (code === newline && (itemStart.test(text.slice(at + 1, at + 40)) || text[at + 1] === "|")) return at + 1;
    if (isStop(code) && at < from - 1 && isBoundary(text, at, from)) return skipClosing(text, at + 1, from);
  }
  return low;
}

function endOf(text: string, to: number, high: number, isRow = false): number {
  for (let at = to; at < high; at += 1) {
    const code = text.charCodeAt(at);
    if (isRow && (code === newline || (text[at] === "|" && text[at - 1] !== "\\"))) return at;
    if (code === newline && itemStart.test(text.slice(at + 1, at + 40))) return at;
    if (isStop(code) && isBoundary(text, at, high)) return Math.min(high, skipClosing(text, at + 1, high));
  }
  return high;
}

/** Whether a character ends a sentence: one of `.!?。！？`. */
function isStop(code: number): boolean {
  return code === 0x2e || code === 0x21 || code === 0x3f || code === 0x3002 || code === 0xff01 || code === 0xff1f;
}

function skipClosing(text: string, at: number, end: number): number {
  while (at < end && /["'”’)*_\]]/.test(text[at] ?? "")) at += 1;
  return at;
}

/** Whether the stop at `at` ends a sentence: space behind it, then something that begins one. */
function isBoundary(text: string, at: number, end: number): boolean {
  if (/[。！？]/.test(text[at] ?? "")) return true;
  const after = skipClosing(text, at + 1, end);
  if (after >= end) return true;
  if (!/\s/.test(text[after] ?? "")) return false;
  if (text[at] === "." && abbreviation.test(text.slice(Math.max(0, at - 10), at + 1))) return false;
  const next = /^\s+["'“‘(*_[]*(\S)/.exec(text.slice(after, after + 20));
  return !next?.[1] || !/\p{Ll}/u.test(next[1]);
}
