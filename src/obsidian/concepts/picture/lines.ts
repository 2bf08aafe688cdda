import type { Edge } from "./edges";

/** Draws the lines of a picture anew, below all else. */
export function drawLines(world: HTMLElement, edges: readonly Edge[]): Map<string, SVGElement> {
  world.find(":scope > .distinguo-map-edges")?.remove();
  const svg = world.createSvg("svg", { cls: "distinguo-map-edges", attr: { width: 1, height: 1, "aria-hidden": "true" }, prepend: true });
  return new Map(
    edges.map(({ id, group, missing, near, quiet, line, heads }) => {
      const el = svg.createSvg("g", { cls: ["distinguo-edge", `distinguo-zone-${group}`, ...(near ? [] : ["is-further"]), ...(quiet ? ["is-quiet"] : []), ...(missing ? ["is-missing"] : [])], attr: { "data-edge": id } });
      el.createSvg("path", { cls: "distinguo-edge-reach", attr: { d: line } });
      el.createSvg("path", { cls: "distinguo-edge-line", attr: { d: line } });
      for (const head of heads) el.createSvg("path", { cls: "distinguo-edge-head", attr: { d: head } });
      return [id, el];
    }),
  );
}
