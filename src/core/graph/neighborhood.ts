import type { Relation, RelationKind } from "../concepts/concept";
import { conceptGraph, missingKey, type ConceptGraph } from "./concept-graph";

/** The kinds by which a note says that two concepts belong together; a mention or a tag only says that they meet. */
const telling: ReadonlySet<RelationKind> = new Set<RelationKind>(["related", "contrast", "broader", "narrower"]);

/**
 * What lies round a note: all that can be reached from it in `depth` steps, and every relation, of any kind, between two of
 * these. A step goes along a related item, a contrast or a hierarchy, either way, and through missing concepts too. Mentions
 * and tags, which tie nearly everything to everything, are steps only for a note that has nothing else, and only the first.
 * @param path of a note in the graph, concept or not; of any other the result is empty
 * @param depth 0 is the note alone; `Infinity` is its whole island
 */
export function neighborhood(graph: ConceptGraph, path: string, depth: number): ConceptGraph {
  const center = noteKey(path);
  const stated = stepsOf(graph.relations.filter(({ kind }) => telling.has(kind)));
  const first = stated.get(center) ?? stepsOf(graph.relations).get(center) ?? [];
  const reached = new Set([center]);
  let edge = [center];
  for (let step = 0; step < depth && edge.length > 0; step += 1) {
    const next = new Set(edge.flatMap((key) => (key === center ? first : (stated.get(key) ?? []))).filter((key) => !reached.has(key)));
    for (const key of next) reached.add(key);
    edge = [...next];
  }
  return conceptGraph(
    graph.concepts.filter((concept) => reached.has(noteKey(concept.path))),
    graph.relations.filter((relation) => endsOf(relation).every((key) => reached.has(key))),
  );
}

function stepsOf(relations: readonly Relation[]): Map<string, string[]> {
  const steps = new Map<string, string[]>();
  const add = (from: string, to: string) => {
    const found = steps.get(from);
    if (found) found.push(to);
    else steps.set(from, [to]);
  };
  for (const relation of relations) {
    const [source, target] = endsOf(relation);
    if (source === target) continue;
    add(source, target);
    add(target, source);
  }
  return steps;
}

function endsOf({ source, target, label }: Relation): [source: string, target: string] {
  return [noteKey(source), target === null ? `? ${missingKey(label)}` : noteKey(target)];
}

function noteKey(path: string): string {
  return `= ${path}`;
}
