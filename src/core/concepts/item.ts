import type { Inline, InlineLink, Span } from "../markdown/inline";
import { plainText } from "../markdown/plain-text";

/** What an item of a list of relations names. */
export interface Head {
  label: string;
  /** Null for a plain or bold label. */
  link: InlineLink | null;
  /** Where it stands in the note; null for a plain label, whose place the flat text does not tell. */
  place: { from: number; to: number } | null;
  /** What stands in brackets behind it, said of it alone. */
  aside?: string;
}

/** An item of a list of relations: what it names, and what it says about it. */
export interface Item {
  heads: Head[];
  /** What stands before the links and says what they are, in "Part of: [[Moon]]". */
  role?: string;
  sentence: string;
}

/** A plain label of more words is a sentence. */
const longestTerm = 7;

const taskBox = /^\s*\[[ xX/-]\]\s+/;
const ornament = /^(?:\s|[→•▪►]|\p{Extended_Pictographic}|\uFE0F)*/u;
const joiner = /^\s*(?:[,;]\s*(?:and|or)?|and|or|[&/+·•|、，；])\s*/;
const separator = /^\s*(?:::?(?=\s|$)|：|[-–—→]+>?(?=\s|$)|=>?(?=\s))\s*/;
const plainSeparator = /::?(?=\s|$)|：|\s[-–—→]+>?\s/;
const remark = /^\s*\(([^()]{1,160})\)(?=\s*(?:[:;,&/+·•|–—-]|and |or |$))/;
const ending = /^\p{Ll}{1,3}(?=[\s:,;–—-]|$)/u;

/** Reads one item: heads joined by commas or "and", a separator, a sentence; or a sentence with links in it. */
export function readItem(inline: Inline): Item {
  const at = startOf(inline);
  return isHead(spanAt(inline, at)) ? markedItem(inline, at) : plainItem(inline, at);
}

/** Whether a line outside of a list begins as an item would: with a link, or with a term set off in bold or italics and a separator. */
export function opensItem(inline: Inline): boolean {
  const span = spanAt(inline, startOf(inline));
  if (!span || span.link) return span !== undefined;
  return /:\s*$/.test(inline.text.slice(span.start, span.end)) || separator.test(inline.text.slice(span.end));
}

function startOf({ text }: Inline): number {
  const start = taskBox.exec(text)?.[0].length ?? 0;
  return start + (ornament.exec(text.slice(start))?.[0].length ?? 0);
}

function spanAt(inline: Inline, at: number): Span | undefined {
  return inline.spans.find((span) => span.start === at && span.end > span.start);
}

/** Whether a stretch is set off as a term: a link, or a few words in bold or italics. */
function isHead(span: Span | undefined): span is Span {
  return span !== undefined && (span.link !== null || span.end - span.start <= 80);
}

function markedItem(inline: Inline, start: number): Item {
  const heads: Head[] = [];
  let at = start;
  let isClosed = false;
  for (let span = spanAt(inline, at); isHead(span); ) {
    const written = inline.text.slice(span.start, span.end);
    isClosed = /:\s*$/.test(written);
    const links = linksIn(inline, span.start, span.end);
    if (links.length > 0) heads.push(...links.map(linkHead));
    else heads.push({ label: cleanLabel(written), link: null, place: { from: span.from, to: span.to } });
    at = span.end;
    const last = heads.at(-1);
    const glued = isClosed ? null : ending.exec(inline.text.slice(at));
    if (glued && last) {
      last.label += glued[0];
      at += glued[0].length;
    }
    const aside = isClosed ? null : remark.exec(inline.text.slice(at));
    if (aside?.[1] && last) {
      last.aside = plainText(aside[1]);
      at += aside[0].length;
    }
    const join = joiner.exec(inline.text.slice(at));
    const gap = join ?? /^ +/.exec(inline.text.slice(at));
    const next = gap ? spanAt(inline, at + gap[0].length) : undefined;
    // What is said of links in bold behind them is the next thing on the line: "[[Sea]] · **Source:** a book".
    const isApart = !next?.link && heads.some(({ link }) => link);
    if (!gap || isClosed || !isHead(next) || isApart || !(join ?? next.link)) break;
    at += gap[0].length;
    span = next;
  }
  const rest = inline.text.slice(at);
  const behind = at + (separator.exec(rest)?.[0].length ?? 0);
  if ((isClosed || behind > at) && heads.every(({ link }) => !link)) {
    const roles = heads.map(({ label }) => label).join(", ");
    const named = roleItem(inline, roles, behind);
    if (named) return named;
  }
  const sentence = plainText(inline.text.slice(behind).replace(/^\s*[,;]\s*/, ""));
  return { heads, sentence: /\p{L}|\p{N}/u.test(sentence) ? sentence : "" };
}

/** An item that says what its links are and then names them: "Part of: [[Moon]], which …". Null where no link follows. */
function roleItem(inline: Inline, role: string, start: number): Item | null {
  const at = start + (/^\s*/.exec(inline.text.slice(start))?.[0].length ?? 0);
  if (!spanAt(inline, at)?.link) return null;
  return { ...markedItem(inline, at), role };
}

function plainItem(inline: Inline, start: number): Item {
  const text = inline.text;
  const found = plainSeparator.exec(text.slice(start));
  const at = found ? start + found.index : -1;
  const isCut = at !== -1 && inline.spans.some((span) => span.start < at && at < span.end);
  const links = linksIn(inline, start, text.length);
  if (found && !isCut && at - start <= 80) {
    const name = text.slice(start, at);
    const rest = text.slice(at + found[0].length);
    const named = links.filter((link) => link.span.start < at);
    if (named.length > 0) return { heads: named.map(linkHead), sentence: plainText(rest) };
    const label = cleanLabel(name);
    const role = roleItem(inline, label, at + found[0].length);
    if (role) return role;
    return { heads: termsIn(label), sentence: plainText(rest) };
  }
  const whole = plainText(text.slice(start));
  const [first, ...more] = links;
  if (first) {
    const lead = more.length === 0 && wordsBeside(inline, first.span.end).length === 0 ? text.slice(start, first.span.start) : whole;
    return { heads: links.map(linkHead), sentence: wordsBeside(inline, start).length === 0 ? "" : plainText(lead) };
  }
  return { heads: /[.!?…。]$/.test(whole) ? [] : termsIn(cleanLabel(whole)), sentence: "" };
}

/** The plain labels that dots, bars and the like part; a comma or "and" may be part of one. */
function termsIn(text: string): Head[] {
  const labels = text.split(/\s*[;；·•、]\s*|\s+\|\s+/);
  return labels.every((label) => label.split(" ").length <= longestTerm) ? labels.flatMap((label) => (label === "" ? [] : [{ label, link: null, place: null }])) : [];
}

type PlacedLink = InlineLink & { span: Span };

function linksIn(inline: Inline, start: number, end: number): PlacedLink[] {
  return inline.spans.flatMap((span) => (span.link && span.start >= start && span.end <= end ? [{ ...span.link, span }] : []));
}

function linkHead(link: PlacedLink): Head {
  const label = cleanLabel(link.text);
  const name = link.target?.path.split("/").at(-1)?.replace(/\.md$/i, "") ?? "";
  return { label: label === "" ? name : label, link, place: { from: link.from, to: link.to } };
}

/** The words of the text from `start` on that stand outside of links and join nothing. */
function wordsBeside(inline: Inline, start: number): string[] {
  let rest = "";
  let at = start;
  for (const span of inline.spans) {
    if (!span.link || span.start < at) continue;
    rest += ` ${inline.text.slice(at, span.start)}`;
    at = span.end;
  }
  rest += ` ${inline.text.slice(at)}`;
  return (rest.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => !["and", "or", "see", "also", "cf", "the"].includes(word));
}

function cleanLabel(text: string): string {
  return plainText(text).replace(/\s*:+$/, "").replace(/^["“](.*)["”]$/, "$1").trim();
}
