import type { Severity } from "../diagnostic";
import type { Phrase } from "../prose/phrase";

/**
 * Phrases by what they weigh as evidence, from 0 to 1. Those with `near` name the axis and not the end of it that the word
 * stands for ("its owner decides"): they speak for the word only where one of these is near them ("it has no owner").
 */
export type Lexicon = readonly { weight: number; phrases: readonly Phrase[]; near?: readonly Phrase[] }[];

/** One end of an axis. */
export interface Pole {
  /** What a property may call it, in the spellings of `Forms`; the first is its label. */
  names: readonly [string, ...string[]];
  /** What says that something stands at this end, beside the words and what the axis has as evidence; denied, it says the contrary. */
  signs: readonly Phrase[];
}

/** One of the two things that a distinction keeps apart. */
export interface Axis {
  /** Also the key of the property that says where a note stands on it. */
  id: string;
  /** What it is about, as a noun phrase. */
  label: string;
  /** The question it asks. */
  question: string;
  /** What speaks for it. */
  evidence: Lexicon;
  /** Phrases that hold a word of the evidence and say nothing about the axis. */
  noEvidence: readonly Phrase[];
  /** The low end and the high one, which the word stands for. */
  poles: readonly [Pole, Pole];
  /** Evidence that tells what is spoken of, and neither end, so that it places no note. */
  unplaced: readonly Phrase[];
}

/** One of the four ways in which the ends of two axes go together. */
export interface Corner {
  name: string;
  /** What such a thing is like: one sentence. */
  explanation: string;
}

/** Grammatical classes of a form; a phrase is replaced by none. */
export type WordClass = "adjective" | "noun" | "verb" | "phrase";

/** Spellings of a form: `{z}` is z or s, `{-}` an optional hyphen. Those of the class `phrase` are written as phrases. */
export type Forms = Readonly<Record<WordClass, readonly string[]>>;

/** One of the two words. */
export interface Term {
  label: string;
  forms: Forms;
  /** Words for the other end of its axis. The first of each class is what a fix inserts. */
  opposites: Forms;
  /** Its opposites say too little to be set against the other word where the sentence gives evidence for that one. */
  looseOpposites: boolean;
  /** Contexts (with `_` for the word) in which a form of a class has another sense. */
  otherSenses: Readonly<Record<WordClass, readonly Phrase[]>>;
  /** Contexts in which it has its own sense even so. */
  ownSense: readonly Phrase[];
  /** Classes whose forms are the word only beside the other word or an opposite: alone they say too many things. */
  onlyInPairs: readonly WordClass[];
  /** Between the word and what makes it so, where that belongs to the other axis: "decentralized across". */
  makers: readonly Phrase[];
  /** Verbs of which it is the subject and that say what it comes to on the other axis: "a decentralized network stores". */
  doings: readonly Phrase[];
  /** Participles behind its noun that say so: "decentralized servers located in". */
  states: readonly Phrase[];
  /** Nouns (or longer tails) with which it is a term of art. */
  termsOfArt: readonly Phrase[];
  /** Nouns that name the other axis themselves, so that the word only says how they are. */
  otherAxisHeads: readonly Phrase[];
  /** Nouns of the other word's terms of art: with this word they are another name for the same. */
  borrowed: readonly Phrase[];
  /** Adverbs before it that name an axis outright. */
  frames: readonly Phrase[];
  /** Adverbs before it that name the other axis, so that the other word is meant. */
  otherFrames: readonly Phrase[];
  /** Nouns right behind it that do so. */
  otherNouns: readonly Phrase[];
}

/**
 * What a rule says where it speaks. `{word}`, `{other}`, `{pair}` and `{evidence}` are what the note says; `{otherAxis}`
 * what the axis of the other word is about; `{stands}` what the word stands for by the convention; `{terms}` both words
 * with what they stand for.
 */
export interface Message {
  message: string;
  question: string;
}

/** How loud a rule is; `off` silences it. */
export type Level = Severity | "off";

/** Whose definitions are followed, and how loud each rule is under them. */
export interface Convention {
  /** No other convention has it, of whatever distinction. */
  id: string;
  label: string;
  /** What each word means under it: one sentence. */
  description: string;
  /** What each term stands for under it, as a noun phrase: messages and choices say so. In the order of the terms. */
  stands: readonly [string, string];
  /** Who says so. */
  source: string;
  /** For each of the two words, whether it says under it where a thing stands on its own axis; where not, only evidence does. */
  places: readonly [boolean, boolean];
  /** In the order of the rules. What is `inferred` has a level for each of the two words, since a source may tie the one to the other axis and not the other. */
  levels: readonly [equated: Level, crossedOpposites: Level, inferred: Level | readonly [Level, Level], secondForFirst: Level, firstForSecond: Level];
}

/** Two words that are easily taken for each other, and all that the rules need to know of them. */
export interface Distinction {
  id: string;
  axes: readonly [Axis, Axis];
  /** By the pole of the first axis (0 is low), then by that of the second. */
  corners: readonly [readonly [Corner, Corner], readonly [Corner, Corner]];
  /** In the order of the axes. */
  terms: readonly [Term, Term];
  /** Nouns that an opposite may qualify in either sense, so that readers differ. */
  openHeads: readonly Phrase[];
  /** By rule; where a rule has variants, by `rule:variant` as well. */
  messages: Readonly<Record<string, Message>>;
  /** What a writer may add at the end of a sentence, with a gap in square brackets: where only the other axis speaks for a claim, in the order of the terms; and where a claim on one axis is given as the reason for one on the other. Each speaks for what was missing, so that the place is settled. */
  templates?: { claim: readonly [string, string]; link: string };
  conventions: readonly [Convention, ...Convention[]];
}
