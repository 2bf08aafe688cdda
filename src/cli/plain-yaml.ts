/** Characters that need a look by the parser, wherever they stand: tabs, controls, other line breaks, a byte order mark. */
const odd = /[^\P{Cc}\r\n]|[\u2028\u2029\uFEFF]|\r(?!\n)/u;
const entry = /^([A-Za-z][\w-]*(?: [\w-]+)*):(?: +(.*))?$/;
const item = /^( *)-(?: +(.*))?$/;
const blank = /^ *$/;
/** What begins a text and nothing else, and where a text would end or turn into a mapping. */
const plain = /^[A-Za-z_/($\u00A1-\uD7FF\uE000-\uFFFC\uD800-\uDFFF]/;
const further = /^ +[A-Za-z_/($\u00A1-\uD7FF\uE000-\uFFFC\uD800-\uDFFF]/;
const inner = /:(?: |$)| #/;
/** A text that begins as a number would, and holds a letter that no number has. */
const counted = /^\d.*[g-np-wyz]/i;
const quoted = /^(?:"([^"\\]*)"|'([^']*)')$/;
const date = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?$/;
const decimal = /^\d{1,15}(?:\.\d{1,15})?$/;
const constants = new Map<string, unknown>(["null", "Null", "NULL", ""].map((word): [string, unknown] => [word, null]));
for (const word of ["true", "True", "TRUE"]) constants.set(word, true);
for (const word of ["false", "False", "FALSE"]) constants.set(word, false);

/**
 * Reads YAML of the plain shapes that nearly all front matter has: keys at the head of the line, each with one text
 * (over several lines too), number or truth value, a list of them below it, or one in brackets. Undefined where anything is of another shape, so
 * that whatever is doubtful goes to the parser, at fifty times the cost; else the value that the parser would give.
 */
export function readPlainYaml(yaml: string): unknown {
  if (odd.test(yaml)) return undefined;
  const value: Record<string, unknown> = {};
  let key: string | undefined;
  /** The list below the key, and how far its hyphens are set in. */
  let list: unknown[] | undefined;
  let indent = -1;
  /** Whether the value of the key is a text that may go on. */
  let goesOn = false;
  for (const written of yaml.split("\n")) {
    const line = written.endsWith("\r") ? written.slice(0, -1) : written;
    if (blank.test(line)) {
      goesOn = false;
      continue;
    }
    const found = entry.exec(line);
    if (found) {
      key = found[1] ?? "";
      // To the parser a key may be a constant too.
      if (constants.has(key) || key.length > 100) return undefined;
      const scalar = readValue(found[2]);
      if (scalar === undefined) return undefined;
      value[key] = scalar;
      list = undefined;
      goesOn = typeof scalar === "string" && plain.test(trimmed(found[2] ?? ""));
      // Only below a key without a value may a list begin.
      indent = blank.test(found[2] ?? "") ? -1 : Infinity;
      continue;
    }
    // A text may go on in the lines below it, if they are set in.
    if (key !== undefined && goesOn && further.test(line)) {
      const more = trimmed(line);
      if (inner.test(more)) return undefined;
      value[key] = `${String(value[key])} ${more}`;
      continue;
    }
    const entered = item.exec(line);
    const column = entered?.[1]?.length ?? 0;
    if (!entered || key === undefined || (indent !== -1 && column !== indent)) return undefined;
    const scalar = readScalar(entered[2]);
    if (scalar === undefined) return undefined;
    indent = column;
    if (list) list.push(scalar);
    else value[key] = list = [scalar];
  }
  return key === undefined ? null : value;
}

function readValue(written = ""): unknown {
  const text = trimmed(written);
  if (!text.startsWith("[")) return readScalar(text);
  if (!text.endsWith("]")) return undefined;
  const inside = text.slice(1, -1);
  if (blank.test(inside)) return [];
  const items = inside.split(",").map((part) => (blank.test(part) || /[[\]{}:#]/.test(part) ? undefined : readScalar(part)));
  return items.includes(undefined) ? undefined : items;
}

/** One text, number, truth value or nothing (null); undefined where it may be more. */
function readScalar(written = ""): unknown {
  const text = trimmed(written);
  const constant = constants.get(text);
  if (constant !== undefined) return constant;
  if (plain.test(text) || counted.test(text)) return inner.test(text) ? undefined : text;
  if (decimal.test(text)) return Number(text);
  if (date.test(text)) return text;
  const inQuotes = quoted.exec(text);
  return inQuotes ? (inQuotes[1] ?? inQuotes[2]) : undefined;
}

/** To YAML only spaces are space at the ends of a text. */
function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && text[from] === " ") from += 1;
  while (to > from && text[to - 1] === " ") to -= 1;
  return text.slice(from, to);
}
