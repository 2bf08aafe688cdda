/** Markdown to a tree, by remark-parse, and the ranges of a note in which links and tags do not count. */
import type { Nodes, Root } from "mdast";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { getFrontMatterInfo } from "./frontmatter";

const processor = unified().use(remarkParse);

/** Parses a note with its front matter blanked, and its BOM, which remark drops, so that positions are those of the note. */
export function parseMarkdown(text: string): Root {
  const { contentStart } = getFrontMatterInfo(text);
  return processor.parse(blank(text, 0, contentStart).replace(/^\uFEFF/, " "));
}

export function blank(text: string, from: number, to: number): string {
  return text.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, " ") + text.slice(to);
}

export function range(node: Nodes): { from: number; to: number } {
  return { from: node.position?.start.offset ?? 0, to: node.position?.end.offset ?? 0 };
}

/** Visits a node and all that is in it, parents first. */
export function walk(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node);
  if ("children" in node) for (const child of node.children) walk(child, visit);
}

/** The note with code, comments, HTML and math blanked: what is left may hold wiki links and tags. */
export function maskCode(text: string, tree: Root): string {
  let masked = blank(text, 0, getFrontMatterInfo(text).contentStart);
  walk(tree, (node) => {
    if (node.type !== "code" && node.type !== "inlineCode" && node.type !== "html") return;
    const { from, to } = range(node);
    masked = blank(masked, from, to);
  });
  return masked.replace(/%%[\s\S]*?%%|\$\$[\s\S]*?\$\$/g, (found) => found.replace(/[^\n]/g, " "));
}
