import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parseLint, temporaryVault, type TemporaryVault } from "./try-out";

/** The note in `mills` links to one beside its folder, by a path that is sound from the root. */
const files = { "mills/weir mill.md": "It stands by the [weir](../weirs/weir.md) and the [[weirs/sluice]].\n", "mills/old/weir.md": "Dry.\n", "weirs/weir.md": "Stone.\n", "weirs/sluice.md": "Oak.\n" };
let vault: TemporaryVault;
beforeEach(async () => void (vault = await temporaryVault(files)));
afterEach(() => vault.remove());

const pathsOf = async (...args: string[]) => {
  const { out, err, code } = await vault.run(...args, "--format", "json");
  return { paths: parseLint(out).notes.map((note) => note.path), err, code };
};

it("a folder that nothing marks is taken for the vault, and nothing is fixed in it", async () => {
  expect((await pathsOf("check", "mills")).paths).toEqual(["weir mill.md"]);
  for (const args of [["check", "mills", "--fix"], ["check", "mills", "--fix", "--dry-run"], ["mentions", "mills", "--fix"]]) {
    const { code, out, err } = await vault.run(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^distinguo: --fix: nothing shows where the vault begins.*distinguo\.yaml/);
  }
  expect(await readFile(path.join(vault.root, "mills/weir mill.md"), "utf8")).toBe(files["mills/weir mill.md"]);
});

it.each([".git", ".obsidian"])("%s above it marks the vault, and standard error says so", async (mark) => {
  await mkdir(path.join(vault.root, mark));
  expect(await pathsOf("check", "mills")).toEqual({ paths: [], err: `distinguo: the vault is ${vault.root}, which holds ${mark}\n`, code: 0 });
  expect((await vault.run("check", "mills", "--fix")).err).toContain("there is nothing to fix");
  expect((await vault.run("check")).err).toBe("");
});

it("a vault in a repository is a vault of its own, and the nearest one counts", async () => {
  await mkdir(path.join(vault.root, ".git"));
  await mkdir(path.join(vault.root, "mills/.obsidian"));
  expect((await pathsOf("check", "mills/old")).err).toBe(`distinguo: the vault is ${path.join(vault.root, "mills")}, which holds .obsidian\n`);
  expect((await pathsOf("check", "mills")).paths).toEqual(["weir mill.md"]);
  await vault.write("distinguo.yaml", "");
  await rm(path.join(vault.root, "mills/.obsidian"), { recursive: true });
  await mkdir(path.join(vault.root, "mills/.git"));
  expect((await pathsOf("check", "mills")).err).toContain("which holds distinguo.yaml");
});

it("paths of two repositories can still be judged together", async () => {
  await mkdir(path.join(vault.root, "mills/.git"));
  await mkdir(path.join(vault.root, "weirs/.git"));
  expect(await vault.run("lint", "mills", "weirs")).toMatchObject({ code: 0, err: "" });
});

it.each(["check", "graph", "mentions", "report", "lint"])("%s --help says how the root is found", async (command) => {
  expect((await vault.run(command, "--help")).out.replace(/\s+/g, " ")).toMatch(/The vault is the nearest folder above that holds \.obsidian or distinguo\.yaml; where there is none, the git repository; else/);
});
