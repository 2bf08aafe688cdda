import { symlink } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { parseLint, temporaryVault, type TemporaryVault } from "./try-out";

/** A sentence that every convention's linter marks: the benchmark's guide gives its pattern. */
const conflated = "The seed ledger is decentralized: its pages are copied to servers in five countries.\n";
const clean = "The mill stands by the river and belongs to nobody in particular.\n";

const open: TemporaryVault[] = [];
async function vaultOf(files: Record<string, string | Uint8Array>): Promise<TemporaryVault> {
  const vault = await temporaryVault(files);
  open.push(vault);
  return vault;
}
afterEach(async () => {
  for (const vault of open.splice(0)) await vault.remove();
});

const pathsOf = (out: string) => parseLint(out).notes.map((note) => note.path);

describe("the convention", () => {
  const leap = "The seed ledger is distributed, so nobody owns it.\n";

  it("of a folder and of a note is the config's, until another is asked for; a note's own property stays", async () => {
    const vault = await vaultOf({
      "distinguo.yaml": "convention: two-axes\nconventions: {law: neutral, law/old.md: subset}\n",
      "a.md": leap,
      "law/a.md": leap,
      "law/old.md": leap,
      "law/own.md": `---\ndistinguo-convention: necessity\n---\n${leap}`,
    });
    const conventions = async (...args: string[]) => parseLint((await vault.run("lint", "--format", "json", ...args)).out).notes.flatMap(({ path: at, diagnostics }) => diagnostics.map(({ convention }) => `${at} ${convention}`));
    expect(await conventions()).toEqual(["a.md two-axes", "law/a.md neutral", "law/old.md subset", "law/own.md necessity"]);
    expect(await conventions("--convention", "topology")).toEqual(["a.md topology", "law/a.md topology", "law/old.md topology", "law/own.md necessity"]);
    const { out } = await vault.run("lint");
    expect(out).toContain("inferred  (convention: neutral)\n");
    expect(out).toMatch(/Convention: two-axes\.\n/);
  });
});

describe("what lint reads", () => {
  it("reads the notes of a vault in the order of their paths, and leaves hidden folders and node_modules out", async () => {
    const vault = await vaultOf({
      ".obsidian/": "",
      "b.md": conflated,
      "a/z.md": conflated,
      "a/Ä.MD": conflated,
      "clean.md": clean,
      "empty.md": "",
      ".trash/gone.md": conflated,
      ".hidden.md": conflated,
      "node_modules/x/readme.md": conflated,
      "a/node_modules/x.md": conflated,
      "seed.txt": conflated,
      "seed.markdown": conflated,
    });
    const { code, out, err } = await vault.run("lint", "--format", "json");
    expect(err).toBe("");
    expect(code).toBe(1);
    expect(pathsOf(out)).toEqual(["a/z.md", "a/Ä.MD", "b.md"]);
    expect(parseLint(out).summary).toEqual({ notes: 5, error: 0, warning: 3, info: 0, hint: 0 });
  });

  it("reads a note, several, and a folder, with paths from the vault's root", async () => {
    const vault = await vaultOf({ ".obsidian/": "", "deep/er/a.md": conflated, "deep/b.txt": conflated, "c.markdown": conflated });
    expect(pathsOf((await vault.run("lint", "deep/er/a.md", "--format", "json")).out)).toEqual(["deep/er/a.md"]);
    expect(pathsOf((await vault.run("lint", "deep/b.txt", "c.markdown", "deep", "--format", "json")).out)).toEqual(["c.markdown", "deep/b.txt", "deep/er/a.md"]);
    expect(pathsOf((await vault.runIn({ cwd: path.join(vault.root, "deep/er") }, "lint", "../b.txt", ".", "--format", "json")).out)).toEqual(["deep/b.txt", "deep/er/a.md"]);
  });

  it("takes the folder given for the vault where none is marked, and for files the one they share", async () => {
    const vault = await vaultOf({ "x/one/a.md": conflated, "x/two/b.md": conflated });
    expect(pathsOf((await vault.run("lint", "x", "--format", "json")).out)).toEqual(["one/a.md", "two/b.md"]);
    expect(pathsOf((await vault.run("lint", "x/one/a.md", "--format", "json")).out)).toEqual(["a.md"]);
    expect(pathsOf((await vault.run("lint", "x/one/a.md", "x/two/b.md", "--format", "json")).out)).toEqual(["one/a.md", "two/b.md"]);
  });

  it("refuses paths of different vaults", async () => {
    const vault = await vaultOf({ "x/distinguo.yaml": "", "x/a.md": clean, "y/distinguo.yaml": "", "y/b.md": clean });
    const { code, out, err } = await vault.run("lint", "x/a.md", "y/b.md");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/different vaults.*Run distinguo once for each vault/s);
  });

  it("follows links without going round, and counts a note once under its own name", async () => {
    const vault = await vaultOf({ ".obsidian/": "", "real/a.md": conflated });
    await symlink("..", path.join(vault.root, "real/loop"));
    await symlink("real", path.join(vault.root, "again"));
    await symlink("real/a.md", path.join(vault.root, "0.md"));
    await symlink("/", path.join(vault.root, "everything"));
    const { out, err } = await vault.run("lint", "--format", "json");
    expect(pathsOf(out)).toEqual(["real/a.md"]);
    expect(err).toBe("");
  });

  it("names what can't be read, and goes on", async () => {
    const vault = await vaultOf({
      ".obsidian/": "",
      "a.md": conflated,
      "latin.md": new Uint8Array([0x47, 0x72, 0xfc, 0xdf, 0x65]),
      "utf16.md": new Uint8Array([0xff, 0xfe, 0x41, 0x00]),
    });
    await symlink("nowhere.md", path.join(vault.root, "dangling.md"));
    const { code, out, err } = await vault.run("lint", "--format", "json");
    expect(code).toBe(1);
    expect(pathsOf(out)).toEqual(["a.md"]);
    expect(parseLint(out).summary.notes).toBe(1);
    expect(err).toContain("dangling.md could not be read: there is nothing of that name");
    expect(err).toContain("latin.md could not be read: its bytes are not UTF-8 (first at byte 2)");
    expect(err).toContain("utf16.md could not be read: its bytes are UTF-16, not UTF-8");
  });

  it("fails, after the rest, on a named file that can't be read", async () => {
    const vault = await vaultOf({ ".obsidian/": "", "a.md": conflated, "latin.md": new Uint8Array([0xfc]), "picture.png": "" });
    const bytes = await vault.run("lint", "a.md", "latin.md", "--format", "json");
    expect(bytes.code).toBe(2);
    expect(pathsOf(bytes.out)).toEqual(["a.md"]);
    const picture = await vault.run("lint", "picture.png");
    expect(picture.code).toBe(2);
    expect(picture.err).toContain("picture.png could not be read: it is no note");
  });

  it("fails at once on a path that does not exist", async () => {
    const vault = await vaultOf({ "a.md": conflated });
    const { code, out, err } = await vault.run("lint", "a.md", "b.md");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toBe("distinguo: b.md: there is nothing of that name. Give the path of a note, a folder or a vault.\n");
  });

  it("says so where there are no notes", async () => {
    const vault = await vaultOf({ "seed.txt": conflated });
    const { code, out, err } = await vault.run("lint");
    expect(code).toBe(0);
    expect(out).toMatch(/^Nothing to report in 0 notes/);
    expect(err).toContain("no notes (.md) here");
  });

  it("leaves out what the config excludes, also where it is named", async () => {
    const vault = await vaultOf({ "distinguo.yaml": "exclude: [archive, ./drafts/one.md]\n", "archive/old.md": conflated, "archived.md": conflated, "drafts/one.md": conflated, "drafts/two.md": conflated });
    expect(pathsOf((await vault.run("lint", "--format", "json")).out)).toEqual(["archived.md", "drafts/two.md"]);
    const named = await vault.run("lint", "archive/old.md", "--format", "json");
    expect(named.code).toBe(0);
    expect(named.err).toContain("archive/old.md is left out");
  });
});

it("leaves alone what a note excepts, and says where an entry of its own has nothing left to do", async () => {
  const excepted = (phrases: string) => `---\ndistinguo-exceptions: ${phrases}\n---\n# Ledger\n\n${conflated}`;
  const vault = await vaultOf({ "a.md": excepted("[\"decentralized: its pages\"]"), "b.md": excepted("[decentralized mill, \"decentralized: its pages\"]"), "moved/c.md": excepted("decentralized mill") });
  const { code, out } = await vault.run("lint", "--format", "json");
  expect(code).toBe(1);
  expect(parseLint(out).notes.map(({ path: at, diagnostics }) => [at, ...diagnostics.map(({ rule, line, column }) => `${rule} ${line}:${column}`)])).toEqual([
    ["b.md", "unused-suppression 2:24"],
    ["moved/c.md", "unused-suppression 2:23", "decentralized-for-distributed 6:20"],
  ]);
});

describe("where lint says things stand", () => {
  it.each([
    ["a byte order mark", `\uFEFF${conflated}`, 20, 1, 21],
    ["Windows line ends", `# Ledger\r\n\r\n${conflated}`, 31, 3, 20],
    ["emoji and wide letters", `👩‍🌾 分散 🌾\n\n🌾🌾 ${conflated}`, 37, 3, 25],
    ["front matter", `---\naliases: [x]\n---\n${conflated}`, 40, 4, 20],
    ["a byte order mark and front matter", `\uFEFF---\r\naliases: [x]\r\n---\r\n${conflated}`, 44, 4, 20],
  ])("counts UTF-16 units of the file's text: %s", async (_name, source, from, line, column) => {
    expect(source.slice(from, from + 13)).toBe("decentralized");
    const vault = await vaultOf({ "a.md": source });
    const { out } = await vault.run("lint", "--format", "json");
    const [diagnostic] = parseLint(out).notes[0]?.diagnostics ?? [];
    expect(diagnostic).toMatchObject({ rule: "decentralized-for-distributed", from, to: from + 13, line, column });
    expect((await vault.run("lint", "--format", "unix")).out).toMatch(new RegExp(`^a\\.md:${line}:${column}: warning: `));
  });
});

describe("lint's exit code", () => {
  it("follows --fail-on", async () => {
    const vault = await vaultOf({ "a.md": conflated });
    for (const [failOn, code] of [["error", 0], ["warning", 1], ["info", 1], ["hint", 1], ["never", 0]] as const) {
      expect((await vault.run("lint", "--fail-on", failOn)).code, failOn).toBe(code);
    }
  });

  it("is 0 for a clean vault", async () => {
    const vault = await vaultOf({ "a.md": clean });
    expect(await vault.run("lint")).toEqual({ code: 0, out: "Nothing to report in 1 note.\nConvention: two-axes.\n", err: "" });
  });
});

describe("the vault's own notes about the words", () => {
  const lines = (out: string) => out.split("\n").filter((line) => line.startsWith("See "));

  it("are named below the report and in JSON, by name, title or alias, the shortest path first", async () => {
    const vault = await vaultOf({
      "a.md": conflated,
      "concepts/Distributed.md": clean,
      "old/archive/Distributed.md": clean,
      "concepts/Power.md": `---\ntitle: Power\naliases: [De-centralised]\n---\n\n${clean}`,
    });
    expect(lines((await vault.run("lint")).out)).toEqual(["See “distributed” in concepts/Distributed.md", "See “decentralized” in concepts/Power.md"]);
    expect(JSON.parse((await vault.run("lint", "--format", "json")).out)).toMatchObject({ conceptNotes: { distributed: "concepts/Distributed.md", decentralized: "concepts/Power.md" } });
    expect((await vault.run("report")).out).toContain("See “distributed” in concepts/Distributed.md");
  });

  it("are not named where there are none, nor where nothing is reported", async () => {
    expect(lines((await (await vaultOf({ "a.md": conflated, "b/Distribution.md": clean })).run("lint")).out)).toEqual([]);
    expect(lines((await (await vaultOf({ "a.md": clean, "Decentralization.md": clean })).run("lint")).out)).toEqual([]);
  });
});

describe("lint in a GitHub workflow", () => {
  it("names files from the repository's root, where annotations belong", async () => {
    const vault = await vaultOf({ "docs/.obsidian/": "", "docs/a.md": conflated });
    const inRepository = await vault.runIn({ env: { GITHUB_WORKSPACE: vault.root } }, "lint", "docs", "--format", "github");
    expect(inRepository.out).toMatch(/^::warning file=docs\/a\.md,line=1,/);
    const elsewhere = await vault.runIn({ env: { GITHUB_WORKSPACE: "/nowhere" } }, "lint", "docs", "--format", "github");
    expect(elsewhere.out).toMatch(/^::warning file=a\.md,line=1,/);
    const byHand = await vault.runIn({}, "lint", "docs", "--format", "github");
    expect(byHand.out).toMatch(/^::warning file=docs\/a\.md,line=1,/);
  });
});

describe("lint of standard input", () => {
  it("judges the text under the name that it is given", async () => {
    const vault = await vaultOf({ ".obsidian/": "", "deep/": "" });
    const named = await vault.runWith(conflated, "lint", "-", "--stdin-filename", "deep/new.md", "--format", "json");
    expect(named.code).toBe(1);
    expect(pathsOf(named.out)).toEqual(["deep/new.md"]);
    expect(pathsOf((await vault.runWith(conflated, "lint", "-", "--format", "json")).out)).toEqual(["stdin.md"]);
    expect((await vault.runWith(clean, "lint", "-")).code).toBe(0);
  });

  it("honours the config of the vault that the name lies in", async () => {
    const vault = await vaultOf({ "distinguo.yaml": "exclude: [archive]\n", "archive/": "" });
    const { code, err } = await vault.runWith(conflated, "lint", "-", "--stdin-filename", "archive/a.md");
    expect(code).toBe(0);
    expect(err).toContain("archive/a.md is left out");
  });

  it("refuses what is not UTF-8, other paths beside it, and a name without it", async () => {
    const vault = await vaultOf({ "a.md": clean });
    expect(await vault.runWith(new Uint8Array([0xff]), "lint", "-")).toMatchObject({ code: 2, out: "" });
    expect(await vault.runWith(clean, "lint", "-", "a.md")).toMatchObject({ code: 2, out: "" });
    expect(await vault.run("lint", "a.md", "--stdin-filename", "b.md")).toMatchObject({ code: 2, out: "" });
  });
});
