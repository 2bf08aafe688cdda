import { compareText } from "../compare-text";
import type { Resolution } from "../concepts/concept";
import { decode, type LinkTarget } from "../markdown/link-target";

/**
 * Finds the note that a link opens, as Obsidian does: the path from the root, or from the note's folder where it begins with
 * `./` or `../`; else a path that ends so, below the note's folder first, then the shortest (docs/decisions/0011).
 */
export interface PathIndex {
  add(path: string): void;
  remove(path: string): void;
  /** The note that a link in `source` opens, and how it was found; null where it opens none. */
  resolve(target: LinkTarget, source: string): { path: string; found: Resolution } | null;
  /** Notes of the name that a link gives, wherever they are. */
  namesakes(target: LinkTarget, source: string): Namesakes;
}

/** Notes of one name. */
export interface Namesakes {
  /** Some of them: those before which the most folders stand as in the link first, then the nearest. */
  nearest: readonly Namesake[];
  /** Of all. */
  count: number;
  /** How many folders the link names. */
  folders: number;
}

/** A note of the name that a link gives. */
export interface Namesake {
  path: string;
  /** How many folders right before the name are those of the link. */
  shared: number;
}

/** How many namesakes are told: three, where the note that asks is one itself. */
const mostNamesakes = 4;

/** A path's name as links are filed by it: lower case, without `.md`. */
export function nameKey(path: string): string {
  return fold(path.slice(path.lastIndexOf("/") + 1)).replace(/\.md$/, "");
}

/** The name keys that decide where a link leads: adding or removing a note of such a name may change it. */
export function nameKeys(target: LinkTarget): string[] {
  return [...new Set(readings(target.path).map(nameKey))];
}

/** The paths of one name. */
interface Named {
  /** By folded path: paths that differ by case alone share one, in order. */
  byFold: Map<string, string[]>;
  /** The shortest first; undefined until it is asked for. Hundreds may bear one name, and each link to it asks. */
  ranked: { folded: string; path: string }[] | undefined;
}

/** An index of no paths. */
export function createPathIndex(): PathIndex {
  const byName = new Map<string, Named>();
  const rankedOf = (key: string) => {
    const named = byName.get(key);
    return (named && (named.ranked ??= rank(named.byFold))) ?? [];
  };

  /** The note that one reading of a link's path opens. */
  const search = (path: string, source: string): { path: string; found: Resolution } | null => {
    const key = nameKey(path);
    const named = byName.get(key);
    if (!named) return null;
    const written = withoutExtension(fold(path));
    const isRelative = /^\.\.?\//.test(written);
    const isFromRoot = written.startsWith("/");
    const wanted = isRelative ? fromNote(written, fold(source)) : isFromRoot ? written.slice(1) : written;
    const whole = named.byFold.get(wanted);
    if (whole) return first(whole, isRelative ? "relative" : "path");
    if (isFromRoot) return null;
    const folder = folderOf(source);
    let shortest: string | undefined;
    for (const { folded, path: one } of rankedOf(key)) {
      if (!folded.endsWith(wanted)) continue;
      if (one.startsWith(folder)) return { path: one, found: "name" };
      shortest ??= one;
    }
    return shortest === undefined ? null : { path: shortest, found: "name" };
  };

  return {
    add(path) {
      const key = nameKey(path);
      const folded = withoutExtension(fold(path));
      const named = byName.get(key) ?? { byFold: new Map<string, string[]>(), ranked: undefined };
      byName.set(key, named);
      named.byFold.set(folded, [...(named.byFold.get(folded) ?? []), path].sort());
      named.ranked = undefined;
    },
    remove(path) {
      const key = nameKey(path);
      const named = byName.get(key);
      if (!named) return;
      const folded = withoutExtension(fold(path));
      const left = named.byFold.get(folded)?.filter((other) => other !== path) ?? [];
      if (left.length > 0) named.byFold.set(folded, left);
      else named.byFold.delete(folded);
      named.ranked = undefined;
      if (named.byFold.size === 0) byName.delete(key);
    },
    resolve(target, source) {
      const [asWritten = target.path, decoded] = readings(target.path);
      const found = search(asWritten, source);
      if (found || decoded === undefined) return found;
      return first([search(decoded, source)?.path ?? []].flat(), "decoded");
    },
    namesakes(target, source) {
      const folder = folderOf(source);
      const written = `/${withoutExtension(fold(readings(target.path).at(-1) ?? "")).replace(/^(?:\.{0,2}\/)+/, "")}`;
      const folders = written.split("/").length - 2;
      /** By how much they have in common with the link, and how near they are. */
      const ranks: Namesake[][] = [];
      let count = 0;
      for (const key of nameKeys(target)) {
        const all = rankedOf(key);
        count += all.length;
        for (const { folded, path } of all) {
          const shared = folders === 0 ? 0 : sharedFolders(`/${folded}`, written);
          const rank = (ranks[2 * shared + (path.startsWith(folder) ? 1 : 0)] ??= []);
          if (rank.length < mostNamesakes) rank.push({ path, shared });
        }
      }
      return { nearest: ranks.reverse().flat().slice(0, mostNamesakes), count, folders };
    },
  };
}

/** How many folders two paths, which begin with a slash, have in common right before their names. */
function sharedFolders(a: string, b: string): number {
  let shared = -1;
  for (let [i, j] = [a.length - 1, b.length - 1]; i >= 0 && j >= 0 && a[i] === b[j]; i -= 1, j -= 1) if (a[i] === "/") shared += 1;
  return Math.max(0, shared);
}

/** The path as written, and decoded once more where that changes it: some exporters encode twice. */
function readings(path: string): string[] {
  const again = decode(path);
  return again === path ? [path] : [path, again];
}

function first(paths: readonly string[] | undefined, found: Resolution): { path: string; found: Resolution } | null {
  const [path] = paths ?? [];
  return path === undefined ? null : { path, found };
}

function rank(byFold: ReadonlyMap<string, readonly string[]>): { folded: string; path: string }[] {
  return [...byFold].flatMap(([folded, paths]) => paths.map((path) => ({ folded, path }))).sort(({ path: a }, { path: b }) => a.length - b.length || compareText(a, b));
}

function fold(path: string): string {
  return /[^ -~]/.test(path) ? path.normalize("NFC").toLowerCase().replace(/[\u00A0\u202F]/g, " ") : path.toLowerCase();
}

function withoutExtension(path: string): string {
  return path.replace(/\.md$/, "");
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** A path that begins with `./` or `../`, from the root. Dots further on are part of a name. */
function fromNote(relative: string, source: string): string {
  let folder = folderOf(source);
  let rest = relative.replace(/^\.\//, "");
  while (rest.startsWith("../")) {
    rest = rest.slice(3);
    folder = folderOf(folder.slice(0, -1));
  }
  return folder + rest;
}
