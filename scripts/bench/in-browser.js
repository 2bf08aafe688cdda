import { spawnSync } from "node:child_process";
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
 * whether every bar holds; false too where the measurement itself has failed.
 * @param {string} part the folder beside this file whose `main.js` measures
 */
export async function measureInBrowser(part) {
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
  return spawnSync(process.execPath, [outfile], { stdio: "inherit", cwd: root }).status === 0;
}
