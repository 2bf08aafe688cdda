import type { RuleAbout } from "./diagnostic";
import { noteRules } from "./checks";
import { distinctions } from "./distinctions";
import { namesOf, wordsOf } from "./distinctions/spelling";
import type { Axis, Distinction } from "./distinctions/distinction";
import { poleLabel } from "./positions/given";
import { proseRules } from "./rules";
import { unknownConvention } from "./distinctions/convention-of";
import { unusedSuppression } from "./suppressions/unused";

/** What a shell shows of a convention. */
export interface ConventionAbout {
  id: string;
  label: string;
  /** What each term means under it, and where it comes from: one or two sentences. */
  description: string;
  /** The id of the distinction that it settles. */
  distinction: string;
  /** What each of the distinction's two terms stands for under it, as a noun phrase; in the order of the terms. */
  stands: readonly [string, string];
}

/** What a shell shows of a word that is kept apart from another. */
export interface TermAbout {
  label: string;
  /** What a note about it may be called, in all spellings. */
  names: string[];
  /** All its forms in all spellings, in lower case. */
  words: string[];
  /** The id of its axis; no other term has it. */
  axis: string;
  axisLabel: string;
  /** The question that the axis asks. */
  question: string;
  /** The id of its distinction. */
  distinction: string;
}

/** What a shell shows of an axis. */
export interface AxisAbout {
  /** Also the key of the property. */
  id: string;
  label: string;
  question: string;
  /** What the low end and the high one are called, also in the property. */
  poles: readonly [string, string];
}

/** What a shell shows of the square that the two axes of a distinction make. */
export interface SquareAbout {
  /** The id of the distinction. */
  distinction: string;
  /** The two words. */
  label: string;
  axes: readonly [AxisAbout, AxisAbout];
  /** By the pole of the first axis (0 is low), then by that of the second. */
  corners: Distinction["corners"];
}

/** All rules, conventions and terms, for the shells. */
export interface About {
  rules: RuleAbout[];
  /** Those of one distinction stand together, its default first. */
  conventions: ConventionAbout[];
  /** The two of a distinction stand together. */
  terms: TermAbout[];
  /** One for each distinction. */
  squares: SquareAbout[];
}

/** All that the shells show about the rules and the distinctions that they judge by. Pure data. */
export function about(judgedBy: readonly Distinction[] = distinctions): About {
  return {
    rules: [
      ...proseRules(judgedBy).map(({ id, summary, rationale, severity }) => ({ id, summary, rationale, severity, about: "prose" as const })),
      unknownConvention,
      unusedSuppression,
      ...noteRules,
    ],
    conventions: judgedBy.flatMap(({ id: distinction, conventions }) =>
      conventions.map(({ id, label, description, source, stands }) => ({ id, label, description: `${description} Source: ${source}.`, distinction, stands }))),
    terms: judgedBy.flatMap(({ id: distinction, terms, axes }) =>
      ([0, 1] as const).map((side) => ({ label: terms[side].label, names: namesOf(terms[side]), words: wordsOf(terms[side]), axis: axes[side].id, axisLabel: axes[side].label, question: axes[side].question, distinction }))),
    squares: judgedBy.map(squareOf),
  };
}

function squareOf({ id, terms: [first, second], axes, corners }: Distinction): SquareAbout {
  const axisAbout = ({ id: key, label, question, poles: [low, high] }: Axis): AxisAbout => ({ id: key, label, question, poles: [poleLabel(low), poleLabel(high)] });
  return { distinction: id, label: `${first.label} and ${second.label}`, axes: [axisAbout(axes[0]), axisAbout(axes[1])], corners };
}
