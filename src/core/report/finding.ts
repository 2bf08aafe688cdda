import type { Diagnostic, Fix, Severity } from "../diagnostic";
import { places } from "../range";

/** One diagnostic as a list of the vault shows it. `from` and `length` are in UTF-16 units of the note's text, line and column count from 1. */
export interface Finding {
  rule: string;
  severity: Severity;
  message: string;
  from: number;
  line: number;
  column: number;
  length: number;
  /** The words, and what stands before and after them in their line. */
  before: string;
  words: string;
  after: string;
  fixes: readonly Fix[];
}

/** The diagnostics of one note. */
export interface NoteFindings {
  path: string;
  findings: Finding[];
}

/** Characters of the line shown before the words and after them. */
const context = { before: 40, after: 60 };

/** What makes a line a quote, an item or a heading; what is left is what it says. */
const lineStart = /^(?:[\s>]|(?:[-*+]|\d{1,9}[.)]|#{1,6})\s)*/;

function finding(text: string, place: (offset: number) => { line: number; column: number }, { rule, severity, message, from, to, fixes }: Diagnostic): Finding {
  const start = Math.max(text.lastIndexOf("\n", from - 1) + 1, from - context.before);
  const next = text.indexOf("\n", to);
  const end = Math.min(next === -1 ? text.length : next, to + context.after);
  const before = text.slice(start, from);
  const after = text.slice(to, end).trimEnd();
  return {
    rule,
    severity,
    message,
    from,
    ...place(from),
    length: to - from,
    // What is cut is cut between words.
    before: start === from - context.before ? `…${before.replace(/^\S+/, "")}` : before.replace(lineStart, ""),
    words: text.slice(from, to),
    after: end === to + context.after ? `${after.replace(/\s\S*$/, "")}\u00a0…` : after,
    fixes,
  };
}

/** Some diagnostics of a note, as a list shows them: with the words around their places. */
export function findingsOf(text: string, diagnostics: readonly Diagnostic[]): Finding[] {
  const place = places(text);
  return diagnostics.map((diagnostic) => finding(text, place, diagnostic));
}
