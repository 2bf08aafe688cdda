import type { RuleAbout } from "../diagnostic";

/** The rule about suppressions themselves. */
export const unusedSuppression: RuleAbout = {
  id: "unused-suppression",
  summary: "A suppression suppresses nothing.",
  rationale: "What it was written for has gone, or its rule is misspelt; left standing, it would hide the next one unseen.",
  severity: "hint",
  about: "prose",
};
