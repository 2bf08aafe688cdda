import { readFrontMatter } from "../markdown/front-matter";
import { bodyStart } from "../markdown/body";
import type { Line } from "../markdown/line";
import { scan } from "../markdown/scan";
import { htmlBlock } from "../markdown/simple-links";
import { noteSource } from "../markdown/note-source";
import { textIn } from "./linkable";

/** How far back a label may begin, in UTF-16 units. */
const longestLabel = 80;

/** In a longer line nothing is looked for: it is no writing. */
const longestLine = 20_000;

/** What opens something that is no prose, or a link: comments, code, math (before a figure a sign is money), links, HTML. */
const opening = /%%|<!--|`+|\$\$|\$(?=[^\s\d$])|\]\(|\[|<(?=[A-Za-z/!?])/g;

/** What closes it, where that is something else. */
const closings = new Map([["<!--", "-->"], ["](", ")"], ["[", "]"], ["<", ">"]]);

const letter = /[\p{L}\p{M}\p{N}]/u;

/** Lines that are no prose to their end: those that open code, and the definitions of links. */
const noProse = /^[\s>]*(?:~~~|\[(?!\^)[^\]]*\]:)/;

/**
 * What a writer may have begun a concept's label with: the end of the line before the cursor, from a word's start. Empty where
 * the line alone tells that no link is wanted: in code, math, a comment, a link, an address, a tag; within a word; behind a space.
 * @param at where the cursor stands in the line, in UTF-16 units
 */
export function typedLabel(line: string, at: number): string {
  if (line.length > longestLine || letter.test(line.charAt(at)) || !letter.test(line.charAt(at - 1))) return "";
  const before = line.slice(0, at);
  const word = before.split(/\s/).at(-1) ?? "";
  if (/[#@/\\]|[\p{L}\p{N}][.:=_][\p{L}\p{N}]|^www\./u.test(word) || noProse.test(before) || isEnclosed(before)) return "";
  // What is cut through is no word's start.
  return before.length <= longestLabel ? before : before.slice(-longestLabel).replace(/^[\p{L}\p{M}\p{N}]+/u, "");
}

/** Whether something stands open at the end of a line. */
function isEnclosed(before: string): boolean {
  const text = before.replace(/\\./g, "  ");
  opening.lastIndex = 0;
  for (let open = opening.exec(text); open; open = opening.exec(text)) {
    const [mark] = open;
    const close = closings.get(mark) ?? mark;
    const end = text.indexOf(close, opening.lastIndex);
    if (end === -1) return true;
    // Behind the text of a link stands what opens its address.
    opening.lastIndex = end + (close === "]" ? 0 : close.length);
  }
  return false;
}

/**
 * Where in a note a link may be set: in text, or in a cell of a table, where a bar would end the cell. Not here ("none"), since
 * of what the line holds; or in no such line ("never"), since it stands in code, math, a comment, front matter, another's words.
 */
export type LinkPlace = "text" | "cell" | "none" | "never";

/** Whether a place is still what it was when its line has gone on with some text. */
export function isSamePlace(place: LinkPlace, added: string): boolean {
  if (place === "none") return !/[^\p{L}\p{M}\p{N}]/u.test(added);
  return place !== "never" || !/%%|\$\$|-->|<\//.test(added);
}

/**
 * What stands at the end of a note's line, as far as the lines before it tell: what is code, math, comment, front matter or
 * another's words is no place for a link. Linear.
 * @param before the note up to the line
 * @param at where in the line, in UTF-16 units
 */
export function linkPlace(before: string, line: string, at: number): LinkPlace {
  // What has begun and is closed further down is not cut short: what closes comments and math is put behind.
  const source = `${before}${line}\n%%\n$$\n`;
  const note = noteSource("", source, () => ({}));
  const offset = before.length + at;
  const opensFrontMatter = /^\uFEFF?---[ \t]*\r?\n/.test(source) && readFrontMatter(before, () => ({})).to === 0;
  if (opensFrontMatter || bodyStart(note) >= offset) return "never";
  const { blocks, hidden } = scan(source, bodyStart(note));
  const isHere = ({ from, text }: Line): boolean => from < offset && offset <= from + text.length;
  const block = blocks.find(({ lines }) => lines.some(isHere));
  if (!block || hidden.some(({ from, to }) => from < offset && offset <= to)) return "never";
  const [first] = block.lines;
  if (first?.text.startsWith("<") && htmlBlock.test(first.text)) return "never";
  if (!textIn({ ...block, lines: block.lines.filter(isHere) })({ from: offset - 1, to: offset })) return "none";
  return block.kind === "cell" || /^\s*\|/.test(line) ? "cell" : "text";
}
