import type { Relation } from "../../concepts/concept";
import { compareText } from "../neighbors";
import { conceptGraph, missingKey, type ConceptGraph } from "../concept-graph";

/** A node of an exported graph. */
export interface DrawnNode {
  /** `n0`, `n1`, … in the order of the nodes. */
  id: string;
  label: string;
  /** A concept note; another note that takes part; or a label that nothing in the vault answers to. */
  kind: "concept" | "note" | "missing";
  /** Null for a missing one. */
  path: string | null;
}

/** An edge of an exported graph: a relation, and the nodes at its ends. */
export interface DrawnEdge {
  /** `e0`, `e1`, … in the order of the edges. */
  id: string;
  source: DrawnNode;
  target: DrawnNode;
  relation: Relation;
}

/** Nodes and edges of a graph as the formats write them, in an order that depends on the vault alone. */
export interface Drawing {
  nodes: DrawnNode[];
  edges: DrawnEdge[];
}

/** All concepts and relations of a graph. */
export function drawAll(graph: ConceptGraph): Drawing {
  return draw(graph, graph.relations);
}

/**
 * What a picture of a graph shows: its concepts with what they relate to and contrast with. Mentions and tags would
 * bury these, so they are drawn, between concepts, only where there is nothing else.
 */
export function drawPicture(graph: ConceptGraph): Drawing {
  const concepts = new Set(graph.concepts.map(({ path }) => path));
  const stated = graph.relations.filter(({ kind, source, target }) => (kind === "related" || kind === "contrast") && concepts.has(source) && source !== target);
  if (stated.length > 0) return draw(graph, stated);
  return draw(graph, graph.relations.filter(({ source, target }) => concepts.has(source) && target !== null && concepts.has(target)));
}

function draw(graph: ConceptGraph, relations: readonly Relation[]): Drawing {
  const { concepts, notes, missing } = conceptGraph(graph.concepts, [...relations]);
  const keyOf = (path: string | null, label: string) => (path === null ? `2 ${missingKey(label)}` : `1 ${path}`);
  const found = new Map<string, Omit<DrawnNode, "id">>([
    ...concepts.map(({ path, prefLabel }) => [keyOf(path, ""), { label: prefLabel, kind: "concept", path }] as const),
    ...notes.map(({ path, label }) => [keyOf(path, ""), { label, kind: "note", path }] as const),
    ...missing.map(({ label }) => [keyOf(null, label), { label, kind: "missing", path: null }] as const),
  ]);
  const nodes = new Map([...found].sort(([a], [b]) => compareText(a, b)).map(([key, node], index) => [key, { id: `n${index}`, ...node }]));
  const edges = relations.flatMap((relation, index) => {
    const source = nodes.get(keyOf(relation.source, ""));
    const target = nodes.get(keyOf(relation.target, relation.label));
    return source && target ? [{ id: `e${index}`, source, target, relation }] : [];
  });
  return { nodes: [...nodes.values()], edges };
}
