import type { Distinction } from "../distinctions/distinction";
import { crossedOpposites } from "./crossed-opposites";
import { equated } from "./equated";
import { inferred } from "./inferred";
import { misused } from "./misused";
import type { Rule } from "./rule";

/** In the order in which they speak where several fit. */
type Rules = readonly [Rule, Rule, Rule, Rule, Rule];

const known = new WeakMap<Distinction, Rules>();

/** The rules that judge prose by a distinction, made once for it. Where several fit, the first in this order speaks. */
export function rulesOf(distinction: Distinction): Rules {
  const rules = known.get(distinction) ?? ([equated, crossedOpposites, inferred, misused(distinction, 1), misused(distinction, 0)] as const);
  known.set(distinction, rules);
  return rules;
}

/** The rules of several distinctions, each once. */
export function proseRules(distinctions: readonly Distinction[]): Rule[] {
  return [...new Map(distinctions.flatMap(rulesOf).map((rule) => [rule.id, rule])).values()];
}
