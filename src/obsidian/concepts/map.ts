import { setTooltip } from "obsidian";
import type { Around } from "../../core/index";
import type { Desk } from "./desk";
import { layOut, mapNodes, type MapNode, type MapPlan, type MapSpot, type Zone } from "./layout";
import type { Spot } from "./outlook";

/** The map around one concept: buttons over a drawing of the edges. */
export class ConceptMap {
  private readonly el: HTMLElement;
  private nodes: MapNode[] = [];
  private label = "";
  private width = 0;
  private readonly unfolded = new Set<Zone>();

  constructor(
    parent: HTMLElement,
    private readonly desk: Desk,
  ) {
    this.el = parent.createDiv({ cls: "distinguo-map", attr: { role: "group", "aria-roledescription": "map" } });
  }

  /** Shows what lies round a note; what was put somewhere by hand stands there. */
  show({ nodes: [middle], neighbors }: Around, _pins: Readonly<Record<string, Spot>>): void {
    this.label = middle?.label ?? "";
    this.nodes = mapNodes(neighbors[middle?.key ?? ""] ?? []);
    this.draw();
  }

  mark(_key: string | null): void {
    // The picture marks nothing yet.
  }

  /** Where a node stands; undefined where it isn't shown. */
  spotOf(_key: string): Spot | undefined {
    return undefined;
  }

  unload(): void {
    this.el.remove();
  }

  /** Lays the map out anew if the width has changed. */
  resize(): void {
    if (this.el.clientWidth !== this.width) this.draw();
  }

  private draw(): void {
    this.el.empty();
    this.width = this.el.clientWidth;
    this.el.toggleClass("is-empty", this.nodes.length === 0);
    if (this.nodes.length === 0 || this.width === 0) return;
    const plan = layOut(this.nodes, this.width, this.unfolded);
    this.el.setCssProps({ "--distinguo-map-height": `${plan.height}px` });
    this.drawEdges(plan);
    const centre = this.el.createDiv({ cls: "distinguo-map-centre", text: this.label, attr: { dir: "auto" } });
    centre.setCssProps({ "--distinguo-x": `${plan.centre.x}px`, "--distinguo-y": `${plan.centre.y}px`, "--distinguo-width": `${plan.centre.maxWidth}px` });
    if (plan.spots.some(({ zone }) => zone === "in")) this.el.createDiv({ cls: "distinguo-map-caption distinguo-zone-in", text: "named by" });
    if (plan.spots.some(({ zone }) => zone === "out")) this.el.createDiv({ cls: "distinguo-map-caption distinguo-zone-out", text: "names" });
    for (const spot of plan.spots) this.drawSpot(spot);
  }

  private drawEdges({ width, height, centre, spots }: MapPlan): void {
    const svg = this.el.createSvg("svg", { cls: "distinguo-map-edges", attr: { viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" } });
    for (const { node, zone, x, y } of spots) {
      if (!node) continue;
      const group = svg.createSvg("g", { cls: ["distinguo-edge", `distinguo-zone-${zone}`, ...(node.strong ? [] : ["is-faint"]), ...(node.path === null ? ["is-missing"] : [])] });
      if (node.sentence !== "") group.createSvg("title").textContent = node.sentence;
      const line = zone === "contrast" ? `M${centre.x} ${centre.y}L${x} ${y}` : `M${centre.x} ${centre.y}C${centre.x} ${(centre.y + 3 * y) / 4} ${(centre.x + x) / 2} ${y} ${x} ${y}`;
      group.createSvg("path", { cls: "distinguo-edge-reach", attr: { d: line } });
      group.createSvg("path", { cls: "distinguo-edge-line", attr: { d: line } });
      if (zone !== "contrast") group.createSvg("path", { cls: "distinguo-edge-head", attr: { d: head(zone, node.mutual, x, y) } });
    }
  }

  private drawSpot({ node, more, zone, x, y, left, width }: MapSpot): void {
    const button = this.el.createEl("button", { cls: ["distinguo-node", `distinguo-zone-${zone}`], attr: { type: "button", dir: "auto" } });
    button.setCssProps({ "--distinguo-left": `${left}px`, "--distinguo-y": `${y}px`, "--distinguo-width": `${width}px`, "--distinguo-x": `${x}px` });
    if (!node) {
      button.addClass("is-more");
      button.setText(`${more} more`);
      button.addEventListener("click", () => {
        this.unfolded.add(zone);
        this.draw();
      });
      return;
    }
    const { path, kin } = node;
    if (kin) button.createSpan({ cls: "distinguo-kin", text: kin === "broader" ? "↑ " : "↓ " });
    button.createSpan({ text: node.label });
    button.toggleClass("is-faint", !node.strong);
    const notes = [kin, path === null && "no note yet"].filter((note) => note);
    setTooltip(button, [notes.length > 0 ? `${node.label} (${notes.join(", ")})` : node.label, node.sentence].filter((line) => line !== "").join("\n"), { placement: "top" });
    if (path === null) {
      button.addClass("is-missing");
      button.setAttr("aria-disabled", "true");
      return;
    }
    this.desk.acts.attach(button, path);
  }
}

/** An arrow's head: what points here flows in from the left, what is named flows out to the right. */
function head(zone: Zone, mutual: boolean, x: number, y: number): string {
  if (mutual) return `M${x + 4} ${y}l-4 -3.5v7zM${x - 6} ${y}l4 -3.5v7z`;
  return zone === "in" ? `M${x + 2} ${y}l-5 -3.5v7z` : `M${x + 3} ${y}l-5 -3.5v7z`;
}
