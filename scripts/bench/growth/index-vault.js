/** A process of its own: reads a vault into the index, and tells what that took. Given: core as a bundle, and the folder. */
import { createRequire } from "node:module";
import { cpuOf } from "../frame.js";
import { megabytesOf, readNotes } from "../vaults.js";

const [, , bundle, folder] = process.argv;
const { createVaultIndex, noteSource, defaultConfig, parseFrontMatter } = createRequire(import.meta.url)(bundle);

function heap() {
  for (let time = 0; time < 3; time++) globalThis.gc();
  return process.memoryUsage().heapUsed / 1e6;
}

const before = heap();
const index = createVaultIndex(defaultConfig);
let notes = readNotes(folder);
const [count, megabytes] = [notes.length, megabytesOf(notes)];
const cpu = cpuOf(() => {
  for (const { path, text } of notes) index.upsert(noteSource(path, text, parseFrontMatter));
  index.graph();
});
notes = null;
process.stdout.write(JSON.stringify({ count, megabytes, cpu, heap: heap() - before, relations: index.graph().relations.length }));
