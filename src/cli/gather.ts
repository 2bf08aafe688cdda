import path from "node:path";
import { stat } from "node:fs/promises";
import { Failure, reasonOf } from "./failure";
import { commonVault, isFolder, withinVault } from "./vault";
import { isNote, walk } from "./walk";
import { isExcluded, type Config } from "../core/index";

/** A note of the vault: its path there, and the file that holds it. */
export interface NoteFile {
  path: string;
  file: string;
}

/** What could not be read, and why. `named`: the person asked for this very file. */
export interface Unread {
  path: string;
  reason: string;
  named: boolean;
}

/** What a run is asked to look at. */
export interface Places {
  /** The root of the vault. */
  vault: string;
  /** What marks it as one; absent where nothing does. */
  mark?: string;
  /** The paths asked for, absolute. */
  paths: string[];
}

/**
 * Settles which vault the paths lie in.
 * @throws Failure where a path does not exist, or they lie in several vaults.
 */
export async function findPlaces(given: readonly string[], cwd: string): Promise<Places> {
  const paths = given.map((name) => path.resolve(cwd, name));
  const folders = await Promise.all(
    paths.map(async (file, at) => {
      try {
        return (await stat(file)).isDirectory() ? file : path.dirname(file);
      } catch (error) {
        throw new Failure(`${given[at] ?? file}: ${reasonOf(error)}. Give the path of a note, a folder or a vault.`);
      }
    }),
  );
  const { folder, ...root } = commonVault(folders);
  return { vault: folder, ...root, paths };
}

/**
 * Settles the one folder that a command looks at, and its vault.
 * @throws Failure where it is no folder.
 */
export async function findFolder(given: string, cwd: string): Promise<Places> {
  const places = await findPlaces([given], cwd);
  if (!places.paths.every(isFolder)) throw new Failure(`${given} is one note. Give a folder or a vault; for the prose of a note: distinguo lint ${given}`);
  return places;
}

/** The notes at some places, in the order of their paths, each once. */
export function gather({ vault, paths }: Places, config: Config): { notes: NoteFile[]; unread: Unread[]; excluded: string[] } {
  const notes = new Map<string, NoteFile>();
  const unread: Unread[] = [];
  const excluded: string[] = [];
  const add = (at: string, file: string) => notes.set(at, { path: at, file });
  for (const given of paths) {
    const at = withinVault(vault, given);
    if (isExcluded(at, config)) excluded.push(at);
    else if (isFolder(given)) {
      const below = at === "" ? "" : `${at}/`;
      const { files, refused } = walk(given, (file) => isExcluded(below + file, config));
      for (const file of files) add(below + file, path.join(given, file));
      for (const { file, reason } of refused) unread.push({ path: (below + file).replace(/\/$/, "") || ".", reason, named: file === "" });
    } else if (isNote(given) || /\.(?:txt|markdown)$/i.test(given)) add(at, given);
    else unread.push({ path: at, reason: "it is no note: a note ends in .md, .markdown or .txt", named: true });
  }
  return { notes: [...notes.values()].sort(byPath), unread: unread.sort(byPath), excluded };
}

/** The order of results: by path, unit for unit, so that it is the same under every locale. */
export function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
