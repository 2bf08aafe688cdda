/** Placeholder until the linter lands: see rules/rule.ts. */
export interface Axis {
  id: string;
  /** The question the axis asks, such as "Where?". */
  question: string;
}
