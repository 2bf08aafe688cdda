import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { widthOf } from "../../src/core/report/width";
import { parseGraph, parseLint, temporaryVault, type TemporaryVault } from "./try-out";

let vault: TemporaryVault;
beforeAll(async () => {
  vault = await temporaryVault({
    ".obsidian/": "",
    "concepts/granary.md": `---
title: Granary
aliases: [grain store]
tags: [storage]
---
# Granary

*A granary keeps the harvest dry until it is needed.*

## Uses of Granary

### Granary in Village Life

The key hangs in the mill.

## Related Concepts

- [[Mill]]: the granary feeds the mill
- **Barter**: grain is what is bartered
`,
    "concepts/mill.md": "---\ntitle: Mill\n---\n\n# Mill\n\n*A mill turns grain into flour.*\n\n## Related Concepts\n\n- [Granary](granary.md): where the mill's grain comes from\n",
    "journal/monday.md": "The seed ledger is decentralized: its pages are copied to servers in five countries. See [[Granary]].\n",
    "broken.md": new Uint8Array([0xff, 0x20, 0x41]),
  });
});
afterAll(() => vault.remove());

describe("graph", () => {
  it("prints the concepts and relations as the contract has them", async () => {
    const { code, out, err } = await vault.run("graph");
    expect(code).toBe(0);
    expect(err).toContain("broken.md could not be read");
    const { version, concepts, relations } = parseGraph(out);
    expect(version).toBe(1);
    expect(concepts).toEqual([
      {
        path: "concepts/granary.md",
        prefLabel: "Granary",
        altLabels: ["grain store"],
        tags: ["storage"],
        definition: "A granary keeps the harvest dry until it is needed.",
        uses: [{ domain: "Village Life", heading: "Granary in Village Life" }],
        references: 0,
      },
      { path: "concepts/mill.md", prefLabel: "Mill", altLabels: [], tags: [], definition: "A mill turns grain into flour.", uses: [], references: 0 },
    ]);
    const related = relations.filter(({ kind }) => kind === "related");
    expect(related.map(({ source, target, written }) => [source, target, written])).toEqual([
      ["concepts/granary.md", "concepts/mill.md", "link"],
      ["concepts/granary.md", null, "label"],
      ["concepts/mill.md", "concepts/granary.md", "link"],
    ]);
    expect(Object.keys(related[0] ?? {})).toEqual(["kind", "source", "target", "label", "sentence", "from", "to", "written", "section", "line", "found", "direction"]);
  });

  it("of a folder in a vault still resolves across the vault, with the vault's paths", async () => {
    const { relations } = parseGraph((await vault.run("graph", "journal")).out);
    expect(relations.every(({ source }) => source === "journal/monday.md")).toBe(true);
    expect(relations.map(({ target }) => target)).toContain("concepts/granary.md");
  });

  it.each([
    ["mermaid", /^(?:---|graph|flowchart)/],
    ["canvas", /"nodes"/],
    ["graphml", /<graphml/],
    ["skos", /skos:/],
    ["turtle", /^@prefix skos: /],
    ["svg", /<svg/],
  ])("speaks %s", async (format, shape) => {
    const { code, out } = await vault.run("graph", "--format", format);
    expect(code).toBe(0);
    expect(out).toMatch(shape);
    expect(out).toMatch(/granary/i);
    expect(out.endsWith("\n")).toBe(true);
  });
});

describe("graph --around", () => {
  let long: TemporaryVault;
  const labelsOf = async (...args: string[]) => {
    const { code, out, err } = await long.run("graph", ...args);
    expect([code, err.replace(/^distinguo: the vault is \S+, which holds \.obsidian\n/, "")]).toEqual([0, ""]);
    return parseGraph(out).concepts.map(({ prefLabel }) => prefLabel);
  };
  beforeAll(async () => {
    const concept = (title: string, ...related: string[]) => `---\ntype: concept\ntitle: ${title}\n---\n\n*What it is.*\n\n## Related Concepts\n\n${related.map((one) => `- [[${one}]]: in some way\n`).join("")}`;
    long = await temporaryVault({
      ".obsidian/": "",
      "one/oats.md": concept("Oats", "rye"),
      "one/rye.md": concept("Rye", "barley flour"),
      "two/barley flour.md": concept("Barley Flour", "malt"),
      "two/malt.md": concept("Malt"),
      "journal.md": "It rained.\n",
    });
  });
  afterAll(() => long.remove());

  it("prints what lies round a note, by its path, its title or its name", async () => {
    expect(await labelsOf("--around", "one/rye.md")).toEqual(["Oats", "Rye", "Barley Flour"]);
    for (const name of ["two/barley flour.md", "two/barley flour", "./two/barley flour.md", "Barley Flour", "barley flour"]) expect(await labelsOf("--around", name), name).toEqual(["Rye", "Barley Flour", "Malt"]);
    expect((await long.runIn({ cwd: path.join(long.root, "two") }, "graph", "--around", "malt.md", "--depth", "0")).out).toContain('"Malt"');
  });

  it("goes as many steps as it is told", async () => {
    expect(await labelsOf("--around", "Oats", "--depth", "0")).toEqual(["Oats"]);
    expect(await labelsOf("--around", "Oats", "--depth", "2")).toEqual(["Oats", "Rye", "Barley Flour"]);
    expect(await labelsOf("two", "--around", "Oats", "--depth", "99")).toEqual(["Oats", "Rye", "Barley Flour", "Malt"]);
  });

  it("writes it in any format", async () => {
    const { out } = await long.run("graph", "--around", "Oats", "--format", "mermaid");
    expect(out).toContain("Rye");
    expect(out).not.toContain("Malt");
  });

  it.each([
    [["--around", "barley flower"], /“barley flower” or called so\. Near to it: “Barley Flour”/],
    [["--around", "Quixotry, xylophones"], /called so\.$/m],
    [["--depth", "2"], /--depth goes with --around/],
    [["--around", "Oats", "--depth", "two"], /--depth: “two” is no number of steps/],
    [["--around", "Oats", "--depth=-1"], /--depth: “-1”/],
  ])("%j is refused", async (args, message) => {
    const { code, out, err } = await long.run("graph", ...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
  });

  it("says so where a note takes no part", async () => {
    const { code, out, err } = await long.run("graph", "--around", "journal");
    expect([code, parseGraph(out).concepts]).toEqual([0, []]);
    expect(err).toContain("journal.md takes no part in the map");
  });
});

describe("check", () => {
  it("reports the notes, not the prose, in the shape of lint", async () => {
    const { out } = await vault.run("check", "--format", "json", "--fail-on", "hint");
    const { version, convention, notes, summary } = parseLint(out);
    expect([version, convention, summary.notes]).toEqual([1, "two-axes", 3]);
    expect(notes.map(({ path }) => path)).not.toContain("journal/monday.md");
    const granary = notes.find(({ path }) => path === "concepts/granary.md");
    expect(granary?.diagnostics.map(({ message }) => message).join("\n")).toContain("Barter");
  });

  it("reports the folder that it is asked about", async () => {
    expect(parseLint((await vault.run("check", "journal", "--format", "json")).out)).toMatchObject({ notes: [], summary: { notes: 1 } });
  });
});

describe("report", () => {
  it("has everything on one page of 80 columns, and exits 0", async () => {
    const { code, out } = await vault.run("report");
    expect(code).toBe(0);
    for (const line of out.split("\n")) expect(widthOf(line), line).toBeLessThanOrEqual(80);
    expect(out).toMatch(/3 notes, 1 more that could\s+not be read/);
    expect(out).toMatch(/two-axes/);
    expect(out).toMatch(/journal\/monday\.md\n\n {2}1:20 {2}warning {2}decentralized-for-distributed\n {2}1 │ The seed ledger is decentralized/);
    expect(out).toMatch(/\^{13}/);
    expect(out).toMatch(/── Concepts ─+ 2 concept notes ──/);
    expect(out).toMatch(/related {12}3 {9}2 {9}1\n/);
    expect(out).toMatch(/Barter {3}1 time/);
    expect(out).toContain("distinguo lint .");
  });

  it("of an empty vault is still a report", async () => {
    const empty = await temporaryVault({ ".obsidian/": "" });
    try {
      const { code, out } = await empty.run("report");
      expect(code).toBe(0);
      expect(out).toContain("No note counts as a concept note.");
    } finally {
      await empty.remove();
    }
  });
});
