import { characterEntitiesHtml4 } from "character-entities-html4";

/**
 * The character that a named reference stands for (`amp`, `nbsp`, `mdash`), or false. Knows the 252 names of HTML 4,
 * which notes use; the build puts it in the place of the parser's own table of the 2,125 names of HTML 5, which would
 * weigh 29 kB. A name that it does not know stays as it is written.
 */
export function decodeNamedCharacterReference(name: string): string | false {
  return Object.hasOwn(characterEntitiesHtml4, name) ? (characterEntitiesHtml4[name] ?? false) : false;
}
