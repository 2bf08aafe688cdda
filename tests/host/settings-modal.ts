/** The settings: the host's own appearance tab, then one tab a plugin. */
import type { App } from "./app";
import { Modal } from "./modal";
import { Setting } from "./setting";
import { SettingTab } from "./setting-tab";

export function setTheme(app: App, theme: "light" | "dark"): void {
  document.body.toggleClass("theme-dark", theme === "dark");
  document.body.toggleClass("theme-light", theme === "light");
  app.workspace.trigger("css-change");
}

class AppearanceTab extends SettingTab {
  override display(): void {
    this.containerEl.empty();
    new Setting(this.containerEl).setName("Dark theme").setDesc("Colours are those of the host, under the names that themes use.")
      .addToggle((toggle) => toggle.setValue(this.app.isDarkMode()).onChange((dark) => { setTheme(this.app, dark ? "dark" : "light"); }));
    new Setting(this.containerEl).setName("Text size").setDesc("Size of the note text, in pixels.")
      .addSlider((slider) => slider.setLimits(12, 24, 1).setValue(16).setInstant(true).onChange((size) => { document.body.setCssProps({ "--font-text-size": `${String(size)}px` }); }));
  }
}

export class SettingsModal extends Modal {
  #nav: HTMLElement;
  #body: HTMLElement;
  #open: SettingTab | null = null;
  #wanted: string | undefined;
  constructor(app: App, tabId?: string) {
    super(app);
    this.#wanted = tabId;
    this.modalEl.addClasses(["mod-settings", "mod-sidebar-layout"]);
    this.modalEl.setAttribute("aria-label", "Settings");
    this.contentEl.addClass("vertical-tabs-container");
    this.#nav = this.contentEl.createDiv({ cls: "vertical-tab-header", attr: { role: "tablist", "aria-orientation": "vertical" } });
    this.#body = this.contentEl.createDiv("vertical-tab-content-container");
  }
  override onOpen(): void {
    this.#nav.createDiv({ cls: "vertical-tab-header-group-title", text: "Options" });
    const appearance = new AppearanceTab(this.app);
    const first = this.#tab("appearance", "Appearance", appearance);
    this.#nav.createDiv({ cls: "vertical-tab-header-group-title", text: "Community plugins" });
    let chosen = first;
    for (const { id, name, tab } of this.app.registry.tabs) {
      const choose = this.#tab(id, name, tab);
      if (this.#wanted === id) chosen = choose;
    }
    chosen();
  }
  override onClose(): void {
    if (this.#open !== null) SettingTab.leave(this.#open);
  }
  #tab(id: string, name: string, tab: SettingTab): () => void {
    const item = this.#nav.createEl("button", { cls: "vertical-tab-nav-item", type: "button", text: name, attr: { role: "tab", "data-tab": id } });
    const choose = (): void => {
      if (this.#open !== null) SettingTab.leave(this.#open);
      this.#open = tab;
      for (const other of this.#nav.findAll(".vertical-tab-nav-item")) {
        other.toggleClass("is-active", other === item);
        other.setAttribute("aria-selected", String(other === item));
      }
      item.focus();
      this.#body.replaceChildren(tab.containerEl);
      SettingTab.show(tab);
    };
    item.addEventListener("click", choose);
    return choose;
  }
}
