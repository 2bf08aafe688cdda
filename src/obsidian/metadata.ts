import type { CachedMetadata } from "obsidian";
import type { NoteMetadata } from "../core/index";

/**
 * Whether a cache ends where a text does. That of a file which has changed while the app was off is older than its text until
 * Obsidian comes to it, and nothing else tells.
 */
export function endsWith({ sections }: CachedMetadata, text: string): boolean {
  const end = sections?.at(-1)?.position.end.offset ?? 0;
  // A section keeps the blanks at its end, and no line break.
  return text.slice(end).trim() === "" && (end === 0 || /[^\r\n]/.test(text.charAt(end - 1)));
}

/** What Obsidian's cache knows of a note, in core's terms. */
export function metadataOf({ links = [], embeds = [], headings = [] }: CachedMetadata): NoteMetadata {
  return {
    links: [...links, ...embeds]
      .map(({ original, link, position: { start, end } }) => ({ original, link, from: start.offset, to: end.offset }))
      .sort((a, b) => a.from - b.from),
    headings: headings.map(({ position }) => position.start.offset),
  };
}
