import type { WordClass } from "../distinctions/distinction";
import type { Range } from "../range";
import type { Reason } from "./against";
import { frameText, type FrameText } from "./frame";
import { termMark, type Lexis, type TermPattern } from "./lexis";
import { matchesOf } from "./matches";
import type { Reading } from "./reading";

/** A word of the distinction in a sentence. Offsets are the sentence's. */
export interface Occurrence extends Range {
  /** Which of the two terms it is, or is the opposite of. */
  side: 0 | 1;
  isOpposite: boolean;
  wordClass: WordClass;
  /** Stands with a noun that makes a term of art, or in a name. */
  isTermOfArt: boolean;
  /** Stands with a noun that makes a term of art of the other word. */
  isBorrowing: boolean;
  /** Stands before a noun that names the other axis itself. */
  isCompositional: boolean;
  /** An adverb before it names an axis outright. */
  isFramed: boolean;
  /** What stands at it and names the other axis, so that the other word is meant. */
  misframe: Range | undefined;
  isNegated: boolean;
  isQuoted: boolean;
}

/** A word of the distinction that does not count, and why. Offsets are the sentence's. */
export interface DroppedWord extends Range, Pick<Occurrence, "side" | "isOpposite" | "wordClass"> {
  reason: Reason;
}

/** One sentence as the rules see it. */
export interface Sentence {
  reading: Reading;
  /** Where it begins in the reading. */
  start: number;
  /** In lower case. */
  plain: string;
  /** As long as `plain`; each word of the distinction is a run of its own mark, which no word pattern matches. */
  coded: string;
  occurrences: Occurrence[];
  /** What looks like one of its words and is none. */
  dropped: DroppedWord[];
  /** The sentence before it in the same block. */
  previous: Sentence | undefined;
  /** `coded` and, where the next sentence draws on this one ("This means"), that sentence too. */
  followed: string;
  /** `followed` and where phrases begin in it; each list is looked for once. Nothing may be added to `followed` after. */
  readonly frames: FrameText;
}

/** Whether a sentence holds one of the terms, in its own sense. */
export function hasTerm({ occurrences }: Sentence, side: 0 | 1): boolean {
  return occurrences.some((word) => word.side === side && !word.isOpposite);
}

/** The mark that stands for the words of one side in a coded sentence. */
export function markOf(side: 0 | 1, isOpposite: boolean): string {
  return String.fromCharCode(0xe010 + side + (isOpposite ? 2 : 0));
}

/** Finds the words of the distinction in one sentence and tells their senses; words in another sense are left out. */
export function readSentence(reading: Reading, { from, to }: Range, previous: Sentence | undefined, lexis: Lexis, negation: RegExp): Sentence {
  const plain = reading.lower.slice(from, to);
  const words = lexis.anyWord.test(plain) ? lexis.words : [];
  const quotes = words.length > 0 ? quotedRanges(plain) : [];
  const found: Occurrence[] = [];
  const dropped: DroppedWord[] = [];
  for (const { side, isOpposite, wordClass, pattern } of words) {
    for (const match of matchesOf(plain, pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const { before, after } = around(plain, { from: start, to: end });
      const quote = quotes.find((range) => range.from <= start && end <= range.to);
      const term = lexis.terms[side];
      if (!term) continue;
      const context = before + termMark + after;
      let reason: Reason | undefined;
      if (before.endsWith("-") && !isOpposite) reason = "compound";
      else if (isOpposite && wordClass === "phrase" && /(?:more than|not just|not only|beyond) (?:just )?$/.test(before)) reason = "more-than";
      else if (quote && plain.slice(quote.from, quote.to).split(" ").length > 4) reason = "long-quotation";
      else if (!isOpposite && term.otherSenses[wordClass].test(context) && !term.ownSense.test(context)) reason = "other-sense";
      if (reason) {
        dropped.push({ from: start, to: end, side, isOpposite, wordClass, reason });
        continue;
      }
      const cased = reading.text.slice(from + start, from + end + 3);
      found.push({
        from: start,
        to: end,
        side,
        isOpposite,
        wordClass,
        isTermOfArt: !isOpposite && wordClass === "adjective" && (term.termOfArt.test(after) || (start > 0 && /^\p{Lu}\S* \p{Lu}/u.test(cased + reading.text.slice(from + end + 3, from + end + 4)) && isName(reading.text, from + start))),
        isBorrowing: !isOpposite && wordClass === "adjective" && term.borrowed.test(after),
        isCompositional: !isOpposite && (term.otherAxisHead.test(after) || term.otherAxisSubject.test(before)),
        isFramed: !isOpposite && term.frame.test(before),
        misframe: isOpposite ? undefined : misframeOf(start, before, end, after, term),
        isNegated: negation.test(clauseBefore(before)),
        isQuoted: quote !== undefined,
      });
    }
  }
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const occurrences: Occurrence[] = [];
  let coded = "";
  for (const word of found) {
    const { from: start, to: end, side, isOpposite } = word;
    // "de-centralized" holds the opposite's own word.
    if (start < coded.length) continue;
    occurrences.push(word);
    coded += plain.slice(coded.length, start) + markOf(side, isOpposite).repeat(end - start);
  }
  coded += plain.slice(coded.length);
  return new ReadSentence(reading, from, plain, coded, occurrences, dropped, previous);
}

/** All of one shape, so that what reads them is made fast once and stays so. */
class ReadSentence implements Sentence {
  followed: string;
  private found: FrameText | undefined;

  constructor(
    readonly reading: Reading,
    readonly start: number,
    readonly plain: string,
    readonly coded: string,
    readonly occurrences: Occurrence[],
    readonly dropped: DroppedWord[],
    readonly previous: Sentence | undefined,
  ) {
    this.followed = coded;
  }

  get frames(): FrameText {
    return (this.found ??= frameText(this.followed));
  }
}

/** What stands next to a word, as far as it tells the sense. */
export function around(plain: string, { from, to }: Range): { before: string; after: string } {
  return { before: plain.slice(Math.max(0, from - 60), from), after: plain.slice(to, to + 60) };
}

/** What ends a clause, as far as a negation reaches. */
export const clauseEnds = [";", ": ", "—", ", and ", ", so "];

/** What stands at a word and names the other axis, so that the other word is meant. */
function misframeOf(start: number, before: string, end: number, after: string, { frame, otherFrame, otherNoun }: TermPattern): Range | undefined {
  const adverb = otherFrame.exec(before)?.[0];
  if (adverb !== undefined && !frame.test(before.slice(0, -adverb.length).replace(/[,;] $/, " "))) return { from: start - adverb.length, to: start - 1 };
  const noun = otherNoun.exec(after)?.[0];
  return noun === undefined ? undefined : { from: end + 1, to: end + noun.length };
}

/** The part of the text before a word that belongs to its clause. */
function clauseBefore(before: string): string {
  return before.slice(Math.max(...clauseEnds.map((end) => before.lastIndexOf(end))) + 1);
}

/** Whether a capitalised word in running text belongs to a name: the word before it is not capitalised. */
function isName(text: string, at: number): boolean {
  return /(?:^|\s)\p{Ll}[^\s.]*\s$/u.test(text.slice(Math.max(0, at - 30), at));
}

function quotedRanges(plain: string): Range[] {
  const ranges: Range[] = [];
  for (let from = plain.indexOf("\""); from !== -1; ) {
    const to = plain.indexOf("\"", from + 1);
    if (to === -1) break;
    ranges.push({ from: from + 1, to });
    from = plain.indexOf("\"", to + 1);
  }
  return ranges;
}
