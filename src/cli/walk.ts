import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { reasonOf } from "./failure";

/** The files below a folder, by their paths in it, with `/`; and what could not be looked into. */
export interface Walk {
  files: string[];
  refused: { file: string; reason: string }[];
}

/**
 * Finds the notes (`.md`) below a folder. Hidden folders and `node_modules` are left out. Links are followed after all
 * that lies in the folder itself, and each real folder and file counts once, so that loops end and a note keeps its own name.
 * @param skip says of the path of a folder or a note whether it is left out
 */
export function walk(folder: string, skip: (at: string) => boolean): Walk {
  const result: Walk = { files: [], refused: [] };
  const seen = new Set<string>();
  const links: string[] = [];

  // Asking the disk for each folder what it really is took as long as reading them: only a link leads elsewhere.
  const enter = (at: string, real: string): void => {
    if (seen.has(real)) return;
    seen.add(real);
    let entries: Dirent[];
    try {
      entries = readdirSync(path.join(folder, at), { withFileTypes: true });
    } catch (error) {
      result.refused.push({ file: at, reason: reasonOf(error) });
      return;
    }
    for (const entry of entries) {
      const { name } = entry;
      if (name.startsWith(".") || name === "node_modules") continue;
      const file = at === "" ? name : `${at}/${name}`;
      if (skip(file)) continue;
      if (entry.isDirectory()) enter(file, path.join(real, name));
      else if (entry.isSymbolicLink()) links.push(file);
      else if (isNote(name)) result.files.push(file);
    }
  };

  let top: string;
  try {
    top = realpathSync.native(folder);
  } catch (error) {
    return { files: [], refused: [{ file: "", reason: reasonOf(error) }] };
  }
  enter("", top);
  const noteLinks: { file: string; target: string }[] = [];
  // Sorted, so that of two links to one folder the same one counts on every machine. Grows while it is read.
  for (let link = next(links); link !== undefined; link = next(links)) {
    try {
      const target = realpathSync.native(path.join(folder, link));
      // A link to the folder itself or above it would bring in the vault once more, or what lies around it.
      if (statSync(target).isDirectory()) {
        if (!isWithin(top, target)) enter(link, target);
      } else if (isNote(link)) noteLinks.push({ file: link, target });
    } catch (error) {
      if (isNote(link)) result.refused.push({ file: link, reason: reasonOf(error) });
    }
  }
  if (noteLinks.length > 0) {
    const real = new Set(result.files.map((file) => realpathSync.native(path.join(folder, file))));
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
