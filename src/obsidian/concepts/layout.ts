import { keyOf as farEnd, kinOf, type Neighbor } from "../../core/index";

/** Where a neighbour stands: what points here at the left, what this note names at the right, contrasts below. */
export type Zone = "in" | "out" | "contrast";

/** A note, or a label without one, around the concept in the middle. */
export interface MapNode {
  /** Tells the node from all others of its map. */
  key: string;
  label: string;
  /** Null where nothing in the vault answers to the label. */
  path: string | null;
  zone: Zone;
  /** Whether it is a broader concept or a narrower one, where it is either. */
  kin?: ReturnType<typeof kinOf> | undefined;
  /** Stated from both ends. */
  mutual: boolean;
  /** More than a mention in passing. */
  strong: boolean;
  /** What the note that states the relation says about it. */
  sentence: string;
  /** Path of that note. */
  source: string;
}

/** What a node of the map looks like: a neighbour, or the count of those that were left out. */
export interface MapSpot {
  node: MapNode | undefined;
  /** How many nodes this spot stands for, where it is no node. */
  more: number;
  zone: Zone;
  /** Where the edge ends. */
  x: number;
  y: number;
  /** The box of the label. */
  left: number;
  width: number;
}

/** A map in CSS pixels. */
export interface MapPlan {
  width: number;
  height: number;
  centre: { x: number; y: number; maxWidth: number };
  spots: MapSpot[];
}

const row = 26;
const margin = 8;

/** Height of the line that says what stands at either side. */
const caption = 24;
const band = 44;
const zones: readonly Zone[] = ["in", "out", "contrast"];

/** How many nodes a zone shows before it counts the rest. */
const caps: Record<Zone, number> = { in: 7, out: 7, contrast: 3 };

/** From this width on there is room for nodes beside the middle. */
const roomy = 560;

/** One node for each neighbour, however many relations there are to it. Tags are left to the list. */
export function mapNodes(neighbors: readonly Neighbor[]): MapNode[] {
  const byKey = new Map<string, Neighbor[]>();
  for (const neighbor of neighbors) {
    if (neighbor.relation.kind === "tag") continue;
    const key = farEnd(neighbor);
    byKey.set(key, [...(byKey.get(key) ?? []), neighbor]);
  }
  return [...byKey].map(([key, all]) => {
    const strong = all.filter(({ relation }) => relation.kind !== "mention");
    const told = strong.find(({ relation }) => relation.sentence !== "") ?? strong[0] ?? all.find(({ relation }) => relation.sentence !== "") ?? all[0];
    const out = all.some(({ direction }) => direction === "out");
    const contrast = all.some(({ relation }) => relation.kind === "contrast");
    return {
      key,
      label: all[0]?.label ?? key,
      path: all[0]?.path ?? null,
      zone: contrast ? "contrast" : out ? "out" : "in",
      kin: all.map(kinOf).find((kin) => kin),
      mutual: out && all.some(({ direction }) => direction === "in"),
      strong: strong.length > 0,
      sentence: told?.relation.sentence ?? "",
      source: told?.relation.source ?? "",
    };
  });
}

function shown(nodes: readonly MapNode[], zone: Zone, all: boolean): { node: MapNode | undefined; more: number; zone: Zone }[] {
  const own = nodes.filter((node) => node.zone === zone).sort((a, b) => Number(b.strong) - Number(a.strong));
  const cap = all || own.length <= caps[zone] + 1 ? own.length : caps[zone];
  const spots = own.slice(0, cap).map((node) => ({ node, more: 0, zone }));
  return own.length > cap ? [...spots, { node: undefined, more: own.length - cap, zone }] : spots;
}

/** Heights of `count` rows around the middle; where `apart`, the middle's own band stays free. */
function rows(count: number, apart: boolean): number[] {
  if (!apart) return Array.from({ length: count }, (_, index) => (index - (count - 1) / 2) * row);
  const above = Math.ceil(count / 2);
  return Array.from({ length: count }, (_, index) => (index < above ? -band / 2 - row / 2 - (above - 1 - index) * row : band / 2 + row / 2 + (index - above) * row));
}

/** The length of the longest label, in characters. */
function longest(spots: readonly { node: MapNode | undefined }[]): number {
  return Math.max(0, ...spots.map(({ node }) => node?.label.length ?? 0));
}

/** How much of the width the middle moves towards the side with shorter labels, which needs less of it. */
function lean(left: number, right: number): number {
  if (left + right === 0) return 0;
  return ((left - right) / (left + right)) * (left === 0 || right === 0 ? 0.16 : 0.1);
}

/**
 * Places the nodes on an ellipse around the middle: the same nodes and width always give the same map, and no two
 * labels share a place. Where it is narrow, the rows keep clear of the middle, so that each side has half the width.
 */
export function layOut(nodes: readonly MapNode[], width: number, all: ReadonlySet<string>): MapPlan {
  const [incoming = [], outgoing = [], contrasts = []] = zones.map((zone) => shown(nodes, zone, all.has(zone)));
  const apart = width < roomy;
  const sides = [
    { spots: incoming, side: -1, dys: rows(incoming.length, apart) },
    { spots: outgoing, side: 1, dys: rows(outgoing.length, apart) },
  ];
  const reach = (direction: 1 | -1): number => Math.max(band / 2, ...sides.flatMap(({ dys }) => dys.map((dy) => direction * dy + row / 2)));
  const above = reach(-1);
  const under = reach(1);
  const x = width * (0.5 + lean(longest(incoming), longest(outgoing)));
  const y = above + caption;
  const radius = apart ? 22 : Math.min(width * 0.2, 170);
  const flat = apart ? 12 : 60;
  const placed = sides.flatMap(({ spots, side, dys }) =>
    spots.map((spot, index): MapSpot => {
      const dy = dys[index] ?? 0;
      const away = flat + (radius - flat) * Math.sqrt(Math.max(0, 1 - (dy / (Math.max(above, under) + row / 2)) ** 2));
      const end = x + side * away;
      const near = end + side * 9;
      return { ...spot, x: end, y: y + dy, left: side < 0 ? margin : near, width: Math.max(0, side < 0 ? near - margin : width - margin - near) };
    }),
  );
  const below = y + under + row / 2 + 4;
  const contrasting = contrasts.map((spot, index): MapSpot => ({ ...spot, x, y: below + index * row, left: margin, width: width - 2 * margin }));
  return {
    width,
    height: contrasts.length > 0 ? below + (contrasts.length - 0.5) * row + margin : y + under + margin,
    centre: { x, y, maxWidth: apart ? 2 * (Math.min(x, width - x) - margin) : 2 * radius - 60 },
    spots: [...placed, ...contrasting],
  };
}
