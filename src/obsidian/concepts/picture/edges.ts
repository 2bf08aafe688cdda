import { keyOf, type Around, type Neighbor, type TieGroup } from "../../../core/index";
import type { Placed, Plan } from "./layout";

/** A line between two nodes. */
export interface Edge {
  id: string;
  /** Keys of its ends; `from` is the nearer to the middle. */
  from: string;
  to: string;
  /** How its ends are tied, seen from `from`; `across` where neither was reached from the other. */
  group: TieGroup | "across";
  missing: boolean;
  /** Whether it leads on from the middle, and not further out. */
  near: boolean;
  line: string;
  heads: readonly string[];
  /** All that is said of the two, by either. */
  ties: readonly Neighbor[];
}

interface End {
  x: number;
  y: number;
  side: -1 | 0 | 1;
  /** Where a line that leads further out leaves the room of the label. */
  out: number;
}

/** How far from the beginning of a label a line ends. */
const gap = 3;

/** The lines of a picture, the faint ones first. */
export function edgesOf({ nodes, neighbors }: Around, plan: Plan): Edge[] {
  const placed = new Map(plan.placed.map((one) => [one.node.key, one]));
  const endOf = (key: string): End | undefined => {
    if (key === plan.middle.key) return { x: 0, y: 0, side: 0, out: 0 };
    const one = placed.get(key);
    return one && { x: one.x, y: one.y, side: one.side, out: one.x + one.side * one.width };
  };
  const said = tiesBetween(neighbors);
  // What stands behind another right above or below the middle is reached round it.
  const nearestOf = new Map<TieGroup, number>();
  for (const { node, x, y } of plan.placed) if (x === 0 && node.ring === 1) nearestOf.set(node.group, Math.min(nearestOf.get(node.group) ?? Infinity, Math.abs(y)));
  const edges: Edge[] = [];
  const drawn = new Set<string>();
  for (const { key, parent, group, ring, path } of nodes) {
    const one = placed.get(key);
    const from = parent === null ? undefined : endOf(parent);
    if (!one || parent === null || !from) continue;
    const id = pairOf(parent, key);
    drawn.add(id);
    const line = ring === 1 ? fromMiddle(one, nearestOf.get(group) ?? 0) : outwards(from, one);
    edges.push({ id, from: parent, to: key, group, missing: path === null, near: ring === 1, line, heads: group === "contrast" || group === "mention" ? [] : headsOf(one, group), ties: said.get(id) ?? [] });
  }
  const across: Edge[] = [];
  for (const [id, ties] of said) {
    if (drawn.has(id)) continue;
    const [a, b] = id.split("\n");
    const [from, to] = [endOf(a ?? ""), endOf(b ?? "")];
    if (!from || !to || a === undefined || b === undefined) continue;
    across.push({ id, from: a, to: b, group: "across", missing: false, near: false, line: between(from, to), heads: [], ties });
  }
  const faint = ({ group }: Edge): number => (group === "mention" ? 0 : 1);
  return [...across, ...edges.sort((a, b) => faint(a) - faint(b))];
}

/** Tells a pair of nodes from others, whichever comes first. */
export function pairOf(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

/** What is said of each pair: each statement once, though it can be seen from both ends. */
function tiesBetween(neighbors: Around["neighbors"]): Map<string, Neighbor[]> {
  const said = new Map<string, Neighbor[]>();
  for (const [key, ends] of Object.entries(neighbors)) {
    for (const end of ends) {
      const id = pairOf(key, keyOf(end));
      const all = said.get(id) ?? [];
      const { kind, source, from } = end.relation;
      if (!all.some(({ relation }) => relation.kind === kind && relation.source === source && relation.from === from)) all.push(end);
      said.set(id, all);
    }
  }
  return said;
}

function fromMiddle({ x, y, side, width }: Placed, nearest: number): string {
  if (side === 0) {
    const end = y + (y < 0 ? 12 : -12);
    const bend = x === 0 && Math.abs(y) > nearest ? (y < 0 ? -1 : 1) * Math.min(70, width / 2) : x;
    return x === 0 ? `M0 0C${n(bend)} ${n(end / 3)} ${n(bend)} ${n((2 * end) / 3)} 0 ${n(end)}` : `M0 0C${n(x * 0.2)} ${n(end * 0.7)} ${n(x)} ${n(end * 0.4)} ${n(x)} ${n(end)}`;
  }
  const end = x - side * gap;
  return `M0 0C0 ${n(y * 0.75)} ${n(x / 2)} ${n(y)} ${n(end)} ${n(y)}`;
}

/** Below the label of the one, which hides it, and on to the other. */
function outwards(from: End, { x, y, side }: Placed): string {
  const end = x - side * gap;
  if (side !== from.side) return between(from, { x: end, y, side, out: 0 });
  const bend = (end - from.out) / 2;
  return `M${n(from.x)} ${n(from.y)}L${n(from.out)} ${n(from.y)}C${n(from.out + bend)} ${n(from.y)} ${n(end - bend)} ${n(y)} ${n(end)} ${n(y)}`;
}

function between(from: End, to: End): string {
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  // Bent towards the middle, where the lanes are.
  return `M${n(from.x)} ${n(from.y)}Q${n(x * 0.5)} ${n(y)} ${n(to.x)} ${n(to.y)}`;
}

/** The arrow at the end of a line: to the node where it is named, from it where it names, and one each way. */
function headsOf({ x, y, side }: Placed, group: TieGroup): string[] {
  if (side === 0) {
    const up = y < 0 ? -1 : 1;
    return group === "both" ? [`M${n(x)} ${n(y - up * 12)}l-3.5 ${-6 * up}h7z`, `M${n(x)} ${n(y - up * 25)}l-3.5 ${6 * up}h7z`] : [];
  }
  const end = x - side * gap;
  const to = `M${n(end + side)} ${n(y)}l${-6 * side} -3.5v7z`;
  const from = `M${n(end - side * 6)} ${n(y)}l${6 * side} -3.5v7z`;
  if (group === "both") return [to, `M${n(end - side * 13)} ${n(y)}l${6 * side} -3.5v7z`];
  return [group === "in" ? from : to];
}

/** A number that is short to write. */
function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
