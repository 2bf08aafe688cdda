import type { Plugin } from "obsidian";
import { EmbeddedBlock } from "./block";
import type { EmbedTools } from "./part";

/** Shows concepts, the 2 × 2 and problems in notes, where a code block asks for them. */
export function addEmbeds(plugin: Plugin, tools: EmbedTools): void {
  plugin.registerMarkdownCodeBlockProcessor("distinguo", (source, el, context) => {
    context.addChild(new EmbeddedBlock(el, source, context, tools));
  });
}
