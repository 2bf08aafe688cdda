import type { Severity } from "./diagnostic";
import { noteRules } from "./checks";
import { distinctions } from "./distinctions";
import { proseRules } from "./rules";
import { unusedSuppression } from "./suppressions/unused";

/** What a shell shows of a rule: in settings, on a card, in a report. */
export interface RuleAbout {
  id: string;
  /** One sentence: what the rule reports. */
  summary: string;
  /** Why a reader suffers. */
  rationale: string;
  /** The severity where the config says nothing. */
  severity: Severity;
  /** Whether the rule judges prose, or the notes and the graph. */
  about: "prose" | "notes";
}

/** What a shell shows of a convention. */
export interface ConventionAbout {
  id: string;
  label: string;
  /** What each term means under it, and where it comes from: one or two sentences. */
  description: string;
}

/** What a shell shows of the distinction in use. */
export interface DistinctionAbout {
  id: string;
  /** The two terms, each with its axis and the question that the axis asks. */
  terms: { label: string; axis: string; axisLabel: string; question: string }[];
}

/** All rules, conventions and the distinction, for the shells. */
export interface About {
  rules: RuleAbout[];
  conventions: ConventionAbout[];
  distinction: DistinctionAbout;
}

/** All that the shells show about rules and conventions. Pure data. */
export function about(): About {
  const [distinction] = distinctions;
  return {
    rules: [
      ...proseRules.map(({ id, summary, rationale, severity }) => ({ id, summary, rationale, severity, about: "prose" as const })),
      unusedSuppression,
      ...noteRules,
    ],
    conventions: distinction.conventions.map(({ id, label, description, source }) => ({ id, label, description: `${description} Source: ${source}.` })),
    distinction: {
      id: distinction.id,
      terms: distinction.terms.map(({ label }, side) => {
        const axis = distinction.axes[side === 0 ? 0 : 1];
        return { label, axis: axis.id, axisLabel: axis.label, question: axis.question };
      }),
    },
  };
}
