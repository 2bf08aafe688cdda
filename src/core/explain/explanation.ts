import type { Diagnostic, Evidence } from "../diagnostic";
import type { WordClass } from "../distinctions/distinction";
import type { Range } from "../range";

/** One thing that bears on a judgement: a name for programs and the same in words. */
export interface Because {
  id: string;
  text: string;
}

/** How a sentence that holds a word of a distinction was read and judged. All ranges are the note's: UTF-16 offsets. */
export interface Explanation extends Range {
  /** A sentence of a block; or a label and its gloss, two labels that are compared, two sentences with one noun, read together. */
  as: "block" | "gloss" | "comparison" | "slide";
  /** As written; what stands in two places is given as it is read. */
  text: string;
  /** The ids of the distinction and the convention that it was judged by. */
  distinction: string;
  convention: string;
  /** The next sentence, or what goes on from this one, where the two are read together. */
  followed: Range | null;
  /** As far as a negation reaches. */
  clauses: Range[];
  words: WordRead[];
  /** `isOpen`: it names the axis, and nothing near it says which end. */
  evidence: (Evidence & { weight: number; isOpen: boolean })[];
  /** The frames that fit. */
  frames: FrameRead[];
  /** Why no rule was asked; empty where all were. */
  skipped: Because[];
  /** Each rule that bears on it, in their order; none where none was asked. */
  rules: RuleRead[];
  /** What `lint` reports of the sentence. */
  diagnostic: Diagnostic | null;
}

/** A word of the distinction, and the sense in which it stands. */
export interface WordRead extends Range {
  /** The label of the term that it is, or is the opposite of. */
  term: string;
  isOpposite: boolean;
  wordClass: WordClass;
  /** Whether it is one of the distinction's at all. */
  counts: boolean;
  sense: Because[];
}

/** A frame that fits, and what stands in it. */
export interface FrameRead {
  /** The list that holds it, such as `oppositions` or `meaning`. */
  list: string;
  frame: string;
  isSure: boolean;
  word: Range;
  /** The other word, or what is offered. */
  other: Range;
}

/** What a rule made of a sentence. */
export interface RuleRead {
  rule: string;
  /** It was reported; it had something, which was not; it had nothing; an earlier rule had been sure. */
  outcome: "reported" | "kept-back" | "silent" | "not-asked";
  /** What holds for the rule as a whole. */
  because: Because[];
  candidates: CandidateRead[];
}

/** What a rule weighed, and what spoke against it: nothing where it is sure. */
export interface CandidateRead {
  word: Range;
  other: Range | null;
  frame: string | null;
  outcome: "sure" | "hint" | "dropped";
  because: Because[];
}

/** Rules to which the same happened for the same reasons. */
export interface RulesRead extends Omit<RuleRead, "rule"> {
  rules: string[];
}

/** The rules in their order; those that weighed nothing and have the same to say stand together. */
export function rulesTogether(rules: readonly RuleRead[]): RulesRead[] {
  const groups = new Map<string, RulesRead>();
  for (const { rule, ...read } of rules) {
    const key = read.candidates.length > 0 ? rule : JSON.stringify([read.outcome, read.because]);
    const group = groups.get(key) ?? { rules: [], ...read };
    group.rules.push(rule);
    groups.set(key, group);
  }
  return [...groups.values()];
}
