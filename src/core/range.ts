/** A stretch of a note's text: UTF-16 offsets into the whole note, `from` inclusive, `to` exclusive. */
export interface Range {
  from: number;
  to: number;
}

/** A place as people name it. Both count from 1; a column is a UTF-16 unit. */
export interface Place {
  line: number;
  column: number;
}

/** Whether two ranges share at least one character. */
export function overlaps(a: Range, b: Range): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Tells whether a range shares a character with any of some ranges. They are put in order once; each look-up is a binary search. */
export function overlapping(ranges: readonly Range[]): (range: Range) => boolean {
  const ordered = [...ranges].sort((a, b) => a.from - b.from);
  const starts = ordered.map(({ from }) => from);
  let reached = 0;
  /** How far any of the ranges up to each one reaches. */
  const reaches = ordered.map(({ to }) => (reached = Math.max(reached, to)));
  return ({ from, to }) => (reaches[lastUpTo(starts, to - 1)] ?? 0) > from;
}

/** The index of the last of some rising numbers that is not above a limit; -1 where there is none. */
export function lastUpTo(rising: readonly number[], limit: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Turns offsets of one text into lines and columns. A line ends at `\n` (so `\r\n` counts as one break).
 * Builds its table once; each look-up is a binary search.
 */
export function places(text: string): (offset: number) => Place {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    const line = Math.max(0, lastUpTo(starts, offset));
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}
