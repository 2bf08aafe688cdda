// The gate: types, lint, dead code, the build within its budget, and every test, the browser's included.
// Ends with a line such as "212 passed, 0 failed".
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

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
const count = { passed: 0, skipped: 0 };
/** What failed, told again at the end: of a long log one often keeps only the last lines. */
const failures = [];

/** Runs one project of vitest and adds its tests to the count; a file that does not load counts as one that failed. */
async function tests(project) {
  const file = join(reports, `${project}.json`);
  const passed = await run(`tests: ${project}`, bin("vitest"), ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`]);
  const report = JSON.parse(await readFile(file, "utf8").catch(() => "null"));
  if (!report) return void failures.push(`tests: ${project}: vitest gave no report, see above`);
  count.passed += report.numPassedTests;
  count.skipped += report.numPendingTests + report.numTodoTests;
  const found = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const place = relative(process.cwd(), name);
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (status === "failed" && failed.length === 0) return [`${place}\n${message}`];
    return failed.map((test) => `${place}: ${test.fullName}\n${test.failureMessages.join("\n").split("\n").slice(0, 12).join("\n")}`);
  });
  failures.push(...(passed || found.length > 0 ? found : [`tests: ${project}: an error outside of the tests, see above`]));
}

/** A check that passes or fails as a whole. */
async function check(title, command, args) {
  if (await run(title, command, args)) count.passed++;
  else failures.push(`${title}: see above`);
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
for (const failure of failures) console.log(`\nFAILED ${failure}\n`);
console.log(`${count.passed} passed, ${failures.length} failed${count.skipped ? `, ${count.skipped} skipped` : ""}`);
process.exit(failures.length > 0 || !count.passed ? 1 : 0);
