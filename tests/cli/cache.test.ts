import { readdir, readFile, rename, rm, stat, truncate, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildCli, type Built } from "./built";
import { temporaryVault, type TemporaryVault } from "./try-out";

const conflated = "The seed ledger is decentralized: its pages are copied to servers in five countries.\n";
const sound = "The seed ledger is distributed: its pages are copied to servers in five countries.\n  ";
const commands = [["lint", "--format", "json"], ["lint", "concepts"], ["check", "--format", "json"], ["check"], ["graph"], ["mentions"], ["report"]];

let built: Built;
/** Names each note that it reads, and believes that some time has passed since the notes were written. */
let watched: string;
beforeAll(async () => {
  built = await buildCli();
  watched = await built.wrap("watched.js", `
const { readFileSync } = fs;
fs.readFileSync = (file, ...rest) => { if (/\\.md$/.test(file)) process.stderr.write("read " + file.split(/[\\\\/]/).pop() + "\\n"); return readFileSync(file, ...rest); };
const { now } = Date;
Date.now = () => now() + 60_000;`);
});
afterAll(() => built.remove());

let vault: TemporaryVault;
beforeEach(async () => {
  vault = await temporaryVault({
    ".obsidian/": "",
    "concepts/mill.md": `# Mill\n\nIt grinds.\n\n## Related\n\n- [[granary]]: feeds it\n- [[nowhere]]\n`,
    "concepts/granary.md": `# Granary\n\n${conflated}\nSee the mill.\n`,
    "concepts/distributed.md": "# Distributed\n\nIn several places.\n",
    "a.md": conflated,
    "latin.md": new Uint8Array([0x74, 0xe9]),
  });
});
afterEach(() => vault.remove());

const folder = () => path.join(vault.root, ".cache");
const cached = (...args: string[]) => vault.run(...args, `--cache=${folder()}`);

/** Each command, with the cache twice and without, says the same. */
async function expectSame(): Promise<void> {
  for (const args of commands) {
    const plain = await vault.run(...args);
    expect(await cached(...args)).toEqual(plain);
    expect(await cached(...args)).toEqual(plain);
  }
}

describe("with --cache a run says what it says without", () => {
  it("of a vault that has not changed", expectSame);

  it("when notes come, change, move and go", async () => {
    await expectSame();
    await vault.write("b.md", conflated);
    await expectSame();
    await vault.write("a.md", "Nothing.\n");
    await expectSame();
    await rename(path.join(vault.root, "concepts/granary.md"), path.join(vault.root, "concepts/barn.md"));
    await expectSame();
    await rm(path.join(vault.root, "concepts/mill.md"));
    await expectSame();
  });

  it("when a note changes within a tick, in as many bytes", async () => {
    expect(sound.length).toBe(conflated.length);
    const file = path.join(vault.root, "a.md");
    const before = await cached("lint");
    const { atime, mtime } = await stat(file);
    await writeFile(file, sound);
    await utimes(file, atime, mtime);
    const after = await cached("lint");
    expect(after.out).not.toBe(before.out);
    expect(after).toEqual(await vault.run("lint"));
  });

  it("under another config, convention, format or rule", async () => {
    await expectSame();
    await vault.write("distinguo.yaml", "exclude: [a.md]\nrules: {unresolved-link: error}\n");
    await expectSame();
    for (const args of [["lint", "--convention", "iso"], ["check", "--rule", "unresolved-link"], ["check", "--format", "github"], ["check", "concepts", "--format", "json"]]) {
      expect(await cached(...args)).toEqual(await vault.run(...args));
    }
  });

  it("when what is kept is damaged, cut short, or something else", async () => {
    await expectSame();
    for (const harm of [
      async (file: string) => truncate(file, Math.floor((await stat(file)).size / 2)),
      async (file: string) => {
        const bytes = await readFile(file);
        const middle = bytes.length >> 1;
        bytes[middle] = (bytes[middle] ?? 0) ^ 255;
        await writeFile(file, bytes);
      },
      (file: string) => writeFile(file, "{}"),
      (file: string) => writeFile(file, ""),
    ]) {
      const names = await readdir(folder());
      expect(names).toEqual(expect.arrayContaining(["check-json", "lint", "report", "vault"]));
      for (const name of names) await harm(path.join(folder(), name));
      await expectSame();
    }
  });

  it("when what is kept is damaged, and a note has changed too", async () => {
    await expectSame();
    for (const name of ["lint", "vault", "report"]) {
      const file = path.join(folder(), name);
      const bytes = await readFile(file);
      const last = bytes.length - 1;
      bytes[last] = (bytes[last] ?? 0) ^ 255;
      await writeFile(file, bytes);
    }
    await vault.write("a.md", `${conflated}${conflated}`);
    await expectSame();
  });

  it("when it was kept by another version", async () => {
    const run = (script: string, ...args: string[]) => built.run({ cwd: vault.root, script }, ...args);
    await cached("check");
    const plain = run(built.script, "check");
    expect(run(built.script, "check", `--cache=${folder()}`)).toEqual(plain);
    expect(await cached("check")).toEqual(plain);
  });
});

describe("what --cache spares", () => {
  const run = (...args: string[]) => built.run({ cwd: vault.root, script: watched }, ...args, `--cache=${folder()}`);
  const read = ({ err }: { err: string }) => [...new Set(err.match(/^read \S+/gm)?.map((line) => line.slice(5)))].sort();
  const all = ["a.md", "distributed.md", "granary.md", "latin.md", "mill.md"];

  it("reads nothing where nothing has changed, and else what has", async () => {
    expect(read(run("lint"))).toEqual(all);
    expect(read(run("lint"))).toEqual([]);
    expect(read(run("check"))).toEqual(all);
    expect(read(run("check"))).toEqual([]);
    expect(read(run("graph"))).toEqual([]);
    await vault.write("a.md", `${conflated}${conflated}`);
    expect(read(run("lint"))).toEqual(["a.md"]);
    expect(read(run("lint"))).toEqual([]);
  });

  it("looks at the bytes where only the times differ, once", async () => {
    const first = run("lint", "--format", "json");
    for (const name of ["a.md", "latin.md"]) await utimes(path.join(vault.root, name), 1_700_000_000, 1_700_000_000);
    const second = run("lint", "--format", "json");
    expect(second.out).toBe(first.out);
    expect(read(second)).toEqual(["a.md", "latin.md"]);
    expect(read(run("lint", "--format", "json"))).toEqual([]);
  });

  it("keeps what lies outside of the folder that was asked about", () => {
    run("lint");
    run("lint", "concepts");
    expect(read(run("lint"))).toEqual([]);
  });
});

describe("where it is kept", () => {
  it("is the user's folder for caches, apart for each vault, and never the vault", async () => {
    const home = path.join(vault.root, ".home");
    const before = await readdir(vault.root);
    const { err } = built.run({ cwd: vault.root, env: { XDG_CACHE_HOME: home, LOCALAPPDATA: home, HOME: home } }, "lint", "--cache");
    expect(err).toContain("latin.md could not be read");
    expect((await readdir(vault.root)).filter((name) => name !== ".home")).toEqual(before);
    const caches = process.platform === "darwin" ? path.join(home, "Library", "Caches") : home;
    const [name = ""] = await readdir(path.join(caches, "distinguo"));
    expect(name.startsWith(path.basename(vault.root))).toBe(true);
  });

  it("is told where it can't be written, and the run goes on", async () => {
    await writeFile(path.join(vault.root, "taken"), "");
    const { code, out, err } = await vault.run("check", `--cache=${path.join(vault.root, "taken")}`);
    const plain = await vault.run("check");
    expect([code, out]).toEqual([plain.code, plain.out]);
    expect(err.match(/nothing is kept in/g)).toHaveLength(1);
    expect(err).toContain("--cache=FOLDER");
  });

  it("leaves no drafts behind", async () => {
    await Promise.all([cached("check"), cached("check"), cached("lint")]);
    expect((await readdir(folder())).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    await expectSame();
  });

  it("is swept of the drafts that ended runs left, and of nothing else", async () => {
    await cached("lint");
    const names = ["lint.0aa05f5f-ad76-4f05-8ad5-6c5b0b1e3f0a.tmp", "lint.1aa05f5f-ad76-4f05-8ad5-6c5b0b1e3f0a.tmp", "own.tmp"];
    for (const name of names) await writeFile(path.join(folder(), name), "");
    for (const name of [names[0] ?? "", "own.tmp"]) await utimes(path.join(folder(), name), 1_700_000_000, 1_700_000_000);
    await cached("check");
    expect((await readdir(folder())).filter((name) => name.endsWith(".tmp"))).toEqual(names.slice(1));
  });
});
