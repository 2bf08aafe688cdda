import { Component, Notice, parseYaml, SearchComponent, SettingGroup, SettingPage, type App } from "obsidian";
import { applyEdits, places, withoutException, withoutNoteEntry, type Edit, type Ignored, type IgnoredEntry } from "../core/index";
import type { RemoteEngine } from "../worker/engine";
import { attempt } from "./attempt";
import { saveTyped } from "./fixes/change";
import type { Fixes } from "./fixes/fixes";
import { keepPlace } from "./keep-place";
import { noteName } from "./note-name";
import type { NoteFeed } from "./notes";
import { openNote, openPlace } from "./open-note";
import { addButton, onFollow } from "./press";
import { configFile, type SettingsStore } from "./settings-store";

/** How many entries are drawn at first, and with each press for more. */
const portion = 50;

/** With fewer, one sees what there is. */
const enoughToSearch = 12;

const howTo = "Nothing is ignored. The card of a diagnostic offers to ignore it where it stands, its phrase in this note or everywhere; a note can also name rules in its property “distinguo-ignore”. What is ignored is listed here and can be taken back.";

/** What the page looks at and acts through. */
interface Surroundings {
  engine: RemoteEngine;
  feed: NoteFeed;
  store: SettingsStore;
  fixes: Fixes;
}

/** What an entry is called. */
function nameOf({ written, text }: IgnoredEntry): string {
  if (written === "distinguo-exceptions") return `“${text}”`;
  return written === "distinguo" || text === "" ? "All rules" : text;
}

function isSame(one: IgnoredEntry, other: IgnoredEntry): boolean {
  return one.written === other.written && one.text === other.text && one.reason === other.reason;
}

/** Opens what is asked for in front: the app's own button closes the settings, where they lie over the notes. */
function leaveSettings(el: HTMLElement): void {
  el.closest(".modal")?.querySelector<HTMLElement>(".modal-close-button")?.click();
}

/** Lists all that is ignored, everywhere and note by note, and takes it back. */
export class IgnoredPage extends SettingPage {
  override title = "Ignored";
  private readonly life = new Component();
  private listEl: HTMLElement | undefined;
  private all: Ignored[] = [];
  private query = "";
  private limit = portion;

  constructor(
    private readonly app: App,
    private readonly around: Surroundings,
  ) {
    super();
  }

  override display(): void {
    const { feed, store } = this.around;
    this.hide();
    this.life.load();
    const reread = (): void => void this.read();
    this.life.registerEvent(feed.on("changed", reread));
    this.life.registerEvent(store.on("changed", reread));
    this.listEl = undefined;
    this.containerEl.empty();
    reread();
  }

  override hide(): void {
    this.life.unload();
  }

  private async read(): Promise<void> {
    const { engine, store } = this.around;
    const settled = store.exceptions.map((text): IgnoredEntry => ({ written: "distinguo-exceptions", text, reason: "", from: 0, to: 0, removal: null }));
    const inNotes = await engine.ignored().catch(() => []);
    this.all = [...(settled.length > 0 ? [{ path: configFile, entries: settled }] : []), ...inNotes];
    if (!this.listEl) {
      const count = this.all.reduce((sum, { entries }) => sum + entries.length, 0);
      if (count >= enoughToSearch) {
        const search = new SearchComponent(this.containerEl).setPlaceholder("Search what is ignored").onChange((query) => {
          this.query = query.toLowerCase();
          this.limit = portion;
          this.draw();
        });
        search.inputEl.setAttr("aria-label", "Search what is ignored");
      }
      this.listEl = this.containerEl.createDiv("distinguo-ignored");
    }
    this.draw();
  }

  private draw(): void {
    const { listEl, query } = this;
    if (!listEl) return;
    const fits = (path: string, entry: IgnoredEntry): boolean => `${path} ${nameOf(entry)} ${entry.reason}`.toLowerCase().includes(query);
    const found = this.all.map(({ path, entries }) => ({ path, entries: entries.filter((entry) => fits(path, entry)) })).filter(({ entries }) => entries.length > 0);
    let left = found.reduce((sum, { entries }) => sum + entries.length, 0);
    let room = this.limit;
    keepPlace(listEl, () => {
      listEl.empty();
      if (left === 0) listEl.createEl("p", { cls: "setting-item-description", text: this.all.length === 0 ? howTo : "Nothing that is ignored fits." });
      for (const { path, entries } of found) {
        if (room === 0) break;
        const shown = entries.slice(0, room);
        room -= shown.length;
        left -= shown.length;
        this.addNote(listEl, path, shown);
      }
      if (left > 0) {
        addButton(listEl, "", `Show more (${left.toLocaleString()})`, () => {
          this.limit += portion;
          this.draw();
        });
      }
      if (this.around.feed.progress) listEl.createEl("p", { cls: "setting-item-description", text: "The vault is being read; more may come." });
    });
  }

  private addNote(parent: HTMLElement, path: string, entries: readonly IgnoredEntry[]): void {
    const group = new SettingGroup(parent).setHeading(path === configFile ? "Everywhere" : createFragment((heading) => {
      this.addLink(heading, noteName(path), (event) => openNote(this.app, path, event));
      heading.createSpan({ cls: "distinguo-folder", text: path.slice(0, path.lastIndexOf("/") + 1) });
    }));
    for (const entry of entries) {
      group.addSetting((setting) => {
        const { written, reason } = entry;
        setting.setName(createFragment((name) => void name.createEl("bdi", { text: nameOf(entry) })));
        setting.setDesc(createFragment((desc) => {
          if (written === "comment") this.addLink(desc, "By a comment", () => this.open(path, entry));
          else desc.appendText(written === "distinguo-exceptions" ? "Phrase" : `By the property “${written}”`);
          if (reason !== "") desc.createEl("bdi", { text: `: ${reason}` });
        }));
        addButton(setting.controlEl, "", "Take back", () => void attempt(() => this.takeBack(path, entry))).setAttr("aria-label", `Take back ${nameOf(entry)}, ${path === configFile ? "everywhere" : noteName(path)}`);
      });
    }
  }

  private addLink(parent: HTMLElement | DocumentFragment, text: string, open: (event: MouseEvent) => Promise<void>): void {
    const link = parent.createEl("a", { text, attr: { href: "#" } });
    onFollow(link, (event) => {
      leaveSettings(link);
      void attempt(() => open(event));
    });
  }

  /** Opens the note at a comment. */
  private async open(path: string, { from, to }: IgnoredEntry): Promise<void> {
    const file = this.app.vault.getFileByPath(path);
    if (file) await openPlace(this.app, path, { ...places(await this.app.vault.cachedRead(file))(from), length: to - from }, false);
  }

  private async takeBack(path: string, entry: IgnoredEntry): Promise<void> {
    const { app } = this;
    await saveTyped(app);
    const file = app.vault.getFileByPath(path);
    if (!file) return;
    const text = await app.vault.read(file);
    const after = await this.without(path, text, entry);
    if (after === null) new Notice(`“${noteName(path)}” is as it was: ${nameOf(entry)} can't be taken out without touching the rest of it.`, 15_000);
    else if (after !== text) await this.around.fixes.apply(`Take back ${nameOf(entry)}`, [{ path, before: text, after: () => after }]);
  }

  /** A note's text, or that of distinguo.yaml, without an entry; null where that can't be taken out alone. */
  private async without(path: string, text: string, entry: IgnoredEntry): Promise<string | null> {
    const { written } = entry;
    if (path === configFile) return withoutException(text, entry.text, parseYaml);
    const edits = written === "comment" ? await this.withoutComment(path, text, entry) : withoutNoteEntry(text, written, entry.text, parseYaml);
    return edits && applyEdits(text, edits);
  }

  /** Of the comments that say the same as one did, the nearest is taken out, where it stands by now. */
  private async withoutComment(path: string, text: string, entry: IgnoredEntry): Promise<Edit[] | null> {
    const { engine, feed } = this.around;
    await feed.upToDate();
    const now = (await engine.ignored()).find((note) => note.path === path)?.entries ?? [];
    const [nearest] = now.filter((one) => isSame(one, entry)).sort((a, b) => Math.abs(a.from - entry.from) - Math.abs(b.from - entry.from));
    if (!nearest?.removal) return [];
    return /^(?:%%|<!--)\s*distinguo-/.test(text.slice(nearest.from, nearest.to)) ? [nearest.removal] : null;
  }
}
