import type { Range } from "./range";

/** How loud a diagnostic is, loudest first. The names are CodeMirror's and LSP's. */
export const severities = ["error", "warning", "info", "hint"] as const;
/** One of the severities. */
export type Severity = (typeof severities)[number];

/** Whether `severity` is as loud as `threshold` or louder. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold);
}

/** What a shell shows of a rule: in settings, on a card, in a report. */
export interface RuleAbout {
  id: string;
  /** One sentence: what the rule reports. */
  summary: string;
  /** Why a reader suffers. */
  rationale: string;
  /** The severity where the config says nothing. */
  severity: Severity;
  /** Whether the rule judges prose, or the notes and the graph. */
  about: "prose" | "notes";
}

/** A range of the note that speaks for one axis of the distinction. */
export interface Evidence extends Range {
  /** The id of the axis, such as `arrangement` or `control`. */
  axis: string;
}

/** One replacement in a note's text: `[from, to)` becomes `insert`. UTF-16 offsets. */
export interface Edit extends Range {
  insert: string;
  /** The links in `insert`, so that an app can write them in its own way; in order. */
  links?: LinkDraft[];
  /**
   * It adds an item to a list. Several may be added at one place: those behind the first have `joined` instead of the first
   * `lead` units of `insert`, which begin the list.
   */
  item?: { lead: number; joined: string };
}

/** A link in a text to be inserted; `[from, to)` are offsets into that text. */
export interface LinkDraft extends Range {
  /** Path of the note that it leads to. */
  path: string;
  /** What it shows. */
  label: string;
}

/** Edits of another note than the one that the diagnostic is about. */
export interface NoteEdits {
  path: string;
  /** In document order, not overlapping. */
  edits: Edit[];
}

/** A note to be created; where one lies at its path already, nothing is. */
export interface NewNote {
  path: string;
  text: string;
}

/**
 * A change that the writer may choose.
 * `safe` keeps the meaning (a link's target); a `choice` settles it, or wants to be finished, so it is never applied in bulk unasked.
 */
export interface Fix {
  title: string;
  kind: "safe" | "choice";
  /** Of the diagnostic's own note; in document order, not overlapping. */
  edits: Edit[];
  /** Of other notes. */
  elsewhere?: NoteEdits[];
  creates?: NewNote[];
  /**
   * What it does, in words that fit all places at which its rule offers the same: `add-way-back`, or with a word behind a
   * colon `write-word:distributed`. Stable, the same in every convention, language and spelling; `shapeTitle` says it for
   * people. Absent where no other place can have the like.
   */
  shape?: string;
}

/** What a rule has to say about one range of one note. */
export interface Diagnostic extends Range {
  /** The id of the rule. */
  rule: string;
  severity: Severity;
  /** What was read there, in one sentence, without a verdict. */
  message: string;
  /** The question that decides it; empty for rules about the notes themselves. */
  question: string;
  /** The id of the convention that it was judged by; absent for rules about the notes themselves. */
  convention?: string;
  evidence: Evidence[];
  fixes: Fix[];
}

/** The diagnostics of one note, in document order. */
export interface NoteDiagnostics {
  path: string;
  diagnostics: Diagnostic[];
}
