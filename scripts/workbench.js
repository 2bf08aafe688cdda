/**
 * `npm run workbench [VAULT]`: serves the test host with the built plugin and a vault on localhost, so that somebody
 * without Obsidian can type, click and see. Reads the vault once; writes nothing.
 */
import { readFile, readdir } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "../tests/browser/serve.js";
import { buildHost } from "../tests/host/build.js";

const PORT = 4173;
const MOD = process.platform === "darwin" ? "Cmd" : "Ctrl";
const root = fileURLToPath(new URL("..", import.meta.url));

/** Text by path of a vault's notes and its distinguo.yaml, without what begins with a dot. */
async function readVault(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = entries
    .filter((entry) => entry.isFile() && /\.(md|ya?ml|canvas|base)$/i.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .filter((path) => !path.split(sep).some((part) => part.startsWith(".")))
    .sort();
  return Object.fromEntries(await Promise.all(texts.map(async (path) => [path.split(sep).join("/"), await readFile(join(folder, path), "utf8")])));
}

async function readPlugin(folder) {
  try {
    const [main, manifest, styles] = await Promise.all(["main.js", "manifest.json", "styles.css"].map((name) => readFile(join(folder, name), "utf8")));
    return { main, manifest, styles };
  } catch {
    throw new Error("There is no built plugin in dist/plugin. Run: npm run build");
  }
}

/** The note to begin with: one that says it is the start, else the first. */
function firstNote(vault) {
  const notes = Object.keys(vault).filter((path) => path.endsWith(".md"));
  return notes.find((path) => /^(start|welcome|readme|index|home)[^/]*\.md$/i.test(path)) ?? notes.find((path) => !path.includes("/")) ?? notes[0] ?? null;
}

async function main() {
  const folder = resolve(process.argv[2] ?? join(root, "examples", "garden"));
  const vault = await readVault(folder).catch(() => { throw new Error(`No folder can be read at ${folder}.`); });
  const count = Object.keys(vault).filter((path) => path.endsWith(".md")).length;
  if (count === 0) throw new Error(`There are no Markdown notes in ${folder}.`);
  const plugin = await readPlugin(join(root, "dist", "plugin"));
  const options = {
    vaultName: basename(folder), theme: "light", plugin, userEnabled: true, open: firstNote(vault), deferred: [],
    status: "Workbench: edits stay in this page; nothing is written to disk", mac: process.platform === "darwin", mobile: null, alwaysSectionInfo: false, widgets: true, bases: true, changed: Date.now(), held: false,
  };
  const { url } = await serve({ folder: await buildHost(), vault, options }, PORT);
  process.stdout.write(`
The workbench is at  ${url}

  ${basename(folder)}, ${count === 1 ? "1 note" : `${count} notes`}, with the Distinguo plugin on. Only this machine can reach it, and
  nothing is written to disk: reload the page to begin anew.

Try this
  - hover over an underlined phrase, or put the cursor in it, and read the card
  - ${MOD}+P, then "Distinguo": lint the vault, go to the next diagnostic, open the concepts
  - in the sidebar, click a concept; with ${MOD}, it opens in a new tab
  - ${MOD}+E for reading view, ${MOD}+O for another note, ${MOD}+, for the settings

Ctrl+C ends it.
`);
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
