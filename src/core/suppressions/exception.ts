import type { Diagnostic } from "../diagnostic";
import type { NoteSource } from "../markdown/note-source";
import { proseMask } from "../prose/mask";
import { asRead } from "../prose/own-phrase";
import { objectMark } from "../prose/piece";
import { read } from "../prose/reading";
import { overlaps, type Range } from "../range";

/** Longest exception that is offered, in UTF-16 units; a longer one would hardly come twice. */
export const longest = 300;

const oneWord = /^[\w-]*$/;

/** A user's exception as the prose is read; one that is too long is none. */
export function exceptionAsRead(text: string): string {
  return text.length > longest ? "" : asRead(text);
}

/** Those of the exceptions (as read) that stand, as whole words, where they share a character with a range of the text. */
export function exceptionsAt(text: string, { from, to }: Range, exceptions: readonly string[]): string[] {
  return exceptions.filter((exception) => {
    if (exception === "") return false;
    const start = Math.max(0, from - exception.length);
    const near = text.slice(start, to + exception.length + 1);
    for (let at = near.indexOf(exception); at !== -1; at = near.indexOf(exception, at + 1)) {
      const end = at + exception.length;
      const isWhole = !isLetter(near[at - 1]) && !isLetter(near[end]);
      if (isWhole && overlaps({ from: start + at, to: start + end }, { from, to })) return true;
    }
    return false;
  });
}

function isLetter(character = " "): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

/**
 * The exception by which a diagnostic would be reported nowhere any more: its own words as they are read. One word alone
 * would let too much pass, so the evidence goes with it, or else its neighbours. Null where there is none.
 */
export function exceptionFor(note: NoteSource, diagnostic: Diagnostic): string | null {
  const { from, to, evidence, convention } = diagnostic;
  const mask = proseMask(note, /./);
  const block = mask.blocks.find((range) => range.from <= from && to <= range.to);
  if (convention === undefined || !block) return null;
  const text = read(mask.text, block).text;
  const inText = (at: number) => read(mask.text, { from: block.from, to: at }).text.length;
  const shown = [diagnostic, ...evidence.filter((range) => block.from <= range.from && range.to <= block.to)];
  const start = inText(Math.min(...shown.map((range) => range.from)));
  const end = inText(Math.max(...shown.map((range) => range.to)));
  const words = text.slice(start, end);
  const isOne = oneWord.test(words);
  const before = isOne ? /(?:[\w'-]+ ){0,2}$/.exec(text.slice(Math.max(0, start - 60), start))?.[0] : "";
  const after = isOne ? /^(?: [\w'-]+){0,2}/.exec(text.slice(end, end + 60))?.[0] : "";
  const phrase = asRead(`${before}${words}${after}`);
  return oneWord.test(phrase) || phrase.includes(objectMark) || phrase.length > longest ? null : phrase;
}
