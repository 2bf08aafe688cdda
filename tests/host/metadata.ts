/** The metadata cache: parses notes off the current task, then resolves their links, with Obsidian's events in its order. */
import type { CachedMetadata } from "obsidian";
import { Events } from "./events";
import { type TAbstractFile, TFile, baseName, parentPath } from "./files";
import { linkSettings, relativePath } from "./link-settings";
import { getLinkpath, resolveLinkpath } from "./links";
import { parseNote } from "./parse-note";
import type { Vault } from "./vault";

type Counts = Record<string, Record<string, number>>;

export class MetadataCache extends Events {
  resolvedLinks: Counts = {};
  unresolvedLinks: Counts = {};
  /** What was read of texts before the page began, by text. */
  parsed: ReadonlyMap<string, CachedMetadata> = new Map();
  #vault: Vault;
  #caches = new Map<string, CachedMetadata>();
  #byName = new Map<string, TFile[]>();
  #queue = new Set<TFile>();
  #unresolved = new Set<TFile>();
  #scheduled = false;
  #allDirty = false;

  constructor(vault: Vault) {
    super();
    this.#vault = vault;
    vault.on("create", (file: TAbstractFile) => { if (file instanceof TFile) { this.#name(file); this.#enqueue(file, true); } });
    vault.on("modify", (file: TAbstractFile) => { if (file instanceof TFile) this.#enqueue(file, false); });
    vault.on("delete", (file: TAbstractFile) => { if (file instanceof TFile) this.#forget(file); });
    vault.on("rename", (file: TAbstractFile, old: string) => { if (file instanceof TFile) this.#moved(file, old); });
  }

  getCache(path: string): CachedMetadata | null { return this.#caches.get(path) ?? null; }
  getFileCache(file: TFile): CachedMetadata | null { return this.getCache(file.path); }
  getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
    if (linkpath === "") return this.#vault.getFileByPath(sourcePath);
    return resolveLinkpath(linkpath, sourcePath, this.#byName);
  }
  fileToLinktext(file: TFile, sourcePath: string, omitMdExtension = true): string {
    const full = omitMdExtension && file.extension === "md" ? file.path.slice(0, -3) : file.path;
    const { newLinkFormat } = linkSettings(this.#vault);
    if (newLinkFormat === "absolute") return full;
    if (newLinkFormat === "relative") return relativePath(full, sourcePath);
    const short = baseName(full);
    return (this.#byName.get(file.name.toLowerCase()) ?? []).length > 1 && parentPath(file.path) !== "/" ? full : short;
  }

  /** Resolves when nothing is left to parse or resolve. */
  async settled(): Promise<void> {
    while (this.#scheduled) await new Promise((resolve) => { this.on("resolved", resolve); });
  }

  #name(file: TFile): void {
    const key = file.name.toLowerCase();
    this.#byName.set(key, [...(this.#byName.get(key) ?? []), file]);
  }
  #unname(file: TFile, name: string): void {
    const key = name.toLowerCase();
    const rest = (this.#byName.get(key) ?? []).filter((other) => other !== file);
    if (rest.length === 0) this.#byName.delete(key);
    else this.#byName.set(key, rest);
  }
  #forget(file: TFile): void {
    const previous = this.getCache(file.path);
    this.#unname(file, file.name);
    this.#caches.delete(file.path);
    this.#queue.delete(file);
    this.#unresolved.delete(file);
    delete this.resolvedLinks[file.path];
    delete this.unresolvedLinks[file.path];
    this.trigger("deleted", file, previous);
    this.#allDirty = true;
    this.#schedule();
  }
  #moved(file: TFile, old: string): void {
    this.#unname(file, baseName(old));
    this.#name(file);
    const cache = this.#caches.get(old);
    this.#caches.delete(old);
    if (cache !== undefined) this.#caches.set(file.path, cache);
    delete this.resolvedLinks[old];
    delete this.unresolvedLinks[old];
    this.#allDirty = true;
    this.#schedule();
  }
  #enqueue(file: TFile, isNew: boolean): void {
    // A new file may be the target that older links were waiting for.
    if (isNew) this.#allDirty = true;
    if (file.extension === "md") this.#queue.add(file);
    this.#schedule();
  }
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    window.setTimeout(() => { this.#work(); });
  }
  /** Parses, then resolves, for at most 30 ms a task: a big vault does not freeze the page. */
  #work(): void {
    const until = performance.now() + 30;
    for (const file of this.#queue) {
      if (performance.now() > until) break;
      this.#queue.delete(file);
      this.#unresolved.add(file);
      const data = this.#vault.adapter.readNow(file.path);
      const cache = this.parsed.get(data) ?? parseNote(data);
      this.#caches.set(file.path, cache);
      this.trigger("changed", file, data, cache);
    }
    if (this.#queue.size === 0 && this.#allDirty) {
      this.#allDirty = false;
      this.#unresolved = new Set(this.#vault.getMarkdownFiles());
    }
    for (const file of this.#unresolved) {
      if (this.#queue.size > 0 || performance.now() > until) break;
      this.#unresolved.delete(file);
      this.#resolve(file);
    }
    if (this.#queue.size > 0 || this.#unresolved.size > 0) {
      window.setTimeout(() => { this.#work(); });
      return;
    }
    this.#scheduled = false;
    this.trigger("resolved");
  }
  #resolve(file: TFile): void {
    const cache = this.#caches.get(file.path);
    if (cache === undefined) return;
    const resolved: Record<string, number> = {};
    const unresolved: Record<string, number> = {};
    for (const ref of [...(cache.links ?? []), ...(cache.embeds ?? []), ...(cache.frontmatterLinks ?? [])]) {
      const path = getLinkpath(ref.link);
      const target = this.getFirstLinkpathDest(path, file.path);
      if (target === null) unresolved[path] = (unresolved[path] ?? 0) + 1;
      else resolved[target.path] = (resolved[target.path] ?? 0) + 1;
    }
    this.resolvedLinks[file.path] = resolved;
    this.unresolvedLinks[file.path] = unresolved;
    this.trigger("resolve", file);
  }
}
