import type { Link, Nodes } from "mdast";
import { parse } from "../markdown/parse";
import type { Line } from "../markdown/line";
import type { ScannedBlock } from "../markdown/scan";
import { blankNoise } from "./noise";
import { hideObjects } from "./objects";
import { objectMark, type Piece } from "./piece";

/** Longest stretch, in UTF-16 units, that is parsed at once: keeps a pathological paragraph linear. */
const longest = 4000;

/** The prose of one block, piece by piece: what stands in text, link texts and aliases. Blocks that are very long are parsed in parts. */
export function inlineProse(block: ScannedBlock, wanted: RegExp): Piece[] {
  const pieces: Piece[] = [];
  for (const part of partsOf(block.lines)) if (part.some(({ text }) => wanted.test(text))) readPart(part, pieces);
  return pieces.sort((a, b) => a.from - b.from);
}

/** The text of a block as it stands, unparsed. */
export function plainProse(block: ScannedBlock): Piece[] {
  return block.lines.map(({ from, text }) => ({ from, text: blankNoise(text), isLink: false }));
}

/** Cuts lines into parts of at most `longest` units, at a space where there is one. */
function partsOf(lines: readonly Line[]): Line[][] {
  const parts: Line[][] = [];
  let part: Line[] = [];
  let size = 0;
  const next = () => {
    if (part.length > 0) parts.push(part);
    part = [];
    size = 0;
  };
  for (const line of lines) {
    if (size + line.text.length > longest) next();
    let { from, text } = line;
    while (text.length > longest) {
      const space = text.lastIndexOf(" ", longest);
      const cut = space > longest / 2 ? space : longest;
      parts.push([{ from, text: text.slice(0, cut) }]);
      from += cut;
      text = text.slice(cut);
    }
    part.push({ from, text });
    size += text.length;
  }
  next();
  return parts;
}

function readPart(lines: readonly Line[], pieces: Piece[]): void {
  const source = hideObjects(lines.map(({ text }) => text.trimStart()).join("\n"));
  const texts = source.split("\n");
  /** Where each line's trimmed text begins in the note. */
  const starts = lines.map(({ from, text }) => from + text.length - text.trimStart().length);

  /** Keeps the text from one place to another (lines from 1, columns from 1, as the parser counts). */
  const keep = (fromLine: number, fromColumn: number, toLine: number, toColumn: number, isLink: boolean) => {
    for (let line = fromLine; line <= toLine; line++) {
      const text = texts[line - 1] ?? "";
      const from = line === fromLine ? fromColumn - 1 : 0;
      const to = line === toLine ? toColumn - 1 : text.length;
      if (to > from) pieces.push({ from: (starts[line - 1] ?? 0) + from, text: blankNoise(text.slice(from, to)), isLink });
    }
  };
  const markObject = (node: Nodes) => {
    const start = node.position?.start;
    if (start) pieces.push({ from: (starts[start.line - 1] ?? 0) + start.column - 1, text: objectMark, isLink: false });
  };

  const visit = (node: Nodes, isLink: boolean): void => {
    const { position } = node;
    if (!position) return;
    const { start, end } = position;
    const type: string = node.type;
    if (type === "text") keep(start.line, start.column, end.line, end.column, isLink);
    else if (type === "wikiLink") {
      const bar = source.slice(start.offset, end.offset).indexOf("|");
      if (bar === -1) markObject(node);
      else keep(start.line, start.column + bar + 1, end.line, end.column - 2, true);
    } else if (type === "inlineCode" || type === "image" || type === "imageReference") markObject(node);
    else if (node.type === "link" && isOthersWork(node, source)) markObject(node);
    else if ("children" in node) for (const child of node.children) visit(child, isLink || type === "link" || type === "linkReference");
  };
  visit(parse(source), false);
}

const external = /^[a-z][a-z0-9+.-]*:/i;

/** Whether a link leads out of the vault and its text is an address or reads as the title of a work: three words or more, the first one capitalised. */
function isOthersWork(link: Link, source: string): boolean {
  if (!external.test(link.url)) return false;
  const text = source.slice(link.children[0]?.position?.start.offset, link.children.at(-1)?.position?.end.offset).replace(/[*_"“”‘’]/g, "").trim();
  if (external.test(text)) return true;
  return /^[\p{Lu}\d]/u.test(text) && text.split(/\s+/).length >= 3;
}
