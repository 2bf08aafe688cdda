import { existsSync, statSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { Failure } from "./failure";

/** The file that holds a vault's config, at its root. */
export const configName = "distinguo.yaml";

/** How the root of a vault is found, for the help. */
export const aboutVault =
  "DIR is a vault or a folder in one; without it, the current folder. The vault is the nearest folder above that holds .obsidian or distinguo.yaml; where there is none, the git repository; else DIR itself.";

/** The root of a vault, and what marks it. */
export interface VaultRoot {
  folder: string;
  /** Absent where nothing marks a vault: then it is a folder that was asked for. */
  mark?: string;
}

/**
 * The root of the vault that all of these folders lie in; where none is marked, that of their git repository, else the
 * folder they have in common.
 * @throws Failure where they lie in several vaults.
 */
export function commonVault(folders: readonly string[]): VaultRoot {
  const [first = path.resolve(), ...rest] = folders;
  const root = marked(first, vaultMark);
  for (const folder of rest) {
    const other = marked(folder, vaultMark);
    if (other?.folder !== root?.folder) {
      throw new Failure(`the paths lie in different vaults: ${first} in ${root?.folder ?? "none"}, ${folder} in ${other?.folder ?? "none"}. Run distinguo once for each vault.`);
    }
  }
  if (root) return root;
  const folder = rest.reduce(commonFolder, first);
  return marked(folder, repositoryMark) ?? { folder };
}

/** The nearest folder, from `folder` upwards, that holds a mark. */
function marked(folder: string, markIn: (folder: string) => string | undefined): VaultRoot | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    const mark = markIn(at);
    if (mark !== undefined) return { folder: at, mark };
    if (path.dirname(at) === at) return undefined;
  }
}

function vaultMark(folder: string): string | undefined {
  return isFolder(path.join(folder, ".obsidian")) ? ".obsidian" : existsSync(path.join(folder, configName)) ? configName : undefined;
}

/** Who keeps the settings of a home in git keeps no vault there. In a worktree `.git` is a file. */
function repositoryMark(folder: string): string | undefined {
  return folder !== homedir() && existsSync(path.join(folder, ".git")) ? ".git" : undefined;
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
