import { debounce, Events, type Plugin, type TFile } from "obsidian";
import { findingsOf, isExcluded, type Config, type Diagnostic, type NoteDiagnostics, type NoteFindings } from "../../core/index";
import type { RemoteEngine, Unread } from "../../worker/engine";
import { linkStyle } from "../fixes/link-style";
import type { NoteFeed } from "../notes";
import { readNotes } from "../read-notes";

/** What a run needs: the index that is filled by the feed, the config in force, and what the settings let through. */
export interface ReportTools {
  engine: RemoteEngine;
  feed: NoteFeed;
  config: () => Config;
  shown: (diagnostic: Diagnostic) => boolean;
  /** All that decides what is found, as a text to compare. */
  basis: () => string;
  /** Whether a view of the report is open. */
  seen: () => boolean;
}

/** What a diagnostic is about: the prose, or the notes themselves. */
export type FindingAbout = "prose" | "notes";

/** How long changes of notes must rest before the report follows, in milliseconds; the feed has waited before. */
const pause = 300;

/** What one judging of some notes has brought. */
interface Judged {
  paths: Set<string>;
  prose: Map<string, NoteFindings>;
  unread: Unread[];
}

/** What was said of the notes themselves: as a text to compare, and as it is shown. */
interface Checked {
  told: Map<string, string>;
  notes: Map<string, NoteFindings>;
}

/** The last report on the whole vault, kept up with the notes that change, and how far one that is being written has come. */
export class VaultReport extends Events {
  /** How far a run has come; undefined while there is none. */
  progress: { doing: "Reading" | "Linting"; done: number; of: number } | undefined;
  /** Notes that could not be linted, and why. */
  unread: readonly Unread[] = [];
  private found: Record<FindingAbout, Map<string, NoteFindings>> | undefined;
  /** What was last found about each note itself, as a text to compare. */
  private told = new Map<string, string>();
  private judged = new Set<string>();
  private basis = "";
  private runs = 0;
  /** Notes that have changed since they were judged. */
  private changed = new Set<string>();
  private following = false;
  private readonly followSoon = debounce(() => void this.follow(), pause, true);

  constructor(
    private readonly plugin: Plugin,
    private readonly tools: ReportTools,
  ) {
    super();
    plugin.registerEvent(
      tools.feed.on("changed", (paths) => {
        if (this.found || this.progress) for (const path of Array.isArray(paths) ? paths : []) this.changed.add(String(path));
        this.catchUp();
      }),
    );
    plugin.register(() => {
      this.followSoon.cancel();
      this.stop();
    });
  }

  /** Whether the vault has been linted. */
  get isWritten(): boolean {
    return this.found !== undefined;
  }

  /** Whether what it was judged by has changed since. */
  get isOutdated(): boolean {
    return this.found !== undefined && this.basis !== this.tools.basis();
  }

  /** How many notes have been judged in all. */
  get linted(): number {
    return this.judged.size;
  }

  /** What was found, note by note, in the order of their paths. */
  notes(about: FindingAbout): NoteFindings[] {
    return [...(this.found?.[about].values() ?? [])].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** How many diagnostics there are about the prose, or about the notes themselves. */
  count(about: FindingAbout): number {
    return [...(this.found?.[about].values() ?? [])].reduce((sum, { findings }) => sum + findings.length, 0);
  }

  /** Ends the run that is under way; the report before it stays. */
  stop(): void {
    this.runs++;
    this.progress = undefined;
    this.trigger("changed");
  }

  /** Has the notes that have changed judged again in a moment, where somebody looks. */
  catchUp(): void {
    if (this.changed.size > 0 && this.tools.seen()) this.followSoon();
  }

  /** What notes are judged by may have changed. */
  reconsider(): void {
    if (this.found) this.trigger("changed");
  }

  /** Lints every note, telling how far it has come; a later run ends an earlier one. Resolves to whether it came to its end. */
  async run(): Promise<boolean> {
    const run = ++this.runs;
    const { changed } = this;
    this.changed = new Set();
    let done = false;
    try {
      done = await this.judgeAll(run);
      return done;
    } catch (error) {
      // What a run that was stopped stumbles over (an engine that is gone) concerns nobody any more.
      if (run !== this.runs) return false;
      throw error;
    } finally {
      if (!done) for (const path of changed) this.changed.add(path);
      if (run === this.runs) {
        this.progress = undefined;
        this.trigger("changed");
        this.catchUp();
      }
    }
  }

  private async judgeAll(run: number): Promise<boolean> {
    await this.indexed(run);
    if (run !== this.runs) return false;
    const basis = this.tools.basis();
    const files = this.plugin.app.vault.getMarkdownFiles().filter(({ path }) => !isExcluded(path, this.tools.config()));
    this.progress = { doing: "Linting", done: 0, of: files.length };
    this.trigger("changed");
    const judged = await this.judge(files, run, (done) => {
      this.progress = { doing: "Linting", done, of: files.length };
      this.trigger("progress");
    });
    if (!judged) return false;
    const { told, notes } = await this.check();
    if (run !== this.runs) return false;
    this.found = { prose: judged.prose, notes };
    this.told = told;
    this.judged = judged.paths;
    this.unread = judged.unread;
    this.basis = basis;
    return true;
  }

  /** Judges the prose of notes; undefined where the run has ended meanwhile. */
  private async judge(files: readonly TFile[], run: number, tell: (done: number) => void): Promise<Judged | undefined> {
    const result: Judged = { paths: new Set(), prose: new Map(), unread: [] };
    let done = 0;
    for await (const batch of readNotes(this.plugin, files)) {
      const { notes, unread } = await this.tools.engine.lintAll(batch);
      if (run !== this.runs) return undefined;
      const texts = new Map(batch.map(({ path, source }) => [path, source]));
      for (const path of texts.keys()) result.paths.add(path);
      for (const note of notes) this.add(result.prose, note, texts.get(note.path) ?? "");
      for (const { path } of unread) result.paths.delete(path);
      result.unread.push(...unread);
      done += batch.length;
      tell(done);
    }
    return result;
  }

  private add(found: Map<string, NoteFindings>, { path, diagnostics }: NoteDiagnostics, text: string): void {
    const findings = findingsOf(text, diagnostics.filter(this.tools.shown));
    if (findings.length > 0) found.set(path, { path, findings });
  }

  /** Asks what there is to say about the notes themselves; where that and the note are as before, what was found is kept. */
  private async check(changed?: ReadonlySet<string>): Promise<Checked> {
    const result: Checked = { told: new Map(), notes: new Map() };
    const keeps = changed !== undefined && !this.isOutdated;
    for (const note of await this.tools.engine.check(await linkStyle(this.plugin.app))) {
      const now = JSON.stringify(note.diagnostics);
      result.told.set(note.path, now);
      const before = this.found?.notes.get(note.path);
      if (keeps && before && !changed.has(note.path) && this.told.get(note.path) === now) {
        result.notes.set(note.path, before);
        continue;
      }
      const file = this.plugin.app.vault.getFileByPath(note.path);
      if (file) this.add(result.notes, note, await this.plugin.app.vault.cachedRead(file));
    }
    return result;
  }

  /** Judges again the notes that have changed. What is said of the notes themselves hangs on other notes too. */
  private async follow(): Promise<void> {
    if (!this.found || this.progress || this.tools.feed.progress || this.following || this.changed.size === 0) return;
    const run = this.runs;
    const { changed } = this;
    this.changed = new Set();
    this.following = true;
    let done = false;
    try {
      const files = [...changed].flatMap((path) => this.plugin.app.vault.getFileByPath(path) ?? []).filter(({ path }) => !isExcluded(path, this.tools.config()));
      const judged = await this.judge(files, run, () => undefined);
      const { told, notes } = await this.check(changed);
      if (!judged || run !== this.runs) return;
      for (const path of changed) {
        this.found.prose.delete(path);
        this.judged.delete(path);
      }
      for (const [path, note] of judged.prose) this.found.prose.set(path, note);
      for (const path of judged.paths) this.judged.add(path);
      this.found.notes = notes;
      this.told = told;
      this.unread = [...this.unread.filter(({ path }) => !changed.has(path)), ...judged.unread];
      done = true;
      this.trigger("changed");
    } catch (error) {
      // The engine went away meanwhile; when the next one has read the vault, this is called again.
      console.debug("The report could not follow the notes that have changed.", error);
    } finally {
      this.following = false;
      if (!done) for (const path of changed) this.changed.add(path);
      else this.catchUp();
    }
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
