import { Events, TFile, TFolder, type Plugin, type TAbstractFile } from "obsidian";
import type { RemoteEngine, StampedNote, Unread } from "../worker/engine";
import { Moves } from "./moves";
import { readBatch, stamped, takeBatch } from "./read-notes";
import { Rest } from "./rest";
import type { SetAside } from "./set-aside";
import { snapshotName } from "./snapshot-name";
import { EngineGone } from "./start-engine";
import { Wanted, type Flight } from "./wanted";

/** How long changes must rest before the notes are read, and before the index is kept for the next start, in milliseconds. */
const changesRest = 400;
const keepRest = 5000;

/** How many notes have been read of how many. */
export interface FeedProgress {
  done: number;
  of: number;
  isPaused: boolean;
}

/** A batch with what is read of it. */
interface Reading extends Flight {
  notes: Promise<StampedNote[]>;
}

function isNote(file: TAbstractFile): file is TFile {
  return file instanceof TFile && file.extension === "md";
}

/**
 * Keeps the engine's index up with the vault: fills it from the snapshot and the notes that are not in it, then follows what
 * happens to notes. Triggers `changed` whenever the index has something new, with the paths of the notes unless it was filled
 * anew, and `progress` while it is filled.
 */
export class NoteFeed extends Events {
  /** Undefined once the index is complete, or its filling was cancelled. */
  progress: FeedProgress | undefined = { done: 0, of: 0, isPaused: false };
  private readonly wanted = new Wanted();
  private readonly moves: Moves;
  private fillings = 0;
  private tellRestored: () => void = () => undefined;
  /** Settles when what was kept of the last time is in the index, as far as it fits. Who asks for something that takes long lets this come first. */
  readonly restored = new Promise<void>((resolve) => (this.tellRestored = resolve));
  /** What is in the snapshot is being asked for: until then nobody knows which notes are to be read. */
  private isRestoring = false;
  private isCancelled = false;
  private running: Promise<void> | undefined;
  private readonly rested = new Rest(changesRest, () => void this.readChanged());
  private readonly keepSoon = new Rest(keepRest, () => this.keep());

  constructor(
    private readonly plugin: Plugin,
    private readonly engine: RemoteEngine,
    private readonly aside: SetAside,
  ) {
    super();
    this.moves = new Moves(engine, (paths) => this.tell(paths));
  }

  /** Notes that are left out until they change, by path, with the reason: the engine could not read or judge them, or did not survive it. */
  get setAside(): ReadonlyMap<string, string> {
    return this.aside.all;
  }

  /** Whether a note's text has changed and its cache has not yet. */
  isStale(path: string): boolean {
    return this.wanted.stale.has(path);
  }

  /** How many notes the index lacks since its filling was cancelled. */
  get left(): number {
    return this.progress ? 0 : this.wanted.unread.size;
  }

  /** Follows what happens to notes from now on. */
  watch(): void {
    const { plugin } = this;
    void this.heal();
    const { metadataCache, vault } = plugin.app;
    plugin.registerEvent(vault.on("create", (file) => this.touch(file)));
    plugin.registerEvent(
      vault.on("modify", (file) => {
        this.wanted.stale.add(file.path);
        this.touch(file);
      }),
    );
    plugin.registerEvent(
      metadataCache.on("changed", (file) => {
        this.wanted.stale.delete(file.path);
        this.touch(file);
      }),
    );
    plugin.registerEvent(
      vault.on("delete", (file) => {
        this.aside.forget(file.path);
        this.wanted.delete(file.path);
        if (isNote(file) || file instanceof TFolder) this.moves.add(file.path);
      }),
    );
    plugin.registerEvent(vault.on("rename", (file, from) => this.follow(file, from)));
    plugin.registerDomEvent(document, "visibilitychange", () => {
      if (document.visibilityState === "hidden") this.keepSoon.hurry();
    });
    plugin.register(() => {
      this.fillings++;
      this.rested.cancel();
      this.keepSoon.cancel();
    });
  }

  /** Reads into the index what the snapshot does not hold of the vault. A later call makes an earlier one stop. */
  async fill(): Promise<void> {
    const filling = ++this.fillings;
    const files = this.plugin.app.vault.getMarkdownFiles();
    this.wanted.unread.clear();
    for (const { path } of files) this.wanted.unread.add(path);
    this.progress = { done: 0, of: files.length, isPaused: this.progress?.isPaused ?? false };
    this.isRestoring = true;
    this.trigger("progress");
    try {
      const missing = new Set(await this.engine.restore(snapshotName(this.plugin), files.map(stamped)));
      if (filling !== this.fillings) return;
      for (const path of this.wanted.unread) if (!missing.has(path)) this.wanted.unread.delete(path);
    } catch (error) {
      if (error instanceof EngineGone || filling !== this.fillings) return;
      console.debug("What was kept of the last time could not be used.", error);
    }
    this.isRestoring = false;
    const filled = this.isCancelled ? this.cancel() : this.run();
    // Not before those have asked who wait for a complete index.
    window.setTimeout(this.tellRestored);
    await filled;
  }

  /** Fills the index anew, where it has been filled before or is being filled. */
  refill(): void {
    if (this.fillings > 0) void this.fill();
  }

  /** Reads the vault anew whenever what was kept of the last time turns out to be damaged. */
  private async heal(): Promise<never> {
    for (;;) {
      await this.engine.spoilt();
      this.refill();
    }
  }

  /** Reads no further notes into an index that is not complete, until `resume`. */
  pause(): void {
    if (!this.progress) return;
    this.progress.isPaused = true;
    this.trigger("progress");
  }

  /** Leaves the index incomplete until `resume`; notes that change are read all the same. */
  cancel(): void {
    if (!this.progress) return;
    this.isCancelled = true;
    this.complete();
  }

  /** Goes on after `pause` or `cancel`. */
  resume(): void {
    this.isCancelled = false;
    if (!this.progress && this.wanted.unread.size === 0) return;
    this.progress = { done: 0, of: this.wanted.unread.size, ...this.progress, isPaused: false };
    this.trigger("progress");
    if (this.fillings > 0) void this.run();
  }

  /** Settles when the index holds the vault as it is now, but for what `cancel` has left out. */
  async upToDate(): Promise<void> {
    // Who needs the index goes on with it.
    if (this.progress?.isPaused === true) this.resume();
    do {
      while (this.progress) {
        await new Promise<void>((resolve) => {
          const ref = this.on("changed", () => {
            this.offref(ref);
            resolve();
          });
        });
      }
      this.rested.cancel();
      await this.readChanged();
    } while (this.progress || this.wanted.changed.size > 0);
    await this.moves.allTold();
  }

  private touch(file: TAbstractFile): void {
    if (!isNote(file)) return;
    this.aside.forget(file.path);
    this.want(file.path);
  }

  private want(path: string): void {
    this.wanted.add(path);
    this.rested.heard();
  }

  private follow(file: TAbstractFile, from: string): void {
    const { path } = file;
    if (file instanceof TFolder) {
      this.moves.add(from, path);
      return;
    }
    const isStale = this.wanted.stale.has(from);
    this.aside.follow(from, path);
    const isUnread = this.wanted.delete(from);
    this.wanted.cross(path);
    const wasNote = from.endsWith(".md");
    if (wasNote) this.moves.add(from, isNote(file) ? path : undefined);
    if (!isNote(file)) return;
    if (isStale) this.wanted.stale.add(path);
    // What the index has read it takes along; what had not come there yet is read at its new place.
    if (isUnread || !wasNote || this.isRestoring) this.want(path);
  }

  /** Whether unread notes are read now. Before the first filling nobody knows which those are, and the index is not complete for lack of them. */
  private get isFilling(): boolean {
    return this.fillings > 0 && this.progress?.isPaused === false && !this.isRestoring;
  }

  private readChanged(): Promise<void> {
    this.wanted.rest();
    return this.run();
  }

  private run(): Promise<void> {
    return (this.running ??= this.readAll());
  }

  /** Reads all that is due, then all that is unread; a batch is read while the engine takes in the one before. */
  private async readAll(): Promise<void> {
    // Not before `running` is this run.
    await Promise.resolve();
    try {
      for (let flight = this.depart(); flight; ) {
        await flight.notes;
        const next = this.depart();
        await this.land(flight);
        flight = next ?? this.depart();
      }
      if (this.isFilling) this.complete();
    } catch (error) {
      // Where the engine has gone, what is in its place is filled.
      if (!(error instanceof EngineGone)) throw error;
    } finally {
      // What did not arrive is still news to those who are told of it.
      for (const { news } of this.wanted.flights) for (const path of news) this.want(path);
      this.wanted.flights.clear();
      this.running = undefined;
    }
  }

  private depart(): Reading | undefined {
    const { app } = this.plugin;
    const news: string[] = [];
    const { isFilling } = this;
    const files = takeBatch(() => {
      for (let next = this.wanted.take(isFilling); next; next = this.wanted.take(isFilling)) {
        const file = app.vault.getFileByPath(next.path);
        if (!file) continue;
        if (next.isNews) news.push(next.path);
        return file;
      }
      return undefined;
    });
    if (files.length === 0) return undefined;
    const paths = new Set(files.map(({ path }) => path));
    const flight = { paths, news, crossed: new Set<string>(), notes: readBatch({ app, feed: this }, files, (path, reason) => this.aside.add("read", path, reason)) };
    this.wanted.flights.add(flight);
    return flight;
  }

  private async land(flight: Reading): Promise<void> {
    const notes = await flight.notes;
    await this.moves.allTold();
    const { crossed, news } = flight;
    const whole = notes.filter(({ path }) => !crossed.has(path));
    const odd = whole.length > 0 ? await this.engine.upsert(whole).catch((error: unknown) => this.fail(error, whole)) : [];
    this.wanted.flights.delete(flight);
    for (const { path, reason } of odd) if (!crossed.has(path)) this.aside.add("read", path, reason);
    for (const path of crossed) {
      // Whether the engine has heard of a note first or of what became of it is not certain.
      if (this.plugin.app.vault.getFileByPath(path)) this.want(path);
      else this.moves.add(path);
    }
    if (news.length > 0) this.tell(news);
    this.keepSoon.heard();
    if (!this.progress) return;
    this.progress.done = Math.max(0, this.progress.of - this.wanted.unread.size);
    this.trigger("progress");
  }

  /** What to say of notes that could not be posted. */
  private fail(error: unknown, notes: readonly StampedNote[]): Unread[] {
    if (error instanceof EngineGone) throw error;
    return notes.map(({ path }) => ({ path, reason: error instanceof Error ? error.message : String(error) }));
  }

  private complete(): void {
    this.progress = undefined;
    this.trigger("changed");
    this.keep();
  }

  private tell(paths: readonly string[]): void {
    this.trigger("changed", paths);
    this.keepSoon.heard();
  }

  private keep(): void {
    this.keepSoon.cancel();
    void this.engine.keep().catch(() => undefined);
  }
}
