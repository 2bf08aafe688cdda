// `npm run install-plugin -- VAULT`: builds the plugin and copies its three files to where Obsidian looks for them.
import { copyFile, mkdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const files = ["main.js", "manifest.json", "styles.css"];

/** Ends with the reason and the remedy. */
function refuse(reason) {
  console.error(`install-plugin: ${reason}`);
  process.exit(2);
}

async function isFolder(file) {
  return stat(file).then((found) => found.isDirectory(), () => false);
}

const [given, ...more] = process.argv.slice(2);
if (given === undefined || more.length > 0) refuse("give one vault: npm run install-plugin -- VAULT");
// npm runs this in the project's folder; the path was written where the person stands.
const vault = path.resolve(process.env.INIT_CWD ?? process.cwd(), given);
if (!(await isFolder(vault))) refuse(`there is no folder ${vault}. Give the folder of a vault.`);
if (!(await isFolder(path.join(vault, ".obsidian")))) {
  refuse(`${vault} is no vault yet: it has no .obsidian folder. Open it in Obsidian once (“Open folder as vault”), then run this again.`);
}

// esbuild's options name their files from here.
process.chdir(root);
const { build } = await import("../esbuild.config.mjs");
await build().catch((error) => refuse(`the build failed. ${error.message}`));

const { id, name, version } = JSON.parse(await readFile("dist/plugin/manifest.json", "utf8"));
const folder = path.join(vault, ".obsidian", "plugins", id);
try {
  await mkdir(folder, { recursive: true });
  for (const file of files) await copyFile(path.join("dist/plugin", file), path.join(folder, file));
} catch (error) {
  refuse(`${folder} can't be written (${error.message}). Make it writable, then run this again.`);
}

console.log(`${name} ${version} is in ${folder}
  ${files.join(", ")}; settings (data.json), if there are any, stay as they are

To turn it on in Obsidian:
  1. Settings → Community plugins; allow community plugins if they are off.
  2. “Reload plugins” beside “Installed plugins”, or start Obsidian again.
  3. Turn on “${name}”.
If it was on already, turn it off and on again.`);
