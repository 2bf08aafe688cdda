import { lint, noteSource, type Config, type Diagnostic, type NoteSource } from "../core/index";
import { Failure, reasonOf } from "./failure";
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

/** The diagnostics of a note's prose. A note too odd to judge goes to `unread`, and the rest goes on. */
export function judge(note: NoteSource, config: Config, unread: Unread[], named: boolean): Diagnostic[] | undefined {
  return attempt(note.path, unread, named, () => lint(note, config));
}

/** Does something with one note; where that throws, the note goes to `unread` with the reason. */
export function attempt<Value>(path: string, unread: Unread[], named: boolean, act: () => Value): Value | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof Failure) throw error;
    unread.push({ path, reason: `it is too odd to be judged (${reasonOf(error)}); please report it`, named });
    return undefined;
  }
}
