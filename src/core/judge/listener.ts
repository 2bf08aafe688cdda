import type { Diagnostic } from "../diagnostic";
import type { Level } from "../distinctions/distinction";
import type { Hear, Reason } from "../prose/against";
import type { Context, Finding, Rule } from "../rules/rule";

/** Hears how the prose of a note is judged. Linting needs none. */
export interface Listener {
  /** No rule is asked about a sentence that holds a word of the distinction. */
  skips(context: Pick<Context, "as" | "lexis" | "patterns" | "sentence">, reason: Reason): void;
  /** A rule is asked about a sentence; what is heard and found until the next call is about these two. */
  asks(context: Context, rule: Rule): void;
  hear: Hear;
  /** The rule has found something: how loud it is where it is sure. */
  finds(finding: Finding, level: Level | "exception"): void;
  /** What is reported of the sentence, unless the note suppresses it. */
  reports(context: Context, diagnostic: Diagnostic): void;
}
