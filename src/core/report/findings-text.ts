import type { Finding } from "./finding";

/** Signs that begin a formula in a spreadsheet. */
const formula = /^[=+\-@\t\r]/;

function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  // As https://owasp.org/www-community/attacks/CSV_Injection has it.
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}

/** A record of CSV as RFC 4180 writes it, with its line end. A text that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvRecord(values: readonly (string | number)[]): string {
  return `${values.map(cell).join(",")}\r\n`;
}

/** The names of what `findingRecord` gives, as a record. */
export const findingsHeader = csvRecord(["note", "line", "column", "severity", "rule", "message", "words"]);

/** One finding of a note as a record of CSV. */
export function findingRecord(path: string, { line, column, severity, rule, message, words }: Finding): string {
  return csvRecord([path, line, column, severity, rule, message, words]);
}

/** A text as Markdown that shows it as it is, in one line: no link, tag or comment comes of it. */
export function asMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").trim().replace(/[\\`*_{}[\]<>#|~=$%^!&]/g, "\\$&");
}

/**
 * One finding as an item of a list in Markdown.
 * @param note the link to its note, in Markdown; left out where the list is that note's alone
 */
export function findingItem({ line, severity, rule, message, words }: Finding, note?: string): string {
  const quoted = asMarkdown(words);
  return `- ${note === undefined ? "Line" : `${note}, line`} ${line}, ${severity} \`${rule}\`: ${quoted === "" ? "" : `“${quoted}”. `}${asMarkdown(message)}`;
}
