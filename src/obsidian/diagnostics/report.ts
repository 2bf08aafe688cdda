import { debounce, Events, type Plugin, type TFile } from "obsidian";
import { isExcluded, type Config, type Diagnostic, type NoteFindings } from "../../core/index";
import type { RemoteEngine } from "../../worker/engine";
import type { NoteFeed } from "../notes";
import { readNotes, stamped } from "../read-notes";
import { NoteChecks } from "./note-checks";
import { rowsOf, type FindingAbout, type Row } from "./rows";

/** What a report needs: the index that is filled by the feed, the config in force, and what the settings let through. */
export interface ReportTools {
  engine: RemoteEngine;
  feed: NoteFeed;
  config: () => Config;
  shown: (diagnostic: Pick<Diagnostic, "severity">) => boolean;
  /** Whether a list of the report is in sight. */
  seen: () => boolean;
}

/** How long changes of notes must rest before the report follows, in milliseconds; the feed has waited before. */
const rest = 300;

/** So many notes are judged anew without a word. */
const few = 100;

/** Which notes are to be judged: all, those that a run before has left, or those of which no snapshot knows. */
type Wanted = "all" | "rest" | "unknown";

/**
 * What is found in the whole vault, kept up with the notes that change. Triggers `changed` when there is something new, also while
 * notes are being judged, and `progress`.
 */
export class VaultReport extends Events {
  /** How far a run has come; undefined while there is none. */
  progress: { doing: "Reading" | "Linting"; done: number; of: number } | undefined;
  /** When notes began to be followed, in milliseconds. */
  readonly opened = Date.now();
  /** Notes that have changed since. */
  readonly touched = new Set<string>();
  private readonly prose = new Map<string, NoteFindings>();
  private readonly checks: NoteChecks;
  private readonly unreadable = new Map<string, string>();
  /** Notes that are yet to be judged. */
  private readonly due = new Set<string>();
  /** Notes that have changed since they were judged. */
  private changed = new Set<string>();
  private config: string | undefined;
  private runs = 0;
  private isFollowing = false;
  private goOnWith: (() => void) | undefined;
  private paused: Promise<void> | undefined;
  private rows = new Map<string, { prose: NoteFindings | undefined; notes: NoteFindings | undefined; rows: readonly Row[] }>();
  private sorted: readonly string[] | undefined;
  private readonly followSoon = debounce(() => void this.follow(), rest, true);

  constructor(
    private readonly plugin: Plugin,
    private readonly tools: ReportTools,
  ) {
    super();
    this.checks = new NoteChecks(plugin.app, tools.engine);
    plugin.registerEvent(
      tools.feed.on("changed", (paths) => {
        for (const path of Array.isArray(paths) ? paths : []) {
          this.touched.add(String(path));
          if (this.config !== undefined) this.changed.add(String(path));
        }
        this.catchUp();
      }),
    );
    plugin.register(() => {
      this.followSoon.cancel();
      this.stop();
    });
  }

  /** Whether anything has been asked for. */
  get isBegun(): boolean {
    return this.config !== undefined;
  }

  /** Whether what notes are judged by has changed since. */
  get isOutdated(): boolean {
    return this.config !== undefined && this.config !== JSON.stringify(this.tools.config());
  }

  get isPaused(): boolean {
    return this.paused !== undefined || this.tools.feed.progress?.isPaused === true;
  }

  /** How many notes there are to judge. */
  get size(): number {
    return this.files().length;
  }

  /** How many of them are not judged yet. */
  get left(): number {
    return this.due.size;
  }

  /** Notes that could not be read or judged, and why. */
  get setAside(): ReadonlyMap<string, string> {
    return new Map([...this.tools.feed.setAside, ...this.unreadable]);
  }

  /** The notes in which something is found, in the order of their paths. */
  get paths(): readonly string[] {
    return (this.sorted ??= [...new Set([...this.prose.keys(), ...this.checks.notes.keys()])].sort());
  }

  /** What is found in a note and let through by the settings. */
  rowsOf(path: string): readonly Row[] {
    const prose = this.prose.get(path);
    const notes = this.checks.notes.get(path);
    const known = this.rows.get(path);
    if (known && known.prose === prose && known.notes === notes) return known.rows;
    const rows = rowsOf(path, prose?.findings.filter(this.tools.shown) ?? [], notes?.findings.filter(this.tools.shown) ?? []);
    this.rows.set(path, { prose, notes, rows });
    return rows;
  }

  /** How many diagnostics there are about the prose, or about the notes themselves. */
  count(about: FindingAbout): number {
    return this.paths.reduce((sum, path) => sum + this.rowsOf(path).filter((row) => row.about === about).length, 0);
  }

  /** Has what is being judged wait. */
  pause(): void {
    if (!this.progress) return;
    this.tools.feed.pause();
    this.paused ??= new Promise((resolve) => (this.goOnWith = resolve));
    this.trigger("progress");
  }

  /** Goes on after a pause. */
  resume(): void {
    if (this.tools.feed.progress?.isPaused === true) this.tools.feed.resume();
    this.release();
    this.trigger("progress");
  }

  /** Nothing waits any more: a pause ends with what it holds. */
  private release(): void {
    this.goOnWith?.();
    this.paused = undefined;
  }

  /** Ends the run that is under way; what it has found stays. */
  stop(): void {
    this.runs++;
    if (this.progress?.doing === "Reading") this.tools.feed.cancel();
    this.progress = undefined;
    this.resume();
    this.trigger("changed");
  }

  /** Follows what has changed, where somebody looks; the first look has the vault judged. */
  catchUp(): void {
    if (!this.tools.seen()) return;
    if (!this.isBegun && !this.progress) void this.run("unknown").catch((error: unknown) => console.debug("The vault could not be linted to the end.", error));
    else if (this.changed.size > 0) this.followSoon();
  }

  /** What notes are judged by, or what is let through of it, may have changed. */
  reconsider(): void {
    this.rows = new Map();
    if (this.isBegun) this.trigger("changed");
  }

  /** Judges notes, telling how far it has come; a later run ends an earlier one. Resolves to whether it came to its end. */
  async run(wanted: Wanted): Promise<boolean> {
    const run = ++this.runs;
    this.resume();
    this.tools.feed.resume();
    // Who cancels before the index is complete has all notes left.
    if (wanted !== "rest") this.begin(this.files());
    let done = false;
    try {
      await this.indexed(run);
      done = run === this.runs && (await this.work(wanted, run));
    } catch (error) {
      // What a run that was stopped stumbles over (an engine that is gone) concerns nobody any more.
      if (run === this.runs) throw error;
    } finally {
      if (run === this.runs) {
        this.progress = undefined;
        this.release();
        this.found();
        this.catchUp();
      }
    }
    return done;
  }

  private async work(wanted: Wanted, run: number): Promise<boolean> {
    const files = this.files();
    const isFirst = wanted === "unknown" || (wanted === "rest" && this.due.size >= files.length);
    if (isFirst || wanted === "all") this.begin(files);
    const tell = (): void => void (this.progress = { doing: "Linting", done: files.length - this.due.size, of: files.length });
    tell();
    if (isFirst) await this.recall(files);
    if (run !== this.runs) return false;
    tell();
    this.found();
    await this.check(new Set());
    const judged = await this.judge(files.filter(({ path }) => this.due.has(path)), () => run === this.runs, () => {
      tell();
      this.found();
    });
    if (!judged) return false;
    // Those that went meanwhile, or are excluded by now.
    const paths = new Set(files.map(({ path }) => path));
    for (const path of [...this.due, ...this.prose.keys()]) if (!paths.has(path) || !this.plugin.app.vault.getFileByPath(path)) this.forget(path);
    return true;
  }

  /** From now on all of these are to be judged, by the config that is in force. */
  private begin(files: readonly TFile[]): void {
    this.config = JSON.stringify(this.tools.config());
    this.due.clear();
    for (const { path } of files) this.due.add(path);
  }

  /** Takes over what a snapshot holds. */
  private async recall(files: readonly TFile[]): Promise<void> {
    const { notes, missing } = await this.tools.engine.recall(files.map(stamped));
    this.due.clear();
    for (const path of missing) this.due.add(path);
    for (const note of notes) this.prose.set(note.path, note);
  }

  /** Judges the prose of notes; false where that is not wanted any more. */
  private async judge(files: readonly TFile[], isWanted: () => boolean, tell: (count: number) => void): Promise<boolean> {
    const odd = (path: string, reason: string): void => {
      this.forget(path);
      this.unreadable.set(path, reason);
    };
    for await (const batch of readNotes({ app: this.plugin.app, feed: this.tools.feed }, files, odd)) {
      await this.paused;
      if (!isWanted()) return false;
      const { notes, unread } = await this.tools.engine.judgeAll(batch);
      if (!isWanted()) return false;
      for (const { path } of batch) this.forget(path);
      for (const note of notes) this.prose.set(note.path, note);
      for (const { path, reason } of unread) odd(path, reason);
      tell(batch.length);
    }
    return isWanted();
  }

  private forget(path: string): void {
    this.due.delete(path);
    this.prose.delete(path);
    this.unreadable.delete(path);
    this.rows.delete(path);
  }

  private async check(changed: ReadonlySet<string>): Promise<void> {
    if (await this.checks.refresh(changed)) this.found();
  }

  private found(): void {
    this.sorted = undefined;
    this.trigger("changed");
  }

  /** Judges again the notes that have changed. */
  private async follow(): Promise<void> {
    if (this.progress || this.tools.feed.progress || this.isFollowing || this.changed.size === 0) return;
    const run = this.runs;
    const { changed } = this;
    this.changed = new Set();
    this.isFollowing = true;
    let done = false;
    try {
      const files = this.files().filter(({ path }) => changed.has(path));
      const came = new Set(files.map(({ path }) => path));
      let count = 0;
      done = await this.judge(files, () => run === this.runs, (more) => {
        count += more;
        if (files.length <= few) return;
        this.progress = { doing: "Linting", done: count, of: files.length };
        this.found();
      });
      for (const path of changed) if (!came.has(path)) this.forget(path);
      await this.check(changed);
    } catch (error) {
      // The engine went away meanwhile; when the next one has read the vault, this is called again.
      console.debug("The report could not follow the notes that have changed.", error);
    } finally {
      this.isFollowing = false;
      if (run === this.runs) {
        this.progress = undefined;
        this.release();
      }
      // What was cancelled is left until one goes on with it.
      const later = run === this.runs ? this.changed : this.due;
      if (!done) for (const path of changed) later.add(path);
      this.found();
      if (done) this.catchUp();
    }
  }

  private files(): TFile[] {
    const config = this.tools.config();
    return this.plugin.app.vault.getMarkdownFiles().filter(({ path }) => !isExcluded(path, config));
  }

  /** Waits until the index holds all notes, telling how far it has come: what is said of the notes is drawn from it. */
  private async indexed(run: number): Promise<void> {
    const { feed } = this.tools;
    const tell = (): void => {
      if (run !== this.runs || !feed.progress) return;
      this.progress = { doing: "Reading", ...feed.progress };
      this.trigger("progress");
    };
    this.progress = { doing: feed.progress ? "Reading" : "Linting", done: 0, of: this.plugin.app.vault.getMarkdownFiles().length };
    this.trigger("changed");
    const ref = feed.on("progress", tell);
    try {
      await feed.upToDate();
    } finally {
      feed.offref(ref);
    }
  }
}
