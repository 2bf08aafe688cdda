import { onOneLine } from "./writable";

const longest = 32;

/** A label as a box shows it: on one line, and not longer than fits. */
export function shownLabel(label: string): string {
  const letters = [...onOneLine(label)];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join("")}…` : letters.join("");
}

/** How many pixels a text takes in a sans-serif of 13, by the widest that systems use (DejaVu Sans, Verdana). */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (/[\p{M}\p{Cf}]/u.test(letter)) continue;
    if (/[\u1100-\u{10FFFF}]/u.test(letter) && !/[\u1E00-\u2BFF]/u.test(letter)) width += 14;
    else if (/[mwMW@#%+<=>~…—]/.test(letter)) width += 12.5;
    else if (/\p{Lu}/u.test(letter)) width += 9.5;
    else width += /[ijlt.,:;'|!() ]/.test(letter) ? 5 : 8.2;
  }
  return Math.ceil(width);
}
