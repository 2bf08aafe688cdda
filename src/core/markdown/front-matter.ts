import type { Range } from "../range";

/** Parses YAML to a value; throws an Error whose message says what is amiss. The shells bring it: core has no YAML parser of its own. */
export type ParseYaml = (yaml: string) => unknown;

/** The front matter of a note: `[from, to)` covers both fences and the line break after the closing one; empty where there is none. */
export interface FrontMatter extends Range {
  /** The properties; empty where there are none or they do not parse. */
  properties: Readonly<Record<string, unknown>>;
  /** Why the properties could not be read, in the parser's words. */
  problem?: string;
}

const fence = /^\uFEFF?---[ \t]*\r?\n/;
const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;

/** Reads the front matter at the head of a note. Never throws: what does not parse becomes `problem`. */
export function readFrontMatter(source: string, parseYaml: ParseYaml): FrontMatter {
  const open = fence.exec(source);
  if (!open) return { from: 0, to: 0, properties: {} };
  const rest = source.slice(open[0].length);
  const close = closing.exec(rest);
  if (!close) return { from: 0, to: 0, properties: {} };
  const yaml = rest.slice(0, close.index);
  const range = { from: 0, to: open[0].length + close.index + close[0].length };
  try {
    const value = parseYaml(yaml);
    if (value === null || value === undefined) return { ...range, properties: {} };
    if (typeof value !== "object" || Array.isArray(value)) return { ...range, properties: {}, problem: "the front matter is not a list of properties" };
    return { ...range, properties: { ...value } };
  } catch (error) {
    return { ...range, properties: {}, problem: error instanceof Error ? error.message : String(error) };
  }
}
