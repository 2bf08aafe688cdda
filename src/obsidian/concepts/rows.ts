import { keyOf, type Around, type AroundNode, type Neighbor, type Relation } from "../../core/index";

/** Where relations stand that the note states, and where those that another states about it; in the order of the list. */
const titles: Readonly<Record<Relation["kind"], Readonly<Record<Neighbor["direction"], string>>>> = {
  broader: { out: "Broader", in: "Narrower" },
  narrower: { out: "Narrower", in: "Broader" },
  related: { out: "Related", in: "Named as related by" },
  contrast: { out: "Contrasted with", in: "Contrasted with" },
  mention: { out: "Mentions", in: "Mentioned in" },
  tag: { out: "Tags", in: "Tagged with this" },
};

/** How many rows a group shows before it counts the rest, and how many stand below a row that is expanded. */
const few = { group: 12, row: 6 };

interface Place {
  /** Tells the row from all others of the list, whatever comes and goes around it. */
  id: string;
  /** How deep it stands, from 1, and as which of how many, from 1. */
  level: number;
  at: number;
  of: number;
  /** Whether what stands below it is shown; undefined where nothing can. */
  isOpen?: boolean | undefined;
}

/** A heading over relations of one kind. */
export interface GroupRow extends Place {
  is: "group";
  label: string;
  count: number;
}

/** A relation, seen from the row that it stands below, or from the middle. */
export interface RelationRow extends Place {
  is: "relation";
  label: string;
  node: AroundNode;
  neighbor: Neighbor;
  /** What kind of relation it is, where no heading says so; else empty. */
  how: string;
}

/** What stands for those that there was no room for. */
export interface MoreRow extends Place {
  is: "more";
  label: string;
  /** Which of the lists it ends. */
  list: string;
}

/** A line of the list. */
export type Row = GroupRow | RelationRow | MoreRow;

/** What one has done to the list. */
export interface Folding {
  /** Titles of groups that are closed. */
  closed: ReadonlySet<string>;
  /** Lists that are shown whole. */
  whole: ReadonlySet<string>;
}

/** One neighbour for each thing that is said: what says nothing of a far end that has a row already is left out. */
function saying(neighbors: readonly Neighbor[]): Neighbor[] {
  const told = new Map<string, Neighbor>();
  for (const neighbor of neighbors) if (!told.get(keyOf(neighbor))?.relation.sentence) told.set(keyOf(neighbor), neighbor);
  return neighbors.filter((neighbor) => neighbor.relation.sentence !== "" || told.get(keyOf(neighbor)) === neighbor);
}

function titleOf({ relation: { kind }, direction }: Neighbor): string {
  return titles[kind][direction];
}

/**
 * What lies round a note as lines, top to bottom: the groups of its relations, and below a node that is open what ties it to
 * others. A node has its own below it once, where it is reached first.
 */
export function rowsOf({ nodes, neighbors }: Around, { closed, whole }: Folding): Row[] {
  const [middle] = nodes;
  if (!middle) return [];
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const shown = new Set<string>();
  const rows: Row[] = [];

  const addAll = (list: string, ends: readonly Neighbor[], level: number, room: number, parent: AroundNode): void => {
    const cap = whole.has(list) || ends.length <= room + 1 ? ends.length : room;
    const of = cap < ends.length ? cap + 1 : cap;
    const counts = new Map<string, number>();
    ends.slice(0, cap).forEach((neighbor, index) => {
      const node = byKey.get(keyOf(neighbor));
      if (!node) return;
      const name = `${list}\n${titleOf(neighbor)} ${node.key}`;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      const isHome = node.parent === parent.key && !shown.has(node.key);
      if (isHome) shown.add(node.key);
      // What leads back to where one comes from is told there.
      const canOpen = isHome && node.path !== null && node.degree > 1;
      const isOpen = canOpen ? node.isOpen : undefined;
      const row: RelationRow = { is: "relation", id: `${name} ${count}`, level, at: index + 1, of, isOpen, label: neighbor.label, node, neighbor, how: level > 2 ? titleOf(neighbor) : "" };
      rows.push(row);
      if (isOpen === true) addBelow(row);
    });
    if (cap < ends.length) rows.push({ is: "more", id: `${list}\nmore`, level, at: of, of, label: `${(ends.length - cap).toLocaleString()} more`, list });
  };

  const addBelow = ({ id, level, node }: RelationRow): void => {
    const ends = saying((neighbors[node.key] ?? []).filter((end) => keyOf(end) !== node.parent));
    const isNew = (end: Neighbor): boolean => byKey.get(keyOf(end))?.parent === node.key;
    addAll(id, [...ends.filter(isNew), ...ends.filter((end) => !isNew(end))], level + 1, few.row, node);
  };

  const groups = new Map<string, Neighbor[]>();
  for (const title of new Set(Object.values(titles).flatMap((pair) => [pair.out, pair.in]))) {
    const own = saying((neighbors[middle.key] ?? []).filter((neighbor) => titleOf(neighbor) === title));
    if (own.length > 0) groups.set(title, own);
  }
  let at = 0;
  for (const [title, own] of groups) {
    at += 1;
    const isOpen = !closed.has(title);
    rows.push({ is: "group", id: title, level: 1, at, of: groups.size, isOpen, label: title, count: own.length });
    if (isOpen) addAll(title, own, 2, few.group, middle);
  }
  return rows;
}
