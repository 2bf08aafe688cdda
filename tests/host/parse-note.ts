/** A note's text to `CachedMetadata`: links, embeds, tags, headings, sections, list items, blocks, front matter. */
import type { CachedMetadata, FrontmatterLinkCache, ListItemCache, Loc, Pos, SectionCache } from "obsidian";
import type { List, Nodes } from "mdast";
import { getFrontMatterInfo, readFrontMatter } from "./frontmatter";
import { maskCode, parseMarkdown, range, walk } from "./markdown";

const WIKI = /(!?)\[\[([^[\]\n]+?)\]\]/g;
const TAG = /(^|[\s(])(#[\p{L}\p{N}\p{Extended_Pictographic}_/-]*[\p{L}\p{Extended_Pictographic}_/-][\p{L}\p{N}\p{Extended_Pictographic}_/-]*)/gu;

/** Line and column of every offset of one text. */
class Positions {
  #starts = [0];
  constructor(text: string) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#starts.push(at + 1);
  }
  loc(offset: number): Loc {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, col: offset - (this.#starts[low] ?? 0), offset };
  }
  pos(from: number, to: number): Pos { return { start: this.loc(from), end: this.loc(to) }; }
}

function add<K extends "links" | "embeds" | "tags" | "headings" | "sections" | "listItems">(
  cache: CachedMetadata, key: K, item: NonNullable<CachedMetadata[K]>[number],
): void {
  const list: unknown[] = cache[key] ?? [];
  list.push(item);
  Object.assign(cache, { [key]: list });
}

function sectionType(node: Nodes, text: string): SectionCache["type"] {
  if (node.type === "blockquote") return /^>\s*\[!/.test(text.slice(range(node).from)) ? "callout" : "blockquote";
  if (node.type === "paragraph" && isTable(text.slice(range(node).from, range(node).to))) return "table";
  return node.type;
}

export function isTable(text: string): boolean {
  return /^[^\n]*\|[^\n]*\n[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*(\n|$)/.test(text);
}

export function plainText(node: Nodes): string {
  let text = "";
  walk(node, (inner) => { if (inner.type === "text" || inner.type === "inlineCode") text += inner.value; });
  return text.replace(/!?\[\[(?:[^[\]|]*\|)?([^[\]]+)\]\]/g, "$1");
}

function wikiLinks(cache: CachedMetadata, masked: string, text: string, at: Positions): void {
  for (const match of masked.matchAll(WIKI)) {
    const original = text.slice(match.index, match.index + match[0].length);
    // From the text as it is: what looks like a tag in a link (`[[<name>]]`) was masked.
    const [target = "", ...label] = original.slice((match[1] ?? "").length + 2, -2).replace(/\\\|/g, "|").split("|");
    const link = target.trim();
    const displayText = label.length > 0 ? label.join("|").trim() : link;
    add(cache, match[1] === "!" ? "embeds" : "links", { link, original, displayText, position: at.pos(match.index, match.index + original.length) });
  }
}

function tags(cache: CachedMetadata, masked: string, at: Positions): void {
  for (const match of masked.matchAll(TAG)) {
    const from = match.index + (match[1] ?? "").length;
    const tag = match[2] ?? "";
    add(cache, "tags", { tag, position: at.pos(from, from + tag.length) });
  }
}

function markdownLink(url: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url === "") return null;
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

function listItems(cache: CachedMetadata, list: List, parent: number, text: string, at: Positions): void {
  for (const item of list.children) {
    const { from, to } = range(item);
    const line = at.loc(from).line;
    const first = item.children[0];
    const end = first === undefined || first.type === "list" ? to : range(first).to;
    const task = /^\s*(?:[-*+]|\d+[.)])\s+\[(.)\]\s/.exec(text.slice(from, end))?.[1];
    const entry: ListItemCache = { position: at.pos(from, end), parent: parent >= 0 ? parent : -at.loc(range(list).from).line || -1 };
    add(cache, "listItems", task === undefined ? entry : { ...entry, task });
    for (const child of item.children) if (child.type === "list") listItems(cache, child, line, text, at);
  }
}

function blockIds(cache: CachedMetadata): (section: SectionCache, source: string) => void {
  return (section, source) => {
    const id = /(?:^|\s)\^([A-Za-z0-9-]+)\s*$/.exec(source)?.[1];
    if (id === undefined) return;
    section.id = id;
    cache.blocks = { ...cache.blocks, [id.toLowerCase()]: { id, position: section.position } };
  };
}

function frontmatterLinks(value: unknown, key: string): FrontmatterLinkCache[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => frontmatterLinks(item, key === "" ? String(index) : `${key}.${String(index)}`));
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([name, item]) => frontmatterLinks(item, key === "" ? name : `${key}.${name}`));
  }
  if (typeof value !== "string") return [];
  const match = /^\[\[([^[\]|]+)(?:\|([^[\]]*))?\]\]$/.exec(value.trim());
  const link = match?.[1];
  return link === undefined ? [] : [{ key, link: link.trim(), original: value, displayText: match?.[2] ?? link.trim() }];
}

export function parseNote(text: string): CachedMetadata {
  const cache: CachedMetadata = {};
  const at = new Positions(text);
  const tree = parseMarkdown(text);
  const masked = maskCode(text, tree);
  const info = getFrontMatterInfo(text);
  if (info.exists) {
    const end = text.slice(0, info.contentStart).trimEnd().length;
    const frontmatter = readFrontMatter(text);
    cache.frontmatterPosition = at.pos(0, end);
    add(cache, "sections", { type: "yaml", position: at.pos(0, end) });
    if (frontmatter !== undefined) cache.frontmatter = frontmatter;
    const links = frontmatterLinks(frontmatter, "");
    if (links.length > 0) cache.frontmatterLinks = links;
  }
  wikiLinks(cache, masked, text, at);
  tags(cache, masked, at);
  const block = blockIds(cache);
  for (const node of tree.children) {
    const { from, to } = range(node);
    const section: SectionCache = { type: sectionType(node, text), position: at.pos(from, to) };
    block(section, text.slice(from, to));
    add(cache, "sections", section);
    if (node.type === "list") listItems(cache, node, -1, text, at);
  }
  walk(tree, (node) => {
    const { from, to } = range(node);
    if (node.type === "heading") add(cache, "headings", { heading: plainText(node), level: node.depth, position: at.pos(from, to) });
    if (node.type !== "link" && node.type !== "image") return;
    const link = markdownLink(node.url);
    if (link === null) return;
    const displayText = node.type === "link" ? plainText(node) : node.alt ?? "";
    add(cache, node.type === "link" ? "links" : "embeds", { link, original: text.slice(from, to), displayText, position: at.pos(from, to) });
  });
  cache.links?.sort((a, b) => a.position.start.offset - b.position.start.offset);
  return cache;
}
