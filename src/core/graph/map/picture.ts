import { shownLabel } from "../export/label-size";
import { radiusOf } from "./arrange";
import { toneOf, type Shown } from "./filter";
import { placeLabels, type LabelWish, type PlacedLabel } from "./labels";
import type { MapContents } from "./map-maker";
import { tieKinds, widerIsFirst, widerIsSecond, type TieKind } from "./vault-map";

/** Which part of a map is seen: the point in the middle, pixels for each unit of the map, and the size in pixels. */
export interface MapWindow {
  x: number;
  y: number;
  zoom: number;
  width: number;
  height: number;
}

/** Lines of one look: x and y of one end, then of the other, and so on. */
export interface PictureLines {
  kind: TieKind;
  state: "plain" | "lit" | "faint";
  /** How far their colour shows, from 0 to 1: the more lines, the less. */
  opacity: number;
  at: number[];
}

/** Dots of one look: x, y, radius and the node's number, and so on. */
export interface PictureDots {
  tone: number;
  isMissing: boolean;
  isNote: boolean;
  isFaint: boolean;
  at: number[];
}

/** What is to be drawn of a map, in pixels of its window: one list for the canvas, SVG and PNG. */
export interface Picture {
  width: number;
  height: number;
  /** Where too many ties are in sight, one broad line for all between two clusters: its ends and its width. */
  bands: number[];
  /** How many ties the bands stand for. */
  bundled: number;
  lines: PictureLines[];
  /** Heads at the wider end of hierarchies: x, y and the direction in radians. */
  arrows: { isFaint: boolean; at: number[] };
  dots: PictureDots[];
  /** Rings round nodes: the one in focus, and those that were moved by hand. */
  rings: { x: number; y: number; radius: number; isFocus: boolean }[];
  labels: PlacedLabel[];
}

/** What a picture is made of. */
export interface PictureRequest {
  contents: MapContents;
  /** x and y of each node. */
  positions: ArrayLike<number>;
  shown: Shown;
  window: MapWindow;
  /** The node whose neighbours stand out; undefined for none. */
  focus?: number | undefined;
  /** The nodes that were moved by hand. */
  moved?: Iterable<number>;
  /** The layout still goes on: a part of the ties, and only the names of clusters, keep up with it. */
  isMoving?: boolean;
  /** How wide a text is in pixels, at a size in pixels, in a strong font or not. */
  measure: (text: string, size: number, isStrong: boolean) => number;
}

/** More lines than this are not drawn one by one. */
const mostLines = 7000;
/** While the layout goes on, about so many are drawn. */
const mostMoving = 2000;
/** Up to so many lines show as much as they can. */
const fewLines = 700;
/** Below this zoom clusters carry their names. */
const titlesBelow = 0.75;
/** A map that has room is drawn no larger than this. */
const most = 1.4;
/** From this zoom on nodes carry theirs too. */
const nodesFrom = 0.25;

/** How large a node is in a window of some zoom: it shrinks and grows more slowly than the map. */
export function radiusAt(degree: number, zoom: number): number {
  return scaled(degree, scaleOf(zoom));
}

function scaleOf(zoom: number): number {
  return zoom ** (zoom < 1 ? 0.8 : 0.45);
}

function scaled(degree: number, scale: number): number {
  return Math.max(0.8, radiusOf(degree) * scale);
}

/** The nodes that are tied to one by ties that are shown. */
function neighborsIn({ ends }: MapContents, { ties }: Shown, node: number): Set<number> {
  const found = new Set<number>();
  for (let tie = 0; tie < ties.length; tie++) {
    const a = ends[2 * tie] ?? 0;
    const b = ends[2 * tie + 1] ?? 0;
    if (ties[tie] !== 0 && (a === node || b === node)) found.add(a === node ? b : a);
  }
  return found;
}

/** The smallest window of a size in which all that is shown has room, with a margin; the middle of the map where there is nothing. */
export function windowOver(positions: ArrayLike<number>, nodes: ArrayLike<number>, { width, height }: { width: number; height: number }): MapWindow {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let node = 0; node < nodes.length; node++) {
    if (!nodes[node]) continue;
    const x = positions[2 * node] ?? 0;
    const y = positions[2 * node + 1] ?? 0;
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  if (left > right) return { x: 0, y: 0, zoom: 1, width, height };
  const margin = 40;
  const room = (size: number): number => Math.max(1, size - 2 * Math.min(margin, size / 8));
  const zoom = Math.min(most, room(width) / Math.max(1, right - left), room(height) / Math.max(1, bottom - top));
  return { x: (left + right) / 2, y: (top + bottom) / 2, zoom, width, height };
}

/** Makes the picture of a map as it is seen through a window. */
export function drawMap(request: PictureRequest): Picture {
  const { contents, positions, shown, window, focus, moved = [] } = request;
  const { width, height, zoom } = window;
  const xs = new Float32Array(shown.nodes.length);
  const ys = new Float32Array(shown.nodes.length);
  for (let node = 0; node < xs.length; node++) {
    xs[node] = ((positions[2 * node] ?? 0) - window.x) * zoom + width / 2;
    ys[node] = ((positions[2 * node + 1] ?? 0) - window.y) * zoom + height / 2;
  }
  const scale = scaleOf(zoom);
  const size = (node: number): number => scaled(contents.degrees[node] ?? 0, scale);
  const lit = focus === undefined ? undefined : neighborsIn(contents, shown, focus);
  const isLit = (node: number): boolean => lit === undefined || node === focus || lit.has(node);

  const { lines, arrows, bands, bundled } = drawTies(request, { xs, ys, size });
  const dots = new Map<number, PictureDots>();
  const margin = 20;
  for (let index = contents.order.length - 1; index >= 0; index--) {
    const node = contents.order[index] ?? 0;
    if (!shown.nodes[node]) continue;
    const x = xs[node] ?? 0;
    const y = ys[node] ?? 0;
    if (x < -margin || y < -margin || x > width + margin || y > height + margin) continue;
    const tone = toneOf(contents, contents.clusters[node] ?? 0);
    const kind = contents.kinds[node] ?? 0;
    const isFaint = !isLit(node);
    const key = (tone * 3 + kind) * 2 + Number(!isFaint);
    const group = dots.get(key) ?? { tone, isMissing: kind === 2, isNote: kind === 1, isFaint, at: [] };
    group.at.push(x, y, size(node), node);
    dots.set(key, group);
  }
  const ring = (node: number, isFocus: boolean) => (shown.nodes[node] ? [{ x: xs[node] ?? 0, y: ys[node] ?? 0, radius: size(node) + (isFocus ? 4 : 2.5), isFocus }] : []);
  const rings = [...[...moved].flatMap((node) => ring(node, false)), ...(focus === undefined ? [] : ring(focus, true))];
  const labels = placeLabels(wishes(request, { xs, ys, size, lit }), request.isMoving === true ? [] : obstacles([...dots.values()]), { width, height, zoom });
  return { width, height, bands, bundled, lines, arrows, dots: [...dots.values()].sort((a, b) => Number(b.isFaint) - Number(a.isFaint)), rings, labels };
}

/** Where nodes are in the window, and how large. */
interface Screen {
  xs: Float32Array;
  ys: Float32Array;
  size: (node: number) => number;
}

function drawTies({ contents, shown, window: { width, height, zoom }, focus, isMoving = false }: PictureRequest, { xs, ys, size }: Screen): Pick<Picture, "lines" | "arrows" | "bands" | "bundled"> {
  const { ends, clusters } = contents;
  const inSight: number[] = [];
  const own: number[] = [];
  const stride = isMoving && focus === undefined ? Math.max(1, Math.round(shown.ties.length / mostMoving)) : 1;
  for (let tie = 0; tie < shown.ties.length; tie += stride) {
    if (!shown.ties[tie]) continue;
    const a = ends[2 * tie] ?? 0;
    const b = ends[2 * tie + 1] ?? 0;
    const ax = xs[a] ?? 0;
    const ay = ys[a] ?? 0;
    const bx = xs[b] ?? 0;
    const by = ys[b] ?? 0;
    if ((ax < 0 && bx < 0) || (ay < 0 && by < 0) || (ax > width && bx > width) || (ay > height && by > height)) continue;
    if (a === focus || b === focus) own.push(tie);
    else inSight.push(tie);
  }
  const lines = new Map<string, PictureLines>();
  const arrows = { isFaint: focus !== undefined, at: [] as number[] };
  const add = (tie: number, state: PictureLines["state"]): void => {
    const a = ends[2 * tie] ?? 0;
    const b = ends[2 * tie + 1] ?? 0;
    const kind = tieKinds[(shown.ties[tie] ?? 1) - 1] ?? "related";
    const look = kind + state;
    const group = lines.get(look) ?? { kind, state, opacity: opacityOf(kind, state, inSight.length), at: [] };
    group.at.push(xs[a] ?? 0, ys[a] ?? 0, xs[b] ?? 0, ys[b] ?? 0);
    lines.set(look, group);
    if (kind !== "hierarchy" || zoom < 0.5) return;
    const bits = contents.tieKinds[tie] ?? 0;
    for (const [bit, head, tail] of [[widerIsFirst, a, b], [widerIsSecond, b, a]] as const) {
      if ((bits & bit) === 0) continue;
      const [x, y] = [xs[head] ?? 0, ys[head] ?? 0];
      const angle = Math.atan2(y - (ys[tail] ?? 0), x - (xs[tail] ?? 0));
      arrows.at.push(x - Math.cos(angle) * size(head), y - Math.sin(angle) * size(head), angle);
    }
  };
  const bands: number[] = [];
  const isBundled = inSight.length > mostLines;
  if (isBundled) {
    const centres = centresOf(contents, shown, { xs, ys });
    const between = new Map<number, number>();
    for (const tie of inSight) {
      const a = clusters[ends[2 * tie] ?? 0] ?? 0;
      const b = clusters[ends[2 * tie + 1] ?? 0] ?? 0;
      const key = a < b ? a * 65536 + b : b * 65536 + a;
      if (a !== b) between.set(key, (between.get(key) ?? 0) + 1);
    }
    const most = [...between.values()].reduce((high, count) => Math.max(high, count), 1);
    // Where everything is tied to everything, the strongest tell more than all.
    const told = [...between].sort(([a, many], [b, few]) => few - many || a - b).slice(0, 3 * centres.size);
    for (const [key, count] of told) {
      const [from, to] = [centres.get(Math.floor(key / 65536)), centres.get(key % 65536)];
      if (from && to) bands.push(from.x, from.y, to.x, to.y, Math.max(0.5, 7 * (count / most)));
    }
  } else {
    for (const tie of inSight) add(tie, focus === undefined ? "plain" : "faint");
  }
  for (const tie of own) add(tie, "lit");
  return { lines: [...lines.values()], arrows, bands, bundled: isBundled ? inSight.length : 0 };
}

function opacityOf(kind: TieKind, state: PictureLines["state"], count: number): number {
  if (state === "lit") return 1;
  const crowd = Math.max(0.35, Math.min(1, Math.sqrt(fewLines / Math.max(1, count))));
  return (state === "faint" ? 0.12 : kind === "contrast" || kind === "hierarchy" ? 0.75 : 0.45) * crowd;
}

/** The middle and the size of what is shown of each cluster. */
function centresOf({ clusters }: MapContents, { nodes }: Shown, { xs, ys }: Pick<Screen, "xs" | "ys">): Map<number, { x: number; y: number; count: number; spread: number }> {
  const centres = new Map<number, { x: number; y: number; count: number; spread: number }>();
  for (let node = 0; node < nodes.length; node++) {
    if (!nodes[node]) continue;
    const cluster = clusters[node] ?? 0;
    let centre = centres.get(cluster);
    if (!centre) centres.set(cluster, (centre = { x: 0, y: 0, count: 0, spread: 0 }));
    const x = xs[node] ?? 0;
    const y = ys[node] ?? 0;
    centre.x += x;
    centre.y += y;
    centre.spread += x * x + y * y;
    centre.count++;
  }
  for (const centre of centres.values()) {
    centre.x /= centre.count;
    centre.y /= centre.count;
    centre.spread = Math.sqrt(Math.max(0, centre.spread / centre.count - centre.x ** 2 - centre.y ** 2));
  }
  return centres;
}

/** Which labels there could be, the most wanted first. */
function* wishes({ contents, shown, window, focus, measure, isMoving = false }: PictureRequest, { xs, ys, size, lit }: Screen & { lit: ReadonlySet<number> | undefined }): Generator<LabelWish> {
  const { zoom, width, height } = window;
  const wish = (node: number, isStrong: boolean): LabelWish => {
    const fontSize = isStrong ? 14 : 12;
    const text = shownLabel(contents.labels[node] ?? "");
    return { text, size: fontSize, width: measure(text, fontSize, isStrong), x: xs[node] ?? 0, y: ys[node] ?? 0, away: size(node), tone: toneOf(contents, contents.clusters[node] ?? 0), isTitle: false, isStrong, isMissing: contents.kinds[node] === 2, isAbove: node === focus };
  };
  const isSeen = (node: number): boolean => {
    if (!shown.nodes[node]) return false;
    const [x = 0, y = 0] = [xs[node], ys[node]];
    return x > 0 && y > 0 && x < width && y < height;
  };
  if (focus !== undefined && isSeen(focus)) yield wish(focus, true);
  const titled = new Set<number>();
  if (focus === undefined && zoom < titlesBelow) {
    const centres = [...centresOf(contents, shown, { xs, ys })].filter(([cluster, { count, spread }]) => count > 3 && spread > 14 && contents.clusterNames[cluster] !== "");
    for (const [cluster, { x, y, count }] of centres.sort(([a, one], [b, other]) => other.count - one.count || a - b)) {
      const fontSize = Math.round(Math.max(13, Math.min(18, 8 + Math.sqrt(count))));
      const text = shownLabel(contents.clusterNames[cluster] ?? "");
      titled.add(cluster);
      yield { text, size: fontSize, width: measure(text, fontSize, true), x, y, away: 0, tone: toneOf(contents, cluster), isTitle: true, isStrong: true, isMissing: false, isAbove: true };
    }
  }
  // From far away the names of clusters are all that can be read.
  if (focus === undefined && (isMoving || (zoom < nodesFrom && titled.size > 0))) return;
  const leading = Math.max(3, contents.order.length / 60);
  for (const [rank, node] of contents.order.entries()) {
    if (node === focus || (lit && !lit.has(node)) || !isSeen(node)) continue;
    // The first of a cluster is what its title names.
    if (titled.delete(contents.clusters[node] ?? 0)) continue;
    yield wish(node, lit === undefined && rank < leading);
  }
}

/** Boxes of the largest dots, which labels keep clear of. */
function obstacles(dots: readonly PictureDots[]): { left: number; top: number; right: number; bottom: number }[] {
  const found: { left: number; top: number; right: number; bottom: number }[] = [];
  for (const { at, isFaint } of dots) {
    if (isFaint) continue;
    for (let index = 0; index < at.length && found.length < 500; index += 4) {
      const x = at[index] ?? 0;
      const y = at[index + 1] ?? 0;
      const radius = at[index + 2] ?? 0;
      if (radius >= 5) found.push({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
    }
  }
  return found;
}
