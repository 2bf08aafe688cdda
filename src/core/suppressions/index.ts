import type { Config } from "../config";
import type { Diagnostic, Edit, Fix } from "../diagnostic";
import { shapeOf } from "../fix-shape";
import { nearestName } from "../nearest-name";
import { overlapping, type Range } from "../range";
import type { NamedRule, Suppression, Suppressions } from "./directive";
import { unusedHints, unusedSuppression, type Unused } from "./unused";

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
    const silencing = suppressions.filter(({ rules }) => rules.length === 0 || rules.some((rule) => rule.id === id));
    return [id, { isSilenced: overlapping(silencing.map(({ scope }) => scope)), speaks: overlapping(diagnostics.filter(({ rule }) => rule === id)) }];
  }));
  const left = diagnostics.filter((diagnostic) => !byRule.get(diagnostic.rule)?.isSilenced(diagnostic));
  const speaks = (id: string, scope: Range) => byRule.get(id)?.speaks(scope) === true;
  const unused = suppressions.flatMap((suppression) => unusedIn(suppression, speaks, ruleIds));
  return inOrder([...left, ...unusedHints(unused, config)]);
}

/** Diagnostics in document order. */
export function inOrder(diagnostics: Diagnostic[]): Diagnostic[] {
  return diagnostics.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** A suppression so far as it is about some rules. */
interface Part extends Suppression {
  /** All the rules that it names, those of the other kind too. */
  named: NamedRule[];
}

/** The suppression so far as it is about these rules. */
function partOf(suppression: Suppression, { run, others, isDefault }: RuleIds): Part[] {
  const { rules: named } = suppression;
  if (named.length === 0) return isDefault ? [{ ...suppression, named }] : [];
  const rules = named.filter(({ id }) => (isDefault ? !others.includes(id) : run.includes(id)));
  return rules.length === 0 ? [] : [{ ...suppression, rules, named }];
}

/** What of a suppression suppresses nothing: the whole of it, or single names. */
function unusedIn(part: Part, speaks: (id: string, scope: Range) => boolean, { run, others }: RuleIds): Unused[] {
  const { rules, named, scope, flaw, removal, written } = part;
  const unused = rules.filter(({ id }) => !speaks(id, scope));
  const whole = (reason: string): Unused => ({ from: part.from, to: part.to, reason, title: written === "comment" ? "Remove the comment" : "Remove the entry", removal, renaming: renaming(unused, part, [...run, ...others]) });
  if (flaw !== undefined) return [whole(flaw)];
  if (named.length === 0) return run.some((id) => speaks(id, scope)) ? [] : [whole("no rule speaks there")];
  if (unused.length > 0 && unused.length === named.length) return [whole(reason(unused, run))];
  return unused.map((name) => ({ from: name.from, to: name.to, reason: reason([name], run), title: `Remove “${name.id}”`, removal: nameRemoval(name, named), renaming: renaming([name], part, [...run, ...others]) }));
}

/** Why names suppress nothing. */
function reason(names: readonly NamedRule[], run: readonly string[]): string {
  const ids = names.map(({ id }) => id);
  const strange = ids.filter((id) => ![...run, unusedSuppression.id].includes(id));
  if (strange.length > 0) return `there is no rule “${strange.join("”, “")}”`;
  return `${ids.join(" and ")} ${ids.length === 1 ? "does" : "do"} not speak there`;
}

/** Puts the rule there that the only name of no rule was likeliest meant for, unless that is named too. */
function renaming(names: readonly NamedRule[], { named }: Part, known: readonly string[]): Fix | null {
  const [name, ...more] = names.filter(({ id }) => !known.includes(id));
  if (!name || more.length > 0) return null;
  const meant = nearestName(name.id, known);
  // An entry of a property may stand in quotes.
  const quote = (name.to - name.from - name.id.length) / 2;
  if (meant === undefined || named.some(({ id }) => id === meant) || (quote !== 0 && quote !== 1)) return null;
  return { title: `Change to “${meant}”`, kind: "choice", shape: shapeOf("rename-rule"), edits: [{ from: name.from + quote, to: name.to - quote, insert: meant }] };
}

/** Takes one of several names out of a comment, with what stands between it and its neighbour. */
function nameRemoval(name: NamedRule, named: readonly NamedRule[]): Edit {
  const at = named.indexOf(name);
  const next = named[at + 1];
  return next ? { from: name.from, to: next.from, insert: "" } : { from: named[at - 1]?.to ?? name.from, to: name.to, insert: "" };
}
