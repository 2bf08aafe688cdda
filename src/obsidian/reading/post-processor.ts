import { Component, type App, type MarkdownPostProcessorContext } from "obsidian";
import { SectionMarks, type ReadingTools } from "./section-marks";
import { Slices } from "./slices";

/** Marks the diagnostics of notes where they are rendered, until it is unloaded itself. */
export class ReadingMarks extends Component {
  private readonly loaded = new Set<SectionMarks>();
  private readonly due = new Set<SectionMarks>();
  private working: Promise<void> | undefined;

  constructor(
    private readonly app: App,
    private readonly tools: ReadingTools,
  ) {
    super();
  }

  override onload(): void {
    const { vault } = this.app;
    const { judge } = this.tools;
    const redraw = (path: unknown): void => {
      for (const section of this.loaded) if (section.path === path) this.want(section);
    };
    this.registerEvent(
      judge.on("reconsider", () => {
        for (const section of this.loaded) {
          section.forget();
          this.want(section);
        }
      }),
    );
    this.registerEvent(judge.on("judged", redraw));
    this.registerEvent(vault.on("modify", ({ path }) => redraw(path)));
    this.registerEvent(vault.on("delete", ({ path }) => redraw(path)));
    this.registerEvent(
      vault.on("rename", ({ path }, from) => {
        for (const section of this.loaded) {
          if (section.path !== from) continue;
          // What is judged by may go by the path.
          section.path = path;
          section.forget();
          this.want(section);
        }
      }),
    );
  }

  // What is rendered belongs to the app's panes, which outlive the plugin.
  override onunload(): void {
    for (const section of [...this.loaded]) section.unload();
  }

  /** Marks what is rendered from a note: a section of it, or a part of one. */
  readonly process = (el: HTMLElement, context: MarkdownPostProcessorContext): void => {
    context.addChild(
      new SectionMarks(el, context.sourcePath, context, this.tools, (section) => {
        this.loaded.add(section);
        this.want(section);
      }, (section) => {
        this.loaded.delete(section);
        this.due.delete(section);
      }),
    );
  };

  /** Settles when all that is rendered now is marked. */
  async upToDate(): Promise<void> {
    await this.working;
  }

  private want(section: SectionMarks): void {
    this.due.add(section);
    this.working ??= this.work();
  }

  /** Draws what is due, a slice at a time: a long note has thousands of sections. */
  private async work(): Promise<void> {
    await new Promise((resolve) => window.setTimeout(resolve));
    const slices = new Slices();
    for (const section of this.due) {
      this.due.delete(section);
      await section.draw(slices).catch((error: unknown) => console.debug(`A part of ${section.path} could not be marked.`, error));
      await slices.pause();
    }
    this.working = undefined;
  }
}
