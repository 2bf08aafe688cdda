import { SearchComponent, setIcon } from "obsidian";
import type { RuleAbout } from "../../core/index";
import { keepPlace } from "../keep-place";
import { addButton } from "../press";
import { toggled } from "../toggled";
import type { Arranged } from "./arrange";
import { FilterPanel, folderName } from "./filter-panel";
import { isFiltering, noFilter, timeTitle, type Look } from "./look";
import type { VaultReport } from "./report";
import { RunState, type RunActs } from "./run-state";

const abouts = { all: "All", prose: "Prose", notes: "Notes" } as const;
const aboutKeys: readonly (keyof typeof abouts)[] = ["all", "prose", "notes"];

/** What the head shows. */
export interface HeadState {
  look: Look;
  arranged: Arranged;
  rules: readonly RuleAbout[];
  here: string | null;
}

/** What the head asks for. */
export interface HeadActs extends RunActs {
  change: (change: Partial<Look>) => void;
  toList: () => void;
  /** Shows a menu below a button. */
  groupMenu: (below: HTMLElement) => void;
  moreMenu: (below: HTMLElement) => void;
}

/** How many are shown of how many, in words. */
export function summaryOf({ shown, total, notes, allNotes }: Arranged, size: number): string {
  const in_ = (count: number): string => (count === 1 ? "1 note" : `${count.toLocaleString()} notes`);
  if (total === 0) return `Nothing found in ${in_(size)}.`;
  if (shown === 0) return `None of ${total.toLocaleString()} fits.`;
  if (shown === total) return `${total.toLocaleString()} in ${allNotes.toLocaleString()} of ${in_(size)}`;
  return `${shown.toLocaleString()} of ${total.toLocaleString()} in ${in_(notes)}`;
}

/** What stands above the list: the search, the filter, how far the judging has come, and how many diagnostics there are. */
export class Head {
  readonly el: HTMLElement;
  private readonly field: HTMLInputElement;
  private readonly segments = new Map<string, { button: HTMLElement; count: HTMLElement }>();
  private readonly panel: FilterPanel;
  private readonly filterButton: HTMLElement;
  private readonly chips: HTMLElement;
  private readonly sum: HTMLElement;
  private readonly run: RunState;
  private state: HeadState | undefined;

  constructor(
    parent: HTMLElement,
    id: string,
    private readonly report: VaultReport,
    private readonly acts: HeadActs,
  ) {
    this.el = parent.createDiv({ cls: "distinguo-report-top" });
    const bar = this.el.createDiv({ cls: "distinguo-report-bar" });
    this.field = new SearchComponent(bar).setPlaceholder("Search…").onChange((text) => acts.change({ text })).inputEl;
    this.field.setAttrs({ "aria-label": "Search diagnostics", dir: "auto" });
    this.filterButton = this.addTool(bar, "list-filter", "Filter", () => this.toggleFilter());
    this.filterButton.setAttrs({ "aria-expanded": "false", "aria-controls": `${id}-filter` });
    this.addTool(bar, "list-tree", "Group", acts.groupMenu);
    this.addTool(bar, "more-vertical", "More", acts.moreMenu);
    this.panel = new FilterPanel(this.el, `${id}-filter`, acts.change);
    this.panel.el.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.toggleFilter();
      this.filterButton.focus();
    });
    const segments = this.el.createDiv({ cls: "distinguo-segments", attr: { role: "group" } });
    for (const about of aboutKeys) {
      const button = addButton(segments, "distinguo-segment", abouts[about], () => acts.change({ about }));
      this.segments.set(about, { button, count: button.createSpan({ cls: "distinguo-count" }) });
    }
    this.chips = this.el.createDiv({ cls: "distinguo-chips" });
    this.run = new RunState(this.el, id, report, acts);
    this.sum = this.el.createEl("p", { cls: "distinguo-report-sum", attr: { id: `${id}-sum`, role: "status" } });
    this.field.addEventListener("keydown", (event) => {
      if (event.isComposing || (event.key !== "ArrowDown" && event.key !== "Enter" && event.key !== "Escape")) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === "Escape" && this.field.value !== "") {
        this.field.value = "";
        acts.change({ text: "" });
      } else acts.toList();
    });
  }

  show(state: HeadState): void {
    this.state = state;
    const { look, arranged, rules, here } = state;
    const { about: counts } = arranged.facets;
    const all = (counts.get("prose") ?? 0) + (counts.get("notes") ?? 0);
    for (const [about, { button, count }] of this.segments) {
      button.setAttr("aria-pressed", String(look.about === about));
      count.setText((about === "all" ? all : (counts.get(about) ?? 0)).toLocaleString());
    }
    if (this.field.value !== look.text) this.field.value = look.text;
    this.panel.show({ look, facets: arranged.facets, rules: rules.map(({ id }) => id), here });
    this.filterButton.toggleClass("is-active", isFiltering(look));
    this.showChips(look);
    this.run.show();
    // While notes are judged nobody wants to hear each number.
    this.sum.setAttr("aria-busy", String(this.report.progress !== undefined || !this.report.isBegun));
    const isEmpty = arranged.total === 0 && (this.report.progress !== undefined || this.report.left > 0);
    this.sum.setText(isEmpty ? "Nothing found yet." : summaryOf(arranged, this.report.size));
  }

  showProgress(): void {
    this.run.showProgress();
  }

  /** Puts what is typed elsewhere behind what is searched for. */
  type(text: string): void {
    this.field.focus();
    this.field.value += text;
    this.acts.change({ text: this.field.value });
  }

  focusSearch(): void {
    this.field.focus();
    this.field.select();
  }

  private addTool(parent: HTMLElement, icon: string, name: string, press: (button: HTMLElement) => void): HTMLElement {
    const button = addButton(parent, "clickable-icon", "", press);
    button.setAttr("aria-label", name);
    setIcon(button, icon);
    return button;
  }

  private toggleFilter(): void {
    const { el } = this.panel;
    el.toggle(!el.isShown());
    this.filterButton.setAttr("aria-expanded", String(el.isShown()));
    if (this.state) this.show(this.state);
  }

  private showChips({ severities, rules, folder, since }: Look): void {
    const chips: [string, Partial<Look>][] = [
      ...severities.map((one): [string, Partial<Look>] => [one, { severities: toggled(severities, one) }]),
      ...rules.map((one): [string, Partial<Look>] => [one, { rules: toggled(rules, one) }]),
      ...(folder === null ? [] : [[`In ${folderName(folder)}`, { folder: null }] satisfies [string, Partial<Look>]]),
      ...(since === "any" ? [] : [[`Changed: ${timeTitle(since)}`, { since: "any" }] satisfies [string, Partial<Look>]]),
    ];
    // The panel says it all, while it is open.
    const isOpen = this.panel.el.isShown();
    const told = JSON.stringify([chips, isOpen]);
    if (this.chips.dataset["told"] === told) return;
    this.chips.dataset["told"] = told;
    const hadFocus = this.chips.matches(":focus-within");
    keepPlace(this.chips, () => {
      this.chips.empty();
      for (const [text, without] of isOpen ? [] : chips) {
        const chip = addButton(this.chips, "distinguo-chip", "", () => this.acts.change(without));
        chip.createSpan({ cls: "distinguo-spoken", text: "Do not filter by " });
        chip.createEl("bdi", { text });
        setIcon(chip.createSpan({ cls: "distinguo-chip-x", attr: { "aria-hidden": "true" } }), "x");
      }
      if (chips.length > (isOpen ? 0 : 1)) addButton(this.chips, "distinguo-quiet", isOpen ? "Clear filter" : "Clear", () => this.acts.change({ ...noFilter }));
    });
    if (hadFocus && !this.chips.firstChild) this.filterButton.focus();
  }
}
