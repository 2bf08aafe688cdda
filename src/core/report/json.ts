import type { Edit } from "../diagnostic";
import { places } from "../range";
import { summarize, type NoteReport, type Result } from "./result";

/** The result as JSON, version 1. `from` and `to` are UTF-16 offsets into the file's text; lines and columns count from 1. */
export function reportJson(result: Result): string {
  return `${JSON.stringify({ version: 1, convention: result.convention, ...(result.conceptNotes && { conceptNotes: result.conceptNotes }), notes: result.notes.map(noteJson), summary: summarize(result), ...(result.unread.length > 0 && { unread: result.unread.map(({ path, reason }) => ({ path, reason })) }) }, null, 2)}\n`;
}

/** One note's part of that result, as a value to be written as JSON. */
export function noteJson({ path, source, diagnostics, explanations }: NoteReport): object {
  const placeOf = places(source);
  return {
    path,
    diagnostics: diagnostics.map(({ rule, severity, from, to, message, question, convention, evidence, fixes }) => ({
      rule,
      severity,
      from,
      to,
      ...placeOf(from),
      message,
      question,
      ...(convention !== undefined && { convention }),
      evidence: evidence.map((range) => ({ axis: range.axis, from: range.from, to: range.to })),
      fixes: fixes.map(({ title, kind, edits, elsewhere, creates }) => ({
        title,
        kind,
        edits: edits.map(editJson),
        ...(elsewhere && { elsewhere: elsewhere.map((other) => ({ path: other.path, edits: other.edits.map(editJson) })) }),
        ...(creates && { creates: creates.map((fresh) => ({ path: fresh.path, text: fresh.text })) }),
      })),
    })),
    ...(explanations && { explanations: explanations.map((explanation) => ({ ...explanation, ...placeOf(explanation.from) })) }),
  };
}

function editJson({ from, to, insert }: Edit): object {
  return { from, to, insert };
}
