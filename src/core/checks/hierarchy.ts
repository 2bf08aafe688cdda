import type { Relation } from "../concepts/concept";
import type { Entry } from "../graph/entry";
import { gathered, type Gathered } from "./gathered";

/** A step up: a concept, and a wider one that it lies under, with the relation that says so. */
export interface Step {
  narrow: string;
  wide: string;
  relation: Relation;
}

/** The broader and narrower relations of a vault's concepts, as steps up. */
export interface Hierarchy {
  /** From each concept. */
  up: Gathered<Step>;
  /** How many steps the longest way up to each concept takes. Those on a circle, and above it, have no height. */
  heights: ReadonlyMap<string, number>;
}

/** Reads the hierarchy of some notes; of what is said twice, or from both ends, the first counts. Linear. */
export function hierarchyOf(entries: readonly Entry[]): Hierarchy {
  const isConcept = new Set(entries.flatMap(({ path, concept }) => (concept ? [path] : [])));
  const up = gathered<Step>();
  const below = new Map<string, number>();
  const seen = new Set<string>();
  for (const { relations } of entries) {
    for (const relation of relations) {
      const { kind, source, target } = relation;
      if (target === null || target === source || (kind !== "broader" && kind !== "narrower") || !isConcept.has(target) || !isConcept.has(source)) continue;
      const [narrow, wide] = kind === "broader" ? [source, target] : [target, source];
      const key = `${narrow}\n${wide}`;
      if (seen.has(key)) continue;
      seen.add(key);
      up.add(narrow, { narrow, wide, relation });
      below.set(wide, (below.get(wide) ?? 0) + 1);
    }
  }
  const heights = new Map<string, number>();
  const reached = new Map<string, number>();
  const ready = [...isConcept].filter((path) => !below.has(path));
  for (const path of ready) {
    const height = reached.get(path) ?? 0;
    heights.set(path, height);
    for (const { wide } of up.of(path)) {
      reached.set(wide, Math.max(reached.get(wide) ?? 0, height + 1));
      const left = (below.get(wide) ?? 0) - 1;
      below.set(wide, left);
      // The list grows while it is walked.
      if (left === 0) ready.push(wide);
    }
  }
  return { up, heights };
}
