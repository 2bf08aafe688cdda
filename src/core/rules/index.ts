import type { Distinction } from "../distinctions/distinction";
import { crossedOpposites } from "./crossed-opposites";
import { equated } from "./equated";
import { inferred } from "./inferred";
import { misused } from "./misused";
import type { Rule } from "./rule";

/** The rules that judge prose by a distinction. Where several fit, the first in this order speaks. */
export function rulesOf(distinction: Distinction): readonly [Rule, Rule, Rule, Rule, Rule] {
  return [equated, crossedOpposites, inferred, misused(distinction, 1), misused(distinction, 0)];
}

/** The rules of several distinctions, each once. */
export function proseRules(distinctions: readonly Distinction[]): Rule[] {
  return [...new Map(distinctions.flatMap(rulesOf).map((rule) => [rule.id, rule])).values()];
}
