import { compareText } from "../../compare-text";
import { isTelling, type Relation } from "../../concepts/concept";
import { missingKey, type ConceptGraph } from "../concept-graph";

/** A node of an exported graph. */
export interface DrawnNode {
  /** `n0`, `n1`, … in the order of the nodes. */
  id: string;
  label: string;
  /** A concept note; another note that takes part; or a label that nothing in the vault answers to. */
  kind: "concept" | "note" | "missing";
  /** Null for a missing one. */
  path: string | null;
  /** Whether the graph is this note's neighbourhood. */
  isCenter: boolean;
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

/** All nodes and relations of a graph. */
export function drawAll(graph: ConceptGraph): Drawing {
  return draw(graph, graph.relations, () => true);
}

/**
 * What a picture of a graph shows: its concepts with what they say that they relate to, and round the center of a
 * neighbourhood also the plain notes that relate to it. Mentions and tags would bury these, so they are drawn only where
 * there is nothing else: at a center without relations, or between concepts of which none has any.
 */
export function drawPicture(graph: ConceptGraph): Drawing {
  const concepts = new Set(graph.concepts.map(({ path }) => path));
  const touches = ({ source, target }: Relation) => graph.center !== undefined && (source === graph.center || target === graph.center);
  const isStated = (relation: Relation) => isTelling(relation.kind) && (concepts.has(relation.source) || touches(relation));
  const relations = graph.relations.filter(({ source, target }) => source !== target);
  let shown = relations.filter(isStated);
  if (graph.center !== undefined && !shown.some(touches)) shown = relations.filter((relation) => isStated(relation) || touches(relation));
  if (shown.length === 0) shown = relations.filter(({ source, target }) => concepts.has(source) && target !== null && concepts.has(target));
  const ends = new Set(shown.flatMap(({ source, target, label }) => [keyOf(source, ""), keyOf(target, label)]));
  return draw(graph, shown, (key, { kind, isCenter }) => kind === "concept" || isCenter || ends.has(key));
}

/** The edges of a drawing as pairs of places among its nodes; each pair once. */
export function tiesOf({ nodes, edges }: Drawing): [number, number][] {
  const places = new Map(nodes.map(({ id }, index) => [id, index]));
  const ties = new Map<string, [number, number]>();
  for (const { source, target } of edges) {
    const ends = [places.get(source.id) ?? 0, places.get(target.id) ?? 0].sort((a, b) => a - b);
    const [a = 0, b = 0] = ends;
    if (a !== b) ties.set(`${a} ${b}`, [a, b]);
  }
  return [...ties.values()];
}

function draw({ concepts, notes, missing, center }: ConceptGraph, relations: readonly Relation[], isDrawn: (key: string, node: Omit<DrawnNode, "id">) => boolean): Drawing {
  const found: [key: string, node: Omit<DrawnNode, "id">][] = [
    ...concepts.map(({ path, prefLabel }) => ({ label: prefLabel, kind: "concept", path }) as const),
    ...notes.map(({ path, label }) => ({ label, kind: "note", path }) as const),
    ...missing.map(({ label }) => ({ label, kind: "missing", path: null }) as const),
  ].map((node) => [keyOf(node.path, node.label), { ...node, isCenter: node.path !== null && node.path === center }]);
  const drawn = found.filter(([key, node]) => isDrawn(key, node)).sort(([a], [b]) => compareText(a, b));
  const nodes = new Map(drawn.map(([key, node], index) => [key, { id: `n${index}`, ...node }]));
  const edges = relations.flatMap((relation, index) => {
    const source = nodes.get(keyOf(relation.source, ""));
    const target = nodes.get(keyOf(relation.target, relation.label));
    return source && target ? [{ id: `e${index}`, source, target, relation }] : [];
  });
  return { nodes: [...nodes.values()], edges };
}

function keyOf(path: string | null, label: string): string {
  return path === null ? `2 ${missingKey(label)}` : `1 ${path}`;
}
