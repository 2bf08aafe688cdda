/**
 * `npm run bench`: how fast notes are judged and read, in CPU time, beside packages of the same kind, what a change costs,
 * whether any input makes it slow, what the plugin costs whoever writes, and how soon the whole map is there. Switches name
 * what is measured alone: `npm run bench -- --read --change`; the others are `--lint`, `--editor` and `--map` (both in Chromium), and, on notes that no one writes,
 * `--hostile-read` and `--hostile` (judging). Exits with 1 where a bar is missed, or the measurement can't be believed.
 *
 * The notes are the vaults of ../shared, unpacked to a temporary folder; without them, those of examples/garden.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureChange } from "./change.js";
import { loadCore } from "./frame.js";
import { measureInBrowser } from "./in-browser.js";
import { measureLint } from "./lint.js";
import { measureReading } from "./read.js";
import { stressLint, stressReading } from "./stress.js";

const measurements = { "--lint": measureLint, "--read": measureReading, "--change": measureChange, "--editor": () => measureInBrowser("editor"), "--map": () => measureInBrowser("map"), "--hostile-read": stressReading, "--hostile": stressLint };

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(measurements, name));
if (unknown !== undefined) {
  console.error(`bench: unknown switch ${unknown}; there are ${Object.keys(measurements).join(", ")}`);
  process.exit(2);
}

const work = mkdtempSync(join(tmpdir(), "distinguo-bench-"));
try {
  const core = await loadCore(work);
  for (const [name, measure] of Object.entries(measurements)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    if ((await measure(core, work)) === false) process.exitCode = 1;
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
