import { noteRules } from "../checks";
import type { Config } from "../config";
import type { Diagnostic } from "../diagnostic";
import { cues } from "../distinctions/cues";
import { distinctions } from "../distinctions";
import type { Distinction } from "../distinctions/distinction";
import { lexisOf } from "../prose/lexis";
import type { NoteSource } from "../markdown/note-source";
import { suppress } from "../suppressions";
import { proseRules } from "./index";
import { judge } from "./judge";
import { patternsOf } from "./patterns";

/** Judges the prose of one note and returns its diagnostics in document order, suppressions applied. The same note and config always give the same result. */
export type Lint = (note: NoteSource, config: Config) => Diagnostic[];

/** Makes a linter that judges by some distinctions. Their expressions are made here, once. */
export function linter(judgedBy: readonly Distinction[]): Lint {
  const judged = judgedBy.map((distinction) => {
    const lexis = lexisOf(distinction, cues);
    return { lexis, patterns: patternsOf(lexis) };
  });
  const ruleIds = { run: proseRules(judgedBy).map(({ id }) => id), others: noteRules.map(({ id }) => id) };
  return (note, config) => {
    const diagnostics = judged.flatMap(({ lexis, patterns }) => judge(note, config, lexis, patterns));
    return suppress(note, config, diagnostics.sort((a, b) => a.from - b.from || a.to - b.to), ruleIds);
  };
}

/** The linter of all distinctions on the list. */
export const lint = linter(distinctions);
