import { Events, parseYaml, type Plugin, type TFile } from "obsidian";
import { noteSource, type NotePosition, type NoteSource } from "../../core/index";
import type { RemoteEngine } from "../../worker/engine";
import type { NoteFeed } from "../notes";

/** A batch is asked for at whichever comes first, so that no call keeps the engine for long. */
const batchNotes = 8;
const batchCharacters = 16_000;

interface Known {
  mtime: number;
  position: NotePosition;
}

/** Where notes stand on the axes of a distinction, as far as anybody has asked. Triggers `changed` when some of it may be different. */
export class Positions extends Events {
  /** By distinction, then by path. */
  private readonly known = new Map<string, Map<string, Known>>();

  constructor(
    private readonly plugin: Plugin,
    private readonly engine: RemoteEngine,
    feed: NoteFeed,
  ) {
    super();
    plugin.registerEvent(feed.on("changed", (paths) => {
      this.dropGone(Array.isArray(paths) ? paths.map(String) : undefined);
      this.trigger("changed");
    }));
  }

  /** Nothing that is known holds any more: the config has changed. */
  forget(): void {
    this.known.clear();
    this.trigger("changed");
  }

  /** The concept notes of the vault. */
  conceptNotes(): Promise<{ path: string; label: string }[]> {
    return this.engine.conceptNotes();
  }

  /** What is known of some notes, by path; of those that have changed since, what was known before. */
  now(paths: readonly string[], distinction: string): Map<string, NotePosition> {
    const known = this.known.get(distinction);
    return new Map(paths.flatMap((path): [string, NotePosition][] => {
      const position = known?.get(path)?.position;
      return position ? [[path, position]] : [];
    }));
  }

  /** Reads those of some notes that are not known as they are now, a few at a time, as long as they are wanted. Yields how many are left. */
  async *read(paths: readonly string[], distinction: string, isWanted: () => boolean): AsyncGenerator<number> {
    const known = this.known.get(distinction) ?? new Map<string, Known>();
    this.known.set(distinction, known);
    const { vault } = this.plugin.app;
    const unknown = paths.flatMap((path) => {
      const file = vault.getFileByPath(path);
      return file && file.extension === "md" && known.get(path)?.mtime !== file.stat.mtime ? [file] : [];
    });
    let left = unknown.length;
    for await (const batch of this.batches(unknown)) {
      if (!isWanted()) return;
      const found = await this.engine.positions(batch.map(({ note }) => note), distinction);
      const times = new Map(batch.map(({ note, mtime }) => [note.path, mtime]));
      for (const position of found) known.set(position.path, { mtime: times.get(position.path) ?? 0, position });
      left -= batch.length;
      yield left;
    }
  }

  /** Forgets notes that are no longer there: some, or all. */
  private dropGone(paths: readonly string[] | undefined): void {
    for (const known of this.known.values()) for (const path of paths ?? known.keys()) if (!this.plugin.app.vault.getFileByPath(path)) known.delete(path);
  }

  private async *batches(files: readonly TFile[]): AsyncGenerator<{ note: NoteSource; mtime: number }[]> {
    let batch: { note: NoteSource; mtime: number }[] = [];
    let characters = 0;
    for (const file of files) {
      const { mtime } = file.stat;
      const text = await this.plugin.app.vault.cachedRead(file).catch(() => undefined);
      if (text === undefined) continue;
      // The app's own reading of the properties may be older than the text.
      batch.push({ note: noteSource(file.path, text, parseYaml), mtime });
      characters += text.length;
      if (batch.length < batchNotes && characters < batchCharacters) continue;
      yield batch;
      batch = [];
      characters = 0;
    }
    if (batch.length > 0) yield batch;
  }
}
