import path from "node:path";
import { about, conceptGraph, type Diagnostic, termNotes } from "../../core/index";
import { cacheOption } from "../cache/cache";
import type { Command } from "../command";
import { byPath } from "../gather";
import { configOption, conventionOption, tellUnread } from "../outcome";
import { overview } from "../report/overview";
import { threadsOption } from "../threads/threads-option";
import { aboutVault } from "../vault";
import { readWholeVault } from "../whole-vault";
import { problemsOf } from "./check";

export const report: Command = {
  name: "report",
  summary: "all of it in one report for people: prose, concepts, relations, problems.",
  usage: "distinguo report [DIR] [options]",
  about: [
    aboutVault,
    "Prints each diagnostic with its words underlined, the evidence and the question; then the concepts, the relations and the problems of the notes in numbers; then what can be done next.",
    "Exit codes: 0 the report was made, whatever is in it; 2 the run itself failed.",
  ],
  options: {
    convention: conventionOption,
    config: configOption,
    threads: threadsOption,
    cache: cacheOption,
  },
  maxPaths: 1,
  async run(request, terminal) {
    const given = request.paths[0] ?? ".";
    const judged: { path: string; source: string; diagnostics: readonly Diagnostic[]; terms: readonly string[] }[] = [];
    const whole = await readWholeVault(request, terminal, { name: "report", prose: ({ path: at, prose }) => prose && judged.push({ path: at, ...prose }) });
    judged.sort(byPath);
    const notes = judged.filter(({ diagnostics }) => diagnostics.length > 0);
    const problems = problemsOf(whole);
    tellUnread(whole.unread, terminal);
    const { concepts, relations } = whole.index.graph();
    const page = overview(
      {
        name: path.basename(whole.vault) + (whole.folder === "" ? "" : `/${whole.folder}`),
        location: locate(path.join(whole.vault, whole.folder), terminal.cwd),
        about: about(),
        prose: { convention: whole.config.convention, conceptNotes: termNotes(about().terms, judged), notes, judged: whole.asked, unread: whole.unread },
        graph: conceptGraph(concepts.filter((concept) => whole.isAsked(concept.path)), relations.filter(({ source }) => whole.isAsked(source))),
        problems,
        next: nextSteps(terminal.self, given),
      },
      { columns: terminal.columns, paint: terminal.paint, terms: about().terms, convention: whole.config.convention },
    );
    terminal.write(page);
    return 0;
  },
};

/** A folder as the person would write it: from where they stand, or in full where it lies elsewhere. */
function locate(folder: string, cwd: string): string {
  const from = path.relative(cwd, folder);
  return from === "" || from.startsWith("..") ? folder : from;
}

function nextSteps(self: string, given: string): { command: string; does: string }[] {
  const target = /^[\w./@%+=:,-]+$/.test(given) ? given : `'${given.replaceAll("'", "'\\''")}'`;
  return [
    { command: `${self} lint ${target}`, does: "the prose alone, for a pull request; --format json, unix, github or sarif for machines" },
    { command: `${self} check ${target}`, does: "the problems of the notes, each with its line" },
    { command: `${self} check ${target} --fix --dry-run`, does: "what can be mended at once, as a diff; without --dry-run it is written" },
    { command: `${self} graph ${target} --format mermaid`, does: "the map; also json, canvas, graphml, skos, turtle and svg" },
    { command: "npm run workbench", does: "(in distinguo's folder) the plugin in a browser, to type and see, without Obsidian" },
    { command: "npm run install-plugin -- VAULT", does: "(in distinguo's folder) puts the plugin into a vault of yours" },
  ];
}
