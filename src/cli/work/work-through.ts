import type { Cache } from "../cache/cache";
import { openNoteCache, type NoteCache } from "../cache/note-cache";
import { Failure } from "../failure";
import type { NoteFile } from "../gather";
import { statsOf } from "../read-note";
import type { Terminal } from "../terminal";
import { createCrew } from "../threads/crew";
import { batchesOf } from "./batches";
import { noteWork, type DueNote, type NoteResult, type NoteTask } from "./note-work";
import type { Task } from "./task";

/** From how many notes, and from how many bytes, threads are worth their start. */
const manyNotes = 200;
const manyBytes = 1_000_000;

/** With what notes are worked through. */
export interface Means {
  script: Terminal["script"];
  threads: number;
  /** Where results are kept, and under which name. */
  kept?: { cache: Cache; name: string; purpose: unknown } | undefined;
}

/**
 * Does a task with each of some notes, in threads where that is worth while, but for those whose result is held.
 * @param take sees what came of each note that was done now, in no order
 * @returns what is held
 * @throws Failure where what was asked for is not there
 */
export async function workThrough(files: readonly NoteFile[], task: Omit<NoteTask, "isKept">, { script, threads, kept }: Means, take: (result: NoteResult) => void): Promise<NoteCache | undefined> {
  const remake = (isWanted: (path: string) => boolean) => noteWork({ ...task, isKept: false })(files.filter(({ path }) => isWanted(path)));
  const held = kept && openNoteCache(kept.cache, kept.name, kept.purpose, remake);
  const dueOf = (isHeld: NoteCache["isHeld"]) =>
    files.flatMap((note) => {
      const stats = statsOf(note.file);
      return isHeld(note, stats) ? [] : [{ path: note.path, file: note.file, stats, size: stats?.size ?? 0 }];
    });
  const gatherCrew = (isMuch: boolean) => {
    const whole: NoteTask = { ...task, isKept: held !== undefined };
    return createCrew<DueNote, NoteResult[]>({
      threads: isMuch ? threads : 1,
      script,
      task: { notes: whole } satisfies Task,
      work: noteWork(whole),
      lost: ({ path }, reason) => [{ path, reason }],
    });
  };
  // Where nothing is held threads start while the disk is asked about the notes.
  const early = !held && files.length >= manyNotes ? gatherCrew(true) : undefined;
  let due = dueOf((...asked) => held?.isHeld(...asked) ?? false);
  if (due.length === 0) return held;
  if (held?.isSound() === false) due = dueOf(() => false);
  const crew = early ?? gatherCrew(due.length >= manyNotes || due.reduce((sum, { size }) => sum + size, 0) >= manyBytes);
  try {
    const done = batchesOf(due, threads).map(async (batch) => {
      for (const parcel of await crew.do(batch)) {
        const results = parcel.open();
        // Before they are taken, since whoever takes a reading may write in it.
        held?.add(results, parcel.bytes());
        for (const result of results) {
          if (result.failure !== undefined) throw new Failure(result.failure);
          take(result);
        }
      }
    });
    await Promise.all(done);
  } finally {
    crew.close();
  }
  return held;
}
