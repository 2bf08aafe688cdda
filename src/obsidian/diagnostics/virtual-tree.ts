import { VirtualList } from "../virtual-list";

/** What a tree shows in a line, and how. */
export interface TreeLook<Line> {
  key: (line: Line) => string;
  /** Fills an element with a line, that of another version of the same line, too. */
  draw: (el: HTMLElement, line: Line) => void;
  /** Whether a line looks like another one. */
  isSame: (a: Line, b: Line) => boolean;
  /** About how high a line is in a tree of some width, in CSS pixels. */
  estimate: (line: Line, width: number) => number;
}

/** A tree of any length of which only what is in sight is in the page, and what has the focus. One line is the way in for the keyboard. */
export class VirtualTree<Line> {
  readonly el: HTMLElement;
  private readonly list: VirtualList;
  private lines: readonly Line[] = [];
  private places = new Map<string, number>();
  private readonly shown = new WeakMap<HTMLElement, Line>();
  private active: string | undefined;
  /** Who has not been in the list yet begins at its top. */
  private isEntered = false;

  constructor(
    parent: HTMLElement,
    labelId: string,
    private readonly look: TreeLook<Line>,
  ) {
    this.el = parent.createDiv({ cls: "distinguo-tree" });
    this.list = new VirtualList(this.el, this.el.createDiv({ cls: "distinguo-tree-lines", attr: { role: "tree", "aria-labelledby": labelId } }), {
      count: () => this.lines.length,
      key: (place) => this.keyOf(place) ?? "",
      estimate: (place, width) => {
        const line = this.lines[place];
        return line === undefined ? 0 : look.estimate(line, width);
      },
      draw: (place, known) => this.drawLine(place, known),
      kept: () => this.place,
    });
    this.el.addEventListener("focusin", ({ targetNode }) => {
      const key = targetNode?.instanceOf(Element) ? this.list.keyAt(targetNode) : undefined;
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
    return this.list.pageLength;
  }

  /** The line that an element belongs to. */
  lineAt(el: Element): Line | undefined {
    const key = this.list.keyAt(el);
    return key === undefined ? undefined : this.lines[this.places.get(key) ?? -1];
  }

  /** The element of a line, where it is in the page. */
  elementOf(line: Line): HTMLElement | undefined {
    return this.list.elementOf(this.look.key(line));
  }

  /** Shows other lines. What has the focus keeps it, or what takes its place has it. */
  show(lines: readonly Line[]): void {
    const { hasFocus } = this;
    this.list.reset(() => {
      const place = this.place ?? 0;
      this.lines = lines;
      this.places = new Map(lines.map((line, index) => [this.look.key(line), index]));
      if (!this.isEntered) this.active = this.keyOf(0);
      else if (this.place === undefined) this.active = this.keyOf(Math.min(place, lines.length - 1));
    }, (key) => this.places.get(key));
    if (hasFocus && !this.hasFocus) this.focus(this.place ?? 0);
  }

  /** Gives a line the focus. */
  focus(place: number): void {
    const key = this.keyOf(place);
    if (key === undefined) return;
    this.activate(key);
    this.list.reveal(place)?.focus({ preventScroll: true });
  }

  unload(): void {
    this.list.unload();
    this.el.remove();
  }

  private keyOf(place: number): string | undefined {
    const line = this.lines[place];
    return line === undefined ? undefined : this.look.key(line);
  }

  private activate(key: string): void {
    if (this.active === key) return;
    const before = this.active;
    this.active = key;
    for (const one of [before, key]) if (one !== undefined) this.list.elementOf(one)?.setAttr("tabindex", one === key ? "0" : "-1");
  }

  private drawLine(place: number, known: HTMLElement | undefined): HTMLElement {
    const el = known ?? createDiv({ cls: "distinguo-tree-line", attr: { role: "treeitem", tabindex: this.keyOf(place) === this.active ? "0" : "-1" } });
    const line = this.lines[place];
    const before = this.shown.get(el);
    if (line === undefined) return el;
    if (before === undefined || !this.look.isSame(before, line)) this.look.draw(el, line);
    this.shown.set(el, line);
    return el;
  }
}
