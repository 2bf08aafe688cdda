import type { Line } from "./line-work";

/** A line may have as many bytes; of a longer one nothing is kept but that it was there, so that memory stays bounded. */
export const longestLine = 128 * 2 ** 20;

const lineFeed = 10;

/** Takes a stream of bytes apart into lines, whatever pieces it comes in. Empty lines are counted and left out; so is a byte order mark at its head. */
export interface LineSplitter {
  /** The lines that end in a piece. */
  push(piece: Uint8Array): Line[];
  /** What stands behind the last line break. */
  end(): Line[];
}

export function createLineSplitter(): LineSplitter {
  let number = 0;
  /** The beginning of a line whose end is yet to come. */
  let open: Uint8Array[] = [];
  let length = 0;

  const add = (bytes: Uint8Array) => {
    length += bytes.length;
    if (length > longestLine) open = [];
    // A piece may lie in memory that the stream uses again.
    else open.push(new Uint8Array(bytes));
  };

  const close = (): Line[] => {
    number += 1;
    const isTooLong = length > longestLine;
    const [first = new Uint8Array(), ...rest] = open;
    const whole = rest.length === 0 ? first : joined(open);
    open = [];
    length = 0;
    if (isTooLong) return [{ number, bytes: new Uint8Array(), fault: `it is longer than ${longestLine / 2 ** 20} MB` }];
    const bytes = number === 1 && whole[0] === 0xef && whole[1] === 0xbb && whole[2] === 0xbf ? whole.slice(3) : whole;
    return bytes.every(isBlank) ? [] : [{ number, bytes }];
  };

  return {
    push(piece) {
      const lines: Line[] = [];
      let from = 0;
      for (let at = piece.indexOf(lineFeed); at !== -1; at = piece.indexOf(lineFeed, from)) {
        add(piece.subarray(from, at));
        lines.push(...close());
        from = at + 1;
      }
      if (from < piece.length) add(piece.subarray(from));
      return lines;
    },
    end: () => (length > 0 ? close() : []),
  };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const { buffer, byteOffset, byteLength } = Buffer.concat(pieces);
  return new Uint8Array(buffer, byteOffset, byteLength).slice();
}

/** A space, a tab, or what a line break has beside the line feed. */
function isBlank(byte: number): boolean {
  return byte === 32 || byte === 9 || byte === 13;
}
