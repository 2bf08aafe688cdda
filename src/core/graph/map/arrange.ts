import { forceCollide, forceLink, forceManyBody, forceX, forceY, type Force, type SimulationLinkDatum, type SimulationNodeDatum } from "d3-force";
import type { Clusters } from "./clusters";
import type { Places } from "./kept";
import { placeNew } from "./place-new";
import type { VaultMap } from "./vault-map";

/** A node while it is moved; places are in pixels at zoom 1, about the origin. */
interface Body extends SimulationNodeDatum {
  x: number;
  y: number;
  vx: number;
  vy: number;
  radius: number;
}

interface Spring extends SimulationLinkDatum<Body> {
  source: Body;
  target: Body;
  pull: number;
  isInner: boolean;
}

/** How a map is laid out: `whole` lets forces work between all nodes, `clusters` only within each cluster, for maps that are too large for the former. */
export type MapPlan = "whole" | "clusters";

/** What is known of a layout while it is made. */
export interface Arranging {
  plan: MapPlan;
  points: readonly { x: number; y: number }[];
  /** How many steps are done, of how many. */
  done: number;
  of: number;
}

/** From here on one step of all forces would take longer than the engine may. */
const mostOfWhole = 1800;
/** More clusters than this are not moved by forces: the smaller ones lie round them. */
const mostOfDiscs = 800;
/** The nodes of a larger cluster stay as they are laid out at first. */
const mostOfCluster = 1000;
/** How far the nodes of a disc are apart, about. */
const gap = 19;
const golden = Math.PI * (3 - Math.sqrt(5));
const packing = 120;
const settling = { whole: 130, clusters: 36 } as const;

/** How large a node is drawn, in pixels at zoom 1. */
export function radiusOf(degree: number): number {
  return Math.min(15, 3.5 + 1.6 * Math.sqrt(degree));
}

/** Which plan a map of so many nodes is laid out by. */
export function planFor(count: number): MapPlan {
  return count <= mostOfWhole ? "whole" : "clusters";
}

/**
 * Lays out a map: each cluster as a disc, the discs beside those they are tied to, and then, step by step, by forces. Nothing in it
 * is left to chance, so equal maps come out equal. Where places were kept, what has one stays there, and only the rest is placed.
 * What is yielded is the same object each time, brought up to date; the first one is fit to be shown.
 */
export function* arrange(map: VaultMap, clusters: Clusters, places: Places): Generator<Arranging, Arranging> {
  const bodies = Array.from(map.degrees, (degree): Body => ({ x: 0, y: 0, vx: 0, vy: 0, radius: radiusOf(degree) }));
  const plan = planFor(bodies.length);
  const state: Arranging = { plan, points: bodies, done: 0, of: 1 };
  if (places.some((place) => place !== undefined)) {
    for (const placing = placeNew(map, bodies, places, state); placing.next().done !== true; ) yield state;
    return state;
  }
  const springs = Array.from(map.pulls, (pull, tie): Spring => {
    const [a = 0, b = 0] = [map.ends[2 * tie], map.ends[2 * tie + 1]];
    return { source: bodies[a] ?? nowhere(), target: bodies[b] ?? nowhere(), pull, isInner: clusters.of[a] === clusters.of[b] };
  });
  const discs = clusters.members.map((members) => disc(members.map((node) => bodies[node] ?? nowhere())));
  const ticks = discs.length > 600 ? packing / 4 : packing;
  state.of = ticks + settling[plan] * (plan === "whole" ? 1 : discs.length);
  spread(discs);
  carry(discs, clusters, bodies);
  yield state;
  const middle = discs.slice(0, mostOfDiscs);
  for (const packed = pack(middle, clusters, map, ticks); packed.next().done !== true; ) {
    state.done++;
    if (state.done % 20 === 0) carry(discs, clusters, bodies);
    yield state;
  }
  spread(discs.slice(mostOfDiscs), middle.reduce((far, { x, y, radius }) => Math.max(far, Math.hypot(x, y) + radius), 0));
  carry(discs, clusters, bodies);
  yield state;
  yield* plan === "whole" ? settleWhole(bodies, springs, discs, clusters, state) : settleEach(bodies, springs, discs, clusters, state);
  return state;
}

function nowhere(): Body {
  return { x: 0, y: 0, vx: 0, vy: 0, radius: 4 };
}

/** Lays nodes out as the seeds of a sunflower, the first in the middle, each relative to it; gives the disc. */
function disc(members: readonly Body[]): Body & { inner: { x: number; y: number }[] } {
  const inner = members.map((_, index) => {
    const away = gap * Math.sqrt(index + 0.1);
    return { x: away * Math.cos(index * golden), y: away * Math.sin(index * golden) };
  });
  return { ...nowhere(), radius: members.length === 0 ? 0 : gap * Math.sqrt(members.length) + 14, inner };
}

/** Puts the nodes of each disc where it is now. */
function carry(discs: readonly (Body & { inner: { x: number; y: number }[] })[], { members }: Clusters, bodies: readonly Body[]): void {
  members.forEach((list, cluster) => {
    const { x = 0, y = 0, inner = [] } = discs[cluster] ?? {};
    list.forEach((node, index) => Object.assign(bodies[node] ?? {}, { x: x + (inner[index]?.x ?? 0), y: y + (inner[index]?.y ?? 0) }));
  });
}

/** Lays out discs as a sunflower of discs, about one beside the other, round what reaches so far from the origin. */
function spread(discs: readonly Body[], inner = 0): void {
  let area = Math.PI * (inner / 1.25) ** 2;
  discs.forEach((body, index) => {
    const away = area === 0 ? 0 : Math.sqrt(area / Math.PI) * 1.25 + body.radius * 0.7;
    Object.assign(body, { x: away * Math.cos(index * golden), y: away * Math.sin(index * golden) });
    area += Math.PI * body.radius ** 2;
  });
}

/** Moves discs to where they are tied to, without one over another. */
function* pack(discs: readonly Body[], { of, names }: Clusters, { ends, pulls }: VaultMap, ticks: number): Generator<undefined> {
  const between = new Map<number, number>();
  pulls.forEach((pull, tie) => {
    const [a = 0, b = 0] = [of[ends[2 * tie] ?? 0], of[ends[2 * tie + 1] ?? 0]];
    const key = Math.min(a, b) * names.length + Math.max(a, b);
    if (a !== b) between.set(key, (between.get(key) ?? 0) + pull);
  });
  const springs = [...between].sort(([a], [b]) => a - b).flatMap(([key, pull]): Spring[] => {
    const [source, target] = [discs[Math.floor(key / names.length)], discs[key % names.length]];
    return source && target ? [{ source, target, pull, isInner: false }] : [];
  });
  const outer = Math.sqrt(discs.reduce((sum, { radius }) => sum + radius ** 2, 0));
  yield* move(discs, ticks, 0.5, [
    forceLink<Body, Spring>(springs).distance(({ source, target }) => source.radius + target.radius + 20).strength(({ source, target, pull }) => Math.min(0.25, (0.6 * pull) / Math.sqrt(source.radius * target.radius))),
    // What is tied to nothing drifts to the rim.
    forceX<Body>(0).strength((_, index) => (names[index] === "" ? 0.01 : 0.06)),
    forceY<Body>(0).strength((_, index) => (names[index] === "" ? 0.01 : 0.08)),
    forceManyBody<Body>().strength((body) => -body.radius * 3).distanceMax(2 * outer),
    forceCollide<Body>(({ radius }) => radius + 16).iterations(2),
  ]);
}

/** Lets forces work on bodies, cooling down, one tick for each yield. */
function* move(bodies: readonly Body[], ticks: number, alpha: number, forces: readonly Force<Body, Spring>[]): Generator<undefined> {
  // Without d3's simulation, which brings a timer of its own.
  bodies.forEach((body, index) => (body.index = index));
  let seed = 1;
  const random = (): number => (seed = (1664525 * seed + 1013904223) % 4294967296) / 4294967296;
  for (const force of forces) force.initialize?.([...bodies], random);
  const cooling = 0.02 ** (1 / ticks);
  for (let tick = 0, heat = alpha; tick < ticks; tick++, heat *= cooling) {
    for (const force of forces) force(heat);
    for (const body of bodies) {
      body.x += body.vx *= 0.6;
      body.y += body.vy *= 0.6;
    }
    yield;
  }
}

function* settleWhole(bodies: readonly Body[], springs: readonly Spring[], discs: readonly Body[], { of }: Clusters, state: Arranging): Generator<Arranging> {
  const homes = new Map(bodies.map((body, node) => [body, discs[of[node] ?? 0] ?? nowhere()]));
  const many = new Map<Body, number>();
  for (const { source, target } of springs) for (const body of [source, target]) many.set(body, (many.get(body) ?? 0) + 1);
  const share = ({ source, target }: Spring): number => 1 / Math.min(many.get(source) ?? 1, many.get(target) ?? 1);
  const home = (body: Body): number => (many.has(body) ? 0.06 : 0.3);
  const forces = [
    forceLink<Body, Spring>([...springs])
      .distance(({ source, target, isInner }) => source.radius + target.radius + (isInner ? 34 : 90))
      .strength((spring) => share(spring) * (spring.isInner ? 0.8 : 0.25) * Math.min(1, spring.pull)),
    forceManyBody<Body>().strength(({ radius }) => -14 * radius).distanceMax(420),
    forceX<Body>((body) => homes.get(body)?.x ?? 0).strength(home),
    forceY<Body>((body) => homes.get(body)?.y ?? 0).strength(home),
    forceCollide<Body>(({ radius }) => radius + 7),
  ];
  for (const moving = move(bodies, settling.whole, 0.7, forces); moving.next().done !== true; ) {
    state.done++;
    yield state;
  }
}

/** Lets forces work within each disc, which keeps its place and size. */
function* settleEach(bodies: readonly Body[], springs: readonly Spring[], discs: readonly Body[], { of, members, names }: Clusters, state: Arranging): Generator<Arranging> {
  const inner = members.map((): Spring[] => []);
  const numbers = new Map(bodies.map((body, node) => [body, node]));
  for (const spring of springs) if (spring.isInner) inner[of[numbers.get(spring.source) ?? 0] ?? 0]?.push(spring);
  for (const [cluster, list] of members.entries()) {
    const home = discs[cluster] ?? nowhere();
    const own = list.flatMap((node) => bodies[node] ?? []);
    const ticks = names[cluster] === "" || own.length < 3 || own.length > mostOfCluster ? 0 : settling.clusters;
    if (ticks > 0) {
      const forces = [
        forceLink<Body, Spring>(inner[cluster] ?? []).distance(({ source, target }) => source.radius + target.radius + 16).strength(0.15),
        forceManyBody<Body>().strength(-30).distanceMax(160),
        forceX<Body>(home.x).strength(0.12),
        forceY<Body>(home.y).strength(0.12),
        forceCollide<Body>(({ radius }) => radius + 3),
      ];
      for (const moving = move(own, ticks, 0.6, forces); moving.next().done !== true; ) {
        state.done++;
        yield state;
      }
    }
    state.done += settling.clusters - ticks;
    const furthest = own.reduce((far, { x, y, radius }) => Math.max(far, Math.hypot(x - home.x, y - home.y) + radius), 0);
    const share = Math.min(1, home.radius / Math.max(1, furthest));
    if (share < 1) for (const body of own) Object.assign(body, { x: home.x + (body.x - home.x) * share, y: home.y + (body.y - home.y) * share });
    yield state;
  }
}
