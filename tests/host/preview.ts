/** The reading view, and `MarkdownRenderer`, which shares its way of rendering. */
import type { MarkdownPostProcessor, MarkdownPostProcessorContext, MarkdownSectionInformation } from "obsidian";
import type { App } from "./app";
import { embedBases } from "./base-file";
import { elementOf } from "./dom";
import { Embed } from "./embed";
import { Component } from "./events";
import type { TFile } from "./files";
import { Keymap } from "./keymap";
import type { MarkdownView } from "./markdown-view";
import { type Section, renderSections } from "./render";
import { readFrontMatter } from "./frontmatter";

export type PostProcessor = MarkdownPostProcessor;

export class MarkdownRenderChild extends Component {
  containerEl: HTMLElement;
  constructor(containerEl: HTMLElement) {
    super();
    this.containerEl = containerEl;
  }
}

let docs = 0;

/** How a text is rendered. */
export interface Rendering {
  sourcePath: string;
  /** What the children of the sections belong to. */
  owner: Component;
  /** The note that the text is a part of, and the line of it that the text begins on now: what `getSectionInfo` counts in, where it answers. */
  note?: () => { text: string; line: number };
  /** How deep in embeds. */
  depth?: number;
}

/** Milliseconds of rendering until the page gets its turn. */
const SLICE = 20;

/** Renders a text into `parent` block by block; every block passes the post processors before it is shown. */
export async function render(app: App, text: string, parent: HTMLElement, { sourcePath, owner, note, depth = 0 }: Rendering): Promise<void> {
  const sections = renderSections(text);
  const docId = `doc-${String(++docs)}`;
  const frontmatter = readFrontMatter(text) ?? null;
  const known = new Map<Node, Section>(sections.map((section) => [section.el, section]));
  const info = (el: HTMLElement): MarkdownSectionInformation | null => {
    let section: Section | undefined;
    for (let at: Node | null = el; at !== null && section === undefined; at = at.parentNode) section = known.get(at);
    if (note === undefined || section === undefined || section.lineStart < 0) return null;
    const { text: whole, line } = note();
    return { text: whole, lineStart: line + section.lineStart, lineEnd: line + section.lineEnd };
  };
  let began = performance.now();
  for (const section of sections) {
    const children: MarkdownRenderChild[] = [];
    const ctx: MarkdownPostProcessorContext = {
      docId, sourcePath, frontmatter,
      addChild: (child: unknown) => { if (child instanceof MarkdownRenderChild) children.push(child); },
      getSectionInfo: info,
    };
    // Not attached yet, as in Obsidian: a processor that measures here would be wrong there.
    for (const processor of app.registry.postProcessors()) await processor(section.el, ctx);
    parent.appendChild(section.el);
    for (const child of children) owner.addChild(child);
    for (const el of section.el.findAll(".internal-embed")) owner.addChild(new Embed(app, el, sourcePath, depth));
    embedBases(app, section.el, owner);
    if (performance.now() - began < SLICE) continue;
    await sleep(0);
    began = performance.now();
  }
}

export abstract class MarkdownRenderer extends MarkdownRenderChild {
  app: App;
  hoverPopover = null;
  constructor(app: App, containerEl: HTMLElement) {
    super(containerEl);
    this.app = app;
  }
  abstract get file(): TFile;
  static async render(app: App, markdown: string, el: HTMLElement, sourcePath: string, component: Component): Promise<void> {
    await render(app, markdown, el, { sourcePath, owner: component, ...(app.registry.alwaysSectionInfo ? { note: () => ({ text: markdown, line: 0 }) } : {}) });
  }
  static renderMarkdown(): never { throw new Error("host: MarkdownRenderer.renderMarkdown is not implemented; it is deprecated, use render"); }
}

export class MarkdownPreviewView extends MarkdownRenderer {
  #view: MarkdownView;
  #el: HTMLElement;
  #children = new Component();
  #turn = 0;
  constructor(view: MarkdownView, containerEl: HTMLElement) {
    super(view.app, containerEl);
    this.#view = view;
    this.#el = containerEl.createDiv("markdown-preview-view markdown-rendered").createDiv({ cls: "markdown-preview-sizer markdown-preview-section" });
    containerEl.addEventListener("click", (evt) => { this.#follow(evt); });
    containerEl.addEventListener("auxclick", (evt) => { this.#follow(evt); });
    containerEl.addEventListener("mouseover", (evt) => {
      const link = elementOf(evt)?.closest<HTMLElement>("a.internal-link") ?? null;
      if (link !== null) this.app.workspace.trigger("hover-link", { event: evt, source: "preview", hoverParent: this, targetEl: link, linktext: link.getAttribute("data-href") ?? "", sourcePath: this.file.path });
    });
  }
  get file(): TFile {
    const { file } = this.#view;
    if (file === null) throw new Error("host: the reading view has no file");
    return file;
  }
  get(): string { return this.#view.getViewData(); }
  set(data: string, clear: boolean): void { this.#view.setViewData(data, clear); }
  clear(): void { this.#el.empty(); }
  rerender(_full?: boolean): void { void this.#draw(); }
  getScroll(): number { return this.containerEl.scrollTop; }
  applyScroll(scroll: number): void { this.containerEl.scrollTop = scroll; }
  override onunload(): void { this.#children.unload(); }

  async #draw(): Promise<void> {
    if (this.#view.file === null) return;
    const turn = ++this.#turn;
    this.#children.unload();
    this.#children = new Component();
    this.#children.load();
    const staging = createDiv();
    const text = this.get();
    this.#properties(readFrontMatter(text) ?? {}, staging);
    await render(this.app, text, staging, { sourcePath: this.file.path, owner: this.#children, note: () => ({ text, line: 0 }) });
    if (turn !== this.#turn) return;
    this.#el.replaceChildren(...staging.childNodes);
    for (const link of this.#el.findAll("a.internal-link")) {
      const target = this.app.metadataCache.getFirstLinkpathDest((link.getAttribute("data-href") ?? "").split("#")[0] ?? "", this.file.path);
      link.toggleClass("is-unresolved", target === null);
    }
  }
  #properties(frontmatter: object, parent: HTMLElement): void {
    const entries = Object.entries(frontmatter);
    if (entries.length === 0) return;
    const box = parent.createDiv("metadata-container");
    for (const [key, value] of entries) {
      const row = box.createDiv({ cls: "metadata-property", attr: { "data-property-key": key } });
      row.createDiv({ cls: "metadata-property-key", text: key });
      row.createDiv({ cls: "metadata-property-value", text: Array.isArray(value) ? value.join(", ") : typeof value === "object" ? JSON.stringify(value) : String(value) });
    }
  }
  #follow(evt: MouseEvent): void {
    const link = elementOf(evt)?.closest("a.internal-link") ?? null;
    if (link === null || evt.button > 1) return;
    evt.preventDefault();
    void this.app.workspace.openLinkText(link.getAttribute("data-href") ?? "", this.file.path, Keymap.isModEvent(evt));
  }
}

/** The static side of Obsidian's `MarkdownPreviewRenderer` that plugins may call. */
export function codeBlockProcessor(language: string, handler: (source: string, el: HTMLElement, ctx: MarkdownPostProcessorContext) => Promise<unknown> | void): PostProcessor {
  return async (el, ctx) => {
    for (const code of el.findAll(`pre > code.language-${CSS.escape(language)}`)) {
      const holder = createDiv(`block-language-${language}`);
      code.parentElement?.replaceWith(holder);
      await handler((code.textContent ?? "").replace(/\n$/, ""), holder, ctx);
    }
  };
}
