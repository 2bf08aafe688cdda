import type { App } from "obsidian";
import { hashOf, nodeKey, renameKept, type MapContents } from "../../core/index";
import { Rest } from "../rest";
import type { Scene } from "./scene";

const layoutKey = "distinguo-map";
const movedKey = "distinguo-map-moved";

function keyOf({ paths, labels }: MapContents, node: number): string {
  return hashOf(nodeKey(paths[node] ?? null, labels[node] ?? "")).toString(36);
}

/** Where the nodes of the map are, as this device keeps it: by the layout, and by hand. Follows notes that are renamed, also while no map is open. */
export class MapPlaces {
  /** All renames since the plugin was loaded: a layout that was begun before one knows the note by its path before. */
  private readonly renames: [from: string, to: string][] = [];
  private moved: Record<string, unknown> | undefined;
  private readonly rest = new Rest(1000, () => this.write());

  constructor(private readonly app: App) {}

  /** What a map of this vault is to begin with. */
  get layout(): string {
    const kept: unknown = this.app.loadLocalStorage(layoutKey);
    return typeof kept === "string" ? renameKept(kept, this.renames) : "";
  }

  /** Empty to forget it. */
  set layout(kept: string) {
    this.app.saveLocalStorage(layoutKey, kept === "" ? null : renameKept(kept, this.renames));
  }

  /** A note, or a folder, has another path, or is gone. */
  follow(from: string, to: string | undefined): void {
    const before = hashOf(from).toString(36);
    const { byHand } = this;
    const place = byHand[before];
    if (place !== undefined) {
      delete byHand[before];
      if (to !== undefined) byHand[hashOf(to).toString(36)] = place;
    }
    if (to !== undefined) this.renames.push([from, to]);
    if (to !== undefined || place !== undefined) this.rest.heard();
  }

  /** Puts nodes where they were put by hand before. */
  restore(scene: Scene): void {
    const kept = this.byHand;
    if (Object.keys(kept).length === 0) return;
    scene.contents.labels.forEach((_, node) => {
      const place = kept[keyOf(scene.contents, node)];
      if (!Array.isArray(place)) return;
      const [x, y] = [Number(place[0]), Number(place[1])];
      if (Number.isFinite(x) && Number.isFinite(y)) scene.moved.set(node, { x, y });
    });
  }

  /** Keeps where a node was put, or forgets that it was. */
  keep(scene: Scene, node: number): void {
    const kept = this.byHand;
    const place = scene.moved.get(node);
    const key = keyOf(scene.contents, node);
    if (place) kept[key] = [Math.round(place.x), Math.round(place.y)];
    else delete kept[key];
    this.rest.heard();
  }

  /** Forgets all, that the map may be laid out anew. */
  forget(): void {
    this.layout = "";
    this.moved = {};
    this.write();
  }

  /** Writes down what has not been yet. */
  close(): void {
    this.rest.hurry();
  }

  private get byHand(): Record<string, unknown> {
    if (!this.moved) {
      const kept: unknown = this.app.loadLocalStorage(movedKey);
      this.moved = typeof kept === "object" && kept !== null ? { ...kept } : {};
    }
    return this.moved;
  }

  private write(): void {
    const { layout, byHand } = this;
    if (this.renames.length > 0 && layout !== "") this.layout = layout;
    this.app.saveLocalStorage(movedKey, Object.keys(byHand).length === 0 ? null : byHand);
  }
}
