import { anyPhrase, type Phrase } from "./phrase";

/** Up to four words, none of them a word of the distinction, no punctuation. */
export const nounPhrase = "(?: [\\w'%\\uFFFC./&-]*[\\w'%\\uFFFC/&-]){0,4}?";

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
