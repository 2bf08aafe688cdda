/** What a base asks of the vault: filters, entries, their order and groups. */
import type { BasesConfigFile, BasesConfigFileFilter, BasesConfigFileView, BasesProperty, BasesPropertyId, BasesPropertyType, BasesSortConfig, TFile as PublicFile } from "obsidian";
import type { App } from "./app";
import { type TFile, parentPath } from "./files";
import { getAllTags } from "./frontmatter";
import { NullValue, type Value, valueOf } from "./values";

const TYPES: readonly string[] = ["note", "formula", "file"] satisfies BasesPropertyType[];

function isType(text: string): text is BasesPropertyType { return TYPES.includes(text); }

export function parsePropertyId(propertyId: BasesPropertyId): BasesProperty {
  const dot = propertyId.indexOf(".");
  const type = propertyId.slice(0, dot);
  return isType(type) ? { type, name: propertyId.slice(dot + 1) } : { type: "note", name: propertyId };
}

/** The full id of a property as a base file names it: without a type it is one of the note's. */
export function propertyId(name: string): BasesPropertyId {
  const type = name.slice(0, name.indexOf("."));
  return isType(type) ? `${type}.${name.slice(type.length + 1)}` : `note.${name}`;
}

/** One note, or other file, of a base's result. */
export class BasesEntry {
  #app: App;
  #file: TFile;
  constructor(app: App, file: TFile) {
    this.#app = app;
    this.#file = file;
  }
  get file(): PublicFile & TFile { return this.#file as PublicFile & TFile; }
  getValue(propertyId: BasesPropertyId): Value | null {
    const { type, name } = parsePropertyId(propertyId);
    if (type === "formula") throw new Error("host: formulas of bases are not implemented");
    if (type === "file") return valueOf(this.#ofFile(name));
    const given: unknown = this.#app.metadataCache.getFileCache(this.#file)?.frontmatter?.[name];
    return given === undefined ? null : valueOf(given);
  }
  #ofFile(name: string): unknown {
    const file = this.#file;
    switch (name) {
      case "name": return file.name;
      case "basename": return file.basename;
      case "path": return file.path;
      case "folder": return parentPath(file.path);
      case "ext": return file.extension;
      case "size": return file.stat.size;
      case "tags": return getAllTags(this.#app.metadataCache.getFileCache(file) ?? {}) ?? [];
      default: throw new Error(`host: file.${name} of bases is not implemented`);
    }
  }
}

export class BasesEntryGroup {
  constructor(readonly key: Value, readonly entries: BasesEntry[]) {}
  hasKey(): boolean { return !(this.key instanceof NullValue); }
}

/** A view of a base file, with what the host reads beyond its type. */
export interface ViewConfig extends Omit<BasesConfigFileView, "groupBy"> { sort?: BasesSortConfig[]; groupBy?: BasesSortConfig; limit?: number; [key: string]: unknown }

/** A base file, with the views as the host reads them. */
export interface BaseConfig extends Omit<BasesConfigFile, "views"> { views?: ViewConfig[] }

export class BasesQueryResult {
  data: BasesEntry[];
  #view: ViewConfig;
  constructor(data: BasesEntry[], view: ViewConfig) {
    this.data = data;
    this.#view = view;
  }
  get groupedData(): BasesEntryGroup[] {
    const { groupBy } = this.#view;
    if (groupBy === undefined) return [new BasesEntryGroup(NullValue.value, this.data)];
    const groups = new Map<string, BasesEntryGroup>();
    for (const entry of this.data) {
      const key = entry.getValue(propertyId(groupBy.property)) ?? NullValue.value;
      const group = groups.get(key.toString()) ?? new BasesEntryGroup(key, []);
      group.entries.push(entry);
      groups.set(key.toString(), group);
    }
    return [...groups.values()];
  }
  get properties(): BasesPropertyId[] { return (this.#view.order ?? []).map((name) => propertyId(name)); }
}

/** The entries that the filters of the base and of its view let through, sorted and cut as the view says. */
export function query(app: App, base: BaseConfig, view: ViewConfig): BasesQueryResult {
  const passes = [base.filters, view.filters].flatMap((filter) => (filter === undefined ? [] : [filterOf(app, filter)]));
  const files = app.vault.getFiles().filter((file) => passes.every((pass) => pass(file)));
  const entries = files.map((file) => new BasesEntry(app, file));
  const text = (entry: BasesEntry, property: BasesPropertyId): string => entry.getValue(property)?.toString() ?? "";
  const sort: BasesSortConfig[] = [...(view.sort ?? []), { property: "file.path", direction: "ASC" }];
  entries.sort((a, b) => {
    for (const { property, direction } of sort) {
      const order = text(a, propertyId(property)).localeCompare(text(b, propertyId(property)), undefined, { numeric: true });
      if (order !== 0) return direction === "DESC" ? -order : order;
    }
    return 0;
  });
  return new BasesQueryResult(entries.slice(0, view.limit ?? entries.length), view);
}

type Pass = (file: TFile) => boolean;

function filterOf(app: App, filter: BasesConfigFileFilter): Pass {
  if (typeof filter === "string") return expression(app, filter);
  const all = (filters: readonly BasesConfigFileFilter[]): Pass[] => filters.map((one) => filterOf(app, one));
  if ("and" in filter) return (file) => all(filter.and).every((pass) => pass(file));
  if ("or" in filter) return (file) => all(filter.or).some((pass) => pass(file));
  return (file) => !all(filter.not).some((pass) => pass(file));
}

const CALL = /^\s*(!?)\s*file\.(inFolder|hasTag)\(\s*"([^"]*)"\s*\)\s*$/;
const COMPARED = /^\s*([\w.-]+)\s*(==|!=)\s*(?:"([^"]*)"|(true|false|-?[\d.]+))\s*$/;

/** The few forms of filters that tests need; any other throws. */
function expression(app: App, text: string): Pass {
  const [, not, called, argument] = CALL.exec(text) ?? [];
  if (called !== undefined && argument !== undefined) {
    const holds: Pass = called === "inFolder"
      ? (file) => file.path.startsWith(argument === "/" || argument === "" ? "" : `${argument.replace(/\/$/, "")}/`)
      : (file) => (getAllTags(app.metadataCache.getFileCache(file) ?? {}) ?? []).some((tag) => `${tag.toLowerCase()}/`.startsWith(`#${argument.replace(/^#/, "").toLowerCase()}/`));
    return not === "!" ? (file) => !holds(file) : holds;
  }
  const [, name, operator, quoted, bare] = COMPARED.exec(text) ?? [];
  if (name === undefined) throw new Error(`host: the filter ${text} is not implemented`);
  const wanted = quoted ?? bare ?? "";
  return (file) => {
    const value = new BasesEntry(app, file).getValue(propertyId(name)) ?? NullValue.value;
    return (value.toString() === wanted) === (operator === "==");
  };
}
