import { about, type About } from "./about";
import { defaultConfig, type Config } from "./config";
import { severities, type Severity } from "./diagnostic";

/** One thing in a config that could not be used. */
export interface ConfigProblem {
  /** The key, as a path: `rules.equated`. */
  key: string;
  /** Names the key, what was found and what is allowed. */
  message: string;
  /** Line in the config's text, from 1; absent where there is no text (settings). */
  line?: number;
}

/** The part of JSON Schema that a config needs. */
export type Schema =
  | { type: "object"; description?: string; properties: Readonly<Record<string, Schema>>; additionalProperties: false }
  | { type: "array"; description?: string; items: { type: "string"; pattern: string } }
  | { type: "string"; description?: string; enum: readonly string[] };

/** Folders and names are plain texts; a `*` would match nothing, so it is refused. */
const noWildcard = "^[^*]*$";

/** The JSON Schema of a config: what `readConfig` checks by, and what an editor completes from. `known` are the rules and conventions that it may name. */
export function configSchema({ rules, conventions }: Pick<About, "rules" | "conventions"> = about()): Schema & { $schema: string; title: string } {
  const ids = rules.map(({ id, summary }) => [id, summary] as const);
  const list = (description: string): Schema => ({ type: "array", description, items: { type: "string", pattern: noWildcard } });
  const object = (description: string, properties: Record<string, Schema>) => ({ type: "object", description, properties, additionalProperties: false }) as const;
  const levels = [...severities, "off"];
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "distinguo.yaml",
    ...object("What a vault has settled for Distinguo.", {
      convention: { type: "string", description: "Whose definitions of the terms are followed.", enum: conventions.map(({ id }) => id) },
      rules: object("How loud each rule is; off silences it.", Object.fromEntries(ids.map(([id, description]) => [id, { type: "string", description, enum: levels }]))),
      exclude: list("Folders or notes that are left out, as paths from the vault's root."),
      concepts: object("What counts as a concept note: any one of these suffices.", {
        folders: list("Folders: a path from the root, or a bare name that matches a folder of that name anywhere."),
        types: list("Values of the property type."),
        tags: list("Tags, without #."),
        exclude: list("Basenames, or folders ending in /, that are never concept notes even so."),
      }),
    }),
  };
}

/**
 * Reads a config from a parsed value. Never throws: what can't be used is reported and its default stands.
 * @param text the text the value was parsed from, to find the lines of the keys
 */
export function readConfig(value: unknown, text?: string, known: Pick<About, "rules" | "conventions"> = about()): { config: Config; problems: ConfigProblem[] } {
  const leaves = new Map<string, string | string[]>();
  const problems: ConfigProblem[] = [];
  const report = (path: readonly string[], message: string) => {
    const line = text === undefined ? undefined : lineOf(text, path);
    problems.push({ key: path.join("."), message, ...(line === undefined ? {} : { line }) });
  };
  if (value !== undefined && value !== null) read(configSchema(known), value, [], leaves, report);
  const listAt = (key: string, fallback: readonly string[]) => {
    const leaf = leaves.get(key);
    return Array.isArray(leaf) ? leaf : fallback;
  };
  const convention = leaves.get("convention");
  const { concepts } = defaultConfig;
  const config: Config = {
    convention: typeof convention === "string" ? convention : defaultConfig.convention,
    rules: { ...defaultConfig.rules, ...Object.fromEntries([...leaves].flatMap(([key, leaf]) => (key.startsWith("rules.") && isLevel(leaf) ? [[key.slice(6), leaf]] : []))) },
    exclude: listAt("exclude", defaultConfig.exclude),
    concepts: {
      folders: listAt("concepts.folders", concepts.folders),
      types: listAt("concepts.types", concepts.types),
      tags: listAt("concepts.tags", concepts.tags).map((tag) => tag.replace(/^#/, "")),
      exclude: listAt("concepts.exclude", concepts.exclude),
    },
  };
  return { config, problems };
}

type Report = (path: readonly string[], message: string) => void;

function read(schema: Schema, value: unknown, path: readonly string[], leaves: Map<string, string | string[]>, report: Report): void {
  const name = path.length === 0 ? "The config" : `“${path.join(".")}”`;
  switch (schema.type) {
    case "object": {
      if (value === null && path.length > 0) return;
      if (typeof value !== "object" || value === null || Array.isArray(value)) {
        report(path, `${name} is ${describe(value)}; a list of keys and values goes there: ${Object.keys(schema.properties).join(", ")}.`);
        return;
      }
      for (const [key, inner] of Object.entries(value)) {
        const known = Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
        if (known) read(known, inner, [...path, key], leaves, report);
        else report([...path, key], `“${[...path, key].join(".")}” is no ${path[0] === "rules" ? "rule" : "setting"}. Allowed: ${Object.keys(schema.properties).join(", ")}.`);
      }
      return;
    }
    case "array": {
      if (!Array.isArray(value)) {
        report(path, `${name} is ${describe(value)}; a list of texts goes there.`);
        return;
      }
      const texts: string[] = [];
      value.forEach((entry: unknown, index) => {
        if (typeof entry === "string" && !new RegExp(schema.items.pattern).test(entry)) report([...path, String(index)], `Entry ${index + 1} of ${name} is ${describe(entry)}; wildcards are not known here. Name a folder (all in it is meant) or a note.`);
        else if (typeof entry === "string" && entry.trim() !== "") texts.push(entry.trim());
        else report([...path, String(index)], `Entry ${index + 1} of ${name} is ${describe(entry)}; a text goes there.`);
      });
      leaves.set(path.join("."), texts);
      return;
    }
    case "string": {
      // YAML 1.1 reads a bare `off` as false.
      const text = value === false && schema.enum.includes("off") ? "off" : value;
      if (typeof text === "string" && schema.enum.includes(text)) leaves.set(path.join("."), text);
      else report(path, `${name} is ${describe(value)}. Allowed: ${schema.enum.join(", ")}.`);
    }
  }
}

function isLevel(leaf: string | string[]): leaf is Severity | "off" {
  return leaf === "off" || severities.some((severity) => severity === leaf);
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a list of keys and values";
  if (typeof value === "string") return `“${value.length > 60 ? `${value.slice(0, 59)}…` : value}”`;
  if (typeof value === "number" || typeof value === "bigint") return `the number ${value}`;
  return typeof value === "boolean" ? String(value) : "nothing that a config can hold";
}

/** The line, from 1, on which a key stands in YAML or JSON text, or an entry of the list below it; its nearest ancestor's where it is not found. */
function lineOf(text: string, path: readonly string[]): number {
  let at = 0;
  for (const part of path) {
    const found = /^\d+$/.test(part) ? entryAt(text, at, Number(part)) : keyAt(text, at, part);
    if (found === -1) break;
    at = found;
  }
  return text.slice(0, at).split("\n").length;
}

function keyAt(text: string, from: number, key: string): number {
  for (let at = text.indexOf(key, from); at !== -1; at = text.indexOf(key, at + 1)) {
    const isStart = at === 0 || /[\s{,"']/.test(text[at - 1] ?? "");
    if (isStart && /^["']?\s*:/.test(text.slice(at + key.length, at + key.length + 12)) && !isComment(text, at)) return at;
  }
  return -1;
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
