import type { NoteSource } from "./note-source";

/** Where a note's text begins: behind the byte order mark and the front matter. */
export function bodyStart({ source, frontMatter }: NoteSource): number {
  return Math.max(frontMatter.to, source.startsWith("\uFEFF") ? 1 : 0);
}
