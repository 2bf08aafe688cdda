import { keepPlace } from "../keep-place";
import { addButton } from "../press";
import type { VaultReport } from "./report";

/** What can be done about a run. */
export interface RunActs {
  lint: () => void;
  goOn: () => void;
}

/** Tells how far the judging of the vault has come, and what is not as one would expect it: what is left, out of date, or set aside. */
export class RunState {
  private readonly progressEl: HTMLElement;
  private readonly bar: HTMLProgressElement;
  private readonly text: HTMLElement;
  private readonly pause: HTMLButtonElement;
  private readonly toldEl: HTMLElement;
  private told = "";

  constructor(
    parent: HTMLElement,
    id: string,
    private readonly report: VaultReport,
    private readonly acts: RunActs,
  ) {
    this.progressEl = parent.createDiv({ cls: "distinguo-progress" });
    this.bar = this.progressEl.createEl("progress", { attr: { "aria-labelledby": `${id}-progress` } });
    this.text = this.progressEl.createSpan({ attr: { id: `${id}-progress` } });
    this.pause = addButton(this.progressEl, "distinguo-quiet", "", () => {
      if (report.isPaused) report.resume();
      else report.pause();
    });
    addButton(this.progressEl, "distinguo-quiet", "Cancel", () => report.stop());
    this.toldEl = parent.createDiv({ cls: "distinguo-run" });
  }

  show(): void {
    this.showProgress();
    const { report } = this;
    const { isOutdated, progress, left, size } = report;
    const isLeft = !progress && report.isBegun && left > 0;
    const aside = [...report.setAside];
    const told = JSON.stringify([isOutdated && !progress, isLeft && [left, size], aside]);
    if (told === this.told) return;
    this.told = told;
    const isOpen = this.toldEl.querySelector("details")?.open ?? false;
    const hadFocus = this.toldEl.matches(":focus-within");
    keepPlace(this.toldEl, () => {
      this.toldEl.empty();
      if (isOutdated && !progress) this.tell("The settings have changed since the vault was linted.", "Lint again", this.acts.lint);
      else if (isLeft) this.tell(`Judged ${(size - left).toLocaleString()} of ${size.toLocaleString()} notes.`, "Go on", this.acts.goOn);
      if (aside.length > 0) this.nameThose(aside, isOpen);
    });
    // What was pressed has gone, and this is what it began.
    if (hadFocus && !this.toldEl.firstChild) this.pause.focus();
  }

  showProgress(): void {
    const { progress, isPaused } = this.report;
    this.progressEl.toggle(progress !== undefined);
    if (!progress) return;
    const { doing, done, of } = progress;
    this.bar.max = Math.max(of, 1);
    this.bar.value = done;
    this.text.setText(`${isPaused ? "Paused at" : doing} ${done.toLocaleString()} of ${of.toLocaleString()} notes`);
    this.pause.setText(isPaused ? "Resume" : "Pause");
  }

  private tell(text: string, action: string, act: () => void): void {
    const line = this.toldEl.createDiv({ cls: "distinguo-report-outdated" });
    line.createSpan({ text, attr: { role: "status" } });
    addButton(line, "mod-cta", action, act);
  }

  private nameThose(aside: readonly (readonly [string, string])[], isOpen: boolean): void {
    const details = this.toldEl.createEl("details", { cls: "distinguo-aside" });
    details.open = isOpen;
    details.createEl("summary", { text: `${aside.length === 1 ? "1 note" : `${aside.length.toLocaleString()} notes`} could not be read or judged` });
    const list = details.createEl("ul");
    for (const [path, reason] of aside) {
      const item = list.createEl("li");
      item.createEl("bdi", { text: path });
      item.appendText(`: ${reason}`);
    }
  }
}
