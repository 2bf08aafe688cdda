import { Keymap } from "obsidian";
import { addButton } from "../press";
import type { Scene } from "./scene";

/** What the list does. */
export interface FinderActs {
  find(text: string): Promise<Uint32Array>;
  /** A row has become the current one. */
  choose(node: number): void;
  open(node: number, event: MouseEvent | KeyboardEvent): void;
  menu(node: number, at: MouseEvent | { x: number; y: number }): void;
  /** Gives up what was chosen. */
  leave(): void;
}

/** How many rows there are before one asks for more. */
const page = 100;

/** All that the map shows as a list, and a field that finds in it: what the picture can do, it can do without one. */
export class Finder {
  readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private readonly foot: HTMLElement;
  private scene: Scene | undefined;
  private found: number[] = [];
  private room = page;
  private asked = 0;
  /** Settles when the list shows what the field asks for. */
  private asking: Promise<void> | undefined;
  private readonly id: string;

  constructor(parent: HTMLElement, id: string, private readonly acts: FinderActs) {
    this.id = `${id}-list`;
    const field = parent.createDiv({ cls: "distinguo-map-field search-input-container" });
    this.input = field.createEl("input", {
      attr: { type: "search", placeholder: "Find a concept", spellcheck: "false", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.id, "aria-labelledby": `${id}-find` },
    });
    field.createSpan({ cls: "distinguo-spoken", text: "Find a concept", attr: { id: `${id}-find` } });
    this.list = parent.createDiv({ cls: "distinguo-map-list", attr: { id: this.id, role: "listbox", tabindex: 0, "aria-labelledby": `${id}-all` } });
    this.foot = parent.createDiv({ cls: "distinguo-map-list-foot" });
    parent.createSpan({ cls: "distinguo-spoken", text: "Concepts of the map", attr: { id: `${id}-all` } });
    this.input.addEventListener("input", () => {
      this.room = page;
      void this.refresh();
    });
    for (const el of [this.input, this.list]) el.addEventListener("keydown", (event) => this.onKey(event));
    this.list.addEventListener("click", (event) => this.onRow(event, (node) => (this.scene?.chosen === node || event.detail > 1 ? this.acts.open(node, event) : this.acts.choose(node))));
    this.list.addEventListener("auxclick", (event) => {
      if (event.button === 1) this.onRow(event, (node) => this.acts.open(node, event));
    });
    this.list.addEventListener("contextmenu", (event) => this.onRow(event, (node) => this.acts.menu(node, event)));
  }

  /** Lists what a scene shows. */
  show(scene: Scene): void {
    this.scene = scene;
    void this.refresh();
  }

  /** Looks again for what is looked for: labels may have changed that nothing shows. */
  refreshIfAsked(): void {
    if (this.input.value !== "") void this.refresh();
  }

  /** Marks the row of the node that is chosen. */
  mark(): void {
    const chosen = this.scene?.chosen;
    const index = chosen === undefined ? -1 : this.found.indexOf(chosen);
    if (index >= this.room) this.fill(index + 1);
    let active: HTMLElement | undefined;
    for (const row of this.rows()) {
      const isActive = row.dataset["node"] === String(chosen);
      row.toggleClass("is-active", isActive);
      row.setAttribute("aria-selected", String(isActive));
      if (isActive) active = row;
    }
    active?.scrollIntoView({ block: "nearest" });
    for (const el of [this.input, this.list]) {
      if (active) el.setAttribute("aria-activedescendant", active.id);
      else el.removeAttribute("aria-activedescendant");
    }
  }

  private rows(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>(".distinguo-map-row")];
  }

  private refresh(): Promise<void> {
    const asking = this.ask().finally(() => {
      if (this.asking === asking) this.asking = undefined;
    });
    return (this.asking = asking);
  }

  private async ask(): Promise<void> {
    const asking = ++this.asked;
    const found = await this.acts.find(this.input.value).catch(() => undefined);
    const { scene } = this;
    if (asking !== this.asked || !found || !scene) return;
    this.found = [...found].filter((node) => scene.shown.nodes[node]);
    this.fill();
  }

  /** Shows as many rows as there is room for, at least some. */
  private fill(atLeast = 0): void {
    const { contents } = this.scene ?? {};
    if (!contents) return;
    while (this.room < atLeast) this.room *= 2;
    this.list.empty();
    for (const node of this.found.slice(0, this.room)) {
      const row = this.list.createDiv({ cls: "distinguo-map-row", attr: { id: `${this.id}-${node}`, role: "option", "data-node": node, "aria-selected": "false" } });
      row.toggleClass("is-missing", contents.kinds[node] === 2);
      row.createSpan({ cls: "distinguo-map-row-label", text: contents.labels[node] ?? "", attr: { dir: "auto" } });
      if (contents.kinds[node] === 2) row.createSpan({ cls: "distinguo-badge", text: "missing" });
      const degree = contents.degrees[node] ?? 0;
      row.createSpan({ cls: "distinguo-count", text: String(degree) }).createSpan({ cls: "distinguo-spoken", text: degree === 1 ? " tie" : " ties" });
    }
    this.list.hidden = this.found.length === 0;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.foot.empty();
    const rest = this.found.length - this.room;
    if (this.found.length === 0) this.foot.createSpan({ text: this.input.value === "" ? "Nothing is shown." : "No concept is called so." });
    if (rest > 0) addButton(this.foot, "distinguo-quiet", `${rest.toLocaleString()} more`, () => this.fill(2 * this.room));
    this.mark();
  }

  private onRow(event: MouseEvent, act: (node: number) => void): void {
    const row = event.targetNode?.instanceOf(Element) ? event.targetNode.closest<HTMLElement>(".distinguo-map-row") : null;
    if (!row) return;
    event.preventDefault();
    act(Number(row.dataset["node"]));
  }

  private onKey(event: KeyboardEvent): void {
    const { scene, found, asking } = this;
    if (!scene || event.isComposing) return;
    if (asking && /^(?:Enter|ArrowDown)$/.test(event.key)) {
      // Who types fast means what is about to be listed.
      event.preventDefault();
      event.stopPropagation();
      void asking.then(() => {
        const [first] = this.found;
        if (first !== undefined && !this.asking) this.acts.choose(first);
      });
      return;
    }
    const at = scene.chosen === undefined ? -1 : found.indexOf(scene.chosen);
    const inList = event.currentTarget === this.list;
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: Math.max(0, at - 1), PageDown: Math.max(0, at) + 10, PageUp: Math.max(0, at - 10), ...(inList ? { Home: 0, End: found.length - 1 } : {}) };
    const step = steps[event.key];
    if (step !== undefined && !event.altKey) {
      const node = found[Math.min(step, found.length - 1)];
      if (node !== undefined) this.acts.choose(node);
    } else if (event.key === "Enter") {
      const node = scene.chosen !== undefined && at !== -1 ? scene.chosen : found[0];
      if (node === undefined) return;
      // What was only found is flown to first; what is chosen is opened.
      if (scene.chosen === node || Keymap.isModEvent(event)) this.acts.open(node, event);
      else this.acts.choose(node);
    } else if (at !== -1 && (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey))) {
      const { left, bottom } = (this.rows()[at] ?? this.list).getBoundingClientRect();
      this.acts.menu(found[at] ?? 0, { x: left + 20, y: bottom });
    } else if (event.key === "Escape" && (this.input.value !== "" || scene.chosen !== undefined)) {
      this.acts.leave();
      if (this.input.value !== "") {
        this.input.value = "";
        void this.refresh();
      }
    } else if (inList && event.key.length === 1 && /[\p{L}\p{N}]/u.test(event.key) && !Keymap.isModifier(event, "Mod") && !event.altKey) {
      // Who types in the list means the field.
      this.input.focus();
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
