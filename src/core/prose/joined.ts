import type { Range } from "../range";
import type { Reading } from "./reading";

/** Two places of a note, read as one text. */
export interface Joined {
  reading: Reading;
  /** Where the second begins. */
  seam: number;
}

/** A stretch `[from, to)` of a reading as a reading of its own. */
export function stretchOf(reading: Reading, { from, to }: Range): Reading {
  const { text, lower } = reading;
  return { text: text.slice(from, to), lower: lower.slice(from, to), inNote: (start, end) => reading.inNote(from + start, from + end) };
}

/** Joins two readings by `between`; a space does behind the end of a sentence. What is put in stands, for the note, where the first one ends. */
export function joined(first: Reading, between: string, second: Reading): Joined {
  const length = first.text.trimEnd().length;
  const gap = /[.?!:]["*)]*\s*$/.test(first.text) ? " " : between;
  const seam = length + gap.length;
  const placeOf = (at: number): Range => (at < seam ? first.inNote(Math.min(at, length - 1), Math.min(at + 1, length)) : second.inNote(at - seam, at - seam + 1));
  const join = (text: "text" | "lower") => first[text].slice(0, length) + gap + second[text];
  return { seam, reading: { text: join("text"), lower: join("lower"), inNote: (from, to) => ({ from: placeOf(from).from, to: placeOf(Math.max(from, to - 1)).to }) } };
}
