import { debounce, Events, parseYaml, TFile, TFolder, type CachedMetadata, type Plugin, type TAbstractFile } from "obsidian";
import { noteSource, type NoteSource } from "../core/index";
import type { RemoteEngine } from "../worker/engine";
import { metadataOf } from "./metadata";

/** A batch is posted at whichever comes first: this many notes, this many characters, or so much work. */
const batchNotes = 50;
const batchCharacters = 256_000;

/** Milliseconds of work on one batch, reading front matter, before the app gets its turn. */
const batchTime = 8;

function isNote(file: TAbstractFile): file is TFile {
  return file instanceof TFile && file.extension === "md";
}

/** A note with what Obsidian has read of it. YAML is parsed only where the cache has no properties: there are none, they don't parse, or it has not come so far. */
function noteWith(path: string, text: string, cache: CachedMetadata | null): NoteSource {
  const properties = cache?.frontmatter;
  return noteSource(path, text, properties ? () => properties : parseYaml, cache ? metadataOf(cache) : undefined);
}

/** Reads notes in batches; one that can't be read is left out. `isStale` tells of those whose cache is older than their text. */
export async function* readNotes({ app }: Pick<Plugin, "app">, files: readonly TFile[], isStale: (path: string) => boolean = () => false): AsyncGenerator<NoteSource[]> {
  let batch: NoteSource[] = [];
  let characters = 0;
  let worked = 0;
  for (const file of files) {
    const text = await app.vault.cachedRead(file).catch(() => undefined);
    if (text === undefined) continue;
    const began = performance.now();
    batch.push(noteWith(file.path, text, isStale(file.path) ? null : app.metadataCache.getFileCache(file)));
    worked += performance.now() - began;
    characters += text.length;
    if (batch.length >= batchNotes || characters >= batchCharacters || worked >= batchTime) {
      yield batch;
      batch = [];
      characters = 0;
      worked = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

/**
 * Keeps the engine's index up with the vault. Triggers `changed` whenever the index has something new, with the paths
 * of the notes unless it was filled anew, and `progress` while it is filled.
 */
export class NoteFeed extends Events {
  /** How many notes have been read of how many; undefined once the index is complete. */
  progress: { done: number; of: number } | undefined = { done: 0, of: 0 };
  private fillings = 0;
  /** What is to be told to the engine: notes as Obsidian handed them over, or undefined for one that is to be read first. */
  private readonly changed = new Map<string, NoteSource | undefined>();
  /** Notes whose text has changed and whose cache has not yet. */
  private readonly stale = new Set<string>();
  /** What has been taken from `changed` and not been told yet. */
  private readonly underWay = new Set<string>();
  private flushed: Promise<void> = Promise.resolve();
  private readonly flushSoon = debounce(() => void this.flush(), 400, true);

  constructor(
    private readonly plugin: Plugin,
    private readonly engine: RemoteEngine,
  ) {
    super();
  }

  /** Follows what happens to notes from now on. */
  watch(): void {
    const { plugin, engine } = this;
    const { metadataCache, vault } = plugin.app;
    const touch = (file: TAbstractFile, note?: NoteSource): void => {
      if (!isNote(file)) return;
      this.changed.set(file.path, note);
      this.flushSoon();
    };
    plugin.registerEvent(vault.on("create", (file) => touch(file)));
    plugin.registerEvent(
      vault.on("modify", (file) => {
        this.stale.add(file.path);
        touch(file);
      }),
    );
    plugin.registerEvent(
      metadataCache.on("changed", (file, text, cache) => {
        this.stale.delete(file.path);
        touch(file, noteWith(file.path, text, cache));
      }),
    );
    plugin.registerEvent(
      vault.on("delete", (file) => {
        this.changed.delete(file.path);
        this.stale.delete(file.path);
        void this.tell(engine.remove(file.path), [file.path]);
      }),
    );
    plugin.registerEvent(
      vault.on("rename", (file, from) => {
        const isStale = this.stale.delete(from);
        if (isStale) this.stale.add(file.path);
        const isPending = this.changed.delete(from) || this.underWay.has(from) || this.progress !== undefined || !from.endsWith(".md");
        // Of a folder Obsidian tells by itself, and of each note in it: what comes second finds nothing left to do.
        if (isNote(file) || file instanceof TFolder) void this.tell(engine.rename(from, file.path), [from, file.path]);
        else void this.tell(engine.remove(from), [from]);
        // What the index has read it takes along; what had not come there yet is read at its new place.
        if (isStale || isPending) touch(file);
      }),
    );
    plugin.register(() => {
      this.fillings++;
      this.flushSoon.cancel();
    });
  }

  /** Reads the whole vault into the index. A later call makes an earlier one stop. */
  async fill(): Promise<void> {
    const filling = ++this.fillings;
    const files = this.plugin.app.vault.getMarkdownFiles();
    this.progress = { done: 0, of: files.length };
    this.trigger("progress");
    try {
      for await (const batch of readNotes(this.plugin, files, this.isStale)) {
        if (filling !== this.fillings) return;
        await this.engine.upsert(this.present(batch));
        this.progress = { done: this.progress.done + batch.length, of: files.length };
        this.trigger("progress");
      }
    } catch {
      // The engine went away meanwhile: whoever starts the next one fills it.
      return;
    }
    if (filling !== this.fillings) return;
    this.progress = undefined;
    this.trigger("changed");
  }

  /** Settles when the index holds the vault as it is now. */
  async upToDate(): Promise<void> {
    while (this.progress) {
      await new Promise<void>((resolve) => {
        const ref = this.on("changed", () => {
          this.offref(ref);
          resolve();
        });
      });
    }
    await this.flush();
  }

  /** One after another: who waits for one has waited for those before it. */
  private flush(): Promise<void> {
    return (this.flushed = this.flushed.then(() => this.readChanged()));
  }

  private async readChanged(): Promise<void> {
    const changed = [...this.changed];
    this.changed.clear();
    for (const [path] of changed) this.underWay.add(path);
    const known = changed.flatMap(([, note]) => note ?? []);
    const files = changed.flatMap(([path, note]) => (note ? [] : (this.plugin.app.vault.getFileByPath(path) ?? [])));
    for (let at = 0; at < known.length; at += batchNotes) await this.upsert(known.slice(at, at + batchNotes));
    for await (const batch of readNotes(this.plugin, files, this.isStale)) await this.upsert(batch);
    this.underWay.clear();
  }

  private upsert(notes: readonly NoteSource[]): Promise<void> {
    for (const { path } of notes) this.underWay.delete(path);
    return this.tell(this.engine.upsert(this.present(notes)), notes.map(({ path }) => path));
  }

  private readonly isStale = (path: string): boolean => this.stale.has(path);

  /** Those notes whose files have not gone, or been renamed, while the others of their batch were read. */
  private present(batch: readonly NoteSource[]): NoteSource[] {
    return batch.filter(({ path }) => this.plugin.app.vault.getFileByPath(path) !== null);
  }

  private async tell(change: Promise<unknown>, paths: string[]): Promise<void> {
    const told = await change.then(() => true).catch(() => false);
    if (told) this.trigger("changed", paths);
  }
}
