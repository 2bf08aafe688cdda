/** What Obsidian adds to the page's own prototypes: nodes, elements, events, arrays, strings and the window. */
import { documentOf, extend, installCreators, setAttribute, setAttributes, setText } from "./dom-create";

interface Delegate { type: string; selector: string; listener: unknown; handler: (event: Event) => void }
const delegates = new WeakMap<EventTarget, Delegate[]>();

function listen(target: EventTarget, type: string, selector: string, listener: (this: EventTarget, event: Event, el: Element) => unknown, options?: boolean | AddEventListenerOptions): void {
  const handler = (event: Event): void => {
    const from = elementOf(event)?.closest(selector) ?? null;
    if (from !== null && isInstance(target, Node) && (target as Node).contains(from)) listener.call(target, event, from);
  };
  const known = delegates.get(target) ?? [];
  known.push({ type, selector, listener, handler });
  delegates.set(target, known);
  target.addEventListener(type, handler, options);
}

function unlisten(target: EventTarget, type: string, selector: string, listener: unknown, options?: boolean | AddEventListenerOptions): void {
  const known = delegates.get(target) ?? [];
  const at = known.findIndex((d) => d.type === type && d.selector === selector && d.listener === listener);
  const found = known[at];
  if (found === undefined) return;
  target.removeEventListener(type, found.handler, options);
  known.splice(at, 1);
}

const delegation = {
  on(this: EventTarget, type: string, selector: string, listener: (this: EventTarget, event: Event, el: Element) => unknown, options?: boolean | AddEventListenerOptions) {
    listen(this, type, selector, listener, options);
  },
  off(this: EventTarget, type: string, selector: string, listener: unknown, options?: boolean | AddEventListenerOptions) {
    unlisten(this, type, selector, listener, options);
  },
};

/** A window with the classes of its own realm. */
export type Realm = Window & typeof globalThis;

/** `instanceof` by hand, whichever window the class and the value are of: this is where `instanceOf` comes from. */
function isInstance(value: object, type: new (...data: never[]) => unknown): boolean {
  if (Function.prototype[Symbol.hasInstance].call(type, value)) return true;
  for (let at: object | null = value; at !== null; at = Object.getPrototypeOf(at) as object | null) if (at.constructor.name === type.name) return true;
  return false;
}

/** The element that an event came from, in whichever window. */
export function elementOf(event: Event): Element | null {
  return event.target !== null && isInstance(event.target, Element) ? (event.target as Element) : null;
}

interface Migration { el: HTMLElement; win: Window; callback: (win: Window) => unknown }
const migrations = new Set<Migration>();

/** Tells what has moved to another window with `el`. */
export function migrated(el: HTMLElement): void {
  for (const one of [...migrations]) {
    if (one.win === one.el.win || !el.contains(one.el)) continue;
    one.win = one.el.win;
    one.callback(one.win);
  }
}

function nodes(realm: Realm): void {
  extend(realm.Node.prototype, {
    get doc(): Document { return documentOf(this); },
    get win(): Window { return this.doc.defaultView ?? window; },
    get constructorWin() { return realm; },
    detach() { this.parentNode?.removeChild(this); },
    empty() { while (this.firstChild !== null) this.removeChild(this.firstChild); },
    insertAfter<T extends Node>(node: T, child: Node | null): T {
      this.insertBefore(node, child === null ? this.firstChild : child.nextSibling);
      return node;
    },
    indexOf(other: Node) { return Array.prototype.indexOf.call(this.childNodes, other); },
    setChildrenInPlace(children: Node[]) {
      for (const child of [...this.childNodes]) if (!children.includes(child)) this.removeChild(child);
      for (const child of children) this.appendChild(child);
    },
    appendText(text: string) { this.appendChild(this.doc.createTextNode(text)); },
    instanceOf(type: new () => unknown) { return isInstance(this, type); },
  });
}

function elements(realm: Realm): void {
  extend(realm.Element.prototype, {
    getText() { return this.textContent ?? ""; },
    setText(text: string | DocumentFragment) { setText(this, text); },
    addClass(...classes: string[]) { this.classList.add(...classes); },
    addClasses(classes: string[]) { this.classList.add(...classes); },
    removeClass(...classes: string[]) { this.classList.remove(...classes); },
    removeClasses(classes: string[]) { this.classList.remove(...classes); },
    toggleClass(classes: string | string[], value: boolean) {
      for (const name of typeof classes === "string" ? [classes] : classes) this.classList.toggle(name, value);
    },
    hasClass(name: string) { return this.classList.contains(name); },
    setAttr(name: string, value: string | number | boolean | null) { setAttribute(this, name, value); },
    setAttrs(attributes: Record<string, string | number | boolean | null>) { setAttributes(this, attributes); },
    getAttr(name: string) { return this.getAttribute(name); },
    matchParent(selector: string, last?: Element) {
      const found = this.closest(selector);
      return found === null || last === undefined || last.contains(found) ? found : null;
    },
    getCssPropertyValue(property: string, pseudo?: string) { return getComputedStyle(this, pseudo).getPropertyValue(property).trim(); },
    isActiveElement() { return this.doc.activeElement === this; },
    find(selector: string) { return this.querySelector(selector); },
    findAll(selector: string) { return [...this.querySelectorAll(selector)]; },
    findAllSelf(selector: string) { return [...(this.matches(selector) ? [this] : []), ...this.querySelectorAll(selector)]; },
  });
  const styles = {
    setCssStyles(this: HTMLElement | SVGElement, style: Partial<CSSStyleDeclaration>) { Object.assign(this.style, style); },
    setCssProps(this: HTMLElement | SVGElement, props: Record<string, string>) {
      for (const [name, value] of Object.entries(props)) this.style.setProperty(name, value);
    },
  };
  extend(realm.SVGElement.prototype, styles);
  extend(realm.HTMLElement.prototype, {
    ...styles,
    ...delegation,
    show() { this.setCssProps({ display: "" }); },
    hide() { this.setCssProps({ display: "none" }); },
    toggle(show: boolean) { this.setCssProps({ display: show ? "" : "none" }); },
    toggleVisibility(visible: boolean) { this.setCssProps({ visibility: visible ? "" : "hidden" }); },
    isShown() { return this.offsetParent !== null; },
    onClickEvent(listener: (this: HTMLElement, event: MouseEvent) => unknown, options?: boolean | AddEventListenerOptions) {
      this.addEventListener("click", listener, options);
      this.addEventListener("auxclick", listener, options);
    },
    onNodeInserted(listener: () => unknown, once = false) {
      const observer = new MutationObserver(() => {
        if (!this.isConnected) return;
        if (once) observer.disconnect();
        listener();
      });
      observer.observe(this.doc, { childList: true, subtree: true });
      return () => { observer.disconnect(); };
    },
    onWindowMigrated(callback: (win: Window) => unknown) {
      const one: Migration = { el: this, win: this.win, callback };
      migrations.add(one);
      return () => { migrations.delete(one); };
    },
    trigger(type: string) { this.dispatchEvent(new Event(type, { bubbles: true })); },
  });
  Object.defineProperties(realm.HTMLElement.prototype, {
    innerWidth: { configurable: true, get(this: HTMLElement) { return contentSize(this, "Left", "Right", this.clientWidth); } },
    innerHeight: { configurable: true, get(this: HTMLElement) { return contentSize(this, "Top", "Bottom", this.clientHeight); } },
  });
  extend(realm.Document.prototype, delegation);
  extend(realm.DocumentFragment.prototype, {
    find(selector: string) { return this.querySelector(selector); },
    findAll(selector: string) { return [...this.querySelectorAll(selector)]; },
  });
}

function contentSize(el: HTMLElement, before: "Left" | "Top", after: "Right" | "Bottom", size: number): number {
  const style = getComputedStyle(el);
  return size - parseFloat(style[`padding${before}`]) - parseFloat(style[`padding${after}`]);
}

function language(): void {
  extend<unknown[]>(Array.prototype, {
    first() { return this[0]; },
    last() { return this[this.length - 1]; },
    contains(target: unknown) { return this.includes(target); },
    remove(target: unknown) { const at = this.indexOf(target); if (at >= 0) this.splice(at, 1); },
    shuffle() { return this.sort(() => Math.random() - 0.5); },
    unique() { return [...new Set<unknown>(this)]; },
  });
  extend(Array, { combine<T>(arrays: T[][]) { return arrays.flat(); } });
  extend(Object, {
    isEmpty(object: object) { return Object.keys(object).length === 0; },
    each<T>(object: Record<string, T>, callback: (value: T, key?: string) => boolean | void, context?: unknown) {
      return Object.entries(object).every(([key, value]) => callback.call(context, value, key) !== false);
    },
  });
  extend(Math, {
    clamp(value: number, min: number, max: number) { return Math.min(Math.max(value, min), max); },
    square(value: number) { return value * value; },
  });
  extend(String, { isString(value: unknown) { return typeof value === "string"; } });
  extend(Number, { isNumber(value: unknown) { return typeof value === "number"; } });
  extend(String.prototype, {
    contains(target: string) { return this.includes(target); },
    format(...args: string[]) { return this.replace(/\{(\d+)\}/g, (all, n: string) => args[Number(n)] ?? all); },
  });
}

/** Installs what elements and events of one window have. */
function installInto(realm: Realm): void {
  installCreators(realm);
  nodes(realm);
  elements(realm);
  extend(realm.UIEvent.prototype, {
    get targetNode(): Node | null { return this.target !== null && isInstance(this.target, Node) ? (this.target as Node) : null; },
    get win(): Window { return this.view ?? window; },
    get doc(): Document { return this.win.document; },
    instanceOf(type: new (...data: unknown[]) => unknown) { return isInstance(this, type); },
  });
}

/** Installs everything. Call once, before any other room of the host is used. */
export function installDom(): void {
  installInto(window);
  language();
  extend(window, {
    activeWindow: window,
    activeDocument: document,
    isBoolean(value: unknown) { return typeof value === "boolean"; },
    fish(selector: string) { return document.querySelector(selector); },
    fishAll(selector: string) { return [...document.querySelectorAll(selector)]; },
    ready(fn: () => unknown) { if (document.readyState !== "loading") fn(); else document.addEventListener("DOMContentLoaded", fn); },
    sleep(ms: number) { return new Promise<void>((resolve) => { window.setTimeout(resolve, ms); }); },
    nextFrame() { return new Promise<void>((resolve) => { window.requestAnimationFrame(() => { resolve(); }); }); },
    ajax() { throw new Error("host: ajax is not implemented"); },
    ajaxPromise() { throw new Error("host: ajaxPromise is not implemented"); },
  });
}

/** Installs in a second window what its elements need. */
export function installInWindow(win: Window): void { installInto(win as Realm); }

/** Says which window is the one in use. */
export function activate(win: Window): void {
  extend(window, { activeWindow: win, activeDocument: win.document });
}
