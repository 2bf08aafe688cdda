/** Strictness: whatever the host does not implement throws, and never answers `undefined`. */
import { MEMBERS } from "./allow";
import { api } from "./api";

/** Names that the language and bundlers ask any object for. */
const ASKED = new Set(["then", "toJSON", "__esModule", "default", "constructor", "hasOwnProperty", "toString", "valueOf", "isPrototypeOf"]);
const touched = new Set<string>();

function refusing(owner: string): object {
  return new Proxy(Object.create(null) as object, {
    get(_target, name) {
      if (typeof name === "symbol" || ASKED.has(name)) return Reflect.get(Object.prototype, name) as unknown;
      throw new Error(`host: ${owner}${name} is not implemented`);
    },
    getPrototypeOf: () => Object.prototype,
  });
}

/**
 * The `obsidian` module: known names answer, all others throw. They are caught by the prototype, so that they are
 * still caught after esbuild's `__toESM` has copied the module's own names to an object with the same prototype.
 */
export function strictModule(): object {
  const names: Record<string, unknown> = api;
  const module: object = Object.create(refusing("")) as object;
  for (const name of Object.keys(names)) {
    Object.defineProperty(module, name, {
      enumerable: true,
      get: () => {
        touched.add(name);
        return names[name];
      },
    });
  }
  return module;
}

/** The names of the module that the plugin has read so far. */
export function touchedNames(): string[] { return [...touched].sort(); }

/** Makes the members of `allow.ts` throw, and unknown members of the app's own objects, too. */
export function installRefusals(): void {
  for (const [owner, names] of Object.entries(MEMBERS)) {
    const prototype: object = api[owner as keyof typeof MEMBERS].prototype;
    for (const name of names) {
      Object.defineProperty(prototype, name, { configurable: true, get: () => { throw new Error(`host: ${owner}.${name} is not implemented`); } });
    }
  }
  for (const name of ["App", "FileManager"] as const) Object.setPrototypeOf(api[name].prototype, refusing(`${name}.`));
  // Vault, MetadataCache and Workspace are Events: the refusal goes on a prototype of their own.
  for (const name of ["Vault", "MetadataCache", "Workspace"] as const) {
    const middle = Object.create(refusing(`${name}.`), Object.getOwnPropertyDescriptors(api.Events.prototype)) as object;
    Object.setPrototypeOf(api[name].prototype, middle);
  }
}
