/** Loads a built plugin: evaluates `main.js` as CommonJS with a strict `require`, then starts it. */
import * as commands from "@codemirror/commands";
import * as language from "@codemirror/language";
import * as state from "@codemirror/state";
import * as view from "@codemirror/view";
import type { PluginManifest } from "obsidian";
import type { App } from "./app";
import { requireApiVersion } from "./api";
import { pendingLoads } from "./events";
import { Plugin } from "./plugin";
import { strictModule } from "./strict";

export interface PluginFiles { main: string; manifest: string; styles: string }

const SHARED: Record<string, object> = {
  "@codemirror/state": state, "@codemirror/view": view, "@codemirror/language": language, "@codemirror/commands": commands,
};

function strictRequire(module: object): (name: string) => object {
  return (name) => {
    if (name === "obsidian") return module;
    const shared = SHARED[name];
    if (shared === undefined) throw new Error(`host: require("${name}") is not allowed: the plugin must run without Node, Electron and unbundled packages`);
    return shared;
  };
}

function parseManifest(text: string): PluginManifest {
  const manifest = JSON.parse(text) as PluginManifest;
  for (const key of ["id", "name", "version", "minAppVersion"] as const) {
    if (typeof manifest[key] !== "string") throw new Error(`host: manifest.json has no "${key}"`);
  }
  if (!requireApiVersion(manifest.minAppVersion)) throw new Error(`host: the plugin wants Obsidian ${manifest.minAppVersion}, which is newer than the host's API`);
  return manifest;
}

type Main = (module: object, exports: unknown, require: (name: string) => object) => void;

declare global {
  interface Window { hostMain?: Main | undefined }
}

/** Makes a function of the text of a `main.js`: as a script, not by `eval`, so that the page's policy can forbid `eval` to the plugin. */
async function asFunction(main: string, id: string): Promise<Main> {
  const source = `window.hostMain = function (module, exports, require) {${main}\n};\n//# sourceURL=plugin:${id}/main.js`;
  const src = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const script = document.head.createEl("script");
  await new Promise((resolve) => {
    script.onload = script.onerror = resolve;
    script.src = src;
  });
  script.remove();
  URL.revokeObjectURL(src);
  const { hostMain } = window;
  window.hostMain = undefined;
  if (hostMain === undefined) throw new Error("host: main.js cannot be parsed");
  return hostMain;
}

export class Loader {
  #loaded = new Map<string, { plugin: Plugin; style: CSSStyleSheet }>();
  constructor(private app: App) {}

  get(id: string): Plugin {
    const entry = this.#loaded.get(id);
    if (entry === undefined) throw new Error(`host: plugin "${id}" is not loaded`);
    return entry.plugin;
  }
  ids(): string[] { return [...this.#loaded.keys()]; }

  async load(files: PluginFiles, userEnabled = false): Promise<Plugin> {
    const manifest = parseManifest(files.manifest);
    if (this.#loaded.has(manifest.id)) throw new Error(`host: plugin "${manifest.id}" is already loaded`);
    const plugin = await this.#construct(files.main, { ...manifest, dir: `${this.app.vault.configDir}/plugins/${manifest.id}` });
    const style = new CSSStyleSheet();
    style.replaceSync(files.styles);
    document.adoptedStyleSheets.push(style);
    this.app.registry.sheets.set(manifest.id, files.styles);
    this.app.workspace.dressWindows();
    this.#loaded.set(manifest.id, { plugin, style });
    plugin.load();
    await pendingLoads.get(plugin);
    if (userEnabled) plugin.onUserEnable();
    await this.#wake();
    return plugin;
  }
  async unload(id: string): Promise<void> {
    const entry = this.#loaded.get(id);
    this.get(id).unload();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== entry?.style);
    this.app.registry.sheets.delete(id);
    this.app.workspace.dressWindows();
    this.#loaded.delete(id);
    await Promise.resolve();
  }

  async #construct(main: string, manifest: PluginManifest): Promise<Plugin> {
    const module: { exports: unknown } = { exports: {} };
    const evaluate = await asFunction(main, manifest.id);
    evaluate(module, module.exports, strictRequire(strictModule()));
    const exported: unknown = module.exports;
    const value: unknown = typeof exported === "object" && exported !== null && "default" in exported ? exported.default : exported;
    if (typeof value !== "function" || !(value.prototype instanceof Plugin)) throw new Error("host: main.js does not export a subclass of Plugin");
    const Subclass = value as new (app: App, manifest: PluginManifest) => Plugin;
    return new Subclass(this.app, manifest);
  }
  /** Leaves that waited for a view of this plugin, and are in sight, get it now. */
  async #wake(): Promise<void> {
    const waiting: Promise<void>[] = [];
    this.app.workspace.iterateAllLeaves((leaf) => {
      if (leaf.isDeferred && leaf.parent.current === leaf && this.app.workspace.views.has(leaf.view.getViewType())) waiting.push(leaf.loadIfDeferred());
    });
    await Promise.all(waiting);
  }
}
