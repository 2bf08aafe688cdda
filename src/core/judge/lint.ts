import { noteRules } from "../checks";
import type { Config } from "../config";
import type { Diagnostic } from "../diagnostic";
import { distinctions } from "../distinctions";
import type { Distinction } from "../distinctions/distinction";
import { lexisWith } from "../prose/known-lexis";
import type { NoteSource } from "../markdown/note-source";
import { unlinkedMention } from "../mentions/mention-diagnostics";
import { inOrder, suppress } from "../suppressions";
import { readSuppressions } from "../suppressions/directive";
import { exceptionAsRead } from "../suppressions/exception";
import { unusedExceptions, unusedHints } from "../suppressions/unused";
import { unknownConvention, unknownConventions } from "../distinctions/convention-of";
import { proseRules } from "../rules/index";
import { judge } from "./judge";
import type { Listener } from "./listener";
import { patternsWith } from "../rules/patterns";

/** Judges the prose of one note and returns its diagnostics in document order, suppressions applied. The same note and config always give the same result, whoever listens. */
export type Lint = (note: NoteSource, config: Config, listener?: Listener) => Diagnostic[];

/** Makes a linter that judges by some distinctions. Their expressions are made once for each set of the user's words. */
export function linter(judgedBy: readonly Distinction[]): Lint {
  const ruleIds = { run: [...proseRules(judgedBy).map(({ id }) => id), unknownConvention.id], others: [...noteRules.map(({ id }) => id), unlinkedMention], isDefault: true };
  return (note, config, listener) => {
    const lexes = judgedBy.map((distinction) => lexisWith(config.words, distinction));
    const suppressions = readSuppressions(note);
    const own = suppressions.exceptions.map(({ text }) => exceptionAsRead(text));
    const exceptions = { phrases: [...config.words.exceptions, ...own], used: new Set<string>() };
    const judged = lexes.flatMap((lexis) => judge(note, config, exceptions, lexis, patternsWith(lexis), listener));
    const found = inOrder([...unknownConventions(note, config, judgedBy), ...judged]);
    const unused = suppressions.isOff ? [] : unusedHints(unusedExceptions(suppressions.exceptions, own, exceptions.used), config);
    return inOrder([...suppress(suppressions, config, found, ruleIds), ...unused]);
  };
}

/** The linter of all distinctions on the list. */
export const lint = linter(distinctions);
