import { writable } from "./writable";

const names = new Map([["&", "amp"], ["<", "lt"], [">", "gt"], ['"', "quot"], ["'", "apos"]]);

/** A text as XML 1.0 can hold it, in an element or an attribute. White space is kept, by number where a parser would change it. */
export function xmlText(text: string): string {
  return writable(text).replace(/[&<>"'\t\n\r]/g, (character) => `&${names.get(character) ?? `#${character.charCodeAt(0)}`};`);
}
