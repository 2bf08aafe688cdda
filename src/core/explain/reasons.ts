import type { Reason } from "../prose/against";

/** What else decides, beside what speaks against a reading. */
export type Outcome = "no-frame" | "surer-elsewhere" | "settled" | "exception" | "off-by-config" | "off-by-convention" | "suppressed" | "turned-off" | "by-config" | "by-convention" | "readers-differ";

/** The senses in which a word can stand. */
export type Sense = "own-sense" | "art" | "borrowed" | "of-other-axis" | "frames-own" | "frames-other" | "is-negated" | "is-quoted";

/** All reasons in words, for whoever mends a rule. */
export const reasons: Readonly<Record<Reason | Outcome | Sense, string>> = {
  "other-sense": "another sense",
  compound: "part of a compound",
  "long-quotation": "in a quotation of more than four words",
  "more-than": "“more than” or “not only” stands before it",

  "no-word": "no word counts",
  "no-term": "neither of the two words stands here or in the sentence before, only an opposite",
  "many-words": "more words of the distinction than a sentence has",
  "taken-back": "the next sentence takes it back",
  citation: "it follows a year in brackets: the title of a work",

  "contrast-above": "a heading above sets the two words apart",
  corrected: "the sentence corrects how the words are used",
  "own-evidence-near": "evidence on its own axis stands in the same paragraph",
  taught: "the sentence sets the two words apart, or is about the words",
  "no-evidence": "nothing in reach speaks for the other axis",

  "negated-cue": "what ties them is negated",
  aside: "the sentence turns to something else in between",
  framed: "an adverb names the word's own axis",
  "both-claimed": "both words are claimed together",
  conceded: "what follows holds in spite of it",
  label: "a label that names another concept",
  "own-reason": "the result has a reason of its own",
  "little-evidence": "too little evidence on the other axis in what is offered",
  "own-evidence": "evidence on its own axis",
  "only-in-pairs": "this form counts only beside the other word",
  "next-sentence": "only the next sentence says so",
  manner: "the verb goes on with what it is done with",
  list: "a list of three, or a longer one",
  choice: "one is to choose",
  "both-axes": "what is offered speaks for both axes",
  "opposite-claimed": "there is evidence for the other axis, so that the opposite may be meant",
  verb: "the word is a verb",

  far: "the evidence stands far into what is offered",
  hedged: "hedged",
  reported: "reported",
  question: "a question",
  quoted: "in quotation marks",
  negated: "the word is negated",
  "other-head": "its noun names the other axis itself",
  "term-of-art": "a term of art, or a name",
  perhaps: "readers differ on this frame",
  thin: "no single piece of evidence weighs enough",
  "open-head": "the opposite's noun may be meant in either sense",
  "side-by-side": "two statements side by side, without a cue",

  "one-place": "both stand in the same one of the two places",
  "loose-places": "the two places are tied loosely",
  "mid-label": "the label goes on behind the word",
  "own-evidence-behind": "evidence on its own axis further on",

  "no-frame": "no frame fits",
  "surer-elsewhere": "another finding is surer, or comes first",
  settled: "an earlier rule was sure",
  exception: "an exception of the config",
  "off-by-config": "the config switches the rule off",
  "off-by-convention": "the convention switches the rule off here",
  suppressed: "a comment or a property of the note suppresses it",
  "turned-off": "the property “distinguo” turns the note off",
  "by-config": "by the config",
  "by-convention": "by the convention",
  "readers-differ": "readers differ",

  "own-sense": "its own sense",
  art: "a term of art, or a name",
  borrowed: "a term of art of the other word",
  "of-other-axis": "said of a noun that names the other axis",
  "frames-own": "an adverb names its own axis",
  "frames-other": "an adverb names the other axis",
  "is-negated": "negated",
  "is-quoted": "quoted",
};
