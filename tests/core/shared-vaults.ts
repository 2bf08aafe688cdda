import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import type { NoteSource } from "../../src/core/index";
import { note } from "./small-vault";

const folder = resolve(import.meta.dirname, "../../../shared/vaults");
const unpacked = new Map<string, string>();

/** The real vaults beside the repository, where present. */
export const sharedVaults = {
  missing: !existsSync(folder),
  note: existsSync(folder) ? "" : "(skipped: no ../shared/vaults beside the repository)",
  /** The text of a file that lies beside the vaults. */
  text: (name: string): string => readFileSync(join(folder, name), "utf8"),
  /** All notes of a vault, unpacked once to a temporary folder. */
  read(name: string): NoteSource[] {
    const root = unpacked.get(name) ?? unpack(name);
    return notesBelow(root).map((path) => note(relative(root, path).split(sep).join("/"), readFileSync(path, "utf8")));
  },
};

function unpack(name: string): string {
  const root = mkdtempSync(join(tmpdir(), `distinguo-${name}-`));
  execFileSync("tar", ["-xzf", join(folder, `${name}.tar.gz`), "-C", root]);
  const [only, ...others] = readdirSync(root);
  const found = only !== undefined && others.length === 0 ? join(root, only) : root;
  unpacked.set(name, found);
  return found;
}

function notesBelow(root: string): string[] {
  return readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    const path = join(root, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith(".") ? [] : notesBelow(path);
    return entry.name.toLowerCase().endsWith(".md") ? [path] : [];
  });
}
