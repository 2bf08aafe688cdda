import { conceptGraph, exportGraph, graphFormats, neighborhood, type ConceptGraph } from "../../core/index";
import { cacheOption } from "../cache/cache";
import type { Command, Request } from "../command";
import { Failure } from "../failure";
import { findNote } from "../find-note";
import { configOption, tellUnread } from "../outcome";
import type { Terminal } from "../terminal";
import { threadsOption } from "../threads/threads-option";
import { aboutVault } from "../vault";
import { readWholeVault, type WholeVault } from "../whole-vault";

export const graph: Command = {
  name: "graph",
  summary: "prints the map of the concepts and their relations.",
  usage: "distinguo graph [DIR] [options]",
  about: [
    aboutVault,
    "The whole vault is read, since labels and links reach across folders; the concepts in DIR and the relations that its notes state are printed.",
    "--around prints what lies round one note instead, wherever in the vault. NOTE is a path, a title or an alias. A step goes along a related item, a contrast or a hierarchy, either way.",
    "Exit codes: 0 the map was printed, 2 the run itself failed.",
  ],
  options: {
    format: { value: "FORMAT", allowed: graphFormats, about: "how the map is written (default: json)" },
    around: { value: "NOTE", about: "only what can be reached from this note" },
    depth: { value: "N", about: "with --around: in how many steps (default: 1)" },
    config: configOption,
    threads: threadsOption,
    cache: cacheOption,
  },
  maxPaths: 1,
  async run(request, terminal) {
    const depth = readDepth(request);
    const whole = await readWholeVault(request, terminal);
    tellUnread(whole.unread, terminal);
    const around = request.options["around"];
    const asked = around === undefined ? ofFolder(whole, terminal) : ofNote(whole, around, depth, terminal);
    const format = graphFormats.find((name) => name === request.options["format"]) ?? "json";
    terminal.write(`${exportGraph(asked, format).trimEnd()}\n`);
    return 0;
  },
};

function readDepth({ options: { around, depth } }: Request): number {
  if (depth !== undefined && around === undefined) throw new Failure("--depth goes with --around NOTE, which names the note to begin at.");
  if (!/^\d{1,9}$/.test(depth ?? "1")) throw new Failure(`--depth: “${depth ?? ""}” is no number of steps. Give 0, 1, 2 …`);
  return Number(depth ?? 1);
}

function ofFolder({ index, isAsked }: WholeVault, terminal: Terminal): ConceptGraph {
  const whole = index.graph();
  const asked = conceptGraph(whole.concepts.filter(({ path }) => isAsked(path)), whole.relations.filter(({ source }) => isAsked(source)));
  if (asked.concepts.length === 0) terminal.tell("distinguo: no note here counts as a concept note; what does is settled in distinguo.yaml, under “concepts”");
  return asked;
}

function ofNote({ index, vault }: WholeVault, around: string, depth: number, terminal: Terminal): ConceptGraph {
  const whole = index.graph();
  const note = findNote(around, whole, index, vault, terminal.cwd);
  const asked = neighborhood(whole, note, depth);
  if (asked.concepts.length + asked.notes.length === 0) terminal.tell(`distinguo: ${note} takes no part in the map: it names no concept, and no concept names it`);
  return asked;
}
