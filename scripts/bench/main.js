/**
 * `npm run bench`: how fast notes are judged and read, what the command line and the plugin cost on a vault of 10,780 notes, what
 * whoever writes waits for, how it all grows, each beside packages of the same kind. Switches name what is measured alone:
 * `npm run bench -- --read --cli`; `--hostile-read` and `--hostile` are measured only where they are named. Writes bench/results.json,
 * where what was not measured stays as it was, and from it the tables of docs/performance.md and docs/images/growth.svg. Exits with 1
 * where a bar is missed or a measurement can't be believed; the rows of the latter are left as they were.
 *
 * The notes are the vaults of ../shared, unpacked to a temporary folder that is removed at the end; without them, those of examples/garden.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { measureChange } from "./change.js";
import { measureCommandLine } from "./cli/main.js";
import { loadCore } from "./frame.js";
import { chart } from "./growth/chart.js";
import { measureGrowth } from "./growth/main.js";
import { measureInBrowser } from "./in-browser.js";
import { measureLint } from "./lint.js";
import { measureReading } from "./read.js";
import { loadNow, merged, thisMachine } from "./results.js";
import { stressLint, stressReading } from "./stress.js";
import { pageWith } from "./table.js";

const inBrowser = (folder) => (_core, work) => measureInBrowser(folder, work);

/** By switch: the part of the results, how long it takes where nothing else runs, and what measures: it returns rows, or null where they can't be believed. */
const measurements = {
  "--cli": { part: "Command line", takes: "4 minutes", measure: measureCommandLine },
  "--start": { part: "Start in the app", takes: "4 minutes", measure: inBrowser("start") },
  "--live": { part: "Changes while the app runs", takes: "2 minutes", measure: inBrowser("live") },
  "--growth": { part: "Growth", takes: "4 minutes", measure: measureGrowth },
  "--lint": { part: "Judging", takes: "4 minutes", measure: measureLint },
  "--read": { part: "Reading", takes: "2 minutes", measure: measureReading },
  "--change": { part: "One changed note of 10,000", takes: "half a minute", measure: measureChange },
  "--editor": { part: "In the editor", takes: "5 minutes", measure: inBrowser("editor") },
  "--map": { part: "The map of all concepts", takes: "2 minutes", measure: inBrowser("map") },
};
/** Measured only where they are asked for: they have no bars, and give no rows. */
const onAsking = { "--hostile-read": stressReading, "--hostile": stressLint };

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(measurements, name) && !Object.hasOwn(onAsking, name));
if (unknown !== undefined) {
  console.error(`bench: unknown switch ${unknown}; there are ${[...Object.keys(measurements), ...Object.keys(onAsking)].join(", ")}`);
  process.exit(2);
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const files = { results: join(root, "bench/results.json"), page: join(root, "docs/performance.md"), chart: join(root, "docs/images/growth.svg") };

/** Puts what was measured into the files; at once, so that a later measurement that fails takes nothing with it. */
function keep(part, rows) {
  const known = existsSync(files.results) ? JSON.parse(readFileSync(files.results, "utf8")) : null;
  const order = Object.values(measurements).map((one) => one.part);
  const results = merged(known, thisMachine(), [{ part, date: new Date().toISOString().slice(0, 10), load: loadNow(), rows }], order);
  const drawn = chart(results.rows);
  mkdirSync(dirname(files.results), { recursive: true });
  writeFileSync(files.results, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(files.page, pageWith(readFileSync(files.page, "utf8"), results));
  if (drawn) writeFileSync(files.chart, drawn);
}

const work = mkdtempSync(join(tmpdir(), "distinguo-bench-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

const core = await loadCore(work);
for (const [name, { part, takes, measure }] of Object.entries(measurements)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`== ${part}: npm run bench -- ${name}, about ${takes}\n`);
  const rows = await measure(core, work);
  if (rows) keep(part, rows);
  else console.log(`${part}: can't be believed this time; what was known of it stays.\n`);
  for (const { name: what, ours, unit, bar } of (rows ?? []).filter(({ pass }) => pass === false)) console.log(`MISSED  ${what}: ${ours} ${unit}, where the bar is ${bar}`);
  if (!rows || rows.some(({ pass }) => pass === false)) process.exitCode = 1;
  console.log();
}
for (const [name, measure] of Object.entries(onAsking)) if (asked.includes(name)) await measure(core, work);
