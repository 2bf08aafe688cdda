/**
 * A phrase of a lexicon or a list of cues, in a small language of its own: words in lower case; `a|b` either word;
 * `word*` any ending; `?word` may be missing; `~` up to three further words; `#` a number in figures; `_` the term in
 * question. A space also matches a hyphen.
 */
export type Phrase = string;

const special = /[.+^${}()[\]\\/]/g;
const gap = "[ -]";
const figures = "\\d[\\d.,]*[km]?\\+?";
const anyWords = "(?: [\\w'%.-]+){0,3}?";

/** The source of the regular expression that a phrase stands for, without word boundaries. `term` replaces `_`. */
export function phrasePattern(phrase: Phrase, term = "_"): string {
  let pattern = "";
  for (const word of phrase.split(" ")) {
    const isOptional = word.startsWith("?");
    if (word === "~") {
      pattern += anyWords;
      continue;
    }
    const choice = word.replace(/^\?/, "").replace(special, "\\$&").replaceAll("_", term).replaceAll("*", "[\\w-]*").replaceAll("#", figures);
    const group = choice.includes("|") ? `(?:${choice})` : choice;
    const isFirst = pattern === "" || pattern.endsWith(`${gap})?`);
    if (isOptional) pattern += isFirst ? `(?:${group}${gap})?` : `(?:${gap}${group})?`;
    else pattern += isFirst ? group : gap + group;
  }
  return pattern;
}

/** The phrases in the order in which they are tried: the longest first. */
export function byLength(phrases: readonly Phrase[]): Phrase[] {
  return [...phrases].sort((a, b) => b.length - a.length);
}

/** One pattern for a list of phrases, the longest first; matches nothing where the list is empty. */
export function anyPhrase(phrases: readonly Phrase[], term?: string): string {
  if (phrases.length === 0) return "(?!)";
  const patterns = byLength(phrases).map((phrase) => phrasePattern(phrase, term));
  return `(?:${patterns.join("|")})`;
}

/** A global expression that finds any of the phrases as whole words. */
export function wholePhrases(phrases: readonly Phrase[], term?: string): RegExp {
  return new RegExp(`\\b${anyPhrase(phrases, term)}(?!\\w)`, "g");
}
