import { setIcon, setTooltip } from "obsidian";

/** A button beside a map: its icon, its name, and what it does. */
export type ToolButton = readonly [icon: string, title: string, press: (event: MouseEvent) => void];

/** Adds a column of buttons, each named by its tooltip. */
export function addToolButtons(parent: HTMLElement, labelledBy: string, buttons: readonly ToolButton[]): HTMLElement {
  const tools = parent.createDiv({ cls: "distinguo-map-tools", attr: { role: "group", "aria-labelledby": labelledBy } });
  for (const [icon, title, press] of buttons) {
    const button = tools.createEl("button", { cls: "clickable-icon", attr: { type: "button" } });
    setIcon(button, icon);
    setTooltip(button, title, { placement: "left" });
    button.addEventListener("click", press);
  }
  return tools;
}
