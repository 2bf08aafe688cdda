/** The built command line as a process: what it takes to judge and check whole vaults, cold and from its cache, beside textlint. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "../../../esbuild.config.mjs";
import { ratioRow, row } from "../results.js";
import { copiedNotes, megabytesOf, readNotes, vaultFolder, writeVault } from "../vaults.js";
import { processDoubts, runOften, runProcess } from "./process.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
export const program = join(root, "dist/cli.js");
const part = "Command line";
const rounds = 3;
const said = ({ wall, cpu, peak }) => `${wall.toFixed(2)} s, ${cpu.toFixed(2)} s of all threads, at most ${peak.toFixed(0)} MB`;

/** What is asked of the command line; the outcome goes to a file, as JSON. */
export function asking(command, folder, ...more) {
  return [program, command, folder, "--format", "json", "--fail-on", "never", ...more];
}

/** Stops the measurement where a run has not gone through all notes. */
function went(out, notes) {
  const { summary } = JSON.parse(readFileSync(out, "utf8"));
  if (summary.notes !== notes) throw new Error(`the command line went through ${summary.notes} notes of ${notes}`);
}

function measureCold(work, { name, folder, notes }, bars) {
  return ["lint", "check"].flatMap((command) => {
    const found = runOften(rounds, asking(command, folder), { work });
    went(found.out, notes.length);
    console.log(`${command} of ${name}, cold: ${said(found)}`);
    const figure = (what, unit, ours, bar) => row({ part, what: `${command} of ${name}, cold: ${what}`, unit, ours, bar });
    return [figure("by the clock", "s", found.wall, bars.wall), figure("of all threads together", "s", found.cpu, null), figure("the most memory at once", "MB", found.peak, bars.peak)];
  });
}

/** With a cache that holds all of it; nothing where this build has none. */
function measureWarm(work, { name, folder }, bar) {
  if (!readFileSync(program, "utf8").includes("--cache")) {
    console.log("This build of the command line has no --cache, so nothing is measured of it.");
    return [];
  }
  return ["lint", "check"].map((command) => {
    const cache = join(work, "cache");
    rmSync(cache, { recursive: true, force: true });
    const args = asking(command, folder, `--cache=${cache}`);
    const first = readFileSync(runProcess(args, { work }).out, "utf8");
    const found = runOften(rounds, args, { work });
    if (readFileSync(found.out, "utf8") !== first) throw new Error(`${command} says something else from its cache`);
    console.log(`${command} of ${name}, from the cache: ${said(found)}`);
    return row({ part, what: `${command} of ${name}, nothing changed, with --cache: by the clock`, unit: "s", ours: found.wall, bar });
  });
}

/** The throughput of both on the same files, each as a process of its own. */
function measurePeer(work, { name, folder, notes }) {
  const require = createRequire(import.meta.url);
  const config = join(work, "textlintrc.json");
  writeFileSync(config, JSON.stringify({ rules: { terminology: true } }));
  const textlint = join(dirname(require.resolve("textlint/package.json")), "bin/textlint.js");
  const megabytes = megabytesOf(notes);
  const ours = runOften(rounds, asking("lint", folder), { work });
  went(ours.out, notes.length);
  console.log(`lint of ${name}: ${said(ours)}`);
  const peer = runProcess([textlint, "--config", config, "--format", "json", join(folder, "**/*.md")], { work, cwd: root, allowed: [0, 1] });
  const seen = JSON.parse(readFileSync(peer.out, "utf8")).length;
  console.log(`textlint on the same: ${said(peer)}, ${seen} files`);
  if (seen < notes.length * 0.98) throw new Error(`textlint went through ${seen} files of ${notes.length}`);
  const figures = { part, ours: megabytes / ours.wall, peer: megabytes / peer.wall, peerName: "textlint with textlint-rule-terminology" };
  return [
    row({ ...figures, what: `lint of ${name}, cold: throughput by the clock`, unit: "MB/s" }),
    ratioRow({ ...figures, what: "the same, in times the peer's throughput", bar: 50 }),
    row({ part, what: `lint of ${name}, cold: the most memory at once`, unit: "MB", ours: ours.peak, peer: peer.peak, peerName: figures.peerName }),
  ];
}

/** Measures, prints and returns rows; null where the controls don't show what was put there. */
export async function measureCommandLine(_core, work) {
  await build();
  const doubts = processDoubts(work);
  if (doubts.length > 0) {
    console.log(`The measurement failed: ${doubts.join("; ")}.`);
    return null;
  }
  const { name, notes } = copiedNotes(work);
  const large = { name, notes, folder: join(work, "large") };
  writeVault(large.folder, notes);
  const [hub, base] = ["obsidian-hub", "knowledge-base"].map((vault) => {
    const found = vaultFolder(work, vault);
    return { ...found, notes: readNotes(found.folder) };
  });
  for (const one of [large, hub, base]) console.log(`${one.name}: ${one.notes.length} notes, ${megabytesOf(one.notes).toFixed(1)} MB`);
  return [
    ...measureCold(work, large, { wall: 4, peak: 400 }),
    ...measureWarm(work, large, 0.7),
    ...measureCold(work, hub, { wall: null, peak: null }),
    ...measurePeer(work, base),
  ];
}
