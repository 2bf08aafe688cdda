import { setIcon, setTooltip } from "obsidian";

/** Adds buttons that do what the keys +, − and 0 do; with these, one stop of the tabulator key is enough. */
export function addZoomButtons(parent: HTMLElement, acts: { zoom(factor: number): void; fit(): void }): void {
  const bar = parent.createDiv({ cls: "distinguo-map-zoom" });
  const add = (icon: string, title: string, act: () => void): void => {
    const button = bar.createEl("button", { cls: "clickable-icon", attr: { type: "button", tabindex: "-1" } });
    setIcon(button, icon);
    setTooltip(button, title, { placement: "left" });
    button.addEventListener("click", act);
  };
  add("plus", "Zoom in (+)", () => acts.zoom(1.25));
  add("minus", "Zoom out (−)", () => acts.zoom(0.8));
  add("maximize", "Show all (0)", () => acts.fit());
}
