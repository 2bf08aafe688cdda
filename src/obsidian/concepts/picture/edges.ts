import { keyOf, type Around, type Neighbor, type TieGroup } from "../../../core/index";
import { branchLeft } from "./branches";
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
  /** Whether it is drawn only while one of its ends is pointed at: it would cross branches that it has nothing to do with. */
  quiet: boolean;
  line: string;
  heads: readonly string[];
  /** All that is said of the two, by either. */
  ties: readonly Neighbor[];
}

interface End {
  x: number;
  y: number;
  side: -1 | 0 | 1;
}

/** How far from the beginning of a label a line ends. */
const gap = 3;

/** The lines of a picture, the faint ones first. */
export function edgesOf({ nodes, neighbors }: Around, plan: Plan): Edge[] {
  const placed = new Map(plan.placed.map((one) => [one.node.key, one]));
  const endOf = (key: string): End | undefined => {
    if (key === plan.middle.key) return { x: 0, y: 0, side: 0 };
    return placed.get(key);
  };
  const said = tiesBetween(neighbors);
  // What stands behind another right above or below the middle is reached round it.
  const nearestOf = new Map<TieGroup, number>();
  for (const { node, x, y } of plan.placed) if (x === 0 && node.ring === 1) nearestOf.set(node.group, Math.min(nearestOf.get(node.group) ?? Infinity, Math.abs(y)));
  const bottoms = new Map<string, number>();
  for (const one of plan.placed) {
    if (one.node.ring < 2 || one.pinned) continue;
    for (let up: Placed | undefined = one; up !== undefined; up = placed.get(up.node.parent ?? "")) bottoms.set(up.node.key, Math.max(bottoms.get(up.node.key) ?? -Infinity, one.y));
  }
  const hasBranches = bottoms.size > 0;
  const edges: Edge[] = [];
  const drawn = new Set<string>();
  for (const { key, parent, group, ring, path } of nodes) {
    const one = placed.get(key);
    const from = parent === null ? undefined : endOf(parent);
    if (!one || parent === null || !from) continue;
    const id = pairOf(parent, key);
    drawn.add(id);
    const bottom = bottoms.get(key);
    const isPast = ring === 1 && one.side === 0 && one.y < 0 && bottom !== undefined;
    const line = isPast ? pastBranch(one, bottom) : ring === 1 ? fromMiddle(one, nearestOf.get(group) ?? 0) : alongBranch(from, one);
    edges.push({ id, from: parent, to: key, group, missing: path === null, near: ring === 1, quiet: false, line, heads: group === "contrast" || group === "mention" ? [] : headsOf(isPast ? { ...one, x: laneOf(one), y: bottom } : one, group), ties: said.get(id) ?? [] });
  }
  const across: Edge[] = [];
  for (const [id, ties] of said) {
    if (drawn.has(id)) continue;
    const [a, b] = id.split("\n");
    const [from, to] = [endOf(a ?? ""), endOf(b ?? "")];
    if (!from || !to || a === undefined || b === undefined) continue;
    across.push({ id, from: a, to: b, group: "across", missing: false, near: false, quiet: hasBranches, line: between(from, to), heads: [], ties });
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
  // What goes far is one trunk, and not a band of lines.
  const bend = Math.abs(x) < 40 ? 90 : 160;
  const leave = Math.abs(y) < bend ? 0 : y - Math.sign(y) * bend;
  return `M0 0V${n(leave)}C0 ${n(leave + (y - leave) * 0.75)} ${n(x / 2)} ${n(y)} ${n(end)} ${n(y)}`;
}

/** Down from the name of the one, at the side of what comes with it, and into the row of the other. */
function alongBranch(from: End, { x, y, side, pinned }: Placed): string {
  const end = x - side * gap;
  const spine = from.side === 0 ? x - side * 10 : from.x + side * 6;
  if (pinned || y < from.y + 12 || side * (end - spine) < 1) return between(from, { x: end, y, side });
  const top = from.y + 11;
  const turn = Math.min(5, side * (end - spine));
  const begin = from.side === 0 ? `M${n(from.x)} ${n(top)}v1H${n(spine + side * 4)}Q${n(spine)} ${n(top + 1)} ${n(spine)} ${n(top + 5)}` : `M${n(spine)} ${n(top)}`;
  return `${begin}V${n(y - turn)}Q${n(spine)} ${n(y)} ${n(spine + side * turn)} ${n(y)}H${n(end)}`;
}

/** From the middle up to a name below which a branch stands: past that, on the outer side. */
function pastBranch({ x, y, width }: Placed, bottom: number): string {
  const [lane, foot] = [laneOf({ x, width }), bottom + 12];
  const begin = x === 0 ? `M0 0V${n(foot + 18)}C0 ${n(foot + 6)} ${n(lane)} ${n(foot + 14)} ${n(lane)} ${n(foot)}` : `M0 0C${n(lane * 0.2)} ${n(foot * 0.7)} ${n(lane)} ${n(foot * 0.4)} ${n(lane)} ${n(foot)}`;
  return `${begin}V${n(y + 5)}Q${n(lane)} ${n(y)} ${n(lane + (lane < x ? 5 : -5))} ${n(y)}H${n(x)}`;
}

function laneOf({ x, width }: Pick<Placed, "x" | "width">): number {
  const left = branchLeft({ x, width }) - 2;
  return x > 0 ? 2 * x - left : left;
}

function between(from: End, to: End): string {
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  // Bent towards the middle, where the lanes are.
  return `M${n(from.x)} ${n(from.y)}Q${n(x * 0.5)} ${n(y)} ${n(to.x)} ${n(to.y)}`;
}

/** The arrow at the end of a line: to the node where it is named, from it where it names, and one each way. */
function headsOf({ x, y, side, node: { ring } }: Placed, group: TieGroup): string[] {
  if (side === 0) {
    const up = y < 0 ? -1 : 1;
    return group === "both" ? [`M${n(x)} ${n(y - up * 12)}l-3.5 ${-6 * up}h7z`, `M${n(x)} ${n(y - up * 25)}l-3.5 ${6 * up}h7z`] : [];
  }
  const end = x - side * gap;
  const to = `M${n(end + side)} ${n(y)}l${-6 * side} -3.5v7z`;
  const from = `M${n(end - side * 6)} ${n(y)}l${6 * side} -3.5v7z`;
  // In a branch there is room for one: both heads are in one place.
  if (group === "both" && ring > 1) return [`M${n(end + side)} ${n(y)}l${-3.5 * side} -3.5l${-3.5 * side} 3.5l${3.5 * side} 3.5z`];
  if (group === "both") return [to, `M${n(end - side * 13)} ${n(y)}l${6 * side} -3.5v7z`];
  return [group === "in" ? from : to];
}

/** A number that is short to write. */
function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
