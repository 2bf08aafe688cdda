import { overlaps, type Range } from "../range";
import type { Lexis } from "./lexis";
import { wordsOf } from "./phrase-finder";

/** A range of a sentence that speaks for an axis, and how much. */
export interface WeighedEvidence extends Range {
  /** 0 or 1: which of the two axes. */
  side: 0 | 1;
  weight: number;
  /** It names the axis, and nothing near it says which end. */
  isOpen: boolean;
  /** It says which end by itself. */
  isFirm: boolean;
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
  const whole = wordsOf(text);
  const noise = patterns.noEvidence.find(whole);
  const words = noise.length === 0 ? whole : wordsOf(noise.reduce(without, text));
  const found: WeighedEvidence[] = [];
  for (const { weight, phrases, near } of patterns.evidence) {
    for (const { from, to } of phrases.find(words)) {
      if (!found.some((other) => from < other.to && other.from < to)) found.push({ side, weight, from, to, isOpen: near?.test(around(words.text, from, to, lexis.clauseEnd)) === false, isFirm: near === undefined });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** A text with a range blanked by what is no word. */
function without(text: string, { from, to }: Range): string {
  return text.slice(0, from) + "\uE001".repeat(to - from) + text.slice(to);
}

/** How far before and behind evidence, in UTF-16 units, stands what says which end of the axis is meant. */
const nearby = { before: 50, behind: 40 };

/** The clause around a range, as far as it is near. */
function around(text: string, from: number, to: number, clauseEnd: RegExp): string {
  const before = text.slice(Math.max(0, from - nearby.before), from);
  const behind = text.slice(to, to + nearby.behind);
  return ` ${before.split(clauseEnd).at(-1)}${text.slice(from, to)}${behind.split(clauseEnd, 1)[0]} `;
}

/** The evidence for one axis in what shares a character with `[from, to)` that speaks for the end that its word stands for. */
export function claimsIn(evidence: readonly WeighedEvidence[], side: 0 | 1, range: Range): WeighedEvidence[] {
  return evidence.filter((found) => found.side === side && !found.isOpen && overlaps(found, range));
}

/** How much speaks for one axis in what shares a character with `[from, to)`. */
export function weightOf(evidence: readonly WeighedEvidence[], side: 0 | 1, range: Range): number {
  return sumOf(evidence.filter((found) => found.side === side && overlaps(found, range)));
}

/** How much some evidence weighs together. */
export function sumOf(evidence: readonly WeighedEvidence[]): number {
  return evidence.reduce((sum, { weight }) => sum + weight, 0);
}
