import type { App } from "obsidian";
import { hashOf, nodeKey, type MapContents } from "../../core/index";
import type { Scene } from "./scene";

const layoutKey = "distinguo-map";
const movedKey = "distinguo-map-moved";

/** What a map of this vault is to begin with, as it was kept on this device. */
export function loadLayout(app: App): string {
  const kept: unknown = app.loadLocalStorage(layoutKey);
  return typeof kept === "string" ? kept : "";
}

/** Keeps where everything is for the next time; empty to forget it. */
export function saveLayout(app: App, kept: string): void {
  app.saveLocalStorage(layoutKey, kept === "" ? null : kept);
}

function keyOf({ paths, labels }: MapContents, node: number): string {
  return hashOf(nodeKey(paths[node] ?? null, labels[node] ?? "")).toString(36);
}

function readMoved(app: App): Record<string, unknown> {
  const kept: unknown = app.loadLocalStorage(movedKey);
  return typeof kept === "object" && kept !== null ? { ...kept } : {};
}

/** Puts nodes where they were put by hand before. */
export function restoreMoved(app: App, scene: Scene): void {
  const kept = readMoved(app);
  if (Object.keys(kept).length === 0) return;
  scene.contents.labels.forEach((_, node) => {
    const place = kept[keyOf(scene.contents, node)];
    if (!Array.isArray(place)) return;
    const [x, y] = [Number(place[0]), Number(place[1])];
    if (Number.isFinite(x) && Number.isFinite(y)) scene.moved.set(node, { x, y });
  });
}

/** Keeps where a node was put, or forgets that it was. */
export function keepMoved(app: App, scene: Scene, node: number): void {
  const kept = readMoved(app);
  const place = scene.moved.get(node);
  const key = keyOf(scene.contents, node);
  if (place) kept[key] = [Math.round(place.x), Math.round(place.y)];
  else delete kept[key];
  app.saveLocalStorage(movedKey, kept);
}

/** Forgets all that was put anywhere by hand. */
export function forgetMoved(app: App): void {
  app.saveLocalStorage(movedKey, null);
}
