import { getAllTags, type App, type TFile } from "obsidian";
import { hasTag, isExcluded, type Config, type EmbedProblem } from "../../core/index";
import type { RemoteEngine } from "../../worker/engine";
import { noteCalled } from "../note-called";
import { noteName } from "../note-name";
import type { BlockContext, EmbedTools } from "./part";

/** The path of the note that a block is about; else what to say of its option. */
export async function noteAsked({ app, engine }: EmbedTools, { options: { note }, lines, holder }: BlockContext): Promise<string | EmbedProblem> {
  if (note === null) return holder();
  const path = await noteCalled(app, engine, note, holder());
  if (path !== undefined) return path;
  const near = (await engine.find(note, 3)).map(({ label }) => `“${label}”`);
  return { line: lines["note"] ?? 1, message: `“note”: no note is at “${note}” or called so.${near.length === 0 ? "" : ` Near to it: ${near.join(", ")}.`}` };
}

/** Some notes with what they are called. */
export async function labelled(engine: RemoteEngine, files: readonly TFile[]): Promise<{ path: string; label: string }[]> {
  const labels = await engine.labels(files.map(({ path }) => path));
  return files.map(({ path }, index) => ({ path, label: labels[index] ?? noteName(path) }));
}

/** The notes in the folders, and with the tags, that a block names; and the folders that are not there. */
export function notesIn({ vault, metadataCache }: App, { options: { folders, tags }, lines }: BlockContext, config: Config): { files: TFile[]; problems: EmbedProblem[] } {
  const files = vault.getMarkdownFiles().filter((file) => {
    if (isExcluded(file.path, config)) return false;
    if (folders.length > 0 && !folders.some((folder) => folder === "" || file.path.startsWith(`${folder}/`))) return false;
    if (tags.length === 0) return true;
    const cache = metadataCache.getFileCache(file);
    const own = (cache && getAllTags(cache)) ?? [];
    return tags.some((tag) => hasTag(own, tag));
  });
  const lost = folders.filter((folder) => folder !== "" && !vault.getFolderByPath(folder));
  return { files, problems: lost.map((folder) => ({ line: lines["folder"] ?? 1, message: `“folder”: no folder is at “${folder}”.` })) };
}
