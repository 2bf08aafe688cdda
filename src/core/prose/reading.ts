import { lastUpTo, type Range } from "../range";
import { matchesOf } from "./matches";

/**
 * A block's prose in the form that patterns read: white space collapsed, quotation marks and dashes made plain, no space
 * before closing punctuation. Every character knows where it stands in the note.
 */
export interface Reading {
  /** As written, but for white space and punctuation. */
  text: string;
  /** The same in lower case, character by character. */
  lower: string;
  /** The range in the note of `[from, to)` in `text`. */
  inNote(from: number, to: number): Range;
}

const plain: Readonly<Record<string, string>> = { "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "‘": "'", "’": "'", "–": "—", "‑": "-", "‐": "-" };

/** What is not read as it stands: space that is left out (behind an opening bracket, before closing punctuation), other white space, quotation marks and dashes. */
// White space in bounds: a run of a million blanked marks is more than the stack of an expression holds.
const changed = /(^|\()\s{1,500}|\s{2,500}| (?=[,.;:!?)\]])|[^\S ]|[“”„«»‘’–‑‐]/g;
const closing = ",.;:!?)]";

/** Whether a character is white space. */
function isWhite(char: string): boolean {
  return char.trim() === "";
}

/** Reads the stretch `[from, to)` of a mask. */
export function read(mask: string, { from, to }: Range): Reading {
  const source = mask.slice(from, to);
  let text = "";
  let at = 0;
  /** Where in `text` the stretches begin that stand in the note without a gap, and where there. */
  const starts = [0];
  const places = [from];
  for (const match of matchesOf(source, changed)) {
    const [found, opening] = match;
    const next = source[match.index + found.length] ?? "";
    const goesOn = match.index === at && at > 0 && isWhite(source.charAt(at - 1));
    const kept = opening ?? plain[found] ?? (goesOn || (next !== "" && closing.includes(next)) ? "" : " ");
    text += source.slice(at, match.index) + kept;
    at = match.index + found.length;
    if (kept.length === found.length) continue;
    starts.push(text.length);
    places.push(from + at);
  }
  text += source.slice(at);
  const small = text.toLowerCase();
  // Some letters grow when they are made small; then each one is taken by itself.
  const lower = small.length === text.length ? small : text.split("").map((char) => (char.toLowerCase().length === 1 ? char.toLowerCase() : char)).join("");
  const placeOf = (offset: number): number | undefined => {
    if (offset < 0 || offset >= text.length) return undefined;
    const stretch = lastUpTo(starts, offset);
    return (places[stretch] ?? 0) + offset - (starts[stretch] ?? 0);
  };
  return {
    text,
    lower,
    inNote: (start, end) => ({ from: placeOf(start) ?? to, to: (placeOf(end - 1) ?? to - 1) + 1 }),
  };
}

/** Longest stretch, in UTF-16 units, that is read as one sentence: keeps a text without full stops linear. */
const longest = 1500;

/** Where a stretch that is too long for a sentence ends: at its last space. */
function cutAt(text: string, from: number): number {
  const space = text.slice(from, from + longest + 1).lastIndexOf(" ");
  return from + (space > longest / 2 ? space : longest);
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** Longest stretch, in UTF-16 units, that is segmented at once: the segmenter's time grows with the square of it. */
const portion = 8000;

/** Cuts a text into stretches that are segmented one by one: behind the last full stop within reach, or at a space. */
function portionsOf(text: string): Range[] {
  const portions: Range[] = [];
  let from = 0;
  while (text.length - from > portion) {
    const end = text.slice(from, from + portion + 2).lastIndexOf(". ") + 2;
    const to = end > portion / 2 ? from + end : cutAt(text, from + portion - longest);
    portions.push({ from, to });
    from = to;
  }
  return [...portions, { from, to: text.length }];
}

/** The sentences of a text, as ranges; an abbreviation ends none. */
export function sentencesOf(text: string, abbreviation: RegExp): Range[] {
  if (text.length <= portion) return sentencesIn(text, 0, abbreviation);
  return portionsOf(text).flatMap((part) => sentencesIn(text.slice(part.from, part.to), part.from, abbreviation));
}

/** What may end a sentence; letters of other scripts among it, to be sure. */
const stop = /[.?!\n\r\u0085\u0589-\u2013\u2015-\uFFFB]/;

function sentencesIn(text: string, offset: number, abbreviation: RegExp): Range[] {
  if (text === "") return [];
  const stopAt = text.search(stop);
  // The segmenter is slow to start, and most headings and items are one sentence.
  if (text.length <= longest && (stopAt === -1 || stopAt === text.length - 1)) return [{ from: offset, to: offset + text.length }];
  const sentences: Range[] = [];
  let from = 0;
  const add = (to: number) => {
    sentences.push({ from: offset + from, to: offset + to });
    from = to;
  };
  for (const { segment, index } of segmenter.segment(text)) {
    const to = index + segment.length;
    if (to < text.length && abbreviation.test(text.slice(Math.max(from, to - 20), to))) continue;
    while (to - from > longest) add(cutAt(text, from));
    add(to);
  }
  return sentences;
}
