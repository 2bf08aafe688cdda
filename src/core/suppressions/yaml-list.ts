import type { Edit } from "../diagnostic";
import type { Range } from "../range";

/** A longer text, in UTF-16 units, is not looked at: the stack of an expression holds only so much. */
const longest = 500_000;

/** One line of a text: `[from, to)` without its line break, and how far it is indented. */
interface Line extends Range {
  text: string;
  indent: number;
}

/** An entry of a list in YAML text: `[from, to)` is its value as written, `text` what that says; undefined where only a parser can tell. */
export interface YamlEntry extends Range {
  text: string | undefined;
  /** Where its own lines begin and end; of no use for one in brackets. */
  lines: Range;
}

/** A list, or a single text in its place, in YAML text, as far as lines tell. */
interface YamlList {
  written: "block" | "brackets" | "text" | "nothing";
  entries: YamlEntry[];
  /** From the head of its key's line to the end of its last line. */
  lines: Range;
  /** Where a first entry goes that is written in brackets. */
  start: number;
}

/** What was found of a path of keys: their lines, and those below the last of them. */
interface Found {
  lines: Line[];
  keys: Line[];
  below: Line[];
}

/** What is at a path of keys, so that it can be read and taken apart. */
export interface ListInYaml {
  entries: readonly YamlEntry[];
  /** The edit that takes an entry out; with the last one its key goes, and the keys above that hold nothing else. Undefined where lines don't tell. */
  removal: (index: number) => Edit | undefined;
}

/** The list at a path of keys; undefined where there is none, or it is written in a way that lines don't tell. */
export function listIn(yaml: string, path: readonly string[]): ListInYaml | undefined {
  const found = find(yaml, path);
  const list = found.keys.length === path.length ? listAt(yaml, found) : undefined;
  return list && { entries: list.entries, removal: (index) => removalFrom(yaml, found, list, index) };
}

/**
 * The edits that add a text as the last entry of the list at a path of keys; every line that is there stays. Undefined
 * where the list is written in a way that lines don't tell. Only a parser can say whether it has become what it should.
 */
export function entryAdded(yaml: string, path: readonly string[], entry: string, lineBreak: string): Edit[] | undefined {
  const found = find(yaml, path);
  const { keys, below } = found;
  const quoted = JSON.stringify(entry);
  const key = keys.at(-1);
  const under = (at: number, ...lines: string[]): Edit => ({ from: at, to: at, insert: lines.map((line) => lineBreak + line).join("") });
  const missing = path.slice(keys.length);
  if (!key || missing.length > 0) {
    const indent = key ? (below[0]?.indent ?? key.indent + 2) : 0;
    const lines = [...missing.map((name) => `${name}:`), `- ${quoted}`].map((line, depth) => " ".repeat(indent + 2 * depth) + line);
    if (key) return [under(key.to, ...lines)];
    const isLineOpen = yaml !== "" && !yaml.endsWith("\n");
    return [{ from: yaml.length, to: yaml.length, insert: (isLineOpen ? lineBreak : "") + lines.map((line) => line + lineBreak).join("") }];
  }
  const list = listAt(yaml, found);
  if (!list) return undefined;
  const item = (indent: number) => `${" ".repeat(indent)}- `;
  const last = list.entries.at(-1);
  if (!last) return list.written === "brackets" ? [{ from: list.start, to: list.start, insert: quoted }] : [under(key.to, item(key.indent + 2) + quoted)];
  switch (list.written) {
    case "brackets":
      return [{ from: last.to, to: last.to, insert: `, ${quoted}` }];
    case "text":
      // Nothing that is written as a text, or a single text.
      if (last.text === "") return [{ from: last.from, to: last.to, insert: `[${quoted}]` }];
      return [{ from: list.start, to: last.from, insert: lineBreak + item(key.indent + 2) }, under(key.to, item(key.indent + 2) + quoted)];
    default:
      return [under(last.lines.to, item(indentOf(yaml, last.lines.from)) + quoted)];
  }
}

/**
 * The edit that gives the key of a path with one name a plain word as its only value; a remark behind it stays. Undefined
 * where there are more values, or lines don't tell.
 */
export function wordGiven(yaml: string, key: string, word: string, lineBreak: string): Edit | undefined {
  const found = find(yaml, [key]);
  if (found.keys.length === 0) {
    const isLineOpen = yaml !== "" && !yaml.endsWith("\n");
    return { from: yaml.length, to: yaml.length, insert: `${isLineOpen ? lineBreak : ""}${key}: ${word}${lineBreak}` };
  }
  const list = listAt(yaml, found);
  const [value, second] = list?.entries ?? [];
  if (!list || second) return undefined;
  return value ? { from: value.from, to: value.to, insert: word } : { from: list.start, to: list.start, insert: list.written === "brackets" ? word : ` ${word}` };
}

function removalFrom(yaml: string, found: Found, list: YamlList, index: number): Edit | undefined {
  const entry = list.entries[index];
  if (!entry) return undefined;
  const before = list.entries[index - 1];
  const after = list.entries[index + 1];
  if (!before && !after) return withoutLines(yaml, outermost(found, list.lines));
  if (list.written === "block") return withoutLines(yaml, entry.lines);
  const gone = after ? { from: entry.from, to: after.from } : { from: before?.to ?? entry.from, to: entry.to };
  // A comment between two entries may be about either.
  return yaml.slice(gone.from, gone.to).replace(yaml.slice(entry.from, entry.to), "").includes("#") ? undefined : { ...gone, insert: "" };
}

/** The lines of the outermost key that holds nothing but the last one's, and no remark of its own. */
function outermost({ lines, keys }: Found, own: Range): Range {
  let from = own.from;
  for (const key of keys.slice(0, -1).reverse()) {
    const isBare = /:\s*$/.test(key.text) && within(lines, key).every((line) => line.from >= from && line.to <= own.to);
    if (!isBare) break;
    from = key.from;
  }
  return { from, to: own.to };
}

/** Takes out whole lines, with the break behind them or, at the end of the text, the one before. */
function withoutLines(yaml: string, { from, to }: Range): Edit {
  const after = /^[ \t]*(?:\r?\n)?/.exec(yaml.slice(to))?.[0] ?? "";
  const before = after.endsWith("\n") ? "" : (/\r?\n$/.exec(yaml.slice(0, from))?.[0] ?? "");
  return { from: from - before.length, to: to + after.length, insert: "" };
}

function indentOf(yaml: string, lineFrom: number): number {
  return /^[ \t]*/.exec(yaml.slice(lineFrom))?.[0].length ?? 0;
}

function find(yaml: string, path: readonly string[]): Found {
  const lines = yaml.length > longest ? [] : linesOf(yaml);
  const keys: Line[] = [];
  let below = lines;
  for (const name of path) {
    const indent = keys.length === 0 ? 0 : below[0]?.indent;
    const head = new RegExp(`^\\s*(["']?)${name}\\1[ \\t]*:(?=\\s|$)`);
    const key = below.find((line) => line.indent === indent && head.test(line.text));
    if (!key) break;
    keys.push(key);
    below = within(lines, key);
  }
  return { lines, keys, below };
}

/** The lines that hold something, comments left out. */
function linesOf(yaml: string): Line[] {
  return [...yaml.matchAll(/^([ \t]*)[^\s#].*?(?=\r?$)/gm)].map(({ 0: text, 1: space = "", index: from }) => ({ from, to: from + text.length, text, indent: space.length }));
}

const dash = /^\s*-(?=\s|$)/;

/** The lines below a key that belong to it: those further in, and the entries of a list that is not. */
function within(lines: readonly Line[], key: Line): Line[] {
  const below = lines.slice(lines.indexOf(key) + 1);
  const isOutside = ({ indent, text }: Line) => indent < key.indent || (indent === key.indent && !dash.test(text));
  const end = below.findIndex(isOutside);
  return end === -1 ? below : below.slice(0, end);
}

/** The list at the last of the keys. */
function listAt(yaml: string, { keys, below }: Found): YamlList | undefined {
  const key = keys.at(-1);
  if (!key) return undefined;
  const colon = key.from + key.text.indexOf(":") + 1;
  const rest = key.text.slice(colon - key.from);
  const from = colon + rest.length - rest.trimStart().length;
  const value = withoutRemark(rest.trim());
  const lines = { from: key.from, to: Math.max(key.to, below.at(-1)?.to ?? 0) };
  if (value.startsWith("[")) {
    const inside = inBrackets(yaml, from + 1);
    return inside && { written: "brackets", entries: inside.entries, lines: { from: key.from, to: inside.to }, start: from + 1 };
  }
  if (value !== "") return below.length > 0 ? undefined : { written: "text", entries: [entryOf(value, from, key)], lines, start: colon };
  const entries = inLines(below);
  return entries && { written: entries.length === 0 ? "nothing" : "block", entries, lines, start: colon };
}

/** The entries of a list that has a line, or more, for each. */
function inLines(lines: readonly Line[]): YamlEntry[] | undefined {
  const [first] = lines;
  if (first && !dash.test(first.text)) return undefined;
  const entries: YamlEntry[] = [];
  for (const line of lines) {
    const last = entries.at(-1);
    if (line.indent === first?.indent) {
      const head = /^\s*-\s*/.exec(line.text)?.[0].length ?? 0;
      entries.push(entryOf(withoutRemark(line.text.slice(head)), line.from + head, line));
    } else if (last) {
      last.text = undefined;
      last.lines.to = line.to;
    }
  }
  return entries;
}

const token = /\s+|#.*|("(?:[^"\\]|\\[^])*"|'(?:[^']|'')*'|[^\s,[\]{}"'#][^\s,[\]{}]*(?:[ \t]+[^\s#,[\]{}][^\s,[\]{}]*)*)|[,\]]/gy;

/** The entries of a list in brackets, from behind the opening one on, and where the closing line ends. */
function inBrackets(yaml: string, start: number): { entries: YamlEntry[]; to: number } | undefined {
  const entries: YamlEntry[] = [];
  let isNext = true;
  for (const { 0: found, 1: value, index } of yaml.slice(start).matchAll(token)) {
    const at = start + index;
    if (found === "]") return { entries, to: at + (/^[^\r\n]*/.exec(yaml.slice(at))?.[0].length ?? 0) };
    if (value === undefined) isNext ||= found === ",";
    else if (!isNext) return undefined;
    else {
      entries.push(entryOf(value, at, { from: at, to: at }));
      isNext = false;
    }
  }
  return undefined;
}

function entryOf(value: string, from: number, line: Range): YamlEntry {
  return { from, to: from + value.length, text: textOf(value), lines: { from: line.from, to: line.to } };
}

/** A value without the comment behind it. */
function withoutRemark(value: string): string {
  if (value.startsWith("#")) return "";
  return /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=\s+#|\s*$)/.exec(value)?.[0] ?? value.replace(/\s#.*$/, "").trimEnd();
}

/** What a value on one line says, if it is a text beyond doubt; nothing and null are an empty one. */
function textOf(value: string): string | undefined {
  if (/^"[^\r\n]*"$/.test(value)) {
    try {
      return String(JSON.parse(value));
    } catch {
      return undefined;
    }
  }
  if (/^'(?:[^'\r\n]|'')*'$/.test(value)) return value.slice(1, -1).replaceAll("''", "'");
  if (/^(?:~|null)?$/i.test(value)) return "";
  return /^[&*!|>%@`"'{[?-]|[:#]\s|:$/.test(value) ? undefined : value;
}
