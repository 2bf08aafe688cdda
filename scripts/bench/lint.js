/**
 * `npm run bench`: how fast notes are judged, in CPU time, beside a linter of the same kind; and whether any input makes
 * it slow. `npm run bench -- --hostile` does the second part only.
 *
 * The notes are the knowledge base of ../shared, unpacked to a temporary folder; without it, those of examples/garden,
 * many times over. The peer is unified with retext-english and retext-equality, which looks for words and phrases too.
 * Both get the same texts: Distinguo sorts the Markdown out, the peer takes it for prose.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";
import { cli } from "../esbuild.config.mjs";
import { hostileNotes } from "./hostile-notes.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const archive = join(root, "../shared/vaults/knowledge-base.tar.gz");
const rounds = 5;

/** Core as the command line has it, bundled the same way. */
async function loadCore(folder) {
  const outfile = join(folder, "core.cjs");
  const contents = `export { defaultConfig, lint, noteSource } from "./src/core/index"; export { parseFrontMatter } from "./src/cli/yaml";`;
  await esbuild.build({ ...cli, format: "cjs", banner: {}, entryPoints: [], stdin: { contents, resolveDir: root, loader: "ts" }, absWorkingDir: root, outfile });
  return createRequire(import.meta.url)(outfile);
}

/** The texts of all notes below a folder, by path. */
function readNotes(folder) {
  const paths = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".md")).sort();
  return paths.map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

function loadNotes(folder) {
  if (existsSync(archive)) {
    execFileSync("tar", ["-xzf", archive, "-C", folder]);
    return { name: "the knowledge base", notes: readNotes(folder) };
  }
  const garden = readNotes(join(root, "examples/garden"));
  return { name: "examples/garden, 200 times over, since ../shared/vaults is not here", notes: Array.from({ length: 200 }, () => garden).flat() };
}

/** CPU seconds of all threads that a task takes. */
function cpuOf(task) {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

async function loadPeer() {
  const [{ unified }, { default: english }, { default: equality }] = await Promise.all([import("unified"), import("retext-english"), import("retext-equality")]);
  let found = 0;
  const count = () => (_, file) => {
    found += file.messages.length;
  };
  const processor = unified().use(english).use(equality).use(count).freeze();
  return (notes) => {
    found = 0;
    for (const { text } of notes) processor.runSync(processor.parse(text), text);
    return found;
  };
}

async function compare({ lint, noteSource, defaultConfig, parseFrontMatter }, { name, notes }) {
  const megabytes = notes.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
  const tools = [
    { tool: "distinguo", run: () => notes.reduce((sum, { path, text }) => sum + lint(noteSource(path, text, parseFrontMatter), defaultConfig).length, 0), speeds: [] },
    { tool: "retext-equality", run: await loadPeer().then((peer) => () => peer(notes)), speeds: [] },
  ];
  console.log(`${notes.length} notes, ${megabytes.toFixed(1)} MB: ${name}. CPU time of one process, both in turn; all notes, Markdown and all.\n`);
  for (let round = 1; round <= rounds; round++) {
    const cells = tools.map(({ tool, run, speeds }) => {
      let found = 0;
      const seconds = cpuOf(() => {
        found = run();
      });
      speeds.push(megabytes / seconds);
      return `${tool} ${seconds.toFixed(2)} s, ${(megabytes / seconds).toFixed(2)} MB/s, ${found} reports`;
    });
    console.log(`round ${round}   ${cells.join("   ")}`);
  }
  const [own, peer] = tools.map(({ speeds }) => ({ first: speeds[0], later: median(speeds.slice(1)) }));
  console.log(`\nfirst round       ${own.first.toFixed(1)} MB/s   peer ${peer.first.toFixed(2)} MB/s   ${(own.first / peer.first).toFixed(0)} to 1`);
  console.log(`median of others  ${own.later.toFixed(1)} MB/s   peer ${peer.later.toFixed(2)} MB/s   ${(own.later / peer.later).toFixed(0)} to 1\n`);
}

const sizes = [1.25e6, 2.5e6, 5e6];
/** A size is left out where the one before took longer than this, in CPU seconds. */
const patience = 20;

/** Judges notes that no one writes at three sizes: linear time doubles with each. */
function stress({ lint, noteSource, defaultConfig, parseFrontMatter }) {
  console.log(`Notes that no one writes: CPU seconds for 1.25, 2.5 and 5 MB, and how much more each doubling takes (2 is linear).\nAfter ${patience} seconds the larger sizes are left out.\n`);
  for (const [name, make] of hostileNotes) {
    const seconds = [];
    for (const size of sizes) {
      if (seconds.some((value) => value > patience)) break;
      const note = noteSource("odd.md", make(size), parseFrontMatter);
      seconds.push(cpuOf(() => lint(note, defaultConfig)));
    }
    const factors = seconds.slice(1).map((value, index) => `x ${(value / seconds[index]).toFixed(1)}`);
    console.log(`${name.padEnd(36)} ${seconds.map((value) => value.toFixed(2).padStart(7)).join(" ")} s   ${factors.join("  ")}`);
  }
}

const work = mkdtempSync(join(tmpdir(), "distinguo-bench-"));
try {
  const core = await loadCore(work);
  if (!process.argv.includes("--hostile")) await compare(core, loadNotes(work));
  stress(core);
} finally {
  rmSync(work, { recursive: true, force: true });
}
