import { isReferencesHeading } from "../concepts/uses";
import { bodyStart } from "../markdown/body";
import { readDefinitions } from "../markdown/links";
import type { NoteSource } from "../markdown/note-source";
import { plainText } from "../markdown/plain-text";
import { scan, type ScannedBlock } from "../markdown/scan";
import { htmlBlock } from "../markdown/simple-links";
import { inlineProse } from "../prose/inline";
import { lastUpTo, overlapping, type Range } from "../range";

/** More marks than this in a block are no writing; what is text in it and what isn't is not looked into. */
const mostMarks = 400;

/** A block of prose in which a link may be set. */
export interface LinkableBlock extends ScannedBlock {
  /** Tells of ranges of the note in this block whether they are text that links nothing. Asking for it has the block parsed. */
  readLinkable: () => (range: Range) => boolean;
}

/**
 * The blocks of a note in which a link may be set: paragraphs, list items and the cells of tables, without headings, other
 * people's words (block quotes), and the sections that list sources. In them, what is linkable is what is no link, code, math,
 * comment, HTML, address, tag, or name of a field. Linear.
 */
export function linkableBlocks(note: NoteSource): LinkableBlock[] {
  const { source } = note;
  const found: LinkableBlock[] = [];
  /** The depth of the heading above that opens a list of sources; 0 where there is none. */
  let sources = 0;
  /** Where the HTML ends that a block began: at the next empty line. */
  let html = 0;
  let isLinked: ((range: Range) => boolean) | undefined;
  for (const block of scan(source, bodyStart(note)).blocks) {
    const [first = { from: 0, text: "" }] = block.lines;
    if (first.from < html) continue;
    if (first.text.startsWith("<") && htmlBlock.test(first.text)) html = emptyLine(source, first.from);
    else if (block.kind === "heading") {
      if (sources >= block.depth) sources = 0;
      if (sources === 0 && isReferencesHeading(plainText(textOf(block).slice(0, 200)))) sources = block.depth;
    } else if (sources === 0 && block.kind !== "callout-title") {
      const readLinkable = () => {
        const isOfLink = (isLinked ??= overlapping([...referenceLinks(source), ...anchors(source)]));
        const isOfName = overlapping(fieldNames(block));
        const isText = textIn(block);
        return (range: Range) => isText(range) && !isOfLink(range) && !isOfName(range) && !isBracketed(source, range);
      };
      found.push({ ...block, readLinkable });
    }
  }
  return found;
}

/** Tells whether a range of a block begins and ends in text outside links. What is found as one name holds no marks between. */
export function textIn(block: ScannedBlock): (range: Range) => boolean {
  if (!isReadable(block)) return () => false;
  const pieces = inlineProse(block, /./);
  const starts = pieces.map(({ from }) => from);
  const isTextAt = (at: number): boolean => {
    const piece = pieces[lastUpTo(starts, at)];
    return piece !== undefined && !piece.isLink && (piece.text[at - piece.from] ?? " ") !== " ";
  };
  return ({ from, to }) => isTextAt(from) && isTextAt(to - 1);
}

function emptyLine(source: string, from: number): number {
  const empty = /\n[ \t>]*\r?\n/g;
  empty.lastIndex = from;
  return empty.exec(source)?.index ?? source.length;
}

function textOf({ lines }: ScannedBlock): string {
  return lines.map(({ text }) => text).join("\n");
}

function isReadable(block: ScannedBlock): boolean {
  return (textOf(block).match(/[*_`[<\\]/g)?.length ?? 0) <= mostMarks;
}

/** Links by reference, `[text][id]` or `[id]`: whether they are some, the definitions elsewhere in the note tell. */
function referenceLinks(source: string): Range[] {
  const definitions = readDefinitions(source);
  if (definitions.size === 0) return [];
  return [...source.matchAll(/\[([^[\]]{1,300})\](?:\[([^[\]\n]{0,300})\])?/g)].flatMap(({ 0: all, 1: text = "", 2: id, index: from }) => {
    const key = (id || text).trim().replace(/\s+/g, " ").toLowerCase();
    return definitions.has(key) ? [{ from, to: from + all.length }] : [];
  });
}

/** How far a link's brackets are looked for, in UTF-16 units. */
const longestLink = 300;

/**
 * Whether a range stands in what looks like a link, though something beside it, such as a stray bracket, may keep it from
 * being one, or in brackets that a link would be nested in. A footnote in the line, and the value of a field, may hold links.
 */
function isBracketed(source: string, { from, to }: Range): boolean {
  const before = source.slice(Math.max(0, from - longestLink), from);
  const after = source.slice(to, to + longestLink);
  const [opening] = /\^?\[[^[\]]*$/.exec(before) ?? [];
  const [closing] = /^[^[\]]*\][([]?/.exec(after) ?? [];
  const mayHoldLinks = opening !== undefined && closing?.endsWith("]") && (opening.startsWith("^") || opening.includes(":: "));
  return (
    before.endsWith("[") || after.startsWith("]]") ||
    /\[\[[^[\]\n]*$/.test(before) ||
    ((opening !== undefined || after.startsWith("]")) && closing !== undefined && !mayHoldLinks) ||
    (/\]\([^()]*$/.test(before) && /^[^()]*\)/.test(after))
  );
}

/** Links in HTML. */
function anchors(source: string): Range[] {
  const found: Range[] = [];
  const opening = /<a[\s>]/gi;
  for (let match = opening.exec(source); match; match = opening.exec(source)) {
    const end = source.indexOf("</", match.index);
    if (end === -1) break;
    found.push({ from: match.index, to: end });
    opening.lastIndex = end;
  }
  return found;
}

/** The names of inline fields, `name:: value` or `[name:: value]`: a link would take the field from those who ask for it. */
function fieldNames({ lines }: ScannedBlock): Range[] {
  return lines.flatMap(({ from, text }) =>
    text.includes("::") ? [...text.matchAll(/(?:^|[[(])[^:[\]()]{1,80}::/g)].map(({ 0: name, index }) => ({ from: from + index, to: from + index + name.length })) : [],
  );
}
