import { compareText } from "../compare-text";
import { isTelling, type RelationKind } from "../concepts/concept";
import { foldTag, hasTag, tagsAbove } from "../concepts/has-tag";
import { nodeKey, noteLabel } from "./concept-graph";
import { firstGroups, inOrder, type Neighbor } from "./neighbors";
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
  /** How many of these are not at hand by another way: what comes when it is opened, as far as there is room. */
  beyond: number;
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
  /** Of each that isn't empty, a node must have one: tags (or below, in any case), folders (or below), domains of use. */
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
  return nodeKey(path, label);
}

/**
 * What lies round a note, as far as it is wanted. Beyond the middle, mentions and tags, which tie nearly everything to
 * everything, are followed only from nodes that were opened on purpose. A missing concept is an end. The same vault and wish
 * always give the same answer.
 */
export function around(index: Pick<VaultIndex, "concept" | "ends">, path: string, wish: AroundWish): Around {
  const [opened, closed, without] = [new Set(wish.opened), new Set(wish.closed), new Set<string>(wish.without)];
  const counts = createCounts(index);
  const isWanted = (at: string | null): boolean => {
    const concept = at === null ? undefined : index.concept(at);
    const folder = at === null ? undefined : folderOf(at);
    return (
      meets(wish.tags, (tag) => hasTag(concept?.tags ?? [], tag)) &&
      meets(wish.domains, (domain) => concept?.uses.some((use) => use.domain === domain) === true) &&
      meets(wish.folders, (one) => folder !== undefined && (folder === one || one === "" || folder.startsWith(`${one}/`)))
    );
  };
  const wanted = new Map<string, boolean>();
  /** All that ties a node to others, and what of it is wanted: asked for again and again, so found out once. */
  const found = new Map<string, { all: Neighbor[]; wanted: Neighbor[] }>();
  const endsOf = (from: string): { all: Neighbor[]; wanted: Neighbor[] } => {
    const known = found.get(from);
    if (known) return known;
    const all = index.ends(from).filter((end) => end.path !== from);
    const ends = {
      all,
      wanted: all.filter((end) => {
        if (without.has(end.relation.kind)) return false;
        const key = end.path ?? "";
        const is = wanted.get(key) ?? isWanted(end.path);
        wanted.set(key, is);
        return is;
      }),
    };
    found.set(from, ends);
    return ends;
  };
  const nodeOf = (end: Pick<Neighbor, "path" | "label">, { ring, parent, group, kin }: Pick<AroundNode, "ring" | "parent" | "group" | "kin">): AroundNode => {
    const concept = end.path === null ? undefined : index.concept(end.path);
    const degree = end.path === null ? 0 : new Set(endsOf(end.path).wanted.map(keyOf)).size;
    return { key: keyOf(end), path: end.path, label: end.label, altLabels: concept?.altLabels ?? [], isConcept: concept !== undefined, degree, beyond: 0, ring, parent, group, kin, isOpen: ring === 0 };
  };

  const label = index.concept(path)?.prefLabel ?? noteLabel(path);
  const nodes: AroundNode[] = [nodeOf({ path, label }, { ring: 0, parent: null, group: "out", kin: null })];
  const neighbors: Record<string, Neighbor[]> = {};
  const known = new Set([path]);
  const left = new Set<string>();
  // The list grows while it is gone through.
  for (const node of nodes) {
    const isAsked = opened.has(node.key);
    node.isOpen = node.path !== null && (node.ring === 0 || isAsked || (node.ring < wish.depth && !closed.has(node.key)));
    if (!node.isOpen || node.path === null) continue;
    const isFollowed = ({ relation }: Neighbor): boolean => node.ring === 0 || isAsked || isTelling(relation.kind);
    const own = endsOf(node.path);
    counts.add(own.all.filter(isFollowed));
    const byKey = new Map<string, Neighbor[]>();
    for (const end of own.wanted) {
      if (!isFollowed(end)) continue;
      const key = keyOf(end);
      const all = byKey.get(key);
      if (all) all.push(end);
      else byKey.set(key, [end]);
    }
    const fresh = [...byKey].flatMap(([key, all]) => (known.has(key) ? [] : [all]));
    // A hub has thousands, of which a few have room: only these are brought in order.
    for (const all of firstGroups(fresh, wish.most - nodes.length)) {
      const [first] = inOrder(all);
      if (!first) continue;
      known.add(keyOf(first));
      nodes.push(nodeOf(first, { ring: node.ring + 1, parent: node.key, group: groupOf(all), kin: all.map(kinOf).find((kin) => kin !== null) ?? null }));
    }
    for (const key of byKey.keys()) if (!known.has(key)) left.add(key);
    neighbors[node.key] = inOrder([...byKey].flatMap(([key, all]) => (known.has(key) ? all : [])));
  }
  for (const node of nodes) if (node.path !== null) node.beyond = new Set(endsOf(node.path).wanted.map(keyOf).filter((key) => !known.has(key))).size;
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

/** Counts nodes by what they can be filtered by, each once. */
function createCounts(index: Pick<VaultIndex, "concept">) {
  const kinds = new Map<RelationKind, Set<string>>();
  const met = new Map<string, string | null>();
  const sorted = <Value extends string>(counted: ReadonlyMap<Value, number>): Facet<Value>[] =>
    [...counted].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || compareText(a.value, b.value));
  return {
    add(ends: readonly Neighbor[]) {
      for (const end of ends) {
        const key = keyOf(end);
        met.set(key, end.path);
        const keys = kinds.get(end.relation.kind);
        if (keys) keys.add(key);
        else kinds.set(end.relation.kind, new Set([key]));
      }
    },
    facets(): Facets {
      const [tags, folders, domains] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
      /** How each tag that a node has itself is written. */
      const spelled = new Map<string, string>();
      const count = (counted: Map<string, number>, values: Iterable<string>) => {
        for (const value of new Set(values)) counted.set(value, (counted.get(value) ?? 0) + 1);
      };
      for (const path of met.values()) {
        if (path === null) continue;
        const concept = index.concept(path);
        count(folders, [folderOf(path)]);
        const own = (concept?.tags ?? []).map((tag) => [foldTag(tag), tag] as const);
        for (const [folded, tag] of own) if (compareText(tag, spelled.get(folded) ?? tag) <= 0) spelled.set(folded, tag);
        count(tags, own.flatMap(([folded]) => tagsAbove(folded)));
        count(domains, concept?.uses.map(({ domain }) => domain) ?? []);
      }
      const counted = new Map([...spelled].map(([folded, tag]) => [tag, tags.get(folded) ?? 0]));
      return { kinds: sorted(new Map([...kinds].map(([kind, keys]) => [kind, keys.size]))), tags: sorted(counted), folders: sorted(folders), domains: sorted(domains) };
    },
  };
}
