/** Modals: the plain one and the one that asks for confirmation. */
import type { App } from "./app";
import { ButtonComponent } from "./controls";
import { setIcon } from "./icons";
import { Scope } from "./keymap";

export class Modal {
  app: App;
  scope = new Scope();
  containerEl: HTMLElement;
  modalEl: HTMLElement;
  titleEl: HTMLElement;
  contentEl: HTMLElement;
  shouldRestoreSelection = true;
  #onClosed: (() => unknown) | null = null;
  #focused: Element | null = null;
  #isOpen = false;

  constructor(app: App) {
    this.app = app;
    this.containerEl = createDiv("modal-container mod-dim");
    this.containerEl.createDiv("modal-bg").addEventListener("click", () => { this.close(); });
    this.modalEl = this.containerEl.createDiv({ cls: "modal", attr: { role: "dialog", "aria-modal": "true", tabindex: -1 } });
    const close = this.modalEl.createEl("button", { cls: "modal-close-button clickable-icon", attr: { "aria-label": "Close" } });
    setIcon(close, "x");
    close.addEventListener("click", () => { this.close(); });
    const header = this.modalEl.createDiv("modal-header");
    this.titleEl = header.createDiv("modal-title");
    this.contentEl = this.modalEl.createDiv("modal-content");
    this.scope.register([], "Escape", () => { this.close(); return false; });
    this.scope.register(null, "Tab", (evt) => this.#trapFocus(evt));
  }
  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#focused = document.activeElement;
    document.body.appendChild(this.containerEl);
    this.app.keymap.pushScope(this.scope);
    void this.onOpen();
    if (this.titleEl.textContent !== "") this.modalEl.setAttribute("aria-label", this.titleEl.textContent ?? "");
    if (!this.modalEl.contains(document.activeElement)) this.#focusFirst();
  }
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.app.keymap.popScope(this.scope);
    this.containerEl.remove();
    this.onClose();
    this.#onClosed?.();
    if (this.shouldRestoreSelection && this.#focused instanceof HTMLElement && this.#focused.isConnected) this.#focused.focus();
  }
  onOpen(): Promise<void> | void { return undefined; }
  onClose(): void { return undefined; }
  setTitle(title: string): this {
    this.titleEl.setText(title);
    return this;
  }
  setContent(content: string | DocumentFragment): this {
    this.contentEl.setText(content);
    return this;
  }
  setCloseCallback(callback: () => unknown): this {
    this.#onClosed = callback;
    return this;
  }
  #stops(): HTMLElement[] {
    return [...this.modalEl.querySelectorAll<HTMLElement>("button, input, select, textarea, a[href], [tabindex]")].filter((el) => el.tabIndex >= 0 && el.isShown());
  }
  #focusFirst(): void {
    (this.contentEl.querySelector<HTMLElement>("input, select, textarea, button") ?? this.modalEl).focus();
  }
  #trapFocus(evt: KeyboardEvent): false | undefined {
    const stops = this.#stops();
    const edge = evt.shiftKey ? stops[0] : stops[stops.length - 1];
    if (document.activeElement !== edge) return undefined;
    (evt.shiftKey ? stops[stops.length - 1] : stops[0])?.focus();
    return false;
  }
}

export class ConfirmationButton extends ButtonComponent {
  setInitialFocus(): this {
    this.buttonEl.dataset["initialFocus"] = "";
    return this;
  }
  setSecondary(): this {
    this.buttonEl.addClass("mod-secondary");
    return this;
  }
  setCancel(): this {
    this.buttonEl.addClass("mod-cancel");
    return this;
  }
}

export class ConfirmationModal extends Modal {
  buttonContainerEl: HTMLElement;
  constructor(app: App) {
    super(app);
    this.buttonContainerEl = this.modalEl.createDiv("modal-button-container");
  }
  override open(): void {
    super.open();
    const marked = this.buttonContainerEl.findAll("[data-initial-focus]");
    marked[marked.length - 1]?.focus();
  }
  addClass(cls: string): this {
    this.modalEl.addClass(cls);
    return this;
  }
  addCheckbox(label: string, cb: (value: boolean) => unknown): this {
    const row = this.contentEl.createEl("label", "mod-checkbox");
    const box = row.createEl("input", { type: "checkbox" });
    row.appendText(label);
    box.addEventListener("change", () => { cb(box.checked); });
    return this;
  }
  addButton(cb: (btn: ConfirmationButton) => unknown): this {
    const button = new ConfirmationButton(this.buttonContainerEl);
    cb(button);
    button.buttonEl.addEventListener("click", () => { this.close(); });
    return this;
  }
  addCancelButton(text = "Cancel"): this {
    return this.addButton((button) => button.setButtonText(text).setCancel());
  }
}
