// `npm start [-- PATH]`: builds everything, then prints the report on a vault. Without a path, on examples/garden.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const [given, ...more] = process.argv.slice(2);
// npm runs this in the project's folder; the path was written where the person stands.
const vault = given === undefined ? path.join(root, "examples/garden") : path.resolve(process.env.INIT_CWD ?? process.cwd(), given);

if (given !== undefined && !statSync(vault, { throwIfNoEntry: false })?.isDirectory()) {
  console.error(`npm start: ${given} is no folder that can be found. Give the path of a vault: npm start -- PATH`);
  process.exit(2);
}

// esbuild's options name their files from here.
process.chdir(root);
const { build } = await import("../esbuild.config.mjs");
await build().catch((error) => {
  console.error(`npm start: the build failed. ${error.message}`);
  process.exit(2);
});
const { status } = spawnSync(process.execPath, ["dist/cli.js", "report", path.relative(root, vault) || ".", ...more], { stdio: "inherit" });
process.exitCode = status ?? 2;
