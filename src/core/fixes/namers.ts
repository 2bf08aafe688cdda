import { gathered } from "../checks/gathered";
import { compareText } from "../compare-text";
import { isTelling, type Concept, type Relation } from "../concepts/concept";
import { fileLabel } from "../concepts/label";
import { nameOf } from "../concepts/read-concept";
import type { Entry } from "../graph/entry";
import { labelKeys } from "../graph/label-index";
import { nameKey, nameKeys } from "../graph/path-index";

/** A concept that names another, and what it says of it. */
export interface Namer {
  concept: Concept;
  relation: Relation;
}

/** Finds the concepts that name a note which is not there yet, by the labels and the path that it would have: in path order, each once, by a relation that says something if it has one. */
export function namersIn(entries: readonly Entry[]): (labels: readonly string[], path: string) => Namer[] {
  const namers = gathered<Namer>();
  for (const { concept, relations, broken } of entries) {
    if (!concept) continue;
    const targets = new Map(broken.map(({ from, target }) => [from, target]));
    for (const relation of relations) {
      const { kind, target, label, from } = relation;
      if (target !== null || !isTelling(kind)) continue;
      const linked = targets.get(from);
      for (const key of [...labelKeys(label), ...(linked ? nameKeys(linked).map((name) => `/${name}`) : [])]) namers.add(key, { concept, relation });
    }
  }
  return (labels, path) => {
    const found = new Map<string, Namer>();
    for (const key of new Set([`/${nameKey(path)}`, ...[...labels, nameOf(path)].map((label) => fileLabel(label).key)])) {
      for (const namer of namers.of(key)) if ((found.get(namer.concept.path)?.relation.sentence ?? "") === "") found.set(namer.concept.path, namer);
    }
    return [...found].sort(([a], [b]) => compareText(a, b)).map(([, namer]) => namer);
  };
}
