import type { VaultIndex } from "../core/index";

/**
 * An index that holds notes of a snapshot, each unpacked when it is asked for. Whatever goes wrong then, another index answers
 * from this very question on, and whoever asked is not told.
 * @param instead gives the other index; called once at most
 */
export function restoredIndex(index: VaultIndex, instead: () => VaultIndex): VaultIndex {
  let current = index;
  const ask = (key: PropertyKey, args: unknown[]): unknown => {
    const asked: unknown = Reflect.get(current, key);
    return typeof asked === "function" ? Reflect.apply(asked, current, args) : asked;
  };
  return new Proxy(index, {
    get: (_, key) =>
      typeof Reflect.get(current, key) !== "function" ? ask(key, []) : (...args: unknown[]) => {
        try {
          return ask(key, args);
        } catch (error) {
          if (current !== index) throw error;
          current = instead();
          return ask(key, args);
        }
      },
  });
}
