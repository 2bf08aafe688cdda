import { Events, TFile, type Plugin } from "obsidian";
import { isExcluded, places, type Config, type Diagnostic, type NoteDiagnostics, type NoteSource, type Severity } from "../../core/index";
import type { RemoteEngine, Unread } from "../../worker/engine";
import { readNotes, type NoteFeed } from "../notes";

/** What a run needs: the index that is filled by the feed, the config in force, and what the settings let through. */
export interface ReportTools {
  engine: RemoteEngine;
  feed: NoteFeed;
  config: () => Config;
  shown: (diagnostic: Diagnostic) => boolean;
}

/** One diagnostic as a list of the vault shows it. */
export interface Finding {
  rule: string;
  severity: Severity;
  message: string;
  line: number;
  column: number;
  length: number;
  /** The words, and what stands before and after them in their line. */
  before: string;
  words: string;
  after: string;
}

/** The diagnostics of one note. */
export interface NoteFindings {
  path: string;
  findings: Finding[];
}

/** Characters of the line shown before the words and after them. */
const context = { before: 40, after: 60 };

/** What makes a line a quote, an item or a heading; what is left is what it says. */
const lineStart = /^(?:[\s>]|(?:[-*+]|\d{1,9}[.)]|#{1,6})\s)*/;

function finding(text: string, place: (offset: number) => { line: number; column: number }, { rule, severity, message, from, to }: Diagnostic): Finding {
  const start = Math.max(text.lastIndexOf("\n", from - 1) + 1, from - context.before);
  const next = text.indexOf("\n", to);
  const end = Math.min(next === -1 ? text.length : next, to + context.after);
  const before = text.slice(start, from);
  const after = text.slice(to, end).trimEnd();
  return {
    rule,
    severity,
    message,
    ...place(from),
    length: to - from,
    // What is cut is cut between words.
    before: start === from - context.before ? `…${before.replace(/^\S+/, "")}` : before.replace(lineStart, ""),
    words: text.slice(from, to),
    after: end === to + context.after ? `${after.replace(/\s\S*$/, "")}\u00a0…` : after,
  };
}

/** The last report on the whole vault, and how far one that is being written has come. */
export class VaultReport extends Events {
  found: Record<"prose" | "notes", NoteFindings[]> | undefined;
  /** Notes that could not be linted, and why. */
  unread: readonly Unread[] = [];
  /** How many notes have been judged in all. */
  linted = 0;
  /** How far a run has come; undefined while there is none. */
  progress: { doing: "Reading" | "Linting"; done: number; of: number } | undefined;
  private runs = 0;

  constructor(
    private readonly plugin: Plugin,
    private readonly tools: ReportTools,
  ) {
    super();
    plugin.register(() => this.stop());
  }

  /** How many diagnostics there are about the prose, or about the notes themselves. */
  count(about: "prose" | "notes"): number {
    return this.found?.[about].reduce((sum, { findings }) => sum + findings.length, 0) ?? 0;
  }

  /** Ends the run that is under way; the report before it stays. */
  stop(): void {
    this.runs++;
    this.progress = undefined;
    this.trigger("changed");
  }

  /** Lints every note, telling how far it has come; a later run ends an earlier one. Resolves to whether it came to its end. */
  async run(): Promise<boolean> {
    const run = ++this.runs;
    const { engine, config, shown } = this.tools;
    await this.indexed(run);
    if (run !== this.runs) return false;
    const all = this.plugin.app.vault.getMarkdownFiles().sort((a, b) => (a.path < b.path ? -1 : 1));
    const files = all.filter(({ path }) => !isExcluded(path, config()));
    this.progress = { doing: "Linting", done: 0, of: files.length };
    this.trigger("changed");
    const found = { prose: [] as NoteFindings[], notes: [] as NoteFindings[] };
    const unread: Unread[] = [];
    let done = 0;
    try {
      const add = (about: keyof typeof found, { path, diagnostics }: NoteDiagnostics, text: string): void => {
        const place = places(text);
        const findings = diagnostics.filter(shown).map((diagnostic) => finding(text, place, diagnostic));
        if (findings.length > 0) found[about].push({ path, findings });
      };
      for await (const batch of readNotes(this.plugin, files)) {
        const linted = await engine.lintAll(batch);
        if (run !== this.runs) return false;
        const texts = new Map(batch.map(({ path, source }: NoteSource) => [path, source]));
        for (const note of linted.notes) add("prose", note, texts.get(note.path) ?? "");
        unread.push(...linted.unread);
        done += batch.length;
        this.progress = { doing: "Linting", done, of: files.length };
        this.trigger("progress");
      }
      for (const note of await engine.check()) {
        const file = this.plugin.app.vault.getAbstractFileByPath(note.path);
        if (file instanceof TFile) add("notes", note, await this.plugin.app.vault.cachedRead(file));
      }
      if (run !== this.runs) return false;
      this.found = found;
      this.unread = unread;
      this.linted = done - unread.length;
      return true;
    } catch (error) {
      // What a run that was stopped stumbles over (an engine that is gone) concerns nobody any more.
      if (run !== this.runs) return false;
      throw error;
    } finally {
      if (run === this.runs) {
        this.progress = undefined;
        this.trigger("changed");
      }
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
