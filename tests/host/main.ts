/** The host's entry: builds the app from the vault it is given, loads the plugin, and hands itself to the page. */
import type { CachedMetadata } from "obsidian";
import { api } from "./api";
import { App } from "./app";
import { installDom } from "./dom";
import { Events } from "./events";
import { parentPath } from "./files";
import { buildLayout } from "./layout";
import { Loader, type PluginFiles } from "./loader";
import { installTooltips } from "./overlay";
import { type MobileDevice, becomeMobile, Platform } from "./platform";
import { SettingsModal, setTheme } from "./settings-modal";
import { installRefusals, touchedNames } from "./strict";

/** What the server says the page is to show. */
export interface HostOptions {
  vaultName: string;
  theme: "light" | "dark";
  /** The plugin's files, or null for a host without a plugin. */
  plugin: PluginFiles | null;
  /** Whether the plugin is turned on as by a user (calls `onUserEnable`) rather than at a start. */
  userEnabled: boolean;
  /** The note to open at the start. */
  open: string | null;
  /** View types that wait, deferred, in the right sidebar, as after a restart. */
  deferred: string[];
  /** A line for the status bar. */
  status: string;
  /** Whether Mod is Cmd. */
  mac: boolean;
  /** What mobile device the host takes itself for, or null for a desktop. */
  mobile: MobileDevice | null;
  /** Whether `getSectionInfo` answers also where a note is rendered outside of its own reading view: Obsidian says that it may not. */
  alwaysSectionInfo: boolean;
  /** Whether live preview shows callouts, tables and embeds rendered. */
  widgets: boolean;
  /** Whether the core plugin for bases is on. */
  bases: boolean;
  /** When the files were last changed, in milliseconds of the epoch: a page that is loaded again finds them as they were. */
  changed: number;
  /** Whether the start waits, once the vault and its metadata are there and before the plugin is loaded, for `go` to be called. */
  held: boolean;
}

/** What the server puts into the page, as `window.hostData`. */
export interface HostData {
  options: HostOptions;
  vault: Record<string, string>;
  /** What was read of texts beforehand, by text; the others are parsed in the page. */
  parsed: ReadonlyMap<string, CachedMetadata>;
}

export class Host {
  app: App;
  plugins: Loader;
  /** What the plugin gets of the module: a test may put something else in the place of one of its functions. */
  readonly module: typeof api = api;
  /** Ends the waiting of a start that is held; null while nothing waits. */
  go: (() => void) | null = null;
  /** Text by path, of everything in the vault and in its config folder at the start. */
  constructor(readonly options: HostOptions, { vault, parsed }: HostData) {
    installDom();
    installRefusals();
    installTooltips(document);
    this.app = new App(options.vaultName);
    Object.assign(this.app.registry, { alwaysSectionInfo: options.alwaysSectionInfo, widgets: options.widgets, bases: options.bases });
    this.plugins = new Loader(this.app);
    this.app.metadataCache.parsed = parsed;
    for (const [path, text] of Object.entries(vault)) this.app.vault.adapter.writeNow(path, text, { ctime: options.changed, mtime: options.changed });
  }
  async start(vault: Record<string, string>): Promise<void> {
    const { app, options } = this;
    setTheme(app, options.theme);
    await buildLayout(app);
    for (const path of Object.keys(vault)) if (!hidden(path)) await app.vault.load(path);
    for (const type of options.deferred) await app.workspace.getRightLeaf(false).defer(type);
    if (options.status !== "") app.registry.statusBarEl.createDiv({ cls: "status-bar-item mod-host", text: options.status });
    if (options.held) {
      await app.metadataCache.settled();
      await new Promise<void>((resolve) => { this.go = resolve; });
      this.go = null;
    }
    if (options.plugin !== null) await this.plugins.load(options.plugin, options.userEnabled);
    await app.metadataCache.settled();
    if (options.open !== null) await app.workspace.openLinkText(options.open, "");
    app.workspace.becomeReady();
  }
  /** Saves every open note and waits until the metadata is up to date. */
  async flush(): Promise<void> {
    for (const view of this.app.markdownViews()) await view.save();
    await this.app.metadataCache.settled();
  }
  /** What the plugin reads as `Platform`. */
  readonly platform = Platform;
  openSettings(tabId?: string): void { new SettingsModal(this.app, tabId).open(); }
  touched(): string[] { return touchedNames(); }
  /** Listeners on the app's event sources, to see that unloading leaves none. */
  listeners(): number {
    const { workspace, vault, metadataCache } = this.app;
    return [workspace, vault, metadataCache].reduce((sum, source) => sum + Events.count(source), 0);
  }
}

/** Obsidian does not show what begins with a dot. */
function hidden(path: string): boolean {
  for (let at = path; at !== "/"; at = parentPath(at)) if (at.slice(at.lastIndexOf("/") + 1).startsWith(".")) return true;
  return false;
}

declare global {
  interface Window { host: Host; hostReady: Promise<void>; hostData: HostData }
}

async function boot(): Promise<void> {
  const { options, vault } = window.hostData;
  Platform.isMacOS = options.mac;
  Platform.isLinux = !options.mac;
  if (options.mobile !== null) becomeMobile(options.mobile);
  window.host = new Host(options, window.hostData);
  await window.host.start(vault);
  document.body.addClass("host-ready");
}

window.hostReady = boot();
