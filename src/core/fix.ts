import type { Edit } from "./diagnostic";

/**
 * The text after the edits of one fix.
 * @throws RangeError where edits overlap or reach outside the text.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  let result = "";
  let at = 0;
  for (const { from, to, insert } of ordered) {
    if (from < at || to < from || to > text.length) throw new RangeError(`edit ${from}-${to} overlaps another or leaves the text (${text.length})`);
    result += text.slice(at, from) + insert;
    at = to;
  }
  return result + text.slice(at);
}
