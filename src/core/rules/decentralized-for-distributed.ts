import { findClaims } from "./claim";
import type { Rule } from "./rule";

/** “decentralized” with nothing but the other axis given for it. */
export const decentralizedForDistributed: Rule = {
  id: "decentralized-for-distributed",
  summary: "",
  rationale: "",
  severity: "warning",
  examples: { valid: [], invalid: [] },
  check: (context) => findClaims(context, "meaning", [1]),
};
