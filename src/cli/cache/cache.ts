import { createHash } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { printLine } from "../../core/index";
import type { Option, Request } from "../command";
import { reasonOf } from "../failure";
import type { Terminal } from "../terminal";
import { readCacheFile, writeCacheFile, type CacheContent, type CacheReading } from "./cache-file";

/** The option that has results kept. */
export const cacheOption: Option = {
  value: "FOLDER",
  isOptional: true,
  about: "keeps what was read, so that the next run reads only what has changed; the result is the same. Without FOLDER it is kept in the user's folder for caches, apart for each vault",
};

/** A folder in which results are kept from run to run. What is in it is only ever used where it is certain to be right. */
export interface Cache {
  /** What is held under a name for just this purpose; undefined where that is nothing, or can't be used. */
  read<Head>(name: string, purpose: unknown): CacheReading<Head> | undefined;
  /** Puts something in its place. Where the disk refuses, that is told once, and the run goes on. */
  write<Head>(name: string, purpose: unknown, content: CacheContent<Head>): void;
}

/** The cache that is asked for; undefined where none is. */
export function openCache({ options: { cache: given } }: Pick<Request, "options">, vault: string, terminal: Pick<Terminal, "cwd" | "env" | "script" | "tell">): Cache | undefined {
  if (given === undefined) return undefined;
  const folder = given === "" ? usualFolder(vault, terminal.env) : path.resolve(terminal.cwd, given);
  const version = versionOf(terminal.script);
  const keyOf = (purpose: unknown) => hashOf(JSON.stringify([version, process.version, purpose]));
  let isTold = false;
  return {
    read: (name, purpose) => readCacheFile(path.join(folder, name), keyOf(purpose)),
    write(name, purpose, content) {
      try {
        writeCacheFile(path.join(folder, name), keyOf(purpose), content);
      } catch (error) {
        if (!isTold) terminal.tell(`distinguo: nothing is kept in ${printLine(folder)}: ${reasonOf(error)}. Give another folder: --cache=FOLDER`);
        isTold = true;
      }
    },
  };
}

/** A short name for a text, which no other text has. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 24);
}

/** The code itself is the version: what another build makes of a note may differ. */
function versionOf(script: string | undefined): string {
  return script === undefined ? "" : createHash("sha256").update(readFileSync(script)).digest("base64url");
}

/** Where the system keeps what can be made anew: not in the vault, which may be synced or in git. */
function usualFolder(vault: string, env: Terminal["env"]): string {
  const real = realpathSync(vault);
  const name = path.basename(real).replace(/[^\p{L}\p{N}.-]+/gu, "_");
  return path.join(usualCaches(env), "distinguo", `${name}-${hashOf(real).slice(0, 12)}`);
}

function usualCaches({ XDG_CACHE_HOME: given, LOCALAPPDATA: local }: Terminal["env"]): string {
  if (given !== undefined && path.isAbsolute(given)) return given;
  if (process.platform === "win32") return local ?? path.join(homedir(), "AppData", "Local");
  return process.platform === "darwin" ? path.join(homedir(), "Library", "Caches") : path.join(homedir(), ".cache");
}
