import type { ParseYaml } from "../markdown/front-matter";

/** One line of a text: `[from, to)` without its line break, and how far it is indented. */
interface Line {
  from: number;
  to: number;
  text: string;
  indent: number;
}

/**
 * The text of a `distinguo.yaml` with one more entry in `words.exceptions`; every line that is there stays as it is. The
 * text is read before and after: where the entry would not be all that has changed, or the text can't be read, null.
 */
export function withException(yaml: string, exception: string, parseYaml: ParseYaml): string | null {
  const before = attempt(() => parseYaml(yaml));
  if (!before) return null;
  const known = partsOf(before.value).exceptions;
  if (known.includes(exception)) return yaml;
  const text = insert(yaml, JSON.stringify(exception), known.length > 0);
  const after = attempt(() => parseYaml(text));
  const expected = { ...partsOf(before.value), exceptions: [...known, exception] };
  return after && JSON.stringify(partsOf(after.value)) === JSON.stringify(expected) ? text : null;
}

function attempt(parse: () => unknown): { value: unknown } | undefined {
  try {
    return { value: parse() };
  } catch {
    return undefined;
  }
}

/** A config taken apart, so that two can be compared whatever the order of the keys that are added. */
function partsOf(config: unknown): { rest: object; words: object; exceptions: unknown[] } {
  const { words: allWords, ...rest } = asRecord(config);
  const { exceptions, ...words } = asRecord(allWords);
  return { rest, words, exceptions: Array.isArray(exceptions) ? exceptions : [] };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function insert(yaml: string, entry: string, isFurther: boolean): string {
  const lineBreak = yaml.includes("\r\n") ? "\r\n" : "\n";
  const lines = linesOf(yaml);
  const at = (offset: number, text: string) => yaml.slice(0, offset) + text + yaml.slice(offset);
  const below = ({ to }: Line, ...added: string[]) => at(to, added.map((line) => lineBreak + line).join(""));

  const words = lines.find(({ text }) => /^words[ \t]*:/.test(text));
  if (!words) return `${yaml}${yaml === "" || yaml.endsWith("\n") ? "" : lineBreak}words:${lineBreak}  exceptions:${lineBreak}    - ${entry}${lineBreak}`;
  const inWords = within(lines, words);
  const indent = " ".repeat(inWords[0]?.indent ?? 2);
  const key = inWords.find((line) => line.indent === indent.length && /^exceptions[ \t]*:/.test(line.text.trimStart()));
  if (!key) return below(words, `${indent}exceptions:`, `${indent}  - ${entry}`);

  const bracket = /^\s*exceptions[ \t]*:[ \t]*\[/.exec(key.text);
  if (bracket) return at(closing(yaml, key.from + bracket[0].length), isFurther ? `, ${entry}` : entry);
  const items = within(lines, key, (line) => line.indent === key.indent && line.text.trimStart().startsWith("-"));
  return below(items.at(-1) ?? key, `${" ".repeat(items[0]?.indent ?? indent.length + 2)}- ${entry}`);
}

/** The lines that hold something, comments left out. */
function linesOf(yaml: string): Line[] {
  return [...yaml.matchAll(/^([ \t]*)[^\s#].*?(?=\r?$)/gm)].map(({ 0: text, 1: space = "", index: from }) => ({ from, to: from + text.length, text, indent: space.length }));
}

/** The lines below one that belong to it: those further in, and such as `isPart` takes in. */
function within(lines: readonly Line[], head: Line, isPart: (line: Line) => boolean = () => false): Line[] {
  const below = lines.slice(lines.indexOf(head) + 1);
  const end = below.findIndex((line) => line.indent <= head.indent && !isPart(line));
  return end === -1 ? below : below.slice(0, end);
}

/** Where the bracket closes that was opened before `from`; behind the last entry, and the comma that may follow it. */
function closing(yaml: string, from: number): number {
  const inside = /^(?:"(?:[^"\\]|\\[^])*"|'[^']*'|#.*|[^\]"'#])*/.exec(yaml.slice(from))?.[0] ?? "";
  return from + inside.replace(/[\s,]+$/, "").length;
}
