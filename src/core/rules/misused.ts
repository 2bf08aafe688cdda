import type { Distinction } from "../distinctions/distinction";
import { findClaims } from "./claim";
import type { Rule } from "./rule";

/** One word of a distinction with nothing but the other axis given for it. The words give the rule its name: `decentralized-for-distributed`. */
export function misused({ axes, terms }: Distinction, side: 0 | 1): Rule {
  const otherSide = side === 0 ? 1 : 0;
  const { label } = terms[side];
  return {
    id: `${label}-for-${terms[otherSide].label}`.replaceAll(" ", "-"),
    summary: `“${label.charAt(0).toUpperCase()}${label.slice(1)}” is said, and whatever speaks for it in the text is about ${axes[otherSide].label}.`,
    rationale: `A reader who takes the word to be about ${axes[side].label} finds nothing in the text that says so.`,
    severity: "warning",
    check: (context) => findClaims(context, "meaning", [side]),
  };
}
