/** Views of bases: what plugins make them of, and what feeds and draws them. */
import type { BasesAllOptions, BasesOptions, BasesPropertyId, BasesSortConfig, IconName } from "obsidian";
import type { App } from "./app";
import { type BaseConfig, type BasesQueryResult, type ViewConfig, propertyId, query } from "./bases-query";
import { Component, debounce } from "./events";

/** The host's side of `BasesViewRegistration`, which is typed by Obsidian's own classes. */
export interface BasesRegistration {
  name: string;
  icon: IconName;
  factory: (controller: QueryController, containerEl: HTMLElement) => BasesView;
  options?: (config: BasesViewConfig) => BasesAllOptions[];
}

export class BasesViewConfig {
  #view: ViewConfig;
  #base: BaseConfig;
  #changed: () => void;
  constructor(base: BaseConfig, view: ViewConfig, changed: () => void) {
    this.#base = base;
    this.#view = view;
    this.#changed = changed;
  }
  get name(): string { return this.#view.name; }
  get(key: string): unknown { return this.#view[key]; }
  getAsPropertyId(key: string): BasesPropertyId | null {
    const given = this.get(key);
    return typeof given === "string" && given !== "" ? propertyId(given) : null;
  }
  set(key: string, value: unknown): void {
    if (value === null) Reflect.deleteProperty(this.#view, key);
    else this.#view[key] = value;
    this.#changed();
  }
  getOrder(): BasesPropertyId[] { return (this.#view.order ?? []).map((name) => propertyId(name)); }
  getSort(): BasesSortConfig[] { return this.#view.sort ?? []; }
  getDisplayName(id: BasesPropertyId): string {
    const given: unknown = this.#base.properties?.[id]?.["displayName"];
    return typeof given === "string" ? given : id.slice(id.indexOf(".") + 1);
  }
}

/** Asks the vault anew when it changes, and tells the view. */
export class QueryController extends Component {
  view: BasesView | null = null;
  #refresh = debounce(() => { this.refresh(); }, 50);
  constructor(readonly app: App, private base: BaseConfig, private shown: ViewConfig, private told: (count: number) => void) { super(); }
  override onload(): void {
    const { vault, metadataCache } = this.app;
    for (const name of ["create", "delete", "rename"]) this.registerEvent(vault.on(name, () => { this.#refresh(); }));
    this.registerEvent(metadataCache.on("changed", () => { this.#refresh(); }));
    this.register(() => { this.#refresh.cancel(); });
  }
  refresh(): void {
    if (this.view === null) return;
    const result = query(this.app, this.base, this.shown);
    this.told(result.data.length);
    BasesView.feed(this.view, result);
  }
}

interface Fed { config: BasesViewConfig; data: BasesQueryResult }

export abstract class BasesView extends Component {
  abstract type: string;
  app: App;
  #fed: Fed | null = null;
  protected constructor(controller: QueryController) {
    super();
    this.app = controller.app;
  }
  /** As in Obsidian there is no telling whether these are there before the first `onDataUpdated`: reading them earlier throws here. */
  get config(): BasesViewConfig { return this.#given.config; }
  get data(): BasesQueryResult { return this.#given.data; }
  get allProperties(): BasesPropertyId[] {
    const names = this.data.data.flatMap(({ file }) => Object.keys(this.app.metadataCache.getFileCache(file)?.frontmatter ?? {}));
    return [...new Set(names)].sort().map((name) => propertyId(name));
  }
  abstract onDataUpdated(): void;
  get #given(): Fed {
    if (this.#fed === null) throw new Error("host: a view of a base has no data before onDataUpdated");
    return this.#fed;
  }
  static configure(view: BasesView, config: BasesViewConfig, data: BasesQueryResult): void { view.#fed = { config, data }; }
  static feed(view: BasesView, data: BasesQueryResult): void {
    if (view.#fed !== null) view.#fed = { ...view.#fed, data };
    view.onDataUpdated();
  }
}

/** A base as it stands in a leaf or in a note: a bar to choose the view and set its options, and the view below. */
export class Base extends Component {
  #shown: Component | null = null;
  #current = "";
  constructor(private app: App, private el: HTMLElement, private base: BaseConfig, private changed: () => void) { super(); }
  override onload(): void {
    this.draw();
    this.register(this.app.registry.onBasesViews(() => { this.draw(); }));
  }
  override onunload(): void {
    this.#shown = null;
    this.el.empty();
  }
  /** Draws the view that is chosen; the first at the start. */
  draw(): void {
    if (this.#shown !== null) this.removeChild(this.#shown);
    this.el.empty();
    const views = this.base.views ?? [];
    const view = views.find(({ name }) => name === this.#current) ?? views[0];
    const bar = this.el.createDiv("bases-toolbar");
    if (view === undefined) {
      bar.setText("This base has no views.");
      return;
    }
    const choose = bar.createEl("select", { cls: "bases-views dropdown", attr: { "aria-label": "View" } });
    for (const { name } of views) choose.createEl("option", { text: name, value: name });
    choose.value = view.name;
    choose.addEventListener("change", () => {
      this.#current = choose.value;
      this.draw();
    });
    const count = bar.createSpan("bases-count");
    const registration = this.app.registry.basesViews.get(view.type);
    const holder = this.el.createDiv({ cls: "bases-view", attr: { "data-view-type": view.type } });
    if (registration === undefined) {
      holder.setText(`Unknown view type: ${view.type}`);
      return;
    }
    const controller = new QueryController(this.app, this.base, view, (entries) => { count.setText(`${String(entries)} results`); });
    const config = new BasesViewConfig(this.base, view, () => {
      this.changed();
      controller.refresh();
    });
    const made = registration.factory(controller, holder);
    controller.view = controller.addChild(made);
    this.#shown = this.addChild(controller);
    BasesView.configure(made, config, query(this.app, this.base, view));
    drawOptions(bar, registration.options?.(config) ?? [], config);
    controller.refresh();
  }
}

function drawOptions(bar: HTMLElement, options: readonly BasesAllOptions[], config: BasesViewConfig): void {
  const all = options.flatMap((option) => (option.type === "group" ? option.items : [option]));
  for (const option of all) if (option.shouldHide?.() !== true) drawOption(bar.createEl("label", { cls: "bases-option", text: option.displayName }), option, config);
}

function drawOption(label: HTMLElement, option: BasesOptions, config: BasesViewConfig): void {
  const value = config.get(option.key) ?? option.default ?? "";
  const text = typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value);
  if (option.type === "dropdown") {
    const select = label.createEl("select");
    for (const [key, text] of Object.entries(option.options)) select.createEl("option", { text, value: key });
    select.value = text;
    select.addEventListener("change", () => { config.set(option.key, select.value); });
    return;
  }
  const input = label.createEl("input", { type: option.type === "toggle" ? "checkbox" : option.type === "slider" ? "range" : "text" });
  if (option.type === "slider") input.setAttrs({ min: option.min ?? 0, max: option.max ?? 100, step: option.step ?? 1 });
  if (option.type === "toggle") input.checked = value === true;
  else input.value = text;
  input.addEventListener("change", () => { config.set(option.key, option.type === "toggle" ? input.checked : option.type === "slider" ? input.valueAsNumber : option.type === "multitext" ? input.value.split(",") : input.value); });
}
