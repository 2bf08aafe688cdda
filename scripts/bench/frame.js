/** What the measurements share: core as the command line has it, CPU time, a race of two tools. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import esbuild from "esbuild";
import { cli } from "../../esbuild.config.mjs";
import { ratioRow, row } from "./results.js";
import { median } from "./statistics.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Core and the command line's YAML, bundled as the command line is. */
export async function loadCore(folder) {
  const outfile = join(folder, "core.cjs");
  const contents = `export { createVaultIndex, defaultConfig, lint, noteReading, noteSource } from "./src/core/index"; export { parseFrontMatter } from "./src/cli/yaml";`;
  await esbuild.build({ ...cli, format: "cjs", banner: {}, entryPoints: [], stdin: { contents, resolveDir: root, loader: "ts" }, absWorkingDir: root, outfile });
  return createRequire(import.meta.url)(outfile);
}

setFlagsFromString("--expose-gc");
/** Clears the heap, so that no tool pays for what another left behind. */
const collectGarbage = runInNewContext("gc");

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
 * @param bars what ours is to reach once it is warm: `speed` in MB/s, and `ratio` to the peer
 * @returns rows of a part
 */
export function race(part, megabytes, tools, bars, rounds = 5) {
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
  const beside = (what, of, bar) => row({ part, what, unit: "MB/s", ours: own[of], peer: peer[of], peerName: tools[1].tool, bar });
  return [
    beside("first round, cold", "first", null),
    beside("median of the other rounds", "later", bars.speed),
    ratioRow({ part, what: "the same, in times the peer's throughput", ours: own.later, peer: peer.later, peerName: tools[1].tool, bar: bars.ratio }),
  ];
}
