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
    panel.querySelector<HTMLElement>("button:enabled")?.focus();
  });
  toggle.setAttrs({ "aria-expanded": "false", "aria-controls": panelId });
  panel.setAttr("aria-labelledby", (toggle.id = `${panelId}-toggle`));
}

/** Fills the room for the ways to ignore a diagnostic, once they are known. */
export function showIgnoring(card: HTMLElement, ways: readonly Ignoring[]): void {
  const panel = card.querySelector<HTMLElement>(".distinguo-ignoring");
  if (!panel) return;
  for (const { title, detail, press, takesReason } of ways) {
    let reason = "";
    const button = addButton(panel, "distinguo-choice", "", () => press?.(reason));
    button.disabled = !press;
    button.createSpan({ cls: "distinguo-choice-title", text: title });
    addQuoting(button.createSpan({ cls: "distinguo-preview" }), detail);
    if (!takesReason) continue;
    const label = panel.createEl("label", { cls: "distinguo-reason" });
    label.createSpan({ text: "Reason (optional)" });
    const input = label.createEl("input", { type: "text" });
    input.addEventListener("input", () => (reason = input.value.trim()));
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      press?.(reason);
    });
  }
}
