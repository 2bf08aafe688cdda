import type { CanvasData } from "obsidian/canvas";
import { describe, expect, it } from "vitest";
import { canvasOf } from "../../src/core/graph/export/canvas";
import { exportGraph, type ConceptGraph } from "../../src/core/index";
import { itReadsBack, nodeKey, sample } from "./graph-samples";

/** The compiler's word that it is what Obsidian reads. */
const typed: (graph: ConceptGraph) => CanvasData = canvasOf;

const isOneOf = (value: string | undefined, allowed: readonly string[]) => value === undefined || allowed.includes(value);

/** What JSON Canvas 1.0 asks of a file, https://jsoncanvas.org/spec/1.0/. */
function expectValid({ nodes, edges }: CanvasData): void {
  const ids = new Set(nodes.map(({ id }) => id));
  expect(new Set([...ids, ...edges.map(({ id }) => id)]).size).toBe(nodes.length + edges.length);
  for (const node of nodes) {
    expect([node.x, node.y, node.width, node.height].every(Number.isInteger)).toBe(true);
    expect(node.type === "file" ? typeof node.file : node.type === "text" ? typeof node.text : "").toBe("string");
    expect(isOneOf(node.color, ["1", "2", "3", "4", "5", "6"])).toBe(true);
  }
  for (const edge of edges) {
    expect(ids.has(edge.fromNode) && ids.has(edge.toNode)).toBe(true);
    for (const side of [edge.fromSide, edge.toSide]) expect(isOneOf(side, ["top", "right", "bottom", "left"])).toBe(true);
    for (const end of [edge.fromEnd, edge.toEnd]) expect(isOneOf(end, ["none", "arrow"])).toBe(true);
    expect(isOneOf(edge.color, ["1", "2", "3", "4", "5", "6"])).toBe(true);
    expect(["undefined", "string"]).toContain(typeof edge.label);
  }
}

function expectNoneOverAnother({ nodes }: CanvasData): void {
  nodes.forEach((a, place) => {
    for (const b of nodes.slice(place + 1)) expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
  });
}

/** The concepts, and what they state of others: what a picture shows. */
function expectReadBack(graph: ConceptGraph): void {
  const text = exportGraph(graph, "canvas");
  const data = JSON.parse(text) as CanvasData;
  expect(data).toEqual(JSON.parse(JSON.stringify(typed(graph))));
  expectValid(data);
  expectNoneOverAnother(data);
  const concepts = new Set(graph.concepts.map(({ path }) => path));
  const keys = new Map(data.nodes.map((node) => [node.id, node.type === "file" ? node.file : nodeKey(null, node.type === "text" ? node.text : "")]));
  expect(new Set(keys.values()).size).toBe(keys.size);
  for (const path of concepts) expect([...keys.values()]).toContain(path);
  const others = graph.relations.filter(({ source, target }) => source !== target);
  const stated = others.filter(({ kind, source }) => kind !== "mention" && kind !== "tag" && concepts.has(source));
  const shown = stated.length > 0 ? stated : others.filter(({ source, target }) => concepts.has(source) && target !== null && concepts.has(target));
  expect(data.edges.map(({ fromNode, toNode, label = "" }) => [keys.get(fromNode), keys.get(toNode), label])).toEqual(shown.map(({ source, target, label, sentence }) => [source, nodeKey(target, label), sentence]));
}

describe("a graph as JSON Canvas", () => {
  itReadsBack("is what the specification and Obsidian's types ask for, with the concepts, what they state and the sentences", expectReadBack);

  it("tells contrasts, hierarchies and the rest apart, with an arrow at the wider concept", () => {
    const { nodes, edges } = typed(sample);
    const look = (sentence: string) => edges.filter(({ label }) => label === sentence).map(({ fromEnd, toEnd, color }) => [fromEnd, toEnd, color]);
    expect(look("moves it")).toEqual([["none", "arrow", undefined]]);
    expect(look("one is wet]]>")).toEqual([["arrow", "arrow", "5"]]);
    expect(look("a kind of movement")).toEqual([["none", "arrow", "4"]]);
    expect(look("its small sister")).toEqual([["arrow", "none", "4"]]);
    expect(nodes.find((node) => node.type === "text" && node.text === "Surge")).toMatchObject({ color: "1" });
  });
});
