/** Nodes as numbers below `count`, and the ties between them. */
export interface Tied {
  count: number;
  /** The two ends of each tie, one after the other. */
  ends: Uint32Array;
  /** How much each tie weighs. */
  weights: Float32Array;
}

/** After how many visits a long search may be interrupted. */
const slice = 2000;
const passes = 12;
const levels = 8;

/** Who is tied to whom, in rows: the ties of a node stand between `starts[node]` and `starts[node + 1]`. */
interface Rows {
  starts: Uint32Array;
  others: Uint32Array;
  weights: Float32Array;
}

/**
 * Finds communities: groups of nodes that are tied more among themselves than their ties alone would make likely (the method
 * of Louvain, that of the greatest modularity). Nodes are asked in their order, and where two groups are as good, the
 * lower number wins: equal ties give equal communities.
 * @returns the number of each node's community, from 0, in the order of their first nodes
 */
export function* communities(tied: Tied): Generator<undefined, Uint32Array> {
  let groups: Uint32Array = Uint32Array.from({ length: tied.count }, (_, node) => node);
  let coarse = tied;
  let own: Float64Array = new Float64Array(tied.count);
  for (let level = 0; level < levels; level++) {
    const moved = yield* localMoving(coarse, own);
    const { numbers, count } = inOrder(moved);
    groups = groups.map((group) => numbers[group] ?? 0);
    if (count === coarse.count) break;
    ({ tied: coarse, own } = together(coarse, own, numbers, count));
    yield;
  }
  return inOrder(groups).numbers;
}

/** Moves each node to the neighbouring community that gains most by it, until none does. */
function* localMoving(tied: Tied, own: Float64Array): Generator<undefined, Uint32Array> {
  const { count, weights } = tied;
  const { starts, others, weights: pulls } = rowsOf(tied);
  const strength = new Float64Array(count);
  let total = 0;
  for (let node = 0; node < count; node++) {
    let sum = 2 * (own[node] ?? 0);
    for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at++) sum += pulls[at] ?? 0;
    strength[node] = sum;
    total += sum;
  }
  const groups = Uint32Array.from({ length: count }, (_, node) => node);
  if (total === 0 || weights.length === 0) return groups;
  const mass = strength.slice();
  const towards = new Map<number, number>();
  let visits = 0;
  for (let pass = 0; pass < passes; pass++) {
    let moves = 0;
    for (let node = 0; node < count; node++) {
      if (++visits % slice === 0) yield;
      const home = groups[node] ?? 0;
      const weight = strength[node] ?? 0;
      towards.clear();
      towards.set(home, 0);
      for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at++) {
        const group = groups[others[at] ?? 0] ?? 0;
        towards.set(group, (towards.get(group) ?? 0) + (pulls[at] ?? 0));
      }
      mass[home] = (mass[home] ?? 0) - weight;
      let best = home;
      let most = (towards.get(home) ?? 0) - (weight * (mass[home] ?? 0)) / total;
      for (const [group, pull] of towards) {
        const gain = pull - (weight * (mass[group] ?? 0)) / total;
        if (gain > most + 1e-9 || (gain > most - 1e-9 && group < best && best !== home)) [best, most] = [group, Math.max(gain, most)];
      }
      mass[best] = (mass[best] ?? 0) + weight;
      if (best !== home) moves++;
      groups[node] = best;
    }
    if (moves === 0) break;
  }
  return groups;
}

function rowsOf({ count, ends, weights }: Tied): Rows {
  const starts = new Uint32Array(count + 1);
  for (const end of ends) starts[end + 1] = (starts[end + 1] ?? 0) + 1;
  for (let node = 0; node < count; node++) starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
  const next = starts.slice();
  const rows = { starts, others: new Uint32Array(ends.length), weights: new Float32Array(ends.length) };
  for (let tie = 0; tie < weights.length; tie++) {
    const [a = 0, b = 0] = [ends[2 * tie], ends[2 * tie + 1]];
    for (const [node, other] of [[a, b], [b, a]] as const) {
      const at = next[node] ?? 0;
      next[node] = at + 1;
      rows.others[at] = other;
      rows.weights[at] = weights[tie] ?? 0;
    }
  }
  return rows;
}

/** Groups numbered from 0 in the order in which they first come. */
function inOrder(groups: Uint32Array): { numbers: Uint32Array; count: number } {
  const numbers = new Map<number, number>();
  const renamed = groups.map((group) => {
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return number;
  });
  return { numbers: renamed, count: numbers.size };
}

/** The graph in which each group is one node. */
function together({ ends, weights }: Tied, own: Float64Array, groups: Uint32Array, count: number): { tied: Tied; own: Float64Array } {
  const inner = new Float64Array(count);
  own.forEach((weight, node) => {
    const group = groups[node] ?? 0;
    inner[group] = (inner[group] ?? 0) + weight;
  });
  const between = new Map<number, number>();
  weights.forEach((weight, tie) => {
    const [a = 0, b = 0] = [groups[ends[2 * tie] ?? 0], groups[ends[2 * tie + 1] ?? 0]];
    if (a === b) inner[a] = (inner[a] ?? 0) + weight;
    else {
      const key = Math.min(a, b) * count + Math.max(a, b);
      between.set(key, (between.get(key) ?? 0) + weight);
    }
  });
  const pairs = [...between].sort(([a], [b]) => a - b);
  return {
    tied: { count, ends: Uint32Array.from(pairs.flatMap(([key]) => [Math.floor(key / count), key % count])), weights: Float32Array.from(pairs, ([, weight]) => weight) },
    own: inner,
  };
}
