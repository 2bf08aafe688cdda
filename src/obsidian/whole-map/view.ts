import { debounce, ItemView, Keymap, Menu, type App, type ViewStateResult, type WorkspaceLeaf } from "obsidian";
import { tieKinds, type MapContents, type MapCounts, type MapFilter } from "../../core/index";
import type { MapNews, RemoteEngine } from "../../worker/engine";
import { attempt } from "../attempt";
import { createMissing } from "../create-missing";
import type { Fixes } from "../fixes/fixes";
import { NoteActs } from "../note-acts";
import type { NoteFeed } from "../notes";
import { openRelation } from "../open-note";
import { hiddenTies, type Wishes } from "./legend";
import { buildParts, type MapParts } from "./parts";
import type { MapPlaces } from "./places";
import { showRelations } from "./relations";
import { MapRun } from "./run";
import { addExports } from "./save-picture";
import { Scene } from "./scene";
import { readMapState, writeMapState, type MapState } from "./state";
import { summaryOf } from "./summary";

export const mapViewType = "distinguo-map";
export const mapIcon = "network";

/** Milliseconds from one picture to the next while the layout goes on: the rest is the app's. */
const frameGap = 60;

/** What the view shows things of. */
export interface MapTools {
  engine: RemoteEngine;
  feed: NoteFeed;
  fixes: Fixes;
  places: MapPlaces;
}

/** Opens the map of all concepts in the main area, or brings the one that is open to the front. */
export async function openMap(app: App): Promise<void> {
  const { workspace } = app;
  const [open] = workspace.getLeavesOfType(mapViewType);
  const leaf = open ?? workspace.getLeaf("tab");
  if (!open) await leaf.setViewState({ type: mapViewType, active: true });
  await workspace.revealLeaf(leaf);
}

/** Whether a map holds what another holds: the same nodes and ties, in the same clusters. */
function isSame(contents: MapContents, before: MapContents): boolean {
  return contents.version === before.version && contents.clusters.every((cluster, node) => cluster === before.clusters[node]) && contents.clusterNames.join("\n") === before.clusterNames.join("\n");
}

/** The map of all concepts of the vault, and all that it shows as a list beside it. */
export class MapView extends ItemView {
  override icon = mapIcon;
  override navigation = true;
  private readonly acts = new NoteActs(this.app, this.leaf);
  private parts: MapParts | undefined;
  /** The layout that is made, or was made last, and the one that is shown: the same but for a moment. */
  private run: MapRun | undefined;
  private shownRun: MapRun | undefined;
  private scene: Scene | undefined;
  private state: MapState = readMapState(undefined);
  private stale = true;
  /** When the layout was drawn last while it goes on. */
  private drawnAt = 0;
  /** What ends the timers that run. */
  private readonly timers = new Set<() => void>();
  /** What the panel tells of, so that it is not asked for twice. */
  private told: number | undefined;
  private readonly refreshSoon = debounce(() => this.refresh(), 600, false);
  private readonly tellSoon = debounce(() => void this.tellRelations(), 90, true);
  private readonly saveSoon = debounce(() => this.app.workspace.requestSaveLayout(), 1000, true);

  constructor(
    leaf: WorkspaceLeaf,
    private readonly tools: MapTools,
  ) {
    super(leaf);
  }

  getViewType(): string {
    return mapViewType;
  }

  getDisplayText(): string {
    return "Map of all concepts";
  }

  override getState(): Record<string, unknown> {
    const { parts, scene } = this;
    if (parts && scene && parts.stage.window.width > 0) {
      const { x, y, zoom } = parts.stage.window;
      this.state.window = parts.stage.isFitted ? undefined : { x, y, zoom };
    }
    return { ...super.getState(), ...writeMapState(this.state) };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    const before = this.state;
    this.state = readMapState(state);
    this.showSide();
    if (!this.scene) return;
    if (before.wishes.notes !== this.state.wishes.notes) this.begin();
    this.refilter();
    this.look();
  }

  protected override onOpen(): Promise<void> {
    const { contentEl, containerEl } = this;
    contentEl.addClass("distinguo-whole-map");
    this.build();
    // The colours are known by the time there is something to draw.
    this.later(() => void this.parts?.stage.theme);
    const { workspace } = this.app;
    this.registerEvent(this.tools.feed.on("changed", () => {
      this.stale = true;
      this.refreshSoon();
    }));
    this.registerEvent(this.tools.feed.on("progress", () => {
      this.stale = true;
      this.refresh();
    }));
    this.registerEvent(workspace.on("layout-change", () => this.refresh()));
    this.registerEvent(workspace.on("active-leaf-change", () => this.refresh()));
    this.registerEvent(workspace.on("css-change", () => this.parts?.stage.restyle()));
    this.register(containerEl.onWindowMigrated(() => this.parts?.stage.restyle()));
    this.refresh();
    return Promise.resolve();
  }

  protected override onClose(): Promise<void> {
    this.refreshSoon.cancel();
    this.tellSoon.cancel();
    this.saveSoon.cancel();
    for (const end of this.timers) end();
    this.timers.clear();
    this.run?.end();
    this.shownRun?.end();
    this.run = this.shownRun = undefined;
    this.parts?.stage.close();
    this.parts = undefined;
    this.scene = undefined;
    this.contentEl.empty();
    return Promise.resolve();
  }

  override onResize(): void {
    this.refresh();
    this.parts?.stage.draw();
  }

  override onPaneMenu(menu: Menu, source: string): void {
    super.onPaneMenu(menu, source);
    if (this.scene) this.addToMenu(menu);
  }

  private build(): void {
    const choose = (node: number | undefined, flies: boolean): void => this.choose(node, flies);
    const open = (node: number, event: MouseEvent | KeyboardEvent): void => this.open(node, event);
    const menu = (node: number | undefined, at: MouseEvent | { x: number; y: number }): void => this.menu(node, at);
    this.parts = buildParts(this.contentEl, {
      stage: {
        hover: (node, event) => this.hover(node, event),
        choose: (node) => choose(node, false),
        open,
        menu,
        moved: (node) => {
          if (this.scene) this.tools.places.keep(this.scene, node);
        },
        turned: () => this.saveSoon(),
      },
      finder: {
        find: async (text) => {
          const map = this.shownRun?.number;
          return map === undefined ? new Uint32Array() : this.tools.engine.findInMap(map, text);
        },
        choose: (node) => choose(node, true),
        open,
        menu,
        leave: () => choose(undefined, false),
      },
      wish: (wishes) => this.wish(wishes),
      toggleSide: () => {
        this.state.side = !this.state.side;
        this.showSide();
        this.parts?.stage.draw();
        this.saveSoon();
      },
      more: (at) => menu(undefined, at),
    });
    this.showSide();
  }

  private showSide(): void {
    this.contentEl.toggleClass("is-alone", !this.state.side);
    if (this.parts) this.parts.side.hidden = !this.state.side;
  }

  /** Brings what is shown up to the vault, if anybody looks. */
  private refresh(): void {
    const { parts } = this;
    if (!parts || !this.contentEl.isShown()) return;
    const { progress } = this.tools.feed;
    if (progress && !this.scene) {
      this.say(progress.of === 0 ? "The vault is about to be read." : `${progress.done.toLocaleString()} of ${progress.of.toLocaleString()} notes are read.`, progress.done / Math.max(1, progress.of));
      return;
    }
    if (this.stale && !progress) this.begin();
    else void this.go();
    parts.stage.draw();
  }

  private begin(): void {
    this.stale = false;
    if (this.run !== this.shownRun) this.run?.end();
    const run: MapRun = new MapRun(this.tools.engine, { notes: this.state.wishes.notes, kept: this.tools.places.layout }, {
      isSeen: () => this.run === run && this.contentEl.isShown(),
      news: (news) => {
        if (this.run !== run) return;
        if (news.contents) {
          this.shownRun?.end();
          this.shownRun = run;
        }
        this.take(news);
      },
      settled: (kept) => {
        this.tools.places.layout = kept;
        this.summarize();
      },
      lost: () => {
        this.stale = true;
        this.refreshSoon();
      },
    });
    this.run = run;
    if (!this.scene) this.say("Laying out the map.", 0);
    void this.go();
  }

  private async go(): Promise<void> {
    try {
      await this.run?.go();
    } catch (error) {
      // The engine has died: another one begins anew once it has the notes.
      console.debug("The map was not laid out to its end.", error);
      this.stale = true;
    }
  }

  private take({ contents, positions, progress, isSettled }: MapNews): void {
    const { parts } = this;
    if (!parts) return;
    if (contents && this.scene && isSame(contents, this.scene.contents)) {
      // Sentences and other labels may have changed all the same.
      this.told = undefined;
      this.tellSoon();
      parts.finder.refreshIfAsked();
    } else if (contents) {
      const before = this.scene;
      // The clusters of another layout are others.
      if (contents.isAnew) this.state.wishes.hiddenTones = [];
      const scene = new Scene(contents, (counts) => this.filterFor(counts));
      this.tools.places.restore(scene);
      const chosen = before?.chosen;
      const again = chosen === undefined ? this.state.chosen : (before?.contents.paths[chosen] ?? undefined);
      const node = again === undefined ? -1 : contents.paths.indexOf(again);
      if (node !== -1 && scene.shown.nodes[node]) scene.chosen = node;
      this.scene = scene;
      parts.stage.scene = scene;
      if (!before) this.look();
      this.told = undefined;
      this.tellSoon();
      // The picture first; what stands beside it has tasks of its own.
      this.later(() => parts.legend.show(scene, this.state.wishes));
      this.later(() => parts.finder.show(scene));
    }
    const { scene } = this;
    if (scene && positions) scene.place(positions);
    if (scene) scene.isMoving = !isSettled;
    const { win } = this.contentEl;
    const isStill = win.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const now = win.performance.now();
    if (contents || isSettled || (!isStill && now - this.drawnAt > frameGap)) {
      this.drawnAt = now;
      parts.stage.draw();
    }
    if (!isSettled) this.say(contents ? "Laying out the map." : undefined, progress.done / Math.max(1, progress.of));
  }

  /** Does something in a task of its own, unless the view is closed by then. */
  private later(act: () => void): void {
    const { win } = this.contentEl;
    const timer = win.setTimeout(() => {
      this.timers.delete(end);
      if (this.parts) act();
    }, this.timers.size * 20);
    const end = (): void => win.clearTimeout(timer);
    this.timers.add(end);
  }

  /** Looks where one looked before, or at everything. */
  private look(): void {
    const { parts, state } = this;
    if (!parts) return;
    parts.stage.isFitted = state.window === undefined;
    if (state.window) parts.stage.window = { ...parts.stage.window, ...state.window };
    parts.stage.draw();
  }

  private say(text: string | undefined, share?: number): void {
    const { parts } = this;
    if (!parts) return;
    if (text !== undefined && parts.status.textContent !== text) parts.status.setText(text);
    parts.progress.hidden = share === undefined;
    if (share !== undefined) parts.progress.value = share;
  }

  private summarize(): void {
    if (this.scene && this.run?.isSettled) this.say(summaryOf(this.scene));
  }

  private filterFor(counts: MapCounts): MapFilter {
    const { wishes } = this.state;
    const hidden = hiddenTies(counts, wishes);
    return { ties: new Set(tieKinds.filter((kind) => !hidden.includes(kind))), hiddenTones: new Set(wishes.hiddenTones), missing: wishes.missing, notes: wishes.notes };
  }

  private wish(wishes: Partial<Wishes>): void {
    Object.assign(this.state.wishes, wishes);
    this.saveSoon();
    if (wishes.notes === true) this.begin();
    this.refilter();
  }

  private refilter(): void {
    const { scene, parts } = this;
    if (!scene || !parts) return;
    scene.filter(this.filterFor(scene.counts));
    parts.legend.show(scene, this.state.wishes);
    parts.finder.show(scene);
    parts.stage.draw();
    this.tellSoon();
    this.summarize();
  }

  private hover(node: number | undefined, event: PointerEvent): void {
    const { scene, parts } = this;
    if (!scene || !parts) return;
    const isNew = scene.hovered !== node;
    const path = node === undefined ? null : (scene.contents.paths[node] ?? null);
    if (path !== null && (isNew || Keymap.isModifier(event, "Mod"))) this.acts.hover(path, event, parts.stage.canvas);
    if (!isNew) return;
    scene.hovered = node;
    parts.stage.canvas.toggleClass("is-on-node", node !== undefined);
    parts.stage.draw();
    this.tellSoon();
  }

  private choose(node: number | undefined, fly: boolean): void {
    const { scene, parts } = this;
    if (!scene || !parts) return;
    scene.chosen = node;
    if (fly) scene.hovered = undefined;
    this.state.chosen = node === undefined ? undefined : (scene.contents.paths[node] ?? undefined);
    if (fly && node !== undefined) parts.stage.flyToNode(node);
    parts.stage.draw();
    parts.finder.mark();
    this.tellSoon();
    this.saveSoon();
  }

  private open(node: number, event: MouseEvent | KeyboardEvent): void {
    const path = this.scene?.contents.paths[node];
    if (typeof path === "string") this.acts.open(path, event);
  }

  private menu(node: number | undefined, at: MouseEvent | { x: number; y: number }): void {
    const { scene, parts } = this;
    if (!scene || !parts) return;
    if (node === undefined) {
      const menu = new Menu();
      this.addToMenu(menu);
      if ("clientX" in at) menu.showAtMouseEvent(at);
      else menu.showAtPosition(at, this.contentEl.doc);
      return;
    }
    this.acts.menu(scene.contents.paths[node] ?? "", at, this.contentEl, (menu) => {
      if (scene.contents.kinds[node] === 2) menu.addItem((item) => item.setSection("distinguo").setTitle("Create note").setIcon("file-plus").onClick(() => void attempt(() => this.create(node))));
      menu.addItem((item) => item.setSection("distinguo").setTitle("Show on the map").setIcon("locate").onClick(() => this.choose(node, true)));
      if (scene.moved.has(node)) menu.addItem((item) => item.setSection("distinguo").setTitle("Put back").setIcon("undo-2").onClick(() => this.putBack(node)));
    });
  }

  private async create(node: number): Promise<void> {
    const map = this.shownRun?.number;
    if (map === undefined) return;
    const relations = await this.tools.engine.mapRelations(map, node);
    await createMissing(this.app, this.tools.fixes, relations.map(({ relation }) => relation), "tab", () => this.parts?.finder.input.focus());
  }

  /** Has a node stand where the layout had put it. */
  private putBack(node: number): void {
    const { scene } = this;
    if (!scene) return;
    scene.moved.delete(node);
    this.tools.places.keep(scene, node);
    this.begin();
  }

  private addToMenu(menu: Menu): void {
    menu.addItem((item) => item.setSection("distinguo").setTitle("Lay out anew").setIcon("refresh-cw").onClick(() => this.layOutAnew()));
    const { parts } = this;
    if (parts) addExports(menu, { app: this.app, engine: this.tools.engine, scene: () => this.scene, look: () => parts.stage.theme });
  }

  private layOutAnew(): void {
    this.tools.places.forget();
    this.wish({ hiddenTones: [] });
    this.scene?.moved.clear();
    this.begin();
    this.parts?.stage.fit();
  }

  private async tellRelations(): Promise<void> {
    const { scene, parts } = this;
    const map = this.shownRun?.number;
    if (!scene || !parts || map === undefined) return;
    const { focus } = scene;
    if (focus === this.told) return;
    this.told = focus;
    parts.relations.hidden = focus === undefined;
    parts.side.toggleClass("has-focus", focus !== undefined);
    if (focus === undefined) {
      parts.relations.empty();
      return;
    }
    const relations = await this.tools.engine.mapRelations(map, focus).catch(() => undefined);
    if (!relations || this.told !== focus || this.scene !== scene) return;
    showRelations(parts.relations, scene.contents, focus, relations, {
      acts: this.acts,
      go: (node) => this.choose(node, true),
      openSource: (relation, event) => void attempt(() => openRelation(this.app, relation, event)),
    });
    parts.relations.scrollTop = 0;
  }
}
