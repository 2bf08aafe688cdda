import { overlaps, type Range } from "../range";
import { matchesOf } from "./matches";
import type { Lexis } from "./lexis";

/** A range of a sentence that speaks for an axis, and how much. */
export interface WeighedEvidence extends Range {
  /** 0 or 1: which of the two axes. */
  side: 0 | 1;
  weight: number;
}

/** From how much evidence on a claim stands on an axis. */
export const stands = 1;
/** Below how much it does not touch an axis. */
export const touches = 0.5;

/** What in a text speaks for either axis. */
export function evidenceIn(text: string, lexis: Lexis): WeighedEvidence[] {
  return [...evidenceFor(0, text, lexis), ...evidenceFor(1, text, lexis)];
}

/** What in a text speaks for one axis. Overlapping finds count once, the weightiest first. */
export function evidenceFor(side: 0 | 1, text: string, lexis: Lexis): WeighedEvidence[] {
  const patterns = lexis.axes[side];
  if (!patterns) return [];
  const cleared = text.replace(patterns.noEvidence, (found) => "\uE001".repeat(found.length));
  const found: WeighedEvidence[] = [];
  for (const { weight, pattern } of patterns.evidence) {
    for (const { 0: match, index: from } of matchesOf(cleared, pattern)) {
      const to = from + match.length;
      if (!found.some((other) => from < other.to && other.from < to)) found.push({ side, weight, from, to });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** How much speaks for one axis in what shares a character with `[from, to)`. */
export function weightOf(evidence: readonly WeighedEvidence[], side: 0 | 1, range: Range): number {
  return evidence.reduce((sum, found) => (found.side === side && overlaps(found, range) ? sum + found.weight : sum), 0);
}
