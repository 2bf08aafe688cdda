/** Suggest modals and the searches behind them. */
import type { FuzzyMatch, Instruction, SearchMatches, SearchResult, SearchResultContainer } from "obsidian";
import type { App } from "./app";
import { Modal } from "./modal";

export function prepareFuzzySearch(query: string): (text: string) => SearchResult | null {
  const wanted = query.toLowerCase().replace(/\s+/g, "");
  return (text) => {
    const lower = text.toLowerCase();
    const matches: SearchMatches = [];
    let at = 0;
    let gaps = 0;
    for (const letter of wanted) {
      const found = lower.indexOf(letter, at);
      if (found < 0) return null;
      const last = matches[matches.length - 1];
      if (last !== undefined && last[1] === found) last[1] = found + 1;
      else {
        gaps += found - at + 1;
        matches.push([found, found + 1]);
      }
      at = found + 1;
    }
    return { score: -(gaps + text.length / 1000), matches };
  };
}
export function prepareSimpleSearch(query: string): (text: string) => SearchResult | null {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== "");
  return (text) => {
    const lower = text.toLowerCase();
    const matches: SearchMatches = [];
    for (const word of words) {
      const found = lower.indexOf(word);
      if (found < 0) return null;
      matches.push([found, found + word.length]);
    }
    matches.sort((a, b) => a[0] - b[0]);
    return { score: -(matches[0]?.[0] ?? 0) / 100, matches };
  };
}
export function sortSearchResults(results: SearchResultContainer[]): void {
  results.sort((a, b) => b.match.score - a.match.score);
}
export function renderMatches(el: HTMLElement | DocumentFragment, text: string, matches: SearchMatches | null, offset = 0): void {
  let at = 0;
  for (const [start, end] of matches ?? []) {
    const from = Math.max(at, start + offset);
    const to = Math.min(text.length, end + offset);
    if (to <= from) continue;
    el.appendText(text.slice(at, from));
    el.createSpan({ cls: "suggestion-highlight", text: text.slice(from, to) });
    at = to;
  }
  el.appendText(text.slice(at));
}
export function renderResults(el: HTMLElement, text: string, result: SearchResult, offset = 0): void {
  renderMatches(el, text, result.matches, offset);
}

export abstract class SuggestModal<T> extends Modal {
  limit = 100;
  emptyStateText = "No results found.";
  inputEl: HTMLInputElement;
  resultContainerEl: HTMLElement;
  #values: T[] = [];
  #selected = 0;
  constructor(app: App) {
    super(app);
    this.modalEl.className = "prompt";
    this.modalEl.empty();
    this.inputEl = this.modalEl.createDiv("prompt-input-container").createEl("input", { cls: "prompt-input", type: "text", attr: { role: "combobox", "aria-expanded": "true", autocomplete: "off", spellcheck: "false" } });
    this.resultContainerEl = this.modalEl.createDiv({ cls: "prompt-results", attr: { role: "listbox" } });
    this.inputEl.addEventListener("input", () => { void this.#refresh(); });
    this.scope.register([], "ArrowDown", () => { this.#select(this.#selected + 1); return false; });
    this.scope.register([], "ArrowUp", () => { this.#select(this.#selected - 1); return false; });
    this.scope.register(null, "Enter", (evt) => {
      if (evt.isComposing) return undefined;
      this.selectActiveSuggestion(evt);
      return false;
    });
  }
  override open(): void {
    super.open();
    this.inputEl.focus();
    void this.#refresh();
  }
  setPlaceholder(placeholder: string): void { this.inputEl.placeholder = placeholder; this.inputEl.setAttribute("aria-label", placeholder); }
  setInstructions(instructions: Instruction[]): void {
    const row = this.modalEl.createDiv("prompt-instructions");
    for (const { command, purpose } of instructions) {
      const one = row.createDiv("prompt-instruction");
      one.createSpan({ cls: "prompt-instruction-command", text: command });
      one.createSpan({ text: purpose });
    }
  }
  onNoSuggestion(): void {
    this.resultContainerEl.empty();
    this.resultContainerEl.createDiv({ cls: "suggestion-empty", text: this.emptyStateText });
  }
  selectSuggestion(value: T, evt: MouseEvent | KeyboardEvent): void {
    this.close();
    this.onChooseSuggestion(value, evt);
  }
  selectActiveSuggestion(evt: MouseEvent | KeyboardEvent): void {
    const value = this.#values[this.#selected];
    if (value !== undefined) this.selectSuggestion(value, evt);
  }
  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(item: T, evt: MouseEvent | KeyboardEvent): void;

  async #refresh(): Promise<void> {
    this.#values = (await this.getSuggestions(this.inputEl.value)).slice(0, this.limit);
    this.resultContainerEl.empty();
    if (this.#values.length === 0) this.onNoSuggestion();
    this.#values.forEach((value, index) => {
      const el = this.resultContainerEl.createDiv({ cls: "suggestion-item", attr: { role: "option" } });
      this.renderSuggestion(value, el);
      el.addEventListener("click", (evt) => { this.selectSuggestion(value, evt); });
      el.addEventListener("mousemove", () => { if (this.#selected !== index) this.#select(index); });
    });
    this.#select(0);
  }
  #select(index: number): void {
    const items = this.resultContainerEl.findAll(".suggestion-item");
    if (items.length === 0) return;
    this.#selected = (index + items.length) % items.length;
    items.forEach((el, at) => {
      el.toggleClass("is-selected", at === this.#selected);
      el.setAttribute("aria-selected", String(at === this.#selected));
    });
    items[this.#selected]?.scrollIntoView({ block: "nearest" });
  }
}

export abstract class FuzzySuggestModal<T> extends SuggestModal<FuzzyMatch<T>> {
  getSuggestions(query: string): FuzzyMatch<T>[] {
    const search = prepareFuzzySearch(query);
    const found = this.getItems().flatMap((item) => {
      const match = search(this.getItemText(item));
      return match === null ? [] : [{ item, match }];
    });
    if (query.trim() !== "") sortSearchResults(found);
    return found;
  }
  renderSuggestion(found: FuzzyMatch<T>, el: HTMLElement): void { renderMatches(el, this.getItemText(found.item), found.match.matches); }
  onChooseSuggestion(found: FuzzyMatch<T>, evt: MouseEvent | KeyboardEvent): void { this.onChooseItem(found.item, evt); }
  abstract getItems(): T[];
  abstract getItemText(item: T): string;
  abstract onChooseItem(item: T, evt: MouseEvent | KeyboardEvent): void;
}
