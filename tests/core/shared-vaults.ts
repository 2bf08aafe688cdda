import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import type { NoteSource } from "../../src/core/index";
import { note } from "./small-vault";

const folder = resolve(import.meta.dirname, "../../../shared/vaults");
const notes = new Map<string, NoteSource[]>();

/** The real vaults beside the repository, where present. */
export const sharedVaults = {
  missing: !existsSync(folder),
  note: existsSync(folder) ? "" : "(skipped: no ../shared/vaults beside the repository)",
  /** The text of a file that lies beside the vaults. */
  text: (name: string): string => readFileSync(join(folder, name), "utf8"),
  /** All notes of a vault, unpacked once. */
  read(name: string): NoteSource[] {
    const read = notes.get(name) ?? unpack(name);
    notes.set(name, read);
    return read;
  },
};

function unpack(name: string): NoteSource[] {
  const temporary = mkdtempSync(join(tmpdir(), `distinguo-${name}-`));
  try {
    execFileSync("tar", ["-xzf", join(folder, `${name}.tar.gz`), "-C", temporary]);
    const [only, ...others] = readdirSync(temporary);
    const root = only !== undefined && others.length === 0 ? join(temporary, only) : temporary;
    return notesBelow(root).map((path) => note(relative(root, path).split(sep).join("/"), readFileSync(path, "utf8")));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function notesBelow(root: string): string[] {
  return readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    const path = join(root, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith(".") ? [] : notesBelow(path);
    return entry.name.toLowerCase().endsWith(".md") ? [path] : [];
  });
}
