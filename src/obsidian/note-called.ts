import { normalizePath, type App } from "obsidian";
import type { RemoteEngine } from "../worker/engine";

/**
 * The path of the note that somebody means by a path, with or without `.md`, by what a link from a note leads to, or by the
 * label of a concept: what is said first counts first, in a block as in the terminal.
 * @param from the path of the note that says so; empty where none does
 */
export async function noteCalled({ vault, metadataCache }: App, engine: RemoteEngine, name: string, from: string): Promise<string | undefined> {
  const at = normalizePath(name);
  const file = vault.getFileByPath(at) ?? vault.getFileByPath(`${at}.md`) ?? metadataCache.getFirstLinkpathDest(name, from);
  if (file?.extension === "md") return file.path;
  return (await engine.resolve([name]))[0] ?? undefined;
}
