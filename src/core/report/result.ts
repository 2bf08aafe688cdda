import { severities, type Diagnostic, type Severity } from "../diagnostic";
import type { Explanation } from "../explain/explanation";

/** One note's diagnostics, with the text that their offsets count in. */
export interface NoteReport {
  path: string;
  source: string;
  diagnostics: readonly Diagnostic[];
  /** How its sentences were read, where that was asked for. */
  explanations?: readonly Explanation[];
}

/** Whether a diagnostic is one that some explanations name. */
export function namedIn(explanations: readonly Explanation[]): (diagnostic: Diagnostic) => boolean {
  const keyOf = ({ rule, from }: Diagnostic) => `${rule} ${from}`;
  const keys = new Set(explanations.flatMap(({ diagnostic }) => (diagnostic ? [keyOf(diagnostic)] : [])));
  return (diagnostic) => keys.has(keyOf(diagnostic));
}

/** What a run of `lint` or `check` came to. */
export interface Result {
  /** The id of the convention that was followed. */
  convention: string;
  /** The vault's own notes about the terms, by the terms' labels, where the prose was judged. */
  conceptNotes?: Readonly<Record<string, string>>;
  /** In the order of their paths; notes of which there is nothing to say are left out. */
  notes: readonly NoteReport[];
  /** How many notes were judged. */
  judged: number;
  /** Notes that could not be read. */
  unread: readonly { path: string; reason: string }[];
  /** Whether the command could make fixes, and was not asked to. */
  canFix?: boolean;
}

/** How many notes were judged, and how many diagnostics of each severity there are. */
export type Summary = { notes: number } & Record<Severity, number>;

export function summarize(result: Result): Summary {
  const summary: Summary = { notes: result.judged, error: 0, warning: 0, info: 0, hint: 0 };
  for (const note of result.notes) for (const { severity } of note.diagnostics) summary[severity] += 1;
  return summary;
}

/** `2 warnings, 1 hint`, or nothing where there are none. */
export function countSeverities(summary: Summary): string {
  const many = { error: "errors", warning: "warnings", info: "infos", hint: "hints" };
  return severities
    .filter((severity) => summary[severity] > 0)
    .map((severity) => `${summary[severity].toLocaleString("en")} ${summary[severity] === 1 ? severity : many[severity]}`)
    .join(", ");
}
