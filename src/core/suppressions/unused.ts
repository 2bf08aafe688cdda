import type { Config } from "../config";
import type { Diagnostic, Edit, Fix, RuleAbout } from "../diagnostic";
import { shapeOf } from "../fix-shape";
import type { Range } from "../range";
import type { NoteListEntry } from "./note-list";

/** The rule about suppressions themselves. */
export const unusedSuppression: RuleAbout = {
  id: "unused-suppression",
  summary: "A suppression suppresses nothing.",
  rationale: "What it was written for has gone, or its rule is misspelt; left standing, it would hide the next one unseen.",
  severity: "hint",
  about: "prose",
};

/** A suppression, or a part of one, that suppresses nothing. */
export interface Unused extends Range {
  /** Why, as the end of a sentence. */
  reason: string;
  /** What taking it out is called. */
  title: string;
  removal: Edit | null;
  /** Puts a rule there that was likeliest meant. */
  renaming: Fix | null;
}

/** The note's own exceptions in which nothing was found: those whose phrase, as read, is not among the used ones. */
export function unusedExceptions(exceptions: readonly NoteListEntry[], phrases: readonly string[], used: ReadonlySet<string>): Unused[] {
  return exceptions
    .filter((_, index) => !used.has(phrases[index] ?? ""))
    .map(({ from, to, removal }) => ({ from, to, reason: "nothing would be reported in this phrase", title: "Remove the phrase", removal, renaming: null }));
}

/** What the rule says of them, as loud as the config has it. */
export function unusedHints(unused: readonly Unused[], config: Config): Diagnostic[] {
  const severity = config.rules[unusedSuppression.id] ?? unusedSuppression.severity;
  if (severity === "off") return [];
  return unused.map(({ from, to, reason, title, removal, renaming }) => ({
    rule: unusedSuppression.id,
    severity,
    from,
    to,
    message: `This suppresses nothing: ${reason}.`,
    question: "",
    evidence: [],
    fixes: [...(removal ? [{ title, kind: "safe" as const, shape: shapeOf("remove-suppression"), edits: [removal] }] : []), ...(renaming ? [renaming] : [])],
  }));
}
