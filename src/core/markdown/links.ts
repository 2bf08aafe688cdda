import type { Range } from "../range";
import type { Block } from "./blocks";
import type { Definitions } from "./inline";
import { isExternal, type LinkTarget } from "./link-target";
import { parsedLinks } from "./parsed-links";
import { holdSpaces } from "./prepare";
import { hasHtmlBlock, simpleLinks } from "./simple-links";
import { blank } from "./visible";

/** A link of a note within its vault. Where it leads to another file than a note, see `namesFile`. */
export interface Link extends Range {
  /** What it shows, plain. */
  text: string;
  target: LinkTarget;
}

/** Past this many UTF-16 units a piece is read line by line: the parser's time on one long paragraph grows faster than its length. */
const longestPiece = 8_000;

/** Where an item begins, which no link reaches over, so that the parser gets no more than the item whose links it must read. */
const beforeItem = /^(?=[ \t>]*[-*+][ \t]+\S)/m;

const definition = /^ {0,3}\[([^\]\n]+)\]:[ \t]*(?:<([^>\n]*)>|(\S+))/gm;

/** The link reference definitions of a note's visible text, by folded identifier; the first one of a name counts. */
export function readDefinitions(text: string): Definitions {
  const definitions = new Map<string, string>();
  if (!text.includes("]:")) return definitions;
  for (const match of text.matchAll(definition)) {
    const id = (match[1] ?? "").trim().replace(/\s+/g, " ").toLowerCase();
    if (!id.startsWith("^") && !definitions.has(id)) definitions.set(id, match[2] ?? match[3] ?? "");
  }
  return definitions;
}

/**
 * The links of the blocks, in document order. `text` is the note's visible text.
 * @param found links that an app has found: only what it can't have is looked for
 */
export function readLinks(text: string, blocks: readonly Block[], definitions: Definitions, found?: readonly Link[]): Link[] {
  // Apps differ in what they tell of references.
  const known = [...definitions.values()].every(isExternal) ? found : undefined;
  const links: Link[] = [];
  for (const block of blocks) {
    const { from, to } = block.inner;
    const piece = text.slice(from, to);
    if (piece.includes("[") && (!known || holdSpaces(piece) !== piece)) readPiece(piece, from, definitions, links);
  }
  if (!known) return links;
  const places = new Set(known.map(({ from }) => from));
  return [...known, ...links.filter(({ from }) => !places.has(from))].sort((a, b) => a.from - b.from);
}

function readPiece(piece: string, base: number, definitions: Definitions, links: Link[]): void {
  const simple = simpleLinks(piece, base, definitions.size > 0);
  if (simple) {
    for (const link of simple) links.push(link);
    return;
  }
  const items = hasHtmlBlock(piece) ? [piece] : piece.split(beforeItem);
  const parts = items.length > 1 || piece.length <= longestPiece ? items : piece.split(/^/m).map((line) => (line.length <= longestPiece ? line : blank(line)));
  if (parts.length > 1) {
    let at = base;
    for (const part of parts) {
      if (part.includes("[")) readPiece(part, at, definitions, links);
      at += part.length;
    }
  } else if (piece.length <= longestPiece) for (const link of parsedLinks(piece, base, definitions)) links.push(link);
}
