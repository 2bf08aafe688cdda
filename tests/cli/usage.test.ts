import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryVault, type TemporaryVault } from "./try-out";

let vault: TemporaryVault;
beforeAll(async () => {
  vault = await temporaryVault({ "a.md": "A quiet note.\n", "sub/b.md": "Another.\n" });
});
afterAll(() => vault.remove());

describe("usage", () => {
  it("helps, for all and for one command, at 80 columns", async () => {
    for (const args of [["--help"], ["help"], ["lint", "--help"], ["graph", "-h"], ["help", "check"], ["report", "--help"]]) {
      const { code, out, err } = await vault.run(...args);
      expect([code, err], args.join(" ")).toEqual([0, ""]);
      expect(out).toMatch(/Usage: distinguo/);
      for (const line of out.split("\n")) expect(line.length, line).toBeLessThanOrEqual(80);
    }
  });

  it("says its version", async () => {
    expect((await vault.run("--version")).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [[], /Usage/],
    [["lnt"], /no command “lnt”.*lint, graph, check, mentions, report/],
    [["lint", "--frmat", "json"], /Unknown option '--frmat'.*distinguo lint --help/],
    [["lint", "--format"], /--format <value>' argument missing.*distinguo lint --help/],
    [["lint", "--format", "xml"], /“xml”.*pretty, json, unix, github, sarif/],
    [["lint", "--fail-on", "loud"], /“loud”.*error, warning, info, hint, never/],
    [["lint", "--convention", "majority"], /“majority”.*two-axes/],
    [["graph", "--format", "dot"], /“dot”.*json, mermaid, canvas, graphml, skos, turtle, svg/],
    [["check", "--format", "skos"], /“skos”.*pretty/],
    [["graph", "a", "b"], /one folder, and 2/],
    [["graph", "a.md"], /a\.md is one note\. Give a folder/],
    [["check", "nowhere"], /nowhere: there is nothing of that name/],
    [["lint", "--config", "none.yaml"], /none\.yaml: there is nothing of that name/],
  ])("fails with 2 on %j, naming the place and the remedy", async (args, message) => {
    const { code, out, err } = await vault.run(...args);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err.replace(/\n/g, " ")).toMatch(message);
  });
});

describe("the config", () => {
  it.each([
    ["conventoin: two-axes\n", /distinguo\.yaml:1: .*conventoin.*convention/],
    ["# ours\n\nconvention: loudest\n", /distinguo\.yaml:3: .*loudest.*two-axes/],
    ["rules:\n  equated: fatal\n", /distinguo\.yaml:2: .*equated.*error, warning, info, hint, off/],
    ["rules:\n  equatd: off\n", /distinguo\.yaml:2: .*equatd.*equated/],
    ["rules: {\n", /distinguo\.yaml: .*line \d/],
    ["convention: two-axes\nconvention: two-axes\n", /distinguo\.yaml: .*line 2/],
    ["- a list\n", /distinguo\.yaml/],
    ["conventions:\n  journal: loudest\n", /distinguo\.yaml:2: .*conventions\.journal.*loudest.*two-axes/],
    ["words:\n  cues:\n    quote:\n      - by all accounts\n      - '?so'\n", /distinguo\.yaml:5: .*Entry 2 of “words\.cues\.quote” is “\?so”\. A phrase is/],
  ])("is refused with file, line, key and what is allowed: %j", async (text, message) => {
    const own = await temporaryVault({ "a.md": "A quiet note.\n", "distinguo.yaml": text });
    try {
      for (const command of ["lint", "graph", "check", "report"]) {
        const { code, out, err } = await own.run(command);
        expect([code, out], command).toEqual([2, ""]);
        expect(err).toMatch(message);
      }
    } finally {
      await own.remove();
    }
  });

  it("is told of where it looks like a slip, and nothing is stopped", async () => {
    const own = await temporaryVault({ ".obsidian/": "", "law/a.md": "A quiet note.\n", "distinguo.yml": "convention: two-axes\n" });
    try {
      expect(await own.run("lint")).toMatchObject({ code: 0, err: "distinguo: distinguo.yml is not read; the config's name is distinguo.yaml\n" });
      await own.write("distinguo.yaml", "conventions: {law: subset, law/a: subset, /law/: subset, lore: subset, law/b.md: subset}\n");
      for (const command of ["lint", "check", "graph", "report"]) {
        expect((await own.run(command)).err, command).toMatch(/^distinguo: distinguo\.yml .*\ndistinguo: distinguo\.yaml settles a convention for “lore”, and there is nothing of that name in the vault\ndistinguo: .*“law\/b\.md”.*\n/);
      }
    } finally {
      await own.remove();
    }
  });

  it("silences and loudens rules, and may come from another file", async () => {
    const text = "The seed ledger is decentralized: its pages are copied to servers in five countries.\n";
    const own = await temporaryVault({ "a.md": text, "distinguo.yaml": "rules:\n  decentralized-for-distributed: off\n", "strict.yaml": "rules:\n  decentralized-for-distributed: error\n" });
    try {
      expect((await own.run("lint")).code).toBe(0);
      expect((await own.run("lint", "--config", "strict.yaml", "--fail-on", "error")).code).toBe(1);
      await own.write("distinguo.yaml", "# nothing settled yet\n");
      expect((await own.run("lint")).code).toBe(1);
    } finally {
      await own.remove();
    }
  });
});
