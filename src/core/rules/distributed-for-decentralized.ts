import { findClaims } from "./claim";
import type { Rule } from "./rule";

/** “distributed” with nothing but the other axis given for it. */
export const distributedForDecentralized: Rule = {
  id: "distributed-for-decentralized",
  summary: "",
  rationale: "",
  severity: "warning",
  examples: { valid: [], invalid: [] },
  check: (context) => findClaims(context, "meaning", [0]),
};
