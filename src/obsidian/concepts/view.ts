import { debounce, ItemView, type Menu, type ViewStateResult, type WorkspaceLeaf } from "obsidian";
import type { Config } from "../../core/index";
import type { RemoteEngine } from "../../worker/engine";
import type { Fixes } from "../fixes/fixes";
import { addGraphExports } from "../graph-files";
import type { NoteActs } from "../note-acts";
import { noteName } from "../note-name";
import type { NoteFeed } from "../notes";
import { Rest } from "../rest";
import { Square, type SquareTools } from "../square/square";
import { Controls } from "./controls";
import { createDesk, type Desk } from "./desk";
import { Middle } from "./middle";
import { firstOutlook, isOutlook, movedOutlook, outlookWithout, readOutlook, withPin, type Outlook, type Spot } from "./outlook";
import { Pane, type PaneState } from "./pane";

export const conceptsViewType = "distinguo-concepts";
export const conceptsIcon = "waypoints";

/** What the view shows things of. */
export interface ConceptsTools {
  engine: RemoteEngine;
  feed: NoteFeed;
  fixes: Fixes;
  config(): Config;
  /** What a square needs that stands in this view. */
  square(acts: NoteActs): SquareTools;
  openMap(): Promise<void>;
}

/** The sidebar: the active note's concept, what lies round it as a picture and as a list. */
export class ConceptsView extends ItemView {
  override icon = conceptsIcon;
  override navigation = false;
  private outlook: Outlook = firstOutlook();
  private readonly middle = new Middle();
  private stale = true;
  private controls: Controls | undefined;
  private pane: Pane | undefined;
  private squareEl!: HTMLElement;
  private square: Square | undefined;
  private readonly refreshSoon = debounce(() => void this.refresh(), 80, true);
  /** Of a folder that moves each note is told. */
  private readonly movesRested = new Rest(80, () => this.changed());
  private readonly desk: Desk;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly tools: ConceptsTools,
  ) {
    super(leaf);
    this.desk = createDesk({
      app: this.app,
      fixes: tools.fixes,
      parent: leaf,
      middle: this.middle,
      shown: () => this.pane?.shown?.found,
      depth: () => this.outlook.depth,
      moveTo: (path) => this.moveTo(path),
      pin: (key, spot) => this.pin(key, spot),
      pins: () => this.pins,
      spotOf: (key) => this.pane?.spotOf(key),
      mark: (key) => this.pane?.mark(key),
      focusList: () => this.pane?.focusList(),
      changed: () => this.invalidate(),
    });
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
    if (!isOutlook(state)) return;
    this.outlook = readOutlook(state);
    const { locked } = this.outlook;
    if (locked !== null) this.center(locked);
    this.turn();
    this.showAgain();
  }

  protected override onOpen(): Promise<void> {
    const { contentEl } = this;
    contentEl.addClass("distinguo-concepts");
    this.controls = new Controls(contentEl, {
      find: (text, limit) => this.tools.engine.find(text, limit),
      open: (path, event) => this.desk.acts.open(path, event),
      moveTo: (path) => this.moveTo(path),
      step: (by) => this.step(by),
      lock: () => this.lock(),
      look: (changes) => this.look(changes),
      menu: (menu) => this.addToMenu(menu),
    });
    this.squareEl = contentEl.createDiv({ cls: "distinguo-square-scroll" });
    this.pane = new Pane(contentEl, this.desk, () => {
      this.middle.grow();
      this.invalidate();
    });
    this.controls.placePanel(this.pane.el);
    this.turn();
    this.watch();
    this.follow();
    this.showAgain();
    return Promise.resolve();
  }

  protected override onClose(): Promise<void> {
    this.movesRested.hurry();
    this.refreshSoon.cancel();
    this.pane?.unload();
    // What is still being looked up then finds nothing to draw it in.
    this.pane = undefined;
    this.controls = undefined;
    this.contentEl.empty();
    return Promise.resolve();
  }

  override onResize(): void {
    if (this.stale) this.refreshSoon();
    else if (!this.square) this.pane?.resize();
    this.square?.resize();
  }

  private watch(): void {
    const { workspace, vault } = this.app;
    const { feed } = this.tools;
    this.registerEvent(workspace.on("file-open", () => this.follow()));
    this.registerEvent(workspace.on("active-leaf-change", () => this.follow()));
    this.registerEvent(workspace.on("layout-change", () => this.stale && this.refreshSoon()));
    this.registerEvent(vault.on("rename", (file, from) => this.renamed(from, file.path)));
    this.registerEvent(vault.on("delete", (file) => this.deleted(file.path)));
    this.registerEvent(feed.on("changed", (paths) => (paths === undefined ? this.refreshNow() : this.invalidate())));
    this.registerEvent(feed.on("progress", () => this.invalidate()));
    this.registerDomEvent(this.contentEl, "keydown", (event) => {
      const by = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey ? { ArrowLeft: -1 as const, ArrowRight: 1 as const }[event.key] : undefined;
      if (by === undefined || event.targetNode?.instanceOf(HTMLInputElement)) return;
      event.preventDefault();
      this.step(by);
    });
  }

  private invalidate(): void {
    this.stale = true;
    this.refreshSoon();
  }

  /** The index is complete: who has waited for it waits no longer. */
  private refreshNow(): void {
    this.stale = true;
    this.refreshSoon.cancel();
    void this.refresh();
  }

  /** What one looks at, or how, is another: the workspace keeps it. */
  private changed(): void {
    void this.app.workspace.requestSaveLayout();
    this.showAgain();
  }

  private showAgain(): void {
    this.showControls();
    this.invalidate();
  }

  /** Turns to one of the tabs. */
  turnTo(tab: Outlook["tab"]): void {
    this.look({ tab });
  }

  private look(changes: Partial<Outlook>): void {
    Object.assign(this.outlook, changes);
    this.turn();
    this.changed();
  }

  /** Shows what is looked at: what lies round a note, or where all notes stand. What is not looked at is away. */
  private turn(): void {
    const { tab, picture } = this.outlook;
    const isSquare = tab === "square";
    this.squareEl.toggle(isSquare);
    this.pane?.el.toggle(!isSquare);
    this.pane?.togglePicture(picture);
    if (isSquare) this.square ??= this.addChild(new Square(this.squareEl, this.tools.square(this.desk.acts)));
    else if (this.square) {
      this.removeChild(this.square);
      this.square = undefined;
    }
  }

  /** Goes along with the active note, if that is wanted. */
  private follow(): void {
    const active = this.app.workspace.getActiveFile()?.path;
    // Who comes back to the same note may have gone on to another here.
    if (this.middle.sees(active) && active !== undefined && this.outlook.locked === null) this.center(active);
    this.pane?.drawHead(this.paneState);
    if (this.square) this.invalidate();
  }

  private center(path: string): void {
    if (!this.middle.goTo(path)) return;
    this.showControls();
    this.invalidate();
  }

  private moveTo(path: string): void {
    if (this.outlook.locked !== null) this.look({ locked: path });
    this.center(path);
  }

  private step(by: -1 | 1): void {
    const path = this.middle.step(by);
    if (path === undefined) return;
    if (this.outlook.locked !== null) this.outlook.locked = path;
    this.changed();
  }

  private lock(): void {
    const { path } = this.middle;
    const isLocked = this.outlook.locked !== null;
    if (!isLocked && path === undefined) return;
    this.look({ locked: isLocked ? null : (path ?? null) });
    const active = this.app.workspace.getActiveFile()?.path;
    if (isLocked && active !== undefined) this.center(active);
  }

  private renamed(from: string, to: string): void {
    this.outlook = movedOutlook(this.outlook, this.middle.rename(from, to));
    this.movesRested.heard();
  }

  private deleted(path: string): void {
    this.outlook = outlookWithout(this.outlook, (one) => one === path || one.startsWith(`${path}/`));
    this.middle.forget(path, this.app.workspace.getActiveFile()?.path);
    this.movesRested.heard();
  }

  private pin(key: string, spot: Spot | null): void {
    const { middle: { path }, outlook } = this;
    if (path !== undefined) this.look({ pins: withPin(outlook.pins, path, key, spot) });
  }

  private get pins(): Readonly<Record<string, Spot>> {
    return this.outlook.pins[this.middle.path ?? ""] ?? {};
  }

  private addToMenu(menu: Menu): void {
    const { path } = this.middle;
    const active = this.app.workspace.getActiveFile()?.path;
    menu.addItem((item) => item.setTitle("Show the active note").setIcon("locate").setDisabled(active === undefined || active === path).onClick(() => active !== undefined && this.moveTo(active)));
    menu.addItem((item) => item.setTitle("Unpin all").setIcon("pin-off").setDisabled(Object.keys(this.pins).length === 0).onClick(() => {
      const { [path ?? ""]: _, ...pins } = this.outlook.pins;
      this.look({ pins });
    }));
    menu.addItem((item) => item.setTitle("Open the map of all concepts").setIcon("network").onClick(() => void this.tools.openMap()));
    if (path === undefined) return;
    menu.addSeparator();
    addGraphExports(menu, { app: this.app, engine: this.tools.engine, name: `Round ${noteName(path)}`, around: { path, depth: this.outlook.depth } });
  }

  private async refresh(): Promise<void> {
    if (!this.stale || !this.contentEl.isShown()) return;
    this.stale = false;
    const { middle, tools, outlook, square } = this;
    if (square) {
      square.show("concepts", this.app.workspace.getActiveFile()?.path ?? null);
      return;
    }
    const { path, opened, closed } = middle;
    const { progress } = tools.feed;
    if (progress) {
      const empty = this.showEmpty("Reading the notes", progress.of === 0 ? "The vault is about to be read." : `${progress.done.toLocaleString()} of ${progress.of.toLocaleString()} notes are read.`);
      empty?.createEl("progress", { attr: { max: Math.max(progress.of, 1), value: progress.done, "aria-label": "Notes read" } });
      return;
    }
    const file = path === undefined ? null : this.app.vault.getFileByPath(path);
    if (!file || file.extension !== "md") {
      this.showEmpty("No note is open", "Open a note to see its concept and what it is tied to.");
      return;
    }
    const wish = { depth: outlook.depth, opened: [...opened], closed: [...closed], ...outlook.filter, most: middle.room };
    const [concept, found] = await Promise.all([tools.engine.concept(file.path), tools.engine.around(file.path, wish)]).catch(() => []);
    // Who moved on meanwhile has asked again.
    if (!found || middle.path !== path || this.stale) return;
    this.pane?.show({ path: file.path, name: file.basename, concept, found }, this.paneState);
    this.showControls();
  }

  private showEmpty(title: string, text: string): HTMLElement | undefined {
    const empty = this.pane?.showEmpty(title, text);
    this.showControls();
    return empty;
  }

  private get paneState(): PaneState {
    return { config: this.tools.config(), active: this.app.workspace.getActiveFile()?.path, pins: this.pins, canGrow: this.middle.canGrow };
  }

  private showControls(): void {
    const { outlook, middle, pane } = this;
    const shown = pane?.shown;
    const label = shown?.concept?.prefLabel ?? shown?.name ?? "";
    this.controls?.show({ outlook, canGoBack: middle.canGoBack, canGoForward: middle.canGoForward, label, facets: shown?.found.facets });
  }
}
