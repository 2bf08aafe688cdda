import { flatten, type Inline } from "../markdown/inline";
import type { Note } from "../markdown/note";
import { parse } from "../markdown/parse";
import { prepare } from "../markdown/prepare";

/** A line as a reader reads it, without its indent and quote marks; `from` is where it stands in the note. What is no paragraph is plain text. */
export function inlineAt(note: Note, line: string, from: number): Inline {
  const indent = line.search(/[^\s>]|$/);
  const [node] = parse(prepare(line.slice(indent))).children;
  return node?.type === "paragraph" ? flatten(node.children, from + indent, note.definitions) : { text: line.slice(indent), spans: [] };
}
