import type { Lexis } from "../prose/lexis";
import { patternsOf } from "./patterns";
import type { Patterns } from "./rule";

const known = new WeakMap<Lexis, Patterns>();

/** The expressions by which a lexis is judged, made once for it. */
export function patternsWith(lexis: Lexis): Patterns {
  const patterns = known.get(lexis) ?? patternsOf(lexis);
  known.set(lexis, patterns);
  return patterns;
}
