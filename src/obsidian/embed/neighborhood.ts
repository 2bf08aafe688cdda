import { Component, type Menu, type Point } from "obsidian";
import { type Around, type AroundNode, type EmbedProblem, type RelationKind } from "../../core/index";
import { createMissing } from "../concepts/create";
import type { Desk } from "../concepts/desk";
import { drawEmpty, drawHead, whatCounts } from "../concepts/head";
import { ConceptList } from "../concepts/list";
import { ConceptMap } from "../concepts/map";
import type { Spot } from "../concepts/outlook";
import { NoteActs } from "../note-acts";
import { noteName } from "../note-name";
import { openRelation } from "../open-note";
import { noteAsked } from "./notes-asked";
import type { BlockContext, EmbedTools, Part } from "./part";

/** How many nodes there may be in a note's own text. */
const most = 80;

const kinds: readonly RelationKind[] = ["broader", "narrower", "related", "contrast", "mention", "tag"];

/** What lies round a concept, in a note: as in the sidebar, and forgotten with the block. */
export class Neighborhood extends Component implements Part {
  private readonly headEl: HTMLElement;
  private readonly emptyEl: HTMLElement;
  private readonly bodyEl: HTMLElement;
  private readonly map: ConceptMap | undefined;
  private readonly list: ConceptList | undefined;
  private readonly desk: Desk;
  private opened = new Set<string>();
  private closed = new Set<string>();
  private pins: Record<string, Spot> = {};
  /** The note in the middle, if one has moved on from the one that is asked for. */
  private moved: string | undefined;
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
    this.desk = {
      acts: new NoteActs(tools.app, block.parent),
      openSource: (relation, event) => void openRelation(tools.app, relation, event),
      toggle: (key) => this.toggle(key),
      moveTo: (path) => this.moveTo(path),
      pin: (key, spot) => this.pin(key, spot),
      create: (node) => void createMissing(tools.app, tools.fixes, this.shown, node, () => this.list?.focus()),
      menu: (node, at, target) => this.menu(node, at, target),
      mark: (key) => {
        this.map?.mark(key);
        this.list?.mark(key);
      },
    };
    const { view } = block.options;
    if (view !== "list") this.map = new ConceptMap(this.bodyEl, this.desk);
    if (view !== "map") this.list = new ConceptList(this.bodyEl, this.desk);
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
    const asked = this.moved ?? (await noteAsked(tools, block));
    if (typeof asked !== "string") {
      this.showEmpty();
      return [asked];
    }
    const without = options.kinds.length === 0 ? [] : kinds.filter((kind) => !options.kinds.includes(kind));
    const wish = { depth: options.depth, opened: [...this.opened], closed: [...this.closed], without, tags: options.tags, folders: options.folders, domains: options.domains, most };
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

  private toggle(key: string): void {
    const isOpen = this.shown?.nodes.find((node) => node.key === key)?.isOpen === true;
    this.opened.delete(key);
    this.closed.delete(key);
    (isOpen ? this.closed : this.opened).add(key);
    this.invalidate();
  }

  private moveTo(path: string): void {
    this.moved = path;
    this.opened = new Set();
    this.closed = new Set();
    this.pins = {};
    this.invalidate();
  }

  private pin(key: string, spot: Spot | null): void {
    const { [key]: _, ...rest } = this.pins;
    this.pins = spot ? { ...rest, [key]: spot } : rest;
    this.invalidate();
  }

  private menu({ path, key, ring, isOpen }: AroundNode, at: MouseEvent | Point, el: HTMLElement): void {
    this.desk.acts.menu(path ?? "", at, el, (menu: Menu) => {
      if (ring === 0 || path === null) return;
      menu.addItem((item) => item.setSection("distinguo").setTitle("Show in the middle").setIcon("locate").onClick(() => this.moveTo(path)));
      menu.addItem((item) => item.setSection("distinguo").setTitle(isOpen ? "Collapse" : "Expand").setIcon(isOpen ? "minus" : "plus").onClick(() => this.toggle(key)));
    });
  }
}
