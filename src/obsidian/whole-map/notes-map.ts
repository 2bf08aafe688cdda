import { Component, Keymap, type App } from "obsidian";
import { tieKindOf, tieKinds, type RelationKind } from "../../core/index";
import type { MapNews, RemoteEngine } from "../../worker/engine";
import type { NoteActs } from "../note-acts";
import { openRelation } from "../open-note";
import { showRelations } from "./relations";
import { MapRun } from "./run";
import { Scene } from "./scene";
import { MapStage } from "./stage";
import { addToolButtons } from "./tool-buttons";

/** How many there have been: the ids of one are not those of another. */
const maps = { count: 0 };

/** Some notes and what ties them, laid out as the map of all concepts is. A list of the same belongs beside it. */
export class NotesMap extends Component {
  private readonly el: HTMLElement;
  private readonly stage: MapStage;
  private readonly relationsEl: HTMLElement;
  private run: MapRun | undefined;
  private scene: Scene | undefined;
  private asked = "";
  /** How often it was begun, or given up: what was asked for before is of no interest after. */
  private turns = 0;
  private without: readonly RelationKind[] = [];

  constructor(
    parent: HTMLElement,
    private readonly app: App,
    private readonly engine: RemoteEngine,
    private readonly acts: NoteActs,
  ) {
    super();
    const id = `distinguo-notes-map-${++maps.count}`;
    this.el = parent.createDiv({ cls: "distinguo-notes-map" });
    const stageEl = this.el.createDiv({ cls: "distinguo-map-stage" });
    stageEl.createSpan({ cls: "distinguo-spoken", text: "Map of these notes", attr: { id: `${id}-name` } });
    stageEl.createSpan({ cls: "distinguo-spoken", text: "The list below holds the same. Arrows move the map, plus and minus zoom, 0 shows all.", attr: { id: `${id}-help` } });
    this.stage = new MapStage(
      stageEl,
      {
        hover: (node, event) => this.hover(node, event),
        choose: (node) => this.choose(node),
        open: (node, event) => this.withPath(node, (path) => this.acts.open(path, event)),
        menu: (node, at) => this.withPath(node, (path) => this.acts.menu(path, at, this.el)),
        moved: () => undefined,
        turned: () => undefined,
      },
      { label: `${id}-name`, help: `${id}-help` },
      false,
    );
    addToolButtons(stageEl, `${id}-name`, [
      ["maximize", "Show all", () => this.stage.fit()],
      ["zoom-in", "Zoom in", () => this.stage.zoomBy(1.4)],
      ["zoom-out", "Zoom out", () => this.stage.zoomBy(1 / 1.4)],
    ]);
    this.relationsEl = this.el.createDiv({ cls: "distinguo-map-relations", attr: { role: "region", tabindex: 0, "aria-labelledby": `${id}-ties` } });
    this.el.createSpan({ cls: "distinguo-spoken", text: "What it is tied to", attr: { id: `${id}-ties` } });
    this.relationsEl.hidden = true;
  }

  override onload(): void {
    this.registerEvent(this.app.workspace.on("css-change", () => this.stage.restyle()));
    this.register(this.el.onWindowMigrated(() => this.stage.restyle()));
    this.register(() => {
      this.turns++;
      this.run?.end();
      this.stage.close();
      this.el.remove();
    });
  }

  /** @param without relations of these kinds are left out */
  show(paths: readonly string[], without: readonly RelationKind[]): void {
    this.without = without;
    const asked = JSON.stringify(paths);
    // What ties the same notes may have changed all the same; they then move from where they are.
    const kept = asked === this.asked ? undefined : "";
    this.asked = asked;
    this.el.toggle(paths.length > 0);
    void this.begin([...paths], kept);
  }

  resize(): void {
    void this.go();
    this.stage.draw();
  }

  private async begin(only: string[], kept: string | undefined): Promise<void> {
    const turn = ++this.turns;
    const number = this.run?.number;
    const from = kept ?? (number === undefined ? "" : await this.engine.keepMap(number).catch(() => ""));
    if (turn !== this.turns) return;
    this.run?.end();
    const run: MapRun = new MapRun(this.engine, { notes: true, kept: from, only }, {
      isSeen: () => this.run === run && this.el.isShown(),
      news: (news) => {
        if (this.run === run) this.take(news);
      },
      settled: () => undefined,
      lost: () => {
        if (this.run === run) void this.begin(only, from);
      },
    });
    this.run = run;
    await this.go();
  }

  private async go(): Promise<void> {
    try {
      await this.run?.go();
    } catch (error) {
      // The engine has died: whoever shows the notes asks again once there is another.
      console.debug("The map of some notes was not laid out to its end.", error);
    }
  }

  private take({ contents, positions, isSettled }: MapNews): void {
    if (contents) {
      const left = new Set(this.without.map(tieKindOf));
      this.scene = this.stage.scene = new Scene(contents, () => ({ ties: new Set(tieKinds.filter((kind) => !left.has(kind))), hiddenTones: new Set(), missing: false, notes: true }));
      this.relationsEl.hidden = true;
    }
    const { scene } = this;
    if (!scene) return;
    if (positions) scene.place(positions);
    scene.isMoving = !isSettled;
    const isStill = this.el.win.matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (contents || isSettled || !isStill) this.stage.draw();
  }

  private withPath(node: number | undefined, act: (path: string) => void): void {
    const path = node === undefined ? null : (this.scene?.contents.paths[node] ?? null);
    if (path !== null) act(path);
  }

  private hover(node: number | undefined, event: PointerEvent): void {
    const { scene } = this;
    if (!scene) return;
    const isNew = scene.hovered !== node;
    if (isNew || Keymap.isModifier(event, "Mod")) this.withPath(node, (path) => this.acts.hover(path, event, this.stage.canvas));
    if (!isNew) return;
    scene.hovered = node;
    this.stage.canvas.toggleClass("is-on-node", node !== undefined);
    this.stage.draw();
    if (node !== undefined) void this.tell(node);
  }

  private choose(node: number | undefined): void {
    if (!this.scene) return;
    this.scene.chosen = node;
    this.stage.draw();
    if (node !== undefined) void this.tell(node);
  }

  /** Tells what a note says of the others, and they of it. */
  private async tell(node: number): Promise<void> {
    const { scene, run } = this;
    const number = run?.number;
    if (!scene || number === undefined) return;
    const relations = await this.engine.mapRelations(number, node).catch(() => []);
    if (this.scene !== scene || scene.focus !== node) return;
    this.relationsEl.hidden = false;
    showRelations(this.relationsEl, scene.contents, node, relations.filter(({ relation }) => !this.without.includes(relation.kind)), {
      acts: this.acts,
      go: (other) => {
        this.stage.flyToNode(other);
        this.choose(other);
      },
      openSource: (relation, event) => void openRelation(this.app, relation, event),
    });
  }
}
