import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import esbuild from "esbuild";
import { cli } from "../../esbuild.config.mjs";
import type { Outcome } from "./try-out";

/** The command line as it ships, in a temporary folder. */
export interface Built {
  script: string;
  /** Writes a script that does something in each thread before distinguo begins; JavaScript, in which `fs` is Node's. */
  wrap(name: string, before: string): Promise<string>;
  /** Runs a script of it as a process. */
  run(options: { cwd: string; script?: string; input?: string | Uint8Array; env?: Record<string, string> }, ...args: string[]): Outcome;
  remove(): Promise<void>;
}

/** Builds the command line. */
export async function buildCli(): Promise<Built> {
  const folder = await mkdtemp(path.join(tmpdir(), "distinguo-built-"));
  const script = path.join(folder, "cli.js");
  await esbuild.build({ ...cli, outfile: script });
  // Node reads a .js file as an ES module only below a package that says so.
  await writeFile(path.join(folder, "package.json"), '{"type":"module"}');
  return {
    script,
    async wrap(name, before) {
      const file = path.join(folder, name);
      await writeFile(file, `import fs from "node:fs";\nimport { syncBuiltinESMExports } from "node:module";\n${before}\nsyncBuiltinESMExports();\nawait import("./cli.js");\n`);
      return file;
    },
    run({ cwd, script: file = script, input = "", env = {} }, ...args) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], { cwd, encoding: "utf8", input, env: { PATH: process.env["PATH"], ...env }, maxBuffer: 1e9 });
      return { code: status ?? -1, out: stdout, err: stderr };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
