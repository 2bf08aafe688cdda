/** The file manager: renames with their links, front matter, links in the user's form. */
import type { DataWriteOptions } from "obsidian";
import type { App } from "./app";
import { TAbstractFile, TFile, TFolder, parentPath } from "./files";
import { linkSettings } from "./link-settings";
import { getFrontMatterInfo, parseYaml, stringifyYaml } from "./frontmatter";

export class FileManager {
  #app: App;
  constructor(app: App) { this.#app = app; }

  getNewFileParent(_sourcePath: string): TFolder { return this.#app.vault.getRoot(); }
  /** Renames, and rewrites the wiki links that pointed to the file, as Obsidian does with "Automatically update internal links". */
  async renameFile(file: TAbstractFile, newPath: string): Promise<void> {
    const { vault, metadataCache } = this.#app;
    const old = file.path;
    const sources = Object.entries(metadataCache.resolvedLinks).filter(([, targets]) => (targets[old] ?? 0) > 0).map(([source]) => source);
    const links = new Map(sources.map((source) => [source, (metadataCache.getCache(source)?.links ?? []).filter((link) => metadataCache.getFirstLinkpathDest(link.link.split("#")[0] ?? "", source) === file)]));
    await vault.rename(file, newPath);
    if (!(file instanceof TFile)) return;
    for (const [source, refs] of links) {
      const from = vault.getFileByPath(source === old ? file.path : source);
      if (from === null) continue;
      const name = metadataCache.fileToLinktext(file, from.path);
      await vault.process(from, (data) => refs.reduce((text, ref) => {
        const subpath = ref.link.includes("#") ? ref.link.slice(ref.link.indexOf("#")) : "";
        const label = ref.original.includes("|") ? `|${ref.displayText ?? ""}` : "";
        return ref.original.startsWith("[[") ? text.split(ref.original).join(`[[${name}${subpath}${label}]]`) : text;
      }, data));
    }
  }
  async trashFile(file: TAbstractFile): Promise<void> { this.#app.vault.drop(file); return Promise.resolve(); }
  promptForDeletion(): Promise<boolean> { throw new Error("host: FileManager.promptForDeletion is not implemented"); }
  generateMarkdownLink(file: TFile, sourcePath: string, subpath = "", alias = ""): string {
    const { useMarkdownLinks } = linkSettings(this.#app.vault);
    const text = this.#app.metadataCache.fileToLinktext(file, sourcePath, !useMarkdownLinks);
    const target = file.path === sourcePath && subpath !== "" ? subpath : text + subpath;
    const embed = ["png", "jpg", "jpeg", "gif", "svg", "webp", "pdf"].includes(file.extension) ? "!" : "";
    if (useMarkdownLinks) return `${embed}[${alias === "" ? file.basename : alias}](${target.replace(/[\\ ]/g, encodeURIComponent)})`;
    // A label that differs from the name in capitals alone takes its place.
    if (alias.toLowerCase() === target.toLowerCase()) return `${embed}[[${alias}]]`;
    return `${embed}[[${target}${alias === "" ? "" : `|${alias}`}]]`;
  }
  async processFrontMatter(file: TFile, fn: (frontmatter: Record<string, unknown>) => void, options?: DataWriteOptions): Promise<void> {
    await this.#app.vault.process(file, (data) => {
      const info = getFrontMatterInfo(data);
      const parsed: unknown = info.exists ? parseYaml(info.frontmatter) : {};
      const frontmatter: Record<string, unknown> = typeof parsed === "object" && parsed !== null ? { ...parsed } : {};
      fn(frontmatter);
      const body = data.slice(info.contentStart);
      return Object.keys(frontmatter).length === 0 ? body : `---\n${stringifyYaml(frontmatter)}---\n${body}`;
    }, options);
  }
  async getAvailablePathForAttachment(filename: string, sourcePath = ""): Promise<string> {
    const folder = sourcePath === "" ? "/" : parentPath(sourcePath);
    const path = folder === "/" ? filename : `${folder}/${filename}`;
    const dot = path.lastIndexOf(".");
    for (let n = 0; ; n++) {
      const candidate = n === 0 ? path : `${path.slice(0, dot)} ${String(n)}${path.slice(dot)}`;
      if (!(await this.#app.vault.adapter.exists(candidate))) return candidate;
    }
  }
}
