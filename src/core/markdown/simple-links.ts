import { isExternal, isNoteEmbed, markdownTarget, wikiTarget } from "./link-target";
import type { Link } from "./links";
import { plainText, wikiDisplay } from "./plain-text";
import { holdSpaces, prepare } from "./prepare";

const wiki = /\[\[([^[\]|\n`<]+)(?:\|([^[\]\n`<]*))?\]\]/y;
const inlineLink = /\[((?:[^[\]\n`<\\]|<\/?[A-Za-z][^<>[\]\n`]*>)*)\]\(((?:[^()<>\s`\\]|\([^()<>\s`\\]*\))*)(?:[ \t]+"[^"\n\\<`]*")?[ \t]*\)/y;
/** No link: with a colon or a parenthesis behind it only where more words follow than a definition or a target has, and over a line break. */
const bare = /\[(?:(?:[^[\]\n`<\\]*)\](?:(?![([:])|(?=:[ \t]*[^\s<]\S*[ \t]+[^\s"'(]|\([ \t]*[^\s<()\\]+[ \t]+[^\s"'()]))|\[[^[\]`<\\|]*\n[^[\]`<\\|]*\]\](?![([:]))/y;
/** What may hold a link, and then is none itself. */
const around = /\[[^[\]\n`<\\]*[^[\]\n`<\\!](?=\[)/y;
const entity = /&#?\w+;/;
const mark = /[[`<\\]/g;
const tag = /<(?:\/?[A-Za-z][^<>]*|!--[^]*?--)>/y;

/** Lines that begin an HTML block (CommonMark 0.31, conditions 6 and 7), in which nothing is a link. */
export const htmlBlock =
  /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:<[!?]|<\/?[A-Za-z][^<>]*>[ \t]*$|<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[\s/>]|$))/im;

/**
 * Reads a piece whose brackets are all of the plain shapes that need no parser, beside code spans, escapes and HTML tags.
 * Null where one is not, so that whatever is doubtful goes to the parser.
 * @param base where the piece begins in the note
 */
export function simpleLinks(written: string, base: number, hasDefinitions: boolean): Link[] | null {
  if (hasHtmlBlock(written)) return null;
  const piece = holdSpaces(written);
  if (piece.includes("$") && prepare(piece) !== piece) return null;
  const links: Link[] = [];
  let at = nextMark(piece, 0);
  while (at !== -1) {
    const character = piece[at];
    if (character === "\\") at = nextMark(piece, at + 2);
    else if (character === "`") at = nextMark(piece, skipCode(piece, at));
    else if (character === "<") at = nextMark(piece, at + (sticky(tag, piece, at)?.[0].length ?? 1));
    else {
      const length = simpleLink(piece, at, base, hasDefinitions, links);
      if (length === -1) return null;
      at = nextMark(piece, at + length);
    }
  }
  return links;
}

/** Whether a piece begins HTML that is no part of a sentence. */
export function hasHtmlBlock(piece: string): boolean {
  return piece.includes("<") && htmlBlock.test(piece);
}

function nextMark(piece: string, from: number): number {
  mark.lastIndex = from;
  return mark.exec(piece)?.index ?? -1;
}

/** Adds the link that opens at `at`, if it is one. Returns how long the bracket is, or -1 where it is of no plain shape. */
function simpleLink(piece: string, at: number, base: number, hasDefinitions: boolean, links: Link[]): number {
  const from = base + at;
  const wikiMatch = piece[at + 1] === "[" ? sticky(wiki, piece, at) : null;
  if (wikiMatch) {
    const written = wikiMatch[1] ?? "";
    const target = wikiTarget(written);
    const alias = (wikiMatch[2] ?? "").trim();
    const text = alias === "" ? wikiDisplay(written.replace(/\\$/, "")) : plainText(alias);
    links.push({ text, target, from, to: from + wikiMatch[0].length });
    return wikiMatch[0].length;
  }
  const match = sticky(inlineLink, piece, at);
  if (match) {
    const written = match[2] ?? "";
    const target = isExternal(written) || (piece[at - 1] === "!" && !isNoteEmbed(written)) ? null : markdownTarget(written);
    // An entity in a path wants decoding.
    if (target && entity.test(written)) return -1;
    if (target) links.push({ text: plainText(match[1] ?? ""), target, from, to: from + match[0].length });
    return match[0].length;
  }
  const outer = piece[at - 1] === "!" ? null : sticky(around, piece, at);
  if (outer && sticky(inlineLink, piece, at + outer[0].length)) return outer[0].length;
  return hasDefinitions ? -1 : (sticky(bare, piece, at)?.[0].length ?? -1);
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The offset after a code span that opens here, or after its backticks where nothing closes it in the line. */
function skipCode(source: string, at: number, end = source.length): number {
  let run = at;
  while (run < end && source[run] === "`") run += 1;
  const ticks = source.slice(at, run);
  let close = source.indexOf(ticks, run);
  while (close !== -1 && close < end) {
    let stop = close;
    while (source[stop] === "`") stop += 1;
    if (stop - close === ticks.length) return stop;
    close = source.indexOf(ticks, stop);
  }
  return run;
}
