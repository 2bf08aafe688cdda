const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A character as a reader counts it, and how many columns of a terminal it takes. */
export interface Glyph {
  /** What to print for it. */
  text: string;
  /** Where it stands in the text it was cut from: UTF-16 offset, and how many units it has. */
  at: number;
  units: number;
  columns: number;
}

/** Nothing but letters and signs that are each a glyph of one column, as nearly all text is; the segmenter takes its time. */
const simple = /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e]*$/;

/** Cuts a text into glyphs. Control characters, which would command the terminal, become visible signs. */
export function glyphs(text: string): Glyph[] {
  if (simple.test(text)) return Array.from(text, (unit, at) => ({ text: unit, at, units: 1, columns: 1 }));
  return Array.from(segmenter.segment(text), ({ segment, index }) => {
    const shown = printable(segment);
    return { text: shown, at: index, units: segment.length, columns: shown === segment ? columnsOf(segment) : 1 };
  });
}

/** How many columns a text takes. */
export function widthOf(text: string): number {
  return simple.test(text) ? text.length : glyphs(text).reduce((sum, glyph) => sum + glyph.columns, 0);
}

/** A text that is safe to print on one line. */
export function printLine(text: string): string {
  return simple.test(text) ? text : glyphs(text).map((glyph) => glyph.text).join("");
}

function printable(glyph: string): string {
  const code = glyph.codePointAt(0) ?? 0;
  if (glyph === "\r\n") return "␍";
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "␡";
  // The second set of controls, and marks that turn the reading direction round for the rest of the line.
  if ((code > 0x7f && code < 0xa0) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return "�";
  return glyph;
}

function columnsOf(glyph: string): number {
  if (/^[\p{M}\p{Cf}]+$/u.test(glyph)) return 0;
  if (/\uFE0F|\p{Emoji_Presentation}/u.test(glyph)) return 2;
  return isWide(glyph.codePointAt(0) ?? 0) ? 2 : 1;
}

/** First and last code point of the blocks whose characters take two columns: Unicode's East_Asian_Width W and F. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f], [0x2e80, 0x303e], [0x3041, 0x33ff], [0x3400, 0x4dbf], [0x4e00, 0xa4cf], [0xa960, 0xa97c],
  [0xac00, 0xd7a3], [0xf900, 0xfaff], [0xfe30, 0xfe6f], [0xff01, 0xff60], [0xffe0, 0xffe6], [0x20000, 0x3fffd],
];

function isWide(code: number): boolean {
  return wide.some(([first, last]) => code >= first && code <= last);
}
