import { Modal, type App } from "obsidian";
import type { Fix } from "../../core/index";
import { attempt } from "../attempt";
import { addButton } from "../press";
import type { Outcome } from "./batch";
import { ChangeList } from "./change-list";
import type { FoundAgain, Row, Work } from "./find";
import { addNames, rowNames, showLeft } from "./left";
import { told, type Plan, type Texts } from "./plan";
import { isOf, shapesOf, type FindingRow, type ShapeGroup } from "./shapes";

/** What the dialog has done. */
interface ManyTools {
  find: (rows: readonly Row[], choose: (fixes: readonly Fix[]) => Fix | undefined, work: Work) => Promise<FoundAgain | null>;
  apply: (title: string, plans: readonly Plan[], texts: Texts, work: Work) => Promise<Outcome>;
}

function counted(count: number): string {
  return count === 1 ? "1 place" : `${count.toLocaleString()} places`;
}

const kinds = {
  safe: "These keep what is said",
  choice: "These settle or draft something, so the choice is yours",
} as const;

/** Fixes many places by one choice: which fix, then what it changes and where not to, then doing it. */
export class ManyDialog extends Modal {
  private work: { isStopped: boolean } | undefined;
  private list: ChangeList | undefined;
  private buttons: HTMLElement | undefined;

  constructor(
    app: App,
    private readonly rows: readonly FindingRow[],
    private readonly tools: ManyTools,
    private readonly back: () => void,
  ) {
    super(app);
    this.modalEl.addClass("distinguo-fixing");
  }

  override onOpen(): void {
    this.pick();
  }

  override onClose(): void {
    if (this.work) this.work.isStopped = true;
    this.list?.close();
    this.back();
  }

  /** Empties the dialog for its next page. */
  private turn(title: string): HTMLElement {
    this.list?.close();
    this.list = undefined;
    this.setTitle(title);
    this.modalEl.setAttr("aria-label", title);
    this.contentEl.empty();
    this.buttons?.remove();
    this.buttons = this.modalEl.createDiv({ cls: "modal-button-container" });
    return this.buttons;
  }

  private pick(): void {
    const { contentEl } = this;
    const { groups, without } = shapesOf(this.rows);
    const buttons = this.turn(`Fix many: ${counted(this.rows.length)}`);
    if (groups.length === 0) contentEl.createEl("p", { text: "None of them offers a fix that others may share." });
    const body = contentEl.createDiv({ cls: "distinguo-shapes" });
    for (const kind of ["safe", "choice"] as const) {
      const own = groups.filter((group) => group.kind === kind);
      if (own.length === 0) continue;
      body.createEl("h3", { text: kinds[kind] });
      const list = body.createEl("ul");
      for (const group of own) {
        const button = addButton(list.createEl("li"), "distinguo-shape", "", () => void this.look(group));
        button.createSpan({ cls: "distinguo-shape-title", text: group.title });
        button.createSpan({ cls: "distinguo-shape-rule", text: group.rule });
        button.createSpan({ cls: "distinguo-count", text: counted(group.rows.length) });
      }
    }
    if (without.length > 0) {
      const details = body.createEl("details", { cls: "distinguo-alone" });
      details.createEl("summary", { text: `${counted(without.length)} without a fix that others may share` });
      addNames(details, rowNames(without));
    }
    addButton(buttons, "mod-cancel", "Cancel", () => this.close());
    (body.querySelector("button") ?? buttons.querySelector("button"))?.focus();
  }

  /** Shows how far something has come, with a button that stops it. Closing the dialog stops it, too. */
  private waiting(title: string, stop: string, say: (done: string, of: string) => string): Work {
    const buttons = this.turn(title);
    const told = this.contentEl.createDiv({ cls: "distinguo-progress", attr: { role: "status" } });
    const bar = told.createEl("progress", { attr: { "aria-hidden": "true" } });
    const text = told.createSpan({ text: "…" });
    const work = {
      isStopped: false,
      tell: (done: number, of: number): void => {
        bar.max = Math.max(1, of);
        bar.value = done;
        text.setText(say(done.toLocaleString(), of.toLocaleString()));
      },
    };
    this.work = work;
    addButton(buttons, "mod-cancel", stop, () => (work.isStopped = true)).focus();
    return work;
  }

  private find(group: ShapeGroup): Promise<FoundAgain | null> {
    const work = this.waiting(group.title, "Cancel", (done, of) => `Looking again at ${done} of ${of} notes`);
    return this.tools.find(group.rows, (fixes) => fixes.find((fix) => isOf(group, fix)), work);
  }

  private look(group: ShapeGroup): Promise<void> {
    return this.trying(async () => {
      const found = await this.find(group);
      if (!this.isShown) return;
      if (!found) this.pick();
      else this.review(group, found);
    });
  }

  private get isShown(): boolean {
    return this.containerEl.isConnected;
  }

  private trying(act: () => Promise<void>): Promise<void> {
    return attempt(async () => {
      try {
        await act();
      } catch (error) {
        this.close();
        throw error;
      }
    });
  }

  private review(group: ShapeGroup, found: FoundAgain): void {
    const { contentEl } = this;
    const { plans, texts, gone } = found;
    const buttons = this.turn(group.title);
    if (gone.length > 0) {
      const details = contentEl.createEl("details", { cls: "distinguo-alone" });
      details.createEl("summary", { text: `${counted(gone.length)} no longer there, or just being changed` });
      addNames(details, rowNames(gone));
    }
    if (plans.length === 0) contentEl.createEl("p", { text: "There is nothing to change." });
    const press = addButton(buttons, "mod-cta", "Apply", () => void this.trying(() => this.apply(group, found, this.list?.chosen ?? [])));
    addButton(buttons, "", "Back", () => this.pick());
    addButton(buttons, "mod-cancel", "Cancel", () => this.close());
    press.disabled = plans.length === 0;
    if (plans.length > 0) {
      this.list = new ChangeList(contentEl, this.app, plans, texts, (chosen) => {
        press.disabled = chosen === 0;
        press.setText(`Apply ${chosen.toLocaleString()}`);
      });
    }
    (plans.length > 0 ? press : buttons.querySelectorAll("button")[1])?.focus();
  }

  private async apply(group: ShapeGroup, found: FoundAgain, chosen: readonly Plan[]): Promise<void> {
    let plans = chosen;
    if (found.isOfVault) {
      // What was shown may lead to a note that has been renamed, or deleted, while one looked.
      const again = await this.find(group);
      if (!this.isShown) return;
      if (!again) {
        this.review(group, found);
        return;
      }
      const now = new Set(again.plans.map(told));
      plans = chosen.filter((plan) => now.has(told(plan)));
    }
    const still = new Set(plans);
    const work = this.waiting(group.title, "Stop", (done, of) => `${done} of ${of} changes made`);
    const outcome = await this.tools.apply(group.title, plans, found.texts, work);
    if (this.isShown) this.close();
    showLeft(this.app, { ...outcome, moved: chosen.filter((plan) => !still.has(plan)), texts: found.texts });
  }
}
