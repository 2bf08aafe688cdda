import { shapeOf } from "../fix-shape";
import { type NoteExamples, noteRule } from "./note-rule";

/** A rule of hyphens right below a paragraph, which makes the paragraph a heading. */
export const paragraphAsHeading = noteRule(
  {
    id: "paragraph-as-heading",
    summary: "A line of hyphens right below a paragraph turns the paragraph into a heading.",
    rationale: "The paragraph is set as a heading and shows up in the outline; a rule was meant.",
    severity: "warning",
  },
  ({ reading: { traps, lineBreak } }) =>
    traps.map(({ from, to, ruleAt }) => ({
      from,
      to,
      message: "The “---” right below makes this paragraph a heading. Put a blank line between them.",
      fixes: [{ title: "Insert a blank line", kind: "safe", shape: shapeOf("insert-blank-line"), edits: [{ from: ruleAt, to: ruleAt, insert: lineBreak }] }],
    })),
);

/** What it reports and leaves alone: small vaults, text by path. Tests and the page of rules read them; the plugin carries them not. */
export const examples: NoteExamples = {
  reported: [
    {
      notes: { "log.md": "«A long day at the shore, and wet feet all along.»\n---\n\nThen home.\n" },
      fixed: { "log.md": "A long day at the shore, and wet feet all along.\n\n---\n\nThen home.\n" },
    },
  ],
  leftAlone: [
    { "log.md": "A long day at the shore, and wet feet all along.\n\n---\n\nThen home.\n" },
    { "log.md": "\t- A long day at the shore, and wet feet all along.\n-\n" },
    { "log.md": "The shore\n---------\n\nA long day.\n" },
  ],
};
