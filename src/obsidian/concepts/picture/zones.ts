import { keyOf, type Around, type AroundNode, type TieGroup } from "../../../core/index";

/** The parts of the picture, each with its own place round the middle. */
export const zones: readonly TieGroup[] = ["both", "in", "out", "contrast", "mention"];

/** What stands above a part. */
export const captions: Record<TieGroup, string> = { both: "both ways", in: "named by", out: "names", contrast: "contrasted with", mention: "in passing" };

/** The nodes next to the middle, by part, what is tied to it most first. The order depends on nothing but the nodes themselves. */
export function nextToMiddle({ nodes, neighbors }: Around): Record<TieGroup, AroundNode[]> {
  const [middle] = nodes;
  const ties = new Map<string, number>();
  for (const end of neighbors[middle?.key ?? ""] ?? []) ties.set(keyOf(end), (ties.get(keyOf(end)) ?? 0) + 1);
  const weight = (node: AroundNode): number[] => [
    Number(node.kin !== null),
    Number(node.isConcept),
    // What is met in passing is worth most where it is tied to most else.
    node.group === "mention" ? node.degree : 0,
    ties.get(node.key) ?? 0,
  ];
  const weights = new Map(nodes.map((node) => [node.key, weight(node)]));
  const byZone: Record<TieGroup, AroundNode[]> = { both: [], in: [], out: [], contrast: [], mention: [] };
  for (const node of nodes) if (node.ring === 1) byZone[node.group].push(node);
  for (const zone of zones) byZone[zone].sort((a, b) => compare(weights.get(b.key) ?? [], weights.get(a.key) ?? []) || (a.label < b.label ? -1 : a.label > b.label ? 1 : a.key < b.key ? -1 : 1));
  return byZone;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) if (value !== b[index]) return value - (b[index] ?? 0);
  return 0;
}
