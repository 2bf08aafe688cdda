/** Renders every kind of setting definition: controls, actions, render callbacks, groups, lists and page links. */
import type { SettingControl, SettingDefinition, SettingDefinitionGroup, SettingDefinitionItem, SettingDefinitionList, SettingDefinitionPage } from "obsidian";
import { renderControl } from "./setting-control";
import { setIcon } from "./icons";
import { Setting, SettingGroup } from "./setting";
import type { SettingTab } from "./setting-tab";

type Flag = boolean | (() => boolean) | undefined;
type Openable = SettingDefinitionPage;

export interface Rendered {
  /** Applies every `visible` and `disabled` again, without redrawing. */
  refresh(): void;
  /** Runs the cleanups of `render` callbacks. */
  clear(): void;
}

export function flag(value: Flag, otherwise: boolean): boolean {
  return typeof value === "function" ? value() : value ?? otherwise;
}

function isList(item: SettingDefinitionGroup | SettingDefinitionList): item is SettingDefinitionList {
  return item.type === "list";
}

class Renderer implements Rendered {
  #refreshers: (() => void)[] = [];
  #cleanups: (() => void)[] = [];
  constructor(private tab: SettingTab, private searches: Map<string, string>, private open: (page: Openable) => void) {}

  refresh(): void { for (const run of this.#refreshers) run(); }
  clear(): void { for (const run of this.#cleanups.splice(0)) run(); }

  items(items: readonly SettingDefinitionItem[], containerEl: HTMLElement): void {
    let loose: SettingGroup | null = null;
    for (const item of items) {
      if ("type" in item && item.type !== "page") {
        loose = null;
        this.#group(item, containerEl);
        continue;
      }
      loose ??= new SettingGroup(containerEl);
      this.#row(item, loose, 0);
    }
    this.refresh();
  }

  #group(item: SettingDefinitionGroup | SettingDefinitionList, containerEl: HTMLElement): void {
    const group = new SettingGroup(containerEl);
    this.#refreshers.push(() => { group.groupEl.toggle(flag(item.visible, true)); });
    if (item.heading !== undefined) group.setHeading(item.heading);
    if (item.cls !== undefined) group.addClass(...item.cls.split(" ").filter((cls) => cls !== ""));
    for (const add of item.extraButtons ?? []) group.addExtraButton(add as (component: unknown) => unknown);
    const rows = (item.items ?? []).map((row, index) => ({ row, setting: this.#row(row, group, index) }));
    if (item.search !== undefined) this.#search(item, group, rows);
    if (isList(item)) this.#list(item, group, rows.map(({ setting }) => setting));
  }

  #search(item: SettingDefinitionGroup, group: SettingGroup, rows: { row: SettingDefinition | SettingDefinitionPage; setting: Setting }[]): void {
    const key = item.heading ?? "";
    const apply = (query: string): void => {
      this.searches.set(key, query);
      for (const { row, setting } of rows) {
        const bypasses = "type" in row || !flag(row.searchable, true);
        const shown = bypasses || query === "" || item.search?.match(row, query) !== false;
        setting.settingEl.toggleClass("is-filtered", !shown);
      }
    };
    group.addSearch((search) => search.setPlaceholder(item.search?.placeholder ?? "Search").setValue(this.searches.get(key) ?? "").onChange(apply));
    apply(this.searches.get(key) ?? "");
  }

  #list(item: SettingDefinitionList, group: SettingGroup, rows: Setting[]): void {
    group.addClass("mod-list");
    const { addItem, emptyState, onDelete, onReorder } = item;
    if (addItem !== undefined) {
      group.addExtraButton((button) => button.setIcon("plus").setTooltip(addItem.name).onClick(() => { addItem.action(button.extraSettingsEl); }));
    }
    if (rows.length === 0 && emptyState !== undefined) group.listEl.createDiv("setting-list-empty").setText(emptyState);
    rows.forEach((setting, index) => {
      if (onDelete !== undefined) {
        setting.addExtraButton((button) => button.setIcon("trash-2").setTooltip("Delete").onClick(() => { onDelete(index); }));
        setting.settingEl.addEventListener("keydown", (evt) => {
          if (evt.target === setting.settingEl && (evt.key === "Delete" || evt.key === "Backspace")) onDelete(index);
        });
        setting.settingEl.tabIndex = 0;
      }
      if (onReorder !== undefined) this.#draggable(setting, index, onReorder);
    });
  }

  #draggable(setting: Setting, index: number, onReorder: (from: number, to: number) => void): void {
    const handle = createDiv({ cls: "setting-drag-handle clickable-icon", attr: { "aria-label": "Drag to reorder" } });
    setIcon(handle, "grip-vertical");
    setting.settingEl.prepend(handle);
    setting.settingEl.draggable = true;
    setting.settingEl.addEventListener("dragstart", (evt) => { evt.dataTransfer?.setData("text/plain", String(index)); });
    setting.settingEl.addEventListener("dragover", (evt) => { evt.preventDefault(); });
    setting.settingEl.addEventListener("drop", (evt) => {
      evt.preventDefault();
      const from = Number(evt.dataTransfer?.getData("text/plain"));
      if (from !== index) onReorder(from, index);
    });
  }

  #row(item: SettingDefinition | SettingDefinitionPage, group: SettingGroup, index: number): Setting {
    const setting = new Setting(group.listEl).setName(item.name);
    if (item.desc !== undefined) setting.setDesc(typeof item.desc === "string" ? item.desc : item.desc.cloneNode(true) as DocumentFragment);
    this.#refreshers.push(() => { setting.settingEl.toggle(flag(item.visible, true)); });
    if ("type" in item) this.#pageLink(item, setting);
    else if (item.control !== undefined) this.#control(item.control, setting);
    else if (item.render !== undefined) {
      const cleanup = (item.render as (setting: unknown, group: unknown) => void | (() => void))(setting, group);
      if (typeof cleanup === "function") this.#cleanups.push(cleanup);
    } else if (item.action !== undefined) {
      const { action, disabled } = item;
      this.#clickable(setting, () => { if (!flag(disabled, false)) action(setting.settingEl, index); });
      this.#refreshers.push(() => { setting.setDisabled(flag(disabled, false)); });
    }
    return setting;
  }

  #control(control: SettingControl, setting: Setting): void {
    setting.settingEl.dataset["settingKey"] = control.key;
    renderControl(this.tab, control, setting, () => { this.refresh(); });
    this.#refreshers.push(() => { setting.setDisabled(flag(control.disabled, false)); });
  }

  #pageLink(item: SettingDefinitionPage, setting: Setting): void {
    const value = typeof item.displayValue === "function" ? item.displayValue() : item.displayValue;
    const status = typeof item.status === "function" ? item.status() : item.status;
    setting.addDisplayValue((display) => display.setValue(value ?? null).setStatus(status ?? null));
    setIcon(setting.controlEl.createSpan("setting-page-chevron"), "chevron-right");
    this.#clickable(setting, () => { this.open(item); });
  }

  #clickable(setting: Setting, run: () => void): void {
    const el = setting.settingEl;
    el.addClass("mod-clickable");
    el.setAttrs({ role: "button", tabindex: 0 });
    el.addEventListener("click", run);
    el.addEventListener("keydown", (evt) => { if (evt.target === el && (evt.key === "Enter" || evt.key === " ")) { evt.preventDefault(); run(); } });
  }
}

export function renderDefinitions(tab: SettingTab, items: readonly SettingDefinitionItem[], containerEl: HTMLElement, searches: Map<string, string>, open: (page: Openable) => void): Rendered {
  const renderer = new Renderer(tab, searches, open);
  renderer.items(items, containerEl);
  return renderer;
}
