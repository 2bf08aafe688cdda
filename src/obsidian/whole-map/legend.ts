import { ownTones, tieKinds, tieLooks, toneOf, type MapContents, type MapCounts, type TieKind } from "../../core/index";
import { toggled } from "../toggled";
import type { Scene } from "./scene";

/** What of the map one wants to see; kept with the view. */
export interface Wishes {
  /** The kinds of ties that are hidden; undefined until one has chosen, when what says little is hidden where there is more. */
  hiddenTies: TieKind[] | undefined;
  hiddenTones: number[];
  missing: boolean;
  notes: boolean;
}

/** What each kind of ties is called. */
export const tieNames: Readonly<Record<TieKind, string>> = { contrast: "Contrasts", hierarchy: "Broader and narrower", related: "Related", mention: "Mentions", tag: "Tags" };

/** The kinds of ties that are hidden. Mentions and tags tie nearly everything to everything: they are shown unasked where there is nothing else. */
export function hiddenTies({ ties }: MapCounts, { hiddenTies: chosen }: Wishes): TieKind[] {
  if (chosen) return chosen;
  return ties.related + ties.contrast + ties.hierarchy > 0 ? ["mention", "tag"] : [];
}

interface Entry {
  name: string;
  count: number | undefined;
  isOn: boolean;
  draw: (swatch: HTMLElement) => void;
  toggle: () => void;
}

/** Shows what colours and lines mean; each is a button that hides what it stands for. */
export class Legend {
  private readonly el: HTMLElement;

  constructor(
    parent: HTMLElement,
    private readonly id: string,
    private readonly change: (wishes: Partial<Wishes>) => void,
  ) {
    this.el = parent.createEl("details", { cls: "distinguo-map-legend", attr: { open: "" } });
  }

  show({ contents, counts }: Scene, wishes: Wishes): void {
    const focused = [...this.el.querySelectorAll("button")].findIndex((button) => button.isActiveElement());
    this.el.empty();
    this.el.createEl("summary", { text: "Legend" });
    const hidden = hiddenTies(counts, wishes);
    this.group("Clusters", counts.tones.flatMap((count, tone): Entry[] => {
      if (count === 0) return [];
      return [{
        name: toneName(contents, tone),
        count,
        isOn: !wishes.hiddenTones.includes(tone),
        draw: (swatch) => swatch.createSpan({ cls: ["distinguo-map-dot", `distinguo-tone-${tone}`] }),
        toggle: () => this.change({ hiddenTones: toggled(wishes.hiddenTones, tone) }),
      }];
    }));
    this.group("Ties", tieKinds.flatMap((kind): Entry[] => {
      if (counts.ties[kind] === 0) return [];
      return [{
        name: tieNames[kind],
        count: counts.ties[kind],
        isOn: !hidden.includes(kind),
        draw: (swatch) => {
          const { width, dash } = tieLooks[kind];
          const svg = swatch.createSvg("svg", { cls: `distinguo-map-line distinguo-tie-${kind}`, attr: { viewBox: "0 0 24 10", width: 24, height: 10, "aria-hidden": "true" } });
          svg.createSvg("path", { attr: { d: "M0 5H24", "stroke-width": width + 0.3, "stroke-dasharray": dash.join(" ") } });
          if (kind === "hierarchy") svg.createSvg("path", { cls: "distinguo-map-head", attr: { d: "M24 5L17 1.5V8.5Z" } });
        },
        toggle: () => this.change({ hiddenTies: toggled(hidden, kind) }),
      }];
    }));
    const missing: Entry = {
      name: "Missing concepts",
      count: counts.missing,
      isOn: wishes.missing,
      draw: (swatch) => swatch.createSpan({ cls: "distinguo-map-dot is-missing" }),
      toggle: () => this.change({ missing: !wishes.missing }),
    };
    const notes: Entry = {
      name: "Other notes",
      count: wishes.notes ? counts.notes : undefined,
      isOn: wishes.notes,
      draw: (swatch) => swatch.createSpan({ cls: "distinguo-map-dot is-note" }),
      toggle: () => this.change({ notes: !wishes.notes }),
    };
    this.group("Also", [...(counts.missing > 0 ? [missing] : []), notes]);
    if (focused !== -1) this.el.querySelectorAll("button")[focused]?.focus({ preventScroll: true });
  }

  private group(title: string, entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    const group = this.el.createDiv({ cls: "distinguo-map-legend-group", attr: { role: "group" } });
    const heading = group.createDiv({ cls: "distinguo-map-legend-title", text: title });
    heading.id = `${this.id}-legend-${title.toLowerCase()}`;
    group.setAttribute("aria-labelledby", heading.id);
    for (const { name, count, isOn, draw, toggle } of entries) {
      const button = group.createEl("button", { cls: "distinguo-map-toggle", attr: { type: "button", "aria-pressed": String(isOn) } });
      draw(button.createSpan({ cls: "distinguo-map-swatch", attr: { "aria-hidden": "true" } }));
      button.createSpan({ cls: "distinguo-map-toggle-name", text: name, attr: { dir: "auto" } });
      if (count !== undefined) button.createSpan({ cls: "distinguo-count", text: count.toLocaleString() });
      button.addEventListener("click", toggle);
    }
  }
}

/** What a tone stands for. */
function toneName(contents: MapContents, tone: number): string {
  if (tone > ownTones) return "Without ties";
  if (tone === ownTones) return "Smaller clusters";
  const cluster = contents.clusterNames.findIndex((name, index) => name !== "" && toneOf(contents, index) === tone);
  return contents.clusterNames[cluster] ?? "";
}
