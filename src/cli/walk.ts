import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { reasonOf } from "./failure";

/** The files below a folder, and what could not be looked into. */
export interface Walk {
  files: string[];
  refused: { file: string; reason: string }[];
}

/**
 * Finds the notes (`.md`) below a folder. Hidden folders and `node_modules` are left out. Links are followed after all
 * that lies in the folder itself, and each real folder and file counts once, so that loops end and a note keeps its own name.
 * @param skip says of a folder or a note whether it is left out
 */
export async function walk(folder: string, skip: (file: string) => boolean): Promise<Walk> {
  const result: Walk = { files: [], refused: [] };
  const seen = new Set<string>();
  const links: string[] = [];
  const top = await realpath(folder);

  const enter = async (directory: string): Promise<void> => {
    let entries: Dirent[];
    try {
      const real = await realpath(directory);
      if (seen.has(real)) return;
      seen.add(real);
      entries = await readdir(directory, { withFileTypes: true });
    } catch (error) {
      result.refused.push({ file: directory, reason: reasonOf(error) });
      return;
    }
    for (const entry of entries) {
      const file = path.join(directory, entry.name);
      if (entry.name.startsWith(".") || entry.name === "node_modules" || skip(file)) continue;
      if (entry.isDirectory()) await enter(file);
      else if (entry.isSymbolicLink()) links.push(file);
      else if (isNote(entry.name)) result.files.push(file);
    }
  };

  await enter(folder);
  const noteLinks: { file: string; target: string }[] = [];
  // Sorted, so that of two links to one folder the same one counts on every machine. Grows while it is read.
  for (let link = next(links); link !== undefined; link = next(links)) {
    try {
      const target = await realpath(link);
      // A link to the folder itself or above it would bring in the vault once more, or what lies around it.
      if ((await stat(target)).isDirectory()) {
        if (!isWithin(top, target)) await enter(link);
      } else if (isNote(link)) noteLinks.push({ file: link, target });
    } catch (error) {
      if (isNote(link)) result.refused.push({ file: link, reason: reasonOf(error) });
    }
  }
  if (noteLinks.length > 0) {
    const real = new Set(await Promise.all(result.files.map((file) => realpath(file))));
    for (const { file, target } of noteLinks) {
      if (real.has(target)) continue;
      real.add(target);
      result.files.push(file);
    }
  }
  return result;
}

/** Whether a file is a note by its name. */
export function isNote(name: string): boolean {
  return /\.md$/i.test(name);
}

/** Takes away the first of the links in the order of their names. */
function next(links: string[]): string | undefined {
  return links.sort((a, b) => (a < b ? 1 : -1)).pop();
}

function isWithin(file: string, folder: string): boolean {
  const between = path.relative(folder, file);
  return between === "" || (!between.startsWith("..") && !path.isAbsolute(between));
}
