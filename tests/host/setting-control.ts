/** One declarative control: reads its value from the tab, validates, writes it back. */
import type { SettingControl, SettingControlBase } from "obsidian";
import { TFile, TFolder } from "./files";
import type { Setting } from "./setting";
import type { SettingTab } from "./setting-tab";

/** Reads a value of the wanted type, with the control's default for anything else. */
function read<V>(tab: SettingTab, control: SettingControlBase<V>, is: (value: unknown) => value is V, otherwise: V): V {
  const value = tab.getControlValue(control.key) ?? control.defaultValue;
  return is(value) ? value : otherwise;
}
const isString = (value: unknown): value is string => typeof value === "string";
const isNumber = (value: unknown): value is number => typeof value === "number";
const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";

async function problem<V>(control: SettingControlBase<V>, value: V): Promise<string | null> {
  const message = await control.validate?.(value);
  return typeof message === "string" && message !== "" ? message : null;
}

function writer<V>(tab: SettingTab, control: SettingControlBase<V>, setting: Setting, done: () => void): (value: V) => Promise<void> {
  let last = 0;
  return async (value) => {
    const turn = ++last;
    const message = await problem(control, value);
    if (turn !== last) return;
    setting.setErrorMessage(message);
    if (message !== null) return;
    await tab.setControlValue(control.key, value);
    done();
  };
}

export function renderControl(tab: SettingTab, control: SettingControl, setting: Setting, done: () => void): void {
  const onMount = <V>(base: SettingControlBase<V>, value: V): void => {
    void problem(base, value).then((message) => { if (message !== null) setting.setErrorMessage(message); });
  };
  switch (control.type) {
    case "toggle": {
      const value = read(tab, control, isBoolean, false);
      const write = writer(tab, control, setting, done);
      setting.addToggle((toggle) => toggle.setValue(value).onChange((next) => { void write(next); }));
      return onMount(control, value);
    }
    case "dropdown": {
      const value = read(tab, control, isString, Object.keys(control.options)[0] ?? "");
      const write = writer(tab, control, setting, done);
      setting.addDropdown((dropdown) => dropdown.addOptions(control.options).setValue(value).onChange((next) => { void write(next); }));
      return onMount(control, value);
    }
    case "slider": {
      const value = read(tab, control, isNumber, control.min);
      const write = writer(tab, control, setting, done);
      const output = setting.controlEl.createEl("output", "setting-slider-value");
      const show = (next: number): void => { output.setText(control.displayFormat?.(next) ?? String(next)); };
      show(value);
      setting.addSlider((slider) => slider.setLimits(control.min, control.max, control.step).setDisplayFormat(control.displayFormat ?? String).setValue(value).onChange((next) => { show(next); void write(next); }));
      return onMount(control, value);
    }
    case "number": {
      const value = read(tab, control, isNumber, NaN);
      const write = writer(tab, control, setting, done);
      setting.addText((text) => {
        text.inputEl.type = "number";
        for (const name of ["min", "max", "step"] as const) if (control[name] !== undefined) text.inputEl[name] = String(control[name]);
        text.setPlaceholder(control.placeholder ?? "").setValue(Number.isNaN(value) ? "" : String(value));
        text.onChange((next) => { if (next !== "" && text.inputEl.validity.valid) void write(Number(next)); });
      });
      return Number.isNaN(value) ? undefined : onMount(control, value);
    }
    case "color": {
      const value = read(tab, control, isString, "#000000");
      const write = writer(tab, control, setting, done);
      setting.addColorPicker((color) => color.setValue(value).onChange((next) => { void write(next); }));
      return onMount(control, value);
    }
    case "textarea": {
      const value = read(tab, control, isString, "");
      const write = writer(tab, control, setting, done);
      setting.addTextArea((text) => {
        if (control.rows !== undefined) text.inputEl.rows = control.rows;
        text.setPlaceholder(control.placeholder ?? "").setValue(value).onChange((next) => { void write(next); });
      });
      return onMount(control, value);
    }
    case "text": case "file": case "folder": {
      const value = read(tab, control, isString, "");
      const write = writer(tab, control, setting, done);
      setting.addText((text) => {
        text.setPlaceholder(control.placeholder ?? "").setValue(value).onChange((next) => { void write(next); });
        if (control.type !== "text") suggestPaths(text.inputEl, paths(tab, control));
      });
      return onMount(control, value);
    }
  }
}

function paths(tab: SettingTab, control: Extract<SettingControl, { type: "file" | "folder" }>): string[] {
  const all = tab.app.vault.getAllLoadedFiles();
  const accepts = (entry: TFile | TFolder): boolean => (control.filter as ((entry: unknown) => boolean) | undefined)?.(entry) ?? true;
  if (control.type === "file") return all.filter((entry) => entry instanceof TFile).filter(accepts).map((entry) => entry.path);
  return all.filter((entry) => entry instanceof TFolder).filter((entry) => control.includeRoot === true || !entry.isRoot()).filter(accepts).map((entry) => entry.path);
}

let lists = 0;
function suggestPaths(input: HTMLInputElement, options: string[]): void {
  const id = `setting-paths-${String(++lists)}`;
  const list = createEl("datalist", { attr: { id } });
  for (const value of options) list.createEl("option", { value });
  input.setAttribute("list", id);
  input.insertAdjacentElement("afterend", list);
}
