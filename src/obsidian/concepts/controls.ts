import { Keymap, Menu } from "obsidian";
import type { Facets, FoundConcept } from "../../core/index";
import { addButton } from "../press";
import { drawChips, FilterPanel, isFiltering, noFacets, type Filter } from "./filter";
import type { Outlook } from "./outlook";
import { Search } from "./search";
import { Toolbar } from "./toolbar";

/** What the controls of the view do. */
export interface ControlActs {
  find(text: string, limit: number): Promise<FoundConcept[]>;
  open(path: string, event: MouseEvent | KeyboardEvent): void;
  moveTo(path: string): void;
  step(by: -1 | 1): void;
  lock(): void;
  /** Looks in another way. */
  look(changes: Partial<Outlook>): void;
  /** Puts into the menu of the view what belongs there. */
  menu(menu: Menu): void;
}

/** How the controls stand. */
export interface ControlState {
  outlook: Outlook;
  canGoBack: boolean;
  canGoForward: boolean;
  /** What is in the middle. */
  label: string;
  /** By what can be filtered; undefined where nothing is shown. */
  facets: Facets | undefined;
}

/** How many there have been: the ids of two in one window must differ. */
let controls = 0;

/** All by which one says what the view shows: the buttons, the search, the filter and what it leaves out. */
export class Controls {
  private readonly tabs: readonly { tab: Outlook["tab"]; button: HTMLElement }[];
  /** What is of no use to the square. */
  private readonly toolsEl: HTMLElement;
  private readonly toolbar: Toolbar;
  private readonly search: Search;
  private readonly panel: FilterPanel;
  private readonly chipsEl: HTMLElement;
  private isPanelOpen = false;
  private state: ControlState | undefined;
  private chips = "";

  constructor(
    parent: HTMLElement,
    private readonly acts: ControlActs,
  ) {
    const el = parent.createDiv({ cls: "distinguo-controls" });
    const tabsEl = el.createDiv({ cls: "distinguo-tabs", attr: { role: "group" } });
    this.tabs = ([["concept", "Concept"], ["square", "2 × 2"]] as const).map(([tab, text]) => ({ tab, button: addButton(tabsEl, "distinguo-tab", text, () => acts.look({ tab })) }));
    this.toolsEl = el.createDiv();
    this.toolbar = new Toolbar(this.toolsEl, {
      step: (by) => acts.step(by),
      goDeep: (depth) => acts.look({ depth }),
      lock: () => acts.lock(),
      picture: () => acts.look({ picture: this.state?.outlook.picture !== true }),
      filter: () => this.togglePanel(),
      search: () => this.toggleSearch(),
      more: (button) => this.more(button),
    });
    this.search = new Search(this.toolsEl, { find: (text, limit) => acts.find(text, limit), choose: (found, event) => this.choose(found, event), close: () => this.closeSearch() });
    this.chipsEl = this.toolsEl.createDiv({ cls: "distinguo-chips" });
    this.panel = new FilterPanel(this.toolsEl, `distinguo-filter-${++controls}`, (filter) => this.filter(filter));
    this.panel.el.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.togglePanel();
      this.toolbar.focus("filter");
    });
  }

  /** Puts the filter where there is room for it: at the top of what scrolls. */
  placePanel(parent: HTMLElement): void {
    parent.prepend(this.panel.el);
  }

  show(state: ControlState): void {
    this.state = state;
    for (const { tab, button } of this.tabs) button.setAttr("aria-pressed", String(tab === state.outlook.tab));
    this.toolsEl.toggle(state.outlook.tab === "concept");
    const { outlook: { filter, locked, depth, picture }, facets, canGoBack, canGoForward, label } = state;
    this.toolbar.update({ canGoBack, canGoForward, depth, label, isLocked: locked !== null, hasPicture: picture, isFiltering: this.isPanelOpen, hasFilters: isFiltering(filter), isSearching: this.search.isShown });
    if (this.isPanelOpen) this.panel.show(facets ?? noFacets, filter);
    const chips = JSON.stringify(filter);
    if (chips === this.chips) return;
    this.chips = chips;
    const hadFocus = this.chipsEl.contains(this.chipsEl.doc.activeElement);
    this.chipsEl.toggle(isFiltering(filter));
    drawChips(this.chipsEl, filter, (changed) => this.filter(changed));
    if (hadFocus && !isFiltering(filter)) this.toolbar.focus("filter");
  }

  private filter(filter: Filter): void {
    this.acts.look({ filter });
  }

  private again(): void {
    if (this.state) this.show(this.state);
  }

  private togglePanel(): void {
    this.isPanelOpen = !this.isPanelOpen;
    this.panel.el.toggle(this.isPanelOpen);
    this.again();
    if (!this.isPanelOpen) return;
    this.panel.el.scrollIntoView({ block: "nearest" });
    this.panel.el.find("button")?.focus({ preventScroll: true });
  }

  private toggleSearch(): void {
    if (this.search.isShown) this.search.hide();
    else this.search.show();
    this.again();
  }

  private closeSearch(): void {
    this.search.hide();
    this.again();
    this.toolbar.focus("search");
  }

  private choose({ path }: FoundConcept, event: MouseEvent | KeyboardEvent): void {
    const isOpened = Keymap.isModEvent(event) !== false;
    if (isOpened) this.acts.open(path, event);
    else this.acts.moveTo(path);
    this.search.hide();
    this.again();
    if (!isOpened) this.toolbar.focus("search");
  }

  private more(button: HTMLElement): void {
    const menu = new Menu();
    this.acts.menu(menu);
    const { left, bottom } = button.getBoundingClientRect();
    menu.showAtPosition({ x: left, y: bottom }, button.doc);
  }
}
