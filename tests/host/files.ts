/** Files and folders, and the in-memory adapter below them. Nothing here ever reaches a disk. */
import type { DataAdapter, DataWriteOptions, FileStats, ListedFiles, Stat } from "obsidian";
import type { Vault } from "./vault";

export class TAbstractFile {
  vault: Vault;
  path: string;
  name: string;
  parent: TFolder | null = null;
  constructor(vault: Vault, path: string) {
    this.vault = vault;
    this.path = path;
    this.name = baseName(path);
  }
}

export class TFile extends TAbstractFile {
  stat: FileStats;
  constructor(vault: Vault, path: string, stat: FileStats) {
    super(vault, path);
    this.stat = stat;
  }
  get basename(): string {
    const dot = this.name.lastIndexOf(".");
    return dot > 0 ? this.name.slice(0, dot) : this.name;
  }
  get extension(): string {
    const dot = this.name.lastIndexOf(".");
    return dot > 0 ? this.name.slice(dot + 1).toLowerCase() : "";
  }
}

export class TFolder extends TAbstractFile {
  children: TAbstractFile[] = [];
  isRoot(): boolean { return this.path === "/"; }
}

export function baseName(path: string): string { return path.slice(path.lastIndexOf("/") + 1); }
export function parentPath(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash <= 0 ? "/" : path.slice(0, slash);
}

export function normalizePath(path: string): string {
  const clean = path.replace(/[\u00A0\u202F]/g, " ").replace(/[\\/]+/g, "/").replace(/^\/+|\/+$/g, "").normalize("NFC");
  return clean === "" ? "/" : clean;
}

/** `bytes` where the file is none of text; `text` is then what reading it as text gives. */
interface Entry { text: string; bytes?: ArrayBuffer; ctime: number; mtime: number }

export class MemoryAdapter implements DataAdapter {
  #files = new Map<string, Entry>();
  #folders = new Set<string>(["/"]);

  getName(): string { return "memory"; }
  /** Every file's path. */
  paths(): string[] { return [...this.#files.keys()].sort(); }
  async exists(path: string): Promise<boolean> { return this.#files.has(path) || this.#folders.has(path); }
  async stat(path: string): Promise<Stat | null> {
    const entry = this.#files.get(path);
    if (entry !== undefined) return { type: "file", ...this.stats(path) };
    return this.#folders.has(path) ? { type: "folder", ctime: 0, mtime: 0, size: 0 } : null;
  }
  /** The same as `stat`, at once, for the vault's own bookkeeping. */
  stats(path: string): FileStats {
    const entry = this.#entry(path);
    return { ctime: entry.ctime, mtime: entry.mtime, size: entry.bytes?.byteLength ?? new TextEncoder().encode(entry.text).length };
  }
  async list(path: string): Promise<ListedFiles> {
    const inside = (other: string): boolean => other !== "/" && parentPath(other) === path;
    return { files: [...this.#files.keys()].filter(inside), folders: [...this.#folders].filter(inside) };
  }
  async read(path: string): Promise<string> { return this.readNow(path); }
  readNow(path: string): string { return this.#entry(path).text; }
  async readBinary(path: string): Promise<ArrayBuffer> {
    const { bytes, text } = this.#entry(path);
    return bytes?.slice(0) ?? new TextEncoder().encode(text).buffer;
  }
  async write(path: string, data: string, options?: DataWriteOptions): Promise<void> { this.writeNow(path, data, options); }
  writeNow(path: string, data: string | ArrayBuffer, options?: DataWriteOptions): void {
    const now = Date.now();
    const known = this.#files.get(path);
    const content = typeof data === "string" ? { text: data } : { text: new TextDecoder().decode(data), bytes: data.slice(0) };
    this.mkdirNow(parentPath(path));
    this.#files.set(path, { ...content, ctime: options?.ctime ?? known?.ctime ?? now, mtime: options?.mtime ?? now });
  }
  async writeBinary(path: string, data: ArrayBuffer, options?: DataWriteOptions): Promise<void> { this.writeNow(path, data, options); }
  async append(path: string, data: string, options?: DataWriteOptions): Promise<void> {
    this.writeNow(path, (this.#files.get(path)?.text ?? "") + data, options);
  }
  async appendBinary(): Promise<void> { throw new Error("host: DataAdapter.appendBinary is not implemented"); }
  async process(path: string, fn: (data: string) => string, options?: DataWriteOptions): Promise<string> {
    const next = fn(this.readNow(path));
    this.writeNow(path, next, options);
    return next;
  }
  getResourcePath(path: string): string { return `vault/${encodeURI(path)}`; }
  async mkdir(path: string): Promise<void> { this.mkdirNow(path); }
  mkdirNow(path: string): void {
    for (let folder = path; folder !== "/"; folder = parentPath(folder)) this.#folders.add(folder);
  }
  async trashSystem(path: string): Promise<boolean> { this.removeNow(path); return true; }
  async trashLocal(path: string): Promise<void> { this.removeNow(path); }
  async rmdir(path: string): Promise<void> { this.removeNow(path); }
  async remove(path: string): Promise<void> { this.removeNow(path); }
  removeNow(path: string): void {
    for (const file of [...this.#files.keys()]) if (file === path || file.startsWith(`${path}/`)) this.#files.delete(file);
    for (const folder of [...this.#folders]) if (folder === path || folder.startsWith(`${path}/`)) this.#folders.delete(folder);
  }
  async rename(path: string, next: string): Promise<void> { this.renameNow(path, next); }
  renameNow(path: string, next: string): void {
    if (this.#files.has(next) || this.#folders.has(next)) throw new Error("Destination file already exists!");
    this.mkdirNow(parentPath(next));
    for (const [file, entry] of [...this.#files]) {
      if (file !== path && !file.startsWith(`${path}/`)) continue;
      this.#files.delete(file);
      this.#files.set(next + file.slice(path.length), entry);
    }
    for (const folder of [...this.#folders]) {
      if (folder !== path && !folder.startsWith(`${path}/`)) continue;
      this.#folders.delete(folder);
      this.#folders.add(next + folder.slice(path.length));
    }
  }
  async copy(path: string, next: string): Promise<void> { this.writeNow(next, this.#entry(path).bytes ?? this.readNow(path)); }

  #entry(path: string): Entry {
    const entry = this.#files.get(path);
    if (entry === undefined) throw new Error(`ENOENT: no such file or directory, open '${path}'`);
    return entry;
  }
}
