import { bodyStart } from "../markdown/body";
import { scan, type BlockKind, type ScannedBlock } from "../markdown/scan";
import type { NoteSource } from "../markdown/note-source";
import type { Range } from "../range";
import { inlineProse, plainProse } from "./inline";

/** A piece of prose of a note: one paragraph, heading, list item or table cell. Offsets are the note's. */
export interface ProseBlock extends Range {
  kind: BlockKind;
  /** 1 to 6 for a heading, else 0. */
  depth: number;
}

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
  /** Where link texts and aliases stand: prose, but not to be rewritten. */
  links: Range[];
}

/**
 * Blanks all but the prose, and, to save work, every block in which `wanted` (without `g`) finds nothing. Headings stay
 * in any case, roughly read: what a section says may hang on them.
 */
export function proseMask(note: NoteSource, wanted: RegExp): ProseMask {
  const { source } = note;
  if (!wanted.test(source)) return { text: " ".repeat(source.length), blocks: [], links: [] };
  const parts: string[] = [];
  const blocks: ProseBlock[] = [];
  const links: Range[] = [];
  let at = 0;
  for (const block of scan(source, bodyStart(note)).blocks) {
    const isWanted = block.lines.some(({ text }) => wanted.test(text));
    if (!isWanted && block.kind !== "heading") continue;
    for (const { from, text, isLink } of isWanted ? inlineProse(block, wanted) : plainProse(block)) {
      if (from < at) continue;
      parts.push(" ".repeat(from - at), text);
      at = from + text.length;
      if (isLink) links.push({ from, to: at });
    }
    blocks.push(rangeOf(block));
  }
  parts.push(" ".repeat(source.length - at));
  return { text: parts.join(""), blocks, links };
}

function rangeOf({ kind, depth, lines }: ScannedBlock): ProseBlock {
  const first = lines[0];
  const last = lines.at(-1);
  return { kind, depth, from: first?.from ?? 0, to: last ? last.from + last.text.length : 0 };
}
