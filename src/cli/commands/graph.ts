import { conceptGraph, exportGraph, graphFormats } from "../../core/index";
import type { Command } from "../command";
import { configOption, tellUnread } from "../outcome";
import { readWholeVault } from "../whole-vault";

export const graph: Command = {
  name: "graph",
  summary: "prints the map of the concepts and their relations.",
  usage: "distinguo graph [DIR] [options]",
  about: [
    "DIR is a vault or a folder in one; without it, the current folder. The whole vault is read, since labels and links reach across folders; the concepts in DIR and the relations that its notes state are printed.",
    "Exit codes: 0 the map was printed, 2 the run itself failed.",
  ],
  options: {
    format: { value: "FORMAT", allowed: graphFormats, about: "how the map is written (default: json)" },
    config: configOption,
  },
  maxPaths: 1,
  async run(request, terminal) {
    const { index, isAsked, unread } = await readWholeVault(request.paths[0], request.options, terminal.cwd);
    tellUnread(unread, terminal);
    const whole = index.graph();
    const asked = conceptGraph(whole.concepts.filter(({ path }) => isAsked(path)), whole.relations.filter(({ source }) => isAsked(source)));
    if (asked.concepts.length === 0) terminal.tell("distinguo: no note here counts as a concept note; what does is settled in distinguo.yaml, under “concepts”");
    const format = graphFormats.find((name) => name === request.options["format"]) ?? "json";
    terminal.write(`${exportGraph(asked, format).trimEnd()}\n`);
    return 0;
  },
};
