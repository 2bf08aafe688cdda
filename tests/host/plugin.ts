/** The `Plugin` class: every registration is undone when the plugin is unloaded. */
import type { Extension } from "@codemirror/state";
import type { CliFlags, CliHandler, HoverLinkSource, MarkdownPostProcessorContext, PluginManifest } from "obsidian";
import type { App } from "./app";
import type { BasesRegistration } from "./bases";
import type { EditorSuggest } from "./editor-suggest";
import { Component } from "./events";
import type { WorkspaceLeaf } from "./leaf";
import { type PostProcessor, codeBlockProcessor } from "./preview";
import type { Command } from "./registry";
import { setIcon } from "./icons";
import { setTooltip } from "./overlay";
import type { PluginSettingTab } from "./setting-tab";
import type { View } from "./view";

export abstract class Plugin extends Component {
  app: App;
  manifest: PluginManifest;
  settings?: unknown;
  constructor(app: App, manifest: PluginManifest) {
    super();
    this.app = app;
    this.manifest = manifest;
  }
  onUserEnable(): void { return undefined; }
  onExternalSettingsChange?(): unknown;

  addRibbonIcon(icon: string, title: string, callback: (evt: MouseEvent) => unknown): HTMLElement {
    const el = this.app.registry.ribbonEl.createEl("button", { cls: "clickable-icon side-dock-ribbon-action", type: "button" });
    setIcon(el, icon);
    setTooltip(el, title, { placement: "right" });
    el.addEventListener("click", callback);
    this.register(() => { el.remove(); });
    return el;
  }
  addStatusBarItem(): HTMLElement {
    const el = this.app.registry.statusBarEl.createDiv(`status-bar-item plugin-${this.manifest.id}`);
    this.register(() => { el.remove(); });
    return el;
  }
  addCommand(command: Command): Command {
    const id = `${this.manifest.id}:${command.id}`;
    const full: Command = { ...command, id, name: `${this.manifest.name}: ${command.name}` };
    this.app.registry.commands.set(id, full);
    if (command.hotkeys !== undefined) this.app.registry.setHotkeys(id, command.hotkeys);
    this.register(() => { this.app.registry.commands.delete(id); });
    return full;
  }
  removeCommand(commandId: string): void { this.app.registry.commands.delete(`${this.manifest.id}:${commandId}`); }
  addSettingTab(tab: PluginSettingTab): void {
    const entry = { id: this.manifest.id, name: this.manifest.name, tab };
    this.app.registry.tabs.push(entry);
    tab.update();
    this.register(() => { this.app.registry.tabs = this.app.registry.tabs.filter((other) => other !== entry); });
  }
  registerView(type: string, viewCreator: (leaf: WorkspaceLeaf) => View): void {
    const { workspace } = this.app;
    if (workspace.views.has(type)) throw new Error(`Attempting to register an existing view type "${type}"`);
    workspace.views.set(type, viewCreator);
    this.register(() => {
      workspace.views.delete(type);
      // As in Obsidian, the leaves stay and wait for the plugin to come back.
      for (const leaf of workspace.getLeavesOfType(type)) void leaf.defer(type, leaf.view.getState());
    });
  }
  registerHoverLinkSource(id: string, info: HoverLinkSource): void {
    this.app.registry.hoverSources.set(id, info);
    this.register(() => { this.app.registry.hoverSources.delete(id); });
  }
  registerMarkdownPostProcessor(postProcessor: PostProcessor, sortOrder?: number): PostProcessor {
    return this.#process(postProcessor, sortOrder, this.app.registry.addPostProcessor(postProcessor));
  }
  registerMarkdownCodeBlockProcessor(language: string, handler: (source: string, el: HTMLElement, ctx: MarkdownPostProcessorContext) => Promise<unknown> | void, sortOrder?: number): PostProcessor {
    const processor = codeBlockProcessor(language, handler);
    // Cleanups run from the last to the first: editors look again once the processor has gone, and now that it has come.
    this.register(() => { this.app.workspace.updateOptions(); });
    queueMicrotask(() => { this.app.workspace.updateOptions(); });
    return this.#process(processor, sortOrder, this.app.registry.addCodeBlock(language, processor));
  }
  #process(processor: PostProcessor, sortOrder: number | undefined, remove: () => void): PostProcessor {
    if (sortOrder !== undefined) processor.sortOrder = sortOrder;
    this.#rerender();
    this.register(() => {
      remove();
      this.#rerender();
    });
    return processor;
  }
  registerBasesView(viewId: string, registration: BasesRegistration): boolean {
    const { registry } = this.app;
    if (registry.bases) this.register(registry.addBasesView(viewId, registration));
    return registry.bases;
  }
  registerCliHandler(command: string, description: string, flags: CliFlags | null, handler: CliHandler): void {
    const { cli } = this.app.registry;
    if (cli.has(command)) throw new Error(`The command "${command}" is already registered.`);
    cli.set(command, { description, flags, handler });
    this.register(() => { cli.delete(command); });
  }
  registerEditorExtension(extension: Extension): void {
    const remove = this.app.registry.addEditorExtension(extension);
    this.app.workspace.updateOptions();
    this.register(() => {
      remove();
      this.app.workspace.updateOptions();
    });
  }
  registerEditorSuggest(editorSuggest: EditorSuggest<unknown>): void { this.register(this.app.registry.suggests.add(editorSuggest)); }
  async loadData(): Promise<unknown> {
    const path = this.#dataPath;
    // A damaged file rejects here with the parser's own words, as it does in Obsidian.
    return (await this.app.vault.adapter.exists(path)) ? JSON.parse(await this.app.vault.adapter.read(path)) : null;
  }
  async saveData(data: unknown): Promise<void> {
    await this.app.vault.adapter.write(this.#dataPath, JSON.stringify(data, null, 2));
  }
  get #dataPath(): string { return `${this.app.vault.configDir}/plugins/${this.manifest.id}/data.json`; }
  #rerender(): void {
    for (const view of this.app.markdownViews()) if (view.getMode() === "preview") view.previewMode.rerender(true);
  }
}
