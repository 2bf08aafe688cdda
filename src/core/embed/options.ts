import { relationKinds, type RelationKind } from "../concepts/concept";
import { describeValue } from "../describe-value";
import { severities, type Severity } from "../diagnostic";
import type { ParseYaml } from "../markdown/front-matter";
import { nearestName } from "../nearest-name";
import { readEntries, type EmbedProblem } from "./entries";

/** What a block can show. */
export const embedShows = ["concept", "square", "problems"] as const;
/** One of them. */
export type EmbedShow = (typeof embedShows)[number];

/** How a block shows what lies round a concept. */
export const embedViews = ["both", "map", "list"] as const;

/** What a block in a note asks for. */
export interface EmbedOptions {
  show: EmbedShow;
  view: (typeof embedViews)[number];
  /** The note that it is about: a path, a name or a label, as written, without brackets; null for the one that holds the block. */
  note: string | null;
  depth: 1 | 2 | 3;
  /** The kinds of relations that are shown; all where it is empty. */
  kinds: readonly RelationKind[];
  /** Folders, without slashes at their ends; empty for the vault's root. */
  folders: readonly string[];
  /** Without `#`. */
  tags: readonly string[];
  domains: readonly string[];
  /** Ids; all rules where it is empty. */
  rules: readonly string[];
  /** The quietest that is shown. */
  severity: Severity;
  /** How many problems are listed. */
  limit: number;
}

const mostProblems = 500;

/** What each option is for, where it is not for all. */
const isFor: Readonly<Partial<Record<string, readonly EmbedShow[]>>> = {
  view: ["concept"],
  depth: ["concept", "square"],
  kinds: ["concept"],
  domain: ["concept"],
  rule: ["problems"],
  severity: ["problems"],
  limit: ["problems"],
};
const names = ["show", "view", "note", "depth", "kinds", "folder", "tag", "domain", "rule", "severity", "limit"];

/**
 * Reads the options of a `distinguo` block. Never throws: what can't be used is reported, and its default stands.
 * @param known the ids of all rules
 * @returns the options, the line that each of those given stands on, and what could not be used
 */
export function readEmbed(text: string, parseYaml: ParseYaml, known: readonly string[]): { options: EmbedOptions; lines: Readonly<Partial<Record<string, number>>>; problems: EmbedProblem[] } {
  const { entries, problems } = readEntries(text, parseYaml);
  const options: EmbedOptions = { show: "concept", view: "both", note: null, depth: 1, kinds: [], folders: [], tags: [], domains: [], rules: [], severity: "hint", limit: 50 };
  const lines = new Map<string, number>();
  for (const { key, value, line } of entries) {
    const report = (message: string): void => void problems.push({ line, message });
    if (!names.includes(key)) {
      const near = nearestName(key, names);
      report(`“${key}” is no option.${near === undefined ? "" : ` Did you mean “${near}”?`} Allowed: ${names.join(", ")}.`);
      continue;
    }
    lines.set(key, line);
    const read = readerOf(key, value, report);
    switch (key) {
      case "show": options.show = read.oneOf(embedShows) ?? options.show; break;
      case "view": options.view = read.oneOf(embedViews) ?? options.view; break;
      case "note": options.note = read.note() ?? options.note; break;
      case "depth": options.depth = read.oneOf([1, 2, 3]) ?? options.depth; break;
      case "kinds": options.kinds = read.someOf(relationKinds); break;
      case "folder": options.folders = read.texts().map((folder) => folder.replace(/^(?:\.?\/)+|\/+$/g, "")); break;
      case "tag": options.tags = read.texts().map((tag) => tag.replace(/^#/, "")); break;
      case "domain": options.domains = read.texts(); break;
      case "rule": options.rules = read.someOf(known); break;
      case "severity": options.severity = read.oneOf(severities) ?? options.severity; break;
      case "limit": options.limit = read.count(mostProblems) ?? options.limit; break;
    }
  }
  for (const [key, line] of lines) {
    const shows = isFor[key];
    if (shows && !shows.includes(options.show)) problems.push({ line, message: `“${key}” has no effect: it goes with show: ${shows.join(" or ")}.` });
  }
  return { options, lines: Object.fromEntries(lines), problems: problems.sort((a, b) => a.line - b.line) };
}

interface Reader {
  oneOf<Value extends string | number>(allowed: readonly Value[]): Value | undefined;
  someOf<Value extends string>(allowed: readonly Value[]): Value[];
  texts(): string[];
  note(): string | undefined;
  count(most: number): number | undefined;
}

function readerOf(key: string, value: unknown, report: (message: string) => void): Reader {
  const texts = (): string[] => {
    const list: unknown[] = Array.isArray(value) ? value : [value];
    return list.flatMap((one) => {
      // A link without quotes is a list in a list to YAML.
      if (Array.isArray(one)) return [`[[${one.map(String).join(", ")}]]`];
      if (typeof one === "string" && one.trim() !== "") return [one.trim()];
      if (typeof one === "number") return [String(one)];
      report(`“${key}” is ${describeValue(one)}; a text goes there, or a list of texts.`);
      return [];
    });
  };
  const strange = (found: string, allowed: readonly (string | number)[]): void => {
    const near = nearestName(found, allowed.map(String));
    report(`“${key}” is “${found.slice(0, 60)}”.${near === undefined ? "" : ` Did you mean “${near}”?`} Allowed: ${allowed.join(", ")}.`);
  };
  return {
    oneOf(allowed) {
      const found = allowed.find((one) => one === value || String(one) === value);
      if (found === undefined && typeof value === "string") strange(value, allowed);
      else if (found === undefined) report(`“${key}” is ${describeValue(value)}. Allowed: ${allowed.join(", ")}.`);
      return found;
    },
    someOf: (allowed) =>
      texts().flatMap((text) => {
        const found = allowed.find((one) => one === text);
        if (found === undefined) strange(text, allowed);
        return found ?? [];
      }),
    texts,
    note() {
      const [first, ...more] = texts();
      if (more.length > 0) report(`“${key}” is a list; one note goes there.`);
      return first === undefined ? undefined : linkTarget(first);
    },
    count(most) {
      if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= most) return value;
      report(`“${key}” is ${describeValue(value)}. Allowed: a whole number from 1 to ${most}.`);
      return undefined;
    },
  };
}

/** What a link leads to; of what is none, the text as it is. */
function linkTarget(text: string): string {
  const inner = /^!?\[\[([^\]|#]+)[^\]]*\]\]$/.exec(text)?.[1] ?? text;
  return inner.trim();
}
