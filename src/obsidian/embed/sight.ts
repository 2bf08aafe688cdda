import { Component } from "obsidian";

/** Knows whether an element is in sight, in whichever window it stands, and how wide it is. */
export class Sight extends Component {
  isSeen = false;
  private observers: { disconnect(): void }[] = [];

  /**
   * @param come called when the element comes into sight
   * @param resized called when its size changes while it is
   */
  constructor(
    private readonly el: HTMLElement,
    private readonly come: () => void,
    private readonly resized: () => void,
  ) {
    super();
  }

  override onload(): void {
    this.observe();
    // An observer knows only the window that it was made in.
    this.register(this.el.onWindowMigrated(() => this.observe()));
    this.register(() => this.disconnect());
  }

  private observe(): void {
    this.disconnect();
    const { defaultView } = this.el.doc;
    if (!defaultView) return;
    const sight = new defaultView.IntersectionObserver((entries) => {
      const isSeen = entries.at(-1)?.isIntersecting === true;
      if (isSeen === this.isSeen) return;
      this.isSeen = isSeen;
      if (isSeen) this.come();
    });
    const size = new defaultView.ResizeObserver(() => {
      if (this.isSeen) this.resized();
    });
    sight.observe(this.el);
    size.observe(this.el);
    this.observers = [sight, size];
  }

  private disconnect(): void {
    for (const observer of this.observers) observer.disconnect();
    this.observers = [];
    this.isSeen = false;
  }
}
