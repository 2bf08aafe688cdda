import type { Convention, Distinction, Forms } from "../distinctions/distinction";
import type { Fix } from "../diagnostic";
import type { ProseMask } from "../prose/mask";
import type { Sentence } from "../prose/sentence";
import { overlaps, type Range } from "../range";
import type { Choices } from "./rule";

/** Makes the choices for a sentence of a note. */
export function choicesFor(source: string, mask: ProseMask, sentence: Sentence, distinction: Distinction, { stands }: Convention): Choices {
  const inNote = ({ from, to }: Range): Range => sentence.reading.inNote(sentence.start + from, sentence.start + to);
  /** The note's text where it is plain prose, else nothing. */
  const plainText = (range: Range): string | undefined => {
    const text = source.slice(range.from, range.to);
    return text === mask.text.slice(range.from, range.to) && !mask.links.some((link) => overlaps(link, range)) ? text : undefined;
  };
  return {
    swap(word, side, isOpposite) {
      const term = distinction.terms[side];
      const forms: Forms = isOpposite ? term.opposites : term.forms;
      const form = forms[word.wordClass][0];
      const range = inNote(word);
      const text = plainText(range);
      if (form === undefined || word.wordClass === "phrase" || text === undefined || word.isQuoted) return [];
      const insert = sameCase(spelledAsIn(source, form, distinction), text);
      return [{ title: `Say “${insert}” (${stands[side]})`, kind: "choice", edits: [{ ...range, insert }] }];
    },
    settle(pair, first, second) {
      // "distributed, or decentralized, networks": the comma behind the pair belongs to it.
      const isSetOff = sentence.plain.slice(first.to, second.from).startsWith(",") && sentence.plain[pair.to] === ",";
      const range = inNote({ from: pair.from, to: isSetOff ? pair.to + 1 : pair.to });
      const text = plainText(range);
      if (text === undefined || first.isQuoted || second.isQuoted) return [];
      const a = wordIn(source, inNote(first));
      const b = wordIn(source, inNote(second));
      const choice = (title: string, insert: string): Fix => ({ title, kind: "choice", edits: [{ ...range, insert: sameCase(insert, a) }] });
      return [choice(`Keep “${a}”`, a), choice(`Keep “${b}”`, b.toLowerCase()), choice(`Claim both: “${a} and ${b}”`, `${a} and ${b}`)];
    },
  };
}

/** A form in the spelling of the note: with s or z, with a hyphen or without, as its other words have it; z and no hyphen where it has none. */
function spelledAsIn(source: string, form: string, { terms }: Distinction): string {
  const forms = terms.flatMap((term) => [term.forms, term.opposites]).flatMap(({ adjective, noun, verb }) => [...adjective, ...noun, ...verb]);
  const text = source.toLowerCase();
  const has = (slot: string, letter: string) => forms.some((found) => found.includes(slot) && spellings(found.replaceAll(slot, letter)).some((spelling) => text.includes(spelling)));
  const isBritish = has("{z}", "s") && !has("{z}", "z");
  const isHyphenated = has("{-}", "-") && !has("{-}", "");
  return form.replaceAll("{z}", isBritish ? "s" : "z").replaceAll("{-}", isHyphenated ? "-" : "");
}

/** All spellings of a form. */
function spellings(form: string): string[] {
  return ["s", "z"].flatMap((letter) => ["", "-"].map((hyphen) => form.replaceAll("{z}", letter).replaceAll("{-}", hyphen)));
}

function wordIn(source: string, { from, to }: Range): string {
  return source.slice(from, to);
}

/** `word` in the case of `model`: all capitals, a capital first, or small. */
function sameCase(word: string, model: string): string {
  if (model.length > 1 && model === model.toUpperCase() && model !== model.toLowerCase()) return word.toUpperCase();
  const first = model.charAt(0);
  return first !== first.toLowerCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

