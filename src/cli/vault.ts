import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure";

/** The file that holds a vault's config, at its root. */
export const configName = "distinguo.yaml";

/** The nearest folder, from `folder` upwards, that is the root of a vault. */
export function markedVault(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (isFolder(path.join(at, ".obsidian")) || existsSync(path.join(at, configName))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

/**
 * The root of the vault that all of these folders lie in; where none is marked, the folder they have in common.
 * @throws Failure where they lie in several vaults.
 */
export function commonVault(folders: readonly string[]): string {
  const [first = path.resolve(), ...rest] = folders;
  const root = markedVault(first);
  for (const folder of rest) {
    const other = markedVault(folder);
    if (other !== root) {
      throw new Failure(`the paths lie in different vaults: ${first} in ${root ?? "none"}, ${folder} in ${other ?? "none"}. Run distinguo once for each vault.`);
    }
  }
  return root ?? rest.reduce(commonFolder, first);
}

/** A file's path within its vault, with `/`. */
export function withinVault(vault: string, file: string): string {
  return path.relative(vault, file).split(path.sep).join("/");
}

export function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function commonFolder(a: string, b: string): string {
  let common = a;
  while (common !== b && !b.startsWith(common.endsWith(path.sep) ? common : common + path.sep)) common = path.dirname(common);
  return common;
}
