import { createHash } from "node:crypto";
import { about, type Config, noteReading, type NoteReading, type NoteReport, noteSource, termFinder } from "../../core/index";
import { explained, judged } from "../explained";
import { Failure, tooOdd } from "../failure";
import type { NoteFile } from "../gather";
import { decode, readFile, type FileReading, type FileStats } from "../read-note";
import { parseFrontMatter } from "../yaml";

/** What is made of each note; plain values, so that a thread can be told. */
export interface NoteTask {
  config: Config;
  /** The folder of whose notes the prose is judged; empty for the vault itself, absent where none is. */
  proseIn?: string;
  /** Whether what it says is read, for the index. */
  reading: boolean;
  /** Whether how its sentences were read is told; of some notes (by their files) of one line alone. */
  explain?: ReadonlyMap<string, number>;
  /** Whether the result is to be kept for later runs. */
  isKept: boolean;
}

/** A note that is to be worked on, and what the disk has said of its file. */
export interface DueNote extends NoteFile {
  stats?: FileStats | undefined;
}

/** What came of one note. */
export interface NoteResult {
  path: string;
  /** Why nothing came of it. */
  reason?: string;
  /** What it was asked for is not there, which ends the run. */
  failure?: string;
  /** Its diagnostics, its text where it has any, and the terms that it is about. */
  prose?: Omit<NoteReport, "path"> & { terms: string[] };
  reading?: NoteReading;
  /** What its file looked like. */
  print?: Print;
}

/** What the disk says of a file: its size, when it was modified, and when something about it changed. */
export type Stamp = readonly [number, number, number];

/** What a file looks like: while the stamp is the same the bytes are, and while the hash is. */
export interface Print {
  stamp: Stamp;
  /** Of the bytes. */
  hash: string;
}

/** A file may change again within the same tick of a coarse clock, in milliseconds, and its time stay the same. */
const coarse = 2000;

/** What the disk says of a file; like no other where that can't be trusted. */
export function stampOf({ size, mtimeMs, ctimeMs }: FileStats): Stamp {
  return Date.now() - Math.max(mtimeMs, ctimeMs) > coarse ? [size, mtimeMs, ctimeMs] : [NaN, NaN, NaN];
}

export function isSameStamp([size, modified, changed]: Stamp, other: Stamp): boolean {
  return size === other[0] && modified === other[1] && changed === other[2];
}

/** What a file that has been read looks like. */
export function printOf({ bytes, stats }: Extract<FileReading, { bytes: Uint8Array }>): Print {
  return { stamp: stampOf(stats), hash: createHash("sha256").update(bytes).digest("base64url").slice(0, 24) };
}

/** Makes what reads notes and does a task. It never throws on account of a note: one too odd comes back with the reason. */
export function noteWork(task: NoteTask): (notes: readonly DueNote[]) => NoteResult[] {
  const termsOf = termFinder(about().terms);
  const isJudged = (path: string) => task.proseIn !== undefined && (task.proseIn === "" || path.startsWith(`${task.proseIn}/`));
  const resultOf = ({ path, file, stats }: DueNote): NoteResult => {
    const taken = readFile(file, stats);
    if ("reason" in taken) return { path, reason: taken.reason };
    const print = task.isKept ? { print: printOf(taken) } : {};
    const decoded = decode(taken.bytes);
    if ("reason" in decoded) return { path, reason: decoded.reason, ...print };
    try {
      const note = noteSource(path, decoded.text, parseFrontMatter);
      const prose = isJudged(path) ? { prose: { ...proseOf(note, task, file), terms: termsOf(note) } } : {};
      return { path, ...prose, ...(task.reading && { reading: noteReading(note, task.config) }), ...print };
    } catch (error) {
      return error instanceof Failure ? { path, failure: error.message } : { path, reason: tooOdd(error), ...print };
    }
  };
  return (notes) => notes.map(resultOf);
}

function proseOf(note: ReturnType<typeof noteSource>, { config, explain }: NoteTask, file: string): Omit<NoteReport, "path"> {
  const { source, diagnostics, explanations } = explain ? explained(note, config, explain.get(file)) : judged(note, config);
  const isWorthTelling = diagnostics.length + (explanations?.length ?? 0) > 0;
  // The text of a note of which there is nothing to say need not travel.
  return { source: isWorthTelling ? source : "", diagnostics, ...(explanations && { explanations }) };
}
