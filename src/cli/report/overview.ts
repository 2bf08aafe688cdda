import { type About, type Concept, type ConceptGraph, countSeverities, glyphs, type NoteReport, places, printLine, type RelationKind, type Result, severities, summarize, widthOf } from "../../core/index";
import type { Look } from "./look";
import { pairs } from "./pairs";
import { conceptNotes, prettyNote } from "./pretty";
import { count, hang, wrap } from "./wrap";

/** All that the report on a vault is made of. */
export interface Overview {
  /** The vault's name and where it is, as the person knows it. */
  name: string;
  location: string;
  about: About;
  /** The prose of the notes. */
  prose: Result;
  graph: ConceptGraph;
  /** The problems of the notes and the graph. */
  problems: readonly NoteReport[];
  /** What can be done next: a command, and what it does. */
  next: readonly { command: string; does: string }[];
}

const kinds: readonly RelationKind[] = ["related", "contrast", "mention", "tag"];
const few = 5;

/** The whole report on a vault, for people: the prose, the concepts, the relations, the problems, and what to do next. */
export function overview(view: Overview, look: Look): string {
  return [title(view, look), proseSection(view, look), conceptSection(view, look), relationSection(view, look), problemSection(view, look), nextSection(view, look)].join("\n");
}

function title({ name, location, about, prose }: Overview, look: Look): string {
  const convention = about.conventions.find(({ id }) => id === prose.convention);
  const lines = [
    look.paint("bold", `Distinguo reads ${printLine(name)}`),
    "",
    ...hang("  Vault       ", `${printLine(location)}, ${count(prose.judged, "note")}${prose.unread.length > 0 ? `, ${prose.unread.length.toLocaleString("en")} more that could not be read` : ""}`, look.columns),
    ...hang("  Convention  ", convention ? `${convention.label} (${convention.id}). ${convention.description}` : prose.convention, look.columns),
  ];
  return `${lines.join("\n")}\n`;
}

function proseSection({ prose, about }: Overview, look: Look): string {
  const found = countSeverities(summarize(prose));
  if (prose.notes.length === 0) return section("The prose", "nothing to report", wrap(`No note takes ${pairs(about.terms)} for each other.`, look.columns - 2), look);
  const notes = conceptNotes(prose, look.columns);
  return `${head("The prose", `${found} in ${count(prose.notes.length, "note")}`, look)}\n\n${prose.notes.map((note) => prettyNote(note, look)).join("").trimEnd()}\n${notes === "" ? "" : `\n${notes}`}`;
}

function conceptSection({ graph }: Overview, look: Look): string {
  const { concepts } = graph;
  const defined = concepts.filter(({ definition }) => definition !== "").length;
  const sourced = concepts.filter(({ references }) => references > 0).length;
  const uses = concepts.reduce((sum, concept) => sum + concept.uses.length, 0);
  const lines = concepts.length === 0
    ? wrap("No note counts as a concept note. What does is settled in distinguo.yaml, under “concepts”.", look.columns - 2)
    : [
        `${defined.toLocaleString("en")} with a definition, ${sourced.toLocaleString("en")} with references, ${count(uses, "described use")}.`,
        ...table("Most tied", mostTied(graph), look),
      ];
  return section("Concepts", count(concepts.length, "concept note"), lines, look);
}

/** The concepts with the most relations to other notes. */
function mostTied({ concepts, relations }: ConceptGraph): [string, string][] {
  const degrees = new Map<string, { concept: Concept; out: number; in: number }>();
  for (const concept of concepts) degrees.set(concept.path, { concept, out: 0, in: 0 });
  for (const { source, target } of relations) {
    if (target === null || target === source) continue;
    const from = degrees.get(source);
    if (from) from.out += 1;
    const to = degrees.get(target);
    if (to) to.in += 1;
  }
  return [...degrees.values()]
    .filter((degree) => degree.out + degree.in > 0)
    .sort((a, b) => b.out + b.in - a.out - a.in || (a.concept.path < b.concept.path ? -1 : 1))
    .slice(0, few)
    .map((degree) => [degree.concept.prefLabel, `${count(degree.out + degree.in, "relation")}: ${degree.out} out, ${degree.in} in`]);
}

function relationSection({ graph }: Overview, look: Look): string {
  const { relations } = graph;
  const open = relations.filter(({ target }) => target === null);
  const rows = kinds.map((kind) => {
    const all = relations.filter((relation) => relation.kind === kind);
    const unresolved = all.filter(({ target }) => target === null).length;
    return [kind, all.length, all.length - unresolved, unresolved] as const;
  });
  const lines = [
    look.paint("dim", `${"kind".padEnd(10)}${["stated", "resolved", "open"].map((name) => name.padStart(10)).join("")}`),
    ...rows.map(([kind, ...numbers]) => kind.padEnd(10) + numbers.map((number) => number.toLocaleString("en").padStart(10)).join("")),
    ...table("Open labels, which no note answers to", mostWanted(open.map(({ label }) => label)), look),
  ];
  return section("Relations", `${count(relations.length, "relation")}, ${(relations.length - open.length).toLocaleString("en")} resolved`, lines, look);
}

function mostWanted(labels: readonly string[]): [string, string][] {
  const times = new Map<string, number>();
  for (const label of labels) times.set(label, (times.get(label) ?? 0) + 1);
  return [...times]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, few)
    .map(([label, number]) => [label, count(number, "time")]);
}

function problemSection({ problems, about }: Overview, look: Look): string {
  const all = problems.flatMap(({ path, source, diagnostics }) => {
    const placeOf = places(source);
    return diagnostics.map((diagnostic) => ({ ...diagnostic, path, line: placeOf(diagnostic.from).line }));
  });
  if (all.length === 0) return section("The notes", "nothing to report", ["The notes and their links hold together."], look);
  const byRule = groupBy(all, ({ rule }) => rule);
  const loudest = (list: typeof all) => Math.min(...list.map(({ severity }) => severities.indexOf(severity)));
  const lines = [...byRule]
    .sort(([a, m], [b, n]) => loudest(m) - loudest(n) || n.length - m.length || (a < b ? -1 : 1))
    .flatMap(([rule, list]) => {
      const summary = about.rules.find(({ id }) => id === rule)?.summary ?? "";
      const [first] = list;
      return [
        "",
        `${look.paint("bold", list.length.toLocaleString("en"))} ${rule}${summary === "" ? "" : `: ${summary}`}`,
        ...(first ? hang("  e.g. ", `${first.path}:${first.line} ${first.message}`, look.columns - 2) : []),
      ].flatMap((line) => (widthOf(line) > look.columns - 2 ? hang("", line, look.columns - 2) : [line]));
    });
  return section("The notes", countOf(all.map(({ severity }) => severity)), lines.slice(1), look);
}

function countOf(list: readonly (typeof severities)[number][]): string {
  const summary = { notes: 0, error: 0, warning: 0, info: 0, hint: 0 };
  for (const severity of list) summary[severity] += 1;
  return countSeverities(summary);
}

function groupBy<Value>(list: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of list) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

function nextSection({ next }: Overview, look: Look): string {
  const lines = next.flatMap(({ command, does }) => [look.paint("bold", command), ...wrap(does, look.columns - 6).map((line) => `    ${line}`)]);
  return section("What to do next", "", lines, look);
}

/** A heading and rows of a name and what is said of it. */
function table(heading: string, rows: readonly [string, string][], look: Look): string[] {
  if (rows.length === 0) return [];
  const names = rows.map(([name]) => fit(name, 40));
  const column = Math.max(...names.map(widthOf)) + 3;
  return ["", look.paint("dim", `${heading}:`), ...rows.map(([, said], at) => `  ${pad(names[at] ?? "", column)}${said}`)];
}

function pad(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - widthOf(text)));
}

/** A text in one line of at most so many columns. */
function fit(text: string, columns: number): string {
  if (widthOf(text) <= columns) return printLine(text);
  let used = 1;
  const kept = glyphs(text).filter((glyph) => (used += glyph.columns) <= columns);
  return `${kept.map((glyph) => glyph.text).join("").trimEnd()}…`;
}

function section(name: string, numbers: string, lines: readonly string[], look: Look): string {
  return `${head(name, numbers, look)}\n\n${lines.map((line) => (line === "" ? "" : `  ${line}`)).join("\n")}\n`;
}

/** A ruled heading across the page: `── Concepts ─────── 31 concept notes ──`. */
function head(name: string, numbers: string, look: Look): string {
  const right = numbers === "" ? "" : ` ${numbers} ──`;
  const rule = "─".repeat(Math.max(2, look.columns - widthOf(name) - widthOf(right) - 4));
  return `${look.paint("dim", "──")} ${look.paint("bold", name)} ${look.paint("dim", rule + right)}`;
}
