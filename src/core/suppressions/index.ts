import type { Config } from "../config";
import type { Diagnostic } from "../diagnostic";
import type { NoteSource } from "../markdown/note-source";

/** Takes out what the note suppresses. */
export function suppress(_note: NoteSource, _config: Config, diagnostics: Diagnostic[]): Diagnostic[] {
  return diagnostics;
}
