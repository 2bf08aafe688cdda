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

/** A path and how it is compared: folded, without `.md`. */
interface Candidate {
  path: string;
  folded: string;
}

/** The paths of one name in the orders in which they are looked through. */
interface Ranked {
  /** The shortest first. */
  all: readonly Candidate[];
  /** As text, so that those below a folder lie side by side. */
  inOrder: readonly Candidate[];
  /** The shortest first, by the folder right before the name. */
  byFolder: ReadonlyMap<string, readonly Candidate[]>;
}

/** The paths of one name. */
interface Named {
  /** By folded path: paths that differ by case alone share one, in order. */
  byFold: Map<string, string[]>;
  /** Undefined until it is asked for. */
  ranked: Ranked | undefined;
}

const noPaths: Ranked = { all: [], inOrder: [], byFolder: new Map() };

/** An index of no paths. */
export function createPathIndex(): PathIndex {
  const byName = new Map<string, Named>();
  const rankedOf = (key: string): Ranked => {
    const named = byName.get(key);
    return named ? (named.ranked ??= rank(named.byFold)) : noPaths;
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
    // The folder right before the name is known whole where another stands before it.
    const end = wanted.lastIndexOf("/");
    const start = end === -1 ? -1 : wanted.lastIndexOf("/", end - 1);
    const [best] = nearest(rankedOf(key), start === -1 ? undefined : wanted.slice(start + 1, end), ({ folded }) => folded.endsWith(wanted), folderOf(source), 1);
    return best ? { path: best.path, found: "name" } : null;
  };

  return {
    add(path) {
      const key = nameKey(path);
      const folded = withoutExtension(fold(path));
      const named = byName.get(key) ?? { byFold: new Map<string, string[]>(), ranked: undefined };
      byName.set(key, named);
      const same = named.byFold.get(folded);
      named.byFold.set(folded, same ? [...same, path].sort() : [path]);
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
      const written = withoutExtension(fold(readings(target.path).at(-1) ?? "")).replace(/^(?:\.{0,2}\/)+/, "");
      const parts = written.split("/");
      const folders = parts.length - 1;
      const named = nameKeys(target).map(rankedOf);
      const found = new Map<string, Namesake>();
      for (let shared = folders; shared >= 0 && found.size < mostNamesakes; shared -= 1) {
        const ending = shared === 0 ? "" : parts.slice(-shared - 1).join("/");
        const isIt = ({ folded }: Candidate) => ending === "" || folded === ending || folded.endsWith(`/${ending}`);
        const all = named.flatMap((one) => nearest(one, shared === 0 ? undefined : parts.at(-2), isIt, folder, mostNamesakes + found.size));
        const isBelow = ({ path }: Candidate) => path.startsWith(folder);
        for (const { path } of [...all.filter(isBelow), ...all.filter((one) => !isBelow(one))]) if (!found.has(path)) found.set(path, { path, shared });
      }
      return { nearest: [...found.values()].slice(0, mostNamesakes), count: named.reduce((sum, { all }) => sum + all.length, 0), folders };
    },
  };
}

/**
 * The first so many of a name's paths that are wanted, those below a folder before others, the shortest first. Hundreds may bear
 * one name, and each link to it asks: so as few as can be are looked at.
 * @param next the folder right before the name, where it is known
 */
function nearest({ all, inOrder, byFolder }: Ranked, next: string | undefined, isWanted: (one: Candidate) => boolean, folder: string, most: number): Candidate[] {
  const candidates = next === undefined ? all : (byFolder.get(next) ?? []);
  const start = placeOf(inOrder, folder);
  const end = folder === "" ? inOrder.length : placeOf(inOrder, `${folder.slice(0, -1)}0`);
  const isBelow = ({ path }: Candidate) => path.startsWith(folder);
  const below = end - start < candidates.length ? shortest(inOrder.slice(start, end).filter(isWanted), most) : firstOf(candidates, (one) => isBelow(one) && isWanted(one), most);
  if (below.length >= most) return below.slice(0, most);
  return [...below, ...firstOf(candidates, (one) => !isBelow(one) && isWanted(one), most - below.length)];
}

/** The first so many by length. Mostly it is one that is asked for, which calls for no order among the others. */
function shortest(candidates: Candidate[], most: number): Candidate[] {
  if (most > 1) return candidates.sort(byLength);
  const [head, ...rest] = candidates;
  return head ? [rest.reduce((best, one) => (byLength(one, best) < 0 ? one : best), head)] : [];
}

function firstOf(candidates: readonly Candidate[], isWanted: (one: Candidate) => boolean, most: number): Candidate[] {
  const found: Candidate[] = [];
  for (const one of candidates) {
    if (!isWanted(one)) continue;
    found.push(one);
    if (found.length === most) break;
  }
  return found;
}

/** Where a path stands among those in order, or would stand. */
function placeOf(inOrder: readonly Candidate[], path: string): number {
  let [low, high] = [0, inOrder.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((inOrder[middle]?.path ?? "") < path) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byLength({ path: a }: Candidate, { path: b }: Candidate): number {
  return a.length - b.length || compareText(a, b);
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

function rank(byFold: ReadonlyMap<string, readonly string[]>): Ranked {
  const all = [...byFold].flatMap(([folded, paths]) => paths.map((path): Candidate => ({ folded, path }))).sort(byLength);
  const byFolder = new Map<string, Candidate[]>();
  for (const one of all) {
    const folder = one.folded.split("/").at(-2) ?? "";
    const own = byFolder.get(folder);
    if (own) own.push(one);
    else byFolder.set(folder, [one]);
  }
  return { all, inOrder: [...all].sort(({ path: a }, { path: b }) => compareText(a, b)), byFolder };
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
