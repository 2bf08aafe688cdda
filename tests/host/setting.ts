/** `Setting` and `SettingGroup`: a row of the settings, and a titled set of rows. */
import type { TooltipOptions } from "obsidian";
import { type BaseComponent, ButtonComponent, ColorComponent, DisplayValueComponent, DropdownComponent, ExtraButtonComponent, ProgressBarComponent, SearchComponent, SliderComponent, TextAreaComponent, TextComponent, ToggleComponent } from "./controls";
import { setTooltip } from "./overlay";

let ids = 0;

export class Setting {
  settingEl: HTMLElement;
  infoEl: HTMLElement;
  nameEl: HTMLElement;
  descEl: HTMLElement;
  controlEl: HTMLElement;
  components: BaseComponent[] = [];
  errorEl: HTMLElement | null = null;

  constructor(containerEl: HTMLElement) {
    this.settingEl = containerEl.createDiv("setting-item");
    this.infoEl = this.settingEl.createDiv("setting-item-info");
    this.nameEl = this.infoEl.createDiv({ cls: "setting-item-name", attr: { id: `setting-${String(++ids)}` } });
    this.descEl = this.infoEl.createDiv("setting-item-description");
    this.controlEl = this.settingEl.createDiv("setting-item-control");
  }
  setName(name: string | DocumentFragment): this { this.nameEl.setText(name); return this; }
  setDesc(desc: string | DocumentFragment): this { this.descEl.setText(desc); return this; }
  setClass(cls: string): this { this.settingEl.addClass(cls); return this; }
  setTooltip(tooltip: string, options?: TooltipOptions): this { setTooltip(this.nameEl, tooltip, options); return this; }
  setHeading(): this { this.settingEl.addClass("setting-item-heading"); return this; }
  setDisabled(disabled: boolean): this {
    this.settingEl.toggleClass("is-disabled", disabled);
    for (const component of this.components) component.setDisabled(disabled);
    return this;
  }
  setErrorMessage(message: string | null): this {
    this.errorEl?.remove();
    this.errorEl = message === null || message === "" ? null : this.infoEl.createDiv({ cls: "setting-item-error", text: message, attr: { role: "alert" } });
    this.settingEl.toggleClass("mod-invalid", this.errorEl !== null);
    return this;
  }
  addButton(cb: (component: ButtonComponent) => unknown): this { return this.#add(new ButtonComponent(this.controlEl), cb, null); }
  addExtraButton(cb: (component: ExtraButtonComponent) => unknown): this { return this.#add(new ExtraButtonComponent(this.controlEl), cb, null); }
  addToggle(cb: (component: ToggleComponent) => unknown): this {
    this.settingEl.addClass("mod-toggle");
    const toggle = new ToggleComponent(this.controlEl);
    return this.#add(toggle, cb, toggle.toggleEl);
  }
  addText(cb: (component: TextComponent) => unknown): this { const c = new TextComponent(this.controlEl); return this.#add(c, cb, c.inputEl); }
  addSearch(cb: (component: SearchComponent) => unknown): this { const c = new SearchComponent(this.controlEl); return this.#add(c, cb, c.inputEl); }
  addTextArea(cb: (component: TextAreaComponent) => unknown): this { const c = new TextAreaComponent(this.controlEl); return this.#add(c, cb, c.inputEl); }
  addDropdown(cb: (component: DropdownComponent) => unknown): this { const c = new DropdownComponent(this.controlEl); return this.#add(c, cb, c.selectEl); }
  addColorPicker(cb: (component: ColorComponent) => unknown): this { const c = new ColorComponent(this.controlEl); return this.#add(c, cb, c.inputEl); }
  addProgressBar(cb: (component: ProgressBarComponent) => unknown): this { return this.#add(new ProgressBarComponent(this.controlEl), cb, null); }
  addSlider(cb: (component: SliderComponent) => unknown): this { const c = new SliderComponent(this.controlEl); return this.#add(c, cb, c.sliderEl); }
  addMomentFormat(_cb: (component: never) => unknown): this { throw new Error("host: Setting.addMomentFormat is not implemented"); }
  addComponent<T extends BaseComponent>(cb: (el: HTMLElement) => T): this {
    this.components.push(cb(this.controlEl));
    return this;
  }
  addDisplayValue(cb: (component: DisplayValueComponent) => unknown): this {
    cb(new DisplayValueComponent(this.controlEl));
    return this;
  }
  then(cb: (setting: this) => unknown): this { cb(this); return this; }
  clear(): this {
    this.controlEl.empty();
    this.components = [];
    return this;
  }
  /** Names the control after its row, as Obsidian does for screen readers. */
  #add<C extends BaseComponent>(component: C, cb: (component: C) => unknown, labelled: HTMLElement | null): this {
    this.components.push(component);
    labelled?.setAttribute("aria-labelledby", this.nameEl.id);
    cb(component);
    return this;
  }
}

export class SettingGroup {
  listEl: HTMLElement;
  /** The whole group with its heading. Not in Obsidian's types. */
  groupEl: HTMLElement;
  #heading: Setting | null = null;
  #search: HTMLElement | null = null;
  constructor(containerEl: HTMLElement) {
    this.groupEl = containerEl.createDiv("setting-group");
    this.listEl = this.groupEl.createDiv("setting-items");
  }
  setHeading(text: string | DocumentFragment): this { this.#head().setName(text); return this; }
  addClass(...classes: string[]): this { this.groupEl.addClass(...classes); return this; }
  addSetting(cb: (setting: Setting) => void): this { cb(new Setting(this.listEl)); return this; }
  addSearch(cb: (component: SearchComponent) => unknown): this {
    if (this.#search === null) {
      this.#search = this.groupEl.createDiv("setting-group-search");
      this.groupEl.insertBefore(this.#search, this.listEl);
    }
    cb(new SearchComponent(this.#search));
    return this;
  }
  addExtraButton(cb: (component: ExtraButtonComponent) => unknown): this { this.#head().addExtraButton(cb); return this; }
  #head(): Setting {
    if (this.#heading === null) {
      this.#heading = new Setting(this.groupEl).setHeading();
      this.groupEl.prepend(this.#heading.settingEl);
    }
    return this.#heading;
  }
}
