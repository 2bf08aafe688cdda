/** Where bases are shown: `.base` files in a leaf, and code blocks in notes. */
import type { App } from "./app";
import { Base } from "./bases";
import type { BaseConfig } from "./bases-query";
import { Component } from "./events";
import { parseYaml, stringifyYaml } from "./frontmatter";
import { TextFileView } from "./view";

function read(text: string): BaseConfig {
  const parsed = parseYaml(text);
  return typeof parsed === "object" && parsed !== null ? parsed : {};
}

export class BaseFileView extends TextFileView {
  #shown: Component = new Component();
  getViewType(): string { return "bases"; }
  override canAcceptExtension(extension: string): boolean { return extension === "base"; }
  getViewData(): string { return this.data; }
  setViewData(data: string, _clear: boolean): void {
    this.data = data;
    this.clear();
    const base = read(data);
    this.#shown = this.addChild(new Base(this.app, this.contentEl.createDiv("bases"), base, () => {
      this.data = stringifyYaml(base);
      this.requestSave();
    }));
  }
  clear(): void {
    this.removeChild(this.#shown);
    this.contentEl.empty();
  }
}

/** Shows the bases that stand as code blocks in what was rendered. */
export function embedBases(app: App, rendered: HTMLElement, owner: Component): void {
  for (const code of rendered.findAll("pre > code.language-base")) {
    const holder = createDiv("block-language-base");
    code.parentElement?.replaceWith(holder);
    owner.addChild(new Base(app, holder.createDiv("bases"), read(code.textContent ?? ""), () => undefined));
  }
}

export function installBases(app: App): void {
  app.workspace.views.set("bases", (leaf) => new BaseFileView(leaf));
  app.registry.codeBlocks.push("base");
}
