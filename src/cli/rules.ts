import { about, noteRules, type RuleAbout } from "../core/index";

/** All rules, about the prose and about the notes. */
export function allRules(): RuleAbout[] {
  const { rules } = about();
  const known = new Set(rules.map(({ id }) => id));
  return [...rules, ...noteRules.filter(({ id }) => !known.has(id))];
}
