import type { ConceptGraph } from "../concept-graph";
import { drawAll } from "./drawing";
import { xmlText } from "./xml";

const keys = {
  node: { label: "string", kind: "string", path: "string", definition: "string", altLabels: "string", tags: "string" },
  edge: { relation: "string", name: "string", sentence: "string", written: "string", section: "string", found: "string", line: "int", from: "int", to: "int" },
} as const;

/** All of a graph as GraphML, for Gephi, yEd, igraph, NetworkX and their kin. Several labels or tags are parted by commas. */
export function toGraphml(graph: ConceptGraph): string {
  const { nodes, edges } = drawAll(graph);
  const concepts = new Map(graph.concepts.map((concept) => [concept.path, concept]));
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'];
  for (const [element, types] of Object.entries(keys)) {
    for (const [id, type] of Object.entries(types)) lines.push(`  <key id="${id}" for="${element}" attr.name="${id}" attr.type="${type}"/>`);
  }
  lines.push('  <graph id="vault" edgedefault="directed">');
  for (const { id, label, kind, path } of nodes) {
    const { definition = "", altLabels = [], tags = [] } = concepts.get(path ?? "") ?? {};
    lines.push(`    <node id="${id}">${data({ label, kind, path: path ?? "", definition, altLabels: altLabels.join(", "), tags: tags.join(", ") })}</node>`);
  }
  for (const { id, source, target, relation } of edges) {
    const { kind, label, sentence, written, section, found, line, from, to } = relation;
    const fields = { relation: kind, name: label, sentence, written, section, found: found ?? "", line: String(line), from: String(from), to: String(to) };
    lines.push(`    <edge id="${id}" source="${source.id}" target="${target.id}">${data(fields)}</edge>`);
  }
  lines.push("  </graph>", "</graphml>");
  return `${lines.join("\n")}\n`;
}

function data(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `<data key="${key}">${xmlText(value)}</data>`)
    .join("");
}
