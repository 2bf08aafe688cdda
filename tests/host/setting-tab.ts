/** Setting tabs with the declarative API of 1.13: definitions go in, rows come out. */
import type { SettingDefinitionItem } from "obsidian";
import type { App } from "./app";
import type { Plugin } from "./plugin";
import { type Rendered, renderDefinitions } from "./setting-definitions";
import { setIcon } from "./icons";

export abstract class SettingPage {
  rootEl: HTMLElement = createDiv("setting-page");
  titlebarEl: HTMLElement = this.rootEl.createDiv("setting-page-titlebar");
  containerEl: HTMLElement = this.rootEl.createDiv("setting-page-content");
  title = "";
  abstract display(): void;
  hide(): void { return undefined; }
}

interface Page { title: string; items: (() => SettingDefinitionItem[]) | null; custom: SettingPage | null }

export abstract class SettingTab {
  icon = "";
  app: App;
  containerEl: HTMLElement = createDiv("vertical-tab-content");
  settingItems: SettingDefinitionItem[] = [];
  #rendered: Rendered | null = null;
  #pages: Page[] = [];
  #searches = new Map<string, string>();

  constructor(app: App) { this.app = app; }

  getSettingDefinitions(): SettingDefinitionItem[] { return []; }
  getControlValue(_key: string): unknown { throw new Error("host: SettingTab.getControlValue reads the app's own config, which the host has not"); }
  setControlValue(_key: string, _value: unknown): void | Promise<void> { throw new Error("host: SettingTab.setControlValue writes the app's own config, which the host has not"); }
  display(): void { return undefined; }
  hide(): void { return undefined; }

  update(): void {
    this.settingItems = this.getSettingDefinitions();
    if (this.containerEl.isConnected) this.#draw();
  }
  refreshDomState(): void { this.#rendered?.refresh(); }

  /** What the settings modal calls to show the tab: declarative when there are definitions, else `display()`. */
  static show(tab: SettingTab): void {
    tab.#pages = [];
    tab.settingItems = tab.getSettingDefinitions();
    if (tab.settingItems.length === 0) {
      tab.display();
      return;
    }
    tab.#draw();
  }
  /** What the settings modal calls when another tab is chosen or the modal closes. */
  static leave(tab: SettingTab): void {
    tab.#clear();
    tab.hide();
  }

  #clear(): void {
    this.#rendered?.clear();
    this.#rendered = null;
    for (const page of this.#pages) page.custom?.hide();
    this.containerEl.empty();
  }
  #draw(): void {
    // The row being typed in must not lose the caret when the tab redraws itself.
    const focus = document.activeElement?.closest("[data-setting-key]")?.getAttribute("data-setting-key");
    const scroll = this.containerEl.scrollTop;
    this.#rendered?.clear();
    this.containerEl.empty();
    const page = this.#pages[this.#pages.length - 1];
    if (page !== undefined) this.#titlebar(page);
    if (page?.custom) {
      this.containerEl.appendChild(page.custom.rootEl);
      page.custom.display();
      return;
    }
    const items = page === undefined ? this.settingItems : page.items?.() ?? [];
    this.#rendered = renderDefinitions(this, items, this.containerEl, this.#searches, (definition) => {
      // An inline page is looked up again on every redraw, so that it follows its definitions.
      const find = (): SettingDefinitionItem[] => findPage(this.settingItems, definition.name) ?? definition.items ?? [];
      const custom = definition.page?.() ?? null;
      this.#pages.push({ title: definition.name, items: custom === null ? find : null, custom });
      this.#draw();
    });
    this.containerEl.scrollTop = scroll;
    if (focus !== undefined && focus !== null) this.containerEl.querySelector<HTMLElement>(`[data-setting-key="${CSS.escape(focus)}"] :is(input, select, textarea, [role="switch"])`)?.focus();
  }
  #titlebar(page: Page): void {
    const bar = page.custom?.titlebarEl ?? this.containerEl.createDiv("setting-page-titlebar");
    bar.empty();
    const back = bar.createEl("button", { cls: "clickable-icon", type: "button", attr: { "aria-label": "Back" } });
    setIcon(back, "arrow-left");
    back.addEventListener("click", () => {
      this.#pages.pop()?.custom?.hide();
      this.#draw();
    });
    bar.createDiv({ cls: "setting-page-title", text: page.custom?.title || page.title });
  }
}

function findPage(items: SettingDefinitionItem[], name: string): SettingDefinitionItem[] | null {
  for (const item of items) {
    if (!("type" in item)) continue;
    if (item.type === "page" && item.name === name) return item.items ?? null;
    const inner = findPage(item.items ?? [], name);
    if (inner !== null) return inner;
  }
  return null;
}

export abstract class PluginSettingTab extends SettingTab {
  #plugin: Plugin;
  constructor(app: App, plugin: Plugin) {
    super(app);
    this.#plugin = plugin;
  }
  /** The plugin whose tab this is, for the settings modal. */
  static pluginOf(tab: PluginSettingTab): Plugin { return tab.#plugin; }
  override getControlValue(key: string): unknown {
    const settings = this.#plugin.settings;
    return typeof settings === "object" && settings !== null ? Reflect.get(settings, key) : undefined;
  }
  override async setControlValue(key: string, value: unknown): Promise<void> {
    const settings = this.#plugin.settings;
    if (typeof settings !== "object" || settings === null) throw new Error("host: plugin.settings is not an object");
    Reflect.set(settings, key, value);
    await this.#plugin.saveData(settings);
  }
}
