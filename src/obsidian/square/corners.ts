import type { SquareAbout } from "../../core/index";
import { meet, type Box } from "./labels";

/** How much of the field's height a name takes at most: higher ones are only named below the picture. */
const highest = 1 / 5;

/** What the four corners are called, behind the points of the field. The list below the picture says it again. */
export class Corners {
  private readonly el: HTMLElement;
  private corners: HTMLElement[] = [];

  constructor(private readonly field: HTMLElement) {
    this.el = field.createDiv({ cls: "distinguo-plot-corners", attr: { "aria-hidden": "true" } });
  }

  draw({ corners }: SquareAbout): void {
    this.el.empty();
    this.corners = ([[0, 1], [1, 1], [0, 0], [1, 0]] as const).map(([x, y]) => {
      const el = this.el.createDiv({ cls: `distinguo-plot-corner is-${x === 1 ? "right" : "left"} is-${y === 1 ? "top" : "bottom"}` });
      el.createDiv({ cls: "distinguo-plot-corner-name", text: corners[x][y].name });
      el.createDiv({ cls: "distinguo-plot-corner-text", text: corners[x][y].explanation });
      return el;
    });
  }

  /** Shows what there is room for, as if the field were empty, and tells what it covers. */
  fit(): Box[] {
    for (const el of [this.el, ...this.corners]) el.removeClasses(["is-brief", "is-covered"]);
    const names = this.corners.map((el) => el.find(".distinguo-plot-corner-name"));
    const limit = this.field.clientHeight * highest;
    this.el.toggleClass("is-covered", names.some((name) => name.scrollWidth > name.clientWidth || name.offsetHeight > limit));
    return this.corners.flatMap((el) => this.boxesOf(el));
  }

  /** Leaves out what would lie under something: the explanation first, then the name too. */
  giveWay(taken: readonly Box[]): void {
    const isMet = (el: HTMLElement): boolean => this.boxesOf(el).some((box) => taken.some((other) => meet(box, other)));
    for (const el of this.corners) {
      if (!isMet(el)) continue;
      el.addClass("is-brief");
      el.toggleClass("is-covered", isMet(el));
    }
  }

  /** What is written in a corner, as close as its lines are. */
  private boxesOf(el: HTMLElement): Box[] {
    const { field } = this;
    const origin = field.getBoundingClientRect();
    // A zoomed app measures otherwise than it lays out.
    const zoom = origin.width / field.offsetWidth || 1;
    return Array.from(el.children).flatMap((child): Box[] => {
      const range = child.doc.createRange();
      range.selectNodeContents(child);
      const { left, top, right, bottom, width } = range.getBoundingClientRect();
      const [dx, dy] = [origin.left + field.clientLeft * zoom, origin.top + field.clientTop * zoom];
      return width === 0 ? [] : [{ left: (left - dx) / zoom, top: (top - dy) / zoom, right: (right - dx) / zoom, bottom: (bottom - dy) / zoom }];
    });
  }
}
