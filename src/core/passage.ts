import type { Diagnostic } from "./diagnostic";
import type { Range } from "./range";

/** A line break that ends a sentence: before a blank line, or before what begins a block of its own. */
const blockStart = /^(?:[ \t]*\r?\n|[ \t]*(?:[-*+>|#]|\d+[.)])|[ \t]*$)/;
const terminator = /[.!?…。]["'”’)\]*_]*$/;

function breaksAt(text: string, at: number): boolean {
  const next = text.indexOf("\n", at + 1);
  return blockStart.test(text.slice(at + 1, next === -1 ? text.length : next + 1));
}

function endsSentence(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at)) && terminator.test(text.slice(Math.max(0, at - 6), at));
}

/** How far a sentence is looked for on either side, in UTF-16 units: what goes on for longer without an end is none. */
const reach = 1500;

/** The sentence, or sentences, around a range of a text (UTF-16 offsets): a guess by marks and line breaks, good enough to show and to guard. */
export function sentenceAround(text: string, { from, to }: Range): Range {
  const [first, last] = [Math.max(0, from - reach), Math.min(text.length, to + reach)];
  let start = from;
  while (start > first) {
    if (text[start - 1] === "\n" && (blockStart.test(lineAt(text, start)) || breaksAt(text, start - 1) || lineBefore(text, start).trim() === "")) break;
    if (endsSentence(text, start - 1)) break;
    start--;
  }
  let end = to;
  while (end < last) {
    if (text[end] === "\n" && breaksAt(text, end)) break;
    if (endsSentence(text, end)) break;
    end++;
  }
  return { from: start, to: end };
}

function lineAt(text: string, from: number): string {
  const end = text.indexOf("\n", from);
  return text.slice(from, end === -1 ? text.length : end + 1);
}

function lineBefore(text: string, at: number): string {
  return text.slice(text.lastIndexOf("\n", at - 2) + 1, at - 1);
}

/** The text that a diagnostic speaks about: all that it points at or would change, to whole sentences. */
export function passageOf(text: string, diagnostic: Diagnostic): Range {
  const points: Range[] = [diagnostic, ...diagnostic.evidence, ...diagnostic.fixes.flatMap((fix) => fix.edits)];
  return sentenceAround(text, { from: Math.min(...points.map(({ from }) => from)), to: Math.max(...points.map(({ to }) => to)) });
}

/** The same diagnostic with everything moved by `by` characters. */
export function moved(diagnostic: Diagnostic, by: number): Diagnostic {
  if (by === 0) return diagnostic;
  const move = <R extends Range>(range: R): R => ({ ...range, from: range.from + by, to: range.to + by });
  return {
    ...move(diagnostic),
    evidence: diagnostic.evidence.map(move),
    fixes: diagnostic.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(move) })),
  };
}
