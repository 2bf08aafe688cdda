import type { Range } from "../range";
import { decode, isExternal, isNoteEmbed, splitTarget, wikiTarget } from "./link-target";
import type { Link } from "./links";
import { plainText } from "./plain-text";

/** A link or an embed as an app has found it; an embed begins at its `!`. */
export interface FoundLink extends Range {
  /** As it stands in the note. */
  original: string;
  /** Where it leads: a path and what follows its `#`. */
  link: string;
}

/**
 * What an app that has read the note itself knows of it, so that core need not look for it. All offsets are UTF-16 units of
 * the note's text. One that does not fit the text is not used.
 */
export interface NoteMetadata {
  /** Of the body, in order. */
  links: readonly FoundLink[];
  /** Where each heading begins. Of what core takes for headings, only these are. */
  headings: readonly number[];
}

/**
 * Whether metadata was read from this text, whose body begins at `start`: every link stands where it says, and something at
 * every heading. A BOM may keep an app from seeing the front matter, or make it cut links out a unit too early.
 */
export function fits({ links, headings }: NoteMetadata, source: string, start: number): boolean {
  return links.every(({ from, to, original }) => from >= start && to - from === original.length && /^!?\[/.test(original) && source.startsWith(original, from)) && headings.every((at) => at >= start && source.charAt(at).trim() !== "");
}

/** The links within the vault among those that an app has found, as core itself would read them. */
export function foundLinks({ links }: NoteMetadata): Link[] {
  return links.flatMap(({ original, link, to }): Link[] => {
    const written = original.replace(/^!/, "");
    const isWiki = written.startsWith("[[");
    if (!isWiki && (isExternal(link) || (written !== original && !isNoteEmbed(link)))) return [];
    const target = isWiki ? wikiTarget(link) : splitTarget(original.includes(`(${link}`) ? decode(link) : link);
    return [{ text: plainText(written), target, from: to - written.length, to }];
  });
}
