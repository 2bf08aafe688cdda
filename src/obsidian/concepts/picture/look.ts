import { fitView, held, homeView, isLoose, showing, zoomed, type Size, type View } from "./camera";
import { hull, type Box, type Plan } from "./layout";
import type { Way } from "./outside";

/** Where one looks at the picture from, and what moves that. */
export class Look {
  private view: View = { x: 0, y: 0, scale: 1 };
  private size: Size = { width: 0, height: 0 };
  private plan: Pick<Plan, "home" | "bounds"> | undefined;
  /** Whether the picture was moved by hand since it has this middle. */
  private isMoved = false;
  /** The scale that was last chosen by hand. */
  private scale = 1;

  /** @param put puts the picture there, gliding or at once */
  constructor(private readonly put: (view: View, isLoose: boolean, glides: boolean) => void) {}

  get at(): View {
    return this.view;
  }

  get isLoose(): boolean {
    return this.plan !== undefined && isLoose(this.view, this.plan.bounds, this.size);
  }

  /** Looks at another middle. */
  start(): void {
    this.isMoved = false;
  }

  /**
   * Looks at what is drawn by now, from where one has looked so far.
   * @param by how far the picture is moved so that what was pressed stays under the pointer, in its own pixels
   */
  draw(plan: Pick<Plan, "home" | "bounds">, size: Size, glides: boolean, by?: { x: number; y: number }): void {
    this.plan = plan;
    if (by) {
      const { scale, x, y } = this.view;
      this.size = size;
      const view = { scale, x: x + by.x * scale, y: y + by.y * scale };
      const home = homeView(plan.home, size, this.scale);
      this.isMoved = scale !== home.scale || Math.abs(view.x - home.x) > 1 || Math.abs(view.y - home.y) > 1;
      this.set(view, glides);
      return;
    }
    if (this.isMoved) this.view.x += (size.width - this.size.width) / 2;
    this.size = size;
    this.set(this.isMoved ? held(this.view, plan.bounds, size) : homeView(plan.home, size, this.scale), glides);
  }

  pan(dx: number, dy: number, glides = false): void {
    this.move({ ...this.view, x: this.view.x + dx, y: this.view.y + dy }, glides);
  }

  zoom(factor: number, at = { x: this.size.width / 2, y: this.size.height / 2 }, glides = false): void {
    this.move(zoomed(this.view, factor, at), glides);
    this.scale = this.view.scale;
  }

  /** Shows all there is; and where that is shown already, what one sees at first. */
  fit(): void {
    if (!this.plan) return;
    const [home, all] = [homeView(this.plan.home, this.size), fitView(this.plan.bounds, this.size)];
    const isAll = Math.abs(all.scale - this.view.scale) < 0.01 && Math.abs(all.x - this.view.x) < 2;
    this.isMoved = !isAll && isLoose(home, this.plan.bounds, this.size);
    this.scale = 1;
    this.set(this.isMoved ? all : home, true);
  }

  /** Goes on to what lies outside, as far as there is something. */
  go(way: Way): void {
    if (!this.plan) return;
    const { view: { x, y, scale }, size: { width, height }, plan: { bounds } } = this;
    const most = 0.8;
    const left = { up: -bounds.top * scale - y, down: y + bounds.bottom * scale - height, left: -bounds.left * scale - x, right: x + bounds.right * scale - width }[way];
    const by = Math.max(0, Math.min(left + 6, most * (way === "up" || way === "down" ? height : width)));
    this.pan(way === "left" ? by : way === "right" ? -by : 0, way === "up" ? by : way === "down" ? -by : 0, true);
  }

  /** Brings boxes in sight, with as little movement as that takes: all of them, or the first where that is too much. */
  reveal(boxes: readonly Box[]): void {
    const [first] = boxes;
    if (!first) return;
    const { view, size } = this;
    const all = hull(boxes);
    const fits = (all.right - all.left) * view.scale < size.width && (all.bottom - all.top) * view.scale < size.height;
    const box = fits ? all : first;
    const next = showing(view, box, size);
    if (next.x !== view.x || next.y !== view.y) this.move(next, true);
  }

  private move(view: View, glides: boolean): void {
    if (!this.plan) return;
    this.isMoved = true;
    this.set(held(view, this.plan.bounds, this.size), glides);
  }

  private set(view: View, glides: boolean): void {
    this.view = view;
    this.put(view, this.isLoose, glides);
  }
}
