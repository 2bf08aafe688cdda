import type { Note } from "../markdown/note";
import type { Saying, Statement } from "./statement";

/** Tells of each of a note's statements where it stands. Those in document order cost one pass over the note. */
export function placer({ source, headings }: Note): (saying: Saying) => Statement {
  let line = 1;
  let at = 0;
  let below = 0;
  return (saying) => {
    if (saying.from < at) [line, at, below] = [1, 0, 0];
    for (let next = source.indexOf("\n", at); next !== -1 && next < saying.from; next = source.indexOf("\n", at)) {
      line += 1;
      at = next + 1;
    }
    while ((headings[below]?.from ?? Infinity) <= saying.from) below += 1;
    return { section: headings[below - 1]?.text ?? "", ...saying, line };
  };
}
