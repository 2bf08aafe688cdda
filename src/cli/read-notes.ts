import { noteSource, type NoteSource } from "../core/index";
import { Failure, tooOdd } from "./failure";
import type { NoteFile, Unread } from "./gather";
import { readNote } from "./read-note";
import { parseFrontMatter } from "./yaml";

/** Reads notes one after another; what can't be read goes to `unread`, and the rest goes on. */
export function* readNotes(files: readonly NoteFile[], unread: Unread[], isNamed: (file: string) => boolean): Generator<NoteSource> {
  for (const { path, file } of files) {
    const reading = readNote(file);
    if ("text" in reading) yield noteSource(path, reading.text, parseFrontMatter);
    else unread.push({ path, reason: reading.reason, named: isNamed(file) });
  }
}

/** Does something with one note; where that throws, the note goes to `unread` with the reason. */
export function attempt<Value>(path: string, unread: Unread[], named: boolean, act: () => Value): Value | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof Failure) throw error;
    unread.push({ path, reason: tooOdd(error), named });
    return undefined;
  }
}
