import { isExcluded, type Config } from "../config";
import { foldLabel } from "../concepts/label";
import { ownLabels } from "../concepts/read-concept";
import { distinctions } from "../distinctions";
import { conventionOf } from "../distinctions/convention-of";
import type { Distinction } from "../distinctions/distinction";
import { judge } from "../judge/judge";
import { passagesOf } from "../judge/passages";
import { problemLine } from "../markdown/front-matter";
import type { NoteSource } from "../markdown/note-source";
import { lexisWith } from "../prose/known-lexis";
import { proseMask } from "../prose/mask";
import { sentencesOf } from "../prose/reading";
import { readSentence, type Sentence } from "../prose/sentence";
import { overlapping, places, type Range } from "../range";
import { rulesOf } from "../rules/index";
import { patternsWith } from "../rules/patterns";
import { isTurnedOff } from "../suppressions/directive";
import { givenOn } from "./given";
import { placeLexisOf } from "./place-lexis";
import type { AxisPosition, NotePosition } from "./position";
import { signsIn, type Reader, type Sign } from "./signs";

/** A sign, and where in the note it stands. */
interface Found extends Sign {
  inNote: Range;
  words: string;
  sentence: string;
  at: number;
}

/** What draws a guess to the middle: as much as one plain sentence weighs, and one more for so many that were read: a word now and then in a long note says little. */
const doubt = 1;
const sentencesPerDoubt = 12;
/** The first paragraph says what the note is about. */
const leadWeight = 2;
/** What a note's own name weighs. */
const nameWeight = 4;
/** Less than this, and nothing speaks for an axis. */
const least = 0.5;
/** How many places are told of. */
const mostTold = 12;
/** How much of a note's text is read, in UTF-16 units: a book in one note must not keep others waiting, and what a note is about stands before so much. */
const longest = 40_000;

/**
 * Where a note stands on the axes of a distinction: by its properties, else by what its prose says. Pure: the same note
 * and config give the same position. A note that is turned off, or left out by the config, is not guessed about.
 */
export function positionOf(note: NoteSource, config: Config, distinction: Distinction = distinctions[0]): NotePosition {
  const given = distinction.axes.map((axis) => givenOn(axis, note.frontMatter));
  const needsGuess = given.some((one) => one === null || "problem" in one) && !isTurnedOff(note) && !isExcluded(note.path, config);
  const guessed = needsGuess ? guess(beginningOf(note), config, distinction) : [null, null];
  const at = (side: 0 | 1): AxisPosition | null => {
    const own = given[side];
    return own && "value" in own ? { value: own.value, isGiven: true, sureness: 1, evidence: [], count: 0 } : (guessed[side] ?? null);
  };
  const line = problemLine(note.source, note.frontMatter);
  const problems = [...(line === undefined ? [] : [`The properties can’t be read: mend line ${line}.`]), ...given.flatMap((one) => (one && "problem" in one ? [one.problem] : []))];
  return { path: note.path, axes: [at(0), at(1)], convention: conventionOf(note, config, distinction).id, problems };
}

/** The same by the id of a distinction; by the first where none has it. */
export function positionIn(note: NoteSource, config: Config, id: string): NotePosition {
  return positionOf(note, config, distinctions.find((distinction) => distinction.id === id));
}

/** A note without what is too much to be read, cut between two lines where there are any. */
function beginningOf(note: NoteSource): NoteSource {
  const { source, frontMatter } = note;
  const most = frontMatter.to + longest;
  if (source.length <= most) return note;
  const end = source.lastIndexOf("\n", most) + 1;
  return { ...note, source: source.slice(0, end > frontMatter.to ? end : most) };
}

function guess(note: NoteSource, config: Config, original: Distinction): readonly (AxisPosition | null)[] {
  const lexis = lexisWith(config.words, original);
  const reader: Reader = { lexis, patterns: patternsWith(lexis), place: placeLexisOf(lexis), convention: conventionOf(note, config, original), isMisused: () => false };
  const called = nameOf(note, reader);
  if (called.size > 1) return [null, null];
  const [side] = called.keys();
  if (side !== undefined) {
    const sign = called.get(side);
    // What a note about a word says, it says of all that the word is or is not said of.
    return [0, 1].map((one) => (one === side && sign ? summed([{ ...sign, inNote: { from: 0, to: 0 } }], note.source, doubt) : null));
  }
  const { found, sentences } = foundIn(note, { ...reader, isMisused: overlapping(misusedIn(note, config, reader)) });
  return [0, 1].map((one) => summed(found.filter((sign) => sign.side === one), note.source, doubt + sentences / sentencesPerDoubt));
}

/** Where the linter reports that a word stands for the other, the two for one thing, or one against the opposite of the other. What is inferred from a word leaves the word as it is. */
function misusedIn(note: NoteSource, config: Config, { lexis, patterns }: Reader): Range[] {
  const [, , inferred] = rulesOf(lexis.distinction);
  return judge(note, config, { phrases: config.words.exceptions, used: new Set() }, lexis, patterns).filter(({ rule, severity }) => severity !== "hint" && rule !== inferred.id);
}

/** The words of the distinction that a note is called after, by side. */
function nameOf(note: NoteSource, { lexis: { words, terms }, convention }: Reader): Map<0 | 1, Omit<Found, "inNote">> {
  const called = new Map<0 | 1, Omit<Found, "inNote">>();
  for (const label of ownLabels(note)) {
    const fold = foldLabel(label);
    for (const { side, isOpposite, pattern } of words) {
      if (fold === "" || !terms[side]) continue;
      const isWhole = fold.replace(pattern, "") === "";
      if (isWhole && convention.places[side]) called.set(side, { side, pole: isOpposite ? 0 : 1, weight: nameWeight, from: 0, to: 0, words: label, sentence: label, at: 0 });
    }
  }
  return called;
}

/** What the prose of a note says, in document order. */
function foundIn(note: NoteSource, reader: Reader): { found: Found[]; sentences: number } {
  const { lexis, patterns } = reader;
  const mask = proseMask(note, /\S/);
  const found: Found[] = [];
  const blocks = mask.blocks.values();
  let isLead = true;
  let sentences = 0;
  for (const { as, reading, isHeading, isContrasted, isRelatedList } of passagesOf(note.source, mask, lexis, patterns)) {
    if (as !== "block") continue;
    const kind = blocks.next().value?.kind;
    // Headings claim nothing, tables compare, and such lists tell of other notes.
    if (isHeading || isContrasted || isRelatedList || kind === "cell" || reading.text.trim() === "") continue;
    let previous: Sentence | undefined;
    for (const range of sentencesOf(reading.text, lexis.abbreviation)) {
      const sentence = readSentence(reading, range, previous, lexis, patterns.negation);
      const whole = reading.text.slice(range.from, range.to);
      const indent = whole.length - whole.trimStart().length;
      previous = sentence;
      sentences++;
      for (const sign of capped(signsIn(sentence, reader))) {
        const inNote = reading.inNote(range.from + sign.from, range.from + sign.to);
        found.push({ ...sign, weight: sign.weight * (isLead ? leadWeight : 1), inNote, words: whole.slice(sign.from, sign.to), sentence: whole.trim(), at: sign.from - indent });
      }
    }
    isLead = false;
  }
  return { found, sentences };
}

/** A sentence has one voice for each end, however many words it says it in. */
function capped(signs: readonly Sign[]): Sign[] {
  const voices = (sign: Sign) => signs.filter(({ side, pole }) => side === sign.side && pole === sign.pole).reduce((sum, { weight }) => sum + weight, 0);
  return signs.map((sign) => ({ ...sign, weight: sign.weight / Math.max(1, voices(sign)) }));
}

/** Makes a position of what speaks for the ends of one axis. What is said again in the same words counts half each time. */
function summed(found: readonly Found[], source: string, doubt: number): AxisPosition | null {
  const said = new Map<string, number>();
  const heard = found.map((sign) => {
    const words = `${sign.pole} ${sign.words.toLowerCase()}`;
    const times = said.get(words) ?? 0;
    said.set(words, times + 1);
    return { ...sign, weight: sign.weight / 2 ** times };
  });
  const weightFor = (wanted: 0 | 1) => heard.filter(({ pole }) => pole === wanted).reduce((sum, { weight }) => sum + weight, 0);
  const [low, high] = [weightFor(0), weightFor(1)];
  if (low + high < least) return null;
  const placeOf = places(source);
  const told = [...heard].sort((a, b) => b.weight - a.weight).slice(0, mostTold).sort((a, b) => a.inNote.from - b.inNote.from);
  return {
    value: (1 + (high - low) / (low + high + doubt)) / 2,
    isGiven: false,
    sureness: (low + high) / (low + high + doubt),
    evidence: told.map(({ pole, words, sentence, at, inNote }) => ({ pole, words, sentence, at, ...inNote, ...placeOf(inNote.from) })),
    count: found.length,
  };
}
