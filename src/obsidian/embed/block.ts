import { debounce, Keymap, MarkdownRenderChild, parseYaml, type HoverPopover, type MarkdownPostProcessorContext } from "obsidian";
import { readEmbed, type EmbedProblem } from "../../core/index";
import { drawEmpty } from "../concepts/head";
import { keepPlace } from "../keep-place";
import { openPlace } from "../open-note";
import { addButton } from "../press";
import { Neighborhood } from "./neighborhood";
import type { BlockContext, EmbedTools, Part } from "./part";
import { ProblemList } from "./problem-list";
import { Sight } from "./sight";
import { SquarePart } from "./square-part";

/** A `distinguo` block, where its note is shown: it follows the vault while it is in sight, and says what is wrong with its options. */
export class EmbeddedBlock extends MarkdownRenderChild {
  hoverPopover: HoverPopover | null = null;
  private readonly problemsEl: HTMLElement;
  private readonly stateEl: HTMLElement;
  private readonly bodyEl: HTMLElement;
  private readonly sight: Sight;
  private problems: readonly EmbedProblem[] = [];
  private part: Part | undefined;
  private holder: string;
  private stale = true;
  private round = 0;
  private readonly refreshSoon = debounce(() => void this.refresh(), 150, true);

  constructor(
    containerEl: HTMLElement,
    private readonly source: string,
    private readonly context: MarkdownPostProcessorContext,
    private readonly tools: EmbedTools,
  ) {
    super(containerEl);
    this.holder = context.sourcePath;
    containerEl.addClass("distinguo-embed", "distinguo-concepts");
    this.problemsEl = containerEl.createEl("ul", { cls: "distinguo-embed-problems" });
    this.stateEl = containerEl.createDiv();
    this.bodyEl = containerEl.createDiv({ cls: "distinguo-embed-body" });
    this.sight = new Sight(containerEl, () => void this.refresh(), () => this.part?.resize());
  }

  override onload(): void {
    const { feed, app, settings } = this.tools;
    this.addChild(this.sight);
    this.registerEvent(feed.on("progress", () => this.invalidate()));
    this.registerEvent(
      feed.on("changed", (paths) => {
        this.part?.changed?.(Array.isArray(paths) ? paths.map(String) : undefined);
        this.invalidate();
      }),
    );
    this.registerEvent(
      settings.on("changed", () => {
        this.part?.changed?.(undefined);
        this.invalidate();
      }),
    );
    this.registerEvent(
      app.vault.on("rename", (file, from) => {
        if (this.holder === from) this.holder = file.path;
      }),
    );
    this.register(() => {
      this.round++;
      this.refreshSoon.cancel();
    });
  }

  private invalidate(): void {
    this.stale = true;
    // What is being drawn may be of what was there before.
    this.round++;
    if (this.sight.isSeen) this.refreshSoon();
  }

  private async refresh(): Promise<void> {
    const { tools, sight } = this;
    if (!this.stale || !sight.isSeen) return;
    this.stale = false;
    const round = ++this.round;
    const isWanted = (): boolean => round === this.round && sight.isSeen;
    try {
      this.part ??= await this.begin();
      const isReading = tools.feed.progress !== undefined;
      if (!isWanted()) return this.putOff(round);
      this.stateEl.empty();
      this.bodyEl.toggle(!isReading);
      if (isReading) {
        drawEmpty(this.stateEl, "Reading the notes", "The map is drawn when all notes are read.");
        this.drawProblems([]);
        return;
      }
      const problems = await this.part.refresh(isWanted);
      if (!isWanted()) return this.putOff(round);
      this.drawProblems(problems);
    } catch (error) {
      // The engine went away meanwhile; when the next one has read the vault, this is called again.
      this.stale = true;
      console.debug("A block could not be drawn.", error);
    }
  }

  /** What went out of sight while it was drawn is drawn when it is seen again. */
  private putOff(round: number): void {
    if (round === this.round) this.stale = true;
  }

  /** Reads the options, and makes what they ask for. */
  private async begin(): Promise<Part> {
    const { tools } = this;
    const rules = (await tools.engine.about()).rules.map(({ id }) => id);
    if (this.part) return this.part;
    const { options, lines, problems } = readEmbed(this.source, parseYaml, rules);
    this.problems = problems;
    const block: BlockContext = { options, lines, holder: () => this.holder, parent: this };
    const again = (): void => this.invalidate();
    const { bodyEl } = this;
    switch (options.show) {
      case "concept": return this.addChild(new Neighborhood(bodyEl, tools, block, again));
      case "square": return this.addChild(new SquarePart(bodyEl, tools, block));
      case "problems": return this.addChild(new ProblemList(bodyEl, tools, block, again));
    }
  }

  private drawProblems(found: readonly EmbedProblem[]): void {
    const all = [...this.problems, ...found].sort((a, b) => a.line - b.line);
    const first = this.context.getSectionInfo(this.containerEl)?.lineStart;
    keepPlace(this.problemsEl, () => {
      this.problemsEl.empty();
      for (const { line, message } of all) {
        const item = this.problemsEl.createEl("li");
        // The block's own lines begin below its fence, which the app counts from 0.
        if (first === undefined) item.createSpan({ text: `Line ${line} of this block` });
        else addButton(item, "distinguo-quiet", `Line ${first + 1 + line}`, () => this.goTo(line));
        item.appendText(`: ${message}`);
      }
    });
    this.problemsEl.toggle(all.length > 0);
  }

  private goTo(line: number): void {
    const first = this.context.getSectionInfo(this.containerEl)?.lineStart;
    if (first === undefined) return;
    const { lastEvent } = this.tools.app;
    void openPlace(this.tools.app, this.holder, { line: first + 1 + line, column: 1, length: 0 }, lastEvent ? Keymap.isModEvent(lastEvent) : false);
  }
}
