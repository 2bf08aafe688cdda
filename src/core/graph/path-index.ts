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
  /** Notes of the name that a link gives, wherever they are; the nearest first. */
  namesakes(target: LinkTarget, source: string): string[];
}

/** A path's name as links are filed by it: lower case, without `.md`. */
export function nameKey(path: string): string {
  return fold(path.slice(path.lastIndexOf("/") + 1)).replace(/\.md$/, "");
}

/** The name keys that decide where a link leads: adding or removing a note of such a name may change it. */
export function nameKeys(target: LinkTarget): string[] {
  return [...new Set(readings(target.path).map(nameKey))];
}

/** An index of no paths. */
export function createPathIndex(): PathIndex {
  /** By name, then by folded path: paths that differ by case alone share one, in order. */
  const byName = new Map<string, Map<string, string[]>>();
  const named = (path: string) => byName.get(nameKey(path));

  /** The note that one reading of a link's path opens. */
  const search = (path: string, source: string): { path: string; found: Resolution } | null => {
    const candidates = named(path);
    if (!candidates) return null;
    const written = withoutExtension(fold(path));
    const isRelative = /^\.\.?\//.test(written);
    const isFromRoot = written.startsWith("/");
    const wanted = isRelative ? fromNote(written, fold(source)) : isFromRoot ? written.slice(1) : written;
    const whole = candidates.get(wanted);
    if (whole) return first(whole, isRelative ? "relative" : "path");
    if (isFromRoot) return null;
    const matching = [...candidates].filter(([folded]) => folded.endsWith(wanted)).flatMap(([, originals]) => originals);
    return first(nearestFirst(matching, source), "name");
  };

  return {
    add(path) {
      const key = nameKey(path);
      const folded = withoutExtension(fold(path));
      const paths = byName.get(key) ?? new Map<string, string[]>();
      byName.set(key, paths);
      paths.set(folded, [...(paths.get(folded) ?? []), path].sort());
    },
    remove(path) {
      const key = nameKey(path);
      const paths = byName.get(key);
      const folded = withoutExtension(fold(path));
      const left = paths?.get(folded)?.filter((other) => other !== path) ?? [];
      if (left.length > 0) paths?.set(folded, left);
      else paths?.delete(folded);
      if (paths?.size === 0) byName.delete(key);
    },
    resolve(target, source) {
      const [asWritten = target.path, decoded] = readings(target.path);
      const found = search(asWritten, source);
      if (found || decoded === undefined) return found;
      return first([search(decoded, source)?.path ?? []].flat(), "decoded");
    },
    namesakes(target, source) {
      return readings(target.path).flatMap((path) => nearestFirst([...(named(path)?.values() ?? [])].flat(), source));
    },
  };
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

function nearestFirst(paths: readonly string[], source: string): string[] {
  const folder = folderOf(source);
  const isNear = (path: string) => (path.startsWith(folder) ? 0 : 1);
  return [...paths].sort((a, b) => isNear(a) - isNear(b) || a.length - b.length || (a < b ? -1 : 1));
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
