import { setIcon, setTooltip } from "obsidian";
import type { Way } from "./outside";

const signs: Record<Way, { icon: string; where: string }> = {
  up: { icon: "arrow-up", where: "above" },
  down: { icon: "arrow-down", where: "below" },
  left: { icon: "arrow-left", where: "to the left" },
  right: { icon: "arrow-right", where: "to the right" },
};

/**
 * The row below the picture: how many names are out of sight, and on which side; and buttons that do what the keys +, − and 0
 * do. It has a place of its own, so that it covers no name. With the keys, one stop of the tabulator key is enough.
 */
export class Foot {
  private readonly ways = new Map<Way, HTMLButtonElement>();

  constructor(parent: HTMLElement, acts: { zoom(factor: number): void; fit(): void; go(way: Way): void }) {
    const el = parent.createDiv({ cls: "distinguo-map-foot" });
    const outside = el.createDiv({ cls: "distinguo-map-outside" });
    for (const way of ["up", "down", "left", "right"] as const) {
      const button = outside.createEl("button", { attr: { type: "button", tabindex: "-1", hidden: "" } });
      button.createSpan();
      setIcon(button.createSpan({ cls: "distinguo-icon" }), signs[way].icon);
      button.addEventListener("click", () => acts.go(way));
      this.ways.set(way, button);
    }
    const bar = el.createDiv({ cls: "distinguo-map-zoom" });
    const add = (icon: string, title: string, act: () => void): void => {
      const button = bar.createEl("button", { cls: "clickable-icon", attr: { type: "button", tabindex: "-1" } });
      setIcon(button, icon);
      setTooltip(button, title, { placement: "top" });
      button.addEventListener("click", act);
    };
    add("plus", "Zoom in (+)", () => acts.zoom(1.25));
    add("minus", "Zoom out (−)", () => acts.zoom(0.8));
    add("maximize", "Show all (0)", () => acts.fit());
  }

  /** Says how many names lie outside on each side. */
  show(counts: Readonly<Record<Way, number>>): void {
    for (const [way, button] of this.ways) {
      const count = counts[way];
      button.toggleAttribute("hidden", count === 0);
      button.firstElementChild?.setText(`${count.toLocaleString()} more ${signs[way].where}`);
    }
  }
}
