import type { Range } from "../range";
import { isParagraph } from "./blocks";
import { isBlank, withoutClosingMarks } from "./line";
import { decode, isExternal, isNoteEmbed, splitTarget, wikiTarget } from "./link-target";
import type { Link } from "./links";
import { plainText } from "./plain-text";
import type { Heading } from "./sections";

/** A link or an embed as an app has found it; an embed begins at its `!`. */
export interface FoundLink extends Range {
  /** As it stands in the note. */
  original: string;
  /** Where it leads: a path and what follows its `#`. */
  link: string;
}

/** A heading as an app has found it, without the space around it. */
export interface FoundHeading extends Range {
  /** 1 to 6. */
  depth: number;
}

/**
 * What an app that has read the note itself knows of it, so that core need not look for it. All offsets are UTF-16 units of
 * the note's text. One that does not fit the text is not used.
 */
export interface NoteMetadata {
  /** Of the body, in order. */
  links: readonly FoundLink[];
  headings: readonly FoundHeading[];
}

/** Whether metadata was read from this text: every link stands where it says. */
export function fits({ links, headings }: NoteMetadata, source: string): boolean {
  return links.every(({ from, to, original }) => to - from === original.length && source.startsWith(original, from)) && headings.every(({ from, to }) => from < to && to <= source.length);
}

/** The links within the vault among those that an app has found, as core itself would read them. */
export function foundLinks({ links }: NoteMetadata): Link[] {
  return links.flatMap(({ original, link, to }): Link[] => {
    const isEmbed = original.startsWith("!");
    const written = isEmbed ? original.slice(1) : original;
    const isWiki = written.startsWith("[[");
    if (!isWiki && (isExternal(link) || (isEmbed && !isNoteEmbed(link)))) return [];
    const target = isWiki ? wikiTarget(link) : splitTarget(original.includes(`(${link}`) ? decode(link) : link);
    return [{ text: plainText(written), target, form: isWiki ? "wiki" : "markdown", from: to - written.length, to }];
  });
}

/**
 * The headings that an app has found, as core itself would read them: none in a comment, a quote or a list, nor a whole
 * paragraph with a line of hyphens below it. `text` is the note's visible text.
 */
export function foundHeadings({ headings }: NoteMetadata, text: string): Heading[] {
  return headings.flatMap(({ depth, from: start, to: end }): Heading[] => {
    const from = text.lastIndexOf("\n", start - 1) + 1;
    const lineEnd = text.indexOf("\n", end);
    const written = text.slice(start, lineEnd === -1 ? text.length : lineEnd).replace(/\r$/, "");
    if (isBlank(written) || !isBlank(text.slice(from, start))) return [];
    const marks = /^#{1,6}(?:[ \t]+|$)/.exec(written)?.[0];
    const said = marks === undefined ? written.replace(/\r?\n[^\n]*$/, "") : withoutClosingMarks(written.slice(marks.length));
    if (marks === undefined && (isBlank(said) || isParagraph(said))) return [];
    const at = start + (marks?.length ?? 0);
    return [{ depth, text: plainText(said.slice(0, 1000)), from, to: start + written.length, inner: { from: marks === undefined ? from : at, to: at + said.length } }];
  });
}
