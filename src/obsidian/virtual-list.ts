import { elementScroll, measureElement, observeElementOffset, observeElementRect, Virtualizer, type VirtualItem } from "@tanstack/virtual-core";

/** The rows of a list, by their places in it. */
export interface Rows {
  count: () => number;
  key: (place: number) => string;
  /** About how high a row is before it is drawn, in CSS pixels, in a list of this width. */
  estimate: (place: number, width: number) => number;
  /** The element of a row: the one that it has had, up to date, or a new one. */
  draw: (place: number, known: HTMLElement | undefined) => HTMLElement;
  /** The row that stays in the page wherever one scrolls, since it has the focus or is the way in. */
  kept: () => number | undefined;
  /** Told of a row that is not in the page any more. */
  gone?: (key: string) => void;
}

/** What stands where in the window, so that it stays there. */
interface Anchor {
  key: string;
  top: number;
}

/** The rows of a list of any length of which only those in sight are in the page, in a parent that scrolls. */
export class VirtualList {
  private readonly drawn = new Map<string, HTMLElement>();
  private readonly keys = new WeakMap<Element, string>();
  private readonly heights = new WeakMap<Element, number>();
  private virtual: Virtualizer<HTMLElement, HTMLElement>;
  private width = 0;
  private isDue = false;
  private isOver = false;
  private readonly stopWatching: () => void;

  constructor(
    private readonly scroller: HTMLElement,
    private readonly list: HTMLElement,
    private readonly rows: Rows,
  ) {
    this.virtual = this.begin();
    // What watches a window ends with it.
    this.stopWatching = scroller.onWindowMigrated(() => {
      this.virtual._didMount()();
      this.virtual = this.begin();
      this.drawSoon();
    });
  }

  /** How many rows a window is full of, less one. */
  get pageLength(): number {
    const { scrollTop, clientHeight } = this.scroller;
    return Math.max(1, this.virtual.getVirtualItems().filter(({ start, end }) => start >= scrollTop && end <= scrollTop + clientHeight).length - 1);
  }

  elementOf(key: string): HTMLElement | undefined {
    return this.drawn.get(key);
  }

  /** The key of the row that an element belongs to. */
  keyAt(el: Element): string | undefined {
    for (let at: Element | null = el; at && at !== this.list; at = at.parentElement) {
      const key = this.keys.get(at);
      if (key !== undefined) return key;
    }
    return undefined;
  }

  /** Draws what is in sight, by rows that may be others once `change` is done. What stood in the window stays where it is as long as it is there. */
  reset(change: () => void, placeOf: (key: string) => number | undefined): void {
    const anchors = this.anchors();
    change();
    this.virtual.setOptions(this.options());
    this.virtual.getVirtualItems();
    this.setHeight();
    for (const { key, top } of anchors) {
      const start = this.virtual.measurementsCache[placeOf(key) ?? -1]?.start;
      if (start === undefined) continue;
      this.scroller.scrollTop = start - top;
      break;
    }
    this.virtual.scrollOffset = this.scroller.scrollTop;
    this.draw();
  }

  /** Brings a row into sight, and into the page. */
  reveal(place: number): HTMLElement | undefined {
    this.virtual.scrollToIndex(place, { align: "auto" });
    this.draw();
    return this.drawn.get(this.rows.key(place));
  }

  unload(): void {
    this.isOver = true;
    this.stopWatching();
    this.virtual._didMount()();
    this.drawn.clear();
  }

  draw(): void {
    const items = this.wanted();
    const wanted = new Set(items.map(({ key }) => key));
    const focused = this.list.doc.activeElement;
    for (const [key, el] of this.drawn) {
      if (wanted.has(key)) continue;
      el.remove();
      this.drawn.delete(key);
      this.rows.gone?.(key);
    }
    // Forgets those that have gone.
    this.virtual.measureElement(null);
    this.setHeight();
    const fresh: HTMLElement[] = [];
    let next = this.list.firstElementChild;
    for (const { index, key, start } of items) {
      const known = this.drawn.get(String(key));
      const el = this.rows.draw(index, known);
      if (!known) fresh.push(el);
      this.drawn.set(String(key), el);
      this.keys.set(el, String(key));
      el.dataset["index"] = String(index);
      el.setCssStyles({ transform: `translateY(${start}px)` });
      // Readers go by the order in the page.
      if (el === next) next = el.nextElementSibling;
      else this.list.insertBefore(el, next);
    }
    // All are looked at before any is filed: what is filed may scroll, and looking after that would lay out the page again.
    for (const el of fresh) this.heights.set(el, el.offsetHeight);
    for (const el of fresh) this.virtual.measureElement(el);
    // What is moved loses the focus.
    if (focused?.isConnected && focused.instanceOf(HTMLElement) && this.list.contains(focused) && focused !== this.list.doc.activeElement) focused.focus({ preventScroll: true });
  }

  private begin(): Virtualizer<HTMLElement, HTMLElement> {
    const virtual = new Virtualizer<HTMLElement, HTMLElement>(this.options());
    virtual._willUpdate();
    return virtual;
  }

  private options(): ConstructorParameters<typeof Virtualizer<HTMLElement, HTMLElement>>[0] {
    const { rows, scroller } = this;
    return {
      count: rows.count(),
      getScrollElement: () => scroller,
      estimateSize: (place) => rows.estimate(place, this.width),
      getItemKey: rows.key,
      measureElement: (el, entry, virtual) => (entry ? measureElement(el, entry, virtual) : (this.heights.get(el) ?? 0)),
      overscan: 6,
      paddingEnd: 16,
      observeElementRect: (virtual, tell) =>
        observeElementRect(virtual, (rect) => {
          this.width = rect.width;
          tell(rect);
        }),
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => this.drawSoon(),
    };
  }

  private setHeight(): void {
    this.list.setCssStyles({ height: `${this.virtual.getTotalSize()}px` });
  }

  /** The rows in sight, and that which is kept. */
  private wanted(): VirtualItem[] {
    const items = this.virtual.getVirtualItems();
    const kept = this.virtual.measurementsCache[this.rows.kept() ?? -1];
    return !kept || items.some(({ index }) => index === kept.index) ? items : [...items, kept].sort((a, b) => a.index - b.index);
  }

  /** What is in the window, what is kept first. At the top of the list one stays at the top. */
  private anchors(): Anchor[] {
    const { scrollTop, clientHeight } = this.scroller;
    if (scrollTop <= 0) return [];
    const seen = this.virtual.getVirtualItems().filter(({ start, end }) => end > scrollTop && start < scrollTop + clientHeight);
    const kept = this.rows.kept();
    return seen.sort((a, b) => Number(b.index === kept) - Number(a.index === kept)).map(({ key, start }) => ({ key: String(key), top: start - scrollTop }));
  }

  /** Several rows that turn out to be higher than they were thought are one reason to draw: before the window is painted. */
  private drawSoon(): void {
    if (this.isDue) return;
    this.isDue = true;
    queueMicrotask(() => {
      this.isDue = false;
      if (!this.isOver) this.draw();
    });
  }
}
