import { parseYaml, type App, type CachedMetadata, type TFile } from "obsidian";
import { noteSource } from "../core/index";
import type { StampedFile, StampedNote } from "../worker/engine";
import { endsWith, metadataOf } from "./metadata";

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
function noteWith({ path, ...stamp }: ReadFile, text: string, found: CachedMetadata | null): StampedNote {
  const cache = found && endsWith(found, text) ? found : undefined;
  const properties = cache?.frontmatter;
  const { frontMatter, ...note } = noteSource(path, text, properties ? () => properties : parseYaml, cache && metadataOf(cache));
  // The properties are read here and now, where time is kept, and not when the note is posted.
  return { ...note, frontMatter: { ...frontMatter }, stamp };
}

/** A file as it is when its text is asked for, and when that is, in milliseconds. */
interface ReadFile extends StampedFile {
  readAt: number;
}

/** Told of a note that could not be read. */
export type Odd = (path: string, reason: string) => void;

/** Where notes are, and who knows of those whose cache is older than their text. */
export interface Shelf {
  app: App;
  feed: { isStale(path: string): boolean };
}

/** Reads a batch of notes, the texts all at once; those that can't be read are left out. */
export async function readBatch({ app, feed }: Shelf, files: readonly TFile[], odd: Odd = () => undefined): Promise<StampedNote[]> {
  const texts = await Promise.all(files.map(async (file) => ({ file, before: { ...stamped(file), readAt: Date.now() }, text: await textOf(app, file, odd) })));
  const notes: StampedNote[] = [];
  let began = performance.now();
  for (const { file, before, text } of texts) {
    if (text === undefined) continue;
    notes.push(noteWith(before, text, feed.isStale(before.path) ? null : app.metadataCache.getFileCache(file)));
    if (performance.now() - began < batchTime) continue;
    await new Promise((resolve) => window.setTimeout(resolve));
    began = performance.now();
  }
  return notes;
}

async function textOf({ vault }: App, file: TFile, odd: Odd): Promise<string | undefined> {
  try {
    return await vault.cachedRead(file);
  } catch (error) {
    // One that has gone meanwhile is not odd.
    if (vault.getFileByPath(file.path)) odd(file.path, error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

/** Reads notes in batches, the next while one is worked on; those that can't be read are left out. */
export async function* readNotes(shelf: Shelf, files: readonly TFile[], odd?: Odd): AsyncGenerator<StampedNote[]> {
  const left = files.values();
  const read = (): Promise<StampedNote[]> | undefined => {
    const batch = takeBatch(() => left.next().value);
    return batch.length > 0 ? readBatch(shelf, batch, odd) : undefined;
  };
  for (let coming = read(); coming; ) {
    const notes = await coming;
    coming = read();
    if (notes.length > 0) yield notes;
  }
}
