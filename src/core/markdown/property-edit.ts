import type { Edit } from "../diagnostic";
import { readFrontMatter, type ParseYaml } from "./front-matter";
import { foldKey } from "./properties";

/**
 * The edit that gives a property of a note one plain word as its value; it makes the front matter where there is none. The
 * properties are read before and after: where the word would not be all that has changed, or they can't be read, null.
 * Offsets are the note's, in UTF-16 units.
 */
export function propertyEdit(source: string, key: string, word: string, parseYaml: ParseYaml): Edit | null {
  const { properties, problem, to } = readFrontMatter(source, parseYaml);
  const own = Object.keys(properties).find((known) => foldKey(known) === foldKey(key)) ?? key;
  const edit = insert(source, to, own, word);
  const after = readFrontMatter(source.slice(0, edit.from) + edit.insert + source.slice(edit.to), parseYaml);
  const isAllThatChanges = problem === undefined && after.problem === undefined && told({ ...properties, [own]: word }) === told(after.properties);
  return isAllThatChanges ? edit : null;
}

function told(properties: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @param end where the front matter ends; 0 where there is none */
function insert(source: string, end: number, key: string, word: string): Edit {
  const lineBreak = source.includes("\r\n") ? "\r\n" : "\n";
  const line = `${key}: ${word}`;
  if (end === 0) {
    const at = source.startsWith("\uFEFF") ? 1 : 0;
    return { from: at, to: at, insert: `---${lineBreak}${line}${lineBreak}---${lineBreak}` };
  }
  const head = source.slice(0, end);
  const found = new RegExp(`^${key.replace(/[^\w-]/g, "\\$&")}[ \\t]*:.*$`, "m").exec(head);
  if (found) return { from: found.index, to: found.index + found[0].trimEnd().length, insert: line };
  const closing = head.trimEnd().lastIndexOf("\n") + 1;
  return { from: closing, to: closing, insert: line + lineBreak };
}
