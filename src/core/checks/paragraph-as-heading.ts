import { noteRule } from "./note-rule";

/** A rule of hyphens right below a paragraph, which makes the paragraph a heading. */
export const paragraphAsHeading = noteRule(
  {
    id: "paragraph-as-heading",
    summary: "A line of hyphens right below a paragraph turns the paragraph into a heading.",
    rationale: "The whole paragraph is set as a heading and shows up in the outline; a rule between paragraphs was meant.",
    severity: "warning",
  },
  ({ reading: { traps, lineBreak } }) =>
    traps.map(({ from, to, ruleAt }) => ({
      from,
      to,
      message: "The “---” right below makes this paragraph a heading. Put a blank line between them.",
      fixes: [{ title: "Insert a blank line", kind: "safe", edits: [{ from: ruleAt, to: ruleAt, insert: lineBreak }] }],
    })),
);
