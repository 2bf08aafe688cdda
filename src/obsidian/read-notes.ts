import { parseYaml, type App, type CachedMetadata, type TFile } from "obsidian";
import { noteSource } from "../core/index";
import type { StampedFile, StampedNote } from "../worker/engine";
import { metadataOf } from "./metadata";

/** A batch ends at whichever comes first: this many notes, or this many bytes. */
const batchNotes = 50;
const batchBytes = 256_000;

/** Milliseconds of work on a batch before the app gets its turn. */
const batchTime = 8;

/** A file with the stamp of what it holds now. To be taken before its text is read: what changes meanwhile then has a later one. */
export function stamped({ path, stat: { mtime, size } }: TFile): StampedFile {
  return { path, mtime, size };
}

/** Takes as many files as make a batch, one after another from `next`, until it gives none. */
export function takeBatch(next: () => TFile | undefined): TFile[] {
  const files: TFile[] = [];
  let bytes = 0;
  while (files.length < batchNotes && bytes < batchBytes) {
    const file = next();
    if (!file) break;
    files.push(file);
    bytes += file.stat.size;
  }
  return files;
}

/** A note with what Obsidian has read of it. YAML is parsed only where the cache has no properties: there are none, they don't parse, or it has not come so far. */
function noteWith({ path, mtime, size }: StampedFile, text: string, cache: CachedMetadata | null): StampedNote {
  const properties = cache?.frontmatter;
  const { frontMatter, ...note } = noteSource(path, text, properties ? () => properties : parseYaml, cache ? metadataOf(cache) : undefined);
  // The properties are read here and now, where time is kept, and not when the note is posted.
  return { ...note, frontMatter: { ...frontMatter }, stamp: { mtime, size } };
}

/** Reads a batch of notes, the texts all at once; those that can't be read are left out. `isStale` tells of those whose cache is older than their text. */
export async function readBatch(app: App, files: readonly TFile[], isStale: (path: string) => boolean = () => false): Promise<StampedNote[]> {
  const texts = await Promise.all(files.map(async (file) => ({ file, before: stamped(file), text: await app.vault.cachedRead(file).catch(() => undefined) })));
  const notes: StampedNote[] = [];
  let began = performance.now();
  for (const { file, before, text } of texts) {
    if (text === undefined) continue;
    notes.push(noteWith(before, text, isStale(before.path) ? null : app.metadataCache.getFileCache(file)));
    if (performance.now() - began < batchTime) continue;
    await new Promise((resolve) => window.setTimeout(resolve));
    began = performance.now();
  }
  return notes;
}

/** Reads notes in batches, the next while one is worked on; those that can't be read are left out. */
export async function* readNotes({ app }: { app: App }, files: readonly TFile[]): AsyncGenerator<StampedNote[]> {
  const left = files.values();
  const read = (): Promise<StampedNote[]> | undefined => {
    const batch = takeBatch(() => left.next().value);
    return batch.length > 0 ? readBatch(app, batch) : undefined;
  };
  for (let coming = read(); coming; ) {
    const notes = await coming;
    coming = read();
    if (notes.length > 0) yield notes;
  }
}
