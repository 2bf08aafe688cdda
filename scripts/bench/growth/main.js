/** How time and memory grow with the vault, from 1,250 to 20,000 notes. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "../../../esbuild.config.mjs";
import { asking } from "../cli/main.js";
import { processDoubts, runOften } from "../cli/process.js";
import { row } from "../results.js";
import { copiedNotes, writeVault } from "../vaults.js";
import { curves, exponent, exponentBar, notesOf, part } from "./chart.js";

const sizes = [1250, 2500, 5000, 10_000, 20_000];
/** Small vaults are over in a moment, in which other programs count for more. */
const roundsOf = (size) => (size <= 5000 ? 3 : 1);

export async function measureGrowth(_core, work) {
  await build();
  const doubts = processDoubts(work);
  if (doubts.length > 0) {
    console.log(`The measurement failed: ${doubts.join("; ")}.`);
    return null;
  }
  const indexVault = fileURLToPath(new URL("index-vault.js", import.meta.url));
  const found = sizes.map((size) => {
    const folder = join(work, `grown-${size}`);
    writeVault(folder, copiedNotes(work, size).notes);
    const [lint, check] = ["lint", "check"].map((command) => runOften(roundsOf(size), asking(command, folder), { work }));
    const { out } = runOften(1, ["--expose-gc", indexVault, join(work, "core.cjs"), folder], { work });
    const index = JSON.parse(readFileSync(out, "utf8"));
    rmSync(folder, { recursive: true });
    if (index.count !== size) throw new Error(`${index.count} notes were read of ${size}`);
    console.log(`${size.toLocaleString("en")} notes, ${index.megabytes.toFixed(1)} MB: lint ${lint.wall.toFixed(2)} s, at most ${lint.peak.toFixed(0)} MB; check ${check.wall.toFixed(2)} s, at most ${check.peak.toFixed(0)} MB; index ${index.cpu.toFixed(2)} s, ${index.heap.toFixed(1)} MB`);
    return { lint: lint.wall, check: check.wall, index: index.cpu, lintPeak: lint.peak, checkPeak: check.peak, heap: index.heap };
  });
  const rows = curves.flatMap(({ what, unit, key }) => sizes.map((size, at) => row({ part, what: `${what}, ${size.toLocaleString("en")} notes`, unit, ours: found[at][key] })));
  return [...rows, ...curves.map((curve) => row({ part, what: `${curve.what}, exponent`, unit: "", ours: exponent(notesOf(rows, curve)), bar: exponentBar }))];
}
