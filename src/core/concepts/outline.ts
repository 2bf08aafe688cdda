import type { Note } from "../markdown/note";

/** How a note is made up: what a new one of its kind would take over. */
export interface Outline {
  /** The properties, each with what stands behind its colon, further lines included. */
  properties: readonly (readonly [key: string, value: string])[];
  /** The headings with their marks. */
  headings: readonly string[];
}

const property = /^([\p{L}_][\p{L}\p{N}_ -]*):((?:[ \t].*)?(?:\r?\n(?:[ \t]+.*|-[ \t].*))*)/gmu;
/** More of them, or longer ones, are a note's own and no pattern. */
const most = 16;
const longest = 80;

/** The outline of a note. */
export function readOutline({ source, frontMatter, headings }: Note): Outline {
  const lines = source.slice(frontMatter.from, frontMatter.to);
  return {
    properties: [...lines.matchAll(property)].slice(0, most).map(([, key = "", value = ""]) => [key, value.length > longest ? "" : value.trimEnd().replace(/\r\n/g, "\n")]),
    headings: headings.slice(0, most).filter(({ text }) => text !== "" && text.length <= longest).map(({ depth, text }) => `${"#".repeat(depth)} ${text}`),
  };
}
