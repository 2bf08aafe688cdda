import { findClaims } from "./claim";
import type { Rule } from "./rule";

/** One taken as the cause, proof or guarantee of the other. */
export const inferred: Rule = {
  id: "inferred",
  summary: "A claim of one axis is taken as the cause, proof or guarantee of a claim of the other.",
  rationale: "The step needs a reason that the text does not give: one owner can run machines everywhere, many owners can share one.",
  severity: "warning",
  examples: { valid: [], invalid: [] },
  check: (context) => findClaims(context, "leap", [0, 1]),
};
