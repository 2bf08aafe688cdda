/**
 * What the plugin costs whoever writes, in Chromium: a key in a long note, the tasks after a burst of keys, and those while
 * a longer note is opened; beside a peer, and with controls that tell whether the measurement can be believed.
 */
import { loadavg } from "node:os";
import { openDesk } from "./desk.js";
import { runKeystrokes } from "./keystrokes.js";
import { longNote, typed } from "./note.js";
import { loadPlugins } from "./plugins.js";
import { measureBurst, measureOpening } from "./tasks.js";
import { handOver } from "../hand-over.js";
import { row } from "../results.js";
import { addedBy, doubts, judged, milliseconds, table } from "./verdict.js";

const runs = 3;
/** Rounds of a run: in each, all arms type one block. */
const rounds = 8;
/** The same for the tasks; the peer takes them once, since it takes seconds. */
const repeats = 2;

/** Has each plugin take its turn, the peer once and the others more often. Returns the worst that each of them did, by name. */
async function inTurn(what, measure) {
  const worst = {};
  for (let time = 1; time <= repeats; time++) {
    for (const name of ["nothing", "blocking", "distinguo", ...(time === 1 ? ["peer"] : [])]) {
      const found = await measure(name);
      const { cpu, wall, task, longest } = found;
      console.log(`${what}, ${name.padEnd(9)}   at most ${milliseconds(cpu)} of one task (${milliseconds(wall)} by the clock, of ${milliseconds(task)}); the longest task of all took ${milliseconds(longest)}`);
      if (cpu >= (worst[name]?.cpu ?? 0)) worst[name] = found;
    }
  }
  return (name) => worst[name];
}

async function measureKeys(desk, cursor) {
  const times = [];
  await desk.page.evaluate(() => window.bench.neverSave(true));
  for (let run = 1; run <= runs; run++) {
    times.push(await runKeystrokes(desk, { cursor, typed, arms: [null, "nothing", "slow", "distinguo", "peer"], rounds }));
    const added = (arm) => addedBy(arm, null, times.slice(-1));
    const said = (arm) => `${arm} ${added(arm).median.toFixed(2)} and ${added(arm).p95.toFixed(2)}`;
    console.log(`keys, run ${run}   added in the median and 95th percentile, ms: ${["distinguo", "peer", "nothing", "slow"].map(said).join(", ")}`);
  }
  await desk.page.evaluate(() => window.bench.neverSave(false));
  return (arm) => addedBy(arm, null, times);
}

/** Measures, prints, and returns rows; null where the measurement itself has failed. */
async function measureEditor() {
  const plugins = await loadPlugins();
  console.log("In the editor, in Chromium: what the plugin adds to a key in a note of 5,000 lines, and how long it keeps the main thread");
  console.log(`after a burst of keys there, and while a note of 20,000 lines is opened. Load of the machine: ${loadavg().map((load) => load.toFixed(1)).join(", ")}.\n`);

  const { text, cursor } = longNote(5000);
  const desk = await openDesk(plugins, { "long.md": text }, "long");
  const keys = await measureKeys(desk, cursor);
  const burst = await inTurn("a burst", (name) => measureBurst(desk, name, { cursor, typed: typed.slice(0, 40) }));
  await desk.host.close();

  const library = await openDesk(plugins, { "long.md": longNote(20_000).text }, "index");
  const opening = await inTurn("opening", (name) => measureOpening(library, name, { long: "long.md", short: "index.md" }));
  await library.host.close();

  const figures = (name) => ({ ...keys(name), burst: burst(name).cpu, opening: opening(name).cpu });
  const lines = judged(figures("distinguo"), figures("peer"));
  console.log(`\n${table(lines)}\n`);
  const reasons = doubts({ nothing: figures("nothing"), slow: keys("slow"), blocking: { burst: burst("blocking"), opening: opening("blocking") } });
  if (reasons.length > 0) {
    console.log(`The measurement failed, not the plugin; measure again where less else is running:\n${reasons.map((reason) => `- ${reason}`).join("\n")}\n`);
    return null;
  }
  const missed = lines.filter(({ holds }) => !holds);
  console.log(missed.length === 0 ? "The controls show what was put there, and every bar holds.\n" : `The controls show what was put there. Missed: ${missed.map(({ what }) => what).join("; ")}.\n`);
  return lines.map(({ what, ours, peer, bar, holds }) => row({ part: "In the editor", what, unit: "ms", ours, peer, peerName: "underlines by retext-equality", bar, pass: holds }));
}

await handOver(await measureEditor());
