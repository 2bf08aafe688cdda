import { Component } from "obsidian";
import { relationKinds, type Around, type EmbedProblem } from "../../core/index";
import { createDesk, type Desk } from "../concepts/desk";
import { drawEmpty, drawHead, whatCounts } from "../concepts/head";
import { ConceptList } from "../concepts/list";
import { ConceptMap } from "../concepts/map";
import { Middle } from "../concepts/middle";
import type { Spot } from "../concepts/outlook";
import { noteName } from "../note-name";
import { noteAsked } from "./notes-asked";
import type { BlockContext, EmbedTools, Part } from "./part";

/** How many nodes there may be in a note's own text. */
const most = 80;

/** What lies round a concept, in a note: as in the sidebar, and forgotten with the block. */
export class Neighborhood extends Component implements Part {
  private readonly headEl: HTMLElement;
  private readonly emptyEl: HTMLElement;
  private readonly bodyEl: HTMLElement;
  private readonly map: ConceptMap | undefined;
  private readonly list: ConceptList | undefined;
  private readonly desk: Desk;
  private readonly middle = new Middle();
  private pins: Record<string, Spot> = {};
  /** Whether one has moved on from the note that is asked for. */
  private hasMoved = false;
  private shown: Around | undefined;

  constructor(
    el: HTMLElement,
    private readonly tools: EmbedTools,
    private readonly block: BlockContext,
    private readonly invalidate: () => void,
  ) {
    super();
    this.headEl = el.createEl("header", { cls: "distinguo-concept" });
    this.emptyEl = el.createDiv();
    this.bodyEl = el.createDiv({ cls: "distinguo-concepts-body" });
    this.desk = createDesk({
      app: tools.app,
      fixes: tools.fixes,
      parent: block.parent,
      middle: this.middle,
      shown: () => this.shown,
      depth: () => block.options.depth,
      moveTo: (path) => this.moveTo(path),
      pin: (key, spot) => this.pin(key, spot),
      pins: () => this.pins,
      spotOf: (key) => this.map?.spotOf(key),
      mark: (key) => {
        this.map?.mark(key);
        this.list?.mark(key);
      },
      focusList: () => this.list?.focus(),
      changed: invalidate,
    });
    const { view } = block.options;
    if (view !== "list") this.map = new ConceptMap(this.bodyEl, this.desk);
    if (view !== "map") this.list = new ConceptList(this.bodyEl, this.desk);
  }

  override onload(): void {
    this.registerEvent(this.tools.app.vault.on("rename", (file, from) => void this.middle.rename(from, file.path)));
  }

  override onunload(): void {
    this.map?.unload();
    this.list?.unload();
  }

  resize(): void {
    this.map?.resize();
  }

  async refresh(isWanted: () => boolean): Promise<EmbedProblem[]> {
    const { tools, block } = this;
    const { options } = block;
    const asked = (this.hasMoved ? this.middle.path : undefined) ?? (await noteAsked(tools, block));
    if (typeof asked !== "string") {
      this.showEmpty();
      return [asked];
    }
    // One may have moved on while the note was looked for.
    if (!this.hasMoved) this.center(asked);
    const { opened, closed } = this.middle;
    const without = options.kinds.length === 0 ? [] : relationKinds.filter((kind) => !options.kinds.includes(kind));
    const wish = { depth: options.depth, opened: [...opened], closed: [...closed], without, tags: options.tags, folders: options.folders, domains: options.domains, most };
    const [concept, found] = await Promise.all([tools.engine.concept(asked), tools.engine.around(asked, wish)]);
    if (!isWanted()) return [];
    const isTied = found.facets.kinds.length > 0;
    const name = noteName(asked);
    if (!concept && !isTied) {
      this.showEmpty(`“${name}” is no concept note`, `${whatCounts(tools.config())} No concept note links here.`);
      return [];
    }
    this.emptyEl.empty();
    this.headEl.show();
    this.bodyEl.show();
    drawHead(this.headEl, { label: concept?.prefLabel ?? name, concept, config: tools.config(), isActive: false }, (link) => this.desk.acts.attach(link, asked));
    if (found.nodes.length === 1) drawEmpty(this.emptyEl, isTied ? "Nothing to show" : "No relations yet", isTied ? "The options of this block leave out all that it is tied to." : "Name related concepts under a heading “Related concepts”, or link to them, and they appear here.");
    this.shown = found;
    this.map?.show(found, this.pins);
    this.list?.show(found);
    return [];
  }

  private showEmpty(title?: string, text = ""): void {
    this.headEl.hide();
    this.bodyEl.hide();
    this.emptyEl.empty();
    if (title !== undefined) drawEmpty(this.emptyEl, title, text);
  }

  private center(path: string): void {
    if (this.middle.goTo(path)) this.pins = {};
  }

  private moveTo(path: string): void {
    this.hasMoved = true;
    this.center(path);
    this.invalidate();
  }

  private pin(key: string, spot: Spot | null): void {
    const { [key]: _, ...rest } = this.pins;
    this.pins = spot ? { ...rest, [key]: spot } : rest;
    this.invalidate();
  }
}
