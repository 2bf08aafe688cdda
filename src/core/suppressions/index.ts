import type { Config } from "../config";
import type { Diagnostic, Edit } from "../diagnostic";
import type { NoteSource } from "../markdown/note-source";
import { overlapping } from "../range";
import { directives, isTurnedOff, suppressionsOf, type Suppression } from "./directive";
import { unusedSuppression } from "./unused";

/** The ids of the rules that gave the diagnostics, and of all others. */
export interface RuleIds {
  run: readonly string[];
  others: readonly string[];
}

/**
 * Leaves out what the note suppresses, and reports the suppressions that suppress nothing.
 * A suppression that names no rules but those that were not run is not judged.
 */
export function suppress(note: NoteSource, config: Config, diagnostics: readonly Diagnostic[], ruleIds: RuleIds): Diagnostic[] {
  if (isTurnedOff(note)) return [];
  const suppressions = suppressionsOf(note);
  if (suppressions.length === 0) return [...diagnostics];
  /** Where each rule is silenced, and where it speaks. */
  const byRule = new Map([...new Set(diagnostics.map(({ rule }) => rule))].map((id) => {
    const silencing = suppressions.filter(({ rules }) => rules.length === 0 || rules.includes(id));
    return [id, { isSilenced: overlapping(silencing.map(({ scope }) => scope)), speaks: overlapping(diagnostics.filter(({ rule }) => rule === id)) }];
  }));
  const left = diagnostics.filter((diagnostic) => !byRule.get(diagnostic.rule)?.isSilenced(diagnostic));
  const isUsed = ({ rules, scope }: Suppression) => (rules.length === 0 ? [...byRule.keys()] : rules).some((id) => byRule.get(id)?.speaks(scope));
  const severity = config.rules[unusedSuppression.id] ?? unusedSuppression.severity;
  if (severity === "off") return left;
  const unused = suppressions.filter((suppression) => !isUsed(suppression) && isJudged(suppression, ruleIds));
  return [...left, ...unused.map((suppression) => unusedAt(suppression, severity, note.source, ruleIds))].sort((a, b) => a.from - b.from || a.to - b.to);
}

function isJudged({ rules }: Suppression, { others }: RuleIds): boolean {
  return rules.length === 0 || !rules.every((rule) => others.includes(rule));
}

/** Why a suppression suppresses nothing. */
function reason({ rules, unknown }: Suppression, { run, others }: RuleIds): string {
  if (unknown !== undefined) return `“distinguo-${unknown}” is not known; known are ${directives.map((name) => `distinguo-${name}`).join(", ")}`;
  const strange = rules.filter((rule) => ![...run, ...others, unusedSuppression.id].includes(rule));
  if (strange.length > 0) return `there is no rule “${strange.join("”, “")}”`;
  return rules.length === 0 ? "no rule speaks there" : `${rules.join(" and ")} ${rules.length === 1 ? "does" : "do"} not speak there`;
}

function unusedAt(suppression: Suppression, severity: Diagnostic["severity"], source: string, ruleIds: RuleIds): Diagnostic {
  const { from, to, written } = suppression;
  return {
    rule: unusedSuppression.id,
    severity,
    from,
    to,
    message: `This suppresses nothing: ${reason(suppression, ruleIds)}.`,
    question: "",
    evidence: [],
    fixes: written === "comment" ? [{ title: "Remove the comment", kind: "safe", edits: [removal(source, from, to)] }] : [],
  };
}

/** Takes the comment out, and its line with it where it stands alone. */
function removal(source: string, from: number, to: number): Edit {
  const lineFrom = source.lastIndexOf("\n", from - 1) + 1;
  const lineBreak = source.indexOf("\n", to);
  const lineTo = lineBreak === -1 ? source.length : lineBreak + 1;
  const isAlone = source.slice(lineFrom, from).trim() === "" && source.slice(to, lineTo).trim() === "";
  return isAlone ? { from: lineFrom, to: lineTo, insert: "" } : { from, to, insert: "" };
}
