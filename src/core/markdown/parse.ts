import type { Root } from "mdast";
import remarkParse from "remark-parse";
import { wikiLinkPlugin } from "remark-wiki-link";
import { unified } from "unified";

const processor = unified().use(remarkParse).use(wikiLinkPlugin, { aliasDivider: "|" });

/**
 * The syntax tree of a piece of Markdown. Positions are offsets into `markdown`, so hand over a piece as it stands
 * in the note and add where it begins. Front matter, tables, math and Obsidian comments are not known to the parser:
 * the scanner takes them out first.
 */
export function parse(markdown: string): Root {
  return processor.parse(markdown);
}
