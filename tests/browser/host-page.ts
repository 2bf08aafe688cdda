/** The host page as tests drive it: by mouse and keys where a user would, by the app's API where a user could not. */
import type { Locator, Page } from "playwright-core";
import type {} from "../host/main";

/** A stretch of the note's text that an editor decoration covers, in UTF-16 offsets. */
export interface Marked { from: number; to: number; text: string; classes: string }

export class HostPage {
  constructor(readonly page: Page, private errors: string[], private expected: RegExp | null, private end: () => Promise<void>) {}

  /** The editor of the active note. */
  get editor(): Locator { return this.page.locator(".workspace-split.mod-root .markdown-source-view .cm-content:visible"); }
  /** The reading view of the active note. */
  get reading(): Locator { return this.page.locator(".workspace-split.mod-root .markdown-preview-view:visible"); }
  get rightSidebar(): Locator { return this.page.locator(".workspace-split.mod-right-split"); }
  get statusBar(): Locator { return this.page.locator(".status-bar"); }
  get notices(): Locator { return this.page.locator(".notice"); }

  /** Opens a note in the active leaf, or in a new one, and gives the editor the focus. */
  async openNote(path: string, newLeaf: "tab" | "split" | false = false): Promise<void> {
    await this.page.evaluate(async ([note, where]) => {
      const { app } = window.host;
      const file = app.vault.getFileByPath(note);
      if (file === null) throw new Error(`no note ${note}`);
      await app.workspace.getLeaf(where).openFile(file);
    }, [path, newLeaf] as const);
  }
  /** The path of the active file. */
  async activePath(): Promise<string | null> {
    return this.page.evaluate(() => window.host.app.workspace.getActiveFile()?.path ?? null);
  }
  /** The text in the active editor. */
  async text(): Promise<string> {
    return this.page.evaluate(() => {
      const view = window.host.app.workspace.activeEditor;
      if (view === null) throw new Error("no note is open");
      return view.getViewData();
    });
  }
  /** The text of a file as it is in the vault, `.obsidian/` included. */
  async file(path: string): Promise<string | null> {
    return this.page.evaluate((at) => window.host.app.vault.adapter.exists(at).then((has) => (has ? window.host.app.vault.adapter.readNow(at) : null)), path);
  }
  /** The text of a plugin's `data.json`, or null. */
  async data(id = "distinguo"): Promise<string | null> { return this.file(await this.#dataPath(id)); }
  /** Writes a plugin's `data.json` from outside the app, and does not tell the plugin: see `settingsChangedOutside`. */
  async writeData(text: string, id = "distinguo"): Promise<void> { await this.writeFile(await this.#dataPath(id), text); }
  /** The paths of all files, hidden ones included. */
  async files(): Promise<string[]> { return this.page.evaluate(() => window.host.app.vault.adapter.paths()); }
  /** Writes a file from outside the app, `.obsidian/` included, without telling the plugin. */
  async writeFile(path: string, text: string): Promise<void> {
    await this.page.evaluate(([at, data]) => { window.host.app.vault.adapter.writeNow(at, data); }, [path, text] as const);
  }
  /** Changes a note through the vault, as another plugin would. */
  async modify(path: string, text: string): Promise<void> {
    await this.page.evaluate(async ([at, data]) => {
      const { vault } = window.host.app;
      const file = vault.getFileByPath(at);
      await (file === null ? vault.create(at, data) : vault.modify(file, data));
    }, [path, text] as const);
  }
  /** Puts the cursor, or a selection, at UTF-16 offsets of the active note, in view and focused. */
  async select(from: number, to = from): Promise<void> {
    await this.page.evaluate(([anchor, head]) => {
      const view = window.host.app.workspace.activeEditor;
      if (view === null) throw new Error("no note is open");
      view.cm.dispatch({ selection: { anchor, head }, scrollIntoView: true });
      view.cm.focus();
    }, [from, to] as const);
  }
  /** The selection of the active editor. */
  async selection(): Promise<{ from: number; to: number }> {
    return this.page.evaluate(() => {
      const main = window.host.app.workspace.activeEditor?.cm.state.selection.main;
      return { from: main?.from ?? -1, to: main?.to ?? -1 };
    });
  }
  /** Types with real keys at the cursor. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }
  async press(key: string): Promise<void> { await this.page.keyboard.press(key); }
  async undo(): Promise<void> { await this.press("Control+z"); }
  async redo(): Promise<void> { await this.press("Control+y"); }

  /** Ids and names of all commands. */
  async commands(): Promise<{ id: string; name: string }[]> {
    return this.page.evaluate(() => [...window.host.app.registry.commands.values()].map(({ id, name }) => ({ id, name })));
  }
  /** Moves the active note to a pop-out window, or opens another note in one, and returns the window's page. */
  async popOut(path?: string): Promise<Page> {
    const [popup] = await Promise.all([
      this.page.waitForEvent("popup"),
      this.page.evaluate(async (note) => {
        const { workspace, vault } = window.host.app;
        const file = note === undefined ? null : vault.getFileByPath(note);
        const active = workspace.getMostRecentLeaf();
        if (file !== null) await workspace.openPopoutLeaf().openFile(file);
        else if (note === undefined && active !== null) workspace.moveLeafToPopout(active);
        else throw new Error(`no note ${String(note)}`);
      }, path),
    ]);
    popup.setDefaultTimeout(10_000);
    return popup;
  }
  /** Runs a command by its full id (`distinguo:…`); false when its check says it cannot run now. */
  async command(id: string): Promise<boolean> {
    return this.page.evaluate((command) => window.host.app.run(command), id);
  }
  /** Runs a command of the app's command line: `cli("distinguo:lint", { format: "json" })`. */
  async cli(command: string, params: Record<string, string> = {}): Promise<string> {
    return this.page.evaluate(([name, given]) => window.host.app.registry.runCli(name, given), [command, params] as const);
  }
  /** Runs a command by its name through the palette, as a user does. */
  async palette(name: string): Promise<void> {
    await this.press("Control+p");
    await this.page.locator(".prompt-input").fill(name);
    await this.page.locator(".suggestion-item", { hasText: name }).first().click();
  }
  /** Opens the settings at a plugin's tab and returns the tab. */
  async settings(pluginId = "distinguo"): Promise<Locator> {
    await this.page.evaluate((id) => { window.host.openSettings(id); }, pluginId);
    return this.page.locator(".modal.mod-settings .vertical-tab-content");
  }
  /** The row of a setting by its name. */
  setting(name: string): Locator {
    return this.page.locator(".modal.mod-settings .setting-item").filter({ has: this.page.locator(".setting-item-name", { hasText: name }) });
  }
  /** Switches the active note between editing and reading. */
  async mode(mode: "source" | "preview"): Promise<void> {
    await this.page.evaluate((wanted) => { window.host.app.activeNote()?.setMode(wanted); }, mode);
  }
  /** Brings up a keyboard that covers the lower part of the screen, or takes it away with 0: what can be seen gets smaller, the layout stays. */
  async keyboard(height: number): Promise<void> {
    await this.page.evaluate((covered) => {
      const before = window.visualViewport;
      const seen = Object.assign(new EventTarget(), { offsetLeft: 0, offsetTop: 0, pageLeft: 0, pageTop: 0, scale: 1, width: window.innerWidth, height: window.innerHeight - covered });
      Object.defineProperty(window, "visualViewport", { configurable: true, value: seen });
      before?.dispatchEvent(new Event("resize"));
    }, height);
  }
  async theme(theme: "light" | "dark"): Promise<void> {
    await this.page.evaluate((wanted) => {
      document.body.toggleClass("theme-dark", wanted === "dark");
      document.body.toggleClass("theme-light", wanted === "light");
      window.host.app.workspace.trigger("css-change");
    }, theme);
  }
  /** What elements of a class cover in the active editor, merged where they touch: `marked(".distinguo-underline")`. */
  async marked(selector: string): Promise<Marked[]> {
    return this.page.evaluate((css) => {
      const view = window.host.app.workspace.activeEditor?.cm;
      if (view === undefined) throw new Error("no note is open");
      const found: Marked[] = [];
      for (const el of view.contentDOM.querySelectorAll(css)) {
        // What is rendered in place of the text is no part of it.
        if (el.closest(".cm-embed-block") !== null) continue;
        const from = view.posAtDOM(el, 0);
        const to = view.posAtDOM(el, el.childNodes.length);
        const last = found[found.length - 1];
        if (last !== undefined && last.to === from && last.classes === el.className) last.to = to;
        else found.push({ from, to, text: "", classes: el.className });
      }
      return found.map((one) => ({ ...one, text: view.state.sliceDoc(one.from, one.to) }));
    }, selector);
  }
  /** Saves every open note and waits until the metadata cache is up to date. */
  async flush(): Promise<void> {
    await this.page.evaluate(() => window.host.flush());
  }
  /** Unloads and loads the plugin again, as turning it off and on does; data and notes stay. */
  async reloadPlugin(id = "distinguo"): Promise<void> {
    await this.page.evaluate(async (plugin) => {
      const { options, plugins } = window.host;
      await plugins.unload(plugin);
      if (options.plugin !== null) await plugins.load(options.plugin);
    }, id);
  }
  async unloadPlugin(id = "distinguo"): Promise<void> {
    await this.page.evaluate((plugin) => window.host.plugins.unload(plugin), id);
  }
  /** Calls the plugin's `onExternalSettingsChange`, as Obsidian does when `data.json` changes on disk. */
  async settingsChangedOutside(id = "distinguo"): Promise<void> {
    await this.page.evaluate(async (plugin) => { await window.host.plugins.get(plugin).onExternalSettingsChange?.(); }, id);
  }
  /** The names of the `obsidian` module that the plugin has read. */
  async touched(): Promise<string[]> { return this.page.evaluate(() => window.host.touched()); }
  /** Saves a screenshot of the page, for people to look at. */
  async screenshot(path: string): Promise<void> { await this.page.screenshot({ path }); }
  /** What has gone wrong in the page so far. */
  problems(): string[] { return [...this.errors]; }

  async #dataPath(id: string): Promise<string> {
    return this.page.evaluate((plugin) => `${window.host.app.vault.configDir}/plugins/${plugin}/data.json`, id);
  }

  /** Ends the page. Throws if anything went wrong in it that the test did not expect. */
  async close(): Promise<void> {
    await this.end();
    const bad = this.errors.filter((error) => this.expected === null || !this.expected.test(error));
    if (bad.length > 0) throw new Error(`The page reported ${String(bad.length)} error(s):\n${bad.join("\n")}`);
  }
}
