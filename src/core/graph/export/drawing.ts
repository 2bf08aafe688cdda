import { foldLabel } from "../../concepts/label";
import type { Relation } from "../../concepts/concept";
import { nameOf } from "../../concepts/read-concept";
import { compareText } from "../neighbors";
import type { ConceptGraph } from "../vault-index";

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
  const found = new Map<string, Omit<DrawnNode, "id">>();
  for (const { path, prefLabel } of graph.concepts) found.set(`1 ${path}`, { label: prefLabel, kind: "concept", path });
  const keyOf = (path: string | null, label: string) => (path === null ? `2 ${foldLabel(label)}` : `1 ${path}`);
  const see = (path: string | null, label: string) => {
    const key = keyOf(path, label);
    if (!found.has(key)) found.set(key, path === null ? { label, kind: "missing", path } : { label: noteLabel(path), kind: "note", path });
  };
  for (const { source, target, label } of relations) {
    see(source, "");
    see(target, label);
  }
  const nodes = new Map([...found].sort(([a], [b]) => compareText(a, b)).map(([key, node], index) => [key, { id: `n${index}`, ...node }]));
  const edges = relations.flatMap((relation, index) => {
    const source = nodes.get(keyOf(relation.source, ""));
    const target = nodes.get(keyOf(relation.target, relation.label));
    return source && target ? [{ id: `e${index}`, source, target, relation }] : [];
  });
  return { nodes: [...nodes.values()], edges };
}

/** A plain note is called by its name; an index or readme, which tells nothing, by its folder too. */
function noteLabel(path: string): string {
  const name = nameOf(path);
  const folder = path.split("/").at(-2);
  return folder !== undefined && /^(?:index|readme|_index)$/i.test(name) ? `${folder}/${name}` : name;
}
