import { debounce, ItemView, Keymap, type TFile, type WorkspaceLeaf } from "obsidian";
import { places, type Config, type Neighbor, type Relation } from "../../core/index";
import type { NoteView, RemoteEngine } from "../../worker/engine";
import type { NoteFeed } from "../notes";
import { keepPlace } from "../keep-place";
import { openNote, openPlace } from "../open-note";
import { buildList } from "./list";
import { ConceptMap } from "./map";

export const conceptsViewType = "distinguo-concepts";
export const conceptsIcon = "waypoints";

/** What the view shows things of. */
export interface ConceptsTools {
  engine: RemoteEngine;
  feed: NoteFeed;
  config(): Config;
}

function list(values: readonly string[], each: (value: string) => string): string {
  return values.map(each).join(" or ");
}

/** Says what makes a note a concept note in this vault. */
function whatCounts({ concepts }: Config): string {
  const ways = [
    concepts.folders.length > 0 && `lies in a folder ${list(concepts.folders, (folder) => `“${folder}”`)}`,
    concepts.types.length > 0 && `has the property “type: ${concepts.types.join("” or “")}”`,
    concepts.tags.length > 0 && `has the tag ${list(concepts.tags, (tag) => `#${tag}`)}`,
  ].filter((way) => way !== false);
  return ways.length === 0 ? "The settings name nothing that makes a note a concept note." : `A note is a concept note when it ${ways.join(", or ")}.`;
}

/** A view as a text to compare, without what is not shown: a line more above moves all that stands below. */
function shown(view: NoteView): string {
  return JSON.stringify(view, (key, value: unknown) => (/^(?:from|to|line|section|found|uses|references)$/.test(key) ? undefined : value));
}

/** The sidebar: the active note's concept, its relations as a map and as a list. */
export class ConceptsView extends ItemView {
  override icon = conceptsIcon;
  override navigation = false;
  private map: ConceptMap | undefined;
  private rendered = "";
  private neighbors: readonly Neighbor[] = [];
  /** What of the map and of the list was asked for more. */
  private readonly unfolded = new Set<string>();
  private stale = true;
  private readonly refreshSoon = debounce(() => void this.refresh(), 80, true);

  constructor(
    leaf: WorkspaceLeaf,
    private readonly tools: ConceptsTools,
  ) {
    super(leaf);
  }

  getViewType(): string {
    return conceptsViewType;
  }

  getDisplayText(): string {
    return "Concepts";
  }

  protected override onOpen(): Promise<void> {
    this.contentEl.addClass("distinguo-concepts");
    const invalidate = (): void => {
      this.stale = true;
      this.refreshSoon();
    };
    const { workspace } = this.app;
    this.registerEvent(workspace.on("file-open", invalidate));
    this.registerEvent(workspace.on("active-leaf-change", invalidate));
    this.registerEvent(workspace.on("layout-change", () => this.refreshSoon()));
    this.registerEvent(this.tools.feed.on("changed", invalidate));
    this.registerEvent(this.tools.feed.on("progress", invalidate));
    invalidate();
    return Promise.resolve();
  }

  protected override onClose(): Promise<void> {
    this.refreshSoon.cancel();
    this.contentEl.empty();
    return Promise.resolve();
  }

  override onResize(): void {
    if (this.stale) this.refreshSoon();
    else this.map?.resize();
  }

  private async refresh(): Promise<void> {
    if (!this.stale || !this.contentEl.isShown()) return;
    this.stale = false;
    const file = this.app.workspace.getActiveFile();
    const { progress } = this.tools.feed;
    if (progress) {
      this.render("", `progress ${progress.done} ${progress.of}`, () => this.renderProgress(progress.done, progress.of));
    } else if (!file || file.extension !== "md") {
      this.render("", "no note", () => this.renderEmpty("No note is open", "Open a note to see its concept and what it is tied to."));
    } else {
      const view = await this.tools.engine.view(file.path).catch(() => undefined);
      if (!view) return;
      this.render(file.path, shown(view) + JSON.stringify(this.tools.config().concepts), () => {
        this.neighbors = view.neighbors;
        this.renderNote(file, view);
      });
      // What was drawn before leads to where it stands now.
      view.neighbors.forEach(({ relation }, index) => Object.assign(this.neighbors[index]?.relation ?? {}, relation));
    }
  }

  /** Renders only what differs from what is there; another note begins at the top. */
  private render(path: string, what: string, draw: () => void): void {
    const key = `${path}\n${what}`;
    if (key === this.rendered) return;
    const same = this.rendered.startsWith(`${path}\n`);
    this.rendered = key;
    const redraw = (): void => {
      this.contentEl.empty();
      this.map = undefined;
      draw();
    };
    if (same) {
      keepPlace(this.contentEl, redraw);
      return;
    }
    this.unfolded.clear();
    redraw();
    this.contentEl.scrollTop = 0;
  }

  private renderProgress(done: number, of: number): void {
    const empty = this.renderEmpty("Reading the notes", of === 0 ? "The vault is about to be read." : `${done.toLocaleString()} of ${of.toLocaleString()} notes are read.`);
    empty.createEl("progress", { attr: { max: Math.max(of, 1), value: done, "aria-label": "Notes read" } });
  }

  private renderEmpty(title: string, text: string): HTMLElement {
    const empty = this.contentEl.createDiv({ cls: "distinguo-empty" });
    empty.createDiv({ cls: "distinguo-empty-title", text: title });
    empty.createEl("p", { text });
    return empty;
  }

  private renderNote(file: TFile, { concept, neighbors }: NoteView): void {
    if (!concept && neighbors.length === 0) {
      this.renderEmpty(`“${file.basename}” is no concept note`, `${whatCounts(this.tools.config())} No concept note links here.`);
      return;
    }
    const head = this.contentEl.createEl("header", { cls: "distinguo-concept" });
    const label = concept?.prefLabel ?? file.basename;
    head.createDiv({ cls: "distinguo-concept-label", text: label, attr: { role: "heading", "aria-level": "2" } });
    if (concept) {
      if (concept.altLabels.length > 0) head.createDiv({ cls: "distinguo-alt-labels", text: `also ${concept.altLabels.map((alt) => `\u2068${alt}\u2069`).join(", ")}` });
      if (concept.definition === "") head.createEl("p", { cls: "distinguo-definition is-missing", text: "No definition yet." });
      else head.createEl("p", { cls: "distinguo-definition", text: concept.definition });
      if (concept.tags.length > 0) {
        const tags = head.createDiv({ cls: "distinguo-tags" });
        for (const tag of concept.tags) tags.createSpan({ cls: "distinguo-tag", text: `#${tag}` });
      }
    } else {
      head.createEl("p", { cls: "distinguo-definition is-missing", text: `Not a concept note, but tied to some. ${whatCounts(this.tools.config())}` });
    }
    if (neighbors.length === 0) {
      this.renderEmpty("No relations yet", "Name related concepts under a heading “Related concepts”, or link to them, and they appear here.");
      return;
    }
    const open = (path: string, event: MouseEvent): void => void openNote(this.app, path, event);
    this.map = new ConceptMap(this.contentEl, { open }, this.unfolded);
    this.map.show(label, neighbors);
    buildList(this.contentEl, neighbors, { open, openSource: (relation, event) => void this.openSource(relation, event) }, this.unfolded);
  }

  private async openSource({ source, from, to }: Relation, event: MouseEvent): Promise<void> {
    const file = this.app.vault.getFileByPath(source);
    if (!file) return;
    const place = places(await this.app.vault.cachedRead(file))(from);
    await openPlace(this.app, source, { ...place, length: to - from }, Keymap.isModEvent(event));
  }
}
