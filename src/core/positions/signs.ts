import type { Convention } from "../distinctions/distinction";
import { evidenceFor, stands } from "../prose/evidence";
import type { Lexis } from "../prose/lexis";
import { matchesOf } from "../prose/matches";
import type { Occurrence, Sentence } from "../prose/sentence";
import { overlaps, type Range } from "../range";
import type { Patterns } from "../rules/rule";
import type { PlaceLexis } from "./place-lexis";

/** What in a sentence speaks for one end of an axis, and how much. Offsets are the sentence's. */
export interface Sign extends Range {
  side: 0 | 1;
  pole: 0 | 1;
  weight: number;
}

/** What a sentence is read with. */
export interface Reader {
  lexis: Lexis;
  patterns: Patterns;
  place: PlaceLexis;
  convention: Convention;
}

/** What is only half said: by a noun or a verb, in a term of art, of what is wished; and what a denial says of the other end. */
const half = 0.5;

/** How far before a word, in UTF-16 units, what denies it stands. */
const denialReach = 40;

/** What a sentence says of where its subject stands. What it says of others, asks, quotes and reports is left out. */
export function signsIn(sentence: Sentence, reader: Reader): Sign[] {
  const { patterns } = reader;
  const { plain, occurrences } = sentence;
  if (/\?["')\s]*$/.test(plain) || patterns.turn.test(plain) || patterns.report.test(plain)) return [];
  if (occurrences.length > 0 && (patterns.teaching.test(plain) || patterns.correction.test(plain))) return [];
  const turned = stretchesBehind(plain, reader.place.against);
  const elsewhere = stretchesBehind(plain, reader.place.elsewhere);
  const signs: Sign[] = [];
  for (const side of [0, 1] as const) {
    const own = [...wordSigns(side, sentence, reader), ...evidenceSigns(side, sentence, reader)];
    const poles = new Set(occurrences.filter((word) => word.side === side && !isIn(turned, word) && !isIn(elsewhere, word) && !word.isNegated).map(({ isOpposite }) => isOpposite));
    // A sentence that has both ends compares, or tells of a change.
    if (poles.size > 1) continue;
    for (const sign of own) {
      if (isIn(elsewhere, sign)) continue;
      const isTurned = isIn(turned, sign);
      const weight = sign.weight * (isTurned ? half : 1) * (patterns.hedge.test(plain.slice(0, sign.from)) ? half : 1);
      signs.push({ ...sign, pole: isTurned ? other(sign.pole) : sign.pole, weight });
    }
  }
  return signs;
}

/** The words of one side, and those of the other where they say how this axis is: "distributed authority". */
function wordSigns(side: 0 | 1, { plain, occurrences }: Sentence, { convention, place }: Reader): Sign[] {
  return occurrences.flatMap((word): Sign[] => {
    const isMeant = word.isCompositional || word.misframe !== undefined ? word.side !== side : word.side === side;
    if (!isMeant || word.isQuoted || word.isBorrowing || !convention.places[word.side]) return [];
    if (word.isOpposite && place.others.test(plain.slice(0, word.from))) return [];
    const pole = word.isOpposite ? 0 : 1;
    const isNegated = word.isNegated && !place.onlys.test(before(plain, word));
    return [{ from: word.from, to: word.to, side, pole: isNegated ? other(pole) : pole, weight: weightOf(word, side) * (isNegated ? half : 1) }];
  });
}

function weightOf(word: Occurrence, side: 0 | 1): number {
  return word.side !== side || word.isTermOfArt || word.wordClass === "noun" || word.wordClass === "verb" ? half : 1;
}

/** What speaks for the end that the word stands for, and the poles' own signs. */
function evidenceSigns(side: 0 | 1, { plain, occurrences }: Sentence, { lexis, patterns, place }: Reader): Sign[] {
  const denies = (range: Range) => patterns.negation.test(before(plain, range)) && !place.onlys.test(before(plain, range));
  const free = (range: Range) => !occurrences.some((word) => overlaps(word, range));
  const found = evidenceFor(side, plain, lexis).filter((one) => one.weight >= stands && !one.isOpen && free(one));
  const placed = found.filter(({ from, to }) => place.unplaced[side]?.test(plain.slice(from, to)) === false);
  const high = placed.map(({ from, to, isFirm }): Sign => {
    const isDenied = isFirm && denies({ from, to });
    return { from, to, side, pole: isDenied ? 0 : 1, weight: isDenied ? half : 1 };
  });
  const own = ([0, 1] as const).flatMap((pole) =>
    matchesOf(plain, place.signs[side]?.[pole] ?? /(?!)/g)
      .map(({ index: from, 0: words }) => ({ from, to: from + words.length }))
      .filter((range) => free(range) && !found.some((one) => overlaps(one, range)) && !place.others.test(plain.slice(0, range.from)))
      .map((range): Sign => (denies(range) ? { ...range, side, pole: other(pole), weight: half } : { ...range, side, pole, weight: 1 })));
  return [...high, ...own];
}

/** The clause before a range, as far as a denial reaches. */
function before(plain: string, { from }: Range): string {
  return plain.slice(Math.max(0, from - denialReach), from).split(/[,;:—.]/).at(-1) ?? "";
}

/** From each match to the end of its clause; a relative clause still belongs to it. */
function stretchesBehind(plain: string, pattern: RegExp): Range[] {
  return matchesOf(plain, pattern).map(({ index, 0: words }) => {
    const from = index + words.length;
    const length = /^(?:[^,;—]|, (?=(?:where|which|that|who|whose|in which)\b))*/.exec(plain.slice(from))?.[0].length ?? 0;
    return { from, to: from + length };
  });
}

function isIn(stretches: readonly Range[], range: Range): boolean {
  return stretches.some((stretch) => overlaps(stretch, range));
}

function other(pole: 0 | 1): 0 | 1 {
  return pole === 0 ? 1 : 0;
}
