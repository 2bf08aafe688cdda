import { isTelling, type RelationKind } from "../concepts/concept";
import { foldLabel } from "../concepts/label";
import type { Neighbor } from "./neighbors";
import type { VaultIndex } from "./vault-index";

/**
 * How a node is tied to the one that it is reached from, seen from there: contrasted with it, named by both, named by that one
 * (`out`), naming it (`in`), or no more than met in passing or by a tag.
 */
export type TieGroup = "contrast" | "both" | "out" | "in" | "mention";

/** A note, or a label without one, that lies round another. */
export interface AroundNode {
  /** Tells it from all others; see `keyOf`. */
  key: string;
  /** Null where nothing in the vault answers to the label. */
  path: string | null;
  label: string;
  altLabels: readonly string[];
  /** Whether its note is a concept note. */
  isConcept: boolean;
  /** How many steps it is away; 0 in the middle. */
  ring: number;
  /** The key of the node that it is reached from; null in the middle. */
  parent: string | null;
  group: TieGroup;
  /** What it is to its parent in a hierarchy, whichever of the two says so. */
  kin: "broader" | "narrower" | null;
  /** How many nodes lie one step away from it, shown or not; 0 of a missing one. */
  degree: number;
  /** Whether these are shown, as far as there is room. */
  isOpen: boolean;
}

/** Which of what lies round a note is wanted. */
export interface AroundWish {
  /** How many steps are gone by themselves. */
  depth: number;
  /** The keys of nodes to be opened beyond that. */
  opened: readonly string[];
  /** The keys of nodes within that which stay closed. */
  closed: readonly string[];
  /** Relations of these kinds are left out. */
  without: readonly RelationKind[];
  /** Of each that isn't empty, a node must have one: tags, folders (or below), domains of use. */
  tags: readonly string[];
  folders: readonly string[];
  domains: readonly string[];
  /** How many nodes there may be. */
  most: number;
}

/** By what the nodes can be filtered, each value with the number of nodes that have it, the most frequent first. */
export interface Facets {
  kinds: readonly Facet<RelationKind>[];
  tags: readonly Facet[];
  folders: readonly Facet[];
  domains: readonly Facet[];
}

/** One value to filter by. */
export interface Facet<Value extends string = string> {
  value: Value;
  count: number;
}

/** What lies round a note. */
export interface Around {
  /** The middle first, then ring by ring, those of one parent together. */
  nodes: readonly AroundNode[];
  /** What is said of each open node and the nodes at hand, seen from it, by its key. */
  neighbors: Readonly<Record<string, readonly Neighbor[]>>;
  /** How many nodes there was no room for. */
  left: number;
  /** Of all nodes one step away from an open one, filtered or not. */
  facets: Facets;
}

/** What tells the far end of a relation from others: its note, or the label that no note answers to. */
export function keyOf({ path, label }: Pick<Neighbor, "path" | "label">): string {
  return path ?? `? ${foldLabel(label)}`;
}

/**
 * What lies round a note, as far as it is wanted. Beyond the middle, mentions and tags, which tie nearly everything to
 * everything, are followed only from nodes that were opened on purpose. A missing concept is an end. The same vault and wish
 * always give the same answer.
 */
export function around(index: Pick<VaultIndex, "concept" | "neighbors">, path: string, wish: AroundWish): Around {
  const [opened, closed, without] = [new Set(wish.opened), new Set(wish.closed), new Set<string>(wish.without)];
  const counts = createCounts();
  const isWanted = (end: Neighbor): boolean => {
    const concept = end.path === null ? undefined : index.concept(end.path);
    const folder = end.path === null ? undefined : folderOf(end.path);
    return (
      meets(wish.tags, (tag) => concept?.tags.includes(tag) === true) &&
      meets(wish.domains, (domain) => concept?.uses.some((use) => use.domain === domain) === true) &&
      meets(wish.folders, (one) => folder !== undefined && (folder === one || one === "" || folder.startsWith(`${one}/`)))
    );
  };
  /** The neighbours of a node as they are wanted, those to itself left out. */
  const around = (from: string, telling: boolean): Neighbor[] =>
    index.neighbors(from).filter((end) => end.path !== from && !without.has(end.relation.kind) && (!telling || isTelling(end.relation.kind)) && isWanted(end));
  const aboutOf = (end: Pick<Neighbor, "path" | "label">): Pick<AroundNode, "key" | "path" | "label" | "altLabels" | "isConcept" | "degree"> => {
    const concept = end.path === null ? undefined : index.concept(end.path);
    const degree = end.path === null ? 0 : new Set(around(end.path, false).map(keyOf)).size;
    return { key: keyOf(end), path: end.path, label: end.label, altLabels: concept?.altLabels ?? [], isConcept: concept !== undefined, degree };
  };

  const label = index.concept(path)?.prefLabel ?? nameOfPath(path);
  const nodes: AroundNode[] = [{ ...aboutOf({ path, label }), ring: 0, parent: null, group: "out", kin: null, isOpen: true }];
  const neighbors: Record<string, Neighbor[]> = {};
  const known = new Set([path]);
  const left = new Set<string>();
  // The list grows while it is gone through.
  for (const node of nodes) {
    const isAsked = opened.has(node.key);
    node.isOpen = node.path !== null && (node.ring === 0 || isAsked || (node.ring < wish.depth && !closed.has(node.key)));
    if (!node.isOpen || node.path === null) continue;
    const isMiddle = node.ring === 0;
    counts.add(index.neighbors(node.path).filter((end) => end.path !== node.path && (isMiddle || isAsked || isTelling(end.relation.kind))), index);
    const ends = around(node.path, !isMiddle && !isAsked);
    const byKey = new Map<string, Neighbor[]>();
    for (const end of ends) {
      const key = keyOf(end);
      const all = byKey.get(key);
      if (all) all.push(end);
      else byKey.set(key, [end]);
    }
    for (const [key, all] of byKey) {
      const [first] = all;
      if (!first || known.has(key)) continue;
      if (nodes.length >= wish.most) {
        left.add(key);
        continue;
      }
      known.add(key);
      nodes.push({ ...aboutOf(first), ring: node.ring + 1, parent: node.key, group: groupOf(all), kin: all.map(kinOf).find((kin) => kin !== null) ?? null, isOpen: false });
    }
    neighbors[node.key] = ends.filter((end) => known.has(keyOf(end)));
  }
  return { nodes, neighbors, left: [...left].filter((key) => !known.has(key)).length, facets: counts.facets() };
}

/** How all that ties a node to another puts it: what is said on purpose outweighs what is said in passing. */
export function groupOf(ends: readonly Neighbor[]): TieGroup {
  const telling = ends.filter(({ relation }) => isTelling(relation.kind));
  if (telling.length === 0) return "mention";
  if (telling.some(({ relation }) => relation.kind === "contrast")) return "contrast";
  const ways = new Set(telling.map(({ direction }) => direction));
  return ways.size === 2 ? "both" : ways.has("out") ? "out" : "in";
}

/** What a neighbour is to the note in a hierarchy, whichever of the two says so. */
export function kinOf({ relation: { kind }, direction }: Neighbor): "broader" | "narrower" | null {
  if (kind !== "broader" && kind !== "narrower") return null;
  return (kind === "broader") === (direction === "out") ? "broader" : "narrower";
}

function meets<Value>(wanted: readonly Value[], has: (value: Value) => boolean): boolean {
  return wanted.length === 0 || wanted.some(has);
}

/** The folder of a note, without a slash at its end; empty at the root. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function nameOfPath(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/i, "");
}

/** Counts nodes by what they can be filtered by, each once. */
function createCounts() {
  const counted = { kinds: new Map<RelationKind, Set<string>>(), tags: new Map<string, Set<string>>(), folders: new Map<string, Set<string>>(), domains: new Map<string, Set<string>>() };
  const count = <Value>(of: Map<Value, Set<string>>, value: Value, key: string) => of.set(value, (of.get(value) ?? new Set()).add(key));
  const sorted = <Value extends string>(of: Map<Value, Set<string>>): Facet<Value>[] =>
    [...of].map(([value, keys]) => ({ value, count: keys.size })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return {
    add(ends: readonly Neighbor[], index: Pick<VaultIndex, "concept">) {
      for (const end of ends) {
        const key = keyOf(end);
        count(counted.kinds, end.relation.kind, key);
        if (end.path === null) continue;
        count(counted.folders, folderOf(end.path), key);
        const concept = index.concept(end.path);
        for (const tag of concept?.tags ?? []) count(counted.tags, tag, key);
        for (const { domain } of concept?.uses ?? []) count(counted.domains, domain, key);
      }
    },
    facets: (): Facets => ({ kinds: sorted(counted.kinds), tags: sorted(counted.tags), folders: sorted(counted.folders), domains: sorted(counted.domains) }),
  };
}
