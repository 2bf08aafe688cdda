import type { Place, Range } from "../range";

/** A place of a note that speaks for one end of an axis. */
export interface PositionEvidence extends Range, Place {
  /** 0 is the low end, 1 the high one. */
  pole: 0 | 1;
  /** The words that say so, and the sentence around them, as read. */
  words: string;
  sentence: string;
  /** Where in the sentence the words begin, in UTF-16 units. */
  at: number;
}

/** Where a note stands on one axis. */
export interface AxisPosition {
  /** From 0, the low end, to 1. */
  value: number;
  /** Whether a property of the note says so; else it is guessed from the evidence. */
  isGiven: boolean;
  /** How sure it is, from 0 to 1; what is given is. */
  sureness: number;
  /** What the guess is made of, in document order, the weightiest where it is much; for what is given, the property. */
  evidence: PositionEvidence[];
  /** How many places speak for either end; not all need be in `evidence`. */
  count: number;
}

/** Where a note stands on the two axes of a distinction. */
export interface NotePosition {
  path: string;
  /** In the order of the axes; null where nothing speaks for one. */
  axes: readonly [AxisPosition | null, AxisPosition | null];
  /** The id of the convention by which its words were read. */
  convention: string;
  /** What is amiss with its properties: one sentence for each. */
  problems: string[];
}
