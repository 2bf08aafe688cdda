import type { App } from "obsidian";
import { findingsOf, type NoteFindings } from "../../core/index";
import type { RemoteEngine } from "../../worker/engine";
import { linkStyle } from "../fixes/link-style";
import { Slices } from "../reading/slices";

/** What there is to say about the notes themselves. It hangs on other notes too, so all of it is asked for anew; what is as before is kept. */
export class NoteChecks {
  /** What was found, by path. */
  notes: ReadonlyMap<string, NoteFindings> = new Map();
  /** What was last said of each note, as a text to compare. */
  private told = new Map<string, string>();

  constructor(
    private readonly app: App,
    private readonly engine: RemoteEngine,
  ) {}

  /**
   * Asks again, and resolves to whether anything is different.
   * @param changed notes whose texts may be others
   */
  async refresh(changed: ReadonlySet<string>): Promise<boolean> {
    const slices = new Slices();
    const told = new Map<string, string>();
    const notes = new Map<string, NoteFindings>();
    let isNew = false;
    for (const { path, diagnostics } of await this.engine.check(await linkStyle(this.app))) {
      await slices.pause();
      const now = JSON.stringify(diagnostics);
      told.set(path, now);
      const before = this.notes.get(path);
      if (before && !changed.has(path) && this.told.get(path) === now) {
        notes.set(path, before);
        continue;
      }
      const file = this.app.vault.getFileByPath(path);
      const text = file && (await this.app.vault.cachedRead(file).catch(() => null));
      if (text === null) continue;
      notes.set(path, { path, findings: findingsOf(text, diagnostics) });
      isNew = true;
    }
    isNew ||= notes.size !== this.notes.size;
    this.notes = notes;
    this.told = told;
    return isNew;
  }
}
