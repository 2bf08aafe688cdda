/** Embeds of notes, of their sections and of their blocks, as they stand in whatever is rendered. */
import type { App } from "./app";
import { Component } from "./events";
import { TFile } from "./files";
import { setIcon } from "./icons";
import { parseLinktext, resolveSubpath } from "./links";
import { render } from "./preview";

/** How deep embeds in embeds are shown. */
const DEEPEST = 5;

/** What of a note an embed shows, and the line that it begins on. */
function part(app: App, file: TFile, text: string, subpath: string): { text: string; line: number } | null {
  if (subpath === "") return { text, line: 0 };
  const cache = app.metadataCache.getFileCache(file);
  const found = cache === null ? null : resolveSubpath(cache, subpath);
  return found === null ? null : { text: text.slice(found.start.offset, found.end?.offset ?? text.length), line: found.start.line };
}

/** Fills one `.internal-embed`, and fills it anew when the note that it shows is changed; empty again when it is unloaded. */
export class Embed extends Component {
  #children = new Component();
  #turn = 0;
  constructor(private app: App, private el: HTMLElement, private sourcePath: string, private depth: number) { super(); }

  override onload(): void {
    const { path } = parseLinktext(this.el.getAttribute("src") ?? "");
    const file = path === "" ? this.app.vault.getFileByPath(this.sourcePath) : this.app.metadataCache.getFirstLinkpathDest(path, this.sourcePath);
    if (file?.extension !== "md" || this.depth >= DEEPEST) return;
    void this.#draw(file);
    this.registerEvent(this.app.metadataCache.on("changed", (changed: TFile) => { if (changed === file) void this.#draw(file); }));
  }
  override onunload(): void {
    this.#turn++;
    this.#children.unload();
  }
  async #draw(file: TFile): Promise<void> {
    const turn = ++this.#turn;
    const { subpath } = parseLinktext(this.el.getAttribute("src") ?? "");
    const text = await this.app.vault.cachedRead(file);
    const shown = part(this.app, file, text, subpath);
    const children = new Component();
    children.load();
    const body = createDiv("markdown-preview-view markdown-rendered");
    const note = this.app.registry.alwaysSectionInfo && shown !== null ? { note: () => ({ text, line: shown.line }) } : {};
    await render(this.app, shown?.text ?? `Unable to find ${subpath}`, body, { sourcePath: file.path, owner: children, depth: this.depth + 1, ...note });
    if (turn !== this.#turn) {
      children.unload();
      return;
    }
    this.#children.unload();
    this.#children = children;
    this.el.empty();
    this.el.addClass("markdown-embed", "inline-embed", "is-loaded");
    if (subpath === "") this.el.createDiv({ cls: "markdown-embed-title", text: file.basename });
    this.el.createDiv("markdown-embed-content").appendChild(body);
    setIcon(this.el.createDiv({ cls: "markdown-embed-link", attr: { "aria-label": "Open link" } }), "maximize-2");
  }
}
