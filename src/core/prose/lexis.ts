import type { Cues } from "../distinctions/cues";
import type { Axis, Distinction, Forms, Term, WordClass } from "../distinctions/distinction";
import { anyPhrase, type Phrase, phrasePattern } from "./phrase";
import { phraseFinder, type PhraseFinder } from "./phrase-finder";

/** A distinction's words as expressions that find them. */
export interface Lexis {
  distinction: Distinction;
  cues: Cues;
  /** Finds the phrases of a list, or of one word of a frame; made once for each. */
  finderOf: (list: readonly Phrase[] | Phrase) => PhraseFinder;
  /** A word of either term stands in the text: the cheap test for a whole block. */
  wanted: RegExp;
  words: WordPattern[];
  /** Any of these: the cheap test for a sentence. */
  anyWord: RegExp;
  axes: AxisPattern[];
  terms: TermPattern[];
  abbreviation: RegExp;
  /** Between two clauses, or two sentences. */
  clauseEnd: RegExp;
}

/** Finds the forms of one class of one term, or of its opposites. */
export interface WordPattern {
  /** 0 or 1: which of the two terms. */
  side: 0 | 1;
  isOpposite: boolean;
  wordClass: WordClass;
  pattern: RegExp;
}

/** Finds what speaks for one axis. */
export interface AxisPattern {
  axis: Axis;
  evidence: { weight: number; phrases: PhraseFinder; near?: RegExp }[];
  noEvidence: PhraseFinder;
}

/** Tells the senses of one term; `_` in the phrases is the mark `termMark`. */
export interface TermPattern {
  otherSenses: Readonly<Record<WordClass, RegExp>>;
  ownSense: RegExp;
  termOfArt: RegExp;
  otherAxisHead: RegExp;
  /** Such a noun as the subject of which the word is said. */
  otherAxisSubject: RegExp;
  borrowed: RegExp;
  frame: RegExp;
  otherFrame: RegExp;
  otherNoun: RegExp;
}

/** Stands for the word in question when its context is tested. */
export const termMark = "\uE000";

/** The spellings of a form as the source of an expression. */
export function formPattern(form: string): string {
  return form.replaceAll("{z}", "[sz]").replaceAll("{-}", "-?").replaceAll(" ", "[ -]");
}

const wordClasses: readonly WordClass[] = ["adjective", "noun", "verb", "phrase"];

function wordsOf(forms: Forms, side: 0 | 1, isOpposite: boolean): WordPattern[] {
  return wordClasses
    .filter((wordClass) => forms[wordClass].length > 0)
    .map((wordClass) => ({ side, isOpposite, wordClass, pattern: new RegExp(`\\b(?:${forms[wordClass].map(wordClass === "phrase" ? (form) => phrasePattern(form) : formPattern).join("|")})(?!\\w)`, "g") }));
}

function termPattern(term: Term): TermPattern {
  return {
    otherSenses: { adjective: wholeContexts(term.otherSenses.adjective), noun: wholeContexts(term.otherSenses.noun), verb: wholeContexts(term.otherSenses.verb), phrase: wholeContexts(term.otherSenses.phrase) },
    ownSense: wholeContexts(term.ownSense),
    termOfArt: new RegExp(`^ ${anyPhrase(term.termsOfArt)}(?!\\w)`),
    otherAxisHead: new RegExp(`^ (?:[\\w-]+ )?${anyPhrase(term.otherAxisHeads)}(?!\\w)`),
    otherAxisSubject: new RegExp(`\\b${anyPhrase(term.otherAxisHeads)}(?:-\\w+)?(?: (?:is|are|was|were|be|being|been|becomes?|can|should|must|then|also|\\w+ly)){1,3} $`),
    otherNoun: new RegExp(`^ ${anyPhrase(term.otherNouns)}(?!\\w)`),
    otherFrame: new RegExp(`\\b${anyPhrase(term.otherFrames)}[ -]$`),
    borrowed: new RegExp(`^ ${anyPhrase(term.borrowed)}(?!\\w)`),
    frame: new RegExp(`\\b${anyPhrase(term.frames)}[ -]$`),
  };
}

/** Contexts that hold `_`, with `termMark` in its place: no word boundary before the mark, which is no letter. */
export function wholeContexts(phrases: readonly string[]): RegExp {
  return new RegExp(`(?:^|[^\\w])${anyPhrase(phrases, termMark)}(?!\\w)`);
}

/** Makes the expressions of a distinction, once. */
export function lexisOf(distinction: Distinction, cues: Cues): Lexis {
  const [first, second] = distinction.terms;
  const forms = [first, second].flatMap(({ forms: { adjective, noun, verb, phrase } }) => [...adjective, ...noun, ...verb, ...phrase]);
  const words = [...wordsOf(first.forms, 0, false), ...wordsOf(second.forms, 1, false), ...wordsOf(first.opposites, 0, true), ...wordsOf(second.opposites, 1, true)];
  const finders = new Map<readonly Phrase[] | Phrase, PhraseFinder>();
  return {
    distinction,
    cues,
    finderOf(list) {
      const finder = finders.get(list) ?? phraseFinder(typeof list === "string" ? [list] : list);
      finders.set(list, finder);
      return finder;
    },
    // Looked for in the note as it stands, where a hyphen may be one that does not break.
    wanted: new RegExp(forms.map(formPattern).join("|").replaceAll("-?", "[-\\u2010\\u2011]?"), "i"),
    words,
    anyWord: new RegExp(words.map(({ pattern }) => pattern.source).join("|")),
    axes: distinction.axes.map((axis) => ({
      axis,
      evidence: axis.evidence.map(({ weight, phrases, near }) => ({ weight, phrases: phraseFinder(phrases), ...(near && { near: new RegExp(`[^\\w-]${anyPhrase(near)}(?![\\w-])`) }) })),
      noEvidence: phraseFinder(axis.noEvidence),
    })),
    terms: distinction.terms.map(termPattern),
    clauseEnd: new RegExp(`[;.] |, ${anyPhrase(cues.joins)} `),
    abbreviation: new RegExp(`(?:^|[\\s(])(?:${cues.abbreviations.map((abbreviation) => abbreviation.replaceAll(".", "\\.")).join("|")})\\s*$`, "i"),
  };
}

/** Whether a text in lower case holds a form of one of the terms, in whatever sense. */
export function mentions({ words }: Lexis, side: 0 | 1, lower: string): boolean {
  return words.some((word) => word.side === side && !word.isOpposite && lower.search(word.pattern) >= 0);
}
