import type { Root } from "mdast";
import remarkParse from "remark-parse";
import { wikiLinkPlugin } from "remark-wiki-link";
import { unified } from "unified";
import { plainTree } from "./plain-tree";

const processor = unified().use(remarkParse).use(wikiLinkPlugin, { aliasDivider: "|" });

/**
 * The syntax tree of a piece of Markdown. Positions are offsets into `markdown`, so hand over a piece as it stands
 * in the note and add where it begins. Front matter, tables, math and Obsidian comments are not known to the parser:
 * the scanner takes them out first. A plain text is read without the parser, whose tree says more of places than offsets.
 */
export function parse(markdown: string): Root {
  return plainTree(markdown) ?? parsedTree(markdown);
}

/** The tree as the parser makes it, whatever the text. */
export function parsedTree(markdown: string): Root {
  return processor.parse(markdown);
}
