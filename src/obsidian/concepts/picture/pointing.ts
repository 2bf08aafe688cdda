/** What is pointed at: a node by its key, or a line by its id. */
export interface Pointed {
  key?: string;
  edge?: string;
}

/** How long the pointer rests before it points, in ms: on its way to what is told it passes by others. */
const rest = 90;

/** What the pointer or the focus is at. What was pointed at last is told of until something else is, or the pointer leaves. */
export class Pointing {
  private timer: number | undefined;
  private pointed: Pointed | undefined;
  /** A line that was pressed is held until something else is. */
  private isHeld = false;

  constructor(
    private readonly el: HTMLElement,
    private readonly ground: HTMLElement,
    private readonly tell: (pointed: Pointed | undefined) => void,
  ) {
    ground.addEventListener("mouseover", ({ targetNode }) => {
      const found = pointedBy(targetNode);
      this.cancel();
      if (!found || this.isHeld) return;
      this.timer = this.el.win.setTimeout(() => this.point(found), rest);
    });
    ground.addEventListener("mouseout", () => this.cancel());
    el.addEventListener("mouseleave", () => {
      this.cancel();
      if (!this.isHeld) this.point(this.focused());
    });
    ground.addEventListener("focusin", ({ targetNode }) => {
      const found = pointedBy(targetNode);
      this.isHeld = false;
      this.cancel();
      if (found) this.point(found);
    });
    el.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget === null || !this.el.contains(relatedTarget as Node)) this.letGo();
    });
    ground.addEventListener("click", ({ targetNode }) => {
      const found = pointedBy(targetNode);
      if (found?.edge === undefined) return;
      this.isHeld = true;
      this.point(found);
    });
  }

  /** Points at nothing. */
  letGo(): void {
    this.isHeld = false;
    this.cancel();
    if (this.pointed) this.point(undefined);
  }

  /** Tells of the same again, which may have changed; where it is gone, of what has come under the pointer or has the focus. */
  redraw(isThere: (pointed: Pointed) => boolean): void {
    if (!this.pointed) return;
    if (!isThere(this.pointed)) {
      this.isHeld = false;
      this.pointed = pointedBy(this.ground.find(".distinguo-spot:hover")) ?? this.focused();
    }
    this.tell(this.pointed);
  }

  unload(): void {
    this.cancel();
  }

  private point(pointed: Pointed | undefined): void {
    if (pointed?.key === this.pointed?.key && pointed?.edge === this.pointed?.edge) return;
    this.pointed = pointed;
    this.tell(pointed);
  }

  private focused(): Pointed | undefined {
    const { activeElement } = this.ground.doc;
    return this.ground.contains(activeElement) ? pointedBy(activeElement) : undefined;
  }

  private cancel(): void {
    this.el.win.clearTimeout(this.timer);
    this.timer = undefined;
  }
}

function pointedBy(target: Node | null): Pointed | undefined {
  if (!target?.instanceOf(Element)) return undefined;
  const key = target.closest<HTMLElement>(".distinguo-spot")?.dataset["key"];
  if (key !== undefined) return { key };
  const edge = target.closest<SVGElement>(".distinguo-edge")?.dataset["edge"];
  return edge === undefined ? undefined : { edge };
}
