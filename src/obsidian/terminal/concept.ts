import type { App, CliData } from "obsidian";
import { printLine, type Concept, type Neighbor } from "../../core/index";
import type { RemoteEngine } from "../../worker/engine";
import { noteCalled } from "../note-called";
import { noteName } from "../note-name";
import { formatFlag, Misuse, readFlags, type Flag } from "./flags";
import type { TerminalTools } from "./index";

/** How many labels an error names. */
const few = 3;

export const conceptFlags = {
  name: { value: "<label or path>", description: "The concept: its label, another name of it, or the path of its note", required: true } satisfies Flag,
  format: formatFlag,
};

/** Tells what a concept is and what it is tied to, each with its sentence; as JSON in the shape of `distinguo graph --around`. */
export async function concept({ plugin, engine, feed }: TerminalTools, given: CliData): Promise<string> {
  const { name = "", format } = readFlags("distinguo:concept", conceptFlags, given);
  await feed.upToDate();
  const path = await noteNamed(plugin.app, engine, name);
  if (format === "json") return `${await engine.exportGraph("json", { path, depth: 1 })}\n`;
  const view = await engine.view(path);
  return told(path, view.concept, view.neighbors);
}

async function noteNamed(app: App, engine: RemoteEngine, name: string): Promise<string> {
  const path = await noteCalled(app, engine, name, "");
  if (path !== undefined) return path;
  const near = (await engine.find(name, few)).map(({ label }) => `“${label}”`);
  throw new Misuse(`name: no note is at “${name}” or called so.${near.length === 0 ? "" : ` Near to it: ${near.join(", ")}.`}`);
}

function told(path: string, concept: Concept | undefined, neighbors: readonly Neighbor[]): string {
  const lines = [
    `${concept?.prefLabel ?? noteName(path)} (${path})`,
    ...(concept && concept.altLabels.length > 0 ? [`also: ${concept.altLabels.join(", ")}`] : []),
    ...(concept && concept.tags.length > 0 ? [`tags: ${concept.tags.map((tag) => `#${tag}`).join(" ")}`] : []),
    concept ? concept.definition || "No definition yet." : "Not a concept note.",
    ...(neighbors.length > 0 ? ["", ...neighbors.map(relationLine)] : ["No relations yet."]),
  ];
  return lines.map((line) => `${printLine(line)}\n`).join("");
}

/** `related -> Networks: what is in many places needs lines (concepts/Distributed.md:12)`, or `<-` where the other note says so. */
function relationLine({ relation, direction, path, label }: Neighbor): string {
  const missing = path === null ? " (missing)" : "";
  const sentence = relation.sentence === "" ? "" : `: ${relation.sentence}`;
  return `${relation.kind} ${direction === "out" ? "->" : "<-"} ${label}${missing}${sentence} (${relation.source}:${relation.line})`;
}
