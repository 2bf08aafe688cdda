// The gate: types, lint, dead code, the build within its budget, and every test, the browser's included.
// Ends with a line such as "212 passed, 0 failed".
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const bin = (name) => join("node_modules", ".bin", name);

/** Runs a command, shows what it prints when it is done, and tells whether it went well. */
function run(title, command, args) {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, CI: "true", NO_COLOR: "1" } });
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (printed += data));
    const end = (passed) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      console.log(`${passed ? "ok  " : "FAIL"} ${title} (${seconds} s)`);
      if (printed.trim() && (!passed || title.startsWith("tests"))) console.log(printed.trimEnd());
      resolve(passed);
    };
    child.on("error", (error) => { printed += error.message; end(false); });
    child.on("close", (code) => end(code === 0));
  });
}

const reports = await mkdtemp(join(tmpdir(), "distinguo-test-"));
const count = { passed: 0, failed: 0, skipped: 0 };

/** Runs one project of vitest and adds its tests to the count; a file that does not load counts as one that failed. */
async function tests(project) {
  const file = join(reports, `${project}.json`);
  const passed = await run(`tests: ${project}`, bin("vitest"), ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`]);
  const report = JSON.parse(await readFile(file, "utf8").catch(() => "null"));
  if (!report) { count.failed++; return; }
  count.passed += report.numPassedTests;
  count.failed += report.numFailedTests;
  count.skipped += report.numPendingTests + report.numTodoTests;
  for (const suite of report.testResults) if (suite.status === "failed" && !suite.assertionResults.some((test) => test.status === "failed")) count.failed++;
  if (!passed && !report.numFailedTests && report.success) count.failed++;
}

/** A check that passes or fails as a whole. */
async function check(title, command, args) {
  if (await run(title, command, args)) count.passed++;
  else count.failed++;
}

await check("build, main.js within its budget", process.execPath, ["esbuild.config.mjs"]);
await Promise.all([
  (async () => {
    await check("types", bin("tsc"), ["--noEmit"]);
    await check("types of core, without DOM and Node", bin("tsc"), ["--noEmit", "-p", "src/core"]);
    await check("lint", bin("eslint"), [".", "--max-warnings", "0"]);
    await check("no dead code", bin("knip"), []);
  })(),
  tests("unit"),
]);
await tests("e2e");

await rm(reports, { recursive: true, force: true });
console.log(`${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ""}`);
process.exit(count.failed || !count.passed ? 1 : 0);
