import { setIcon, setTooltip } from "obsidian";
import type { Facets, RelationKind } from "../../core/index";
import { keepPlace } from "../keep-place";
import { addButton } from "../press";
import { toggled } from "../toggled";
import { firstOutlook, type Outlook } from "./outlook";

/** What is left out of what lies round a note. */
export type Filter = Outlook["filter"];

/** How the kinds of relations are called. */
const kinds: Readonly<Record<RelationKind, string>> = { broader: "Broader", narrower: "Narrower", related: "Related", contrast: "Contrasts", mention: "Mentions", tag: "Tags" };

/** What else can be chosen, and what says so. */
const choices = { tags: "With a tag", folders: "In a folder", domains: "Used in" } as const;
type Choice = keyof typeof choices;

/** How many values of a kind are offered before one asks for more. */
const few = 6;

function nameOf(choice: Choice, value: string): string {
  if (choice === "tags") return `#${value}`;
  return choice === "folders" ? value || "The vault’s root" : value;
}

/** Whether a filter leaves anything out. */
export function isFiltering({ without, tags, folders, domains }: Filter): boolean {
  return [without, tags, folders, domains].some(({ length }) => length > 0);
}

/** What leaves nothing out. */
export const noFilter: Filter = firstOutlook().filter;

/** Where there is nothing to filter by. */
export const noFacets: Facets = { kinds: [], tags: [], folders: [], domains: [] };

/** Offers what can be left out, each with how many nodes it concerns. */
export class FilterPanel {
  readonly el: HTMLElement;
  private readonly whole = new Set<Choice>();
  private shown = "";
  private facets = noFacets;
  private filter = noFilter;

  constructor(
    parent: HTMLElement,
    id: string,
    private readonly change: (filter: Filter) => void,
  ) {
    this.el = parent.createDiv({ cls: "distinguo-filter", attr: { id, role: "group", "aria-labelledby": `${id}-title` } });
    this.el.hide();
  }

  show(facets: Facets, filter: Filter): void {
    this.facets = facets;
    this.filter = filter;
    const shown = JSON.stringify([facets, filter]);
    if (shown === this.shown) return;
    this.shown = shown;
    this.draw();
  }

  private draw(): void {
    keepPlace(this.el, () => {
      const { el, facets, filter } = this;
      el.empty();
      el.createSpan({ cls: "distinguo-spoken", text: "Filter", attr: { id: `${el.id}-title` } });
      const counted = new Map(facets.kinds.map(({ value, count }) => [value, count]));
      const offered = (Object.keys(kinds) as RelationKind[]).filter((kind) => counted.has(kind) || filter.without.includes(kind));
      if (offered.length > 0) {
        const group = this.addGroup("Kinds of relations", "kinds");
        for (const kind of offered) this.addToggle(group, kinds[kind], counted.get(kind) ?? 0, !filter.without.includes(kind), () => this.change({ ...filter, without: toggled(filter.without, kind) }));
      }
      for (const choice of Object.keys(choices) as Choice[]) this.drawChoice(choice);
      if (el.childElementCount === 1) el.createEl("p", { cls: "distinguo-filter-none", text: "There is nothing to filter here." });
    });
  }

  private drawChoice(choice: Choice): void {
    const { facets, filter } = this;
    const counted = new Map(facets[choice].map(({ value, count }) => [value, count]));
    const values = [...new Set([...filter[choice], ...counted.keys()])];
    // A single one chooses nothing, unless something has been chosen.
    if (values.length < 2 && filter[choice].length === 0) return;
    const group = this.addGroup(choices[choice], choice);
    const room = this.whole.has(choice) || values.length <= few + 1 ? values.length : Math.max(few, filter[choice].length);
    for (const value of values.slice(0, room)) {
      this.addToggle(group, nameOf(choice, value), counted.get(value) ?? 0, filter[choice].includes(value), () => this.change({ ...filter, [choice]: toggled(filter[choice], value) }));
    }
    if (room < values.length) {
      addButton(group, "distinguo-quiet", `${values.length - room} more`, () => {
        this.whole.add(choice);
        this.draw();
      });
    }
  }

  private addGroup(title: string, name: string): HTMLElement {
    const group = this.el.createDiv({ cls: "distinguo-filter-group", attr: { role: "group", "aria-labelledby": `${this.el.id}-${name}` } });
    group.createDiv({ cls: "distinguo-filter-title", text: title, attr: { id: `${this.el.id}-${name}` } });
    return group.createDiv({ cls: "distinguo-toggles" });
  }

  private addToggle(parent: HTMLElement, text: string, count: number, isOn: boolean, press: () => void): void {
    const button = addButton(parent, "distinguo-toggle", "", press);
    button.setAttr("aria-pressed", String(isOn));
    button.createEl("bdi", { text });
    button.createSpan({ cls: "distinguo-count", text: count.toLocaleString() });
  }
}

/** Shows what is left out, each as a button that takes it back. */
export function drawChips(el: HTMLElement, filter: Filter, change: (filter: Filter) => void): void {
  keepPlace(el, () => {
    el.empty();
    const add = (text: string, tooltip: string, taken: Filter): void => {
      const chip = addButton(el, "distinguo-chip", "", () => change(taken));
      chip.createEl("bdi", { text });
      setIcon(chip.createSpan({ cls: "distinguo-chip-x", attr: { "aria-hidden": "true" } }), "x");
      setTooltip(chip, tooltip);
    };
    for (const kind of filter.without) add(`No ${kinds[kind].toLowerCase()}`, `No ${kinds[kind].toLowerCase()}: show them again`, { ...filter, without: toggled(filter.without, kind) });
    for (const choice of Object.keys(choices) as Choice[]) {
      for (const value of filter[choice]) add(nameOf(choice, value), `${nameOf(choice, value)}: show others too`, { ...filter, [choice]: toggled(filter[choice], value) });
    }
    if (isFiltering(filter)) addButton(el, "distinguo-quiet", "Show all", () => change(noFilter));
  });
}
