import type { Range } from "../range";
import { matchesOf } from "./matches";
import { anyPhrase, byLength, phrasePattern, wholePhrases, type Phrase } from "./phrase";

/** Where the words of a text in lower case begin, with a key of the first letters of each. */
export class WordStarts {
  private byKey: Map<number, number[]> | undefined;

  constructor(
    readonly text: string,
    readonly starts: readonly number[],
    readonly keys: readonly number[],
  ) {}

  /** Where the words with a key begin, in order. */
  startsOf(key: number): readonly number[] | undefined {
    return (this.byKey ??= this.sorted()).get(key);
  }

  private sorted(): Map<number, number[]> {
    const byKey = new Map<number, number[]>();
    for (let at = 0; at < this.keys.length; at += 1) {
      const key = this.keys[at] ?? 0;
      const from = this.starts[at] ?? 0;
      const known = byKey.get(key);
      if (known) known.push(from);
      else byKey.set(key, [from]);
    }
    return byKey;
  }
}

/**
 * Finds the phrases of a list by the first letters of their words. A text has few words and a lexicon many phrases: so the
 * words are looked up, and only what may begin at one is tried there, by an expression of its own that is made when it is first needed.
 */
export interface PhraseFinder {
  /** Where any of them stands as whole words, as the expression of `wholePhrases` finds them. */
  find(words: WordStarts): readonly Range[];
  /** Where any of them may begin, in order; none is missing. Null where some may begin anywhere. */
  starts(words: WordStarts): readonly number[] | null;
}

/** How many letters of a word its key holds. */
const keyLength = 3;
/** The key of all figures. */
const figure = 1;

/** Whether a UTF-16 unit belongs to a word as expressions have it: a Latin letter, a figure, a low line. */
function isWord(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || unit === 95;
}

/** The unit at a place of a word; 0 behind it. */
function wordUnit(text: string, at: number): number {
  const unit = at < text.length ? text.charCodeAt(at) : 0;
  return isWord(unit) ? unit : 0;
}

function keyAt(text: string, at: number): number {
  const first = wordUnit(text, at);
  if (first >= 48 && first <= 57) return figure;
  const second = wordUnit(text, at + 1);
  return second === 0 ? first : first | (second << 8) | (wordUnit(text, at + 2) << 16);
}

/** Goes through a text once. */
export function wordsOf(text: string): WordStarts {
  const starts: number[] = [];
  const keys: number[] = [];
  let isInside = false;
  for (let at = 0; at < text.length; at += 1) {
    const isInWord = isWord(text.charCodeAt(at));
    if (isInWord && !isInside) {
      starts.push(at);
      keys.push(keyAt(text, at));
    }
    isInside = isInWord;
  }
  return new WordStarts(text, starts, keys);
}

/** The keys of the words that a phrase may begin with; `symbol` where it begins with none, null where that may be any word. */
function keysOf(phrase: Phrase): number[] | "symbol" | null {
  const keys: number[] = [];
  for (const word of phrase.split(" ")) {
    if (word === "~") return null;
    for (const choice of word.replace(/^\?/, "").split("|")) {
      if (choice.startsWith("#")) keys.push(figure);
      else {
        const letters = /^\w*/.exec(choice)?.[0] ?? "";
        if (/^[*#]/.test(choice.slice(letters.length)) && letters.length < keyLength) return null;
        if (letters === "") return "symbol";
        keys.push(keyAt(letters, 0));
      }
    }
    if (!word.startsWith("?")) return keys;
  }
  return null;
}

/** A phrase and, once it is made, its expression. */
interface Candidate {
  phrase: Phrase;
  pattern?: RegExp;
}

interface Index {
  /** What may begin with a key, the longest first. */
  candidates: ReadonlyMap<number, readonly Candidate[]>;
  keys: readonly number[];
  /** Finds what begins with no letter. */
  symbols: RegExp | null;
  isAnywhere: boolean;
}

function indexOf(phrases: readonly Phrase[]): Index {
  const candidates = new Map<number, Candidate[]>();
  const symbols: Phrase[] = [];
  let isAnywhere = false;
  for (const phrase of byLength(phrases)) {
    const keys = keysOf(phrase);
    if (keys === null) isAnywhere = true;
    else if (keys === "symbol") symbols.push(phrase);
    else {
      const candidate = { phrase };
      for (const key of new Set(keys)) {
        const sameKey = candidates.get(key);
        if (sameKey) sameKey.push(candidate);
        else candidates.set(key, [candidate]);
      }
    }
  }
  return { candidates, keys: [...candidates.keys()], symbols: symbols.length > 0 ? new RegExp(`(?=${anyPhrase(symbols)})`, "g") : null, isAnywhere };
}

/** Where the first candidate that stands at a place as whole words ends, or -1. */
function endAt(text: string, at: number, candidates: readonly Candidate[]): number {
  for (const candidate of candidates) {
    const pattern = (candidate.pattern ??= new RegExp(`${phrasePattern(candidate.phrase)}(?!\\w)`, "y"));
    pattern.lastIndex = at;
    if (pattern.test(text)) return pattern.lastIndex;
  }
  return -1;
}

/** A word of a text, and what may begin at it. */
interface Place {
  from: number;
  candidates: readonly Candidate[];
}

/** The words of a text at which something may begin, in order: the keys of the one are looked up in the other, whichever has fewer. */
function placesIn(words: WordStarts, index: Index): readonly Place[] {
  const places: Place[] = [];
  if (words.keys.length <= index.keys.length) {
    for (let at = 0; at < words.keys.length; at += 1) {
      const candidates = index.candidates.get(words.keys[at] ?? 0);
      if (candidates) places.push({ from: words.starts[at] ?? 0, candidates });
    }
    return places;
  }
  for (const key of index.keys) {
    const starts = words.startsOf(key);
    if (starts) for (const from of starts) places.push({ from, candidates: index.candidates.get(key) ?? [] });
  }
  return index.keys.length > 1 && places.length > 1 ? places.sort((a, b) => a.from - b.from) : places;
}

/** Makes a finder of some phrases; its index is made when it is first asked. */
export function phraseFinder(phrases: readonly Phrase[]): PhraseFinder {
  let made: Index | undefined;
  let whole: RegExp | undefined;
  return {
    find(words) {
      const index = (made ??= indexOf(phrases));
      if (index.isAnywhere || index.symbols) return matchesOf(words.text, (whole ??= wholePhrases(phrases))).map(({ index: from, 0: { length } }) => ({ from, to: from + length }));
      const found: Range[] = [];
      let end = 0;
      for (const { from, candidates } of placesIn(words, index)) {
        const to = from < end ? -1 : endAt(words.text, from, candidates);
        if (to === -1) continue;
        found.push({ from, to });
        end = to;
      }
      return found;
    },
    starts(words) {
      const index = (made ??= indexOf(phrases));
      if (index.isAnywhere) return null;
      const starts: number[] = [];
      for (const { from, candidates } of placesIn(words, index)) if (endAt(words.text, from, candidates) !== -1) starts.push(from);
      return index.symbols ? [...starts, ...[...words.text.matchAll(index.symbols)].map((match) => match.index)].sort((a, b) => a - b) : starts;
    },
  };
}
