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
  /** Words that the linter reads as something else than they say: what stands there is no sign. */
  isMisused: (range: Range) => boolean;
}

/** What is only half said: by a noun or a verb, in a term of art, of what is wished; and what a denial says of the other end. */
const half = 0.5;

/** What names an axis, with something near that tells which end. */
const mere = 0.25;

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
  // A sentence that has both ends of an axis compares, lists the kinds there are, or tells of a change.
  const isMixed = ([0, 1] as const).some((side) => new Set(occurrences.filter((word) => word.side === side && !isIn(turned, word) && !isIn(elsewhere, word) && !word.isNegated).map(({ isOpposite }) => isOpposite)).size > 1);
  if (isMixed) return [];
  const signs: Sign[] = [];
  for (const side of [0, 1] as const) {
    const own = [...wordSigns(side, sentence, reader), ...evidenceSigns(side, sentence, reader)];
    for (const sign of own) {
      if (isIn(elsewhere, sign)) continue;
      const isTurned = isIn(turned, sign);
      // What others have need not be what this lacks, unless the word itself says so.
      if (isTurned && sign.pole === 1 && !occurrences.some((word) => overlaps(word, sign))) continue;
      const weight = sign.weight * (isTurned ? half : 1) * (patterns.hedge.test(plain.slice(0, sign.from)) ? half : 1);
      signs.push({ ...sign, pole: isTurned ? other(sign.pole) : sign.pole, weight });
    }
  }
  return signs;
}

/** The words of one side, and those of the other where they say how this axis is: "distributed authority". */
function wordSigns(side: 0 | 1, { plain, occurrences, reading, start }: Sentence, { lexis, convention, place, isMisused }: Reader): Sign[] {
  return occurrences.flatMap((word): Sign[] => {
    const { side: own, isOpposite, wordClass } = word;
    const clause = before(plain, word);
    const isPredicate = place.predicate.test(plain.slice(word.to));
    const isOfOther = word.isCompositional || word.misframe !== undefined || (!isOpposite && isPredicate && place.otherAxis[own]?.test(clause) === true);
    if (isOfOther === (own === side) || !convention.places[own] || word.isQuoted || word.isBorrowing) return [];
    const term = lexis.distinction.terms[own];
    if (!isOpposite && term.onlyInPairs.includes(wordClass)) return [];
    if (isUnplaced(side, plain, word, place) || isMisused(reading.inNote(start + word.from, start + word.to))) return [];
    if (isOpposite && place.others.test(plain.slice(0, word.from))) return [];
    // What may as well be said of the other axis is, where that is spoken of.
    if (isOpposite && term.looseOpposites && evidenceFor(other(own), plain, lexis).length > 0) return [];
    const pole = isOpposite ? 0 : 1;
    const isDenied = place.denials.test(clause) && !place.onlys.test(clause);
    // What is done without is not what is so; but what is done without in something is no denial of that.
    if (isDenied && !isOpposite && !word.isNegated) return [];
    // "In decentralized networks": not this, but where this is.
    if (!isDenied && !isPredicate && wordClass === "adjective" && place.within.test(clause)) return [];
    return [{ from: word.from, to: word.to, side, pole: isDenied ? other(pole) : pole, weight: weightOf(word, side, lexis) * (isDenied ? half : 1) }];
  });
}

/** A noun, a verb and a loose phrase say less than an adjective does, and so does a name. */
function weightOf({ wordClass, isTermOfArt, side: own }: Occurrence, side: 0 | 1, { distinction: { terms } }: Lexis): number {
  const isPlain = wordClass === "adjective" || (wordClass === "phrase" && !terms[own].looseOpposites);
  return own !== side || isTermOfArt || !isPlain ? half : 1;
}

/** What speaks for the end that the word stands for, and the poles' own signs. */
function evidenceSigns(side: 0 | 1, { plain, occurrences }: Sentence, { lexis, patterns, place }: Reader): Sign[] {
  const denies = (range: Range) => patterns.negation.test(before(plain, range)) && !place.onlys.test(before(plain, range));
  const isDenied = (range: Range) => place.denials.test(before(plain, range)) && !place.onlys.test(before(plain, range));
  const isFree = (range: Range) => !occurrences.some((word) => overlaps(word, range));
  const own = ([0, 1] as const).flatMap((pole) =>
    matchesOf(plain, place.signs[side]?.[pole] ?? /(?!)/g)
      .map(({ index: from, 0: words }) => ({ from, to: from + words.length }))
      .filter((range) => isFree(range) && !place.others.test(plain.slice(0, range.from)))
      .map((range): Sign => ({ ...range, side, pole: isDenied(range) ? other(pole) : pole, weight: 1 })));
  const found = evidenceFor(side, plain, lexis).filter((one) => one.weight >= stands && !one.isOpen && isFree(one) && !own.some((sign) => overlaps(sign, one)));
  const high = found.filter((one) => !isUnplaced(side, plain, one, place)).map(({ from, to, isFirm }): Sign => {
    const isTurned = isFirm && denies({ from, to });
    return { from, to, side, pole: isTurned ? 0 : 1, weight: isTurned ? half : isFirm ? 1 : mere };
  });
  return [...high, ...own];
}

function isUnplaced(side: 0 | 1, plain: string, { from, to }: Range, { unplaced }: PlaceLexis): boolean {
  return unplaced[side]?.test(plain.slice(from, to)) === true;
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
