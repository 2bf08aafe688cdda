import { BasesView, debounce, type HoverPopover, type QueryController } from "obsidian";
import { drawEmpty } from "../concepts/head";
import type { EmbedTools } from "../embed/part";
import { Sight } from "../embed/sight";
import { NoteActs } from "../note-acts";
import type { Plot, PlotKind } from "./plots";

/** A view of a base that plots its notes; it follows the base and the index while it is in sight. */
export class PlotView extends BasesView {
  readonly type: string;
  hoverPopover: HoverPopover | null = null;
  private readonly el: HTMLElement;
  private readonly stateEl: HTMLElement;
  private readonly bodyEl: HTMLElement;
  private readonly sight: Sight;
  private plot: Plot | undefined;
  private hasData = false;
  private stale = true;
  private round = 0;
  private readonly refreshSoon = debounce(() => void this.refresh(), 80, true);

  constructor(
    controller: QueryController,
    containerEl: HTMLElement,
    type: string,
    private readonly kind: PlotKind,
    private readonly tools: EmbedTools,
  ) {
    super(controller);
    this.type = type;
    this.el = containerEl.createDiv({ cls: ["distinguo-base", "distinguo-concepts"] });
    this.stateEl = this.el.createDiv({ cls: "distinguo-base-state", attr: { role: "status" } });
    this.bodyEl = this.el.createDiv({ cls: "distinguo-base-body" });
    this.sight = new Sight(this.el, () => this.come(), () => this.plot?.resize());
  }

  override onload(): void {
    const { feed, settings } = this.tools;
    this.addChild(this.sight);
    this.registerEvent(feed.on("progress", () => this.invalidate()));
    this.registerEvent(feed.on("changed", () => this.invalidate()));
    this.registerEvent(settings.on("changed", () => this.invalidate()));
    this.register(() => {
      this.round++;
      this.refreshSoon.cancel();
      this.el.remove();
    });
  }

  override onDataUpdated(): void {
    this.hasData = true;
    this.invalidate();
  }

  private come(): void {
    // What went out of sight half drawn goes on.
    this.plot?.resize();
    void this.refresh();
  }

  private invalidate(): void {
    this.stale = true;
    if (this.sight.isSeen) this.refreshSoon();
  }

  private async refresh(): Promise<void> {
    const { tools, sight, kind } = this;
    if (!this.stale || !this.hasData || !sight.isSeen) return;
    this.stale = false;
    const round = ++this.round;
    const isWanted = (): boolean => round === this.round && sight.isSeen;
    if (tools.feed.progress) {
      this.showEmpty("Reading the notes", "They are plotted when all notes are read.");
      return;
    }
    const all = this.data.data.map(({ file }) => file);
    const files = all.filter(({ extension }) => extension === "md");
    if (files.length === 0) {
      this.showEmpty("Nothing to show", all.length === 0 ? "No note meets the filters of this base." : "No file that meets the filters of this base is a note.");
      return;
    }
    this.bodyEl.show();
    this.plot ??= this.addChild(kind.make(this.bodyEl, new NoteActs(this.app, this), tools, () => this.config));
    try {
      const said = await this.plot.show(files, this.config, isWanted);
      if (!isWanted()) {
        if (round === this.round) this.stale = true;
        return;
      }
      const others = all.length - files.length;
      const lines = [said, others > 0 ? `${others === 1 ? "1 file is no note and is" : `${others.toLocaleString()} files are no notes and are`} left out.` : undefined];
      this.stateEl.setText(lines.filter((line) => line !== undefined).join(" "));
    } catch (error) {
      // The engine went away meanwhile; when the next one has read the vault, this is called again.
      this.stale = true;
      console.debug("A base could not be plotted.", error);
    }
  }

  private showEmpty(title: string, text: string): void {
    this.bodyEl.hide();
    this.stateEl.empty();
    drawEmpty(this.stateEl, title, text);
  }
}
