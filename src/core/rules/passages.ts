import { against } from "../prose/against";
import { evidenceIn, stands, weightOf } from "../prose/evidence";
import { joined, stretchOf } from "../prose/joined";
import type { Lexis } from "../prose/lexis";
import { isLabel, type ProseBlock, type ProseMask } from "../prose/mask";
import { read, sentencesOf, type Reading } from "../prose/reading";
import type { Range } from "../range";
import type { Context, Finding, Patterns } from "./rule";

/** What is read as one text: a block of the note, or two places of it that say one thing together. */
export interface Passage extends Pick<Context, "as" | "isHeading" | "isContrasted" | "isRelatedList"> {
  reading: Reading;
  /** Where the second place begins in the reading; 0 in a block. */
  seam: number;
  /** What is found across the seam may be sure. */
  isSure: boolean;
  /** What stands behind both in the note and still belongs to them. */
  rest?: Range;
}

/** A block and how it reads. */
interface Piece {
  block: ProseBlock;
  reading: Reading;
  isContrasted: boolean;
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
  const groups: Piece[][] = [];
  let row: Piece[] = [];
  for (const block of blocks) {
    const reading = read(text, block);
    const isHeading = block.kind === "heading";
    if (isHeading) {
      for (const group of groups.splice(block.depth + 1)) yield* comparisons(group);
      isRelatedList = patterns.related.test(reading.lower);
      const isContrast = patterns.contrast.test(reading.lower) && mentionsBoth([reading], lexis);
      if (isContrast && (contrastedAt === 0 || block.depth <= contrastedAt)) contrastedAt = block.depth;
      else if (block.depth <= contrastedAt) contrastedAt = 0;
    }
    const state = { isHeading, isContrasted: contrastedAt > 0 && !isHeading, isRelatedList };
    const piece = { block, reading, isContrasted: contrastedAt > 0 };
    yield { ...state, reading, as: "block", seam: 0, isSure: true };
    if (before && isGlossed(before, piece)) yield { ...state, ...glossed(before, piece), as: "gloss" };
    if (isHeading) (groups[block.depth] ??= []).push(piece);
    if (block.row !== before?.block.row) {
      yield* comparisons(row);
      row = [];
    }
    if (block.row !== undefined) row.push(piece);
    before = piece;
  }
  for (const group of [...groups, row]) yield* comparisons(group);

  /** Whether a block may be the gloss of the label before it. */
  function isGlossed(label: Piece, { block, reading }: Piece): boolean {
    if (!isLabel(label.block) || !lexis.wanted.test(label.reading.lower) || lexis.wanted.test(reading.lower) || patterns.denial.test(reading.lower)) return false;
    return block.kind === "cell" || label.block.kind === "cell" ? block.row === label.block.row && block.row !== 0 : block.kind !== "heading";
  }

  /** A label and the first sentence of its gloss. */
  function glossed({ reading: label }: Piece, { block, reading }: Piece) {
    const [first = { from: 0, to: 0 }] = sentencesOf(reading.text, lexis.abbreviation);
    const stated = reading.lower.slice(0, first.to);
    const number = /^(?:\d+[.)]?)* ?/.exec(label.text)?.[0].length ?? 0;
    const whole = joined(stretchOf(label, { from: number, to: label.text.length }), ": ", stretchOf(reading, first));
    const from = reading.inNote(first.from, first.to).to;
    const behind = source.slice(from, from + reach);
    const length = behind.search(block.kind === "cell" ? /\n/ : /\n *#{1,6} /);
    return { reading: whole, seam: whole.seam, isSure: block.kind !== "item" && contrastedAt === 0 && !patterns.report.test(stated) && !patterns.hedge.test(stated), rest: { from, to: from + (length < 0 ? behind.length : length) } };
  }

  /** The neighbours in a group that differ in nothing but the word, unless the group has both words. */
  function* comparisons(group: readonly Piece[] | undefined): Generator<Passage> {
    const readings = group?.map(({ reading }) => reading) ?? [];
    if (!readings.some(({ lower }) => lexis.wanted.test(lower)) || mentionsBoth(readings, lexis)) return;
    for (const [at, second] of (group ?? []).entries()) {
      const first = group?.[at - 1];
      if (!first) continue;
      const isSure = shapeOf(first.reading, lexis) === shapeOf(second.reading, lexis);
      if (!isSure && first.block.kind !== "cell") continue;
      const whole = joined(first.reading, " versus ", second.reading);
      yield { reading: whole, seam: whole.seam, as: "comparison", isSure, isHeading: true, isContrasted: first.isContrasted, isRelatedList: false };
    }
  }
}

/** A label with a mark for each word of the distinction, without its number and the plural. */
function shapeOf({ lower }: Reading, { words }: Lexis): string {
  return words.reduce((label, { pattern }) => label.replace(pattern, "_"), lower).replace(/^[\d.) ]+|s?\W*$/g, "");
}

/** Whether both words of the distinction stand in some readings. */
function mentionsBoth(readings: readonly Reading[], { words }: Lexis): boolean {
  return ([0, 1] as const).every((side) => words.some((word) => word.side === side && !word.isOpposite && readings.some(({ lower }) => lower.search(word.pattern) >= 0)));
}

/** What of the findings a passage allows. In one of two places they join the two, are reported at the word, and have nothing behind them that speaks for the word's own axis. One doubt makes a hint; two are none. */
export function allowed(findings: readonly Finding[], { as, seam, isSure, reading, rest }: Passage, { sentence: { start }, lexis, hear }: Context, source: string): readonly Finding[] {
  if (as === "block") return findings;
  const isBehind = (at: number) => start + at >= seam;
  return findings.flatMap((finding) => {
    const { word, evidence: [given] } = finding;
    const other = finding.other ?? given;
    if (against(hear, finding, { "one-place": !other || isBehind(word.from) === isBehind(other.from) })) return [];
    const isLast = as !== "gloss" || /^\W*$|\?\W*$/.test(reading.text.slice(start + word.to, seam));
    const isHead = /^\W*(?:\w+ly )?$/.test(reading.text.slice(0, start + word.from));
    const doubts = [!finding.isSure, against(hear, finding, { "loose-places": !isSure }), against(hear, finding, { "mid-label": !isLast })].filter((is) => is).length;
    if (doubts > 1 || !(isLast || isHead)) return [];
    const isOwnBehind = rest !== undefined && given !== undefined && weightOf(evidenceIn(read(source, rest).lower, lexis), given.side === 0 ? 1 : 0, { from: 0, to: reach }) >= stands;
    if (against(hear, finding, { "own-evidence-behind": isOwnBehind })) return [];
    return [{ ...finding, from: word.from, to: word.to, isSure: doubts === 0 }];
  });
}
