/** YAML and front matter, by the `yaml` package that Obsidian's own functions resemble most. */
import type { CachedMetadata, FrontMatterCache, FrontMatterInfo } from "obsidian";
import { parse, stringify } from "yaml";

export function parseYaml(yaml: string): unknown {
  // "silent" would silence the errors too; Obsidian throws them.
  return parse(yaml, { logLevel: "error", uniqueKeys: false });
}
export function stringifyYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}

export function getFrontMatterInfo(content: string): FrontMatterInfo {
  const match = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(content);
  if (match === null) return { exists: false, frontmatter: "", from: 0, to: 0, contentStart: 0 };
  const frontmatter = match[1] ?? "";
  const from = content.indexOf("\n") + 1;
  return { exists: true, frontmatter, from, to: from + frontmatter.length, contentStart: match[0].length };
}

export function readFrontMatter(content: string): FrontMatterCache | undefined {
  const info = getFrontMatterInfo(content);
  if (!info.exists) return undefined;
  try {
    const value = parseYaml(info.frontmatter);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    // Obsidian, too, keeps a note with broken properties and just has no frontmatter for it.
    return undefined;
  }
}

export function parseFrontMatterEntry(frontmatter: unknown, key: string | RegExp): unknown {
  if (typeof frontmatter !== "object" || frontmatter === null) return null;
  for (const [name, value] of Object.entries(frontmatter)) {
    if (typeof key === "string" ? name.toLowerCase() === key.toLowerCase() : key.test(name)) return value;
  }
  return null;
}

export function parseFrontMatterStringArray(frontmatter: unknown, key: string | RegExp): string[] | null {
  return strings(parseFrontMatterEntry(frontmatter, key), /,/);
}
export function parseFrontMatterAliases(frontmatter: unknown): string[] | null {
  return parseFrontMatterStringArray(frontmatter, /^alias(es)?$/i);
}
export function parseFrontMatterTags(frontmatter: unknown): string[] | null {
  const tags = strings(parseFrontMatterEntry(frontmatter, /^tags?$/i), /[,\s]+/);
  return tags?.map((tag) => (tag.startsWith("#") ? tag : `#${tag}`)) ?? null;
}

function strings(value: unknown, separator: RegExp): string[] | null {
  const list: unknown[] = typeof value === "string" ? value.split(separator) : Array.isArray(value) ? value : [];
  const clean = list.filter((item) => typeof item === "string" || typeof item === "number").map((item) => String(item).trim()).filter((item) => item !== "");
  return clean.length === 0 ? null : clean;
}

export function getAllTags(cache: CachedMetadata): string[] | null {
  const inline = (cache.tags ?? []).map((tag) => tag.tag);
  const all = [...(parseFrontMatterTags(cache.frontmatter) ?? []), ...inline];
  return all.length === 0 && cache.frontmatter === undefined && cache.tags === undefined ? null : all;
}
