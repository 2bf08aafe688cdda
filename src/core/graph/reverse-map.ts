/** From a key to the paths that hang on it. */
export interface ReverseMap {
  /** Gives back the key as the map keeps it: a text that all who hang on it can share. */
  add(key: string, path: string): string;
  remove(key: string, path: string): void;
  of(key: string): ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

/** An empty reverse map. Keys without paths are forgotten. */
export function createReverseMap(): ReverseMap {
  const map = new Map<string, { key: string; paths: Set<string> }>();
  return {
    add(key, path) {
      const filed = map.get(key);
      if (filed) filed.paths.add(path);
      else map.set(key, { key, paths: new Set([path]) });
      return filed?.key ?? key;
    },
    remove(key, path) {
      const filed = map.get(key);
      filed?.paths.delete(path);
      if (filed?.paths.size === 0) map.delete(key);
    },
    of: (key) => map.get(key)?.paths ?? none,
  };
}
