import { compareText } from "../compare-text";

/** Paths in order, so that those below a folder lie side by side. */
export interface PathOrder {
  /** Adds a path that is not there yet. */
  add(path: string): void;
  remove(path: string): void;
  all(): readonly string[];
  /** The paths below a folder, in order. */
  below(folder: string): string[];
}

/** More new paths than this are sorted in together. */
const fewPaths = 32;

/** An order of no paths. */
export function createPathOrder(): PathOrder {
  let sorted: string[] = [];
  let fresh: string[] = [];
  /** Where a path stands, or would stand. */
  const placeOf = (path: string): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? "") < path) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const settle = () => {
    if (fresh.length > fewPaths) sorted = [...sorted, ...fresh].sort(compareText);
    else for (const path of fresh) sorted.splice(placeOf(path), 0, path);
    fresh = [];
  };
  return {
    add: (path) => void fresh.push(path),
    remove(path) {
      settle();
      const at = placeOf(path);
      if (sorted[at] === path) sorted.splice(at, 1);
    },
    all() {
      settle();
      return sorted;
    },
    below(folder) {
      settle();
      // "0" is what follows "/".
      return sorted.slice(placeOf(`${folder}/`), placeOf(`${folder}0`));
    },
  };
}
