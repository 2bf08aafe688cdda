import type { ConceptGraph } from "../concept-graph";
import { toCanvas } from "./canvas";
import { toGraphml } from "./graphml";
import { toJson } from "./json";
import { toSkos } from "./json-ld";
import { toMermaid } from "./mermaid";
import { toSvg } from "./svg";
import { toTurtle } from "./turtle";

/** The formats in which a graph can be written, the first being the default. */
export const graphFormats = ["json", "mermaid", "canvas", "graphml", "skos", "turtle", "svg"] as const;
/** One of the formats. */
export type GraphFormat = (typeof graphFormats)[number];

const writers: Readonly<Record<GraphFormat, (graph: ConceptGraph) => string>> = {
  json: toJson,
  mermaid: toMermaid,
  canvas: toCanvas,
  graphml: toGraphml,
  skos: toSkos,
  turtle: toTurtle,
  svg: toSvg,
};

/** A graph as text in one of the formats. Equal graphs give equal texts. */
export function exportGraph(graph: ConceptGraph, format: GraphFormat): string {
  return writers[format](graph);
}
