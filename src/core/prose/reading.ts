import type { Range } from "../range";

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
const closing = ",.;:!?)]";

/** Whether a character is white space; the common ones are told without an expression. */
function isWhite(char: string): boolean {
  return char === " " || ((char < "!" || char > "~") && /\s/.test(char));
}

/** Reads the stretch `[from, to)` of a mask. */
export function read(mask: string, { from, to }: Range): Reading {
  const chars: string[] = [];
  const offsets: number[] = [];
  for (let at = from; at < to; at++) {
    const char = mask.charAt(at);
    const isSpace = isWhite(char);
    const last = chars.at(-1);
    if (isSpace && (last === undefined || last === " " || last === "(")) continue;
    if (last === " " && closing.includes(char)) {
      chars.pop();
      offsets.pop();
    }
    chars.push(isSpace ? " " : (plain[char] ?? char));
    offsets.push(at);
  }
  const text = chars.join("");
  const small = text.toLowerCase();
  // Some letters grow when they are made small; then each one is taken by itself.
  const lower = small.length === text.length ? small : chars.map((char) => (char.toLowerCase().length === 1 ? char.toLowerCase() : char)).join("");
  return {
    text,
    lower,
    inNote: (start, end) => ({ from: offsets[start] ?? to, to: (offsets[end - 1] ?? to - 1) + 1 }),
  };
}

/** Longest stretch, in UTF-16 units, that is read as one sentence: keeps a text without full stops linear. */
const longest = 1500;

/** Where a stretch that is too long for a sentence ends: at its last space. */
function cutAt(text: string, from: number): number {
  const space = text.lastIndexOf(" ", from + longest);
  return space > from + longest / 2 ? space : from + longest;
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** Longest stretch, in UTF-16 units, that is segmented at once: the segmenter's time grows with the square of it. */
const portion = 8000;

/** Cuts a text into stretches that are segmented one by one: behind the last full stop within reach, or at a space. */
function portionsOf(text: string): Range[] {
  const portions: Range[] = [];
  let from = 0;
  while (text.length - from > portion) {
    const stop = text.lastIndexOf(". ", from + portion) + 2;
    const to = stop > from + portion / 2 ? stop : cutAt(text, from + portion - longest);
    portions.push({ from, to });
    from = to;
  }
  return [...portions, { from, to: text.length }];
}

/** The sentences of a text, as ranges; an abbreviation ends none. */
export function sentencesOf(text: string, abbreviation: RegExp): Range[] {
  return portionsOf(text).flatMap((part) => sentencesIn(text.slice(part.from, part.to), part.from, abbreviation));
}

function sentencesIn(text: string, offset: number, abbreviation: RegExp): Range[] {
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
