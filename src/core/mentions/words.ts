import type { Line } from "../markdown/line";
import type { Range } from "../range";

/** A word of a note or label, as labels are compared word by word. Offsets are those of what is written, whatever folding does to its length. */
export interface Word extends Range {
  fold: string;
}

/**
 * Scripts without spaces between words, and Hangul, whose particles stand right behind the word: each character counts as a
 * word, so that a label is found within a line. Katakana is none of them, since its words end where the script changes.
 */
const unspacedCharacter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const wordCharacter = /[\p{L}\p{M}\p{N}\u200C\u200D]/u;

const beyondAscii = /[^\0-\x7F]/;

type Kind = "letter" | "alone" | "other";

function kindOf(character: string): Kind {
  return !wordCharacter.test(character) ? "other" : unspacedCharacter.test(character) ? "alone" : "letter";
}

const ascii = Array.from({ length: 128 }, (_, code) => kindOf(String.fromCharCode(code)));

/** Whether a character is part of words. */
export function isOfWord(character: string): boolean {
  return kindOf(character) !== "other";
}

/**
 * The words of some lines, in order. Linear.
 * @param signs characters that count as words though they are no letters, such as the plus of `C++`
 */
export function wordsOf(lines: readonly Line[], signs: ReadonlySet<string>): Word[] {
  const words: Word[] = [];
  for (const line of lines) addWords(line, signs, words);
  return words;
}

function addWords({ from: base, text }: Line, signs: ReadonlySet<string>, words: Word[]): void {
  let start = -1;
  let at = 0;
  const close = () => {
    if (start !== -1) words.push({ fold: foldWord(text.slice(start, at)), from: base + start, to: base + at });
    start = -1;
  };
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const character = code < 128 ? text.charAt(at) : String.fromCodePoint(text.codePointAt(at) ?? code);
    const kind = ascii[code] ?? kindOf(character);
    if (kind === "letter") {
      if (start === -1) start = at;
    } else {
      close();
      const isSign = kind === "other" && signs.has(character);
      const before = words.at(-1);
      // Where no space is written, one that is parts words.
      if (kind === "alone" && before && kindOf(before.fold) === "alone" && before.to < base + at) words.push({ fold: " ", from: before.to, to: base + at });
      if (isSign || kind === "alone") words.push({ fold: isSign ? foldSign(character) : character, from: base + at, to: base + at + character.length });
    }
    at += character.length;
  }
  close();
}

/** The signs of a label that take part in its comparison: all that neither parts nor makes words. */
export function signsOf(label: string): string[] {
  return [...label].filter((character) => kindOf(character) === "other" && !/[\s_\-\u2010-\u2015]/.test(character));
}

/** Without case. */
function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return beyondAscii.test(lower) ? lower.normalize("NFC") : lower;
}

function foldSign(sign: string): string {
  return sign === "&" ? "and" : sign === "’" ? "'" : sign;
}
