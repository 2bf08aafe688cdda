/** Things by a key, each key with all of its own in the order in which they came. */
export interface Gathered<Value> {
  add(key: string, value: Value): void;
  of(key: string): readonly Value[];
  /** The keys, in the order in which they came. */
  keys(): Iterable<string>;
}

/** Nothing yet. */
export function gathered<Value>(): Gathered<Value> {
  const map = new Map<string, Value[]>();
  return {
    add(key, value) {
      const values = map.get(key);
      if (values) values.push(value);
      else map.set(key, [value]);
    },
    of: (key) => map.get(key) ?? [],
    keys: () => map.keys(),
  };
}
