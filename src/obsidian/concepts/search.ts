import { setIcon, setTooltip } from "obsidian";
import type { FoundConcept } from "../../core/index";

/** How many concepts are suggested at once. */
const few = 8;

/** What the search is of, and what becomes of what is found. */
export interface SearchActs {
  find(text: string, limit: number): Promise<FoundConcept[]>;
  choose(found: FoundConcept, event: MouseEvent | KeyboardEvent): void;
  close(): void;
}

/** How many there have been: the ids of two in one window must differ. */
let searches = 0;

/** A field with the concepts below it that are called by what is typed into it, by whichever of their labels. */
export class Search {
  /** Kept here: to ask the element would have the browser lay out all that is new. */
  isShown = false;
  private readonly el: HTMLElement;
  private readonly field: HTMLInputElement;
  private readonly listEl: HTMLElement;
  private readonly status: HTMLElement;
  private readonly name = `distinguo-search-${++searches}`;
  private found: readonly FoundConcept[] = [];
  private chosen = 0;
  private asked = 0;

  constructor(
    parent: HTMLElement,
    private readonly acts: SearchActs,
  ) {
    const { name } = this;
    this.el = parent.createDiv({ cls: "distinguo-search" });
    const row = this.el.createDiv({ cls: "search-input-container" });
    row.createEl("label", { cls: "distinguo-spoken", text: "Find a concept", attr: { for: `${name}-field` } });
    this.field = row.createEl("input", {
      type: "search",
      attr: { id: `${name}-field`, placeholder: "Find a concept…", spellcheck: "false", autocomplete: "off", dir: "auto", role: "combobox", "aria-autocomplete": "list", "aria-controls": `${name}-list`, "aria-expanded": "false" },
    });
    const clear = row.createEl("button", { cls: ["clickable-icon", "search-input-clear-button", "distinguo-search-clear"], attr: { type: "button" } });
    setIcon(clear, "x");
    setTooltip(clear, "Close the search");
    clear.addEventListener("click", () => acts.close());
    this.listEl = this.el.createDiv({ cls: "distinguo-suggestions", attr: { id: `${name}-list`, role: "listbox", "aria-labelledby": `${name}-title` } });
    this.el.createSpan({ cls: "distinguo-spoken", text: "Concepts", attr: { id: `${name}-title` } });
    this.status = this.el.createDiv({ cls: "distinguo-search-status", attr: { role: "status" } });
    this.listen();
    this.hide();
  }

  show(): void {
    this.isShown = true;
    this.el.show();
    this.field.focus();
    this.field.select();
  }

  hide(): void {
    this.isShown = false;
    this.el.hide();
    this.field.value = "";
    this.offer([]);
  }

  private async ask(): Promise<void> {
    const asked = ++this.asked;
    const text = this.field.value;
    const found = await this.acts.find(text, few).catch(() => []);
    // Who types on has asked again.
    if (asked !== this.asked) return;
    this.offer(found);
    this.status.setText(found.length === 0 && text.trim() !== "" ? "No concept is called so." : "");
  }

  private offer(found: readonly FoundConcept[]): void {
    this.asked++;
    const chosen = this.found[this.chosen];
    this.found = found;
    this.status.setText("");
    this.listEl.empty();
    this.listEl.toggle(found.length > 0);
    this.field.setAttr("aria-expanded", String(found.length > 0));
    const shared = new Set(found.filter(({ label, path }) => found.some((other) => other.path !== path && other.label === label)));
    found.forEach((one, index) => {
      const option = this.listEl.createDiv({ cls: "distinguo-suggestion", attr: { id: `${this.name}-${index}`, role: "option" } });
      option.createEl("bdi", { text: one.label });
      if (one.by !== null) {
        const by = option.createSpan({ cls: "distinguo-folder", text: "by " });
        by.createEl("bdi", { text: one.by });
      }
      if (shared.has(one)) option.createSpan({ cls: "distinguo-folder", text: one.path });
    });
    // Who has gone to one and types on stays there.
    this.mark(Math.max(0, found.findIndex(({ path }) => this.chosen > 0 && path === chosen?.path)));
  }

  private mark(index: number): void {
    this.chosen = index;
    [...this.listEl.children].forEach((option, at) => {
      option.toggleClass("is-selected", at === index);
      option.setAttr("aria-selected", String(at === index));
      if (at === index) option.scrollIntoView({ block: "nearest" });
    });
    this.field.setAttr("aria-activedescendant", this.found.length > 0 ? `${this.name}-${index}` : null);
  }

  private listen(): void {
    const { field, listEl, acts } = this;
    field.addEventListener("input", () => void this.ask());
    field.addEventListener("keydown", (event) => {
      const { length } = this.found;
      const found = this.found[this.chosen];
      if (event.isComposing) return;
      if (event.key === "Escape") acts.close();
      else if (event.key === "ArrowDown" && length > 0) this.mark((this.chosen + 1) % length);
      else if (event.key === "ArrowUp" && length > 0) this.mark((this.chosen - 1 + length) % length);
      else if (event.key === "Enter" && found) acts.choose(found, event);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    // The field keeps the focus.
    listEl.addEventListener("mousedown", (event) => event.preventDefault());
    const at = ({ targetNode }: MouseEvent): number => [...listEl.children].findIndex((option) => option.contains(targetNode));
    listEl.addEventListener("mousemove", (event) => {
      if (at(event) >= 0 && at(event) !== this.chosen) this.mark(at(event));
    });
    const choose = (event: MouseEvent): void => {
      const found = this.found[at(event)];
      if (found) acts.choose(found, event);
    };
    listEl.addEventListener("click", choose);
    listEl.addEventListener("auxclick", (event) => {
      if (event.button === 1) choose(event);
    });
  }
}
