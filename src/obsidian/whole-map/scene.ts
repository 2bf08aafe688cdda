import { countsOf, drawMap, radiusAt, shownBy, windowOver, type MapContents, type MapCounts, type MapFilter, type MapLook, type MapWindow, type Picture, type Shown } from "../../core/index";
import { fontOf } from "./paint";

/** What of a map is looked at, and how. */
export class Scene {
  positions: Float32Array = new Float32Array();
  shown: Shown;
  /** The nodes that were moved by hand, with their places. */
  readonly moved = new Map<number, { x: number; y: number }>();
  /** The node that was chosen, and the one that the pointer is on. */
  chosen: number | undefined;
  hovered: number | undefined;
  /** The layout still goes on. */
  isMoving = true;
  readonly counts: MapCounts;
  private readonly widths = new Map<string, number>();

  constructor(
    readonly contents: MapContents,
    filter: (counts: MapCounts) => MapFilter,
  ) {
    this.counts = countsOf(contents);
    this.shown = shownBy(contents, filter(this.counts));
  }

  /** The node whose neighbours stand out. */
  get focus(): number | undefined {
    return this.hovered ?? this.chosen;
  }

  filter(filter: MapFilter): void {
    this.shown = shownBy(this.contents, filter);
    if (this.chosen !== undefined && !this.shown.nodes[this.chosen]) this.chosen = undefined;
    this.hovered = undefined;
  }

  /** Takes the places of a layout; what was moved by hand stays where it was put. */
  place(positions: Float32Array): void {
    this.positions = positions;
    for (const [node, { x, y }] of this.moved) positions.set([x, y], 2 * node);
  }

  move(node: number, x: number, y: number): void {
    this.moved.set(node, { x, y });
    this.positions.set([x, y], 2 * node);
  }

  at(node: number): { x: number; y: number } {
    return { x: this.positions[2 * node] ?? 0, y: this.positions[2 * node + 1] ?? 0 };
  }

  /** A window of a size over all that is shown. */
  whole(size: { width: number; height: number }): MapWindow {
    return windowOver(this.positions, this.shown.nodes, size);
  }

  /** The node at a point of a window, or close to it. */
  nodeAt(x: number, y: number, { zoom, width, height, ...window }: MapWindow, reach: number): number | undefined {
    let best: number | undefined;
    let least = reach;
    const { nodes } = this.shown;
    for (let node = 0; node < nodes.length; node++) {
      if (!nodes[node]) continue;
      const dx = ((this.positions[2 * node] ?? 0) - window.x) * zoom + width / 2 - x;
      const dy = ((this.positions[2 * node + 1] ?? 0) - window.y) * zoom + height / 2 - y;
      if (Math.abs(dx) > 30 || Math.abs(dy) > 30) continue;
      const away = Math.hypot(dx, dy) - radiusAt(this.contents.degrees[node] ?? 0, zoom);
      if (away < least) [best, least] = [node, away];
    }
    return best;
  }

  /** How wide and high all that is shown is at zoom 1. */
  extent(): { width: number; height: number } {
    const [xs, ys]: [number[], number[]] = [[], []];
    this.shown.nodes.forEach((isShown, node) => {
      if (!isShown) return;
      const { x, y } = this.at(node);
      xs.push(x);
      ys.push(y);
    });
    const span = (all: readonly number[]): number => all.reduce((high, one) => Math.max(high, one), -Infinity) - all.reduce((low, one) => Math.min(low, one), Infinity);
    return xs.length === 0 ? { width: 0, height: 0 } : { width: span(xs), height: span(ys) };
  }

  /** @param isLive whether what one points at and has moved stands out */
  draw(window: MapWindow, context: CanvasRenderingContext2D, look: MapLook, isLive = true): Picture {
    const { contents, positions, shown } = this;
    const [focus, moved] = isLive ? [this.focus, this.moved.keys()] : [undefined, []];
    const measure = (text: string, size: number, isStrong: boolean): number => {
      const key = `${size} ${isStrong ? "strong" : ""} ${text}`;
      const known = this.widths.get(key);
      if (known !== undefined) return known;
      context.font = fontOf(size, isStrong, look);
      const { width } = context.measureText(text);
      this.widths.set(key, width);
      return width;
    };
    return drawMap({ contents, positions, shown, window, focus, moved, isMoving: isLive && this.isMoving, measure });
  }

  /** Another font measures otherwise. */
  forgetWidths(): void {
    this.widths.clear();
  }
}
