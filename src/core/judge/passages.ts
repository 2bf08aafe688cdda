import { against } from "../prose/against";
import { evidenceIn, stands, weightOf } from "../prose/evidence";
import { joined, stretchOf, type Joined } from "../prose/joined";
import { mentions, type Lexis } from "../prose/lexis";
import { isLabel, type ProseBlock, type ProseMask } from "../prose/mask";
import { read, sentencesOf, type Reading } from "../prose/reading";
import type { Context, Finding, Patterns } from "../rules/rule";

/** What is read as one text: a block of the note, or two places of it that say one thing together. */
export interface Passage extends Joined, Pick<Context, "as" | "isHeading" | "isContrasted" | "isRelatedList"> {
  /** What is found across the seam may be sure. */
  isSure: boolean;
  /** It holds a word of the distinction, or what looks like one. */
  isWanted: boolean;
  /** What stands behind both in the note and still belongs to them. */
  rest: string;
}

/** A block and how it reads. */
interface Piece {
  block: ProseBlock;
  reading: Reading;
  /** It holds a word of the distinction, or what looks like one. */
  isWanted: boolean;
}

/** How much is looked through behind a gloss, in UTF-16 units. */
const reach = 2000;

/** Reads a note block by block, in order; a label with its gloss, and two labels that are compared, behind the second of them. */
export function* passagesOf(source: string, { text, blocks }: ProseMask, lexis: Lexis, patterns: Patterns): Generator<Passage> {
  /** Headings under which the words are set apart: how deep the first one is. */
  let contrastedAt = 0;
  let isRelatedList = false;
  let before: Piece | undefined;
  /** The headings of each depth below the last one above them, and the cells of a row. */
  const headings: Piece[][] = [];
  let row: Piece[] = [];
  for (const block of blocks) {
    const reading = read(text, block);
    const piece: Piece = { block, reading, isWanted: lexis.wanted.test(reading.lower) };
    const isHeading = block.kind === "heading";
    if (block.row !== (before?.block.row ?? -1)) yield* comparisonsIn(row.splice(0), lexis, passage);
    if (isHeading) {
      for (const group of headings.splice(block.depth + 1)) yield* comparisonsIn(group, lexis, passage);
      isRelatedList = patterns.related.test(reading.lower);
      const isContrast = patterns.contrast.test(reading.lower) && mentionsBoth([{ reading }], lexis);
      if (isContrast && (contrastedAt === 0 || block.depth <= contrastedAt)) contrastedAt = block.depth;
      else if (block.depth <= contrastedAt) contrastedAt = 0;
    }
    yield passage({ reading, seam: 0 }, "block", true, piece.isWanted, isHeading);
    if (before && isGlossed(before, piece)) yield gloss(before.reading, piece);
    if (isHeading) (headings[block.depth] ??= []).push(piece);
    if (block.row !== -1) row.push(piece);
    before = piece;
  }
  for (const group of [...headings, row]) yield* comparisonsIn(group, lexis, passage);

  function passage(places: Joined, as: Passage["as"], isSure: boolean, isWanted: boolean, isHeading = false, rest = ""): Passage {
    return { reading: places.reading, seam: places.seam, as, isSure, isWanted, isHeading, isContrasted: contrastedAt > 0 && !isHeading, isRelatedList, rest };
  }

  /** Whether a block may be the gloss of the label before it. */
  function isGlossed(label: Piece, { block, reading, isWanted }: Piece): boolean {
    if (!isLabel(label.block) || !label.isWanted || isWanted || patterns.denial.test(reading.lower)) return false;
    return block.row === label.block.row && block.row !== 0 && block.kind !== "heading";
  }

  /** A label and the first sentence of its gloss. */
  function gloss(label: Reading, { block, reading }: Piece): Passage {
    const [first = { from: 0, to: 0 }] = sentencesOf(reading.text, lexis.abbreviation);
    const stated = stretchOf(reading, first);
    const unnumbered = stretchOf(label, { from: /^(?:\d+[.)]?)* ?/.exec(label.text)?.[0].length ?? 0, to: label.text.length });
    const isPlain = block.kind !== "item" && contrastedAt === 0 && !patterns.report.test(stated.lower) && !patterns.hedge.test(stated.lower);
    const { to } = reading.inNote(first.from, first.to);
    const [rest] = source.slice(to, to + reach).split(block.row === -1 ? /\n *#{1,6} / : "\n", 1);
    return passage(joined(unnumbered, ": ", stated), "gloss", isPlain, true, false, rest);
  }
}

type MakePassage = (places: Joined, as: Passage["as"], isSure: boolean, isWanted: boolean) => Passage;

/** The neighbours in a group that differ in nothing but the word, or stand in a table's header, unless the group has both words. */
function comparisonsIn(group: readonly Piece[] | undefined, lexis: Lexis, passage: MakePassage): readonly Passage[] {
  if (!group?.some(({ isWanted }) => isWanted) || mentionsBoth(group, lexis)) return none;
  return group.flatMap(({ block, reading, isWanted }, at) => {
    const before = group[at - 1];
    const isAlike = before && shapeOf(before.reading, lexis) === shapeOf(reading, lexis);
    return before && (isAlike || block.row === 0) ? [passage(joined(before.reading, " versus ", reading), "comparison", isAlike === true, isWanted || before.isWanted)] : [];
  });
}

const none: readonly Passage[] = [];

/** The letters of a label, with a mark for each word of the distinction, without the plural. */
function shapeOf({ lower }: Reading, { words }: Lexis): string {
  return words.reduce((label, { pattern }) => label.replace(pattern, "_"), lower).replace(/[^\p{L}_]+/gu, " ").trim().replace(/s$/, "");
}

/** Whether both words of the distinction stand in some places. */
function mentionsBoth(places: readonly Pick<Piece, "reading">[], lexis: Lexis): boolean {
  return ([0, 1] as const).every((side) => places.some(({ reading }) => mentions(lexis, side, reading.lower)));
}

/** What of the findings a passage allows. In one of two places they join the two, are reported at the word, and have nothing behind them that speaks for the word's own axis. One doubt makes a hint; two are none. */
export function allowed(findings: readonly Finding[], { sentence: { start }, lexis, hear }: Context, { as, seam, isSure, reading: { text }, rest }: Passage): readonly Finding[] {
  if (as === "block") return findings;
  const isBehind = (at: number) => start + at >= seam;
  return findings.flatMap((finding) => {
    const { word, evidence: [given] } = finding;
    const other = finding.other ?? given;
    if (against(hear, finding, { "one-place": !other || isBehind(word.from) === isBehind(other.from) })) return [];
    const isLast = as !== "gloss" || /^\W*$|\?\W*$/.test(text.slice(start + word.to, seam));
    const isHead = /^\W*(?:\w+ly )?$/.test(text.slice(0, start + word.from));
    const doubts = [!finding.isSure, against(hear, finding, { "loose-places": !isSure }), against(hear, finding, { "mid-label": !isLast })].filter((is) => is).length;
    const own = given?.side === 0 ? 1 : 0;
    if (doubts > 1 || !(isLast || isHead) || against(hear, finding, { "own-evidence-behind": weightOf(evidenceIn(read(rest, { from: 0, to: rest.length }).lower, lexis), own, { from: 0, to: reach }) >= stands })) return [];
    return [{ ...finding, from: word.from, to: word.to, isSure: doubts === 0 }];
  });
}
