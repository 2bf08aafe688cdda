import type { Config } from "../config";
import type { Diagnostic } from "../diagnostic";
import { overlapping } from "../range";
import { directives, type Suppression, type Suppressions } from "./directive";
import { unusedSuppression } from "./unused";

/** The rules of one run, of the prose or of the notes. */
export interface RuleIds {
  run: readonly string[];
  /** Those of the other kind: whether they speak is not known. */
  others: readonly string[];
  /** Whether what names no rule, or one that does not exist, is about this kind. */
  isDefault: boolean;
}

/** Leaves out what a note suppresses, and reports the suppressions that suppress nothing, so far as they are about the rules that were run. */
export function suppress({ isOff, list }: Suppressions, config: Config, diagnostics: readonly Diagnostic[], ruleIds: RuleIds): Diagnostic[] {
  if (isOff) return [];
  const suppressions = list.flatMap((suppression) => partOf(suppression, ruleIds));
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
  const unused = suppressions.filter((suppression) => !isUsed(suppression));
  return [...left, ...unused.map((suppression) => unusedAt(suppression, severity, ruleIds))].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The suppression so far as it is about these rules. What is about others too is not taken out with its comment. */
function partOf(suppression: Suppression, { run, others, isDefault }: RuleIds): Suppression[] {
  const { rules } = suppression;
  if (rules.length === 0) return isDefault ? [suppression] : [];
  const own = rules.filter((rule) => (isDefault ? !others.includes(rule) : run.includes(rule)));
  return own.length === 0 ? [] : own.length === rules.length ? [suppression] : [{ ...suppression, rules: own, removal: null }];
}

/** Why a suppression suppresses nothing. */
function reason({ rules, unknown }: Suppression, { run }: RuleIds): string {
  if (unknown !== undefined) return `“distinguo-${unknown}” is not known; known are ${directives.map((name) => `distinguo-${name}`).join(", ")}`;
  const strange = rules.filter((rule) => ![...run, unusedSuppression.id].includes(rule));
  if (strange.length > 0) return `there is no rule “${strange.join("”, “")}”`;
  return rules.length === 0 ? "no rule speaks there" : `${rules.join(" and ")} ${rules.length === 1 ? "does" : "do"} not speak there`;
}

function unusedAt(suppression: Suppression, severity: Diagnostic["severity"], ruleIds: RuleIds): Diagnostic {
  const { from, to, removal } = suppression;
  return {
    rule: unusedSuppression.id,
    severity,
    from,
    to,
    message: `This suppresses nothing: ${reason(suppression, ruleIds)}.`,
    question: "",
    evidence: [],
    fixes: removal ? [{ title: "Remove the comment", kind: "safe", edits: [removal] }] : [],
  };
}
