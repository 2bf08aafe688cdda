import { isAtLeast, type Config, type Severity } from "../../core/index";
import type { Terminal } from "../terminal";
import { createCrew } from "../threads/crew";
import type { Parcel } from "../threads/parcel";
import type { Task } from "../work/task";
import { lineWork, lostLine, type Line, type LineAnswer, type LineTask } from "./line-work";
import { createLineSplitter } from "./split-lines";

/** Bytes, and lines, that a thread is given at once. */
const batchBytes = 65_536;
const batchLines = 256;

/** Bytes, and batches for each thread, that are on their way at once; more input is read only when the first of them has been written. */
const mostBytes = 4_194_304;
const mostBatches = 4;

/** What a run over lines came to. */
export interface LinesOutcome {
  faults: number;
  loudest: Severity | undefined;
}

/** Judges the notes that stand in lines of input, and writes a line for each in the same order. Memory does not grow with the input, but with its longest lines. */
export async function lintLines(config: Config, threads: number, { script, input, pour }: Pick<Terminal, "script" | "input" | "pour">): Promise<LinesOutcome> {
  const task: LineTask = { config };
  const crew = createCrew<Line, LineAnswer>({ threads, script, task: { lines: task } satisfies Task, work: lineWork(task), lost: lostLine });
  const outcome: LinesOutcome = { faults: 0, loudest: undefined };
  /** Batches that are not written yet, each until it is, and how many bytes they hold. */
  const onTheWay: Promise<void>[] = [];
  let bytesOnTheWay = 0;
  let written = Promise.resolve();

  const write = async (answers: Promise<Parcel<LineAnswer>[]>) => {
    for (const parcel of await answers) {
      const { bytes, faults, loudest } = parcel.open();
      outcome.faults += faults;
      if (loudest && (!outcome.loudest || isAtLeast(loudest, outcome.loudest))) outcome.loudest = loudest;
      await pour(bytes);
    }
  };

  const hand = async (lines: readonly Line[]) => {
    for (const batch of portions(lines)) {
      const bytes = batch.reduce((sum, line) => sum + line.bytes.length, 0);
      const answers = crew.do(batch);
      written = written.then(() => write(answers)).then(() => void (bytesOnTheWay -= bytes));
      onTheWay.push(written);
      bytesOnTheWay += bytes;
      while (onTheWay.length > threads * mostBatches || (bytesOnTheWay > mostBytes && onTheWay.length > 0)) await onTheWay.shift();
    }
  };

  try {
    const splitter = createLineSplitter();
    for await (const piece of input()) await hand(splitter.push(piece));
    await hand(splitter.end());
    await written;
  } finally {
    crew.close();
  }
  return outcome;
}

function* portions(lines: readonly Line[]): Generator<Line[]> {
  let batch: Line[] = [];
  let bytes = 0;
  for (const line of lines) {
    batch.push(line);
    bytes += line.bytes.length;
    if (bytes < batchBytes && batch.length < batchLines) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}
