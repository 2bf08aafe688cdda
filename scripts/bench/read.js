import { race } from "./frame.js";
import { loadVaults, megabytesOf } from "./vaults.js";

/** A full parse takes half a minute. */
const rounds = 3;

/** Reads vaults into an index each, up to the graph. Returns how many relations they state. */
function readVaults({ createVaultIndex, noteSource, defaultConfig, parseFrontMatter }, vaults) {
  return vaults.reduce((sum, { notes }) => {
    const index = createVaultIndex(defaultConfig);
    for (const { path, text } of notes) index.upsert(noteSource(path, text, parseFrontMatter));
    return sum + index.graph().relations.length;
  }, 0);
}

/** How fast vaults are read into the index, YAML, links and all, beside remark-parse, which makes syntax trees and no more. */
export async function measureReading(core, folder) {
  const [{ unified }, { default: remarkParse }] = await Promise.all([import("unified"), import("remark-parse")]);
  const processor = unified().use(remarkParse).freeze();
  const vaults = loadVaults(folder, ["knowledge-base", "obsidian-hub"]);
  const notes = vaults.flatMap((vault) => vault.notes);
  const megabytes = megabytesOf(notes);
  console.log(`Reading into the index: ${notes.length} notes, ${megabytes.toFixed(1)} MB: ${vaults.map(({ name }) => name).join(", ")}. CPU time of one process.\n`);
  return race("Reading", megabytes, [
    { tool: "distinguo", counted: "relations", run: () => readVaults(core, vaults) },
    { tool: "remark-parse", counted: "blocks", run: () => notes.reduce((sum, { text }) => sum + processor.parse(text).children.length, 0) },
  ], { speed: 15, ratio: 8 }, rounds);
}
