import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { temporaryVault, type TemporaryVault } from "../cli/try-out";
import { openVault, vault } from "./vault";

let host: HostPage;
let onDisk: TemporaryVault;

const asked = async (command: string, params: Record<string, string> = {}): Promise<unknown> => JSON.parse(await host.cli(`distinguo:${command}`, { ...params, format: "json" })) as unknown;

/** What the command line prints for the same vault. */
const byCommandLine = async (...args: string[]): Promise<unknown> => JSON.parse((await onDisk.run(...args, "--format", "json")).out) as unknown;

beforeAll(async () => {
  host = await openVault();
  onDisk = await temporaryVault({ ...vault, [`.${"obsidian"}/`]: "" });
});
afterAll(async () => {
  await host.close();
  await onDisk.remove();
});

describe("distinguo:lint", () => {
  test("answers as the command line does", async () => {
    expect(await asked("lint")).toEqual(await byCommandLine("lint"));
    expect(await host.cli("distinguo:lint")).toBe(
      `${(await onDisk.run("lint", "--format", "unix")).out}3 warnings in 7 notes.\n`,
    );
  });

  test("is about a note, by path or name, or about a folder", async () => {
    expect(await asked("lint", { path: "Harbour.md" })).toMatchObject({ summary: { notes: 1, warning: 3 } });
    expect(await asked("lint", { path: "harbour" })).toMatchObject({ summary: { notes: 1, warning: 3 } });
    expect(await asked("lint", { path: "concepts/" })).toMatchObject({ notes: [], summary: { notes: 5 } });
    expect(await host.cli("distinguo:lint", { path: "/concepts" })).toBe("No diagnostics in 5 notes.\n");
  });

  test("sees a note as it is now", async () => {
    await host.modify("New.md", "# New\n\nDistributed and decentralized mean the same.\n");
    expect(await host.cli("distinguo:lint", { path: "New" })).toContain("New.md:3:1: warning: ");
    await host.page.evaluate(async () => {
      const file = window.host.app.vault.getFileByPath("New.md");
      if (file !== null) await window.host.app.fileManager.trashFile(file);
    });
    expect(await host.cli("distinguo:lint", { path: "New" })).toBe("Error: path: no note or folder is at “New”.\n");
  });
});

describe("distinguo:check", () => {
  test("answers as the command line does", async () => {
    expect(await asked("check")).toEqual(await byCommandLine("check"));
    expect(await asked("check", { path: "concepts/Decentralized" })).toMatchObject({ notes: [{ path: "concepts/Decentralized.md" }], summary: { notes: 1 } });
  });

  test("is about some rules", async () => {
    const { notes } = await asked("check", { rule: "one-way-relation" }) as { notes: { diagnostics: { rule: string }[] }[] };
    expect(new Set(notes.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule)))).toEqual(new Set(["one-way-relation"]));
    expect(await host.cli("distinguo:check", { rule: "one-way-relation, equated" })).toMatch(/^Error: rule: “equated” is not among its values\. Allowed: .*one-way-relation/);
  });
});

describe("distinguo:concept", () => {
  test("tells what a concept is tied to, and where that is said", async () => {
    expect(await host.cli("distinguo:concept", { name: "dispersed" })).toBe([
      "Distributed (concepts/Distributed.md)",
      "also: dispersed",
      "tags: #arrangement",
      "Distributed describes things that stand in many places and work together.",
      "",
      "related -> Replication (missing): the same thing kept in several places. (concepts/Distributed.md:15)",
      "related -> Resilience: a loss in one place leaves the others standing. (concepts/Distributed.md:14)",
      "related -> Networks: what is in many places needs lines between them. (concepts/Distributed.md:13)",
      "related <- Networks: one way for the things of a network to stand. (concepts/Networks.md:7)",
      "mention -> Decentralized: It is often met beside Networks, and differs from Decentralized. (concepts/Distributed.md:9)",
      "mention -> Networks: It is often met beside Networks, and differs from Decentralized. (concepts/Distributed.md:9)",
      "",
    ].join("\n"));
  });

  test("answers in the shape of the graph", async () => {
    expect(await asked("concept", { name: "concepts/Distributed" })).toEqual(await byCommandLine("graph", "--around", "Distributed"));
  });

  test("knows plain notes, and names what lies near to a name that nothing has", async () => {
    expect(await host.cli("distinguo:concept", { name: "Harbour" })).toContain("Harbour (Harbour.md)\nNot a concept note.\n\nmention -> Networks: ");
    expect(await host.cli("distinguo:concept", { name: "net" })).toBe("Error: name: no note is at “net” or called so. Near to it: “Networks”.\n");
  });
});

test("a name means the same note everywhere, and what a link of it leads to comes before a label", async () => {
  await host.modify("Afar.md", "# Afar\n\nFar away.\n\n```distinguo\nshow: problems\nnote: Afar\n```\n");
  await host.modify("concepts/Distance.md", "---\naliases: [afar, remote]\n---\n# Distance\n\n*Distance lies between two places.*\n");
  expect(await host.cli("distinguo:concept", { name: "Afar" })).toContain("Afar (Afar.md)\n");
  expect(await host.cli("distinguo:concept", { name: "remote" })).toContain("Distance (concepts/Distance.md)\n");
  expect(await host.cli("distinguo:lint", { path: "Afar" })).toBe("No diagnostics in 1 note.\n");
  expect(await asked("check", { path: "remote" })).toMatchObject({ notes: [{ path: "concepts/Distance.md" }], summary: { notes: 1 } });
  await host.openNote("Afar.md");
  await host.mode("preview");
  await host.reading.locator(".distinguo-embed").getByText("No diagnostics in Afar.").waitFor();
});

test("a flag that is wrong is named, with what is allowed", async () => {
  const said = (command: string, params: Record<string, string>): Promise<string> => host.cli(`distinguo:${command}`, params);
  expect(await said("lint", { fromat: "json" })).toBe("Error: distinguo:lint has no flag “fromat”. Did you mean “format”? Allowed: path, format.\n");
  expect(await said("lint", { format: "xml" })).toBe("Error: format: “xml” is not among its values. Allowed: text, json.\n");
  expect(await said("lint", { format: "true" })).toBe("Error: format: “true” is not among its values. Allowed: text, json.\n");
  expect(await said("lint", { path: " " })).toBe("Error: path is empty. Write path=<note or folder>.\n");
  expect(await said("lint", { path: "Harbuor.md" })).toBe("Error: path: no note or folder is at “Harbuor.md”. Did you mean “Harbour.md”?\n");
  expect(await said("check", { "--format": "json", vault: "test" })).toMatch(/^\{\n {2}"version": 1,/);
  expect(await said("concept", { name: "" })).toBe("Error: name is empty. Write name=<label or path>.\n");
});

test("where the app has no command line, the plugin goes without; unloading takes the commands along", async () => {
  const other = await openVault({ plugin: process.env["DISTINGUO_PLUGIN"] });
  expect(await other.cli("distinguo:lint", { path: "Quiet" })).toBe("No diagnostics in 1 note.\n");
  await other.page.evaluate(() => { Reflect.deleteProperty(window.host.module.Plugin.prototype, "registerCliHandler"); });
  await other.reloadPlugin();
  await expect(other.cli("distinguo:lint")).rejects.toThrow("no command");
  expect((await other.commands()).map(({ id }) => id)).toContain("distinguo:lint-vault");
  await other.close();
});
