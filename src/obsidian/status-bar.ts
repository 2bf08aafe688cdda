import { setIcon, setTooltip } from "obsidian";
import { severities, type Diagnostic } from "../core/index";

/** Counts the active note's diagnostics by severity; hidden where there is nothing to count. */
export class StatusBar {
  constructor(
    private readonly el: HTMLElement,
    next: () => void,
  ) {
    el.addClasses(["distinguo-status", "mod-clickable"]);
    el.setAttrs({ role: "button", tabindex: "0" });
    el.addEventListener("click", next);
    el.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      next();
    });
    el.hide();
  }

  /** Shows the counts; hides with undefined. */
  show(diagnostics: readonly Pick<Diagnostic, "severity">[] | undefined): void {
    this.el.toggle(diagnostics !== undefined);
    if (!diagnostics) return;
    this.el.empty();
    const spoken: string[] = [];
    for (const severity of severities) {
      const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
      if (count === 0) continue;
      const part = this.el.createSpan({ cls: ["distinguo-status-part", `distinguo-${severity}`] });
      part.createSpan({ cls: "distinguo-dot" });
      part.createSpan({ text: String(count) });
      spoken.push(`${count} ${severity}${count === 1 || severity === "info" ? "" : "s"}`);
    }
    if (spoken.length === 0) setIcon(this.el.createSpan({ cls: "distinguo-status-part" }), "check");
    setTooltip(this.el, spoken.length === 0 ? "No diagnostics in this note" : `${spoken.join(", ")}: go to the next`, { placement: "top" });
  }
}
