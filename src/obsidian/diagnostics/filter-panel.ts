import { severities } from "../../core/index";
import { keepPlace } from "../keep-place";
import { addButton } from "../press";
import { toggled } from "../toggled";
import type { Facets } from "./arrange";
import { dayOf, times, type Look, type Time } from "./look";

/** What a filter can be set to, and what becomes of it. */
export interface FilterState {
  look: Look;
  facets: Facets;
  /** The rules in their order. */
  rules: readonly string[];
  /** The folder of the active note; null where no note is active. */
  here: string | null;
}

/** Offers what can be left out, each with how many diagnostics it would leave. */
export class FilterPanel {
  readonly el: HTMLElement;
  private readonly groups: Record<"severity" | "changed" | "folder" | "rule", HTMLElement>;
  /** Stays, since a day is typed in parts. */
  private readonly day: HTMLInputElement;
  private told = "";

  constructor(
    parent: HTMLElement,
    private readonly id: string,
    private readonly change: (change: Partial<Look>) => void,
  ) {
    this.el = parent.createDiv({ cls: "distinguo-filter", attr: { id, role: "group", "aria-labelledby": `${id}-title` } });
    this.el.createSpan({ cls: "distinguo-spoken", text: "Filter", attr: { id: `${id}-title` } });
    this.groups = { severity: this.addGroup("Severity"), changed: this.addGroup("Note changed"), folder: this.addGroup("Folder"), rule: this.addGroup("Rule") };
    const label = createEl("label", { cls: "distinguo-since", text: "Since" });
    this.groups.changed.after(label);
    this.day = label.createEl("input", { type: "date", attr: { min: "1970-01-01" } });
    this.day.addEventListener("input", () => {
      if (this.day.validity.valid) change({ since: this.day.value || "any" });
    });
    this.el.hide();
  }

  show(state: FilterState): void {
    if (!this.el.isShown()) return;
    const { look, facets, rules, here } = state;
    const told = JSON.stringify([look, here, [...facets.severities], [...facets.rules]]);
    if (told === this.told) return;
    this.told = told;
    if (!this.day.isActiveElement()) this.day.value = dayOf(look.since);
    keepPlace(this.el, () => {
      const { severity: loud, changed, folder: place, rule: named } = this.groups;
      for (const group of Object.values(this.groups)) group.empty();
      for (const severity of severities) {
        const count = facets.severities.get(severity) ?? 0;
        const isOn = look.severities.includes(severity);
        if (count > 0 || isOn) this.addToggle(loud, severity, isOn, () => ({ severities: toggled(look.severities, severity) }), count);
      }
      for (const since of Object.keys(times) as Time[]) this.addToggle(changed, times[since], look.since === since, () => ({ since }));
      this.addToggle(place, "Whole vault", look.folder === null, () => ({ folder: null }));
      for (const folder of new Set([look.folder, here])) if (folder !== null) this.addToggle(place, folderName(folder), look.folder === folder, () => ({ folder: look.folder === folder ? null : folder }));
      for (const rule of rules) {
        const count = facets.rules.get(rule) ?? 0;
        const isOn = look.rules.includes(rule);
        if (count > 0 || isOn) this.addToggle(named, rule, isOn, () => ({ rules: toggled(look.rules, rule) }), count);
      }
    });
  }

  private addGroup(title: string): HTMLElement {
    const id = `${this.id}-${title.replace(/\s/g, "")}`;
    const group = this.el.createDiv({ cls: "distinguo-filter-group", attr: { role: "group", "aria-labelledby": id } });
    group.createEl("p", { cls: "distinguo-filter-title", text: title, attr: { id } });
    return group.createDiv({ cls: "distinguo-toggles" });
  }

  private addToggle(parent: HTMLElement, text: string, isOn: boolean, change: () => Partial<Look>, count?: number): void {
    const button = addButton(parent, "distinguo-toggle", "", () => this.change(change()));
    button.createEl("bdi", { text });
    if (count !== undefined) button.createSpan({ cls: "distinguo-count", text: count.toLocaleString() });
    button.setAttr("aria-pressed", String(isOn));
  }
}

/** How a folder is called where one chooses it. */
export function folderName(folder: string): string {
  return folder === "" || folder === "/" ? "The vault’s root" : folder;
}
