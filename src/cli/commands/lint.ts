import path from "node:path";
import { about, isExcluded, type NoteReport, noteSource, termNotes } from "../../core/index";
import { cacheOption, openCache } from "../cache/cache";
import { concludeOnce } from "../cache/conclude-once";
import type { Command, Request } from "../command";
import { explained, judged, readLines } from "../explained";
import { Failure } from "../failure";
import { byPath, findPlaces, gather, type Unread } from "../gather";
import { lintLines } from "../lines/lint-lines";
import { loadConfig } from "../load-config";
import { conclude, configOption, conventionOption, exitCodeOf, type Outcome, outcomeOptions } from "../outcome";
import { decode } from "../read-note";
import type { Terminal } from "../terminal";
import { readThreads, threadsOption } from "../threads/threads-option";
import { commonVault, withinVault } from "../vault";
import type { NoteResult } from "../work/note-work";
import { workThrough } from "../work/work-through";
import { parseFrontMatter } from "../yaml";

export const lint: Command = {
  name: "lint",
  summary: "judges the prose of notes: where a word of one axis carries a claim of the other.",
  usage: "distinguo lint [PATH...] [options]",
  about: [
    "PATH is a note, a folder or a vault, or several of them; without one, the current folder. “-” reads one note from standard input. Of a folder the notes ending in .md are judged; .markdown and .txt are read where they are named outright. Hidden folders, node_modules and what the config excludes are left out.",
    "The vault is the nearest folder above that holds .obsidian or distinguo.yaml; where there is none, the git repository; else the folder given. Paths in the result are relative to it.",
    "--stdin-jsonl reads notes from standard input, {\"path\", \"text\"} a line, and writes a line for each in the same order: {\"path\", \"diagnostics\"}, the diagnostics as in --format json, or {\"line\", \"error\"} where a line can't be used. No vault is read; the config is that of the current folder's vault, or of --config. For collections of any size: docs/corpora.md.",
    "Exit codes: 0 nothing at or above --fail-on, 1 something, 2 the run itself failed, or a line could not be used.",
  ],
  options: {
    ...outcomeOptions,
    convention: conventionOption,
    config: configOption,
    explain: { about: "how each sentence with one of the words was read, and why a rule spoke or kept silent; pretty or json. PATH:LINE tells of one line of a note" },
    threads: threadsOption,
    cache: cacheOption,
    "stdin-jsonl": { about: "reads notes from standard input, one JSON object a line, and writes one a line" },
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
    if (request.switches.has("stdin-jsonl")) return lintJsonLines(request, terminal);
    if (request.paths.includes("-")) {
      if (request.paths.length > 1) throw new Failure("“-” (standard input) can't be mixed with other paths. Run distinguo once for each.");
      return lintInput(filename, request, terminal);
    }
    if (filename !== undefined) throw new Failure("--stdin-filename goes with “-”, which reads a note from standard input: distinguo lint - --stdin-filename PATH");
    return lintPaths(request, terminal);
  },
};

async function lintPaths(request: Request, terminal: Terminal): Promise<number> {
  const threads = readThreads(request);
  const isExplained = request.switches.has("explain");
  const { paths, lines } = isExplained ? readLines(request.paths, terminal.cwd) : { paths: request.paths, lines: new Map<string, number>() };
  const places = await findPlaces(paths.length > 0 ? paths : ["."], terminal.cwd);
  const config = loadConfig(places.vault, request.options, terminal);
  const { notes: files, unread, excluded } = gather(places, config);
  for (const folder of excluded) terminal.tell(`distinguo: ${folder} is left out, as the config's “exclude” says`);
  if (files.length === 0 && unread.length === 0 && excluded.length === 0) {
    terminal.tell("distinguo: there are no notes (.md) here; .markdown and .txt are read where they are named outright");
  }
  const named = new Set(places.paths);
  const results: NoteResult[] = [];
  // How a sentence was read is asked once, and nobody waits for it.
  const cache = isExplained ? undefined : openCache(request, places.vault, terminal);
  const means = { script: terminal.script, threads, kept: cache && { cache, name: "lint", purpose: config } };
  const held = await workThrough(files, { config, proseIn: "", reading: false, ...(isExplained && { explain: lines }) }, means, (result) => results.push(result));
  held?.save((at) => places.paths.some((given) => isAt(at, withinVault(places.vault, given))));
  for (const { path: at, reason } of [...results, ...(held?.unreadable() ?? [])].sort(byPath)) if (reason !== undefined) unread.push({ path: at, reason, named: named.has(path.join(places.vault, at)) });
  const whole = { vault: places.vault, config, unread };
  const outcome = (): Outcome => {
    const judgedNotes = [...results, ...(held?.held() ?? [])].sort(byPath).flatMap(({ path: at, prose }) => (prose ? [{ path: at, ...prose }] : []));
    const notes = judgedNotes.filter(isWorthTelling).map(({ path: at, source, diagnostics, explanations }) => ({ path: at, source, diagnostics, ...(explanations && { explanations }) }));
    return { ...whole, notes, conceptNotes: termNotes(about().terms, judgedNotes), judged: judgedNotes.length };
  };
  return cache && held ? concludeOnce({ cache, command: "lint", state: held.state() }, whole, outcome, request, terminal) : conclude(outcome(), request, terminal);
}

/** Whether a path of the vault lies at another, or below it; empty for the vault itself. */
function isAt(at: string, place: string): boolean {
  return place === "" || at === place || at.startsWith(`${place}/`);
}

async function lintJsonLines(request: Request, terminal: Terminal): Promise<number> {
  const other = ["format", "stdin-filename", "cache"].find((name) => request.options[name] !== undefined) ?? (request.switches.has("explain") ? "explain" : undefined);
  if (other !== undefined) throw new Failure(`--stdin-jsonl takes no --${other}: it writes one line of JSON for each line it reads, and keeps nothing.`);
  if (request.paths.length > 0) throw new Failure("--stdin-jsonl reads standard input alone, so it takes no paths.");
  const threads = readThreads(request);
  const { folder: vault } = commonVault([terminal.cwd]);
  const { faults, loudest } = await lintLines(loadConfig(vault, request.options, terminal), threads, terminal);
  if (faults > 0) terminal.tell(`distinguo: ${faults.toLocaleString("en")} of the lines could not be used; their “error” says why`);
  return faults > 0 ? 2 : exitCodeOf(loudest, request);
}

async function readAll({ input }: Pick<Terminal, "input">): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of input()) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function lintInput(filename: string | undefined, request: Request, terminal: Terminal): Promise<number> {
  const file = path.resolve(terminal.cwd, filename ?? "stdin.md");
  const { folder: vault } = commonVault([path.dirname(file)]);
  const config = loadConfig(vault, request.options, terminal);
  const reading = decode(await readAll(terminal));
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

function isWorthTelling({ diagnostics, explanations = [] }: Pick<NoteReport, "diagnostics" | "explanations">): boolean {
  return diagnostics.length + explanations.length > 0;
}
