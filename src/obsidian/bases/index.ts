import type { Plugin } from "obsidian";
import type { EmbedTools } from "../embed/part";
import { PlotView } from "./plot-view";
import { plots } from "./plots";

/** Adds “Concept map” and “2 × 2” to the views of bases, where the core plugin Bases is on. */
export function addBasesViews(plugin: Plugin, tools: EmbedTools): void {
  for (const [type, kind] of Object.entries(plots)) {
    const { name, icon, options } = kind;
    plugin.registerBasesView(type, { name, icon, options, factory: (controller, el) => new PlotView(controller, el, type, kind, tools) });
  }
}
