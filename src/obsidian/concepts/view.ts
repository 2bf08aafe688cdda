import { debounce, ItemView, Keymap, type Menu, type Point, type ViewStateResult, type WorkspaceLeaf } from "obsidian";
import { places, type Around, type AroundNode, type Concept, type Config, type Relation } from "../../core/index";
import type { RemoteEngine } from "../../worker/engine";
import { NoteActs } from "../note-acts";
import type { NoteFeed } from "../notes";
import { openPlace } from "../open-note";
import type { Desk } from "./desk";
import { drawEmpty, drawHead, whatCounts } from "./head";
import { ConceptList } from "./list";
import { ConceptMap } from "./map";
import { firstOutlook, readOutlook, type Outlook } from "./outlook";
import { Square, type SquareTools } from "../square/square";
import { addButton } from "../press";
import { Trail } from "./trail";

export const conceptsViewType = "distinguo-concepts";
export const conceptsIcon = "waypoints";

/** How many nodes the picture and the list hold at most. */
const most = 150;

/** What the view shows things of. */
export interface ConceptsTools {
  engine: RemoteEngine;
  feed: NoteFeed;
  config(): Config;
  /** What a square needs that stands in this view. */
  square(acts: NoteActs): SquareTools;
}

/** The sidebar: the active note's concept, what lies round it as a picture and as a list. */
export class ConceptsView extends ItemView {
  override icon = conceptsIcon;
  override navigation = false;
  private outlook: Outlook = firstOutlook();
  private readonly trail = new Trail();
  /** The note in the middle. */
  private path: string | undefined;
  /** What was opened and closed by hand round it. */
  private opened = new Set<string>();
  private closed = new Set<string>();
  private stale = true;
  private map: ConceptMap | undefined;
  private list: ConceptList | undefined;
  private headEl!: HTMLElement;
  private emptyEl!: HTMLElement;
  private bodyEl!: HTMLElement;
  private readonly refreshSoon = debounce(() => void this.refresh(), 80, true);
  private readonly desk: Desk;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly tools: ConceptsTools,
  ) {
    super(leaf);
    this.desk = {
      acts: new NoteActs(this.app, leaf),
      openSource: (relation, event) => void this.openSource(relation, event),
      toggle: (key) => this.toggle(key),
      moveTo: (path) => this.moveTo(path),
      pin: (key, spot) => this.pin(key, spot),
      create: () => undefined,
      menu: (node, at, el) => this.menu(node, at, el),
      mark: (key) => {
        this.map?.mark(key);
        this.list?.mark(key);
      },
    };
  }

  getViewType(): string {
    return conceptsViewType;
  }

  getDisplayText(): string {
    return "Concepts";
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), ...this.outlook };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    this.outlook = readOutlook(state);
    this.invalidate();
  }

  protected override onOpen(): Promise<void> {
    const { contentEl } = this;
    contentEl.addClass("distinguo-concepts");
    this.addTabs(contentEl);
    this.headEl = contentEl.createEl("header", { cls: "distinguo-concept" });
    this.emptyEl = contentEl.createDiv();
    this.bodyEl = contentEl.createDiv({ cls: "distinguo-concepts-body" });
    this.map = new ConceptMap(this.bodyEl, this.desk);
    this.list = new ConceptList(this.bodyEl, this.desk);
    const { workspace, vault } = this.app;
    const follow = (): void => {
      const active = workspace.getActiveFile();
      if (this.outlook.locked === null && active) this.center(active.path);
      this.invalidate();
    };
    this.registerEvent(workspace.on("file-open", follow));
    this.registerEvent(workspace.on("active-leaf-change", follow));
    this.registerEvent(workspace.on("layout-change", () => this.refreshSoon()));
    this.registerEvent(vault.on("rename", (file, from) => this.renamed(from, file.path)));
    this.registerEvent(this.tools.feed.on("changed", () => this.invalidate()));
    this.registerEvent(this.tools.feed.on("progress", () => this.invalidate()));
    follow();
    return Promise.resolve();
  }

  protected override onClose(): Promise<void> {
    this.refreshSoon.cancel();
    this.map?.unload();
    this.list?.unload();
    this.contentEl.empty();
    return Promise.resolve();
  }

  override onResize(): void {
    if (this.stale) this.refreshSoon();
    else this.map?.resize();
    this.square?.resize();
  }

  private squareEl!: HTMLElement;
  private square: Square | undefined;
  private isSquare = false;

  /** Lets one choose between what lies round a note and where all notes stand. */
  private addTabs(parent: HTMLElement): void {
    const tabs = parent.createDiv({ cls: "distinguo-tabs", attr: { role: "group" } });
    const buttons = [["Concept", false], ["2 × 2", true]] as const;
    const made = buttons.map(([text, isSquare]) => addButton(tabs, "distinguo-tab", text, () => this.turnTo(isSquare)));
    this.squareEl = parent.createDiv();
    const say = (): void => made.forEach((button, index) => button.setAttribute("aria-pressed", String(buttons[index]?.[1] === this.isSquare)));
    this.turned = say;
    say();
  }

  private turned: () => void = () => undefined;

  private turnTo(isSquare: boolean): void {
    this.isSquare = isSquare;
    this.turned();
    if (isSquare) {
      this.headEl.hide();
      this.bodyEl.hide();
      this.emptyEl.empty();
      this.square ??= this.addChild(new Square(this.squareEl, this.tools.square(this.desk.acts)));
      this.square.show("concepts", this.app.workspace.getActiveFile()?.path ?? null);
    } else if (this.square) {
      this.removeChild(this.square);
      this.square = undefined;
      this.invalidate();
    }
  }

  private invalidate(): void {
    this.stale = true;
    this.refreshSoon();
  }

  /** Goes on to another note. */
  private center(path: string): void {
    if (path === this.path) return;
    this.path = path;
    this.opened = new Set();
    this.closed = new Set();
    this.trail.goOn(path);
    this.invalidate();
  }

  private moveTo(path: string): void {
    if (this.outlook.locked !== null) this.outlook.locked = path;
    this.center(path);
  }

  private renamed(from: string, to: string): void {
    const { path, outlook } = this;
    const moved = (one: string): string => (one === from || one.startsWith(`${from}/`) ? to + one.slice(from.length) : one);
    if (path !== undefined) this.path = moved(path);
    if (outlook.locked !== null) outlook.locked = moved(outlook.locked);
    outlook.pins = Object.fromEntries(Object.entries(outlook.pins).map(([one, spots]) => [moved(one), Object.fromEntries(Object.entries(spots).map(([key, spot]) => [moved(key), spot]))]));
    this.trail.rename(from, to);
    this.invalidate();
  }

  private toggle(key: string): void {
    const isOpen = this.shownAround?.nodes.find((node) => node.key === key)?.isOpen === true;
    this.opened.delete(key);
    this.closed.delete(key);
    (isOpen ? this.closed : this.opened).add(key);
    this.invalidate();
  }

  private pin(key: string, spot: { x: number; y: number } | null): void {
    const { path, outlook } = this;
    if (path === undefined) return;
    const { [key]: _, ...rest } = outlook.pins[path] ?? {};
    outlook.pins[path] = spot ? { ...rest, [key]: spot } : rest;
    void this.app.workspace.requestSaveLayout();
    this.invalidate();
  }

  private menu(node: AroundNode, at: MouseEvent | Point, el: HTMLElement): void {
    const { path, key } = node;
    const add = (menu: Menu): void => {
      if (node.ring > 0 && path !== null) {
        menu.addItem((item) => item.setSection("distinguo").setTitle("Show in the middle").setIcon("locate").onClick(() => this.moveTo(path)));
        menu.addItem((item) => item.setSection("distinguo").setTitle(node.isOpen ? "Collapse" : "Expand").setIcon(node.isOpen ? "minus" : "plus").onClick(() => this.toggle(key)));
      }
    };
    this.desk.acts.menu(path ?? "", at, el, add);
  }

  private shownAround: Around | undefined;

  private async refresh(): Promise<void> {
    if (this.square) {
      this.square.show("concepts", this.app.workspace.getActiveFile()?.path ?? null);
      return;
    }
    if (!this.stale || !this.contentEl.isShown()) return;
    this.stale = false;
    const { path, tools, outlook } = this;
    const { progress } = tools.feed;
    if (progress) {
      const empty = this.showEmpty("Reading the notes", progress.of === 0 ? "The vault is about to be read." : `${progress.done.toLocaleString()} of ${progress.of.toLocaleString()} notes are read.`);
      empty.createEl("progress", { attr: { max: Math.max(progress.of, 1), value: progress.done, "aria-label": "Notes read" } });
      return;
    }
    const file = path === undefined ? null : this.app.vault.getFileByPath(path);
    if (!file || file.extension !== "md") {
      this.showEmpty("No note is open", "Open a note to see its concept and what it is tied to.");
      return;
    }
    const wish = { depth: outlook.depth, opened: [...this.opened], closed: [...this.closed], ...outlook.filter, most };
    const [concept, found] = await Promise.all([tools.engine.concept(file.path), tools.engine.around(file.path, wish)]).catch(() => []);
    // Who moved on meanwhile has asked again.
    if (!found || this.path !== path) return;
    this.show(file.basename, concept, found);
  }

  private showEmpty(title: string, text: string): HTMLElement {
    this.headEl.hide();
    this.bodyEl.hide();
    this.emptyEl.empty();
    return drawEmpty(this.emptyEl, title, text);
  }

  private show(name: string, concept: Concept | undefined, found: Around): void {
    const config = this.tools.config();
    if (!concept && found.nodes.length === 1 && found.facets.kinds.length === 0) {
      this.showEmpty(`“${name}” is no concept note`, `${whatCounts(config)} No concept note links here.`);
      return;
    }
    this.emptyEl.empty();
    this.headEl.show();
    this.bodyEl.show();
    drawHead(this.headEl, concept?.prefLabel ?? name, concept, config);
    if (found.facets.kinds.length === 0) drawEmpty(this.emptyEl, "No relations yet", "Name related concepts under a heading “Related concepts”, or link to them, and they appear here.");
    this.shownAround = found;
    this.map?.show(found, this.outlook.pins[this.path ?? ""] ?? {});
    this.list?.show(found);
  }

  private async openSource({ source, from, to }: Relation, event: MouseEvent | KeyboardEvent): Promise<void> {
    const file = this.app.vault.getFileByPath(source);
    if (!file) return;
    const place = places(await this.app.vault.cachedRead(file))(from);
    await openPlace(this.app, source, { ...place, length: to - from }, Keymap.isModEvent(event));
  }
}
