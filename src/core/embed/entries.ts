import type { ParseYaml } from "../markdown/front-matter";

/** One `key: value` of a block, with the lines that it stands on, from 1. */
export interface Entry {
  key: string;
  value: unknown;
  line: number;
}

/** What can't be used of a block, and where. */
export interface EmbedProblem {
  /** The line of the block, from 1. */
  line: number;
  /** Names the option, what was found and what is allowed. */
  message: string;
}

/**
 * Reads the options of a block one by one, so that one that does not parse spoils no other, and each is known with its line.
 * Never throws.
 */
export function readEntries(text: string, parseYaml: ParseYaml): { entries: Entry[]; problems: EmbedProblem[] } {
  const entries: Entry[] = [];
  const problems: EmbedProblem[] = [];
  for (const { line, source } of chunksOf(text)) {
    const report = (message: string): void => void problems.push({ line, message });
    let value: unknown;
    try {
      value = parseYaml(source);
    } catch (error) {
      report(`This can't be read: ${firstLine(error)}`);
      continue;
    }
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      report(`“${source.trim().slice(0, 60)}” is no option. Options are written as key: value, each on a line of its own.`);
      continue;
    }
    for (const [key, own] of Object.entries(value)) {
      if (entries.some((other) => other.key === key)) report(`“${key}” stands here twice; the last one counts.`);
      entries.push({ key, value: own, line });
    }
  }
  return { entries, problems };
}

/** The lines that belong to one option each: what is indented, or goes on a list, belongs to what stands above it. */
function chunksOf(text: string): { line: number; source: string }[] {
  const chunks: { line: number; source: string }[] = [];
  for (const [index, source] of text.split(/\r?\n/).entries()) {
    if (/^\s*(?:#|$)/.test(source)) continue;
    const last = chunks.at(-1);
    if (last && /^[\s\-\]}]/.test(source)) last.source += `\n${source}`;
    else chunks.push({ line: index + 1, source });
  }
  return chunks;
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n", 1)[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? "";
}
