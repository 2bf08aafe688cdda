import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { reasonOf } from "../failure";

/** In bytes; what the usual disks take. */
const longest = 255;

/** What a file's name can't hold here. */
const refused = process.platform === "win32" ? /[<>:"|?*\p{Cc}]|[. ]$/u : /\p{Cc}/u;

/** Where a new note goes: a path of the vault, in the letters of the folders that are there; or why it can't go there. */
export type NewNotePath = { path: string } | { reason: string };

/** Settles where a new note goes. Names that differ only in capitals or in how accents are encoded are one: they are on many disks. */
export function newNotePath(vault: string, given: string): NewNotePath {
  const parts = given.split("/");
  if (path.isAbsolute(given) || given.includes("\\") || parts.some((part) => part === "" || part === "." || part === "..")) {
    return { reason: "its path does not lie in the vault" };
  }
  if (parts.some((part) => refused.test(part) || Buffer.byteLength(part) > longest)) return { reason: "no file can be called that" };
  let at = "";
  for (const [index, part] of parts.entries()) {
    const isNote = index === parts.length - 1;
    let there: string | undefined;
    try {
      there = namesake(path.join(vault, at), part);
    } catch (error) {
      return { reason: reasonOf(error) };
    }
    if (isNote && there !== undefined) return { reason: there === part ? "a note lies there already" : `“${there}” lies there already` };
    at = path.posix.join(at, there ?? part);
  }
  return { path: at };
}

/** What makes two paths one. */
export function foldPath(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** The entry of a folder that has a name, as it is written there. */
function namesake(folder: string, name: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const names = readdirSync(folder).filter((other) => foldPath(other) === foldPath(name));
  return names.includes(name) ? name : names[0];
}
