import type { Range } from "../range";
import type { Block } from "./blocks";
import { plainText } from "./plain-text";

/** A heading of a note. `[from, to)` covers its whole line or lines, `inner` what it says. */
export interface Heading extends Range {
  depth: number;
  /** Plain text. */
  text: string;
  /** See `foldHeading`. */
  folded: string;
  inner: Range;
}

/** What stands below a heading, up to the next heading of the same or a higher level. */
export interface Section extends Range {
  heading: Heading;
  /** Place of the heading among the note's headings. */
  index: number;
}

/**
 * The headings among the blocks of a visible text.
 * @param found where an app has found headings, indented by no more than three spaces: no others count
 */
export function readHeadings(text: string, blocks: readonly Block[], found?: ReadonlySet<number>): Heading[] {
  const headings: Heading[] = [];
  for (const { kind, depth, from, to, inner } of blocks) {
    if (kind !== "heading" || (found && ![0, 1, 2, 3].some((indent) => found.has(from + indent)))) continue;
    const plain = plainText(text.slice(inner.from, Math.min(inner.to, inner.from + 1000)));
    headings.push({ depth, text: plain, folded: foldHeading(plain), from, to, inner });
  }
  return headings;
}

/** The sections of the headings, in their order; they nest. `end` is the note's length. */
export function readSections(headings: readonly Heading[], end: number): Section[] {
  const sections: Section[] = [];
  const open: Section[] = [];
  for (const [index, heading] of headings.entries()) {
    const section: Section = { heading, index, from: heading.to, to: end };
    sections.push(section);
    while ((open.at(-1)?.heading.depth ?? 0) >= section.heading.depth) {
      const closed = open.pop();
      if (closed) closed.to = section.heading.from;
    }
    open.push(section);
  }
  return sections;
}

/** A heading's text for comparing: lower case, no quotes, numbering, emoji or final colon. */
export function foldHeading(text: string): string {
  const lower = text.toLowerCase();
  if (/^[a-z]+(?: [a-z]+)*$/.test(lower)) return lower;
  return lower
    .replace(/["'“”‘’«»]/g, "")
    .replace(/^[^\p{L}]+/u, "")
    .replace(/[^\p{L}\p{N})]+$/u, "")
    .replace(/\s+/g, " ");
}
