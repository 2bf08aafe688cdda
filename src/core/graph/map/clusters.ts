import { communities } from "./communities";
import type { Kept } from "./kept";
import { hashOf, type VaultMap } from "./vault-map";

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

/** The nodes in the order of their importance: by how many ties they have, then as they come. */
export function byImportance({ degrees, kinds }: Pick<VaultMap, "degrees" | "kinds">): number[] {
  const nodes = Array.from(degrees, (_, node) => node);
  return nodes.sort((a, b) => (degrees[b] ?? 0) - (degrees[a] ?? 0) || (kinds[a] ?? 0) - (kinds[b] ?? 0) || a - b);
}

/**
 * Parts the nodes of a map into clusters, the largest first; those that are tied to nothing come last, together. Where places
 * were kept, known nodes stay in the cluster in which they were, and new ones join that to which they are tied most.
 * @param order `byImportance`
 */
export function* findClusters(map: VaultMap, keys: readonly string[], order: readonly number[], kept: Kept): Generator<undefined, Clusters> {
  const of = kept.size > 0 ? join(map, keys, kept) : yield* anew(map);
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

function* anew({ degrees, ends, pulls }: VaultMap): Generator<undefined, Uint16Array> {
  const found = yield* communities({ count: degrees.length, ends, weights: pulls });
  const sizes = new Map<number, number>();
  found.forEach((group, node) => {
    if (degrees[node] !== 0) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  });
  const ranked = [...sizes].sort(([a, many], [b, few]) => few - many || a - b);
  const numbers = new Map(ranked.map(([group], number) => [group, Math.min(number, most - 1)]));
  const loose = Math.min(ranked.length, most);
  return Uint16Array.from(found, (group) => numbers.get(group) ?? loose);
}

function join({ degrees, ends, pulls }: VaultMap, keys: readonly string[], kept: Kept): Uint16Array {
  const none = 0xffff;
  const known = keys.map((key) => kept.get(hashOf(key))?.cluster ?? none);
  const of = Uint16Array.from(known);
  const looseBefore = new Set(of.filter((cluster, node) => cluster !== none && degrees[node] === 0));
  // A cluster of new nodes alone reaches the known ones through each other: one round for each step.
  for (let round = 0; round < 4; round++) {
    const votes = new Map<number, Map<number, number>>();
    pulls.forEach((pull, tie) => {
      const [a = 0, b = 0] = [ends[2 * tie], ends[2 * tie + 1]];
      for (const [node, other] of [[a, b], [b, a]] as const) {
        const cluster = of[other] ?? none;
        if (of[node] !== none || cluster === none || looseBefore.has(cluster)) continue;
        const own = votes.get(node) ?? new Map<number, number>();
        votes.set(node, own.set(cluster, (own.get(cluster) ?? 0) + pull));
      }
    });
    if (votes.size === 0) break;
    for (const [node, own] of votes) of[node] = [...own].sort(([a, much], [b, little]) => little - much || a - b)[0]?.[0] ?? 0;
  }
  const highest = of.reduce((high, cluster) => (cluster === none ? high : Math.max(high, cluster)), 0);
  const loose = [...looseBefore][0] ?? Math.min(highest + 1, most);
  return of.map((cluster) => (cluster === none ? loose : cluster));
}
