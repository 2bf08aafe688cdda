import type { Distinction, Forms, Term } from "./distinction";

/** All spellings of a form: with z and with s, without its hyphen and with it. */
export function spellingsOf(form: string): string[] {
  return ["z", "s"].flatMap((letter) => ["", "-"].map((hyphen) => form.replaceAll("{z}", letter).replaceAll("{-}", hyphen)));
}

/** What a note about a term may be called: its label and its forms in all spellings, but for those that are the term only beside the other one. */
export function namesOf({ label, forms, onlyInPairs }: Term): string[] {
  const classes = (["adjective", "noun"] as const).filter((wordClass) => !onlyInPairs.includes(wordClass));
  return [...new Set([label, ...classes.flatMap((wordClass) => forms[wordClass]).flatMap(spellingsOf)])];
}

/** All forms of a term in all spellings. */
export function wordsOf({ forms: { adjective, noun, verb } }: Term): string[] {
  return [...new Set([...adjective, ...noun, ...verb].flatMap(spellingsOf))];
}

/** Words that British writers spell their own way, for notes in which no word of the distinction tells. */
const british = /\b(?:\w{3,}isations?|(?:organ|recogn|real)is(?:e[ds]?|ing)|(?:data)?centres?|colours?|behaviours?|neighbours?)\b/;

/** Writes forms as a note has them: with s or z, with a hyphen or without; z and no hyphen where it has neither. The note is looked through once, when first asked. */
export function spelledAsIn(source: string, { terms }: Distinction): (form: string) => string {
  let manner: { letter: string; hyphen: string } | undefined;
  return (form) => {
    manner ??= mannerOf(source.toLowerCase(), terms.flatMap((term) => [term.forms, term.opposites]));
    return form.replaceAll("{z}", manner.letter).replaceAll("{-}", manner.hyphen);
  };
}

function mannerOf(text: string, allForms: readonly Forms[]): { letter: string; hyphen: string } {
  const forms = allForms.flatMap(({ adjective, noun, verb }) => [...adjective, ...noun, ...verb]);
  const has = (slot: string, letter: string) => forms.some((form) => form.includes(slot) && spellingsOf(form.replaceAll(slot, letter)).some((spelling) => text.includes(spelling)));
  const isBritish = !has("{z}", "z") && (has("{z}", "s") || british.test(text));
  return { letter: isBritish ? "s" : "z", hyphen: has("{-}", "-") && !has("{-}", "") ? "-" : "" };
}
