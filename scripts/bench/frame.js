/** What the measurements share: core as the command line has it, the notes, CPU time. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import esbuild from "esbuild";
import { cli } from "../../esbuild.config.mjs";
import { median } from "./statistics.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Core and the command line's YAML, bundled as the command line is. */
export async function loadCore(folder) {
  const outfile = join(folder, "core.cjs");
  const contents = `export { createVaultIndex, defaultConfig, lint, noteReading, noteSource } from "./src/core/index"; export { parseFrontMatter } from "./src/cli/yaml";`;
  await esbuild.build({ ...cli, format: "cjs", banner: {}, entryPoints: [], stdin: { contents, resolveDir: root, loader: "ts" }, absWorkingDir: root, outfile });
  return createRequire(import.meta.url)(outfile);
}

/** The texts of all notes below a folder, by path. */
function readNotes(folder) {
  const paths = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".md")).sort();
  return paths.map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

/** The notes of the vaults of ../shared, unpacked below a folder, vault by vault; without them those of examples/garden, many times over. */
export function loadVaults(folder, names) {
  const archives = names.map((name) => ({ name, archive: join(root, "../shared/vaults", `${name}.tar.gz`) }));
  if (archives.every(({ archive }) => existsSync(archive))) {
    return archives.map(({ name, archive }) => {
      execFileSync("mkdir", ["-p", join(folder, name)]);
      execFileSync("tar", ["-xzf", archive, "-C", join(folder, name)]);
      return { name, notes: readNotes(join(folder, name)) };
    });
  }
  const garden = readNotes(join(root, "examples/garden"));
  const notes = Array.from({ length: 200 }, (_, time) => garden.map(({ path, text }) => ({ path: `${time}/${path}`, text }))).flat();
  return [{ name: "examples/garden, 200 times over, since ../shared/vaults is not here", notes }];
}

setFlagsFromString("--expose-gc");
/** Clears the heap, so that no tool pays for what another left behind. */
const collectGarbage = runInNewContext("gc");

export function megabytesOf(notes) {
  return notes.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
}

/** CPU seconds of all threads that a task takes. */
export function cpuOf(task) {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/**
 * Runs some tools on the same notes, all rounds of one and then all rounds of the next: code that rests for half a minute
 * is thrown away by the engine, and would be compiled again each time. Prints their speeds by CPU time: the first round,
 * which pays for compiling, and the median of the others.
 * @param tools each with a name, and `run`, which returns how much it found; the first is ours, the second its peer
 */
export function race(megabytes, tools, rounds = 5) {
  const speeds = tools.map(({ tool, run, counted }) =>
    Array.from({ length: rounds }, (_, round) => {
      let found = 0;
      collectGarbage();
      const seconds = cpuOf(() => {
        found = run();
      });
      console.log(`${tool}, round ${round + 1}   ${seconds.toFixed(2)} s, ${(megabytes / seconds).toFixed(2)} MB/s, ${found} ${counted}`);
      return megabytes / seconds;
    }),
  );
  const [own, peer] = speeds.map(([first, ...others]) => ({ first, later: median(others) }));
  console.log(`\nfirst round       ${own.first.toFixed(1)} MB/s   peer ${peer.first.toFixed(2)} MB/s   ${(own.first / peer.first).toFixed(1)} to 1`);
  console.log(`median of others  ${own.later.toFixed(1)} MB/s   peer ${peer.later.toFixed(2)} MB/s   ${(own.later / peer.later).toFixed(1)} to 1\n`);
}
