import { communities } from "./communities";
import type { Places } from "./kept";
import type { VaultMap } from "./vault-map";

/** Which nodes belong together. */
export interface Clusters {
  /** The number of each node's cluster. */
  of: Uint16Array;
  /** The label of each cluster's most tied node; empty for the cluster of those that are tied to nothing. Clusters of which nothing is left have no members. */
  names: string[];
  /** The nodes of each cluster, the most tied first. */
  members: number[][];
}

/** More clusters than this are not told apart: the last one takes all further ones. */
const most = 4000;
/** The number of no cluster. */
const none = 0xffff;

/** The nodes in the order of their importance: by how many ties they have, then as they come. */
export function byImportance({ degrees, kinds }: Pick<VaultMap, "degrees" | "kinds">): number[] {
  const nodes = Array.from(degrees, (_, node) => node);
  return nodes.sort((a, b) => (degrees[b] ?? 0) - (degrees[a] ?? 0) || (kinds[a] ?? 0) - (kinds[b] ?? 0) || a - b);
}

/**
 * Parts the nodes of a map into clusters, the largest first; those that are tied to nothing come last, together. Where places
 * were kept, known nodes stay in the cluster in which they were, new ones join that to which they are tied most, and those that
 * reach none make clusters of their own.
 * @param order `byImportance`
 */
export function* findClusters(map: VaultMap, places: Places, order: readonly number[]): Generator<undefined, Clusters> {
  const of = yield* joined(map, places);
  yield* partRest(map, of);
  const members: number[][] = [];
  for (const node of order) (members[of[node] ?? 0] ??= []).push(node);
  const filled = Array.from(members, (list: number[] | undefined) => list ?? []);
  return { of, members: filled, names: filled.map((list) => nameOf(list, map)) };
}

/** The most tied of some nodes gives the name, a concept before a missing one. */
function nameOf(members: readonly number[], { degrees, kinds, labels }: VaultMap): string {
  const [first] = members;
  if (first === undefined || degrees[first] === 0) return "";
  return labels[members.find((node) => kinds[node] === 0) ?? first] ?? "";
}

/** The clusters of the nodes that were in one, and of those that are tied to them; `none` for the others. */
function* joined({ degrees, ends, pulls }: VaultMap, places: Places): Generator<undefined, Uint16Array> {
  // What has lost its last tie is of no cluster any more, and what has got its first is of none yet.
  const of = Uint16Array.from(degrees, (degree, node) => (degree === 0 ? none : (places[node]?.cluster ?? none)));
  // A cluster of new nodes alone reaches the known ones through each other: one round for each step.
  for (let round = 0; round < 4; round++) {
    const votes = new Map<number, Map<number, number>>();
    pulls.forEach((pull, tie) => {
      const [a = 0, b = 0] = [ends[2 * tie], ends[2 * tie + 1]];
      for (const [node, other] of [[a, b], [b, a]] as const) {
        const cluster = of[other] ?? none;
        if (of[node] !== none || cluster === none) continue;
        const own = votes.get(node) ?? new Map<number, number>();
        votes.set(node, own.set(cluster, (own.get(cluster) ?? 0) + pull));
      }
    });
    if (votes.size === 0) break;
    for (const [node, own] of votes) of[node] = [...own].sort(([a, much], [b, little]) => little - much || a - b)[0]?.[0] ?? 0;
    yield;
  }
  return of;
}

/** Gives each node that is of no cluster yet one of its own kind, and those that are tied to nothing the last one. */
function* partRest({ degrees, ends, pulls }: VaultMap, of: Uint16Array): Generator<undefined> {
  const [restEnds, weights]: [number[], number[]] = [[], []];
  pulls.forEach((pull, tie) => {
    const [a = 0, b = 0] = [ends[2 * tie], ends[2 * tie + 1]];
    if (of[a] !== none || of[b] !== none) return;
    restEnds.push(a, b);
    weights.push(pull);
  });
  const found = yield* communities({ count: degrees.length, ends: Uint32Array.from(restEnds), weights: Float32Array.from(weights) });
  const sizes = new Map<number, number>();
  found.forEach((group, node) => {
    if (degrees[node] !== 0 && of[node] === none) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  });
  const ranked = [...sizes].sort(([a, many], [b, few]) => few - many || a - b);
  const first = of.reduce((next, cluster) => (cluster === none ? next : Math.max(next, cluster + 1)), 0);
  const numbers = new Map(ranked.map(([group], rank) => [group, Math.min(first + rank, most - 1)]));
  const loose = Math.min(first + ranked.length, most);
  found.forEach((group, node) => {
    if (of[node] === none) of[node] = degrees[node] === 0 ? loose : (numbers.get(group) ?? loose);
  });
}
