import { Keymap } from "obsidian";
import type { Around } from "../../core/index";
import type { Desk } from "./desk";
import { drawRow, explainOrigin, looksOf } from "./row";
import { rowsOf, type Row } from "./rows";
import { walk, type KeyTree, type Typed } from "./tree-keys";

/** How many rows are drawn at once; the others follow, frame by frame, so that nobody waits for what is out of sight. */
const atOnce = 60;

/** A row that is drawn. */
interface Drawn {
  row: Row;
  el: HTMLElement;
  looks: string;
  place: string;
}

/** How many there have been: the ids of two in one window must differ. */
let lists = 0;

/** What lies round a note as a tree: all that the picture can do, by keys and for screen readers too. */
export class ConceptList {
  private readonly el: HTMLElement;
  private around: Around | undefined;
  private rows: Row[] = [];
  private readonly drawn = new Map<string, Drawn>();
  private readonly idOf = new WeakMap<Element, string>();
  /** The row that Tab leads to. */
  private current = "";
  private marked: string | null = null;
  private readonly closed = new Set<string>();
  private readonly whole = new Set<string>();
  private readonly typed: Typed = { text: "", at: 0 };
  /** The row that the pointer is over. */
  private pointed: string | undefined;
  private menuKeyAt = -Infinity;
  /** Has no more rows drawn. */
  private stopFrame = (): void => undefined;

  constructor(
    parent: HTMLElement,
    private readonly desk: Desk,
  ) {
    const title = parent.createSpan({ cls: "distinguo-spoken", text: "Relations", attr: { id: `distinguo-list-${++lists}` } });
    this.el = parent.createDiv({ cls: "distinguo-list", attr: { role: "tree", "aria-labelledby": title.id } });
    this.listen();
  }

  show(around: Around): void {
    const isSame = this.around?.nodes[0]?.key === around.nodes[0]?.key;
    this.around = around;
    if (!isSame) this.whole.clear();
    this.draw(isSame);
  }

  /** Marks all rows of a node. Where the focus is elsewhere, Tab leads to the first of them. */
  mark(key: string | null): void {
    this.marked = key;
    for (const { row, el } of this.drawn.values()) el.toggleClass("is-marked", row.is === "relation" && row.node.key === key);
    const first = key === null || this.hasFocus ? undefined : this.rows.find((row) => row.is === "relation" && row.node.key === key);
    if (first) this.setCurrent(first.id);
  }

  unload(): void {
    this.stopFrame();
    this.el.remove();
  }

  /** Gives the focus to the row that Tab leads to. */
  focus(): void {
    this.drawn.get(this.current)?.el.focus();
  }

  private get hasFocus(): boolean {
    return this.el.contains(this.el.doc.activeElement);
  }

  private draw(keepsPlace: boolean): void {
    if (!this.around) return;
    const { el } = this;
    const active = el.doc.activeElement;
    const focused = this.hasFocus ? { id: this.current, inner: active?.className ?? "", place: this.placeOf(this.current) } : undefined;
    this.rows = rowsOf(this.around, { closed: this.closed, whole: this.whole });
    const ids = new Set(this.rows.map(({ id }) => id));
    for (const [id, { el: gone }] of this.drawn) {
      if (ids.has(id)) continue;
      gone.remove();
      this.drawn.delete(id);
    }
    if (!ids.has(this.current)) this.setCurrent((keepsPlace && focused ? this.rows[Math.min(focused.place, this.rows.length - 1)] : this.rows[0])?.id ?? "");
    this.place(atOnce);
    if (!focused || this.hasFocus) return;
    const home = this.drawn.get(this.current)?.el;
    const inner = focused.id === this.current && focused.inner !== "" ? home?.findAll("a, button").find((one) => one.className === focused.inner) : undefined;
    (inner ?? home)?.focus({ preventScroll: true });
  }

  /** Puts the rows where they belong; so many are drawn that are new or look different, the others later. */
  private place(most: number): void {
    this.stopFrame();
    let left = most;
    const rowEls: HTMLElement[] = [];
    for (const row of this.rows) {
      const looks = looksOf(row);
      const old = this.drawn.get(row.id);
      if (old?.looks !== looks && row.id !== this.current && left-- <= 0) {
        if (old) rowEls.push(old.el);
        continue;
      }
      rowEls.push(this.drawRow(row, looks, old));
    }
    let next = this.el.firstElementChild;
    for (const rowEl of rowEls) {
      // What stands where it should is not touched: moving it would take the focus from it.
      if (rowEl === next) next = next.nextElementSibling;
      else this.el.insertBefore(rowEl, next);
    }
    if (left >= 0) return;
    const { win } = this.el;
    const id = win.requestAnimationFrame(() => this.place(atOnce));
    this.stopFrame = () => win.cancelAnimationFrame(id);
  }

  /** The element of a row, drawn anew only where it looks different now. */
  private drawRow(row: Row, looks: string, old: Drawn | undefined): HTMLElement {
    let el = old?.el;
    if (!el || old?.looks !== looks) {
      el = drawRow(this.el, row);
      el.setCssProps({ "--distinguo-level": String(row.level) });
      this.idOf.set(el, row.id);
      old?.el.replaceWith(el);
      el.toggleClass("is-marked", row.is === "relation" && row.node.key === this.marked);
      if (row.id === this.current) setTab(el, "0");
    }
    const { level, at, of, isOpen } = row;
    const place = `${level} ${at} ${of} ${String(isOpen)}`;
    if (old?.el !== el || old.place !== place) el.setAttrs({ "aria-level": level, "aria-posinset": at, "aria-setsize": of, "aria-expanded": isOpen === undefined ? null : String(isOpen) });
    this.drawn.set(row.id, { row, el, looks, place });
    return el;
  }

  /** Makes a row the one that Tab leads to, and what is in it what Tab leads to next. */
  private setCurrent(id: string): void {
    if (id === this.current) return;
    setTab(this.drawn.get(this.current)?.el, "-1");
    setTab(this.drawn.get(id)?.el, "0");
    this.current = id;
  }

  private placeOf(id: string): number {
    return this.rows.findIndex((row) => row.id === id);
  }

  /** The row that an event is about. */
  private drawnAt({ targetNode: target }: UIEvent): Drawn | undefined {
    const el = target?.instanceOf(Element) ? target.closest("[role=treeitem]") : null;
    return el ? this.drawn.get(this.idOf.get(el) ?? "") : undefined;
  }

  private readonly tree: KeyTree = {
    size: () => this.rows.length,
    at: (place) => {
      const row = this.rows[place];
      return { level: row?.level ?? 1, isOpen: row?.isOpen, label: row?.label ?? "" };
    },
    go: (place) => {
      const id = this.rows[place]?.id ?? "";
      if (!this.drawn.has(id)) this.place(Infinity);
      this.drawn.get(id)?.el.focus();
    },
    toggle: (places) => places.flatMap((place) => this.rows[place] ?? []).forEach((row) => this.toggle(row)),
  };

  private toggle(row: Row): void {
    if (row.is === "relation") this.desk.toggle(row.node.key);
    if (row.is !== "group") return;
    if (!this.closed.delete(row.label)) this.closed.add(row.label);
    this.draw(true);
  }

  /** Shows a list whole, and goes to the first row that has come. */
  private unfold(row: Row & { is: "more" }): void {
    const place = this.placeOf(row.id);
    this.whole.add(row.list);
    this.draw(true);
    this.tree.go(place);
  }

  /** Does what the row is for. */
  private act(row: Row, event: MouseEvent | KeyboardEvent): void {
    if (row.is === "group") this.toggle(row);
    else if (row.is === "more") this.unfold(row);
    else if (row.node.path === null) this.desk.create(row.node);
    else this.desk.acts.open(row.node.path, event);
  }

  private press(event: MouseEvent): void {
    const { row, el } = this.drawnAt(event) ?? {};
    if (!row || !el) return;
    const { targetNode: target } = event;
    const within = (selector: string): boolean => target?.instanceOf(Element) === true && target.closest(selector) !== null;
    event.preventDefault();
    if (row.is === "relation" && within(".distinguo-relation-origin")) this.desk.openSource(row.neighbor.relation, event);
    else if (row.isOpen !== undefined && within(".distinguo-twisty")) this.toggle(row);
    else if (event.detail < 2) this.act(row, event);
  }

  private onKey(event: KeyboardEvent): void {
    const { row, el } = this.drawnAt(event) ?? {};
    if (!row || !el) return;
    const isInner = event.target !== el;
    if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
      const { left, bottom } = el.getBoundingClientRect();
      this.menuKeyAt = event.timeStamp;
      if (row.is === "relation") this.desk.menu(row.node, { x: left + 24, y: bottom }, el);
    } else if (event.key === "Enter" && (!isInner || Keymap.isModEvent(event) !== false)) {
      if (row.is === "relation" && (event.shiftKey || isInner)) this.desk.openSource(row.neighbor.relation, event);
      else this.act(row, event);
    } else if (isInner && (event.key === "Enter" || event.key === " ")) return;
    else if (!walk(this.tree, this.placeOf(row.id), event, this.typed, this.el.win.getComputedStyle(this.el).direction === "rtl")) return;
    event.preventDefault();
  }

  private listen(): void {
    const { el, desk } = this;
    el.addEventListener("click", (event) => this.press(event));
    el.addEventListener("auxclick", (event) => {
      if (event.button === 1) this.press(event);
    });
    el.addEventListener("keydown", (event) => this.onKey(event));
    el.addEventListener("focusin", (event) => {
      const { row } = this.drawnAt(event) ?? {};
      if (!row) return;
      this.setCurrent(row.id);
      desk.mark(row.is === "relation" ? row.node.key : null);
    });
    // Where the focus goes on to another row, that one is marked next.
    el.addEventListener("focusout", () => desk.mark(null));
    el.addEventListener("mouseover", (event) => {
      const { row, el: over } = this.drawnAt(event) ?? {};
      const { targetNode: target } = event;
      const origin = row?.is === "relation" && target?.instanceOf(HTMLElement) ? target.closest<HTMLElement>(".distinguo-relation-origin") : null;
      if (origin && row?.is === "relation") explainOrigin(origin, row.neighbor.relation);
      if (!row || !over || row.id === this.pointed) return;
      this.pointed = row.id;
      desk.mark(row.is === "relation" ? row.node.key : null);
      if (row.is === "relation" && row.node.path !== null) desk.acts.hover(row.node.path, event, over);
    });
    el.addEventListener("mouseleave", () => {
      this.pointed = undefined;
      const { row } = (this.hasFocus && this.drawn.get(this.current)) || {};
      desk.mark(row?.is === "relation" ? row.node.key : null);
    });
    el.addEventListener("contextmenu", (event) => {
      const { row, el: over } = this.drawnAt(event) ?? {};
      if (row?.is !== "relation" || !over) return;
      event.preventDefault();
      // The menu key is heard twice.
      if (event.timeStamp - this.menuKeyAt > 500) desk.menu(row.node, event, over);
    });
    el.addEventListener("dragstart", (event) => {
      const { row } = this.drawnAt(event) ?? {};
      if (row?.is !== "relation") return;
      if (row.node.path === null) desk.acts.dragMissing(row.node.label, event);
      else desk.acts.drag(row.node.path, event);
    });
  }
}

/** Says whether Tab leads to a row and what is in it. */
function setTab(el: HTMLElement | undefined, tab: "0" | "-1"): void {
  el?.setAttr("tabindex", tab);
  for (const inner of el?.findAll("a, button") ?? []) inner.setAttr("tabindex", tab);
}
