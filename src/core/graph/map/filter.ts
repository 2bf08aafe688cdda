import type { MapContents } from "./map-maker";
import { nodeKinds, tieKinds, type TieKind } from "./vault-map";

/** So many clusters have a tone of their own; the others share the next one, and what is tied to nothing has the last. */
export const ownTones = 8;
/** How many tones there are. */
export const toneCount = ownTones + 2;

/** What of a map is shown. Filters hide; they never move what stays. */
export interface MapFilter {
  /** The kinds of ties that are shown. */
  ties: ReadonlySet<TieKind>;
  /** The tones of which the nodes are hidden. */
  hiddenTones: ReadonlySet<number>;
  /** Whether missing concepts are shown. */
  missing: boolean;
  /** Whether other notes are. */
  notes: boolean;
}

/** What a filter leaves of a map. */
export interface Shown {
  /** 1 for a node that is shown. */
  nodes: Uint8Array;
  /** For a tie that is shown the number of its kind in `tieKinds`, from 1. */
  ties: Uint8Array;
}

/** The tone of a cluster. */
export function toneOf({ clusterNames }: Pick<MapContents, "clusterNames">, cluster: number): number {
  return clusterNames[cluster] === "" ? ownTones + 1 : Math.min(cluster, ownTones);
}

/** Applies a filter. What is no concept is shown only where something that is shown is tied to it. */
export function shownBy(contents: MapContents, { ties, hiddenTones, missing, notes }: MapFilter): Shown {
  const kinds = { concept: true, note: notes, missing };
  const tones = contents.clusterNames.map((_, cluster) => !hiddenTones.has(toneOf(contents, cluster)));
  const may = contents.kinds.map((kind, node) => Number(kinds[nodeKinds[kind] ?? "concept"] && (tones[contents.clusters[node] ?? 0] ?? true)));
  const isTied = new Uint8Array(may.length);
  const firsts = Uint8Array.from({ length: 256 }, (_, bits) => 1 + tieKinds.findIndex((kind, index) => (bits & (1 << index)) !== 0 && ties.has(kind)));
  const { ends, tieKinds: bits } = contents;
  const shown = new Uint8Array(bits.length);
  for (let tie = 0; tie < shown.length; tie++) {
    const a = ends[2 * tie] ?? 0;
    const b = ends[2 * tie + 1] ?? 0;
    const first = firsts[bits[tie] ?? 0] ?? 0;
    if (first === 0 || !may[a] || !may[b]) continue;
    isTied[a] = isTied[b] = 1;
    shown[tie] = first;
  }
  return { nodes: may.map((one, node) => (contents.kinds[node] === 0 ? one : one & (isTied[node] ?? 0))), ties: shown };
}

/** How many nodes and ties there are of each kind, whether they are shown or not. */
export interface MapCounts {
  tones: number[];
  ties: Record<TieKind, number>;
  missing: number;
  notes: number;
}

/** Counts what a map holds. */
export function countsOf(contents: MapContents): MapCounts {
  const tones = Array.from({ length: toneCount }, () => 0);
  histogram(contents.clusters, contents.clusterNames.length).forEach((count, cluster) => (tones[toneOf(contents, cluster)] = (tones[toneOf(contents, cluster)] ?? 0) + count));
  const ties = { contrast: 0, hierarchy: 0, related: 0, mention: 0, tag: 0 };
  histogram(contents.tieKinds, 256).forEach((count, bits) => {
    tieKinds.forEach((kind, index) => (ties[kind] += count * ((bits >> index) & 1)));
  });
  const [, notes = 0, missing = 0] = histogram(contents.kinds, nodeKinds.length);
  return { tones, ties, missing, notes };
}

function histogram(values: Uint8Array | Uint16Array, length: number): number[] {
  const counts = new Uint32Array(length);
  for (let at = 0; at < values.length; at++) counts[values[at] ?? 0] = (counts[values[at] ?? 0] ?? 0) + 1;
  return [...counts];
}
