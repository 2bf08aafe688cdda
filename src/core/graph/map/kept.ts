import { hashOf, nodeKey, type VaultMap } from "./vault-map";

/** Where a node was, and in which cluster; undefined where it was tied to nothing. */
export interface KeptPlace {
  x: number;
  y: number;
  cluster: number | undefined;
}

/** The places of a map's nodes; undefined for a node that has none yet. Empty where the map is laid out from the beginning. */
export type Places = readonly (KeptPlace | undefined)[];

const head = "distinguo-map 2";
const loose = "-";

/** Writes down where the nodes of a map are, so that a later map of the same vault begins there. Some 16 characters a node. */
export function keepPlaces(keys: readonly string[], points: readonly { x: number; y: number }[], { clusters, degrees }: { clusters: ArrayLike<number>; degrees: ArrayLike<number> }): string {
  return [head, ...keys.map((key, node) => [hashOf(key).toString(36), Math.round(points[node]?.x ?? 0), Math.round(points[node]?.y ?? 0), degrees[node] === 0 ? loose : (clusters[node] ?? 0)].join(" "))].join("\n");
}

/**
 * Reads where the nodes of a map were when `keepPlaces` wrote it down. What is damaged is left out; of what is something else
 * nothing comes. A concept that was missing stands where it was missing.
 */
export function placesIn(text: string, { labels, kinds }: VaultMap, keys: readonly string[]): Places {
  const kept = readKept(text);
  if (kept.size === 0) return [];
  return keys.map((key, node) => kept.get(hashOf(key)) ?? (kinds[node] === 0 ? kept.get(hashOf(nodeKey(null, labels[node] ?? ""))) : undefined));
}

/** Has a kept layout follow notes that were renamed, in their order. What has a place under the new path already stays. */
export function renameKept(text: string, renames: readonly (readonly [from: string, to: string])[]): string {
  const [first = "", ...lines] = text.split("\n");
  if (first !== head || renames.length === 0) return text;
  const places = new Map(lines.map((line): [string, string] => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]));
  for (const [from, to] of renames) {
    const [before, after] = [hashOf(from).toString(36), hashOf(to).toString(36)];
    const place = places.get(before);
    if (place === undefined || places.has(after)) continue;
    places.delete(before);
    places.set(after, place);
  }
  return [first, ...Array.from(places, ([key, place]) => `${key} ${place}`)].join("\n");
}

function readKept(text: string): ReadonlyMap<number, KeptPlace> {
  const [first, ...lines] = text.split("\n");
  const kept = new Map<number, KeptPlace>();
  if (first !== head) return kept;
  for (const line of lines) {
    const [hash = "", x = "", y = "", cluster = ""] = line.split(" ");
    const number = cluster === loose ? 0 : Number(cluster);
    if (x === "" || y === "" || cluster === "" || ![parseInt(hash, 36), Number(x), Number(y), number].every(Number.isSafeInteger) || number < 0 || number >= 0xffff) continue;
    kept.set(parseInt(hash, 36), { x: Number(x), y: Number(y), cluster: cluster === loose ? undefined : number });
  }
  return kept;
}
