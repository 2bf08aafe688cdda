import type { Relation } from "../../concepts/concept";
import type { ConceptGraph } from "../concept-graph";
import { arrange, planFor, type Arranging, type MapPlan } from "./arrange";
import { byImportance, findClusters, type Clusters } from "./clusters";
import { createFinder } from "./find";
import { keepPlaces, placesIn } from "./kept";
import { onlyAmong } from "./only";
import { endsOf, nodeKey, readMap, type VaultMap } from "./vault-map";

/** What a picture of the whole map is made of, but for where its nodes are. */
export interface MapContents extends VaultMap {
  plan: MapPlan;
  /** It is laid out from the beginning: its clusters have nothing to do with those of an earlier map. */
  isAnew: boolean;
  /** The number of each node's cluster. */
  clusters: Uint16Array;
  /** What each cluster is called; empty for that of nodes that are tied to nothing. */
  clusterNames: string[];
  /** All nodes, the most tied first. */
  order: Uint32Array;
}

/** A relation of a node of the map. */
export interface MapRelation {
  relation: Relation;
  /** The node at the other end. */
  other: number;
  /** `out`: the node states it; `in`: the other one does. */
  direction: "out" | "in";
}

/** A map while it is made and, when it is done, what is asked of it. */
export interface MapMaker {
  /** Goes one short step on; false once there is none left. */
  step(): boolean;
  /** Undefined until nodes, ties and clusters are known and there is a first layout. */
  readonly contents: MapContents | undefined;
  readonly progress: { done: number; of: number };
  /** Where the nodes are now: x and y of each. */
  positions(): Float32Array;
  /** What a later map takes to begin where this one is. */
  keep(): string;
  /** The relations of a node in both directions, in the graph's order. */
  relations(node: number): MapRelation[];
  /** The nodes that a text finds by label or other labels, the best first; all of them in alphabetical order for an empty one. */
  find(text: string): Uint32Array;
}

/** What a map is to be like. */
export interface MapRequest {
  /** Whether other notes than concept notes are in it. */
  notes: boolean;
  /** What `keep` gave of an earlier map; empty for a layout from the beginning. */
  kept: string;
  /** The paths of the notes that it is to hold; all where it is left out. */
  only?: string[];
}

/** Less than this share of the concepts with a kept place, and the layout is begun anew. */
const enough = 0.5;

/** Makes the whole map of a graph, step by step. */
export function createMapMaker(whole: ConceptGraph, { notes, kept: text, only }: MapRequest): MapMaker {
  const graph = only ? onlyAmong(whole, only) : whole;
  const progress = { done: 0, of: 1 };
  let contents: MapContents | undefined;
  let numbers: ReadonlyMap<string, number> = new Map();
  let keys: string[] = [];
  let arranging: Arranging | undefined;
  let find: ((text: string) => Uint32Array) | undefined;

  function* make(): Generator<undefined> {
    const read = yield* readMap(graph, notes);
    const { map } = read;
    numbers = read.numbers;
    keys = map.labels.map((label, node) => nodeKey(map.paths[node] ?? null, label));
    yield;
    const order = byImportance(map);
    let places = placesIn(text, map, keys);
    if (places.filter((place, node) => place && map.kinds[node] === 0).length < enough * graph.concepts.length) places = [];
    yield;
    const clusters: Clusters = yield* findClusters(map, places, order);
    yield;
    for (const state of arrange(map, clusters, places)) {
      arranging = state;
      contents ??= { ...map, plan: planFor(keys.length), isAnew: places.length === 0, clusters: clusters.of, clusterNames: clusters.names, order: Uint32Array.from(order) };
      Object.assign(progress, { done: state.done, of: state.of });
      yield;
    }
    progress.done = progress.of;
  }

  const making = make();
  return {
    step: () => making.next().done !== true,
    get contents() {
      return contents;
    },
    progress,
    positions() {
      const positions = new Float32Array(2 * keys.length);
      arranging?.points.forEach(({ x, y }, node) => positions.set([x, y], 2 * node));
      return positions;
    },
    keep: () => (contents && arranging ? keepPlaces(keys, arranging.points, contents) : ""),
    relations(node) {
      return graph.relations.flatMap((relation): MapRelation[] => {
        const ends = endsOf(relation, numbers);
        if (!ends?.includes(node)) return [];
        const [from, to] = ends;
        return [from === node ? { relation, other: to, direction: "out" } : { relation, other: from, direction: "in" }];
      });
    },
    find(typed) {
      find ??= createFinder(contents?.labels ?? [], graph.concepts.map(({ altLabels }) => altLabels));
      return find(typed);
    },
  };
}
