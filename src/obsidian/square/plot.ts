import type { AxisAbout } from "../../core/index";
import { Corners } from "./corners";
import { dotsOf, labelsOf } from "./labels";
import { along, edge, isSameNotes, neighborOf, spotsOf, type PlacedNote, type Size, type Spot } from "./layout";
import type { SquareDesk } from "./desk";
import { Mover } from "./mover";
import { isGuess, positionText } from "./words";

/** How thick a rail is, and how narrow and wide a field there can be. */
const rail = 24;
const narrowest = 48;
const widest = 560;
/** How many labels are measured: the rest would find no room. */
const mostLabels = 120;

/** The picture: notes as points in a field of two axes, those that are known on one axis alone on its rail. */
export class Plot {
  readonly el: HTMLElement;
  private readonly zones: Record<Spot["zone"], HTMLElement>;
  private readonly upEl: HTMLElement;
  private readonly acrossEl: HTMLElement;
  private readonly corners: Corners;
  private readonly captionEl: HTMLElement;
  private readonly mover: Mover;
  private spots: Spot[] = [];
  private points: HTMLElement[] = [];
  private notes: readonly PlacedNote[] = [];
  private active: string | null = null;
  private width = 0;
  /** What was drawn last. */
  private drawn = "";
  /** The point that the Tab key leads to. */
  private current = 0;

  constructor(parent: HTMLElement, private readonly desk: SquareDesk, name: string) {
    this.el = parent.createDiv({ cls: "distinguo-plot", attr: { role: "group", "aria-labelledby": name } });
    this.upEl = this.el.createDiv({ cls: "distinguo-plot-axis distinguo-plot-up" });
    const up = this.el.createDiv({ cls: "distinguo-plot-rail distinguo-plot-rail-y" });
    const field = this.el.createDiv({ cls: "distinguo-plot-field" });
    this.corners = new Corners(field);
    const across = this.el.createDiv({ cls: "distinguo-plot-rail distinguo-plot-rail-x" });
    this.acrossEl = this.el.createDiv({ cls: "distinguo-plot-axis distinguo-plot-across" });
    this.captionEl = this.el.createDiv({ cls: "distinguo-plot-caption", attr: { "aria-hidden": "true" } });
    this.zones = { field, x: across, y: up };
    this.mover = new Mover(this.el, field, desk, { spotOf: (point) => this.spots[this.points.indexOf(point)], size: () => this.size, redraw: () => this.draw(), focus: (path) => this.focus(path) });
    this.el.addEventListener("keydown", (event) => this.onKey(event));
    this.el.addEventListener("focusin", ({ target }) => {
      const at = this.points.findIndex((point) => point === target);
      if (at !== -1) this.keepStop(at);
    });
  }

  unload(): void {
    this.mover.unload();
    this.el.remove();
  }

  /** Shows notes where they stand. */
  show(notes: readonly PlacedNote[], active: string | null): void {
    const about = this.desk.about();
    const [across, up] = about.axes;
    const key = `${about.distinction} ${active ?? ""}`;
    const isDrawn = key === this.drawn && this.el.clientWidth === this.width && isSameNotes(notes, this.notes);
    this.notes = notes;
    this.active = active;
    if (isDrawn) return;
    this.drawn = key;
    this.drawAxis(this.acrossEl, across);
    this.drawAxis(this.upEl, up);
    this.captionEl.empty();
    for (const text of [`→ ${across.label}`, `↑ ${up.label}`]) this.captionEl.createSpan({ text });
    this.corners.draw(about);
    if (!this.mover.isHeld) this.draw();
  }

  /** Draws anew if the width has changed. */
  resize(): void {
    if (this.el.clientWidth !== this.width && !this.mover.isHeld) this.draw();
  }

  /** Gives the focus to a note's point. */
  focus(path: string): void {
    this.points[this.spots.findIndex(({ notes }) => notes.some((note) => note.path === path))]?.focus({ preventScroll: true });
  }

  private get size(): Size {
    const { field, x } = this.zones;
    return { field: Math.max(narrowest, Math.min(widest, field.clientWidth)), rail, below: x.offsetTop - field.offsetTop - field.offsetHeight };
  }

  private drawAxis(el: HTMLElement, { label, poles: [low, high] }: AxisAbout): void {
    el.empty();
    el.createSpan({ cls: "distinguo-plot-pole", text: low });
    el.createSpan({ cls: "distinguo-plot-axis-label", text: label });
    el.createSpan({ cls: "distinguo-plot-pole", text: high });
  }

  /** Writes at the axes what there is room for: what they are about goes into the caption, then the ends of the upright one go above and below the field. */
  private fitAxes(): void {
    const { el, acrossEl, upEl } = this;
    const isUpTight = (): boolean => upEl.scrollHeight > upEl.clientHeight;
    el.removeClasses(["is-captioned", "is-stacked"]);
    el.toggleClass("is-captioned", acrossEl.scrollWidth > acrossEl.clientWidth || isUpTight());
    el.toggleClass("is-stacked", isUpTight());
  }

  private draw(): void {
    this.width = this.el.clientWidth;
    if (this.width === 0) return;
    const focused = this.points.findIndex((point) => point.isActiveElement());
    const focusedPath = this.spots[focused]?.notes[0]?.path;
    const stopPath = this.spots[this.current]?.notes[0]?.path;
    for (const point of this.points) point.remove();
    this.fitAxes();
    const corners = this.corners.fit();
    const { size } = this;
    // The first choose their labels' room first: the active note, then what is given, then what is surest.
    const sureness = ({ notes: [first] }: Spot): number => (first?.position.axes ?? []).reduce((sum, axis) => sum + (axis?.sureness ?? 0), 0);
    this.spots = spotsOf(this.notes, size, this.active).sort((a, b) => Number(b.isActive) - Number(a.isActive) || sureness(b) - sureness(a));
    this.points = this.spots.map((spot) => this.drawSpot(spot));
    const labels = this.points.slice(0, mostLabels).map((point) => point.find(".distinguo-point-label"));
    const sizes = labels.map((label) => ({ width: label.offsetWidth, height: label.offsetHeight }));
    const placed = labelsOf(this.spots, sizes, size, corners);
    for (const [index, label] of placed.entries()) {
      const { x = 0 } = this.spots[index] ?? {};
      if (label) this.points[index]?.setCssProps({ "--distinguo-shift": `${-100 * label.shift}%` });
      this.points[index]?.addClass(label ? `is-labelled-${label.side}` : "is-unlabelled", x > size.field / 2 ? "is-beyond" : "is-before");
    }
    this.corners.giveWay([...dotsOf(this.spots), ...placed.flatMap((label) => (label ? [label.box] : []))]);
    const at = (path: string | undefined): number => (path === undefined ? -1 : this.spots.findIndex(({ notes }) => notes.some((note) => note.path === path)));
    this.keepStop(Math.max(0, at(stopPath)));
    if (focusedPath !== undefined) this.points[at(focusedPath)]?.focus({ preventScroll: true });
  }

  private drawSpot(spot: Spot): HTMLElement {
    const { zone, x, y, notes, isActive } = spot;
    const [first] = notes;
    const about = this.desk.about();
    const point = this.zones[zone].createEl("button", { cls: "distinguo-point", attr: { type: "button", tabindex: "-1" } });
    point.setCssProps({ "--distinguo-x": `${x.toFixed(1)}px`, "--distinguo-y": `${y.toFixed(1)}px` });
    point.toggleClass("is-active", isActive);
    if (!first) return point;
    const isMany = notes.length > 1;
    const label = point.createSpan({ cls: "distinguo-point-label", attr: { dir: "auto" } });
    label.setText(isMany ? `${notes.length} notes` : first.label);
    const isGuessed = notes.every(({ position }) => isGuess(position));
    point.toggleClass("is-guess", isGuessed);
    point.toggleClass("is-faint", isGuessed && notes.every(({ position: { axes } }) => axes.every((axis) => axis === null || axis.sureness < 0.35)));
    point.toggleClass("is-many", isMany);
    if (isMany) point.createSpan({ cls: "distinguo-point-count", text: notes.length > 99 ? "99+" : String(notes.length), attr: { "aria-hidden": "true" } });
    point.createSpan({ cls: "distinguo-spoken", text: isMany ? `: ${notes.slice(0, 5).map((note) => note.label).join(", ")}${notes.length > 5 ? ", and more" : ""}` : `: ${positionText(about, first.position)}${isActive ? "; the active note" : ""}` });
    point.addEventListener("click", (event) => {
      if (this.mover.hasMoved()) return;
      if (!isMany && (event.ctrlKey || event.metaKey)) this.desk.acts.open(first.path, event);
      else this.desk.choose(notes, point, event.detail === 0);
    });
    if (isMany) return point;
    point.addEventListener("auxclick", (event) => {
      if (event.button === 1) this.desk.acts.open(first.path, event);
    });
    point.addEventListener("dblclick", (event) => this.desk.acts.open(first.path, event));
    point.addEventListener("mouseover", (event) => this.desk.acts.hover(first.path, event, point));
    point.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      this.desk.menu(first, event, point);
    });
    return point;
  }

  private keepStop(at: number): void {
    this.points[this.current]?.setAttribute("tabindex", "-1");
    this.current = at;
    this.points[at]?.setAttribute("tabindex", "0");
  }

  /** Arrow keys go from point to point, Home and End to the first and the last. */
  private onKey(event: KeyboardEvent): void {
    const from = this.points.findIndex((point) => point === event.target);
    const [first, ...others] = this.spots[from]?.notes ?? [];
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && first && others.length === 0) {
      event.preventDefault();
      this.desk.acts.open(first.path, event);
    }
    if (from === -1 || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
    // In the pixels of the whole picture: the rails lie left of the field and below it.
    const { field, below } = this.size;
    const inPlot = this.spots.map(({ zone, x, y }) => ({ x: zone === "y" ? x - rail - edge : x, y: zone === "x" ? field + below + along(0, 0) + y : y }));
    const to = event.key === "Home" ? 0 : event.key === "End" ? this.points.length - 1 : event.key.startsWith("Arrow") ? neighborOf(inPlot, from, event.key) : -1;
    if (to === -1) return;
    event.preventDefault();
    this.points[to]?.focus();
  }
}
