import type { Diagnostic, Edit } from "../diagnostic";
import { bodyStart } from "../markdown/body";
import type { NoteSource } from "../markdown/note-source";
import { scan } from "../markdown/scan";
import { overlaps } from "../range";
import { suppressionsOf } from "./directive";
import { unusedSuppression } from "./unused";

interface Spot {
  at: number;
  directive: "ignore" | "ignore-next-line";
  before: string;
  after: string;
  isCell?: boolean;
}

const marks = [["%%", "%%"], ["<!--", "-->"]] as const;

/**
 * The edit that suppresses a diagnostic where it stands: a comment in its line or, for a heading, whose own line other
 * notes may link to, in a line above. The reason is made to fit into a comment; an empty one is left out. Null where no
 * comment would do so. Offsets are the note's, in UTF-16 units.
 */
export function ignoreEdit(note: NoteSource, diagnostic: Diagnostic, reason = ""): Edit | null {
  // What suppresses nothing is taken away, not suppressed.
  if (diagnostic.rule === unusedSuppression.id) return null;
  const why = fitting(reason);
  for (const { at, directive, before, after, isCell } of spotsFor(note, diagnostic.from)) {
    const words = `distinguo-${directive} ${diagnostic.rule}${why && `: ${isCell ? why.replace(/\\?\|/g, "\\|") : why}`}`;
    for (const [open, close] of marks) {
      const edit = { from: at, to: at, insert: `${before}${open} ${words} ${close}${after}` };
      if (works(note, diagnostic, edit)) return edit;
    }
  }
  return null;
}

/** A reason on one line that ends neither kind of comment and begins nothing that reaches beyond it. */
function fitting(reason: string): string {
  return reason.replace(/\s+/g, " ").replace(/%{2,}/g, "%").replace(/-{2,}>?/g, "–").replaceAll("`", "'").replaceAll("$$", "$").trim();
}

/** Where a comment may stand, the best place first. */
function spotsFor(note: NoteSource, from: number): Spot[] {
  const { source } = note;
  const body = bodyStart(note);
  const start = Math.max(source.lastIndexOf("\n", from - 1) + 1, body);
  const next = source.indexOf("\n", from);
  const line = source.slice(start, next === -1 ? source.length : next);
  const inLine = (at: number): Spot => ({ at, directive: "ignore", before: " ", after: "" });
  const block = scan(source, body).blocks.find(({ lines }) => lines.some(({ from: at, text }) => at <= from && from < at + text.length));
  const only = block?.lines.length === 1 ? block.lines[0] : undefined;
  if (block?.kind === "cell" && only) return [{ ...inLine(only.from + only.text.trimEnd().length), isCell: true }];
  const end = inLine(start + lastPlace(line));
  if (block?.kind !== "heading" || !only) return [end];
  const prefix = /^[ \t>]*/.exec(line)?.[0] ?? "";
  const lineBreak = source.includes("\r\n") ? "\r\n" : "\n";
  const above: Spot = { at: start, directive: "ignore-next-line", before: prefix, after: lineBreak };
  if (line.charAt(prefix.length) === "#") return [above, end];
  // Directly above an underlined heading the comment would become part of it, and a blank line would end a callout.
  return prefix.trim() === "" && only.from === start + prefix.length ? [{ ...above, after: lineBreak + lineBreak }, end] : [end];
}

/** The end of a line's text; a block id, and the backslash of a hard break, stay the last thing in it. */
function lastPlace(line: string): number {
  const text = line.trimEnd();
  const tail = text.slice(-200);
  const blockId = /\s+\^[A-Za-z0-9-]+$/.exec(tail)?.[0].length ?? 0;
  const backslashes = /\\*$/.exec(tail)?.[0].length ?? 0;
  return text.length - blockId - (backslashes % 2);
}

/** Whether the comment, once there, is read as one and covers the diagnostic. */
function works(note: NoteSource, { rule, from, to }: Diagnostic, { from: at, insert }: Edit): boolean {
  const source = note.source.slice(0, at) + insert + note.source.slice(at);
  const by = at <= from ? insert.length : 0;
  return suppressionsOf({ ...note, source }).some(({ rules, scope, written }) => written === "comment" && rules.some(({ id }) => id === rule) && overlaps(scope, { from: from + by, to: to + by }));
}
