import { hashOf } from "./vault-map";

/** Where a node was, and in which cluster. */
export interface KeptPlace {
  x: number;
  y: number;
  cluster: number;
}

/** Places by the hash of the node's key. */
export type Kept = ReadonlyMap<number, KeptPlace>;

const head = "distinguo-map 1";

/** Writes down where the nodes of a map are, so that a later map of the same vault begins there. Some 16 characters a node. */
export function keepPlaces(keys: readonly string[], points: readonly { x: number; y: number }[], clusters: ArrayLike<number>): string {
  return [head, ...keys.map((key, node) => [hashOf(key).toString(36), Math.round(points[node]?.x ?? 0), Math.round(points[node]?.y ?? 0), clusters[node] ?? 0].join(" "))].join("\n");
}

/** Reads what `keepPlaces` wrote. What is damaged is left out; of what is something else nothing comes. */
export function readKept(text: string): Kept {
  const [first, ...lines] = text.split("\n");
  const kept = new Map<number, KeptPlace>();
  if (first !== head) return kept;
  for (const line of lines) {
    const [hash = "", x = "", y = "", cluster = ""] = line.split(" ");
    const numbers = [parseInt(hash, 36), Number(x), Number(y), Number(cluster)];
    if (x === "" || y === "" || numbers.some((number) => !Number.isSafeInteger(number)) || Number(cluster) < 0 || Number(cluster) > 0xffff) continue;
    kept.set(parseInt(hash, 36), { x: Number(x), y: Number(y), cluster: Number(cluster) });
  }
  return kept;
}
