import type { Nodes } from "mdast";
import type { Range } from "../range";
import type { Block } from "./blocks";
import { flatten, type Definitions, type InlineLink } from "./inline";
import { markdownTarget, wikiTarget, type LinkTarget } from "./link-target";
import { parse } from "./parse";
import { plainText, wikiDisplay } from "./plain-text";
import { prepare } from "./prepare";

/** A link of a note to a note. Links out of the vault, and to files that are no notes, are left out. */
export interface Link extends Range {
  /** What it shows, plain. */
  text: string;
  target: LinkTarget;
  form: "wiki" | "markdown" | "reference";
}

/** Past this many UTF-16 units a piece is read line by line: the parser's time on one long paragraph grows faster than its length. */
const longestPiece = 16_000;

const definition = /^ {0,3}\[([^\]\n]+)\]:[ \t]*(?:<([^>\n]*)>|(\S+))/gm;
const wiki = /\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]/y;
const inlineLink = /\[([^[\]\n]*)\]\(([^()<>\s"]*)\)/y;
const bare = /\[(?:[^[\]\n]*)\](?![([:])/y;

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

/** The links of the blocks, in document order. `text` is the note's visible text. */
export function readLinks(text: string, blocks: readonly Block[], definitions: Definitions): Link[] {
  const links: Link[] = [];
  for (const block of blocks) {
    const { from, to } = block.inner;
    const piece = text.slice(from, to);
    if (piece.includes("[")) readPiece(piece, from, definitions, links);
  }
  return links;
}

function readPiece(piece: string, base: number, definitions: Definitions, links: Link[]): void {
  const simple = simpleLinks(piece, base, definitions.size > 0);
  if (simple) {
    for (const link of simple) links.push(link);
    return;
  }
  if (piece.length <= longestPiece) {
    for (const link of parsedLinks(piece, base, definitions)) add(links, link);
    return;
  }
  let at = 0;
  for (const line of piece.split(/^/m)) {
    if (line.length <= longestPiece && line.length < piece.length) readPiece(line, base + at, definitions, links);
    at += line.length;
  }
}

/**
 * Reads a piece whose brackets are all of the plain shapes that need no parser. Null where one is not, so that
 * whatever is doubtful goes to the parser.
 */
function simpleLinks(piece: string, base: number, hasDefinitions: boolean): Link[] | null {
  if (/[`\\<$]/.test(piece)) return null;
  const links: Link[] = [];
  let at = piece.indexOf("[");
  while (at !== -1) {
    const match = at + 1 < piece.length && piece[at + 1] === "[" ? sticky(wiki, piece, at) : null;
    if (match) {
      const target = wikiTarget(match[1] ?? "");
      const alias = (match[2] ?? "").trim();
      if (target) links.push({ text: alias === "" ? wikiDisplay(match[1] ?? "") : alias, target, form: "wiki", from: base + at, to: base + at + match[0].length });
      at = piece.indexOf("[", at + match[0].length);
      continue;
    }
    const inline = sticky(inlineLink, piece, at);
    if (inline) {
      const target = piece[at - 1] === "!" ? null : markdownTarget(inline[2] ?? "");
      if (target) links.push({ text: plainText(inline[1] ?? ""), target, form: "markdown", from: base + at, to: base + at + inline[0].length });
      at = piece.indexOf("[", at + inline[0].length);
      continue;
    }
    const plain = hasDefinitions ? null : sticky(bare, piece, at);
    if (!plain) return null;
    at = piece.indexOf("[", at + plain[0].length);
  }
  return links;
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function parsedLinks(piece: string, base: number, definitions: Definitions): InlineLink[] {
  const prepared = prepare(piece);
  const indent = prepared.length - prepared.trimStart().length;
  let markdown = prepared.slice(indent);
  for (const id of definitions.size > 0 ? referencesIn(piece) : []) {
    const url = definitions.get(id);
    if (url !== undefined) markdown += `\n\n[${id}]: <${url}>`;
  }
  const links: InlineLink[] = [];
  const visit = (node: Nodes) => {
    if ((node.position?.start.offset ?? 0) >= prepared.length - indent) return;
    if (node.type === "paragraph" || node.type === "heading") {
      for (const { link } of flatten(node.children, base + indent, definitions).spans) if (link) links.push(link);
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

function add(links: Link[], { text, target, form, from, to }: InlineLink): void {
  if (target) links.push({ text: plainText(text), target, form, from, to });
}
