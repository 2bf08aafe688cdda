import Graph from "graphology";
import { parse } from "graphology-graphml";
import { describe, expect } from "vitest";
import { exportGraph, type ConceptGraph } from "../../src/core/index";
import { held, itReadsBack, nodeKey, nodeKeys } from "./graph-samples";

/** GraphML as graphology's importer reads it, against the graph that it was made of. */
function expectReadBack(graph: ConceptGraph): void {
  const read = parse(Graph, exportGraph(graph, "graphml"));
  const keys = new Map<string, string>();
  const nodes = read.mapNodes((id, fields) => {
    const { kind, label = "", path, definition = "", altLabels = "" } = fields as Record<string, string | undefined>;
    const from = graph.concepts.find((concept) => held(concept.path) === path) ?? graph.notes.find((note) => note.path === path) ?? graph.missing.find((missing) => path === undefined && held(missing.label) === label && !keys.has(id));
    expect(label).toBe(held(from === undefined ? "?" : "prefLabel" in from ? from.prefLabel : from.label));
    if (from && "definition" in from) expect([definition, altLabels]).toEqual([held(from.definition), held(from.altLabels.join(", "))]);
    expect(kind).toBe(path === undefined ? "missing" : graph.notes.some((note) => note.path === path) ? "note" : "concept");
    keys.set(id, path ?? nodeKey(null, from && "label" in from ? from.label : ""));
    return keys.get(id) ?? "";
  });
  expect(new Set(keys.values()).size).toBe(read.order);
  if (graph.missing.every(({ label }) => held(label) === label)) expect(nodes.sort()).toEqual(nodeKeys(graph).sort());
  else expect(nodes).toHaveLength(nodeKeys(graph).length);
  const edges = read.mapEdges((_, fields, source, target) => ({ ...fields, source: keys.get(source), target: keys.get(target) }));
  expect(edges).toEqual(
    graph.relations.map(({ kind, source, label, sentence, written, section, found, line, from, to }) => {
      const texts = Object.entries({ name: label, sentence, section, found: found ?? "" }).filter(([, text]) => text !== "").map(([key, text]) => [key, held(text)] as const);
      return { relation: kind, written, line, from, to, ...Object.fromEntries(texts), source, target: expect.anything() as unknown };
    }),
  );
  graph.relations.forEach(({ target, label }, place) => {
    if (target !== null || held(label) === label) expect(edges[place]?.target).toBe(nodeKey(target, label));
  });
}

describe("a graph as GraphML", () => {
  itReadsBack("is read by an importer of its own field with every node, edge and text", expectReadBack);
});
