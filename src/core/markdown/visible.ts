import type { Range } from "../range";

/**
 * A note's text with stretches blanked, such as those that the scan found to be no text (see `Scan.hidden`).
 * As long as the source, line breaks kept, so every offset is the note's own.
 * @param hidden in order; they may overlap
 */
export function visibleText(source: string, hidden: readonly Range[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to } of hidden) {
    if (to <= at) continue;
    const start = Math.max(from, at);
    pieces.push(source.slice(at, start), blank(source.slice(start, to)));
    at = to;
  }
  return at === 0 ? source : pieces.join("") + source.slice(at);
}

/** The same text with everything but line breaks turned to spaces. */
export function blank(text: string): string {
  return text.includes("\n") || text.includes("\r") ? text.replace(/[^\r\n]+/g, (run) => " ".repeat(run.length)) : " ".repeat(text.length);
}
