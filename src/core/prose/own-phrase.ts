import type { Phrase } from "./phrase";
import { read } from "./reading";

const letters = "[^\\s|?*~#]+";
const either = `(?:#?${letters}\\*?|#)`;
const word = `${either}(?:\\|${either})*`;
const head = "(?=\\??[A-Za-z0-9#])(?![^ ]*[|?][^A-Za-z0-9#])";
const limits = "(?=.{1,80}$)(?!(?:.*(?:^| )\\?){4})(?!.*[*~]\\S* .*[*~]\\S* )";

/**
 * What users may write as a phrase, as the source of an expression (with the flag `u`). It keeps the expressions made of
 * it from matching nothing at all, from not compiling and from growing slow: something must match; optional words are
 * three at most; `~` and a `*` before the last word one in all; and it is short.
 */
export const ownPhrase = `^${limits}${head}(?:\\?${word} +){0,3}${word}(?: +(?:~ +)?\\??${word}){0,7}$`;

/** The same in words, for those who write one. */
export const ownPhraseHelp = "A phrase is up to eight words: a|b is either, word* any ending, ?word may be missing, ~ between two words is up to three more, # a number. It begins with a letter from a to z or a figure, has no more than 80 characters, three ? and, before its last word, one ~ or *.";

/** A user's text as the prose is read: small letters, single spaces, plain quotation marks and dashes. */
export function asRead(text: string): string {
  return read(text, { from: 0, to: text.length }).lower.trim();
}

/** The same for a phrase; what is there twice would make it slow, and goes. */
export function ownPhraseAsRead(phrase: string): Phrase {
  return phrase
    .trim()
    .split(/\s+/)
    .map((word) => `${word.startsWith("?") ? "?" : ""}${[...new Set(word.replace("?", "").split("|").map(asRead))].join("|")}`)
    .join(" ");
}
