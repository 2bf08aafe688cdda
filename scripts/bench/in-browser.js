import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import esbuild from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Lets each module keep its own address, `import.meta.url`; bundled, it would take the bundle's for it. */
const ownAddress = {
  name: "own-address",
  setup(build) {
    build.initialOptions.define = { "import.meta.url": "ownAddress" };
    build.onLoad({ filter: /\.(ts|m?js)$/ }, async ({ path }) => ({
      contents: `const ownAddress = ${JSON.stringify(pathToFileURL(path).href)};${await readFile(path, "utf8")}`,
      loader: path.endsWith(".ts") ? "ts" : "js",
    }));
  },
};

/**
 * Measures in Chromium. In a process of its own, from a bundle: it opens the page as the tests do, by their TypeScript. Returns
 * rows; null where the measurement itself has failed.
 * @param {string} part the folder beside this file whose `main.js` measures
 * @param {string} work a folder that both may write to
 */
export async function measureInBrowser(part, work) {
  const outfile = join(root, "dist/bench", `${part}.js`);
  await esbuild.build({
    entryPoints: [join(root, "scripts/bench", part, "main.js")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "warning",
    plugins: [ownAddress],
  });
  const rows = join(work, "rows.json");
  rmSync(rows, { force: true });
  const { status } = spawnSync(process.execPath, [outfile, work], { stdio: "inherit", cwd: root });
  return status === 0 && existsSync(rows) ? JSON.parse(readFileSync(rows, "utf8")) : null;
}
