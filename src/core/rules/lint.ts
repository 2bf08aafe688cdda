import { noteRules } from "../checks";
import type { Config } from "../config";
import type { Diagnostic } from "../diagnostic";
import { cues } from "../distinctions/cues";
import { distinctions } from "../distinctions";
import { lexisOf } from "../prose/lexis";
import type { NoteSource } from "../markdown/note-source";
import { suppress } from "../suppressions";
import { judge } from "./judge";
import { patternsOf } from "./patterns";

const noteRuleIds = noteRules.map(({ id }) => id);

/** Each distinction with its expressions, made once. */
const judged = distinctions.map((distinction) => {
  const lexis = lexisOf(distinction, cues);
  return { lexis, patterns: patternsOf(lexis) };
});

/**
 * Judges the prose of one note and returns its diagnostics in document order, suppressions applied.
 * The same note and config always give the same result.
 */
export function lint(note: NoteSource, config: Config): Diagnostic[] {
  const diagnostics = judged.flatMap(({ lexis, patterns }) => judge(note, config, lexis, patterns));
  return suppress(note, config, diagnostics, noteRuleIds);
}
