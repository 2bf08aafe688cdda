import { anyPhrase, type Phrase } from "./phrase";

/** Up to four words, none of them a word of the distinction, no punctuation. */
export const nounPhrase = "(?: [\\w'%\\uFFFC./&-]*[\\w'%\\uFFFC/&-]){0,4}?";

/** What says that something is so. */
export const copula = "(?: is| are| was| were| am| be| been| being| becomes?| became| stays?| remains?| gets?|'s|'re|'m)";

/** What stands between a label and its gloss. */
export const stop = "(?::| ?—| -|;)";

/** Up to `count` words of any kind but those of the distinction. */
export function upTo(count: number): string {
  return `(?: [\\w'"%\\uFFFC,./&()-]*[\\w'"%\\uFFFC,/&()-]){0,${count}}?`;
}

/** The same, within one clause. */
export function within(count: number): string {
  return `(?: [\\w'"%\\uFFFC/&()-]+){0,${count}}?`;
}

/** A run of one mark: one word of the distinction. */
export function run(mark: string): string {
  return `${mark}+`;
}

/** Any of the phrases, as whole words behind a space. */
export function word(phrases: readonly Phrase[]): string {
  return `${anyPhrase(phrases)}(?![\\w-])`;
}

/** Any number of articles and adverbs, each behind a space. */
export function leads(determiners: readonly Phrase[]): string {
  return `(?: ${anyPhrase(determiners)})*`;
}
