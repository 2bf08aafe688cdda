import { spawn, spawnSync } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import esbuild from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cli } from "../../esbuild.config.mjs";
import { parseLint, temporaryVault, type TemporaryVault } from "./try-out";

const conflated = "The seed ledger is decentralized: its pages are copied to servers in five countries.\n";
let folder: string;
let script: string;
let vault: TemporaryVault;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "distinguo-cli-"));
  script = path.join(folder, "cli.js");
  await esbuild.build({ ...cli, outfile: script });
  // Node reads a .js file as an ES module only below a package that says so.
  await writeFile(path.join(folder, "package.json"), '{"type":"module"}');
  vault = await temporaryVault({ ".obsidian/": "", "a.md": `\uFEFF# Ledger\r\n\r\n🌾 ${conflated}`, "b.md": "Nothing.\n" });
});
afterAll(async () => {
  await vault.remove();
  await rm(folder, { recursive: true, force: true });
});

function distinguo(args: string[], options: { input?: string; env?: Record<string, string> } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: vault.root, encoding: "utf8", input: options.input ?? "", env: { PATH: process.env["PATH"], ...options.env }, maxBuffer: 1e9 });
  return { code: status, out: stdout, err: stderr };
}

describe("the built command line", () => {
  it("starts with a line that lets it be called by its name", async () => {
    expect(await readFile(script, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it("writes the result to standard output and exits 1 on diagnostics, 0 without, 2 on failure", () => {
    const { code, out, err } = distinguo(["lint", "--format", "json"]);
    expect([code, err]).toEqual([1, ""]);
    expect(parseLint(out).notes[0]).toMatchObject({ path: "a.md", diagnostics: [{ from: 35, to: 48, line: 3, column: 23 }] });
    expect(distinguo(["lint", "b.md"])).toMatchObject({ code: 0, err: "" });
    expect(distinguo(["lint", "c.md"])).toMatchObject({ code: 2, out: "" });
  });

  it("reads standard input", () => {
    expect(distinguo(["lint", "-", "--format", "unix"], { input: conflated })).toMatchObject({ code: 1, out: expect.stringMatching(/^stdin\.md:1:20: warning: /) as string });
  });

  it("writes no colours into a pipe", () => {
    expect(distinguo(["lint"]).out).not.toContain("\u001b");
    expect(distinguo(["report"]).out).not.toContain("\u001b");
  });

  it("ends quietly when its reader has seen enough", async () => {
    const many = await temporaryVault(Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`n${at}.md`, conflated.repeat(20)])));
    try {
      const child = spawn(process.execPath, [script, "lint", many.root, "--format", "json"], { stdio: ["ignore", "pipe", "pipe"] });
      let err = "";
      child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
      child.stdout.once("data", () => child.stdout.destroy());
      const code = await new Promise((resolve) => child.on("close", resolve));
      expect(err).toBe("");
      expect(code).not.toBe(null);
    } finally {
      await many.remove();
    }
  });

  it("reads a note of 20 MB, and an endless line", async () => {
    const filler = "A barn stands in the valley, and its doors are open to whoever brings grain. ";
    const big = await temporaryVault({
      "big.md": `${`${filler.repeat(4)}\n\n`.repeat(65_000)}${conflated}`,
      "line.md": filler.repeat(15_000) + conflated.repeat(3),
    });
    try {
      const { status, stdout, stderr } = spawnSync(process.execPath, [script, "lint", big.root], { encoding: "utf8", maxBuffer: 1e9 });
      expect(stderr).toBe("");
      expect(status).toBe(1);
      expect(stdout).toContain("in 2 of 2 notes");
      for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    } finally {
      await big.remove();
    }
  });

  it("runs from a copy, with nothing else beside it", async () => {
    const elsewhere = await mkdtemp(path.join(tmpdir(), "distinguo-copy-"));
    try {
      await copyFile(script, path.join(elsewhere, "distinguo.mjs"));
      const { status, stdout } = spawnSync(process.execPath, [path.join(elsewhere, "distinguo.mjs"), "--version"], { encoding: "utf8" });
      expect([status, stdout]).toEqual([0, expect.stringMatching(/^\d/)]);
    } finally {
      await rm(elsewhere, { recursive: true, force: true });
    }
  });
});
