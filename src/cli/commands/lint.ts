import path from "node:path";
import { about, createTermNotes, isExcluded, type NoteReport, noteSource } from "../../core/index";
import type { Command, Request } from "../command";
import { Failure } from "../failure";
import { findPlaces, gather, type Unread } from "../gather";
import { explained, judged, readLines } from "../explained";
import { attempt, readNotes } from "../judge";
import { loadConfig } from "../load-config";
import { conclude, configOption, conventionOption, outcomeOptions } from "../outcome";
import { decode } from "../read-note";
import type { Terminal } from "../terminal";
import { commonVault, withinVault } from "../vault";
import { parseFrontMatter } from "../yaml";

export const lint: Command = {
  name: "lint",
  summary: "judges the prose of notes: where a word of one axis carries a claim of the other.",
  usage: "distinguo lint [PATH...] [options]",
  about: [
    "PATH is a note, a folder or a vault, or several of them; without one, the current folder. “-” reads one note from standard input. Of a folder the notes ending in .md are judged; .markdown and .txt are read where they are named outright. Hidden folders, node_modules and what the config excludes are left out.",
    "The vault is the nearest folder above that holds .obsidian or distinguo.yaml; where there is none, the git repository; else the folder given. Paths in the result are relative to it.",
    "Exit codes: 0 nothing at or above --fail-on, 1 something, 2 the run itself failed.",
  ],
  options: {
    ...outcomeOptions,
    convention: conventionOption,
    config: configOption,
    explain: { about: "how each sentence with one of the words was read, and why a rule spoke or kept silent; pretty or json. PATH:LINE tells of one line of a note" },
    "stdin-filename": { value: "PATH", about: "with “-”: the note's path, which settles its vault and its name in the result" },
  },
  withheld: {
    fix: "what a sentence means is its writer's to settle, one place at a time, in Obsidian. For the notes themselves there is: distinguo check --fix",
    "dry-run": "it changes nothing. For the notes themselves there is: distinguo check --fix --dry-run",
  },
  maxPaths: Infinity,
  async run(request, terminal) {
    const filename = request.options["stdin-filename"];
    const format = request.options["format"] ?? "pretty";
    if (request.switches.has("explain") && !["pretty", "json"].includes(format)) throw new Failure(`--explain is written as pretty or json, not as ${format}.`);
    if (request.paths.includes("-")) {
      if (request.paths.length > 1) throw new Failure("“-” (standard input) can't be mixed with other paths. Run distinguo once for each.");
      return lintInput(filename, request, terminal);
    }
    if (filename !== undefined) throw new Failure("--stdin-filename goes with “-”, which reads a note from standard input: distinguo lint - --stdin-filename PATH");
    return lintPaths(request, terminal);
  },
};

async function lintPaths(request: Request, terminal: Terminal): Promise<number> {
  const isExplained = request.switches.has("explain");
  const { paths, lines } = isExplained ? readLines(request.paths, terminal.cwd) : { paths: request.paths, lines: new Map<string, number>() };
  const places = await findPlaces(paths.length > 0 ? paths : ["."], terminal.cwd);
  const config = loadConfig(places.vault, request.options, terminal);
  const { notes: files, unread, excluded } = await gather(places, config);
  for (const folder of excluded) terminal.tell(`distinguo: ${folder} is left out, as the config's “exclude” says`);
  if (files.length === 0 && unread.length === 0 && excluded.length === 0) {
    terminal.tell("distinguo: there are no notes (.md) here; .markdown and .txt are read where they are named outright");
  }
  const named = new Set(places.paths);
  const notes: NoteReport[] = [];
  const termNotes = createTermNotes(about().terms);
  let count = 0;
  for (const note of readNotes(files, unread, (file) => named.has(file))) {
    const file = path.join(places.vault, note.path);
    const report = attempt(note.path, unread, named.has(file), () => (isExplained ? explained : judged)(note, config, lines.get(file)));
    if (!report) continue;
    count += 1;
    termNotes.add(note);
    if (isWorthTelling(report)) notes.push(report);
  }
  return conclude({ vault: places.vault, config, notes, conceptNotes: termNotes.found(), judged: count, unread }, request, terminal);
}

async function lintInput(filename: string | undefined, request: Request, terminal: Terminal): Promise<number> {
  const file = path.resolve(terminal.cwd, filename ?? "stdin.md");
  const { folder: vault } = commonVault([path.dirname(file)]);
  const config = loadConfig(vault, request.options, terminal);
  const reading = decode(await terminal.readInput());
  if ("reason" in reading) throw new Failure(`standard input: ${reading.reason}. Give the note as UTF-8.`);
  const note = noteSource(withinVault(vault, file), reading.text, parseFrontMatter);
  const unread: Unread[] = [];
  if (filename !== undefined && isExcluded(note.path, config)) {
    terminal.tell(`distinguo: ${note.path} is left out, as the config's “exclude” says`);
    return conclude({ vault, config, notes: [], judged: 0, unread }, request, terminal);
  }
  const report = (request.switches.has("explain") ? explained : judged)(note, config);
  return conclude({ vault, config, notes: isWorthTelling(report) ? [report] : [], judged: 1, unread }, request, terminal);
}

function isWorthTelling({ diagnostics, explanations = [] }: NoteReport): boolean {
  return diagnostics.length + explanations.length > 0;
}
