import { Platform, type Point } from "obsidian";
import type { Around, TieGroup } from "../../core/index";
import { nearest } from "../nearest";
import type { Desk } from "./desk";
import type { Spot } from "./outlook";
import { edgesOf, type Edge } from "./picture/edges";
import { Foot } from "./picture/foot";
import { onGestures } from "./picture/gestures";
import { pressKey, type KeyActs } from "./picture/keys";
import { boxOf, folded, layOut, type Box, type Plan, type Standing } from "./picture/layout";
import { drawLines } from "./picture/lines";
import { onLongPress } from "./picture/long-press";
import { Look } from "./picture/look";
import { outside } from "./picture/outside";
import { onPinning } from "./picture/pinning";
import { Pointing, type Pointed } from "./picture/pointing";
import { Rests } from "./picture/rests";
import { place, Spots } from "./picture/spots";
import { stageOf, type Frame } from "./picture/stage";
import { Told } from "./picture/told";
import { whatItIs } from "./picture/words";
import { mostInPicture, within } from "./picture/within";

let pictures = 0;

/** The picture of what lies round a concept: buttons over lines, on a ground that can be moved. */
export class ConceptMap {
  private readonly el: HTMLElement;
  private readonly ground: HTMLElement;
  private readonly world: HTMLElement;
  private readonly captionsEl: HTMLElement;
  private readonly leftEl: HTMLElement;
  private readonly foot: Foot;
  private readonly told: Told;
  private readonly spots: Spots;
  private readonly rests: Rests;
  private readonly look: Look;
  private readonly pointing: Pointing;
  private readonly sizes: ResizeObserver;
  private readonly letGoOfPress: () => void;
  private edges: readonly Edge[] = [];
  private lines = new Map<string, SVGElement>();
  private around: Around | undefined;
  private pins: Readonly<Record<string, Spot>> = {};
  private plan: Plan | undefined;
  private standing: (Standing & { isWide: boolean }) | undefined;
  private readonly unfolded = new Set<TieGroup>();
  private width = 0;
  private height = 0;
  private shown = "";
  /** The key of the node, or the part of the count, that the tabulator key comes to. */
  private stop = "";
  /** The node that is being opened or closed from here, and whether by the pointer: under that it must stay. */
  private awaited: { key: string; byPointer: boolean } | undefined;
  private marked: string | null = null;

  constructor(
    parent: HTMLElement,
    private readonly desk: Desk,
  ) {
    const id = `distinguo-map-${pictures++}`;
    this.el = parent.createDiv({ cls: "distinguo-map", attr: { role: "group", "aria-roledescription": "map", "aria-labelledby": id } });
    this.el.createSpan({ text: "Map of the concept: arrow keys go from name to name, space opens what lies beyond one, Shift and an arrow key pin it a little further on", attr: { id, hidden: "" } });
    this.ground = this.el.createDiv({ cls: "distinguo-map-ground", attr: { tabindex: "-1" } });
    this.world = this.ground.createDiv({ cls: "distinguo-map-world" });
    this.captionsEl = this.world.createDiv();
    this.spots = new Spots(this.world, desk, id, (key) => this.toggle(key, true));
    this.rests = new Rests(this.world, (zone) => this.fold(zone));
    this.look = new Look((view, isLoose, glides) => {
      this.world.toggleClass("is-flying", glides);
      this.world.setCssProps({ "--distinguo-pan-x": `${Math.round(view.x)}px`, "--distinguo-pan-y": `${Math.round(view.y)}px`, "--distinguo-scale": String(view.scale) });
      this.el.toggleClass("is-loose", isLoose);
      this.showOutside();
    });
    this.leftEl = this.el.createDiv({ cls: "distinguo-map-left" });
    this.foot = new Foot(this.el, { zoom: (factor) => this.look.zoom(factor, undefined, true), fit: () => this.look.fit(), go: (way) => this.look.go(way) });
    this.told = new Told(this.el, desk);

    this.pointing = new Pointing(this.el, this.ground, (pointed) => this.point(pointed));
    onGestures(this.ground, {
      pan: (dx, dy) => this.look.pan(dx, dy),
      zoom: (factor, at) => this.look.zoom(factor, at),
      isLoose: () => this.look.isLoose,
      press: () => {
        this.pointing.letGo();
        this.ground.focus({ preventScroll: true });
      },
    });
    onPinning(this.ground, {
      node: (target) => this.pinnable(target),
      middle: () => this.middleAt(),
      pin: (key, spot) => desk.pin(key, spot),
    });
    this.letGoOfPress = onLongPress(this.ground, (target, at) => this.menu(target, at));
    this.ground.addEventListener("contextmenu", (event) => this.menu(event.targetNode, event) && event.stopPropagation(), { capture: true });
    this.ground.addEventListener("keydown", (event) => this.onMenuKey(event), { capture: true });
    this.ground.addEventListener("keydown", (event) => this.onKey(event));
    this.ground.addEventListener("focusin", ({ targetNode }) => this.onFocus(targetNode));
    this.sizes = new ResizeObserver(() => this.resize());
    this.sizes.observe(this.ground);
  }

  /** Shows what lies round a note; what was put somewhere by hand stands there. */
  show(all: Around, pins: Readonly<Record<string, Spot>>): void {
    const around = within(all, mostInPicture);
    const shown = JSON.stringify([around, pins]);
    if (shown === this.shown) return;
    this.shown = shown;
    const isOther = around.nodes[0]?.key !== this.around?.nodes[0]?.key;
    const turned = isOther ? [] : turnedIn(this.around, around);
    this.around = around;
    this.pins = pins;
    if (isOther) {
      this.told.start();
      this.standing = undefined;
      this.unfolded.clear();
      this.look.start();
      this.pointing.letGo();
    }
    this.el.toggleClass("is-empty", around.nodes.length < 2);
    // Another depth opens many: one looks at it anew. One that was opened elsewhere leaves the picture as high as it is.
    if (turned.length > 1) {
      this.look.start();
      this.told.start();
    }
    this.draw(true, turned.length === 1 ? turned[0] : undefined);
    this.awaited = undefined;
  }

  /** Marks a node and what it is tied to, without telling of it. */
  mark(key: string | null): void {
    if (key === this.marked) return;
    this.marked = key;
    this.highlight();
  }

  /** Fits the picture to the room that it has. */
  resize(): void {
    const { clientWidth: width, clientHeight: height } = this.ground;
    if (width === 0 || (width === this.width && height === this.height)) return;
    if (width !== this.width || !this.plan) {
      this.told.start();
      this.draw(false);
    } else this.look.draw(this.plan, this.size(), false);
  }

  /** Where a node stands; undefined where it isn't shown. */
  spotOf(key: string): Spot | undefined {
    const one = this.plan?.placed.find(({ node }) => node.key === key);
    return one && { x: one.x, y: one.y };
  }

  unload(): void {
    this.sizes.disconnect();
    this.pointing.unload();
    this.letGoOfPress();
    this.el.remove();
  }

  /** @param turned the one node that was opened or closed, or what folds: it stays where it is on the screen */
  private draw(glides: boolean, turned?: string): void {
    const { around } = this;
    const width = this.ground.clientWidth;
    if (!around || around.nodes.length < 2 || width === 0) return;
    const { frame } = this;
    const { isWide, isTight } = stageOf(frame);
    const plan = layOut(around, frame, this.pins, this.unfolded, this.standing?.isWide === isWide ? this.standing : undefined);
    if (!plan) return;
    this.world.toggleClass("is-gliding", glides && this.plan !== undefined);
    const from = turned === undefined ? undefined : at(this.plan, turned);
    const to = turned === undefined ? undefined : at(plan, turned);
    const by = from && to && { x: from.x - to.x, y: from.y - to.y };
    this.plan = plan;
    this.standing = { ...plan.standing, isWide };
    this.el.toggleClass("is-narrow", !isWide);
    this.el.toggleClass("is-tight", isTight);
    const isElsewhere = turned !== undefined && turned !== this.awaited?.key && !this.rests.get(turned);
    // What stays under the pointer needs the room down to there.
    const needed = by && from ? (from.y * this.look.at.scale + this.look.at.y) + 20 : 0;
    if (!isElsewhere) this.el.setCssProps({ "--distinguo-map-height": `${Math.ceil(Math.max(plan.home.bottom - plan.home.top, needed))}px` });

    const hadFocus = this.world.contains(this.world.doc.activeElement);
    this.edges = edgesOf(around, plan);
    this.lines = drawLines(this.world, this.edges);
    this.captionsEl.empty();
    for (const caption of plan.captions) place(this.captionsEl.createDiv({ cls: ["distinguo-map-caption", `distinguo-zone-${caption.zone}`], text: caption.text }), caption);
    this.spots.draw(plan, new Map(around.nodes.map(({ key, label }) => [key, label])));
    this.rests.draw(plan);
    this.leftEl.setText(around.left > 0 ? `${around.left.toLocaleString()} more have no room here` : "");
    this.setStop(this.buttonOf(this.stop) ? this.stop : plan.middle.key);
    if (hadFocus && !this.world.contains(this.world.doc.activeElement)) this.buttonOf(this.stop)?.focus({ preventScroll: true });
    this.pointing.redraw(({ key, edge }) => (edge === undefined ? around.nodes.some((one) => one.key === key) : this.edges.some(({ id }) => id === edge)));
    this.highlight();
    this.look.draw(plan, this.size(), glides, by);
    if (turned !== undefined && !this.awaited?.byPointer) this.showOpened(plan, turned);
  }

  /** Says what is out of sight, and lets the edges fade on that side. */
  private showOutside(): void {
    if (!this.plan) return;
    const counts = outside(this.plan, this.look.at, { width: this.width, height: this.height });
    this.foot.show(counts);
    for (const way of ["up", "down"] as const) this.ground.toggleClass(`is-more-${way}`, counts[way] > 0);
  }

  private get frame(): Frame {
    return { width: this.ground.clientWidth, coarse: Platform.isMobile };
  }

  private size(): { width: number; height: number } {
    this.width = this.ground.clientWidth;
    this.height = this.ground.clientHeight;
    return { width: this.width, height: this.height };
  }

  /** Brings in sight what was opened, and what it was opened from. */
  private showOpened({ placed }: Plan, key: string): void {
    const come = placed.filter(({ node }) => node.parent === key);
    if (come.length === 0) return;
    const all = [key, ...come.map(({ node }) => node.key)];
    this.reveal(...all);
  }

  /** Shows all of a part, or no more than at first. What was pressed stays where it is. */
  private fold(zone: TieGroup): void {
    if (this.unfolded.delete(zone)) {
      if (this.standing) this.standing = { ...this.standing, ...folded(this.standing, zone, this.frame) };
    } else this.unfolded.add(zone);
    this.draw(false, zone);
  }

  /** Brings names in sight. */
  private reveal(...keys: readonly string[]): void {
    this.look.reveal(
      keys.flatMap((key): Box[] => {
        const one = key === this.plan?.middle.key ? { x: 0, y: 0, side: 0 as const, width: Infinity } : this.plan?.placed.find(({ node }) => node.key === key);
        const el = this.spots.get(key)?.el;
        return one && el ? [boxOf({ ...one, width: Math.min(one.width, el.offsetWidth) }, 26)] : [];
      }),
    );
  }

  private toggle(key: string, byPointer = false): void {
    const node = this.around?.nodes.find((one) => one.key === key);
    if (!node || node.ring === 0 || (node.beyond === 0 && !node.isOpen)) return;
    this.awaited = { key, byPointer };
    this.desk.toggle(key);
  }

  private menu(target: Node | null, at: MouseEvent | Point): boolean {
    const spot = this.spots.at(target);
    if (!spot) return false;
    if ("preventDefault" in at) at.preventDefault();
    this.awaited = { key: spot.node.key, byPointer: false };
    this.desk.menu(spot.node, at, spot.button);
    return true;
  }

  private pinnable(target: Node | null): { key: string; el: HTMLElement } | undefined {
    const spot = this.spots.at(target);
    return spot && spot.node.ring > 0 ? { key: spot.node.key, el: spot.button } : undefined;
  }

  /** Where the middle is on the screen, and how large the picture. */
  private middleAt(): Spot & { scale: number } {
    const { left, top } = this.ground.getBoundingClientRect();
    const { x, y, scale } = this.look.at;
    return { x: left + x, y: top + y, scale };
  }

  private buttonOf(stop: string): HTMLButtonElement | undefined {
    return this.spots.get(stop)?.button ?? this.rests.get(stop);
  }

  private buttons(): HTMLButtonElement[] {
    return [...[...this.spots.all()].map(({ button }) => button), ...this.rests.all()];
  }

  private setStop(stop: string): void {
    this.stop = stop;
    const own = this.buttonOf(stop);
    for (const button of this.buttons()) button.tabIndex = button === own ? 0 : -1;
  }

  private onFocus(target: Node | null): void {
    const spot = this.spots.at(target);
    const stop = spot?.node.key ?? (target?.instanceOf(HTMLElement) ? target.dataset["rest"] : undefined);
    if (stop === undefined) return;
    this.setStop(stop);
    if (spot) this.reveal(spot.node.key);
  }

  /** Asks for the menu of a node here, before the menu of a note does. */
  private onMenuKey(event: KeyboardEvent): void {
    if (event.key !== "ContextMenu" && (event.key !== "F10" || !event.shiftKey)) return;
    const spot = this.spots.at(event.targetNode);
    if (!spot) return;
    event.preventDefault();
    event.stopPropagation();
    const { left, bottom } = spot.button.getBoundingClientRect();
    this.menu(spot.el, { x: left, y: bottom });
  }

  private onKey(event: KeyboardEvent): void {
    const { doc } = this.ground;
    const spot = this.spots.at(doc.activeElement);
    const at = spot ? (spot.node.ring === 0 ? "middle" : "node") : doc.activeElement === this.ground ? "ground" : "rest";
    const acts: KeyActs = {
      go: (dx, dy) => this.go(dx, dy),
      nudge: (dx, dy) => {
        const one = this.plan?.placed.find(({ node }) => node.key === spot?.node.key);
        if (one) this.desk.pin(one.node.key, { x: one.x + dx, y: one.y + dy });
      },
      pan: (dx, dy) => this.look.pan(dx, dy, true),
      zoom: (factor) => this.look.zoom(factor, undefined, true),
      fit: () => this.look.fit(),
      toggle: () => spot && this.toggle(spot.node.key),
      toMiddle: () => this.buttonOf(this.plan?.middle.key ?? "")?.focus({ preventScroll: true }),
      toGround: () => this.ground.focus({ preventScroll: true }),
    };
    if (event.key === "Escape") this.pointing.letGo();
    if (pressKey(event, at, acts)) event.preventDefault();
  }

  private go(dx: number, dy: number): void {
    const boxes = this.buttons().map((button) => {
      const { left, right, top, bottom } = button.getBoundingClientRect();
      return { button, x: (left + right) / 2, y: (top + bottom) / 2 };
    });
    const from = boxes.find(({ button }) => button.isActiveElement());
    if (from) nearest(from, boxes, [dx, dy])?.button.focus({ preventScroll: true });
  }

  /** Tells what ties what is pointed at. */
  private point(pointed: Pointed | undefined): void {
    const edge = pointed?.edge === undefined ? undefined : this.edges.find(({ id }) => id === pointed.edge);
    const node = this.around?.nodes.find(({ key }) => key === pointed?.key);
    const label = (key: string | null): string | undefined => this.around?.nodes.find((one) => one.key === key)?.label;
    if (edge) {
      this.told.draw({ title: `${label(edge.from) ?? ""} – ${label(edge.to) ?? ""}`, note: "", ties: edge.ties });
    } else if (node) {
      const own = this.edges.filter(({ from, to }) => from === node.key || to === node.key);
      // What it stands here for, and then what else ties it to what is shown.
      const ties = node.ring === 0 ? [] : [...own.filter(({ from, to }) => to === node.key && from === node.parent), ...own.filter(({ group }) => group === "across")].flatMap((one) => one.ties);
      this.told.draw({ title: node.label, note: whatItIs(node, label(node.parent)), ties });
    } else this.told.draw(undefined);
    const key = edge?.to ?? node?.key ?? null;
    this.marked = key;
    this.highlight(edge);
    this.desk.mark(key);
  }

  private highlight(only?: Edge): void {
    const { marked } = this;
    const near = new Set<string>();
    for (const edge of this.edges) {
      const isMarked = only ? edge === only : marked !== null && (edge.from === marked || edge.to === marked) && marked !== this.plan?.middle.key;
      this.lines.get(edge.id)?.toggleClass("is-marked", isMarked);
      if (isMarked) near.add(edge.from).add(edge.to);
    }
    for (const { node, el } of this.spots.all()) {
      el.toggleClass("is-marked", node.key === marked);
      el.toggleClass("is-near", near.has(node.key));
    }
    this.world.toggleClass("has-mark", near.size > 0);
  }
}

/** The nodes that were opened or closed from one to the other. */
function turnedIn(before: Around | undefined, after: Around): string[] {
  const open = new Map(before?.nodes.map(({ key, isOpen }) => [key, isOpen]));
  return after.nodes.filter(({ key, isOpen, ring }) => ring > 0 && open.has(key) && open.get(key) !== isOpen).map(({ key }) => key);
}

/** Where a node stands, or what counts the others of a part. */
function at(plan: Plan | undefined, key: string): Spot | undefined {
  return plan?.placed.find(({ node }) => node.key === key) ?? plan?.rests.find(({ zone }) => zone === key);
}
