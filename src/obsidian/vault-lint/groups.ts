import type { Finding, NoteFindings, RuleAbout } from "../../core/index";
import { noteName } from "../note-name";

/** How a list of findings is put together. */
export const groupings = { note: "By note", rule: "By rule" } as const;
export type Grouping = keyof typeof groupings;

/** A finding and its note. */
export interface Row {
  path: string;
  finding: Finding;
}

/** Findings that stand together under one title. */
export interface Group {
  /** The path of the note, or the id of the rule. */
  key: string;
  title: string;
  folder: string;
  rule?: RuleAbout | undefined;
  rows: Row[];
}

/** The findings of notes by note, in the order of the notes, or by rule, in the order of the rules. */
export function groupsOf(notes: readonly NoteFindings[], by: Grouping, rules: readonly RuleAbout[]): Group[] {
  if (by === "note") {
    return notes.map(({ path, findings }) => ({
      key: path,
      title: noteName(path),
      folder: path.slice(0, Math.max(0, path.lastIndexOf("/"))),
      rows: findings.map((finding) => ({ path, finding })),
    }));
  }
  const rows = notes.flatMap(({ path, findings }) => findings.map((finding) => ({ path, finding })));
  return rules.flatMap((rule) => {
    const own = rows.filter(({ finding }) => finding.rule === rule.id);
    return own.length === 0 ? [] : [{ key: rule.id, title: rule.id, folder: "", rule, rows: own }];
  });
}
