import { bodyStart } from "../markdown/body";
import type { Line } from "../markdown/line";
import { scan, type ScannedBlock } from "../markdown/scan";
import type { NoteSource } from "../markdown/note-source";
import { overlapping, type Range } from "../range";
import { inlineProse, plainProse } from "./inline";

/** A piece of prose of a note: one paragraph, heading, list item or table cell. Offsets are the note's. */
export interface ProseBlock extends Range, Pick<ScannedBlock, "kind" | "depth" | "row"> {}

/**
 * A note's text with everything that is not the author's prose blanked, so that every offset is the note's own.
 * Code, front matter, comments, math, HTML, link targets, URLs, tags and block quotes (callouts are prose) become
 * spaces; link texts and the letters inside emphasis stay. Where something stands in a sentence like a word (code, an
 * image, a wiki link without an alias), its first character becomes `objectMark`, so that its neighbours do not meet.
 */
export interface ProseMask {
  /** As long as the note. */
  text: string;
  /** In document order, not overlapping. */
  blocks: ProseBlock[];
  /** Whether a range of the note touches a link's text or alias: prose, but not to be rewritten. */
  isLink: (range: Range) => boolean;
}

/** How long a paragraph may be, in UTF-16 units, to be the label of the next. */
const longestLabel = 60;

/** Whether what stands behind a block may be its gloss: behind a heading, a table's cell, a paragraph of a few words. */
export function isLabel(block: ProseBlock): boolean {
  return block.kind === "paragraph" ? block.to - block.from <= longestLabel : block.kind !== "item";
}

/**
 * Blanks all but the prose, and, to save work, every block in which `wanted` (without `g`) finds nothing. Headings stay
 * in any case, roughly read: what a section says may hang on them. So does what stands behind a label with a word, and
 * before one in the row of a table.
 */
export function proseMask(note: NoteSource, wanted: RegExp): ProseMask {
  const { source } = note;
  if (!wanted.test(source)) return { text: " ".repeat(source.length), blocks: [], isLink: () => false };
  const parts: string[] = [];
  const blocks: ProseBlock[] = [];
  const links: Range[] = [];
  let at = 0;
  const holds = lookAhead(source, wanted);
  const scanned = scan(source, bodyStart(note)).blocks.map((block) => ({ block, range: rangeOf(block), isWanted: block.lines.some(holds) }));
  for (const [index, { block, range, isWanted }] of scanned.entries()) {
    const [before, after] = [scanned[index - 1], scanned[index + 1]];
    const isBeside = (before?.isWanted && isLabel(before.range)) || (after?.isWanted && range.row !== -1 && range.row === after.range.row);
    if (!isWanted && !isBeside && range.kind !== "heading") continue;
    for (const { from, text, isLink } of isWanted ? inlineProse(block, wanted) : isBeside ? inlineProse(block, /./) : plainProse(block)) {
      if (from < at) continue;
      parts.push(" ".repeat(from - at), text);
      at = from + text.length;
      if (isLink) links.push({ from, to: at });
    }
    blocks.push(range);
  }
  parts.push(" ".repeat(source.length - at));
  return { text: parts.join(""), blocks, isLink: overlapping(links) };
}

/** Tells of lines, in their order, whether they hold what is wanted. The next place of it is looked for once for all lines before it. */
function lookAhead(source: string, wanted: RegExp): (line: Line) => boolean {
  const all = new RegExp(wanted, `${wanted.flags}g`);
  let lookedFrom = 0;
  let next = -1;
  return ({ from, text }) => {
    if (next < from) {
      all.lastIndex = from;
      next = all.exec(source)?.index ?? Infinity;
      lookedFrom = from;
    }
    // What a comment hides stands in the source and not in the line.
    return (next < from + text.length || from < lookedFrom) && wanted.test(text);
  };
}

function rangeOf({ kind, depth, row, lines }: ScannedBlock): ProseBlock {
  const first = lines[0];
  const last = lines.at(-1);
  return { kind, depth, row, from: first?.from ?? 0, to: last ? last.from + last.text.length : 0 };
}
