import type { Range } from "../range";

/** Parses YAML to a value; throws an Error whose message says what is amiss. The shells bring it: core has no YAML parser of its own. */
export type ParseYaml = (yaml: string) => unknown;

/** The front matter of a note: `[from, to)` covers both fences and the line break after the closing one; empty where there is none. */
export interface FrontMatter extends Range {
  /** The properties; empty where there are none or they do not parse. */
  properties: Readonly<Record<string, unknown>>;
  /** Why the properties could not be read, in the parser's words. */
  problem: string | undefined;
}

const fence = /^\uFEFF?---[ \t]*\r?\n/;
const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;

/** Reads the front matter at the head of a note. Never throws: what does not parse becomes `problem`. The properties are parsed when they are first asked for. */
export function readFrontMatter(source: string, parseYaml: ParseYaml): FrontMatter {
  const found = fencesOf(source);
  if (!found) return { from: 0, to: 0, properties: {}, problem: undefined };
  let parsed: Parsed | undefined;
  const read = () => (parsed ??= parseProperties(source.slice(found.yaml.from, found.yaml.to), parseYaml));
  return {
    from: 0,
    to: found.to,
    get properties() {
      return read().properties;
    },
    get problem() {
      return read().problem;
    },
  };
}

/** The line of the note, from 1, at which its properties can't be read, as near as the parser tells; undefined where they can. */
export function problemLine(source: string, { to, problem }: FrontMatter): number | undefined {
  if (problem === undefined) return undefined;
  const [, told = "1"] = / at line (\d+)/.exec(problem) ?? [];
  // A bracket or quote that is left open is told of behind the last line.
  const fenceLine = source.slice(0, to).trimEnd().split("\n").length;
  return Math.min(Number(told) + 1, fenceLine - 1);
}

/** Where the YAML between the fences at the head of a note stands, and where the front matter ends. */
export interface Fences {
  yaml: Range;
  to: number;
}

/** The fences at the head of a note; undefined where there are none. */
export function fencesOf(source: string): Fences | undefined {
  const open = fence.exec(source)?.[0].length;
  if (open === undefined) return undefined;
  const close = closing.exec(source.slice(open));
  return close ? { yaml: { from: open, to: open + close.index }, to: open + close.index + close[0].length } : undefined;
}

type Parsed = Pick<FrontMatter, "properties" | "problem">;

function parseProperties(yaml: string, parseYaml: ParseYaml): Parsed {
  try {
    const value = parseYaml(yaml);
    if (value === null || value === undefined) return { properties: {}, problem: undefined };
    if (typeof value !== "object" || Array.isArray(value)) return { properties: {}, problem: "the front matter is not a list of properties" };
    return { properties: { ...value }, problem: undefined };
  } catch (error) {
    return { properties: {}, problem: error instanceof Error ? error.message : String(error) };
  }
}
