import type { Places } from "./kept";
import type { VaultMap } from "./vault-map";

interface Spot {
  x: number;
  y: number;
  radius: number;
}

/** How many spots and their neighbours are looked at in one step. */
const slice = 20_000;
/** The side of the cells in which nodes are filed: more than what two nodes need between their middles. */
const cell = 40;
/** The side of the blocks whose surroundings are searched once. */
const block = 80;
const golden = Math.PI * (3 - Math.sqrt(5));

/** Cells far from each other may share a number, where some more are looked at. */
function numberOf(x: number, y: number, side: number, dx = 0, dy = 0): number {
  return (Math.round(x / side) + dx) * 65536 + Math.round(y / side) + dy;
}

/** Leaves what was placed before where it is, and finds each of the others a free spot close to what it is tied to. */
export function* placeNew({ ends, degrees }: VaultMap, spots: readonly Spot[], places: Places, progress: { done: number; of: number }): Generator<undefined> {
  const isPlaced = new Uint8Array(spots.length);
  const filed = new Map<number, Spot[]>();
  let work = 0;
  const put = (node: number, spot: Spot, x: number, y: number): void => {
    Object.assign(spot, { x, y });
    isPlaced[node] = 1;
    const key = numberOf(x, y, cell);
    const own = filed.get(key);
    if (own) own.push(spot);
    else filed.set(key, [spot]);
  };
  const isFree = (x: number, y: number, radius: number): boolean => {
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        const others = filed.get(numberOf(x, y, cell, dx, dy)) ?? [];
        work += 1 + others.length;
        if (others.some((other) => Math.hypot(other.x - x, other.y - y) < other.radius + radius + 6)) return false;
      }
    }
    return true;
  };
  let bottom = 0;
  spots.forEach((spot, node) => {
    const place = places[node];
    if (!place) return;
    put(node, spot, place.x, place.y);
    bottom = Math.max(bottom, place.y);
  });
  const tied = spots.map((): number[] => []);
  for (let at = 0; at < ends.length; at += 2) {
    const [a = 0, b = 0] = [ends[at], ends[at + 1]];
    tied[a]?.push(b);
    tied[b]?.push(a);
  }
  const coming = spots.flatMap((spot, node) => (isPlaced[node] ? [] : [{ spot, node }])).sort((a, b) => (degrees[b.node] ?? 0) - (degrees[a.node] ?? 0) || a.node - b.node);
  progress.of = Math.max(1, coming.length);
  yield;
  // What no room was found in for one has none for those that come later, which are no more important.
  const reached = new Map<number, number>();
  for (const { spot, node } of coming) {
    const near = (tied[node] ?? []).flatMap((other) => (isPlaced[other] ? (spots[other] ?? []) : []));
    const x = near.length === 0 ? 0 : near.reduce((sum, other) => sum + other.x, 0) / near.length;
    const y = near.length === 0 ? bottom + 3 * cell : near.reduce((sum, other) => sum + other.y, 0) / near.length;
    const from = numberOf(x, y, block);
    work += near.length;
    for (let turn = (reached.get(from) ?? 0) + 1; ; turn++) {
      if (work > slice) {
        work = 0;
        yield;
      }
      const away = 9 * Math.sqrt(turn);
      const [atX, atY] = [x + away * Math.cos(turn * golden), y + away * Math.sin(turn * golden)];
      if (!isFree(atX, atY, spot.radius)) continue;
      put(node, spot, atX, atY);
      reached.set(from, turn);
      break;
    }
    progress.done++;
  }
}
