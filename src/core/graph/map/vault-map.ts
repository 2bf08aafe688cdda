import { isTelling, type Relation, type RelationKind } from "../../concepts/concept";
import { missingKey, nodeKey, type ConceptGraph } from "../concept-graph";

/** What a node of the whole map is. */
export const nodeKinds = ["concept", "note", "missing"] as const;

/** The kinds of ties that the whole map tells apart, what says most first: a tie that stands for several relations is drawn as the first of them. */
export const tieKinds = ["contrast", "hierarchy", "related", "mention", "tag"] as const;
/** One of them. */
export type TieKind = (typeof tieKinds)[number];

/** Bits of `VaultMap.tieKinds` beside those of the kinds (`1 << index`): the wider concept of a hierarchy is the tie's first end, or its second. */
export const widerIsFirst = 32;
/** See `widerIsFirst`. */
export const widerIsSecond = 64;

/**
 * Nodes and ties of a vault's whole map, as arrays that a message carries cheaply. Nodes are numbered: concepts, then other
 * notes, then missing concepts, each in the graph's order. Two nodes have one tie, whatever the relations between them.
 */
export interface VaultMap {
  labels: string[];
  /** Null for a missing concept. */
  paths: (string | null)[];
  /** Index into `nodeKinds`, by node. */
  kinds: Uint8Array;
  /** How many others a node is tied to, by node. */
  degrees: Uint32Array;
  /** The two ends of each tie, one after the other. */
  ends: Uint32Array;
  /** Bits by tie; see `tieKinds` and `widerIsFirst`. */
  tieKinds: Uint8Array;
  /** How strongly a tie holds its ends together, by tie: more than nothing, at most 3. */
  pulls: Float32Array;
  /** The same number for the same nodes, labels and ties. */
  version: number;
}

/** After how many relations a long look at a graph may be interrupted. */
const slice = 4000;
const strongest = 3;

/** What a relation adds to the pull of its tie: a mention or a tag says only that its ends have met. */
function pullOf(kind: RelationKind): number {
  return isTelling(kind) ? 1 : kind === "mention" ? 0.35 : 0.2;
}

/** The kind of tie that a relation is. */
export function tieKindOf(kind: RelationKind): TieKind {
  return kind === "broader" || kind === "narrower" ? "hierarchy" : kind;
}

export { nodeKey };

/** The numbers of the nodes at a relation's ends; undefined for one that the map does not hold, or that leads to where it begins. */
export function endsOf({ source, target, label }: Relation, numbers: ReadonlyMap<string, number>): [number, number] | undefined {
  const from = numbers.get(source);
  const to = numbers.get(nodeKey(target, label));
  return from === undefined || to === undefined || from === to ? undefined : [from, to];
}

/**
 * Reads the whole map of a graph, a slice at a time.
 * @param withNotes whether other notes than concept notes are in it
 * @returns the map, and the number of each node by its `nodeKey`
 */
export function* readMap({ concepts, notes, missing, relations }: ConceptGraph, withNotes: boolean): Generator<undefined, { map: VaultMap; numbers: Map<string, number> }> {
  const isConcept = new Set(concepts.map(({ path }) => path));
  // A label that only other notes name is none of the map where these are not.
  const named = withNotes ? undefined : new Set(relations.flatMap(({ source, target, label }) => (target === null && isConcept.has(source) ? [missingKey(label)] : [])));
  const nodes = [
    ...concepts.map(({ path, prefLabel }) => ({ path, label: prefLabel, kind: 0 })),
    ...(withNotes ? notes : []).map(({ path, label }) => ({ path, label, kind: 1 })),
    ...missing.filter(({ label }) => named?.has(missingKey(label)) ?? true).map(({ label }) => ({ path: null, label, kind: 2 })),
  ];
  const numbers = new Map(nodes.map(({ path, label }, number) => [nodeKey(path, label), number]));
  yield;
  const ties = new Map<number, number>();
  const [ends, kinds, pulls]: [number[], number[], number[]] = [[], [], []];
  const degrees = new Uint32Array(nodes.length);
  let read = 0;
  for (const relation of relations) {
    if (++read % slice === 0) yield;
    const found = endsOf(relation, numbers);
    if (!found) continue;
    const [from, to] = found;
    const key = Math.min(from, to) * nodes.length + Math.max(from, to);
    const tie = ties.get(key) ?? ties.size;
    if (tie === ties.size) {
      ties.set(key, tie);
      ends.push(Math.min(from, to), Math.max(from, to));
      for (const end of found) degrees[end] = (degrees[end] ?? 0) + 1;
    }
    const kind = tieKindOf(relation.kind);
    const wider = kind !== "hierarchy" ? 0 : (relation.kind === "narrower") === from < to ? widerIsFirst : widerIsSecond;
    kinds[tie] = (kinds[tie] ?? 0) | (1 << tieKinds.indexOf(kind)) | wider;
    pulls[tie] = Math.min(strongest, (pulls[tie] ?? 0) + pullOf(relation.kind));
  }
  yield;
  const map = {
    labels: nodes.map(({ label }) => label),
    paths: nodes.map(({ path }) => path),
    kinds: Uint8Array.from(nodes, ({ kind }) => kind),
    degrees,
    ends: Uint32Array.from(ends),
    tieKinds: Uint8Array.from(kinds),
    pulls: Float32Array.from(pulls),
  };
  yield;
  const texts = nodes.map(({ path, label }) => hashOf(`${path ?? "?"}\n${label}`));
  return { map: { ...map, version: hashOfNumbers([texts, map.kinds, map.ends, map.tieKinds]) }, numbers };
}

/** A number of 32 bits for a text (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function hashOfNumbers(lists: readonly ArrayLike<number>[]): number {
  let hash = 0x811c9dc5;
  for (const list of lists) for (let at = 0; at < list.length; at++) hash = Math.imul(hash ^ (list[at] ?? 0), 0x01000193);
  return hash >>> 0;
}
