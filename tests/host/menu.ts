/** Context menus, drawn in the page. */
import type { MenuPositionDef } from "obsidian";
import { Component } from "./events";
import { setIcon } from "./icons";

export class MenuItem {
  /** The row. Not in Obsidian's types. */
  dom = createDiv({ cls: "menu-item", attr: { role: "menuitem", tabindex: -1 } });
  section = "";
  #icon = this.dom.createDiv("menu-item-icon");
  #title = this.dom.createDiv("menu-item-title");
  #check = this.dom.createDiv("menu-item-icon mod-checked");
  #click: ((evt: MouseEvent | KeyboardEvent) => unknown) | null = null;

  setTitle(title: string | DocumentFragment): this { this.#title.setText(title); return this; }
  setIcon(icon: string | null): this {
    if (icon === null) this.#icon.empty();
    else setIcon(this.#icon, icon);
    return this;
  }
  setChecked(checked: boolean | null): this {
    this.dom.setAttribute("aria-checked", String(checked === true));
    this.dom.setAttribute("role", checked === null ? "menuitem" : "menuitemcheckbox");
    if (checked === true) setIcon(this.#check, "check");
    else this.#check.empty();
    return this;
  }
  setDisabled(disabled: boolean): this { this.dom.toggleClass("is-disabled", disabled); this.dom.setAttribute("aria-disabled", String(disabled)); return this; }
  setWarning(isWarning: boolean): this { this.dom.toggleClass("is-warning", isWarning); return this; }
  setIsLabel(isLabel: boolean): this { this.dom.toggleClass("is-label", isLabel); return this; }
  onClick(callback: (evt: MouseEvent | KeyboardEvent) => unknown): this { this.#click = callback; return this; }
  setSection(section: string): this { this.section = section; return this; }
  get isChoice(): boolean { return !this.dom.hasClass("is-disabled") && !this.dom.hasClass("is-label"); }
  choose(evt: MouseEvent | KeyboardEvent): void { this.#click?.(evt); }
}

export class MenuSeparator {
  dom = createDiv({ cls: "menu-separator", attr: { role: "separator" } });
}

/** The menu that is open: there is one at most. */
const shown: { menu: Menu | null } = { menu: null };

export class Menu extends Component {
  #items: (MenuItem | MenuSeparator)[] = [];
  #el = createDiv({ cls: "menu", attr: { role: "menu" } });
  #hidden: (() => unknown)[] = [];
  #focused: Element | null = null;
  #away = (evt: MouseEvent): void => { if (evt.target instanceof Node && !this.#el.contains(evt.target)) this.hide(); };
  #keys = (evt: KeyboardEvent): void => { this.#onKey(evt); };

  setNoIcon(): this { this.#el.addClass("mod-no-icon"); return this; }
  setUseNativeMenu(_useNativeMenu: boolean): this { return this; }
  addItem(cb: (item: MenuItem) => unknown): this {
    const item = new MenuItem();
    cb(item);
    this.#items.push(item);
    return this;
  }
  addSeparator(): this { this.#items.push(new MenuSeparator()); return this; }
  setParentElement(_el: HTMLElement): this { return this; }
  showAtMouseEvent(evt: MouseEvent): this { evt.preventDefault(); return this.showAtPosition({ x: evt.clientX, y: evt.clientY }); }
  showAtPosition(position: MenuPositionDef, _doc?: Document): this {
    shown.menu?.hide();
    shown.menu = this;
    this.#focused = document.activeElement;
    this.#el.empty();
    for (const item of this.#items) {
      this.#el.appendChild(item.dom);
      if (item instanceof MenuItem) item.dom.onclick = (evt) => { this.#choose(item, evt); };
    }
    document.body.appendChild(this.#el);
    const { width, height } = this.#el.getBoundingClientRect();
    this.#el.style.left = `${String(Math.max(4, Math.min(position.left === true ? position.x - width : position.x, window.innerWidth - width - 4)))}px`;
    this.#el.style.top = `${String(Math.max(4, Math.min(position.y, window.innerHeight - height - 4)))}px`;
    document.addEventListener("mousedown", this.#away, true);
    document.addEventListener("keydown", this.#keys, true);
    this.load();
    this.#focus(0);
    return this;
  }
  hide(): this {
    if (shown.menu !== this) return this;
    shown.menu = null;
    this.#el.remove();
    document.removeEventListener("mousedown", this.#away, true);
    document.removeEventListener("keydown", this.#keys, true);
    this.unload();
    for (const callback of this.#hidden) callback();
    if (this.#focused instanceof HTMLElement && document.activeElement === document.body) this.#focused.focus();
    return this;
  }
  close(): void { this.hide(); }
  onHide(callback: () => unknown): void { this.#hidden.push(callback); }
  onHistoryBack(): void { this.hide(); }
  static forEvent(evt: PointerEvent | MouseEvent): Menu {
    const menu = new Menu();
    queueMicrotask(() => { menu.showAtMouseEvent(evt); });
    return menu;
  }

  get #choices(): MenuItem[] { return this.#items.filter((item) => item instanceof MenuItem).filter((item) => item.isChoice); }
  #choose(item: MenuItem, evt: MouseEvent | KeyboardEvent): void {
    if (!item.isChoice) return;
    this.hide();
    item.choose(evt);
  }
  #focus(index: number): void {
    const choices = this.#choices;
    choices[(index + choices.length) % choices.length]?.dom.focus();
  }
  #onKey(evt: KeyboardEvent): void {
    const choices = this.#choices;
    const at = choices.findIndex((item) => item.dom === document.activeElement);
    const item = choices[at];
    if (evt.key === "ArrowDown") this.#focus(at + 1);
    else if (evt.key === "ArrowUp") this.#focus(at < 0 ? -1 : at - 1);
    else if (evt.key === "Escape" || evt.key === "Tab") this.hide();
    else if (evt.key === "Enter" && item !== undefined) this.#choose(item, evt);
    else return;
    evt.preventDefault();
    evt.stopPropagation();
  }
}
