import { Keymap } from "obsidian";
import type { MapLook, MapWindow } from "../../core/index";
import { onLongPress } from "../concepts/picture/long-press";
import { readLook } from "./look";
import { paint } from "./paint";
import type { Scene } from "./scene";

/** What happens on the stage. */
export interface StageActs {
  hover(node: number | undefined, event: PointerEvent): void;
  choose(node: number | undefined): void;
  open(node: number, event: MouseEvent | KeyboardEvent): void;
  menu(node: number | undefined, at: MouseEvent | { x: number; y: number }): void;
  moved(node: number): void;
  /** One looks at another part of the map. */
  turned(): void;
}

/** How far a pointer may go, in pixels, and still have only pressed. */
const still = 4;
const reaches: Record<string, number> = { mouse: 5, pen: 9, touch: 16 };
const zooms = { least: 0.02, most: 6 };
const flight = 380;
/** For how many frames a window may have no styles. */
const patience = 120;

interface Press {
  node: number | undefined;
  x: number;
  y: number;
  isDrag: boolean;
  button: number;
  /** From the node's middle to where it was taken, on the map. */
  dx: number;
  dy: number;
}

/** The canvas of the map: draws the scene, and turns what pointers and keys do on it into acts. */
export class MapStage {
  readonly canvas: HTMLCanvasElement;
  scene: Scene | undefined;
  window: MapWindow = { x: 0, y: 0, zoom: 1, width: 0, height: 0 };
  /** Whether one has not looked elsewhere yet: the whole map stays in sight while it settles. */
  isFitted = true;
  private look: MapLook | undefined;
  /** How often colours were looked up in vain. */
  private unstyled = 0;
  private frame: { win: Window; id: number } | undefined;
  private flying: { from: MapWindow; to: MapWindow; began: number } | undefined;
  private readonly pointers = new Map<number, { x: number; y: number }>();
  private press: Press | undefined;
  private readonly letGoOfPress: () => void;

  constructor(
    private readonly parent: HTMLElement,
    private readonly acts: StageActs,
    names: { label: string; help: string },
    /** Whether the wheel zooms by itself; else only with Ctrl or by pinching, and scrolls what the map stands in. */
    private readonly takesWheel = true,
  ) {
    this.canvas = parent.createEl("canvas", { cls: "distinguo-map-canvas", attr: { tabindex: 0, role: "application", "aria-roledescription": "map", "aria-labelledby": names.label, "aria-describedby": names.help } });
    const { canvas } = this;
    this.letGoOfPress = onLongPress(canvas, (_, at) => {
      this.press = undefined;
      this.acts.menu(this.nodeAt({ clientX: at.x, clientY: at.y }, "touch"), at);
    });
    canvas.addEventListener("pointerdown", (event) => this.onDown(event));
    canvas.addEventListener("pointermove", (event) => this.onMove(event));
    canvas.addEventListener("pointerup", (event) => this.onUp(event, true));
    canvas.addEventListener("pointercancel", (event) => this.onUp(event, false));
    canvas.addEventListener("pointerleave", (event) => this.acts.hover(undefined, event));
    canvas.addEventListener("wheel", (event) => this.onWheel(event), { passive: false });
    canvas.addEventListener("keydown", (event) => this.onKey(event));
    canvas.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      this.acts.menu(this.nodeAt(event, "mouse"), event);
    });
  }

  /** Ends what is still to come. */
  close(): void {
    if (this.frame) this.frame.win.cancelAnimationFrame(this.frame.id);
    this.frame = undefined;
    this.flying = undefined;
    this.letGoOfPress();
    this.canvas.remove();
  }

  /** Another theme, or another window: colours and sharpness are looked up anew. */
  restyle(): void {
    this.look = undefined;
    this.unstyled = 0;
    this.scene?.forgetWidths();
    this.draw();
  }

  /** Draws with the next frame. */
  draw(): void {
    if (this.frame?.win === this.canvas.win) return;
    if (this.frame) this.frame.win.cancelAnimationFrame(this.frame.id);
    const { win } = this.canvas;
    this.frame = {
      win,
      id: win.requestAnimationFrame(() => {
        this.frame = undefined;
        this.drawNow();
      }),
    };
  }

  fit(): void {
    this.isFitted = true;
    if (this.scene) this.flyTo(this.scene.whole(this.size()));
  }

  /** Brings a node into the middle, near enough to read its name. */
  flyToNode(node: number): void {
    if (!this.scene) return;
    this.isFitted = false;
    this.flyTo({ ...this.scene.at(node), ...this.size(), zoom: Math.max(this.window.zoom, 0.9) });
  }

  zoomBy(factor: number, at = { x: this.window.width / 2, y: this.window.height / 2 }): void {
    this.flying = undefined;
    this.isFitted = false;
    const { x, y, zoom, width, height } = this.window;
    const next = Math.min(zooms.most, Math.max(zooms.least, zoom * factor));
    // What is under the pointer stays there.
    const shift = 1 / zoom - 1 / next;
    this.window = { ...this.window, x: x + (at.x - width / 2) * shift, y: y + (at.y - height / 2) * shift, zoom: next };
    this.acts.turned();
    this.draw();
  }

  panBy(dx: number, dy: number): void {
    this.flying = undefined;
    this.isFitted = false;
    this.window = { ...this.window, x: this.window.x - dx / this.window.zoom, y: this.window.y - dy / this.window.zoom };
    this.acts.turned();
    this.draw();
  }

  /** The place of a node in the window's own coordinates. */
  placeOf(node: number): { x: number; y: number } {
    const { left, top } = this.canvas.getBoundingClientRect();
    const { x = 0, y = 0 } = this.scene?.at(node) ?? {};
    const { zoom, width, height } = this.window;
    return { x: left + (x - this.window.x) * zoom + width / 2, y: top + (y - this.window.y) * zoom + height / 2 };
  }

  get theme(): MapLook {
    if (this.look) return this.look;
    const look = readLook(this.parent);
    // A window that has just been opened may have no styles yet.
    const hasStyles = this.parent.win.getComputedStyle(this.parent).getPropertyValue("--background-primary") !== "";
    if (hasStyles || ++this.unstyled > patience) this.look = look;
    else this.draw();
    return look;
  }

  private size(): { width: number; height: number } {
    return { width: this.canvas.clientWidth, height: this.canvas.clientHeight };
  }

  private flyTo(to: MapWindow): void {
    if (this.canvas.win.matchMedia("(prefers-reduced-motion: reduce)").matches) this.window = to;
    else this.flying = { from: this.window, to, began: this.canvas.win.performance.now() };
    this.acts.turned();
    this.draw();
  }

  private drawNow(): void {
    const { canvas, scene } = this;
    const size = this.size();
    if (!scene || size.width === 0 || size.height === 0) return;
    const ratio = canvas.win.devicePixelRatio;
    const [wide, high] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
    if (canvas.width !== wide) canvas.width = wide;
    if (canvas.height !== high) canvas.height = high;
    this.window = this.isFitted && !this.flying ? scene.whole(size) : { ...this.window, ...size };
    if (this.flying) this.fly(this.flying, size);
    const context = canvas.getContext("2d");
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const picture = scene.draw(this.window, context, this.theme);
    paint(context, picture, this.theme);
    if (this.flying) this.draw();
  }

  private fly({ from, to, began }: { from: MapWindow; to: MapWindow; began: number }, size: { width: number; height: number }): void {
    const share = Math.min(1, (this.canvas.win.performance.now() - began) / flight);
    const eased = 1 - (1 - share) ** 3;
    const between = (a: number, b: number): number => a + (b - a) * eased;
    this.window = { x: between(from.x, to.x), y: between(from.y, to.y), zoom: from.zoom * (to.zoom / from.zoom) ** eased, ...size };
    if (share === 1) this.flying = undefined;
  }

  private point(event: Pick<MouseEvent, "clientX" | "clientY">): { x: number; y: number } {
    const { left, top } = this.canvas.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  private nodeAt(event: Pick<MouseEvent, "clientX" | "clientY">, pointer: string): number | undefined {
    const { x, y } = this.point(event);
    return this.scene?.nodeAt(x, y, this.window, reaches[pointer] ?? 9);
  }

  private onMap({ x, y }: { x: number; y: number }): { x: number; y: number } {
    const { zoom, width, height } = this.window;
    return { x: (x - width / 2) / zoom + this.window.x, y: (y - height / 2) / zoom + this.window.y };
  }

  private onDown(event: PointerEvent): void {
    if (event.button > 1) return;
    // The middle button would begin to scroll.
    if (event.button === 1) event.preventDefault();
    this.canvas.focus({ preventScroll: true });
    this.canvas.setPointerCapture(event.pointerId);
    const at = this.point(event);
    this.pointers.set(event.pointerId, at);
    if (this.pointers.size > 1) {
      this.press = undefined;
      return;
    }
    this.flying = undefined;
    const node = this.nodeAt(event, event.pointerType);
    const place = node === undefined ? undefined : this.scene?.at(node);
    const on = this.onMap(at);
    this.press = { node, ...at, isDrag: false, button: event.button, dx: on.x - (place?.x ?? on.x), dy: on.y - (place?.y ?? on.y) };
  }

  private onMove(event: PointerEvent): void {
    const at = this.point(event);
    const before = this.pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== "touch") this.acts.hover(this.nodeAt(event, event.pointerType), event);
      return;
    }
    this.pointers.set(event.pointerId, at);
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
      this.panBy((at.x - before.x) / 2, (at.y - before.y) / 2);
      this.zoomBy(Math.hypot(at.x - other.x, at.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y)), middle);
      return;
    }
    const { press } = this;
    if (!press) return;
    press.isDrag ||= Math.hypot(at.x - press.x, at.y - press.y) > still;
    if (!press.isDrag) return;
    this.canvas.addClass("is-dragging");
    if (press.node === undefined) this.panBy(at.x - before.x, at.y - before.y);
    else {
      const { x, y } = this.onMap(at);
      this.isFitted = false;
      this.scene?.move(press.node, x - press.dx, y - press.dy);
      this.draw();
    }
  }

  private onUp(event: PointerEvent, isDone: boolean): void {
    this.pointers.delete(event.pointerId);
    this.canvas.removeClass("is-dragging");
    const { press } = this;
    this.press = undefined;
    if (!press || !isDone) return;
    const { node } = press;
    if (press.isDrag) {
      if (node !== undefined) this.acts.moved(node);
      return;
    }
    const isTouch = event.pointerType === "touch";
    const wasChosen = node !== undefined && this.scene?.chosen === node;
    this.acts.choose(node);
    // A finger cannot hover: its first tap shows what a note is tied to, its second opens it.
    if (node !== undefined && (!isTouch || wasChosen)) this.acts.open(node, event);
  }

  private onWheel(event: WheelEvent): void {
    if (!this.takesWheel && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1;
    const delta = Math.max(-240, Math.min(240, event.deltaY * lines));
    this.zoomBy(Math.exp(-delta * (event.ctrlKey ? 0.01 : 0.0018)), this.point(event));
  }

  private onKey(event: KeyboardEvent): void {
    const step = event.shiftKey ? 200 : 50;
    const chosen = this.scene?.chosen;
    const pans: Record<string, [number, number]> = { ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };
    const pan = pans[event.key];
    if (pan && event.altKey && chosen !== undefined && this.scene) {
      const { x, y } = this.scene.at(chosen);
      this.scene.move(chosen, x - (pan[0] / step) * (event.shiftKey ? 60 : 12), y - (pan[1] / step) * (event.shiftKey ? 60 : 12));
      this.acts.moved(chosen);
      this.draw();
    } else if (event.key === "Enter" && chosen !== undefined) this.acts.open(chosen, event);
    else if ((event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) && chosen !== undefined) this.acts.menu(chosen, this.placeOf(chosen));
    else if (event.key === "Escape" && chosen !== undefined) this.acts.choose(undefined);
    else if (Keymap.isModifier(event, "Mod") || event.altKey) return;
    else if (pan) this.panBy(...pan);
    else if (event.key === "+" || event.key === "=") this.zoomBy(1.3);
    else if (event.key === "-" || event.key === "_") this.zoomBy(1 / 1.3);
    else if (event.key === "0") this.fit();
    else return;
    event.preventDefault();
  }
}
