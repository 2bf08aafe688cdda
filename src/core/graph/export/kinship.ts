type Steps = readonly (readonly number[])[];

/**
 * Whether one of two concepts is above the other in a hierarchy, by any number of steps; in a circle each is above each.
 * Cheapest when asked of the same first concept in a row.
 * @param pairs the narrower and the broader concept of each step
 */
export function kinshipOf(pairs: Iterable<readonly [narrower: string, broader: string]>): (a: string, b: string) => boolean {
  const places = new Map<string, number>();
  const steps = [...pairs].map(([narrower, broader]) => [placeIn(places, narrower), placeIn(places, broader)] as const);
  const circles = circlesOf(linked(steps, places.size), linked(steps.map(([low, high]) => [high, low] as const), places.size));
  // A circle counts as one place: else a great one would be walked for every concept in it.
  const between = steps.map(([low, high]) => [circles[low] ?? 0, circles[high] ?? 0] as const).filter(([low, high]) => low !== high);
  const above = linked(between, places.size);
  const below = linked(between.map(([low, high]) => [high, low] as const), places.size);
  const kin = new Uint8Array(places.size);
  let asked: number | null = null;
  return (a, b) => {
    const [from, to] = [circles[places.get(a) ?? -1], circles[places.get(b) ?? -1]];
    if (from === undefined || to === undefined) return false;
    if (from !== asked) {
      asked = from;
      kin.fill(0);
      for (const way of [above, below]) walk(from, way, (place) => (kin[place] = 1));
    }
    return kin[to] === 1;
  };
}

function placeIn(places: Map<string, number>, concept: string): number {
  const place = places.get(concept) ?? places.size;
  places.set(concept, place);
  return place;
}

function linked(steps: readonly (readonly [number, number])[], count: number): number[][] {
  const next = Array.from({ length: count }, (): number[] => []);
  for (const [from, to] of steps) next[from]?.push(to);
  return next;
}

/** For each place a number that it shares with those that it lies in a circle with (strong components, by Kosaraju's two walks). */
function circlesOf(above: Steps, below: Steps): number[] {
  const isSeen = new Set<number>();
  const finished: number[] = [];
  for (const start of above.keys()) {
    const open = [[start, 0] as [number, number]];
    if (isSeen.has(start)) continue;
    isSeen.add(start);
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const next = above[top[0]]?.[top[1]];
      top[1] += 1;
      if (next === undefined) finished.push(open.pop()?.[0] ?? start);
      else if (!isSeen.has(next)) {
        isSeen.add(next);
        open.push([next, 0]);
      }
    }
  }
  const circles: number[] = [];
  for (const start of finished.reverse()) if (circles[start] === undefined) walk(start, below, (place) => (circles[place] ??= start) === start);
  return circles;
}

/** Visits a place and all that can be reached from it; a visit that answers false is not gone on from. */
function walk(from: number, steps: Steps, visit: (place: number) => unknown): void {
  const isSeen = new Set([from]);
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (visit(at) === false) continue;
    for (const next of steps[at] ?? []) {
      if (isSeen.has(next)) continue;
      isSeen.add(next);
      open.push(next);
    }
  }
}
