// Lints the labelled passages of ../shared/benchmark with the real command line and has them scored.
// Usage: node scripts/benchmark.js [--misses]        (needs dist/cli.js: npm run build)
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = resolve(root, "../shared/benchmark");
const gold = join(folder, "dev.jsonl");
const judge = join(folder, "score.mjs");
if (!existsSync(gold) || !existsSync(judge)) {
  console.error("The benchmark is not here: its passages stand in ../shared/benchmark, beside the repository.");
  process.exit(2);
}

const work = mkdtempSync(join(tmpdir(), "distinguo-benchmark-"));
try {
  const notes = join(work, "notes");
  mkdirSync(notes);
  for (const line of readFileSync(gold, "utf8").split("\n").filter(Boolean)) {
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
    const score = spawnSync(process.execPath, [judge, gold, report, ...process.argv.slice(2)], { stdio: "inherit" });
    process.exitCode = score.status ?? 2;
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
