/** The vault: a tree of files over the in-memory adapter, with Obsidian's events. */
import type { DataWriteOptions } from "obsidian";
import { Events } from "./events";
import { type MemoryAdapter, TAbstractFile, TFile, TFolder, baseName, normalizePath, parentPath } from "./files";

export class Vault extends Events {
  adapter: MemoryAdapter;
  configDir = `.${"obsidian"}`;
  #name: string;
  #byPath = new Map<string, TAbstractFile>();

  constructor(adapter: MemoryAdapter, name: string) {
    super();
    this.adapter = adapter;
    this.#name = name;
    this.#byPath.set("/", new TFolder(this, "/"));
  }

  getName(): string { return this.#name; }
  getRoot(): TFolder { return this.#folder("/"); }
  getAbstractFileByPath(path: string): TAbstractFile | null { return this.#byPath.get(path) ?? null; }
  getFileByPath(path: string): TFile | null {
    const file = this.#byPath.get(path);
    return file instanceof TFile ? file : null;
  }
  getFolderByPath(path: string): TFolder | null {
    const folder = this.#byPath.get(path);
    return folder instanceof TFolder ? folder : null;
  }
  getAllLoadedFiles(): TAbstractFile[] { return [...this.#byPath.values()]; }
  getFiles(): TFile[] { return this.getAllLoadedFiles().filter((file) => file instanceof TFile); }
  getMarkdownFiles(): TFile[] { return this.getFiles().filter((file) => file.extension === "md"); }
  getAllFolders(includeRoot = false): TFolder[] {
    return this.getAllLoadedFiles().filter((file) => file instanceof TFolder).filter((folder) => includeRoot || !folder.isRoot());
  }
  static recurseChildren(root: TFolder, cb: (file: TAbstractFile) => unknown): void {
    cb(root);
    for (const child of root.children) {
      if (child instanceof TFolder) Vault.recurseChildren(child, cb);
      else cb(child);
    }
  }

  async create(path: string, data: string, options?: DataWriteOptions): Promise<TFile> { return this.#create(path, data, options); }
  async createBinary(path: string, data: ArrayBuffer, options?: DataWriteOptions): Promise<TFile> { return this.#create(path, data, options); }
  /** Takes a file that is already in the adapter into the tree: how the vault is filled at the start. */
  async load(path: string): Promise<TFile> {
    await Promise.resolve();
    return this.#addFile(path);
  }
  async createFolder(path: string): Promise<TFolder> {
    const at = normalizePath(path);
    if (this.#byPath.has(at)) throw new Error("Folder already exists.");
    this.adapter.mkdirNow(at);
    return this.#addFolder(at);
  }
  async read(file: TFile): Promise<string> { return this.adapter.readNow(file.path); }
  async cachedRead(file: TFile): Promise<string> { return this.adapter.readNow(file.path); }
  async readBinary(file: TFile): Promise<ArrayBuffer> { return this.adapter.readBinary(file.path); }
  getResourcePath(file: TFile): string { return this.adapter.getResourcePath(file.path); }

  async modify(file: TFile, data: string, options?: DataWriteOptions): Promise<void> { this.#modify(file, data, options); }
  async modifyBinary(file: TFile, data: ArrayBuffer, options?: DataWriteOptions): Promise<void> { this.#modify(file, data, options); }
  async append(file: TFile, data: string, options?: DataWriteOptions): Promise<void> {
    await this.modify(file, this.adapter.readNow(file.path) + data, options);
  }
  async process(file: TFile, fn: (data: string) => string, options?: DataWriteOptions): Promise<string> {
    this.#known(file);
    const before = this.adapter.readNow(file.path);
    const after = fn(before);
    if (after !== before) await this.modify(file, after, options);
    return after;
  }
  async copy<T extends TAbstractFile>(file: T, newPath: string): Promise<T> {
    if (!(file instanceof TFile)) throw new Error("host: Vault.copy of a folder is not implemented");
    const copy: TAbstractFile = await this.createBinary(newPath, await this.adapter.readBinary(file.path));
    return copy as T;
  }
  async rename(file: TAbstractFile, newPath: string): Promise<void> {
    const from = file.path;
    const to = normalizePath(newPath);
    this.adapter.renameNow(from, to);
    this.#ensureFolders(parentPath(to));
    const moved = file instanceof TFolder ? descendants(file) : [file];
    for (const one of moved) this.#byPath.delete(one.path);
    this.#unlink(file);
    for (const one of moved) {
      const old = one.path;
      one.path = to + old.slice(from.length);
      one.name = baseName(one.path);
      this.#byPath.set(one.path, one);
    }
    this.#link(file);
    for (const one of moved) this.trigger("rename", one, from + one.path.slice(to.length));
  }
  async delete(file: TAbstractFile): Promise<void> { this.drop(file); return Promise.resolve(); }
  async trash(file: TAbstractFile): Promise<void> { this.drop(file); return Promise.resolve(); }
  /** Removes a file or folder at once. */
  drop(file: TAbstractFile): void {
    this.adapter.removeNow(file.path);
    this.#unlink(file);
    const gone = file instanceof TFolder ? descendants(file).reverse() : [file];
    for (const one of gone) {
      this.#byPath.delete(one.path);
      this.trigger("delete", one);
    }
  }

  #create(path: string, data: string | ArrayBuffer, options?: DataWriteOptions): TFile {
    const at = normalizePath(path);
    if (this.#byPath.has(at)) throw new Error("File already exists.");
    this.adapter.writeNow(at, data, options);
    return this.#addFile(at);
  }
  #modify(file: TFile, data: string | ArrayBuffer, options?: DataWriteOptions): void {
    this.#known(file);
    this.adapter.writeNow(file.path, data, options);
    file.stat = this.adapter.stats(file.path);
    this.trigger("modify", file);
  }
  #known(file: TFile): void {
    if (this.#byPath.get(file.path) !== file) throw new Error(`File does not exist: ${file.path}`);
  }
  #addFile(path: string): TFile {
    this.#ensureFolders(parentPath(path));
    const file = new TFile(this, path, this.adapter.stats(path));
    this.#register(file);
    return file;
  }
  #addFolder(path: string): TFolder {
    this.#ensureFolders(parentPath(path));
    const folder = new TFolder(this, path);
    this.#register(folder);
    return folder;
  }
  #ensureFolders(path: string): void {
    if (!this.#byPath.has(path)) this.#addFolder(path);
  }
  #register(file: TAbstractFile): void {
    this.#byPath.set(file.path, file);
    this.#link(file);
    this.trigger("create", file);
  }
  #link(file: TAbstractFile): void {
    file.parent = this.#folder(parentPath(file.path));
    file.parent.children.push(file);
  }
  #unlink(file: TAbstractFile): void {
    const siblings = file.parent?.children;
    siblings?.splice(siblings.indexOf(file), 1);
    file.parent = null;
  }
  #folder(path: string): TFolder {
    const folder = this.#byPath.get(path);
    if (!(folder instanceof TFolder)) throw new Error(`Folder does not exist: ${path}`);
    return folder;
  }
}

function descendants(folder: TFolder): TAbstractFile[] {
  const all: TAbstractFile[] = [];
  Vault.recurseChildren(folder, (file) => { all.push(file); });
  return all;
}
