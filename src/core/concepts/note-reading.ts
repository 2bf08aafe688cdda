import type { Config } from "../config";
import { readNote } from "../markdown/note";
import type { NoteSource } from "../markdown/note-source";
import { ownStrings } from "./own-strings";
import { readStatements, type NoteReading } from "./read-concept";

/**
 * All that an index keeps of a note, read from its text: plain values that survive structured cloning, and hold on to nothing of
 * the text. Of the config only `concepts` matters. Never throws on account of what a note holds; its time is linear in the note's length.
 */
export function noteReading(note: NoteSource, config: Pick<Config, "concepts">): NoteReading {
  return ownStrings(readStatements(readNote(note), config.concepts));
}
