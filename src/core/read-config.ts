import { about } from "./about";
import { defaultConfig, mentionAmounts, type Config } from "./config";
import { configSchema, type KnownNames, type Schema } from "./config-schema";
import { describeValue } from "./describe-value";
import { severities, type Severity } from "./diagnostic";
import { asRead, ownPhraseAsRead } from "./prose/own-phrase";

/** One thing in a config that could not be used. */
export interface ConfigProblem {
  /** The key, as a path: `rules.equated`. */
  key: string;
  /** Names the key, what was found and what is allowed. */
  message: string;
  /** Line in the config's text, from 1; absent where there is no text (settings). */
  line?: number;
}

/**
 * Reads a config from a parsed value. Never throws: what can't be used is reported and its default stands.
 * @param text the text the value was parsed from, to find the lines of the keys
 */
export function readConfig(value: unknown, text?: string, known: KnownNames = about()): { config: Config; problems: ConfigProblem[] } {
  const leaves = new Map<string, Leaf>();
  const problems: ConfigProblem[] = [];
  const report: Report = (path, message) => {
    const line = text === undefined ? undefined : lineOf(text, path);
    problems.push({ key: path.join("."), message, ...(line === undefined ? {} : { line }) });
  };
  if (value !== undefined && value !== null) read(configSchema(known), value, [], leaves, report);
  /** The leaves below a key, by the rest of their path. */
  const below = <Kind extends Leaf>(key: string, isKind: (leaf: Leaf) => leaf is Kind) =>
    [...leaves].flatMap(([path, leaf]) => (path.startsWith(`${key}.`) && isKind(leaf) ? [[path.slice(key.length + 1), leaf] as const] : []));
  const listAt = (key: string, fallback: readonly string[]) => {
    const leaf = leaves.get(key);
    return Array.isArray(leaf) ? leaf : fallback;
  };
  const phrasesAt = (key: string) => Object.fromEntries(below(key, Array.isArray).map(([name, phrases]) => [name, phrases.map(ownPhraseAsRead)]));
  const convention = leaves.get("convention");
  const { concepts, mentions, words } = defaultConfig;
  const config: Config = {
    convention: typeof convention === "string" ? convention : defaultConfig.convention,
    conventions: Object.fromEntries(below("conventions", isText)),
    rules: Object.fromEntries(below("rules", isLevel)),
    exclude: listAt("exclude", defaultConfig.exclude),
    concepts: {
      folders: listAt("concepts.folders", concepts.folders),
      types: listAt("concepts.types", concepts.types),
      tags: listAt("concepts.tags", concepts.tags).map((tag) => tag.replace(/^#/, "")),
      exclude: listAt("concepts.exclude", concepts.exclude),
      headings: listAt("concepts.headings", []),
      properties: { related: listAt("concepts.properties.related", []), broader: listAt("concepts.properties.broader", []), narrower: listAt("concepts.properties.narrower", []) },
    },
    mentions: { amount: mentionAmounts.find((amount) => amount === leaves.get("mentions.amount")) ?? mentions.amount, exclude: listAt("mentions.exclude", mentions.exclude) },
    // Where there are none, they are the very same ones, so that all expressions are.
    words: ![...leaves].some(([key, leaf]) => key.startsWith("words.") && leaf.length > 0)
      ? words
      : { "terms-of-art": phrasesAt("words.terms-of-art"), evidence: phrasesAt("words.evidence"), cues: phrasesAt("words.cues"), exceptions: listAt("words.exceptions", []).map(asRead) },
  };
  return { config, problems };
}

/** What stands at a key that holds no further keys. */
type Leaf = string | string[];

/** Keys, and the index of an entry below the last of them. */
type Path = readonly (string | number)[];

type Report = (path: Path, message: string) => void;

function read(schema: Schema, value: unknown, path: readonly string[], leaves: Map<string, Leaf>, report: Report): void {
  const name = path.length === 0 ? "The config" : `“${path.join(".")}”`;
  switch (schema.type) {
    case "object": {
      if (value === null && path.length > 0) return;
      const { properties, additionalProperties, propertyNames } = schema;
      const allowed = propertyNames?.description ?? `Allowed: ${Object.keys(properties).join(", ")}.`;
      if (typeof value !== "object" || value === null || Array.isArray(value)) {
        report(path, `${name} is ${describeValue(value)}; a list of keys and values goes there. ${allowed}`);
        return;
      }
      for (const [key, inner] of Object.entries(value)) {
        const at = [...path, key];
        const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
        if (known && fits(key, propertyNames?.pattern)) read(known, inner, at, leaves, report);
        else report(at, `“${at.join(".")}” is no ${known ? "place in the vault" : path[0] === "rules" ? "rule" : "setting"}. ${allowed}`);
      }
      return;
    }
    case "array": {
      if (!Array.isArray(value)) {
        report(path, `${name} is ${describeValue(value)}; a list of texts goes there.`);
        return;
      }
      const { items, maxItems } = schema;
      if (value.length > maxItems) report(path, `${name} has ${value.length} entries; ${maxItems} are read.`);
      const texts = value.slice(0, maxItems).flatMap((entry: unknown, index) => {
        const text = typeof entry === "string" ? entry.trim() : "";
        if (text !== "" && fits(text, items.pattern)) return [text];
        report([...path, index], `Entry ${index + 1} of ${name} is ${describeValue(entry)}. ${text === "" ? "A text goes there." : items.description}`);
        return [];
      });
      leaves.set(path.join("."), texts);
      return;
    }
    case "string": {
      // YAML 1.1 reads a bare `off` as false.
      const text = value === false && schema.enum.includes("off") ? "off" : value;
      if (typeof text === "string" && schema.enum.includes(text)) leaves.set(path.join("."), text);
      else report(path, `${name} is ${describeValue(value)}. Allowed: ${schema.enum.join(", ")}.`);
    }
  }
}

function fits(text: string, pattern = ""): boolean {
  return new RegExp(pattern, "u").test(text);
}

function isText(leaf: Leaf): leaf is string {
  return typeof leaf === "string";
}

function isLevel(leaf: Leaf): leaf is Severity | "off" {
  return leaf === "off" || severities.some((severity) => severity === leaf);
}

/** The line, from 1, on which a key stands in YAML or JSON text, or an entry of the list below it; its nearest ancestor's where it is not found. */
function lineOf(text: string, path: Path): number {
  let at = 0;
  for (const [depth, part] of path.entries()) {
    const found = typeof part === "number" ? entryAt(text, at, part) : keyAt(text, at, part, depth === 0);
    if (found === -1) break;
    at = found;
  }
  return text.slice(0, at).split("\n").length;
}

/** The first place of a key; of an outermost one the first at the head of a line, since others may bear its name. */
function keyAt(text: string, from: number, key: string, isOutermost: boolean): number {
  let first = -1;
  for (let at = text.indexOf(key, from); at !== -1; at = text.indexOf(key, at + 1)) {
    const isStart = at === 0 || /[\s{,"']/.test(text[at - 1] ?? "");
    if (!isStart || !/^["']?\s*:/.test(text.slice(at + key.length, at + key.length + 12)) || isComment(text, at)) continue;
    if (!isOutermost || /(?:^|\n)["']?$/.test(text.slice(Math.max(0, at - 2), at))) return at;
    if (first === -1) first = at;
  }
  return first;
}

function isComment(text: string, at: number): boolean {
  return /^\s*#/.test(text.slice(text.lastIndexOf("\n", at) + 1, at));
}

/** The place of the nth entry of a block list below `from`; the list itself where it is written in brackets. */
function entryAt(text: string, from: number, index: number): number {
  const entries = [...text.slice(from).matchAll(/^[ \t]*- /gm)];
  const entry = entries[index];
  return entry ? from + entry.index + entry[0].length - 1 : -1;
}
