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

/**
 * Turns offsets of one text into lines and columns. A line ends at `\n` (so `\r\n` counts as one break).
 * Builds its table once; each look-up is a binary search.
 */
export function places(text: string): (offset: number) => Place {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
