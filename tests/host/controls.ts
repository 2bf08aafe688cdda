/** The small parts of settings: buttons, toggles, fields, sliders. */
import type { HSL, RGB, TooltipOptions } from "obsidian";
import { setIcon } from "./icons";
import { setTooltip } from "./overlay";

export abstract class BaseComponent {
  disabled = false;
  then(cb: (component: this) => unknown): this { cb(this); return this; }
  setDisabled(disabled: boolean): this { this.disabled = disabled; return this; }
}

export abstract class ValueComponent<T> extends BaseComponent {
  registerOptionListener(_listeners: Record<string, (value?: T) => T>, _key: string): this {
    throw new Error("host: ValueComponent.registerOptionListener is not implemented");
  }
  abstract getValue(): T;
  abstract setValue(value: T): this;
}

export class ButtonComponent extends BaseComponent {
  buttonEl: HTMLButtonElement;
  constructor(containerEl: HTMLElement) { super(); this.buttonEl = containerEl.createEl("button", { type: "button" }); }
  override setDisabled(disabled: boolean): this { this.buttonEl.disabled = disabled; return super.setDisabled(disabled); }
  setCta(): this { this.buttonEl.addClass("mod-cta"); return this; }
  removeCta(): this { this.buttonEl.removeClass("mod-cta"); return this; }
  setWarning(): this { this.buttonEl.addClass("mod-warning"); return this; }
  setDestructive(): this { this.buttonEl.addClass("mod-destructive"); return this; }
  removeDestructive(): this { this.buttonEl.removeClass("mod-destructive"); return this; }
  setTooltip(tooltip: string, options?: TooltipOptions): this { setTooltip(this.buttonEl, tooltip, options); return this; }
  setButtonText(name: string): this { this.buttonEl.setText(name); return this; }
  setIcon(icon: string): this { setIcon(this.buttonEl, icon); return this; }
  setClass(cls: string): this { this.buttonEl.addClass(cls); return this; }
  onClick(callback: (evt: MouseEvent) => unknown): this { this.buttonEl.addEventListener("click", callback); return this; }
}

export class ExtraButtonComponent extends BaseComponent {
  extraSettingsEl: HTMLElement;
  constructor(containerEl: HTMLElement) {
    super();
    this.extraSettingsEl = containerEl.createEl("button", { cls: "clickable-icon extra-setting-button", type: "button" });
    setIcon(this.extraSettingsEl, "settings");
  }
  override setDisabled(disabled: boolean): this { this.extraSettingsEl.toggleAttribute("disabled", disabled); return super.setDisabled(disabled); }
  setTooltip(tooltip: string, options?: TooltipOptions): this { setTooltip(this.extraSettingsEl, tooltip, options); return this; }
  setIcon(icon: string): this { setIcon(this.extraSettingsEl, icon); return this; }
  onClick(callback: () => unknown): this { this.extraSettingsEl.addEventListener("click", () => { callback(); }); return this; }
}

export class ToggleComponent extends ValueComponent<boolean> {
  toggleEl: HTMLElement;
  #on = false;
  #changed: ((value: boolean) => unknown) | null = null;
  constructor(containerEl: HTMLElement) {
    super();
    this.toggleEl = containerEl.createDiv({ cls: "checkbox-container", attr: { role: "switch", tabindex: 0, "aria-checked": "false" } });
    this.toggleEl.addEventListener("click", () => { this.onClick(); });
    this.toggleEl.addEventListener("keydown", (evt) => {
      if (evt.key !== " " && evt.key !== "Enter") return;
      evt.preventDefault();
      this.onClick();
    });
  }
  override setDisabled(disabled: boolean): this {
    this.toggleEl.toggleClass("is-disabled", disabled);
    this.toggleEl.setAttribute("aria-disabled", String(disabled));
    return super.setDisabled(disabled);
  }
  getValue(): boolean { return this.#on; }
  setValue(on: boolean): this {
    if (this.#on === on) return this;
    this.#on = on;
    this.toggleEl.toggleClass("is-enabled", on);
    this.toggleEl.setAttribute("aria-checked", String(on));
    this.#changed?.(on);
    return this;
  }
  setTooltip(tooltip: string, options?: TooltipOptions): this { setTooltip(this.toggleEl, tooltip, options); return this; }
  onClick(): void { if (!this.disabled) this.setValue(!this.#on); }
  onChange(callback: (value: boolean) => unknown): this { this.#changed = callback; return this; }
}

export abstract class AbstractTextComponent<T extends HTMLInputElement | HTMLTextAreaElement> extends ValueComponent<string> {
  inputEl: T;
  #changed: ((value: string) => unknown) | null = null;
  constructor(inputEl: T) {
    super();
    this.inputEl = inputEl;
    inputEl.addEventListener("input", () => { this.onChanged(); });
  }
  override setDisabled(disabled: boolean): this { this.inputEl.disabled = disabled; return super.setDisabled(disabled); }
  getValue(): string { return this.inputEl.value; }
  setValue(value: string): this { this.inputEl.value = value; return this; }
  setPlaceholder(placeholder: string): this { this.inputEl.placeholder = placeholder; return this; }
  onChanged(): void { this.#changed?.(this.getValue()); }
  onChange(callback: (value: string) => unknown): this { this.#changed = callback; return this; }
}
export class TextComponent extends AbstractTextComponent<HTMLInputElement> {
  constructor(containerEl: HTMLElement) { super(containerEl.createEl("input", { type: "text", attr: { spellcheck: "false" } })); }
}
export class TextAreaComponent extends AbstractTextComponent<HTMLTextAreaElement> {
  constructor(containerEl: HTMLElement) { super(containerEl.createEl("textarea", { attr: { spellcheck: "false" } })); }
}
export class SearchComponent extends AbstractTextComponent<HTMLInputElement> {
  clearButtonEl: HTMLElement;
  constructor(containerEl: HTMLElement) {
    const box = containerEl.createDiv("search-input-container");
    super(box.createEl("input", { type: "search", attr: { enterkeyhint: "search", spellcheck: "false" } }));
    this.clearButtonEl = box.createEl("button", { cls: "search-input-clear-button", type: "button", attr: { "aria-label": "Clear search" } });
    setIcon(this.clearButtonEl, "x");
    this.clearButtonEl.addEventListener("click", () => { this.setValue("").onChanged(); this.inputEl.focus(); });
  }
}

export class DropdownComponent extends ValueComponent<string> {
  selectEl: HTMLSelectElement;
  constructor(containerEl: HTMLElement) { super(); this.selectEl = containerEl.createEl("select", "dropdown"); }
  override setDisabled(disabled: boolean): this { this.selectEl.disabled = disabled; return super.setDisabled(disabled); }
  addOption(value: string, display: string): this { this.selectEl.createEl("option", { value, text: display }); return this; }
  addOptions(options: Record<string, string>): this {
    for (const [value, display] of Object.entries(options)) this.addOption(value, display);
    return this;
  }
  getValue(): string { return this.selectEl.value; }
  setValue(value: string): this { this.selectEl.value = value; return this; }
  onChange(callback: (value: string) => unknown): this { this.selectEl.addEventListener("change", () => { callback(this.getValue()); }); return this; }
}

export class SliderComponent extends ValueComponent<number> {
  sliderEl: HTMLInputElement;
  #format = (value: number): string => String(value);
  #instant = false;
  constructor(containerEl: HTMLElement) { super(); this.sliderEl = containerEl.createEl("input", { cls: "slider", type: "range" }); }
  override setDisabled(disabled: boolean): this { this.sliderEl.disabled = disabled; return super.setDisabled(disabled); }
  setInstant(instant: boolean): this { this.#instant = instant; return this; }
  setLimits(min: number | null, max: number | null, step: number | "any"): this {
    this.sliderEl.min = min === null ? "" : String(min);
    this.sliderEl.max = max === null ? "" : String(max);
    this.sliderEl.step = String(step);
    return this;
  }
  getValue(): number { return Number(this.sliderEl.value); }
  setValue(value: number): this { this.sliderEl.value = String(value); this.#describe(); return this; }
  getValuePretty(): string { return this.#format(this.getValue()); }
  setDisplayFormat(format: (value: number) => string): this { this.#format = format; this.#describe(); return this; }
  setDynamicTooltip(): this { return this; }
  onChange(callback: (value: number) => unknown): this {
    this.sliderEl.addEventListener("input", () => { this.#describe(); if (this.#instant) callback(this.getValue()); });
    this.sliderEl.addEventListener("change", () => { callback(this.getValue()); });
    return this;
  }
  #describe(): void { this.sliderEl.setAttribute("aria-valuetext", this.getValuePretty()); }
}

export class ColorComponent extends ValueComponent<string> {
  inputEl: HTMLInputElement;
  constructor(containerEl: HTMLElement) { super(); this.inputEl = containerEl.createEl("input", { type: "color" }); }
  override setDisabled(disabled: boolean): this { this.inputEl.disabled = disabled; return super.setDisabled(disabled); }
  getValue(): string { return this.inputEl.value; }
  getValueRgb(): RGB {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(this.inputEl.value.slice(at, at + 2), 16));
    return { r, g, b };
  }
  getValueHsl(): HSL { throw new Error("host: ColorComponent.getValueHsl is not implemented"); }
  setValue(value: string): this { this.inputEl.value = value; return this; }
  setValueRgb({ r, g, b }: RGB): this { return this.setValue(`#${[r, g, b].map((part) => part.toString(16).padStart(2, "0")).join("")}`); }
  setValueHsl(_hsl: HSL): this { throw new Error("host: ColorComponent.setValueHsl is not implemented"); }
  onChange(callback: (value: string) => unknown): this { this.inputEl.addEventListener("change", () => { callback(this.getValue()); }); return this; }
}

export class ProgressBarComponent extends ValueComponent<number> {
  #bar: HTMLElement;
  #value = 0;
  constructor(containerEl: HTMLElement) {
    super();
    this.#bar = containerEl.createDiv({ cls: "setting-progress-bar", attr: { role: "progressbar", "aria-valuemin": 0, "aria-valuemax": 100 } }).createDiv("setting-progress-bar-inner");
  }
  getValue(): number { return this.#value; }
  setValue(value: number): this {
    this.#value = Math.min(100, Math.max(0, value));
    this.#bar.style.width = `${String(this.#value)}%`;
    this.#bar.parentElement?.setAttribute("aria-valuenow", String(this.#value));
    return this;
  }
}

export class DisplayValueComponent {
  valueEl: HTMLElement;
  constructor(containerEl: HTMLElement) { this.valueEl = containerEl.createSpan("setting-display-value"); }
  setValue(value: string | null): this { this.valueEl.setText(value ?? ""); return this; }
  setStatus(status: "warning" | null): this { this.valueEl.toggleClass("mod-warning", status === "warning"); return this; }
}
