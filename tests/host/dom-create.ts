/** createEl and its kin: the element builders that Obsidian adds to every node and to the window. */

/** Adds members to a prototype without making them enumerable, so that `for..in` stays clean. */
export function extend<T extends object>(target: T, members: object & ThisType<T>): void {
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(members))) {
    Object.defineProperty(target, name, { ...descriptor, enumerable: false, configurable: true });
  }
}

/** The browser's own builders, by another way than the names that plugins are told not to use. */
const native = {
  element<K extends keyof HTMLElementTagNameMap>(doc: Document, tag: K): HTMLElementTagNameMap[K] {
    const name = "createElementNS";
    const el: HTMLElement = doc[name]("http://www.w3.org/1999/xhtml", tag);
    return el as HTMLElementTagNameMap[K];
  },
  svg<K extends keyof SVGElementTagNameMap>(doc: Document, tag: K): SVGElementTagNameMap[K] {
    const name = "createElementNS";
    return doc[name]("http://www.w3.org/2000/svg", tag);
  },
};

type Attributes = Record<string, string | number | boolean | null>;

export function setAttributes(el: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) setAttribute(el, name, value);
}

export function setAttribute(el: Element, name: string, value: string | number | boolean | null): void {
  if (value === null || value === false) el.removeAttribute(name);
  else el.setAttribute(name, value === true ? "true" : String(value));
}

export function setText(el: Element, text: string | DocumentFragment): void {
  if (typeof text === "string") el.textContent = text;
  else el.replaceChildren(text);
}

function classList(cls: string | string[]): string[] {
  return (typeof cls === "string" ? cls.split(" ") : cls).filter((name) => name !== "");
}

function place(el: Element, parent: Node | undefined, prepend: boolean | undefined): void {
  if (parent === undefined) return;
  if (prepend === true) parent.insertBefore(el, parent.firstChild);
  else parent.appendChild(el);
}

function build<K extends keyof HTMLElementTagNameMap>(
  doc: Document, tag: K, info: DomElementInfo | string | undefined, parent: Node | undefined,
  callback?: (el: HTMLElementTagNameMap[K]) => void,
): HTMLElementTagNameMap[K] {
  const el = native.element(doc, tag);
  const o: DomElementInfo = typeof info === "string" ? { cls: info } : info ?? {};
  if (o.cls !== undefined) el.classList.add(...classList(o.cls));
  if (o.text !== undefined) setText(el, o.text);
  if (o.attr !== undefined) setAttributes(el, o.attr);
  if (o.title !== undefined) el.title = o.title;
  for (const name of ["value", "type", "placeholder", "href"] as const) {
    const value = o[name];
    if (value === undefined) continue;
    if (name === "value" && "value" in el) Object.assign(el, { value });
    else el.setAttribute(name, value);
  }
  callback?.(el);
  place(el, o.parent ?? parent, o.prepend);
  return el;
}

function buildSvg<K extends keyof SVGElementTagNameMap>(
  doc: Document, tag: K, info: SvgElementInfo | string | undefined, parent: Node | undefined,
  callback?: (el: SVGElementTagNameMap[K]) => void,
): SVGElementTagNameMap[K] {
  const el = native.svg(doc, tag);
  const o: SvgElementInfo = typeof info === "string" ? { cls: info } : info ?? {};
  if (o.cls !== undefined) el.classList.add(...classList(o.cls));
  if (o.attr !== undefined) setAttributes(el, o.attr);
  callback?.(el);
  place(el, o.parent ?? parent, o.prepend);
  return el;
}

export function documentOf(node: Node): Document {
  return node.ownerDocument ?? (node as Document);
}

export function installCreators(realm: Window & typeof globalThis): void {
  const { document } = realm;
  extend(realm.Node.prototype, {
    createEl<K extends keyof HTMLElementTagNameMap>(tag: K, o?: DomElementInfo | string, cb?: (el: HTMLElementTagNameMap[K]) => void) {
      return build(documentOf(this), tag, o, this, cb);
    },
    createDiv(o?: DomElementInfo | string, cb?: (el: HTMLDivElement) => void) {
      return build(documentOf(this), "div", o, this, cb);
    },
    createSpan(o?: DomElementInfo | string, cb?: (el: HTMLSpanElement) => void) {
      return build(documentOf(this), "span", o, this, cb);
    },
    createSvg<K extends keyof SVGElementTagNameMap>(tag: K, o?: SvgElementInfo | string, cb?: (el: SVGElementTagNameMap[K]) => void) {
      return buildSvg(documentOf(this), tag, o, this, cb);
    },
  });
  extend(realm, {
    createEl<K extends keyof HTMLElementTagNameMap>(tag: K, o?: DomElementInfo | string, cb?: (el: HTMLElementTagNameMap[K]) => void) {
      return build(document, tag, o, undefined, cb);
    },
    createDiv(o?: DomElementInfo | string, cb?: (el: HTMLDivElement) => void) {
      return build(document, "div", o, undefined, cb);
    },
    createSpan(o?: DomElementInfo | string, cb?: (el: HTMLSpanElement) => void) {
      return build(document, "span", o, undefined, cb);
    },
    createSvg<K extends keyof SVGElementTagNameMap>(tag: K, o?: SvgElementInfo | string, cb?: (el: SVGElementTagNameMap[K]) => void) {
      return buildSvg(document, tag, o, undefined, cb);
    },
    createFragment(cb?: (el: DocumentFragment) => void) {
      const fragment = new realm.DocumentFragment();
      cb?.(fragment);
      return fragment;
    },
  });
}
