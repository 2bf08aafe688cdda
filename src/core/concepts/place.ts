import type { Note } from "../markdown/note";
import type { Saying, Statement } from "./statement";

/** Tells of each of a note's statements where it stands. Those in document order cost one pass over the note. */
export function placer({ source, headings }: Note): (saying: Saying) => Statement {
  const lineOf = lineCounter(source);
  let below = 0;
  return (saying) => {
    while ((headings[below - 1]?.from ?? -1) > saying.from) below -= 1;
    while ((headings[below]?.from ?? Infinity) <= saying.from) below += 1;
    const { kind, label, sentence, from, to, written, target, isDoubtful, parts, section = headings[below - 1]?.text ?? "" } = saying;
    // All of one shape, as far as may be: engines run through such much faster.
    const statement: Statement = { kind, label, sentence, from, to, written, section, line: lineOf(from), target };
    if (isDoubtful) statement.isDoubtful = true;
    if (parts) statement.parts = parts;
    return statement;
  };
}

/** Tells the line, from 1, that an offset of a text lies in. Offsets in order cost one pass over the text. */
export function lineCounter(source: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    if (offset < at) [line, at] = [1, 0];
    for (let next = source.indexOf("\n", at); next !== -1 && next < offset; next = source.indexOf("\n", at)) {
      line += 1;
      at = next + 1;
    }
    return line;
  };
}
