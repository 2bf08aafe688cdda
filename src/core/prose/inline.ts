import type { Nodes } from "mdast";
import { parse } from "../markdown/parse";
import type { Line } from "../markdown/line";
import type { ScannedBlock } from "../markdown/scan";
import { blankNoise } from "./noise";
import { hideObjects } from "./objects";
import { objectMark, type Piece } from "./piece";
import { simpleStretches } from "./simple-inline";
import { isOthersWork, type Stretch } from "./stretch";

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
  let line = 0;
  /** Where the line begins and ends in what is parsed. */
  let start = 0;
  let end = source.indexOf("\n");
  for (const { from, to, as } of simpleStretches(source) ?? roughStretches(source) ?? parsedStretches(source)) {
    for (let at = from; at < to; ) {
      while (end !== -1 && at > end) {
        line += 1;
        start = end + 1;
        end = source.indexOf("\n", start);
      }
      const stop = end === -1 ? to : Math.min(to, end);
      const written = lines[line];
      // What is parsed lacks the space that a line begins with.
      const indent = written ? written.text.length - written.text.trimStart().length : 0;
      const inNote = (written?.from ?? 0) + indent + at - start;
      if (as === "object") pieces.push({ from: inNote, text: objectMark, isLink: false });
      else if (stop > at) pieces.push({ from: inNote, text: blankNoise(source.slice(at, stop)), isLink: as === "link" });
      at = as === "object" ? to : stop + 1;
    }
  }
}

/** More marks than this in one part are no writing, and the parser's time grows with their square: then all counts as text. */
const mostMarks = 400;

function roughStretches(source: string): Stretch[] | null {
  const marks = source.match(/[*_`[<\\]/g)?.length ?? 0;
  return marks > mostMarks ? [{ from: 0, to: source.length, as: "text" }] : null;
}

/** What of a piece of inline Markdown is prose, by the parser. */
function parsedStretches(source: string): Stretch[] {
  const stretches: Stretch[] = [];
  const visit = (node: Nodes, isLink: boolean): void => {
    const from = node.position?.start.offset ?? 0;
    const to = node.position?.end.offset ?? 0;
    const type: string = node.type;
    if (type === "text") stretches.push({ from, to, as: isLink ? "link" : "text" });
    else if (type === "wikiLink") {
      const bar = source.slice(from, to).indexOf("|");
      if (bar === -1) stretches.push({ from, to, as: "object" });
      else stretches.push({ from: from + bar + 1, to: to - 2, as: "link" });
    } else if (type === "inlineCode" || type === "image" || type === "imageReference") stretches.push({ from, to, as: "object" });
    else if (node.type === "link" && isOthersWork(node.url, source.slice(node.children[0]?.position?.start.offset, node.children.at(-1)?.position?.end.offset))) stretches.push({ from, to, as: "object" });
    else if ("children" in node) for (const child of node.children) visit(child, isLink || type === "link" || type === "linkReference");
  };
  visit(parse(source), false);
  return stretches;
}
