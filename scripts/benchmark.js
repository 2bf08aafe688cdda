// Lints the labelled passages of ../shared/benchmark with the real command line and has them scored.
// Usage: node scripts/benchmark.js [--half=seen|away] [--passages=FILE] [--misses]    (needs dist/cli.js: npm run build)
// The passages come in two parts, told by a hash of their source's name: the part that was read while the rules were
// made, and the one that was put away. Of the latter only the figures are looked at: never ask for its misses.
// With --passages, another file of the same shape is scored, such as tests/passages/away.jsonl.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = resolve(root, "../shared/benchmark");
const option = (name) => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
const all = resolve(option("passages") ?? join(folder, "dev.jsonl"));
const judge = join(folder, "score.mjs");
if (!existsSync(all) || !existsSync(judge)) {
  console.error("The benchmark is not here: its passages and its judge stand in ../shared/benchmark, beside the repository.");
  process.exit(2);
}

const half = option("half");
/**
 * Sources whose hash has its two lowest bits set. Not the knowledge base among them: every warning on its notes has been
 * read while the rules were made, so its passages are no longer unseen.
 */
const isAway = ({ source }) => source !== "superbenefit/knowledge-base" && (createHash("sha256").update(source).digest()[0] & 3) === 3;

const work = mkdtempSync(join(tmpdir(), "distinguo-benchmark-"));
try {
  const notes = join(work, "notes");
  mkdirSync(notes);
  const gold = join(work, "gold.jsonl");
  const lines = readFileSync(all, "utf8").split("\n").filter((line) => line !== "" && (half === undefined || isAway(JSON.parse(line)) === (half === "away")));
  writeFileSync(gold, lines.join("\n"));
  for (const line of lines) {
    const { id, text } = JSON.parse(line);
    writeFileSync(join(notes, `${id}.md`), text);
  }
  const cli = spawnSync(process.execPath, [join(root, "dist/cli.js"), "lint", notes, "--format", "json", "--fail-on", "never"], { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (cli.status !== 0) {
    console.error(cli.stderr || cli.error?.message);
    process.exitCode = 2;
  } else {
    const report = join(work, "diagnostics.json");
    writeFileSync(report, cli.stdout);
    const score = spawnSync(process.execPath, [judge, gold, report, ...process.argv.slice(2).filter((argument) => argument === "--misses")], { stdio: "inherit" });
    process.exitCode = score.status ?? 2;
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
