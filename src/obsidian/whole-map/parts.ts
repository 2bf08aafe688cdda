import { Finder, type FinderActs } from "./finder";
import { Legend, type Wishes } from "./legend";
import { MapStage, type StageActs } from "./stage";
import { addToolButtons } from "./tool-buttons";

/** What the view is made of. */
export interface MapParts {
  stage: MapStage;
  side: HTMLElement;
  finder: Finder;
  legend: Legend;
  /** What the node in focus is tied to. */
  relations: HTMLElement;
  status: HTMLElement;
  progress: HTMLProgressElement;
}

/** What the parts do. */
export interface PartActs {
  stage: StageActs;
  finder: FinderActs;
  wish(wishes: Partial<Wishes>): void;
  toggleSide(): void;
  /** Shows the menu of the map. */
  more(at: MouseEvent | { x: number; y: number }): void;
}

/** How many views there have been: the ids of one are not those of another. */
const views = { count: 0 };

/** Builds picture, list and legend. Names for screen readers are elements: an `aria-label` would be shown as a tooltip. */
export function buildParts(parent: HTMLElement, acts: PartActs): MapParts {
  const id = `distinguo-map-${++views.count}`;
  const frame = parent.createDiv({ cls: "distinguo-map-frame" });
  const stageEl = frame.createDiv({ cls: "distinguo-map-stage" });
  stageEl.createSpan({ cls: "distinguo-spoken", text: "Map of all concepts", attr: { id: `${id}-name` } });
  stageEl.createSpan({ cls: "distinguo-spoken", text: "The list beside it holds the same. Arrows move the map, plus and minus zoom, 0 shows all; Alt and arrows move the chosen concept, Enter opens it.", attr: { id: `${id}-help` } });
  const stage = new MapStage(stageEl, acts.stage, { label: `${id}-name`, help: `${id}-help` });
  addTools(stageEl, stage, `${id}-name`, acts);
  const foot = stageEl.createDiv({ cls: "distinguo-map-status" });
  const progress = foot.createEl("progress", { attr: { max: 1, value: 0, "aria-labelledby": `${id}-status` } });
  progress.hidden = true;
  const status = foot.createSpan({ attr: { role: "status", id: `${id}-status` } });
  const side = frame.createDiv({ cls: "distinguo-map-side" });
  const finder = new Finder(side, id, acts.finder);
  const relations = side.createDiv({ cls: "distinguo-map-relations", attr: { role: "region", tabindex: 0, "aria-labelledby": `${id}-ties` } });
  side.createSpan({ cls: "distinguo-spoken", text: "What it is tied to", attr: { id: `${id}-ties` } });
  relations.hidden = true;
  const legend = new Legend(side, id, (wishes) => acts.wish(wishes));
  return { stage, side, finder, legend, relations, status, progress };
}

function addTools(parent: HTMLElement, stage: MapStage, label: string, acts: PartActs): void {
  const tools = addToolButtons(parent, label, [
    ["panel-right", "Show or hide the list", () => acts.toggleSide()],
    ["maximize", "Show all", () => stage.fit()],
    ["zoom-in", "Zoom in", () => stage.zoomBy(1.4)],
    ["zoom-out", "Zoom out", () => stage.zoomBy(1 / 1.4)],
    ["more-vertical", "More options", (event) => {
      const { left, bottom } = tools.getBoundingClientRect();
      acts.more(event.detail === 0 ? { x: left, y: bottom } : event);
    }],
  ]);
}
