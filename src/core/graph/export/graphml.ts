import type { ConceptGraph } from "../concept-graph";
import { drawAll } from "./drawing";
import { xmlText } from "./xml";

const keys = [
  ["label", "node", "string"],
  ["kind", "node", "string"],
  ["path", "node", "string"],
  ["definition", "node", "string"],
  ["relation", "edge", "string"],
  ["name", "edge", "string"],
  ["sentence", "edge", "string"],
  ["written", "edge", "string"],
  ["from", "edge", "int"],
  ["to", "edge", "int"],
] as const;

/** The whole graph as GraphML, for Gephi, yEd, igraph, NetworkX and their kin. */
export function toGraphml(graph: ConceptGraph): string {
  const { nodes, edges } = drawAll(graph);
  const definitions = new Map(graph.concepts.map(({ path, definition }) => [path, definition]));
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'];
  for (const [id, element, type] of keys) lines.push(`  <key id="${id}" for="${element}" attr.name="${id}" attr.type="${type}"/>`);
  lines.push('  <graph id="vault" edgedefault="directed">');
  for (const { id, label, kind, path } of nodes) {
    const fields = [data("label", label), data("kind", kind)];
    if (path !== null) fields.push(data("path", path), data("definition", definitions.get(path) ?? ""));
    lines.push(`    <node id="${id}">${fields.join("")}</node>`);
  }
  for (const { id, source, target, relation } of edges) {
    const { kind, label, sentence, written, from, to } = relation;
    const fields = [data("relation", kind), data("name", label), data("sentence", sentence), data("written", written), data("from", String(from)), data("to", String(to))];
    lines.push(`    <edge id="${id}" source="${source.id}" target="${target.id}">${fields.join("")}</edge>`);
  }
  lines.push("  </graph>", "</graphml>");
  return `${lines.join("\n")}\n`;
}

function data(key: string, value: string): string {
  return value === "" ? "" : `<data key="${key}">${xmlText(value)}</data>`;
}
