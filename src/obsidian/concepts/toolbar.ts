import { setIcon, setTooltip } from "obsidian";

/** What the buttons over the view do. */
export interface ToolbarActs {
  step(by: -1 | 1): void;
  goDeep(depth: Depth): void;
  lock(): void;
  picture(): void;
  filter(): void;
  search(): void;
  more(button: HTMLElement): void;
}

/** How far one looks by oneself. */
export type Depth = 1 | 2 | 3;

/** How the buttons stand. */
export interface ToolbarState {
  canGoBack: boolean;
  canGoForward: boolean;
  depth: Depth;
  /** What the view shows, by its label, and whether it stays with it. */
  label: string;
  isLocked: boolean;
  hasPicture: boolean;
  isFiltering: boolean;
  hasFilters: boolean;
  isSearching: boolean;
}

const depths: readonly Depth[] = [1, 2, 3];

/** The buttons over the view. Tab leads to one of them, arrows to the others. */
export class Toolbar {
  readonly el: HTMLElement;
  private readonly buttons: Record<"back" | "forward" | "lock" | "picture" | "filter" | "search" | "more", HTMLButtonElement>;
  private readonly steps: readonly HTMLButtonElement[];
  private icon = "";

  constructor(parent: HTMLElement, acts: ToolbarActs) {
    this.el = parent.createDiv({ cls: "distinguo-toolbar", attr: { role: "toolbar" } });
    const title = this.el.createSpan({ cls: "distinguo-spoken", text: "What is shown", attr: { id: `distinguo-toolbar-${++toolbars}` } });
    this.el.setAttr("aria-labelledby", title.id);
    const way = this.el.createDiv({ cls: "distinguo-tools" });
    const tools = this.el.createDiv({ cls: "distinguo-tools" });
    const back = this.add(way, "arrow-left", "Back", () => acts.step(-1));
    const forward = this.add(way, "arrow-right", "Forward", () => acts.step(1));
    const depth = way.createDiv({ cls: "distinguo-depth", attr: { role: "group" } });
    this.steps = depths.map((steps) => {
      const button = depth.createEl("button", { cls: ["clickable-icon", "distinguo-depth-step"], text: String(steps), attr: { type: "button", tabindex: "-1" } });
      setTooltip(button, steps === 1 ? "1 step away" : `Up to ${steps} steps away`);
      button.addEventListener("click", () => acts.goDeep(steps));
      return button;
    });
    this.buttons = {
      back,
      forward,
      lock: this.add(tools, "lock-open", "Stay with this note", () => acts.lock()),
      picture: this.add(tools, "waypoints", "Picture", () => acts.picture()),
      filter: this.add(tools, "list-filter", "Filter", () => acts.filter()),
      search: this.add(tools, "search", "Find a concept", () => acts.search()),
      more: this.add(tools, "more-vertical", "More options", (button) => acts.more(button)),
    };
    this.buttons.more.setAttr("aria-haspopup", "menu");
    // Where one reads from right to left, the way back is the other one.
    for (const button of [back, forward]) button.addClass("distinguo-way");
    back.tabIndex = 0;
    this.el.addEventListener("keydown", (event) => this.onKey(event));
    this.el.addEventListener("focusin", ({ targetNode }) => {
      for (const one of this.all()) one.tabIndex = one === targetNode ? 0 : -1;
    });
  }

  update({ canGoBack, canGoForward, depth, label, isLocked, hasPicture, isFiltering, hasFilters, isSearching }: ToolbarState): void {
    const { back, forward, lock, picture, filter, search } = this.buttons;
    // What is disabled would lose the focus.
    back.setAttr("aria-disabled", String(!canGoBack));
    forward.setAttr("aria-disabled", String(!canGoForward));
    this.steps.forEach((button, index) => press(button, depths[index] === depth));
    press(lock, isLocked);
    setTooltip(lock, isLocked ? `Stays with “${label}”: follow the active note again` : `Stay with “${label}”`);
    const icon = isLocked ? "lock" : "lock-open";
    if (icon !== this.icon) setIcon(lock, icon);
    this.icon = icon;
    press(picture, hasPicture);
    filter.setAttr("aria-expanded", String(isFiltering));
    filter.toggleClass("is-active", isFiltering || hasFilters);
    search.setAttr("aria-expanded", String(isSearching));
    search.toggleClass("is-active", isSearching);
  }

  /** Gives the focus to a button. */
  focus(which: "filter" | "search"): void {
    this.buttons[which].focus();
  }

  private add(parent: HTMLElement, icon: string, title: string, act: (button: HTMLElement) => void): HTMLButtonElement {
    const button = parent.createEl("button", { cls: "clickable-icon", attr: { type: "button", tabindex: "-1" } });
    setIcon(button, icon);
    setTooltip(button, title);
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-disabled") !== "true") act(button);
    });
    return button;
  }

  private all(): HTMLButtonElement[] {
    return [...this.el.querySelectorAll("button")];
  }

  private onKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const all = this.all();
    const at = all.findIndex((one) => one === event.targetNode);
    const isRtl = this.el.win.getComputedStyle(this.el).direction === "rtl";
    const by = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1, Home: -at, End: all.length - 1 - at }[event.key];
    if (by === undefined || at === -1) return;
    event.preventDefault();
    all[(at + by + all.length) % all.length]?.focus();
  }
}

/** How many there have been: the ids of two in one window must differ. */
let toolbars = 0;

function press(button: HTMLElement, isPressed: boolean): void {
  button.setAttr("aria-pressed", String(isPressed));
  button.toggleClass("is-active", isPressed);
}
