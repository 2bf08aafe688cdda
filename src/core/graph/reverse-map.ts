/** From a key to the paths that hang on it. */
export interface ReverseMap {
  add(key: string, path: string): void;
  remove(key: string, path: string): void;
  of(key: string): ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

/** An empty reverse map. Keys without paths are forgotten. */
export function createReverseMap(): ReverseMap {
  const map = new Map<string, Set<string>>();
  return {
    add(key, path) {
      const paths = map.get(key);
      if (paths) paths.add(path);
      else map.set(key, new Set([path]));
    },
    remove(key, path) {
      const paths = map.get(key);
      paths?.delete(path);
      if (paths?.size === 0) map.delete(key);
    },
    of: (key) => map.get(key) ?? none,
  };
}
