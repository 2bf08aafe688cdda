import { directionOf } from "../nearest";
import { along, valueAt, type PlacedNote, type Size, type Spot } from "./layout";
import type { SquareDesk, Values } from "./desk";
import { valueText } from "./words";

/** How far a pointer goes before it drags, in pixels. */
const slack = 4;
/** How far an arrow key moves a point. */
const step = 0.05;
/** How close to an end a drop is meant for it. */
const snap = 0.02;

/** What the picture tells of its points. */
export interface Picture {
  spotOf(point: HTMLElement): Spot | undefined;
  size(): Size;
  /** Puts every point back where its note stands. */
  redraw(): void;
  /** Gives the focus to a note's point. */
  focus(path: string): void;
}

/** A point that is being moved. */
interface Held {
  point: HTMLElement;
  note: PlacedNote;
  spot: Spot;
  values: Values;
  /** Where a pointer took it; undefined while keys move it. */
  grip?: { id: number; x: number; y: number; isFar: boolean };
}

/** Moves points by pointer, or by Shift and the arrow keys, and has written where they are let go. */
export class Mover {
  private held: Held | undefined;
  /** What is held has been let go, and is asked about or written. */
  private isWriting = false;
  private moved = false;
  /** A point is taken from its rail into the field, which costs it the focus for a moment. */
  private isRehung = false;
  private readonly readout: HTMLElement;

  constructor(
    private readonly root: HTMLElement,
    private readonly field: HTMLElement,
    private readonly desk: SquareDesk,
    private readonly picture: Picture,
  ) {
    this.readout = root.createDiv({ cls: "distinguo-plot-readout", attr: { "aria-live": "polite" } });
    root.addEventListener("pointerdown", (event) => this.take(event));
    root.addEventListener("pointermove", (event) => this.drag(event));
    root.addEventListener("pointerup", (event) => this.drop(event));
    root.addEventListener("pointercancel", (event) => {
      if (event.pointerId === this.held?.grip?.id) this.cancel();
    });
    root.addEventListener("keydown", (event) => this.onKey(event));
    root.addEventListener("keyup", (event) => {
      if (event.key === "Shift" && this.held && !this.held.grip) void this.commit();
    });
    root.addEventListener("focusout", () => {
      if (this.held && !this.held.grip && !this.isRehung) void this.commit();
    });
  }

  /** Whether a point is being moved, or what it was moved to is being written. */
  get isHeld(): boolean {
    return this.held !== undefined;
  }

  /** Whether the click that comes now ends a drag. Asked once. */
  hasMoved(): boolean {
    const { moved } = this;
    this.moved = false;
    return moved;
  }

  unload(): void {
    this.held = undefined;
  }

  private holding(target: EventTarget | null): Omit<Held, "grip"> | undefined {
    const { root } = this;
    const point = root.findAll(".distinguo-point").find((one) => one.contains(target as Node | null));
    const spot = point ? this.picture.spotOf(point) : undefined;
    const [note, ...others] = spot?.notes ?? [];
    if (!point || !spot || !note || others.length > 0) return undefined;
    return { point, note, spot, values: [note.position.axes[0]?.value, note.position.axes[1]?.value] };
  }

  private take(event: PointerEvent): void {
    this.moved = false;
    if (event.button !== 0 || event.ctrlKey || event.metaKey || this.held) return;
    const held = this.holding(event.target);
    if (held) this.held = { ...held, grip: { id: event.pointerId, x: event.clientX, y: event.clientY, isFar: false } };
  }

  private drag(event: PointerEvent): void {
    const { held } = this;
    const grip = held?.grip;
    if (!held || !grip || this.isWriting || event.pointerId !== grip.id) return;
    // It was let go where nobody heard of it.
    if (event.buttons === 0) {
      this.cancel();
      return;
    }
    if (!grip.isFar && Math.hypot(event.clientX - grip.x, event.clientY - grip.y) < slack) return;
    if (!grip.isFar) {
      grip.isFar = true;
      held.point.setPointerCapture(grip.id);
      held.point.addClass("is-moving");
    }
    const { left, top } = this.field.getBoundingClientRect();
    const { field } = this.picture.size();
    const zoom = this.field.getBoundingClientRect().width / this.field.offsetWidth || 1;
    const [x, y] = [(event.clientX - left) / zoom, (event.clientY - top) / zoom];
    const ended = (value: number): number => (value < snap ? 0 : value > 1 - snap ? 1 : value);
    const { zone } = held.spot;
    this.moveTo(held, [zone === "y" && x < 0 ? undefined : ended(valueAt(x, field)), zone === "x" && y > field ? undefined : ended(1 - valueAt(y, field))]);
  }

  private drop(event: PointerEvent): void {
    const { held } = this;
    if (!held?.grip || this.isWriting || event.pointerId !== held.grip.id) return;
    if (!held.grip.isFar) {
      this.held = undefined;
      return;
    }
    this.moved = true;
    void this.commit();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.held) {
      event.preventDefault();
      event.stopPropagation();
      this.cancel();
      return;
    }
    const [dx, dy] = directionOf(event.key);
    if (!event.shiftKey || event.altKey || event.ctrlKey || event.metaKey || (dx === 0 && dy === 0)) return;
    const held = this.held ?? this.holding(event.target);
    if (!held || ("grip" in held && held.grip)) return;
    event.preventDefault();
    if (this.isWriting) return;
    this.held = held;
    held.point.addClass("is-moving");
    const moved = (value: number | null | undefined, by: number): number | undefined => (by === 0 ? (value ?? undefined) : Math.min(1, Math.max(0, Math.round(((value ?? 0.5) + by) * 20) / 20)));
    this.moveTo(held, [moved(held.values[0], dx * step), moved(held.values[1], -dy * step)]);
  }

  /** Shows a point where it would stand. */
  private moveTo(held: Held, values: Values): void {
    const { field, rail, below } = this.picture.size();
    const [x, y] = values;
    held.values = values;
    // A point of a rail is drawn from the field's corner on, as soon as it is moved.
    if (held.point.parentElement !== this.field) {
      const { point } = held;
      this.isRehung = true;
      this.field.append(point);
      point.focus({ preventScroll: true });
      this.isRehung = false;
      if (held.grip) point.setPointerCapture(held.grip.id);
    }
    held.point.setCssProps({
      "--distinguo-x": `${(typeof x === "number" ? along(x, field) : -rail / 2).toFixed(1)}px`,
      "--distinguo-y": `${(typeof y === "number" ? field - along(y, field) : field + below + rail / 2).toFixed(1)}px`,
    });
    const { axes } = this.desk.about();
    // Where it doesn't cover the point.
    this.readout.toggleClass("is-low", (y ?? 0) > 0.6);
    this.readout.setText(axes.flatMap((axis, side) => {
      const value = values[side];
      return typeof value === "number" ? [`${axis.id} ${valueText(value, axis)}`] : [];
    }).join(", "));
  }

  private cancel(): void {
    if (this.isWriting) return;
    const isMoved = this.held?.grip?.isFar !== false;
    this.let();
    if (isMoved) this.picture.redraw();
  }

  /** Has written where the point is, and draws it where its note stands then. */
  private async commit(): Promise<void> {
    const { held } = this;
    if (!held || this.isWriting) return;
    this.isWriting = true;
    held.point.removeClass("is-moving");
    this.readout.empty();
    try {
      await this.desk.place(held.note, held.values);
    } finally {
      this.isWriting = false;
      this.let();
    }
    this.picture.redraw();
    if (!held.grip) this.picture.focus(held.note.path);
  }

  private let(): void {
    this.held?.point.removeClass("is-moving");
    this.held = undefined;
    this.readout.empty();
  }
}
