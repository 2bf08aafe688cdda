import type { Diagnostic, Edit } from "../../core/index";

/**
 * The edit that suppresses a diagnostic where it stands: a comment at the end of its line, or above a heading, whose
 * own line other notes may link to. Undefined in a table, whose rows a comment would break.
 */
export function ignoreEdit(text: string, { from, rule }: Diagnostic): Edit | undefined {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const next = text.indexOf("\n", from);
  const line = text.slice(start, next === -1 ? text.length : next);
  if (line.trimStart().startsWith("|")) return undefined;
  if (/^ {0,3}#{1,6}\s/.test(line)) return { from: start, to: start, insert: `%% distinguo-ignore-next-line ${rule} %%\n` };
  const end = start + line.trimEnd().length;
  return { from: end, to: end, insert: ` %% distinguo-ignore ${rule} %%` };
}
