import { countSeverities, type Diagnostic, type Fix, namedIn, type NoteReport, places, printLine, type Result, summarize } from "../../core/index";
import { excerpt, type Mark } from "./excerpt";
import { explanationBlock } from "./explanation";
import type { Look } from "./look";
import { styles, type Paint, type Style } from "./paint";
import { tally } from "./tally";
import { count, hang, wrap } from "./wrap";

const maxRows = 5;

/** The report that a person reads: each note, each diagnostic with its words underlined, and the numbers. */
export function pretty(result: Result, look: Look): string {
  const notes = result.notes.map((note) => prettyNote(note, look)).join("");
  return notes + tally(result, look) + closing(result, look);
}

/** One note: its path, then its diagnostics, or how its sentences were read, in document order. Ends in an empty line. */
export function prettyNote(note: NoteReport, look: Look): string {
  const placeOf = places(note.source);
  const { source, explanations = [] } = note;
  const isExplained = namedIn(explanations);
  const blocks = [
    ...explanations.map((explanation) => ({ from: explanation.from, text: explanationBlock(explanation, source, placeOf(explanation.from), look) })),
    ...note.diagnostics.filter((diagnostic) => !isExplained(diagnostic)).map((diagnostic) => ({ from: diagnostic.from, text: block(source, diagnostic, placeOf, look) })),
  ].sort((a, b) => a.from - b.from);
  return `${look.paint("bold", printLine(note.path))}\n\n${blocks.map(({ text }) => text).join("\n")}\n`;
}

/** The numbers, whose definitions they follow, and the vault's own notes about the words. */
function closing(result: Result, look: Look): string {
  const summary = summarize(result);
  const found = countSeverities(summary) || "Nothing to report";
  const reported = result.notes.filter(({ diagnostics }) => diagnostics.length > 0).length;
  const where = reported > 0 ? `in ${reported.toLocaleString("en")} of ${count(summary.notes, "note")}` : `in ${count(summary.notes, "note")}`;
  const unread = result.unread.length > 0 ? `; ${count(result.unread.length, "note")} could not be read` : "";
  return `${wrap(`${found} ${where}${unread}.`, look.columns).join("\n")}\nConvention: ${result.convention}.\n${result.notes.length > 0 ? conceptNotes(result, look.columns) : ""}`;
}

/** Where the vault explains the words itself; nothing where it doesn't. */
export function conceptNotes({ conceptNotes: notes = {} }: Result, columns: number): string {
  return Object.entries(notes).flatMap(([label, path]) => hang(`See “${label}” in `, printLine(path), columns)).map((line) => `${line}\n`).join("");
}

function block(source: string, diagnostic: Diagnostic, placeOf: ReturnType<typeof places>, look: Look): string {
  const { from, to, severity, rule, message, question, convention = look.convention, evidence, fixes } = diagnostic;
  const style = styles[severity];
  const { line, column } = placeOf(from);
  const marks: Mark[] = [{ from, to, sign: "^" }, ...evidence.map((range) => ({ from: range.from, to: range.to, sign: "~" }))];
  const gutter = String(placeOf(Math.max(to, ...evidence.map((range) => range.to))).line).length;
  const rows = excerpt(source, marks, { columns: look.columns - gutter - 5, rows: maxRows });
  let above = 0;
  const shown = rows.flatMap((row) => {
    const number = placeOf(row.from).line;
    const label = number === above ? "" : String(number);
    above = number;
    const text = `  ${look.paint("dim", `${label.padStart(gutter)} │`)} ${row.text}`.trimEnd();
    return row.marks === "" ? [text] : [text, `  ${look.paint("dim", `${" ".repeat(gutter)} │`)} ${paintMarks(row.marks, style, look.paint)}`];
  });
  const details = [
    ...wrap(printLine(message), look.columns - 2).map((text) => `  ${text}`),
    ...evidenceLines(source, diagnostic, placeOf, look),
    ...(question === "" ? [] : hang("  question  ", printLine(question), look.columns)),
    ...fixLines(fixes, look),
  ];
  const head = `  ${line}:${column}  ${look.paint(style, severity)}  ${rule}${convention === look.convention ? "" : `  (convention: ${convention})`}`;
  return `${[head, ...shown, ...details].join("\n")}\n`;
}

/** What can be made at once, then what wants a choice. */
function fixLines(fixes: readonly Fix[], look: Look): string[] {
  const titles = (kind: Fix["kind"]) => fixes.filter((fix) => fix.kind === kind).map(({ title }) => title);
  const list = (one: string, many: string, all: readonly string[]) =>
    all.flatMap((title, at) => hang(`  ${(at > 0 ? "" : all.length === 1 ? one : many).padEnd(10)}· `, printLine(title), look.columns));
  return [...list("fix", "fixes", titles("safe")), ...list("choice", "choices", titles("choice"))];
}

/** Each axis, and the words that speak for it. */
function evidenceLines(source: string, { from, evidence }: Diagnostic, placeOf: ReturnType<typeof places>, look: Look): string[] {
  const { line } = placeOf(from);
  const axes = new Map<string, string[]>();
  for (const range of evidence) {
    const far = placeOf(range.from).line === line ? "" : ` (line ${placeOf(range.from).line})`;
    axes.set(range.axis, [...(axes.get(range.axis) ?? []), `“${shorten(source.slice(range.from, range.to))}”${far}`]);
  }
  return [...axes].flatMap(([axis, words], at) => {
    const label = look.terms.find((term) => term.axis === axis)?.axisLabel ?? axis;
    return hang(at === 0 ? "  evidence  " : "            ", `${label}: ${words.join(", ")}`, look.columns);
  });
}

/** The words themselves in the colour of the severity, the evidence without. */
function paintMarks(marks: string, style: Style, paint: Paint): string {
  return marks.replace(/\^+/g, (signs) => paint(style, signs));
}

/** Quoted words in one line, long ones cut in the middle. */
function shorten(words: string): string {
  const line = printLine(words.replace(/\s+/g, " ").trim());
  const letters = Array.from(line);
  return letters.length <= 90 ? line : `${letters.slice(0, 45).join("").trimEnd()} … ${letters.slice(-40).join("").trimStart()}`;
}
