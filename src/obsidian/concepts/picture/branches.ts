import type { AroundNode } from "../../../core/index";
import type { Slot } from "./stage";

/** How far a ring is set in below the one that it comes from, in CSS pixels. */
const indent = 16;
/** How wide a name must at least remain, and how wide a branch is at most below what stands in the middle of its room. */
const leastName = 74;
const mostCentred = 210;
/** What stays free below a branch. */
const after = 6;

/** Something that stands in the picture, with rows below it. */
export interface Block {
  slot: Slot;
  rows: number;
  /** Above the middle room is made upwards, row by row; elsewhere downwards, for what stands below. */
  above: boolean;
}

/** How high so many rows below a node are. */
export function branchHeight(rows: number, step: number): number {
  return rows === 0 ? 0 : rows * step + after;
}

/** How far each block goes down (or, above the middle, up), so that all rows have room. Nothing changes sides. */
export function shifts(blocks: readonly Block[], step: number): number[] {
  const by = blocks.map(() => 0);
  const below = blocks.map((block, index) => ({ ...block, index, ...reach(block.slot) })).filter(({ above }) => !above);
  below.sort((a, b) => a.slot.y - b.slot.y);
  for (const [at, block] of below.entries()) {
    let most = 0;
    for (const other of below.slice(0, at)) {
      if (other.slot.y < block.slot.y && other.left < block.right && block.left < other.right) most = Math.max(most, (by[other.index] ?? 0) + branchHeight(other.rows, step));
    }
    by[block.index] = most;
  }
  const rows = new Map<number, number>();
  for (const { above, slot, rows: own } of blocks) if (above) rows.set(slot.y, Math.max(rows.get(slot.y) ?? 0, own));
  let up = 0;
  for (const [y, own] of [...rows].sort(([a], [b]) => b - a)) {
    up -= branchHeight(own, step);
    for (const [index, { above, slot }] of blocks.entries()) if (above && slot.y === y) by[index] = up;
  }
  return by;
}

function reach({ x, side, width }: Slot): { left: number; right: number } {
  const left = side < 0 ? x - width : side > 0 ? x : x - width / 2;
  return { left, right: left + width };
}

/** What lies beyond each node, in the order in which it is read: all of one before the next. */
export function branchesOf(nodes: readonly AroundNode[]): Map<string, { node: AroundNode; depth: number }[]> {
  const children = new Map<string, AroundNode[]>();
  for (const node of nodes) {
    if (node.ring < 2 || node.parent === null) continue;
    const own = children.get(node.parent);
    if (own) own.push(node);
    else children.set(node.parent, [node]);
  }
  const below = (key: string, depth: number): { node: AroundNode; depth: number }[] => (children.get(key) ?? []).flatMap((node) => [{ node, depth }, ...below(node.key, depth + 1)]);
  return new Map(nodes.filter(({ ring }) => ring === 1).map(({ key }) => [key, below(key, 1)]));
}

/** Where a branch begins below a name that stands in the middle of its room. */
export function branchLeft({ x, width }: Pick<Slot, "x" | "width">): number {
  return x - Math.min(width, mostCentred) / 2;
}

/** Where a row of a branch stands, below its node. */
export function rowOf({ x, y, side, width }: Slot, row: number, depth: number, step: number): Slot {
  const room = side === 0 ? Math.min(width, mostCentred) : width;
  const begin = side === 0 ? branchLeft({ x, width }) : x;
  const way = side < 0 ? -1 : 1;
  const by = Math.max(0, Math.min(depth * indent, room - leastName));
  return { x: begin + way * by, y: y + 1 + (row + 1) * step, side: way, width: room - by };
}
