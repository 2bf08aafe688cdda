import { type NoteDiagnostics, printLine } from "../../core/index";
import { count } from "../report/wrap";
import { isChoice } from "./for-many";
import type { FixPlan } from "./plan-fixes";

const few = 5;

/** What a run with `--fix` came to. */
export interface FixOutcome extends Pick<FixPlan, "changes" | "made" | "waiting" | "left"> {
  /** The diagnostics that are left. */
  rest: readonly NoteDiagnostics[];
  /** Whether choices were taken too. */
  withChoices?: boolean;
  isDry: boolean;
}

/** Tells what `--fix` did, or would do, and what is left; some lines for standard error. */
export function summaryOfFixes({ changes, made, waiting, left, rest, withChoices = false, isDry }: FixOutcome): string {
  const fresh = changes.filter(({ before }) => before === null).map(({ path }) => path);
  const diagnostics = rest.flatMap((note) => note.diagnostics);
  const choices = withChoices ? [] : diagnostics.filter(isChoice);
  const rules = [...new Set(choices.map(({ rule }) => rule))].sort();
  return [
    ...left.map(({ path, reason }) => `${printLine(path)} is left alone: ${reason}`),
    changes.length === 0
      ? "there is nothing to fix"
      : `${count(made.length, "fix", "fixes")} ${isDry ? "would be made" : "made"} in ${count(changes.length, "note")}${newNotes(fresh)}`,
    ...(waiting > 0 ? [`${count(waiting, "more", "more")} would touch the same words as these; the next run makes them`] : []),
    `${count(diagnostics.length, "diagnostic")} ${isDry ? "would be left" : diagnostics.length === 1 ? "is left" : "are left"}`,
    ...(rules.length > 0 ? [`${choices.length === 1 ? "1 has" : `${choices.length.toLocaleString("en")} have`} a choice to make; --rule takes the first one of a rule's: ${rules.join(", ")}`] : []),
  ].map((line) => `distinguo: ${line}`).join("\n");
}

function newNotes(paths: readonly string[]): string {
  if (paths.length === 0) return "";
  const shown = paths.slice(0, few).map(printLine);
  return ` (new: ${[...shown, ...(paths.length > few ? [`${(paths.length - few).toLocaleString("en")} more`] : [])].join(", ")})`;
}
