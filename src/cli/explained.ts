import { existsSync } from "node:fs";
import path from "node:path";
import { type Config, explain, lint, namedIn, type NoteReport, type NoteSource, overlaps, places, type Range } from "../core/index";
import { Failure } from "./failure";
import { lineEnd } from "./report/line";

/** A note's diagnostics. */
export function judged(note: NoteSource, config: Config): NoteReport {
  return { path: note.path, source: note.source, diagnostics: lint(note, config) };
}

/** A note's diagnostics, and how its sentences were read; only what touches a line (from 1) where one is named. */
export function explained(note: NoteSource, config: Config, line?: number): NoteReport {
  const last = places(note.source)(note.source.length).line;
  if (line !== undefined && line > last) throw new Failure(`${note.path}:${line}: there is no such line; the note's last one is ${last}.`);
  const isAsked = (range: Range) => line === undefined || overlaps(range, lineAt(note.source, line));
  const explanations = explain(note, config).filter(isAsked);
  const isNamed = namedIn(explanations);
  const report = judged(note, config);
  return { ...report, diagnostics: report.diagnostics.filter((diagnostic) => isAsked(diagnostic) || isNamed(diagnostic)), explanations };
}

function lineAt(source: string, line: number): Range {
  let from = 0;
  for (let at = 1; at < line && from <= source.length; at++) from = (source.indexOf("\n", from) + 1 || source.length + 1);
  return { from, to: lineEnd(source, from) };
}

/** Takes `:LINE` off the paths where there is no file of that name; the lines come by absolute path. */
export function readLines(given: readonly string[], cwd: string): { paths: string[]; lines: Map<string, number> } {
  const lines = new Map<string, number>();
  const paths = given.map((name) => {
    const [, file, line] = /^(.+):([1-9]\d*)$/.exec(name) ?? [];
    if (file === undefined || existsSync(path.resolve(cwd, name))) return name;
    lines.set(path.resolve(cwd, file), Number(line));
    return file;
  });
  return { paths, lines };
}
