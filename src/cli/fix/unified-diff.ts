import { FILE_HEADERS_ONLY, formatPatch, structuredPatch, type StructuredPatchHunk } from "diff";
import type { Change } from "./change";

/** Lines that are shown round what changes. */
const context = 3;

/** From how many lines that come and go on a note is shown as changed throughout: to look for less takes the square of it. */
const mostLines = 1000;

/** The changes as a unified diff that `patch -p1` and `git apply`, run in the vault's folder, turn into the same texts. */
export function unifiedDiff(changes: readonly Change[]): string {
  return changes.map(diffOf).join("");
}

function diffOf({ path, before, after }: Change): string {
  const oldFileName = before === null ? "/dev/null" : `a/${path}`;
  const newFileName = `b/${path}`;
  const patch = structuredPatch(oldFileName, newFileName, before ?? "", after, undefined, undefined, { context, maxEditLength: mostLines })
    ?? { oldFileName, newFileName, oldHeader: undefined, newHeader: undefined, hunks: [throughout(before ?? "", after)] };
  const [head, ...hunks] = formatPatch(patch, FILE_HEADERS_ONLY).split(/^(?=@@ )/m);
  // As git does: without a tab behind it, `patch` takes a name with a space to end there.
  return [head?.replace(/^((?:---|\+\+\+) [^"\n]* [^\n]*)$/gm, "$1\t"), ...hunks].join("");
}

/** All from the first line that differs to the last one in one piece. */
function throughout(before: string, after: string): StructuredPatchHunk {
  const old = linesOf(before);
  const now = linesOf(after);
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const above = old.slice(Math.max(0, head - context), head);
  const below = old.slice(old.length - tail, old.length - tail + context);
  const gone = old.slice(head, old.length - tail);
  const come = now.slice(head, now.length - tail);
  const signed = (sign: string, lines: readonly string[]) =>
    lines.flatMap((line) => (line.endsWith("\n") ? [sign + line.slice(0, -1)] : [sign + line, "\\ No newline at end of file"]));
  const start = head - above.length + 1;
  const around = above.length + below.length;
  return {
    oldStart: start,
    oldLines: gone.length + around,
    newStart: start,
    newLines: come.length + around,
    lines: [...signed(" ", above), ...signed("-", gone), ...signed("+", come), ...signed(" ", below)],
  };
}

/** The lines of a text, each with its line break. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
