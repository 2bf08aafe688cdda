import { isReferencesHeading } from "../concepts/uses";
import { bodyStart } from "../markdown/body";
import { readDefinitions } from "../markdown/links";
import type { NoteSource } from "../markdown/note-source";
import { plainText } from "../markdown/plain-text";
import { scan, type ScannedBlock } from "../markdown/scan";
import { inlineProse } from "../prose/inline";
import type { Piece } from "../prose/piece";
import { overlapping, type Range } from "../range";

/** More marks than this in a block are no writing; what is text in it and what isn't is not looked into. */
const mostMarks = 400;

/** A block's text that links nothing. */
export interface LinkableBlock {
  kind: ScannedBlock["kind"];
  pieces: Piece[];
  /** Whether a range of the note touches what is no text of the block all the same. */
  isTaken: (range: Range) => boolean;
}

/**
 * The prose of a note in which a link may be set, block by block: paragraphs, list items and the cells of tables, without
 * headings, links, code, math, comments, HTML, addresses, tags, properties, other people's words (block quotes), and the
 * sections that list sources. Linear.
 * @param isWanted says of a block by its text as it stands whether it is worth reading
 */
export function linkableProse(note: NoteSource, isWanted: (block: ScannedBlock) => boolean): LinkableBlock[] {
  const { source } = note;
  const found: LinkableBlock[] = [];
  /** The depth of the heading above that opens a list of sources; 0 where there is none. */
  let sources = 0;
  let isLinked: LinkableBlock["isTaken"] | undefined;
  for (const block of scan(source, bodyStart(note)).blocks) {
    if (block.kind === "heading") {
      if (sources >= block.depth) sources = 0;
      if (sources === 0 && isReferencesHeading(plainText(textOf(block).slice(0, 200)))) sources = block.depth;
    } else if (sources === 0 && block.kind !== "callout-title" && isWanted(block) && isReadable(block)) {
      const isOfLink = (isLinked ??= overlapping([...referenceLinks(source), ...anchors(source)]));
      const isOfName = overlapping(fieldNames(block));
      found.push({ kind: block.kind, pieces: inlineProse(block, /./).filter(({ isLink }) => !isLink), isTaken: (range) => isOfLink(range) || isOfName(range) });
    }
  }
  return found;
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
