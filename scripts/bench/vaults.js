/** The vaults that are measured on: those of ../shared, unpacked to a temporary folder; without them the example vault, many times over. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const archiveOf = (name) => join(root, "../shared/vaults", `${name}.tar.gz`);

/** So many notes has the knowledge base, five times over. */
const large = 10_780;

/** The texts of all notes below a folder, by path, but for those in hidden folders, which are no part of a vault. */
export function readNotes(folder) {
  const paths = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".md") && !path.split(/[\\/]/).some((name) => name.startsWith("."))).sort();
  return paths.map((path) => ({ path: path.replaceAll("\\", "/"), text: readFileSync(join(folder, path), "utf8") }));
}

export function megabytesOf(notes) {
  return notes.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
}

/** A vault of ../shared as a folder, or the example vault where that is not here. */
function unpacked(work, name) {
  if (!existsSync(archiveOf(name))) return { name: "the example vault", folder: join(root, "examples/garden") };
  const folder = join(work, name);
  if (!existsSync(folder)) {
    mkdirSync(folder);
    execFileSync("tar", ["-xzf", archiveOf(name), "-C", folder]);
  }
  return { name, folder };
}

/** The notes of some vaults, vault by vault; where one of them is not here, those of the example vault 200 times over. */
export function loadVaults(work, names) {
  if (names.every((name) => existsSync(archiveOf(name)))) return names.map((name) => ({ name, notes: readNotes(unpacked(work, name).folder) }));
  const garden = readNotes(join(root, "examples/garden"));
  const notes = Array.from({ length: 200 }, (_, time) => garden.map(({ path, text }) => ({ path: `${time}/${path}`, text }))).flat();
  return [{ name: "the example vault, 200 times over, since ../shared/vaults is not here", notes }];
}

/** One of the vaults as a folder of notes and nothing else. */
export function vaultFolder(work, name) {
  const { name: called, folder } = unpacked(work, name);
  const target = join(work, `${name}-notes`);
  if (!existsSync(target)) writeVault(target, readNotes(folder));
  return { name: called, folder: target };
}

/** In an order that has nothing to do with paths, and is the same each time. */
function shuffled(notes) {
  const lots = new Map(notes.map((note) => [note, createHash("md5").update(note.path).digest("hex")]));
  return [...notes].sort((a, b) => (lots.get(a) < lots.get(b) ? -1 : 1));
}

/** So many notes, by default as many as the knowledge base has five times over: copies of it side by side, and of the last one such a part that its notes are of all kinds. */
export function copiedNotes(work, count = large) {
  const { name, folder } = unpacked(work, "knowledge-base");
  const notes = readNotes(folder);
  const copy = (number, some) => some.map(({ path, text }) => ({ path: `k${number}/${path}`, text }));
  const whole = Math.floor(count / notes.length);
  const rest = count - whole * notes.length;
  const made = Array.from({ length: whole }, (_, at) => copy(at + 1, notes)).flat();
  return { name: count === large ? `${name} × ${Number((count / notes.length).toFixed(1))}` : name, notes: [...made, ...copy(whole + 1, shuffled(notes).slice(0, rest))] };
}

/** Writes notes to a folder, as a vault of its own. */
export function writeVault(folder, notes) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "distinguo.yaml"), "");
  for (const { path, text } of notes) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
