import type { NoteSource } from "../markdown/note-source";
import type { Range } from "../range";

/** What kind of Markdown block a piece of prose stands in. */
export type BlockKind = "paragraph" | "heading" | "item" | "cell" | "callout-title";

/** A piece of prose of a note: one paragraph, heading, list item or table cell. Offsets are the note's. */
export interface ProseBlock extends Range {
  kind: BlockKind;
  /** 1 to 6 for a heading, else 0. */
  depth: number;
}

/**
 * A note's text with everything that is not the author's prose blanked, so that every offset is the note's own.
 * Code, front matter, comments, math, HTML, link targets, URLs, tags and block quotes (callouts are prose) become
 * spaces; link texts and the letters inside emphasis stay.
 */
export interface ProseMask {
  /** As long as the note. */
  text: string;
  /** In document order, not overlapping. */
  blocks: ProseBlock[];
}

/** Blanks all but the prose, and, to save work, every block in which `wanted` finds nothing (without `g`). */
export declare function proseMask(note: NoteSource, wanted: RegExp): ProseMask;
