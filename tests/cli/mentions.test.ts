import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { parseLint, temporaryVault, type TemporaryVault } from "./try-out";

let vault: TemporaryVault;
afterEach(() => vault.remove());

const concepts = {
  "concepts/mill.md": "---\ntitle: Mill\n---\nTurns grain into flour.\n",
  "concepts/tide mill.md": "---\ntitle: Tide mill\n---\nA [mill](mill.md) that the sea turns.\n",
  "concepts/quay.md": "---\ntitle: Quay\ndistinguo-mentions: false\n---\nWhere boats lie.\n",
};

const walk = "Two tide mills by the quay, and\na mill. Another mill.\n\n| what | where |\n| --- | --- |\n| x | tide mill |\n";

async function fixDiff(settings: string, notes: Record<string, string>): Promise<string> {
  vault = await temporaryVault({ ".obsidian/app.json": settings, ...concepts, ...notes });
  return (await vault.run("mentions", "--fix", "--dry-run")).out;
}

describe("mentions", () => {
  it("reports hints in the shape of lint, each with its link", async () => {
    vault = await temporaryVault({ ".obsidian/": "", ...concepts, "walk.md": walk });
    const { code, out, err } = await vault.run("mentions", "--format", "json");
    expect(code).toBe(0);
    expect(err).toContain("1 name held back");
    const { version, notes, summary } = parseLint(out);
    expect([version, summary.notes, summary.hint]).toEqual([1, 4, 2]);
    expect(notes.map(({ path: at, diagnostics }) => [at, diagnostics.map(({ rule, severity, from, to, line, column }) => [rule, severity, walk.slice(from, to), line, column])])).toEqual([
      ["walk.md", [["unlinked-mention", "hint", "tide mills", 1, 5], ["unlinked-mention", "hint", "mill", 2, 3]]],
    ]);
    expect((await vault.run("mentions", "--fail-on", "hint")).code).toBe(1);
    expect((await vault.run("mentions", "concepts", "--format", "json")).out).toContain('"notes": 3');
  });

  it("reports every mention when asked to", async () => {
    vault = await temporaryVault({ ".obsidian/": "", ...concepts, "walk.md": walk });
    const { out } = await vault.run("mentions", "--every", "--format", "unix");
    expect(out.trim().split("\n").map((line) => line.split(":").slice(0, 3).join(":"))).toEqual(["walk.md:1:5", "walk.md:2:3", "walk.md:2:17", "walk.md:6:7"]);
  });

  it("says which names it holds back as common words, and how often they stand", async () => {
    vault = await temporaryVault({ ".obsidian/": "", ...concepts, ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`w/${index}.md`, "A mill."])) });
    const { out, err } = await vault.run("mentions");
    expect(err).toMatch(/held back as common words[^]*“Mill” \(12, linked in 1\)/);
    expect(out).toContain("Nothing to report");
    await vault.write("distinguo.yaml", "mentions: {amount: all}\n");
    expect((await vault.run("mentions")).out).toContain("12 hints");
    await vault.write("distinguo.yaml", "mentions: {amount: all, exclude: [mills]}\n");
    expect((await vault.run("mentions")).out).toContain("Nothing to report");
    await vault.write("distinguo.yaml", "mentions: {amount: most}\n");
    expect((await vault.run("mentions")).err).toContain("Allowed: few, some, all");
  });

  it("keeps silent where a note says so, and tells of comments that silence nothing", async () => {
    vault = await temporaryVault({
      ".obsidian/": "",
      ...concepts,
      "off.md": "---\ndistinguo: false\n---\nA mill.\n",
      "line.md": "%% distinguo-ignore-next-line unlinked-mention: a name %%\nA mill.\n",
      "rain.md": "%% distinguo-ignore-next-line unlinked-mention %%\nRain.\n",
    });
    expect((await vault.run("mentions", "--format", "unix")).out).toMatch(/^rain\.md:1:1: [^\n]*suppresses nothing[^\n]*\n$/);
    expect((await vault.run("lint", "--format", "unix")).out).toBe("");
  });

  it.each([
    ["wiki links", '{"useMarkdownLinks": false}', "+Two [[tide mill|tide mills]] by the quay, and\n+a [[mill]]. Another mill."],
    ["Markdown links from the root", '{"useMarkdownLinks": true, "newLinkFormat": "absolute"}', "+Two [tide mills](concepts/tide%20mill.md) by the quay, and\n+a [mill](concepts/mill.md). Another mill."],
  ])("links in %s, as the vault does", async (_, settings, expected) => {
    expect(await fixDiff(settings, { "walk.md": walk })).toContain(expected);
  });

  it("sets no link whose bar would end a table's cell", async () => {
    const notes = { "table.md": "| what | where |\n| --- | --- |\n| x | tide mills |\n" };
    expect(await fixDiff('{"useMarkdownLinks": false}', notes)).toBe("");
    await vault.remove();
    expect(await fixDiff('{"useMarkdownLinks": true}', notes)).toContain("+| x | [tide mills](");
  });

  it("writes what it showed, once", async () => {
    vault = await temporaryVault({ ".obsidian/app.json": '{"useMarkdownLinks": false}', ...concepts, "walk.md": walk.replaceAll("\n", "\r\n") });
    const { out } = await vault.run("mentions", "--fix", "--dry-run");
    expect(out).toContain("[[mill]]");
    const file = path.join(vault.root, "walk.md");
    expect(await readFile(file, "utf8")).not.toContain("[[");
    expect((await vault.run("mentions", "--fix")).out).toContain("Nothing to report");
    expect(await readFile(file, "utf8")).toBe(walk.replaceAll("\n", "\r\n").replace("tide mills", "[[tide mill|tide mills]]").replace("a mill.", "a [[mill]]."));
    expect((await vault.run("mentions", "--fix", "--dry-run")).out).toBe("");
  });

  it("names what doesn't go together", async () => {
    vault = await temporaryVault({ ".obsidian/": "" });
    expect(await vault.run("mentions", "--dry-run")).toMatchObject({ code: 2, out: "" });
    expect(await vault.run("mentions", "--fix", "--dry-run", "--format", "json")).toMatchObject({ code: 2, out: "" });
  });
});
