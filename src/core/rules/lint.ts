import type { Config } from "../config";
import type { Diagnostic } from "../diagnostic";
import type { NoteSource } from "../markdown/note-source";

/**
 * Judges the prose of one note and returns its diagnostics in document order, suppressions applied.
 * The same note and config always give the same result.
 */
export declare function lint(note: NoteSource, config: Config): Diagnostic[];
