import type { App, Menu, TFile } from "obsidian";
import { pictureSvg, type MapLook } from "../../core/index";
import type { RemoteEngine } from "../../worker/engine";
import { addExport, addGraphExports, freePath } from "../graph-files";
import { paint } from "./paint";
import type { Scene } from "./scene";

/** What can be saved of a map, and how. */
interface Saving {
  app: App;
  engine: RemoteEngine;
  scene: () => Scene | undefined;
  look: () => MapLook;
}

/** The longest side of a picture in pixels; larger ones no browser draws everywhere. */
const longest = { svg: 6000, png: 8000 };

const name = "Map of concepts";

/** Adds the formats to a menu: the picture as it is filtered, and the whole graph as `distinguo graph` writes it. */
export function addExports(menu: Menu, saving: Saving): void {
  const { app, engine } = saving;
  addExport(menu, app, "SVG", "image", () => saveSvg(saving));
  addExport(menu, app, "PNG", "image", () => savePng(saving));
  addGraphExports(menu, { app, engine, name });
}

/** All that is shown, large enough to read the names of where that is not too large. */
function pictureOf({ scene: find, look }: Saving, most: number) {
  const scene = find();
  const context = createEl("canvas").getContext("2d");
  if (!scene || !context) return undefined;
  const extent = scene.extent();
  const margin = 240;
  const zoom = Math.min(1.5, (most - margin) / Math.max(1, extent.width, extent.height));
  const size = (span: number): number => Math.max(2 * margin, Math.ceil(span * zoom) + margin);
  const { x, y } = scene.whole({ width: most, height: most });
  const window = { x, y, zoom, width: size(extent.width), height: size(extent.height) };
  return { scene, picture: scene.draw(window, context, look(), false) };
}

async function saveSvg(saving: Saving): Promise<TFile | undefined> {
  const made = pictureOf(saving, longest.svg);
  if (!made) return undefined;
  const { scene, picture } = made;
  const { contents, shown } = scene;
  const count = shown.nodes.reduce((sum, one) => sum + one, 0);
  const text = pictureSvg(picture, saving.look(), `Map of ${count} concepts`, (node) => contents.labels[node] ?? "");
  return saving.app.vault.create(await freePath(saving.app, name, "svg"), text);
}

async function savePng(saving: Saving): Promise<TFile | undefined> {
  const made = pictureOf(saving, longest.png / 2);
  if (!made) return undefined;
  const { picture } = made;
  const canvas = createEl("canvas");
  canvas.width = picture.width * 2;
  canvas.height = picture.height * 2;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas of this size can be drawn here");
  context.scale(2, 2);
  paint(context, picture, saving.look());
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("the picture is too large to be saved here");
  return saving.app.vault.createBinary(await freePath(saving.app, name, "png"), await blob.arrayBuffer());
}
