import { Platform } from "obsidian";
import { addButton } from "../press";
import { addQuoting } from "../quoted";

/** One way to have a diagnostic ignored. */
export interface Ignoring {
  title: string;
  /** What it does, in some words. */
  detail: string;
  /** Absent where it can't be done; the detail says why. */
  press?: (reason: string) => void;
  /** Whether it takes a reason. */
  takesReason?: boolean;
}

const panelId = "distinguo-card-ignoring";

/** Adds the button that unfolds the ways to ignore a diagnostic, and the room for them. */
export function addIgnoring(body: HTMLElement, foot: HTMLElement): void {
  const panel = body.createDiv({ cls: "distinguo-ignoring", attr: { id: panelId, role: "group", hidden: "" } });
  const toggle = addButton(foot, "distinguo-quiet distinguo-ignore", "Ignore…", () => {
    panel.hidden = !panel.hidden;
    toggle.setAttr("aria-expanded", String(!panel.hidden));
    if (panel.hidden) return;
    panel.scrollIntoView({ block: "nearest" });
    // On a phone a field in focus brings up the keyboard, which one may not want.
    if (!Platform.isMobile) panel.querySelector<HTMLElement>("input, button:enabled")?.focus();
  });
  toggle.setAttrs({ "aria-expanded": "false", "aria-controls": panelId });
  panel.setAttr("aria-labelledby", (toggle.id = `${panelId}-toggle`));
}

/** Fills the room for the ways to ignore a diagnostic, once they are known. */
export function showIgnoring(card: HTMLElement, ways: readonly Ignoring[]): void {
  const panel = card.querySelector<HTMLElement>(".distinguo-ignoring");
  if (!panel) return;
  let reason = (): string => "";
  const first = ways.find(({ takesReason }) => takesReason);
  if (first) {
    const label = panel.createEl("label", { cls: "distinguo-reason" });
    label.createSpan({ text: "Reason (optional)" });
    const input = label.createEl("input", { type: "text" });
    reason = () => input.value.trim();
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      first.press?.(reason());
    });
  }
  for (const { title, detail, press } of ways) {
    const button = addButton(panel, "distinguo-choice", "", () => press?.(reason()));
    button.disabled = !press;
    button.createSpan({ cls: "distinguo-choice-title", text: title });
    addQuoting(button.createSpan({ cls: "distinguo-preview" }), detail);
  }
}
