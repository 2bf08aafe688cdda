import { isTelling, type Relation } from "../concepts/concept";
import { missingKey, type ConceptGraph } from "./concept-graph";

/**
 * What lies round a note: all that can be reached from it in `depth` steps, and every relation, of any kind, between two of
 * these. A step goes along a related item, a contrast or a hierarchy, either way, and through missing concepts too. Mentions
 * and tags, which tie nearly everything to everything, are steps only for a note that has nothing else, and only the first.
 * @param path of a note in the graph, concept or not; of any other the result is empty
 * @param depth 0 is the note alone; `Infinity` is its whole island
 */
export function neighborhood(graph: ConceptGraph, path: string, depth: number): ConceptGraph {
  const middle = noteKey(path);
  const stated = stepsOf(graph.relations.filter(({ kind }) => isTelling(kind)));
  const first = stated.get(middle) ?? stepsOf(graph.relations).get(middle) ?? [];
  const reached = new Set([middle]);
  let edge = [middle];
  for (let step = 0; step < depth && edge.length > 0; step += 1) {
    const next = new Set(edge.flatMap((key) => (key === middle ? first : (stated.get(key) ?? []))).filter((key) => !reached.has(key)));
    for (const key of next) reached.add(key);
    edge = [...next];
  }
  return {
    concepts: graph.concepts.filter((concept) => reached.has(noteKey(concept.path))),
    notes: graph.notes.filter((note) => reached.has(noteKey(note.path))),
    missing: graph.missing.filter(({ label }) => reached.has(labelKey(label))),
    relations: graph.relations.filter((relation) => endsOf(relation).every((key) => reached.has(key))),
    center: path,
  };
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
  return [noteKey(source), target === null ? labelKey(label) : noteKey(target)];
}

function noteKey(path: string): string {
  return `= ${path}`;
}

function labelKey(label: string): string {
  return `? ${missingKey(label)}`;
}
