import type { Evidence, Severity } from "../diagnostic";
import type { Hear } from "../prose/against";
import type { WeighedEvidence } from "../prose/evidence";
import type { Frame } from "../prose/frame";
import type { Lexis } from "../prose/lexis";
import type { OfferPatterns } from "../prose/offers";
import type { RelationPatterns } from "../prose/relations";
import type { Sentence } from "../prose/sentence";
import type { Range } from "../range";

/** What a rule promises, said by example. In `invalid`, «marks» show exactly what is reported. */
export interface Examples {
  valid: readonly string[];
  invalid: readonly string[];
}

/** Expressions that are made once for a distinction. */
export interface Patterns {
  alternations: RelationPatterns[];
  equations: RelationPatterns[];
  identities: RelationPatterns[];
  ownWords: RelationPatterns[];
  oppositions: RelationPatterns[];
  offers: OfferPatterns;
  negation: RegExp;
  /** What denies the very word behind it. */
  denied: RegExp;
  aside: RegExp;
  /** Where a second clause begins, behind a comma. */
  secondClause: RegExp;
  hedge: RegExp;
  report: RegExp;
  contrast: RegExp;
  /** A noun, right behind an opposite, that it may qualify in either sense. */
  openHead: RegExp;
  correction: RegExp;
  teaching: RegExp;
  choice: RegExp;
  alternative: RegExp;
  related: RegExp;
  comparison: RegExp;
  turn: RegExp;
  follow: RegExp;
  /** A question that the next sentence may answer. */
  ask: RegExp;
  contrary: RegExp;
  /** Right behind a word: what follows holds in spite of it. */
  concession: RegExp;
  /** A sentence that draws on the one before it. */
  backwards: RegExp;
  /** A sentence that takes back the one before it. */
  denial: RegExp;
  /** A sentence that spells out the one before it. */
  spelling: RegExp;
  /** A sentence that gives a second name. */
  secondName: RegExp;
  /** Both words, and a cue that what follows is their meaning. */
  jointMeaning: RegExp;
  /** What stands between two words where the second, with what joins it, can be left out. */
  join: RegExp;
}

/** What a rule sees of one sentence. */
export interface Context {
  lexis: Lexis;
  patterns: Patterns;
  sentence: Sentence;
  /** What speaks for either axis, and for one of them: looked for when it is asked for. */
  evidence: readonly WeighedEvidence[];
  evidenceOf(side: 0 | 1): readonly WeighedEvidence[];
  /** The sentence asks something. */
  isQuestion: boolean;
  /** The section's heading sets the two words apart. */
  isContrasted: boolean;
  isHeading: boolean;
  /** The sentence stands in a block of the note; or it is made of a label and its gloss, of two labels of one comparison, or of two uses of one noun. */
  as: "block" | "gloss" | "comparison" | "slide";
  /** The section lists what is related: its labels name other concepts. */
  isRelatedList: boolean;
  /** Where link texts stand, in the sentence. */
  isLink(range: Range): boolean;
  /** Whether the block holds one of the two words. */
  mentions(side: 0 | 1): boolean;
  /** Set where somebody asks for the reasons. */
  hear?: Hear | undefined;
}

/** What a rule has found in one sentence. Offsets are the sentence's. */
export interface Finding extends Range {
  /** The frame that it fits, where one brought it up. */
  frame?: Frame | undefined;
  /** The word, or the first of the pair, that the finding is about. */
  word: Range;
  /** Which of a rule's messages fits, where it has more than one. */
  variant?: string;
  /** The word and its evidence stand as reason and result. */
  isLeap?: boolean;
  /** The other word of a pair. */
  other?: Range;
  /** Careful readers agree. Where they differ it is a hint. */
  isSure: boolean;
  evidence: readonly WeighedEvidence[];
}

/** A rule that judges prose. */
export interface Rule {
  id: string;
  /** One sentence: what it reports. */
  summary: string;
  /** Why a reader suffers. */
  rationale: string;
  severity: Severity;
  check(context: Context): Finding[];
}

/** The evidence of a finding, as the note's ranges. */
export function evidenceInNote(found: readonly WeighedEvidence[], { lexis, sentence }: Context): Evidence[] {
  return found.map(({ side, from, to }) => ({ axis: lexis.distinction.axes[side].id, ...sentence.reading.inNote(sentence.start + from, sentence.start + to) }));
}
