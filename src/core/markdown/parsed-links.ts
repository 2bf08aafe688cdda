import type { Nodes } from "mdast";
import { flatten, type Definitions } from "./inline";
import type { Link } from "./links";
import { parse } from "./parse";
import { plainText } from "./plain-text";
import { prepare } from "./prepare";

/** The links of a piece as the parser reads them. `base` is where the piece begins in the note. */
export function parsedLinks(piece: string, base: number, definitions: Definitions): Link[] {
  const prepared = prepare(piece);
  const indent = prepared.length - prepared.trimStart().length;
  let markdown = prepared.slice(indent);
  for (const id of definitions.size > 0 ? referencesIn(piece) : []) {
    const url = definitions.get(id);
    if (url !== undefined) markdown += `\n\n[${id}]: <${url}>`;
  }
  const links: Link[] = [];
  const visit = (node: Nodes) => {
    if ((node.position?.start.offset ?? 0) >= prepared.length - indent) return;
    if (node.type === "paragraph" || node.type === "heading") {
      for (const { link } of flatten(node.children, base + indent, definitions).spans) {
        if (link?.target) links.push({ text: plainText(link.text), target: link.target, from: link.from, to: link.to });
      }
      return;
    }
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(parse(markdown));
  return links;
}

/** The identifiers that a piece may refer to. */
function referencesIn(piece: string): Set<string> {
  const ids = new Set<string>();
  for (const match of piece.matchAll(/\[([^[\]]+)\]/g)) ids.add((match[1] ?? "").trim().replace(/\s+/g, " ").toLowerCase());
  return ids;
}
