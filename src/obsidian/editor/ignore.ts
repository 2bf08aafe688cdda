import type { Diagnostic, Edit } from "../../core/index";

/** The edit that adds a suppression at the end of the diagnostic's line; undefined in a table, whose rows a comment would break. */
export function ignoreEdit(text: string, diagnostic: Diagnostic): Edit | undefined {
  const start = text.lastIndexOf("\n", diagnostic.from - 1) + 1;
  const next = text.indexOf("\n", diagnostic.from);
  const lineEnd = next === -1 ? text.length : next;
  const line = text.slice(start, lineEnd);
  if (line.trimStart().startsWith("|")) return undefined;
  const end = lineEnd - (line.length - line.trimEnd().length);
  return { from: end, to: end, insert: ` %% distinguo-ignore ${diagnostic.rule} %%` };
}
