/**
 * The peer: an index as plugins for Obsidian often make theirs. At the start every note is read and parsed by remark-parse on the
 * main thread, and its headings, links and tags are kept by path; what changes is parsed as the app tells of it.
 */
import { Plugin } from "obsidian";
import remarkParse from "remark-parse";
import { unified } from "unified";

const processor = unified().use(remarkParse).freeze();
/** Gives the page its turn, at once after what waits already. */
const turn = () => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = resolve;
  port2.postMessage(null);
});

function read(text) {
  const note = { headings: [], links: [], tags: text.match(/(?:^|\s)#[\p{L}\d/_-]+/gu) ?? [] };
  const words = (node) => node.value ?? (node.children ?? []).map(words).join("");
  const visit = (node) => {
    if (node.type === "heading") note.headings.push(words(node));
    if (node.type === "link") note.links.push({ to: node.url, label: words(node) });
    if (node.type === "text") for (const [, link] of node.value.matchAll(/\[\[([^[\]\n]+)\]\]/g)) note.links.push({ to: link, label: link });
    for (const child of node.children ?? []) visit(child);
  };
  visit(processor.parse(text));
  return note;
}

export default class PeerPlugin extends Plugin {
  notes = new Map();
  /** What a measurement asks: when it last did anything, and the longest that it did without a pause. */
  told = { isComplete: false, last: 0, longest: 0 };

  onload() {
    const { vault, metadataCache, workspace } = this.app;
    workspace.onLayoutReady(() => {
      this.registerEvent(metadataCache.on("changed", (file, text) => this.take(file.path, text)));
      this.registerEvent(vault.on("delete", ({ path }) => this.notes.delete(path)));
      this.registerEvent(vault.on("rename", ({ path }, from) => this.work(() => {
        const note = this.notes.get(from);
        this.notes.delete(from);
        if (note) this.notes.set(path, note);
      })));
      void this.fill();
    });
  }

  async fill() {
    for (const file of this.app.vault.getMarkdownFiles()) {
      this.take(file.path, await this.app.vault.cachedRead(file));
      await turn();
    }
    this.told.isComplete = true;
  }

  take(path, text) {
    this.work(() => this.notes.set(path, read(text)));
  }

  work(act) {
    const began = performance.now();
    act();
    this.told.last = performance.now();
    this.told.longest = Math.max(this.told.longest, this.told.last - began);
  }
}
