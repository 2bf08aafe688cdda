import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import type { NoteSource } from "../../src/core/index";
import { tarEntries } from "../browser/tar";
import { note } from "./small-vault";

const folder = resolve(import.meta.dirname, "../../../shared/vaults");

/** The real vaults beside the repository, where present. */
export const sharedVaults = {
  missing: !existsSync(folder),
  note: existsSync(folder) ? "" : "(skipped: no ../shared/vaults beside the repository)",
  /** The text of a file that lies beside the vaults. */
  text: (name: string): string => readFileSync(join(folder, name), "utf8"),
  /** All notes of a vault; none from a hidden folder. */
  read: (name: string): NoteSource[] =>
    [...tarEntries(gunzipSync(readFileSync(join(folder, `${name}.tar.gz`))))]
      .map((entry) => ({ path: entry.name.replace(/^\.\//, ""), body: entry.body }))
      .filter(({ path }) => /\.md$/i.test(path) && !/(?:^|\/)\.[^/]*\//.test(path))
      .map(({ path, body }) => note(path, body.toString("utf8"))),
};
