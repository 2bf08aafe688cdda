import type { CachedMetadata } from "obsidian";
import type { NoteMetadata } from "../core/index";

/** What Obsidian's cache knows of a note, in core's terms. */
export function metadataOf({ links = [], embeds = [], headings = [] }: CachedMetadata): NoteMetadata {
  return {
    links: [...links, ...embeds]
      .map(({ original, link, position: { start, end } }) => ({ original, link, from: start.offset, to: end.offset }))
      .sort((a, b) => a.from - b.from),
    headings: headings.map(({ position }) => position.start.offset),
  };
}
