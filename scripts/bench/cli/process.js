/** Programs as processes of their own, and what they take. */
import { spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "../statistics.js";

const atExit = fileURLToPath(new URL("at-exit.js", import.meta.url));

/**
 * Runs a program of Node's. What it prints goes to a file, as it would in a script.
 * @param {string[]} args its file and what it is given
 * @param {{ work: string, cwd?: string, allowed?: number[] }} options `allowed` are the exit codes that are no failure
 * @returns {{ wall: number, cpu: number, peak: number, out: string }} seconds from start to end, seconds of all threads, and the
 * most memory that was in use at once, in MB; `out` is the file
 */
export function runProcess(args, { work, cwd, allowed = [0] }) {
  const [out, taken] = [join(work, "out"), join(work, "taken.json")];
  const file = openSync(out, "w");
  const began = performance.now();
  const { status, signal, stderr, error } = spawnSync(process.execPath, ["--import", atExit, ...args], { cwd, env: { ...process.env, DISTINGUO_BENCH_TAKEN: taken }, stdio: ["ignore", file, "pipe"], encoding: "utf8" });
  const wall = (performance.now() - began) / 1000;
  closeSync(file);
  if (error) throw error;
  if (!allowed.includes(status)) throw new Error(`${args.join(" ")} ended with ${status ?? signal}: ${stderr.slice(0, 500)}`);
  return { wall, ...JSON.parse(readFileSync(taken, "utf8")), out };
}

/** The same some times over; of each figure the median. */
export function runOften(times, args, options) {
  const runs = Array.from({ length: times }, () => runProcess(args, options));
  return { ...Object.fromEntries(["wall", "cpu", "peak"].map((what) => [what, median(runs.map((one) => one[what]))])), out: runs[0].out };
}

/** Puts 200 MB into a thread, and half a second of work. */
const planted = `const { Worker } = require("node:worker_threads");
new Worker(\`
const held = Buffer.alloc(2e8, 1);
for (let taken = 0; taken < 5e5; ) {
  for (let step = 0; step < 1e6; step++);
  const { user, system } = process.cpuUsage();
  taken = user + system;
}
held.at(0);
\`, { eval: true });`;

/** Why what processes take can't be believed; empty where it can. */
export function processDoubts(work) {
  const nothing = runProcess(["-e", `const { Worker } = require("node:worker_threads"); new Worker("0", { eval: true })`], { work });
  const something = runProcess(["-e", planted], { work });
  const [cpu, peak] = [something.cpu, something.peak - nothing.peak];
  console.log(`control: half a second of work and 200 MB in a thread show as ${cpu.toFixed(2)} s and ${peak.toFixed(0)} MB`);
  return [
    ...(cpu > 0.45 && cpu < 1 ? [] : [`half a second of work shows as ${cpu.toFixed(2)} s`]),
    ...(peak > 180 && peak < 230 ? [] : [`200 MB in a thread show as ${peak.toFixed(0)} MB`]),
    ...(something.wall >= 0.4 ? [] : ["the clock shows less than what was worked"]),
  ];
}
