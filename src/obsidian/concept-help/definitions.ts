import { EditorView } from "@codemirror/view";
import type { Extension } from "@codemirror/state";
import { Component, editorInfoField, Keymap, Notice, type App, type MarkdownPostProcessor } from "obsidian";
import type { RemoteEngine } from "../../worker/engine";
import { DefinitionCard, type LinkAnchor } from "./definition-card";
import { linkAt, targetOf, type TextLink } from "./link-at";

/** A link in an editor. */
interface EditorLink extends TextLink {
  view: EditorView;
}

function linkOf(app: App, view: EditorView, at: number): EditorLink | undefined {
  const path = view.state.field(editorInfoField, false)?.file?.path;
  const link = path === undefined ? undefined : linkAt(app, path, view.state.doc, at);
  return link && { ...link, view };
}

/** The link under a pointer: on its words, not in the empty space behind them. */
function linkUnder(app: App, view: EditorView, { clientX: x, clientY: y }: MouseEvent): EditorLink | undefined {
  const at = view.dom.isConnected ? view.posAtCoords({ x, y }) : null;
  const link = at === null ? undefined : linkOf(app, view, at);
  const end = link && view.coordsAtPos(link.to, -1);
  return end && y >= end.top && x > end.right + 1 ? undefined : link;
}

function anchorOf({ view, from, to, file }: EditorLink): LinkAnchor {
  const { doc } = view.state;
  return {
    el: view.dom,
    key: `${file.path} ${from}`,
    rect: () => {
      const start = view.state.doc === doc ? view.coordsAtPos(from, 1) : null;
      const end = start && view.coordsAtPos(to, -1);
      return start ? new DOMRect(start.left, start.top, Math.max(0, (end ?? start).right - start.left), start.bottom - start.top) : undefined;
    },
  };
}

/** Shows the definitions of concepts over the links that lead to them. */
export class Definitions extends Component {
  private readonly card = this.addChild(new DefinitionCard());
  /** The notes in which rendered links stand. */
  private readonly sources = new WeakMap<Element, string>();
  private asked = 0;

  constructor(
    private readonly app: App,
    private readonly engine: RemoteEngine,
    /** Whether the settings ask for definitions on hover. */
    private readonly isOn: () => boolean,
  ) {
    super();
  }

  override onload(): void {
    const { workspace } = this.app;
    const ears = new Map<Document, Component>();
    const listen = (doc: Document): void => {
      if (ears.has(doc)) return;
      const ear = this.addChild(new Component());
      ears.set(doc, ear);
      ear.registerDomEvent(doc, "mouseover", (event) => this.overRendered(event));
      ear.registerDomEvent(doc, "mouseout", ({ target, relatedTarget }) => {
        const link = this.sourceOf(target)?.link;
        if (link && !link.contains(relatedTarget as Node | null)) this.leave();
      });
    };
    listen(workspace.containerEl.doc);
    workspace.onLayoutReady(() => workspace.iterateAllLeaves(({ view }) => listen(view.containerEl.doc)));
    this.registerEvent(workspace.on("window-open", ({ doc }) => listen(doc)));
    this.registerEvent(
      workspace.on("window-close", ({ doc }) => {
        const ear = ears.get(doc);
        if (ear) this.removeChild(ear);
        ears.delete(doc);
      }),
    );
    this.registerEvent(workspace.on("file-open", () => this.leave()));
  }

  /** Learns in which note the links of a rendered section stand. */
  readonly process: MarkdownPostProcessor = (el, { sourcePath }) => {
    for (const link of el.querySelectorAll("a.internal-link")) this.sources.set(link, sourcePath);
  };

  /** Watches the links of editors. */
  readonly extension: Extension = EditorView.domEventHandlers({
    mousemove: (event, view) => this.overText(event, view),
    mouseleave: () => this.leave(),
  });

  /** The link to a note that the cursor stands on. */
  linkAt(view: EditorView): EditorLink | undefined {
    return linkOf(this.app, view, view.state.selection.main.head);
  }

  /** Shows the definition of what a link leads to; says so where there is none. */
  async show(link: EditorLink): Promise<void> {
    if (!(await this.open(anchorOf(link), link.file.path))) new Notice(`“${link.file.basename}” gives no definition of a concept.`);
  }

  private overText(event: MouseEvent, view: EditorView): void {
    if (!this.isOn() || !isPlain(event) || isMarked(event.target)) {
      this.leave();
      return;
    }
    const under = (): EditorLink | undefined => linkUnder(this.app, view, event);
    // Where the pointer only passes, nothing is looked up.
    if (this.card.key !== undefined) {
      const link = under();
      if (link && anchorOf(link).key === this.card.key) return;
      this.leave();
    }
    this.card.soon(() => {
      const link = under();
      if (link) void this.open(anchorOf(link), link.file.path);
    });
  }

  private overRendered(event: MouseEvent): void {
    const found = this.sourceOf(event.target);
    if (!found || !this.isOn() || !isPlain(event) || isMarked(event.target)) return;
    const { link, source } = found;
    const file = targetOf(this.app.metadataCache, link.getAttr("data-href") ?? "", source);
    const anchor = { el: link, key: `${source} ${link.getAttr("data-href")}`, rect: () => (link.isConnected ? link.getClientRects()[0] : undefined) };
    if (file && this.card.key !== anchor.key) this.card.soon(() => void this.open(anchor, file.path));
  }

  private sourceOf(target: EventTarget | null): { link: HTMLElement; source: string } | undefined {
    const node = target as Node | null;
    const link = node?.instanceOf(HTMLElement) ? node.closest<HTMLElement>("a.internal-link") : null;
    const source = link && this.sources.get(link);
    return link && source !== null && source !== undefined ? { link, source } : undefined;
  }

  private leave(): void {
    this.asked++;
    this.card.close();
  }

  /** Whether there is a definition to show. One that comes when the pointer has gone on is dropped. */
  private async open(anchor: LinkAnchor, path: string): Promise<boolean> {
    const asking = ++this.asked;
    const concept = await this.engine.concept(path).catch(() => undefined);
    if (!concept?.definition) return false;
    if (asking === this.asked) this.card.open(anchor, concept);
    return true;
  }
}

/** Whether a pointer only rests: a button held down selects, and with Mod the app shows the page itself. */
function isPlain(event: MouseEvent): boolean {
  return event.buttons === 0 && !Keymap.isModifier(event, "Mod");
}

/** Whether something else has a card for what the pointer is on. */
function isMarked(target: EventTarget | null): boolean {
  const node = target as Node | null;
  return node !== null && node.instanceOf(HTMLElement) && node.closest(".distinguo-mark") !== null;
}
