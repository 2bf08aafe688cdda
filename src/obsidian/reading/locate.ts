import type { Range } from "../../core/index";

/** The letters and digits of a text, folded, each with where it stands. */
export interface Letters {
  text: string;
  at: number[];
}

/** A range of a note as it would be shown: by its letters and those around it, so that markup in between doesn't matter. */
export interface Spot {
  /** Where it stands in the note. */
  from: number;
  wanted: string;
  /** The letters around it, and how many of them belong to the passage that speaks for it. */
  before: string;
  after: string;
  ownBefore: number;
  ownAfter: number;
  /** What stands in the range before its first letter and after its last one. */
  head: string;
  tail: string;
}

/** How many letters on either side tell one occurrence from another, and the characters of a note that hold them, markup included. */
const reach = 60;
const surroundings = 400;

/** What is rendered from who knows where shows a spot if so much of its passage stands there, and so many letters at least. */
const enough = 0.8;
const least = 20;

/** How many places are compared for one spot: where words are repeated without end, the next ones in order. */
const compared = 60;

const word = /[\p{L}\p{N}]/u;

/** The letters of a text as it is shown. */
export function lettersOf(text: string): Letters {
  const at: number[] = [];
  let result = "";
  const folded = text.toLowerCase();
  // Where folding changes the length of a text, each letter is folded for itself.
  const even = folded.length === text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 48 || (code > 57 && code < 65) || (code > 90 && code < 97) || (code > 122 && code < 128)) continue;
    const unit = text.charAt(index);
    if (code > 127 && !word.test(unit)) continue;
    const low = even ? folded.charAt(index) : unit.toLowerCase();
    result += low.length === 1 ? low : unit;
    at.push(index);
  }
  return { text: result, at };
}

const blank = (found: string): string => " ".repeat(found.length);

/**
 * Blanks what a rendered note does not show: link targets, HTML tags, comments, code. What is missed here costs
 * nothing but likeness of the surroundings.
 */
function shownSource(source: string): string {
  return source
    .replace(/%%[\s\S]*?%%|<!--[\s\S]*?-->/g, blank)
    .replace(/`[^`\n]*`/g, blank)
    .replace(/\[\[[^\]|\n]*\|/g, blank)
    .replace(/\]\([^)\n]*\)/g, blank)
    .replace(/\]\[[^\]\n]*\]/g, blank)
    .replace(/<\/?[a-zA-Z][^>\n]*>/g, blank);
}

/** A range of a note as it would be shown. */
export function spotOf(text: string, { from, to }: Range, passage: Range): Spot {
  const shown = shownSource(text.slice(from, to));
  const own = lettersOf(shown);
  const count = (start: number, end: number): number => Math.min(reach, lettersOf(shownSource(text.slice(Math.max(start, from - surroundings), Math.min(end, to + surroundings)))).at.length);
  return {
    from,
    wanted: own.text,
    before: lettersOf(shownSource(text.slice(Math.max(0, from - surroundings), from))).text.slice(-reach),
    after: lettersOf(shownSource(text.slice(to, to + surroundings))).text.slice(0, reach),
    ownBefore: count(passage.from, from),
    ownAfter: count(to, passage.to),
    head: text.slice(from, from + (own.at[0] ?? 0)),
    tail: text.slice(from + (own.at.at(-1) ?? 0) + 1, to),
  };
}

/** Tells of words of a note, markup included, whether they stand in a text as it is shown. */
export function showing(shown: string): (words: string) => boolean {
  const letters = lettersOf(shown).text;
  const known = new Map<string, boolean>();
  return (words) => {
    const is = known.get(words) ?? letters.includes(lettersOf(shownSource(words)).text);
    known.set(words, is);
    return is;
  };
}

/** A place that may show a spot. */
interface Candidate {
  spot: Spot;
  /** The first of its letters. */
  at: number;
  score: number;
}

function alike(spot: Spot, { text }: Letters, at: number): { before: number; after: number } {
  const { wanted, before, after } = spot;
  let left = 0;
  while (left < before.length && before[before.length - 1 - left] === text[at - 1 - left]) left++;
  let right = 0;
  while (right < after.length && after[right] === text[at + wanted.length + right]) right++;
  return { before: left, after: right };
}

function isLikeEnough({ wanted, ownBefore, ownAfter }: Spot, { before, after }: { before: number; after: number }): boolean {
  const own = Math.min(before, ownBefore) + Math.min(after, ownAfter);
  return own >= enough * (ownBefore + ownAfter) && wanted.length + before + after >= least;
}

/** Where in the letters the same words stand. */
function occurrences(wanted: string, { text }: Letters): number[] {
  const found: number[] = [];
  if (wanted !== "") for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) found.push(at);
  return found;
}

function candidates(spots: readonly Spot[], letters: Letters, isSure: boolean): Candidate[] {
  const places = new Map<string, { all: number[]; next: number }>();
  return spots.flatMap((spot) => {
    const place = places.get(spot.wanted) ?? { all: occurrences(spot.wanted, letters), next: 0 };
    places.set(spot.wanted, place);
    const some = place.all.length <= compared ? place.all : place.all.slice(place.next, place.next + compared);
    const found = some.flatMap((at) => {
      const likeness = alike(spot, letters, at);
      return isSure || isLikeEnough(spot, likeness) ? [{ spot, at, score: likeness.before + likeness.after }] : [];
    });
    const best = found.reduce<Candidate | undefined>((one, other) => (one && one.score >= other.score ? one : other), undefined);
    if (best) place.next = place.all.indexOf(best.at) + 1;
    return found;
  });
}

/**
 * How many characters of what stands around the letters of a range, such as a bracket, are shown beside them at `at`;
 * markup is not.
 */
function shared(around: string, shown: string, at: number, step: 1 | -1): number {
  let count = 0;
  const units = around.trim().split("");
  for (const unit of step === 1 ? units : units.reverse()) if (shown[at + count * step] === unit) count++;
  return count;
}

function rangeAt({ wanted, head, tail }: Spot, at: number, shown: string, letters: Letters): Range {
  const start = letters.at[at] ?? 0;
  const end = (letters.at[at + wanted.length - 1] ?? start) + 1;
  return { from: start - shared(head, shown, start - 1, -1), to: end + shared(tail, shown, end, 1) };
}

/**
 * Finds where spots are shown, each once, and no two of them at one place.
 * @param isSure the text was rendered from where the spots are; else only what is alike enough is found
 * @param begins about where in the note the text was rendered from, which tells apart what is alike
 */
export function locate(spots: readonly Spot[], shown: string, isSure: boolean, begins?: number): Map<Spot, Range> {
  const letters = lettersOf(shown);
  const order = new Map(spots.map((spot, index) => [spot, index]));
  const away = ({ spot }: Candidate): number => (begins === undefined ? 0 : Math.abs(spot.from - begins));
  const rank = ({ spot }: Candidate): number => order.get(spot) ?? 0;
  const found = new Map<Spot, Range>();
  const taken = new Map<number, number>();
  for (const { spot, at } of candidates(spots, letters, isSure).sort((a, b) => b.score - a.score || away(a) - away(b) || rank(a) - rank(b) || a.at - b.at)) {
    if (found.has(spot) || (taken.get(at) ?? spot.from) !== spot.from) continue;
    taken.set(at, spot.from);
    found.set(spot, rangeAt(spot, at, shown, letters));
  }
  return found;
}

/** Finds where one spot is shown; of places that are equally alike, the one nearest to `near`. */
export function locateNear(spot: Spot, shown: string, isSure: boolean, near: number): Range | undefined {
  const letters = lettersOf(shown);
  const away = ({ at }: Candidate): number => Math.abs((letters.at[at] ?? 0) - near);
  const [best] = candidates([spot], letters, isSure).sort((a, b) => b.score - a.score || away(a) - away(b));
  return best && rangeAt(spot, best.at, shown, letters);
}
