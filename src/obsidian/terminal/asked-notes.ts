import { normalizePath, TFile, TFolder, type App } from "obsidian";
import { isExcluded, nearestName, type Config } from "../../core/index";
import type { RemoteEngine } from "../../worker/engine";
import { noteCalled } from "../note-called";
import { Misuse, type Flag } from "./flags";

/** The flag that names the notes that a command is about. */
export const pathFlag: Flag = { value: "<note or folder>", description: "Only this note, or the notes in this folder (default: the whole vault)" };

/**
 * The notes at a path from the vault's root, of which `.md` may be missing, or of a note by its name; all notes without one. What
 * the config leaves out is left out.
 * @throws Misuse where nothing is there
 */
export async function askedNotes(app: App, engine: RemoteEngine, path: string | undefined, config: Config): Promise<TFile[]> {
  const { vault } = app;
  const counts = (file: TFile): boolean => !isExcluded(file.path, config);
  if (path === undefined) return vault.getMarkdownFiles().filter(counts);
  const at = normalizePath(path);
  const found = vault.getAbstractFileByPath(at) ?? vault.getFileByPath((await noteCalled(app, engine, path, "")) ?? "");
  if (found instanceof TFolder) return vault.getMarkdownFiles().filter((file) => (found.isRoot() || file.path.startsWith(`${found.path}/`)) && counts(file));
  if (!(found instanceof TFile)) {
    const names = new Map(vault.getAllLoadedFiles().flatMap((file) => [file.path, file.name, file.path.replace(/\.md$/, "")]).filter((name) => name.length > 2).map((name) => [name.toLowerCase(), name]));
    const near = names.get(nearestName(at, [...names.keys()]) ?? "");
    throw new Misuse(`path: no note or folder is at “${path}”.${near === undefined ? "" : ` Did you mean “${near}”?`}`);
  }
  if (found.extension !== "md") throw new Misuse(`path: “${found.path}” is no note. Allowed: a note (.md), or a folder.`);
  if (!counts(found)) throw new Misuse(`path: “${found.path}” is left out, as the setting “exclude” says.`);
  return [found];
}
