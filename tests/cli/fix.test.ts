import { spawnSync } from "node:child_process";
import { chmod, lstat, mkdir, readFile, readdir, stat, symlink } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { parseLint, temporaryVault, type TemporaryVault } from "./try-out";

/** A paragraph that the line of hyphens below it makes a heading; the fix puts a blank line between. */
const trap = "The mill stands by the weir.\n---\nIts wheel was mended in spring.\n";
const mended = "The mill stands by the weir.\n\n---\nIts wheel was mended in spring.\n";

const open: TemporaryVault[] = [];
async function vaultOf(files: Record<string, string | Uint8Array>): Promise<TemporaryVault> {
  const vault = await temporaryVault({ ".obsidian/": "", ...files });
  open.push(vault);
  return vault;
}
afterEach(async () => {
  for (const vault of open.splice(0)) await vault.remove();
});

const read = (vault: TemporaryVault, name: string) => readFile(path.join(vault.root, name), "utf8");

/** Runs a tool that takes a diff, in the vault's folder. */
function take(vault: TemporaryVault, diff: string, tool: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(tool, args, { cwd: vault.root, input: diff, encoding: "utf8" });
  return status === 0 ? "taken" : `${stdout}${stderr}`;
}

describe("check --fix --dry-run", () => {
  it("prints a diff, writes nothing, and exits as check does", async () => {
    const vault = await vaultOf({ "mill.md": trap, "clean.md": "It rained.\n" });
    expect(await vault.run("check", "--fix", "--dry-run")).toEqual({
      code: 1,
      out: "--- a/mill.md\n+++ b/mill.md\n@@ -1,3 +1,4 @@\n The mill stands by the weir.\n+\n ---\n Its wheel was mended in spring.\n",
      err: "distinguo: 1 fix would be made in 1 note\ndistinguo: 0 diagnostics would be left\n",
    });
    expect(await read(vault, "mill.md")).toBe(trap);
    expect((await vault.run("check", "--fix", "--dry-run", "--fail-on", "never")).code).toBe(0);
  });

  it.each([
    ["git", ["apply"]],
    ["patch", ["-p1", "--quiet"]],
  ])("prints what %s makes the same texts of as --fix", async (tool, args) => {
    const files = {
      "mill.md": trap,
      "two words/the mill.md": trap,
      "windows.md": trap.replace(/\n/g, "\r\n"),
      "marked.md": `\uFEFF${trap}`,
      "open end.md": trap.trimEnd(),
      'œuvre "Ä".md': trap,
      "long.md": `${trap}\n${"A line of the long note.\n".repeat(30)}\n${trap}`,
      "odd.md": `\f\u2028\r${trap}`,
      // More of them than anybody looks for one by one.
      "endless.md": `Above.\n\n${`${trap}\n`.repeat(1100)}Below, without a last line break.`,
    };
    const vault = await vaultOf(files);
    const { out } = await vault.run("check", "--fix", "--dry-run");
    if (tool === "patch" && spawnSync(tool, ["--version"]).error) return;
    expect(take(vault, out, tool, ...args)).toBe("taken");
    const other = await vaultOf(files);
    await other.run("check", "--fix");
    for (const name of Object.keys(files)) {
      expect(await read(vault, name), name).toBe(await read(other, name));
      expect(await read(other, name), name).not.toBe(files[name as keyof typeof files]);
    }
  });

  it("is taken by git in a vault that is a folder of a repository", async () => {
    const vault = await vaultOf({ "notes/.obsidian/app.json": "{}", "notes/mill.md": trap, "notes/a b.md": trap });
    spawnSync("git", ["init", "--quiet"], { cwd: vault.root });
    const { out } = await vault.run("check", "notes", "--fix", "--dry-run");
    const { status } = spawnSync("git", ["apply"], { cwd: path.join(vault.root, "notes"), input: out });
    expect(status).toBe(0);
    expect([await read(vault, "notes/mill.md"), await read(vault, "notes/a b.md")]).toEqual([mended, mended]);
  });

  it("prints nothing where there is nothing to fix", async () => {
    const vault = await vaultOf({ "clean.md": "It rained.\n" });
    expect(await vault.run("check", "--fix", "--dry-run")).toEqual({ code: 0, out: "", err: "distinguo: there is nothing to fix\ndistinguo: 0 diagnostics would be left\n" });
  });
});

describe("check --fix", () => {
  it("mends what can be mended, tells how much, and reports the rest as it now stands", async () => {
    const vault = await vaultOf({ "mill.md": `${trap}\nSee [[Barn]].\n`, "weir.md": trap });
    const { code, out, err } = await vault.run("check", "--fix", "--format", "json");
    expect(code).toBe(1);
    expect(err).toMatch(/^distinguo: 2 fixes made in 2 notes\ndistinguo: 1 diagnostic is left\n/);
    expect(parseLint(out).notes).toMatchObject([{ path: "mill.md", diagnostics: [{ rule: "unresolved-link", line: 6 }] }]);
    expect([await read(vault, "mill.md"), await read(vault, "weir.md")]).toEqual([`${mended}\nSee [[Barn]].\n`, mended]);
    expect((await vault.run("check", "--fix")).err).toMatch(/^distinguo: there is nothing to fix\n/);
  });

  it("keeps to the folder and to the rules that it is asked about", async () => {
    const vault = await vaultOf({ "a/mill.md": trap, "b/mill.md": trap });
    await vault.run("check", "a", "--fix");
    expect([await read(vault, "a/mill.md"), await read(vault, "b/mill.md")]).toEqual([mended, trap]);
    expect((await vault.run("check", "--fix", "--rule", "self-relation,missing-definition", "--rule", "orphan-concept")).code).toBe(0);
    expect(await read(vault, "b/mill.md")).toBe(trap);
    expect((await vault.run("check", "--fix", "--rule", "paragraph-as-heading")).code).toBe(0);
    expect(await read(vault, "b/mill.md")).toBe(mended);
  });

  it("keeps line ends, a byte order mark, a missing last line break and the permissions", async () => {
    const vault = await vaultOf({ "mill.md": `\uFEFF${trap.trimEnd()}`.replace(/\n/g, "\r\n") });
    await chmod(path.join(vault.root, "mill.md"), 0o640);
    await vault.run("check", "--fix");
    expect(await read(vault, "mill.md")).toBe(`\uFEFF${mended.trimEnd()}`.replace(/\n/g, "\r\n"));
    expect((await stat(path.join(vault.root, "mill.md"))).mode & 0o777).toBe(0o640);
    expect((await readdir(vault.root)).sort()).toEqual([".obsidian", "mill.md"]);
  });

  it("writes through a link, which stays one", async () => {
    const vault = await vaultOf({ "elsewhere/.keep": "", "mill.md": trap });
    const outside = await temporaryVault({ "weir.md": trap });
    open.push(outside);
    await symlink(path.join(outside.root, "weir.md"), path.join(vault.root, "weir.md"));
    await vault.run("check", "--fix");
    expect((await lstat(path.join(vault.root, "weir.md"))).isSymbolicLink()).toBe(true);
    expect(await read(outside, "weir.md")).toBe(mended);
  });

  it("leaves a write-protected note alone, and says so", async () => {
    const vault = await vaultOf({ "mill.md": trap, "weir.md": trap });
    await chmod(path.join(vault.root, "mill.md"), 0o444);
    const { code, err } = await vault.run("check", "--fix");
    expect([code, await read(vault, "mill.md"), await read(vault, "weir.md")]).toEqual([1, trap, mended]);
    expect(err).toMatch(/^distinguo: mill\.md is left alone: it is write-protected\ndistinguo: 1 fix made in 1 note\n/);
  });

  it("goes on past notes that can't be read", async () => {
    const vault = await vaultOf({ "mill.md": trap, "odd.md": new Uint8Array([0xff, 0x0a, 0x2d]), "empty.md": "", "gone.md": "" });
    await mkdir(path.join(vault.root, "folder.md"));
    const { code, err } = await vault.run("check", "--fix");
    expect([code, await read(vault, "mill.md")]).toEqual([0, mended]);
    expect(err).toContain("odd.md could not be read");
  });
});

describe("asking for fixes", () => {
  it.each([
    [["check", "--dry-run"], /--dry-run goes with --fix/],
    [["check", "--fix", "--dry-run", "--format", "json"], /takes no --format/],
    [["check", "--rule", "orphan"], /--rule: “orphan” is not among its values\. Allowed: .*orphan-concept/],
    [["check", "--rule", "equated"], /--rule: “equated”/],
    [["lint", "--fix"], /lint has no --fix: .*check --fix/],
    [["lint", "--dry-run"], /lint has no --dry-run/],
  ])("%j is refused", async (args, message) => {
    const vault = await vaultOf({ "mill.md": trap });
    const { code, out, err } = await vault.run(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
    expect(await read(vault, "mill.md")).toBe(trap);
  });

  it("takes nothing out that somebody wrote, also where its rule is named", async () => {
    const note = "---\ntype: concept\n---\n\nTurns grain into flour.\n\n## Related\n\n- [[Mill]]: is the mill itself\n- [[Weir]]: drives it\n- [[weir]]: stands above it\n";
    const vault = await vaultOf({ "Mill.md": note, "Weir.md": "---\ntype: concept\n---\n\nHolds the river back. See [[Mill]].\n" });
    const { err } = await vault.run("check", "--fix", "--rule", "self-relation,duplicate-relation");
    expect(err).toBe("distinguo: there is nothing to fix\ndistinguo: 2 diagnostics are left\n");
    expect(await read(vault, "Mill.md")).toBe(note);
    expect((await vault.run("check", "--rule", "self-relation")).out).not.toContain("choice to make");
  });

  it("takes comments away that suppress nothing", async () => {
    const vault = await vaultOf({ "concepts/mill.md": "%% distinguo-ignore-next-line one-way-relation %%\nTurns grain into flour.\n" });
    await vault.run("check", "--fix", "--rule", "unused-suppression");
    expect(await read(vault, "concepts/mill.md")).toBe("Turns grain into flour.\n");
  });

  it("takes out names, and entries of properties, that suppress nothing, and leaves what is about prose", async () => {
    const body = "Turns grain into flour. See [[Barn]]. %% distinguo-ignore one-way-relation unresolved-link self-relation equated: planned %%\n";
    const vault = await vaultOf({ "concepts/mill.md": `---\r\ndistinguo-ignore: # ours\r\n  - one-way-relation\r\n  - equated\r\n  - orphan-concept\r\n  - self-relation\r\n---\r\n${body}` });
    await vault.run("check", "--fix", "--rule", "unused-suppression");
    expect(await read(vault, "concepts/mill.md")).toBe(`---\r\ndistinguo-ignore: # ours\r\n  - equated\r\n  - orphan-concept\r\n---\r\n${body.replace("one-way-relation ", "").replace("self-relation ", "")}`);
    expect(parseLint((await vault.run("check", "--format", "json")).out).notes).toEqual([]);
  });

  it("narrows the report too, and tells of a rule that the config has off", async () => {
    const vault = await vaultOf({ "mill.md": `${trap}\nSee [[Barn]].\n`, "distinguo.yaml": "rules: {self-relation: off}\n" });
    const { out, err } = await vault.run("check", "--format", "json", "--rule", "unresolved-link,self-relation");
    expect(parseLint(out).notes.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule))).toEqual(["unresolved-link"]);
    expect(err).toBe("distinguo: self-relation is off in the config, so it reports nothing\n");
  });
});

describe("fixes that reach other notes", () => {
  const concept = (title: string, text: string, related: readonly string[]) => `---\ntype: concept\ntitle: ${title}\n---\n\n*${text}*\n\n## Related Concepts\n\n${related.map((item) => `- ${item}\n`).join("")}`;
  const files = {
    "concepts/mill.md": concept("Mill", "A mill turns grain into flour.", ["[[weir|Weir]]: the weir drives the mill", "[[miller|Miller]]: who works it", "Granary: where its grain lies"]),
    "concepts/weir.md": concept("Weir", "A weir holds the river back.", ["[[miller|Miller]]: who opens it"]),
    "concepts/miller.md": concept("Miller", "A miller works the mill.", ["Mill: where the miller works"]),
  };

  it("links a label, in the way that Obsidian is told to", async () => {
    const vault = await vaultOf({ ...files, ".obsidian/app.json": '{"useMarkdownLinks": true, "newLinkFormat": "relative"}' });
    await vault.run("check", "--fix");
    expect(await read(vault, "concepts/miller.md")).toContain("- [Mill](mill.md): where the miller works\n");
    const other = await vaultOf(files);
    await other.run("check", "--fix");
    expect(await read(other, "concepts/miller.md")).toContain("- [[mill|Mill]]: where the miller works\n");
    const odd = await vaultOf({ ...files, ".obsidian/app.json": '{"useMarkdownLinks": tru' });
    await odd.run("check", "--fix");
    expect(await read(odd, "concepts/miller.md")).toBe(await read(other, "concepts/miller.md"));
  });

  it("adds the way back for whoever asks for it by name, and as many items to one list as want to be there", async () => {
    const vault = await vaultOf(files);
    await vault.run("check", "--fix");
    expect(await read(vault, "concepts/weir.md")).toBe(files["concepts/weir.md"]);
    expect(await vault.run("check", "--rule", "one-way-relation", "--fail-on", "hint")).toMatchObject({ code: 1, out: expect.stringContaining("\n2 have a choice to make; --fix --rule ID takes the first one: one-way-relation.\n") as string });
    expect(await vault.run("check", "--rule", "one-way-relation", "--fix", "--fail-on", "hint")).toMatchObject({ code: 0, err: "distinguo: 2 fixes made in 2 notes\ndistinguo: 0 diagnostics are left\n" });
    expect((await read(vault, "concepts/weir.md")).slice(files["concepts/weir.md"].length)).toMatch(/^- \[\[mill\|Mill\]\].*\n$/);
    expect((await read(vault, "concepts/miller.md")).split("\n").filter((line) => line.startsWith("- "))).toHaveLength(2);
  });

  it("creates the note that a label wants, as it was shown, and counts it as read", async () => {
    const vault = await vaultOf(files);
    const { out } = await vault.run("check", "--rule", "undefined-concept", "--fix", "--dry-run");
    const fixed = await vault.run("check", "--rule", "undefined-concept", "--fix", "--format", "json");
    expect(fixed.err).toMatch(/^distinguo: 1 fix made in \d notes? \(new: concepts\/Granary\.md\)\ndistinguo: 0 diagnostics are left\n$/);
    expect(parseLint(fixed.out)).toMatchObject({ notes: [], summary: { notes: 4 } });
    const fresh = (await read(vault, "concepts/Granary.md")).replace(/\n$/, "").split("\n");
    expect(out).toContain(`--- /dev/null\n+++ b/concepts/Granary.md\n@@ -0,0 +1,${fresh.length} @@\n${fresh.map((line) => `+${line}\n`).join("")}`);
  });

  it("creates no note over one that could not be read, also where only capitals differ", async () => {
    for (const [name, reason] of [["Granary.md", "a note lies there already"], ["granary.md", "“granary.md” lies there already"]] as const) {
      const vault = await vaultOf({ ...files, [`concepts/${name}`]: new Uint8Array([0xff, 0xff]) });
      const { err } = await vault.run("check", "--rule", "undefined-concept", "--fix");
      expect(err).toContain(`distinguo: concepts/Granary.md is left alone: ${reason}\ndistinguo: there is nothing to fix\ndistinguo: 1 diagnostic is left\ndistinguo: concepts/`);
      expect((await readdir(path.join(vault.root, "concepts"))).sort()).toEqual([name, "mill.md", "miller.md", "weir.md"].sort());
      expect(await read(vault, "concepts/mill.md")).toBe(files["concepts/mill.md"]);
    }
  });
});
