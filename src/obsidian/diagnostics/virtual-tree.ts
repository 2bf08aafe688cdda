import { defaultRangeExtractor, elementScroll, observeElementOffset, observeElementRect, Virtualizer, type Range } from "@tanstack/virtual-core";

/** What a tree shows in a line, and how. */
export interface TreeLook<Line> {
  key: (line: Line) => string;
  /** Fills an element with a line, that of another version of the same line, too. */
  draw: (el: HTMLElement, line: Line) => void;
  /** Whether a line looks like another one. */
  isSame: (a: Line, b: Line) => boolean;
  /** About how high a line is, in CSS pixels. */
  estimate: (line: Line) => number;
}

type Settings = ConstructorParameters<typeof Virtualizer<HTMLElement, HTMLElement>>[0];

/** What stands where in the window, so that it stays there. */
interface Anchor {
  key: string;
  top: number;
}

/** A list of any length of which only what is in sight is in the page, and what has the focus. One line is the way in for the keyboard. */
export class VirtualTree<Line> {
  readonly el: HTMLElement;
  private readonly sizer: HTMLElement;
  private lines: readonly Line[] = [];
  private places = new Map<string, number>();
  private readonly drawn = new Map<string, { el: HTMLElement; line: Line }>();
  private readonly keys = new WeakMap<Element, string>();
  private active: string | undefined;
  private settings: Settings;
  private virtual: Virtualizer<HTMLElement, HTMLElement>;
  /** Who has not been in the list yet begins at its top. */
  private isEntered = false;
  private isDue = false;
  private isOver = false;
  private readonly stopWatching: () => void;

  constructor(
    parent: HTMLElement,
    labelId: string,
    private readonly look: TreeLook<Line>,
  ) {
    this.el = parent.createDiv({ cls: "distinguo-tree" });
    this.sizer = this.el.createDiv({ cls: "distinguo-tree-lines", attr: { role: "tree", "aria-labelledby": labelId } });
    this.settings = this.options();
    this.virtual = this.begin();
    // What watches a window ends with it.
    this.stopWatching = this.el.onWindowMigrated(() => {
      this.virtual._didMount()();
      this.virtual = this.begin();
      this.drawSoon();
    });
    this.el.addEventListener("focusin", ({ targetNode }) => {
      const key = targetNode?.instanceOf(Element) ? this.keyAt(targetNode) : undefined;
      if (key === undefined) return;
      this.isEntered = true;
      this.activate(key);
    });
  }

  /** The line that has the focus, or is to have it. */
  get current(): Line | undefined {
    return this.lines[this.place ?? -1];
  }

  /** Its place. */
  get place(): number | undefined {
    return this.active === undefined ? undefined : this.places.get(this.active);
  }

  get hasFocus(): boolean {
    return this.el.contains(this.el.doc.activeElement);
  }

  /** How many lines a window full of them is, less one. */
  get pageLength(): number {
    const items = this.virtual.getVirtualItems().filter(({ start, end }) => start >= this.el.scrollTop && end <= this.el.scrollTop + this.el.clientHeight);
    return Math.max(1, items.length - 1);
  }

  /** The line that an element belongs to. */
  lineAt(el: Element): Line | undefined {
    const key = this.keyAt(el);
    return key === undefined ? undefined : this.lines[this.places.get(key) ?? -1];
  }

  /** The element of a line, where it is in the page. */
  elementOf(line: Line): HTMLElement | undefined {
    return this.drawn.get(this.look.key(line))?.el;
  }

  /** Shows other lines. What stands in the window stays where it is as long as it is there; what has the focus keeps it, or what takes its place has it. */
  show(lines: readonly Line[]): void {
    const anchors = this.anchors();
    const place = this.place ?? 0;
    const { hasFocus } = this;
    this.lines = lines;
    this.places = new Map(lines.map((line, index) => [this.look.key(line), index]));
    if (!this.isEntered) this.active = this.keyOf(0);
    else if (this.place === undefined) this.active = this.keyOf(Math.min(place, lines.length - 1));
    this.settings = this.options();
    this.virtual.setOptions(this.settings);
    this.virtual.getVirtualItems();
    this.sizer.setCssStyles({ height: `${this.virtual.getTotalSize()}px` });
    const anchor = anchors.find(({ key }) => this.places.has(key));
    const start = anchor && this.virtual.measurementsCache[this.places.get(anchor.key) ?? 0]?.start;
    if (anchor && start !== undefined) this.el.scrollTop = start - anchor.top;
    this.virtual.scrollOffset = this.el.scrollTop;
    this.draw();
    if (hasFocus && !this.hasFocus) this.focus(this.place ?? 0);
  }

  /** Draws the lines in sight anew where they look different. */
  redraw(): void {
    this.drawn.forEach(({ el, line }) => this.look.draw(el, line));
  }

  /** Gives a line the focus. */
  focus(place: number): void {
    const key = this.keyOf(place);
    if (key === undefined) return;
    this.activate(key);
    this.virtual.scrollToIndex(place, { align: "auto" });
    this.draw();
    this.drawn.get(key)?.el.focus({ preventScroll: true });
  }

  unload(): void {
    this.isOver = true;
    this.stopWatching();
    this.virtual._didMount()();
    this.drawn.clear();
    this.el.remove();
  }

  private begin(): Virtualizer<HTMLElement, HTMLElement> {
    this.settings = this.options();
    const virtual = new Virtualizer<HTMLElement, HTMLElement>(this.settings);
    virtual._willUpdate();
    return virtual;
  }

  private options(): Settings {
    const { lines, look } = this;
    return {
      count: lines.length,
      getScrollElement: () => this.el,
      estimateSize: (index) => {
        const line = lines[index];
        return line === undefined ? 0 : look.estimate(line);
      },
      getItemKey: (index) => this.keyOf(index) ?? index,
      rangeExtractor: this.withCurrent(),
      overscan: 6,
      paddingEnd: 16,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => this.drawSoon(),
    };
  }

  /** What has the focus stays in the page, wherever one scrolls. A new function each time, since what the old one has said is kept. */
  private withCurrent(): (range: Range) => number[] {
    return (range) => {
      const indexes = defaultRangeExtractor(range);
      const { place } = this;
      if (place === undefined || place >= range.count || indexes.includes(place)) return indexes;
      return [...indexes, place].sort((a, b) => a - b);
    };
  }

  private keyOf(place: number): string | undefined {
    const line = this.lines[place];
    return line === undefined ? undefined : this.look.key(line);
  }

  private keyAt(el: Element): string | undefined {
    const line = el.closest("[role=treeitem]");
    return line ? this.keys.get(line) : undefined;
  }

  private activate(key: string): void {
    if (this.active === key) return;
    const before = this.active;
    this.active = key;
    this.settings = { ...this.settings, rangeExtractor: this.withCurrent() };
    this.virtual.setOptions(this.settings);
    for (const one of [before, key]) if (one !== undefined) this.drawn.get(one)?.el.setAttr("tabindex", one === key ? "0" : "-1");
  }

  /** What is in the window, what has the focus first. At the top of the list one stays at the top. */
  private anchors(): Anchor[] {
    const { scrollTop, clientHeight } = this.el;
    if (scrollTop <= 0) return [];
    const seen = this.virtual.getVirtualItems().filter(({ start, end }) => end > scrollTop && start < scrollTop + clientHeight);
    return seen.map(({ key, start }) => ({ key: String(key), top: start - scrollTop })).sort((a, b) => Number(b.key === this.active) - Number(a.key === this.active));
  }

  /** Several lines that turn out to be higher than they were thought are one reason to draw: before the window is painted. */
  private drawSoon(): void {
    if (this.isDue) return;
    this.isDue = true;
    queueMicrotask(() => {
      this.isDue = false;
      if (!this.isOver) this.draw();
    });
  }

  private draw(): void {
    const items = this.virtual.getVirtualItems();
    const wanted = new Set(items.map(({ key }) => key));
    const focused = this.el.doc.activeElement;
    for (const [key, { el }] of this.drawn) {
      if (wanted.has(key)) continue;
      el.remove();
      this.drawn.delete(key);
    }
    this.virtual.measureElement(null);
    this.sizer.setCssStyles({ height: `${this.virtual.getTotalSize()}px` });
    const fresh: HTMLElement[] = [];
    let next = this.sizer.firstElementChild;
    for (const { index, key, start } of items) {
      const line = this.lines[index];
      if (line === undefined) continue;
      const el = this.elementFor(String(key), line, fresh);
      el.dataset["index"] = String(index);
      el.setCssStyles({ transform: `translateY(${start}px)` });
      // Readers go by the order in the page.
      if (el === next) next = el.nextElementSibling;
      else this.sizer.insertBefore(el, next);
    }
    for (const el of fresh) this.virtual.measureElement(el);
    if (focused?.isConnected && focused.instanceOf(HTMLElement) && this.sizer.contains(focused) && focused !== this.el.doc.activeElement) focused.focus({ preventScroll: true });
  }

  private elementFor(key: string, line: Line, fresh: HTMLElement[]): HTMLElement {
    const known = this.drawn.get(key);
    const el = known?.el ?? createDiv({ cls: "distinguo-tree-line", attr: { role: "treeitem", tabindex: key === this.active ? "0" : "-1" } });
    if (!known || !this.look.isSame(known.line, line)) this.look.draw(el, line);
    if (!known) fresh.push(el);
    this.drawn.set(key, { el, line });
    this.keys.set(el, key);
    return el;
  }
}
