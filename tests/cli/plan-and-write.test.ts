import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Diagnostic, Fix } from "../../src/core/index";
import { newNotePath } from "../../src/cli/fix/new-note-path";
import { planFixes, type FixPlan } from "../../src/cli/fix/plan-fixes";
import { writeChanges } from "../../src/cli/fix/write-changes";
import { temporaryVault, type TemporaryVault } from "./try-out";

const open: TemporaryVault[] = [];
async function vaultOf(files: Record<string, string>): Promise<TemporaryVault> {
  const vault = await temporaryVault(files);
  open.push(vault);
  return vault;
}
afterEach(async () => {
  for (const vault of open.splice(0)) await vault.remove();
});

/** All files of a folder and their texts. */
async function textsOf(vault: TemporaryVault): Promise<Record<string, string>> {
  const entries = await readdir(vault.root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.relative(vault.root, path.join(entry.parentPath, entry.name)));
  return Object.fromEntries(await Promise.all(files.sort().map(async (file) => [file, await readFile(path.join(vault.root, file), "utf8")] as const)));
}

/** Each `{word}` of a text wants its braces taken off; the other words of the fix tell what else is to happen. */
function planOf(notes: Record<string, string>, fixOf: (word: string, edit: Fix["edits"][number]) => Partial<Fix> = () => ({}), unreadable: Record<string, string> = {}): FixPlan & { notes: Record<string, string> } {
  const texts = { ...notes };
  const check = () =>
    Object.entries(texts).map(([at, text]) => ({
      path: at,
      diagnostics: Array.from(text.matchAll(/\{(\w+)\}/g), (match): Diagnostic => {
        const [whole, word = ""] = match;
        const edit = { from: match.index, to: match.index + whole.length, insert: word };
        return { rule: "braces", severity: "hint", from: edit.from, to: edit.to, message: word, question: "", evidence: [], fixes: [{ title: word, kind: "safe", edits: [edit], ...fixOf(word, edit) }] };
      }),
    }));
  const plan = planFixes(
    {
      check,
      read: (at) => (unreadable[at] === undefined ? { text: texts[at] ?? "" } : { reason: unreadable[at] }),
      put: (at, text) => void (texts[at] = text),
      placeNew: (at) => (at.startsWith("taken/") ? { reason: "a note lies there already" } : { path: at }),
    },
    { isAsked: () => true, choose: ([fix]) => fix },
  );
  return { ...plan, notes: texts };
}

const textAt = (plan: FixPlan, at: string) => plan.changes.find((change) => change.path === at)?.after;

describe("what is planned", () => {
  it("makes fixes that touch the same words one after another", () => {
    const plan = planOf({ "a.md": "{oats}{rye}{barley} {wheat}" });
    expect(plan).toMatchObject({ changes: [{ path: "a.md", before: "{oats}{rye}{barley} {wheat}", after: "oatsryebarley wheat" }], waiting: 0, left: [] });
    expect(plan.made).toHaveLength(4);
  });

  it("stops in the end, and says how many still wait", () => {
    const plan = planOf({ "a.md": Array.from({ length: 55 }, (_, at) => `{w${at}}`).join(""), "b.md": "" }, (_, edit) => ({ elsewhere: [{ path: "b.md", edits: [{ from: 0, to: 0, insert: "." }] }], edits: [edit] }));
    expect([plan.made.length, plan.waiting]).toEqual([50, 5]);
    expect(textAt(plan, "b.md")).toBe(".".repeat(50));
  });

  it("does not fix what a fix brings about", () => {
    const plan = planOf({ "a.md": "{oats}" }, (word, edit) => ({ edits: [{ ...edit, insert: word === "oats" ? "{rye}" : "" }] }));
    expect(textAt(plan, "a.md")).toBe("{rye}");
  });

  it("makes a fix of several notes wholly or not at all", () => {
    const both = (_: string, edit: Fix["edits"][number]): Partial<Fix> => ({ edits: [edit], elsewhere: [{ path: "b.md", edits: [{ from: 0, to: 1, insert: "B" }] }] });
    expect(planOf({ "a.md": "{oats}", "b.md": "b" }, both)).toMatchObject({ changes: [{ path: "a.md", after: "oats" }, { path: "b.md", after: "B" }], made: [["a.md", "b.md"]] });
    expect(planOf({ "a.md": "{oats}", "b.md": "b" }, both, { "b.md": "it is write-protected" })).toMatchObject({ changes: [], made: [], left: [{ path: "b.md", reason: "it is write-protected" }] });
  });

  it("makes a new note once, however many fixes ask for it, and none where one lies", () => {
    const plan = planOf({ "a.md": "{oats}", "b.md": "{oats} {rye}" }, (word) => ({ creates: [{ path: word === "oats" ? "oats.md" : "taken/rye.md", text: `# ${word}\n` }] }));
    expect(plan.changes.map(({ path: at, before, after }) => [at, before, after])).toEqual([["a.md", "{oats}", "oats"], ["b.md", "{oats} {rye}", "oats {rye}"], ["oats.md", null, "# oats\n"]]);
    expect(plan.left).toEqual([{ path: "taken/rye.md", reason: "a note lies there already" }]);
  });

  it("leaves out what comes to nothing", () => {
    expect(planOf({ "a.md": "{oats}" }, () => ({ edits: [{ from: 0, to: 6, insert: "{oats}" }] })).changes).toEqual([]);
  });
});

describe("where a new note goes", () => {
  it("is in the vault, in the letters of its folders, and nowhere where something lies", async () => {
    const { root } = await vaultOf({ "Barns/Oats.md": "", "Barns/Caf\u00e9.md": "" });
    expect(newNotePath(root, "barns/New Mill/rye.md")).toEqual({ path: "Barns/New Mill/rye.md" });
    expect(newNotePath(root, "Barns/Oats.md")).toEqual({ reason: "a note lies there already" });
    expect(newNotePath(root, "barns/OATS.md")).toEqual({ reason: "“Oats.md” lies there already" });
    expect(newNotePath(root, "barns/cafe\u0301.md")).toEqual({ reason: "“Caf\u00e9.md” lies there already" });
    for (const outside of ["../rye.md", "/rye.md", "a/../../rye.md", "./rye.md", "a//rye.md", "a\\rye.md", ""]) expect(newNotePath(root, outside), outside).toHaveProperty("reason", "its path does not lie in the vault");
    for (const odd of [`${"x".repeat(300)}.md`, "a\0b.md"]) expect(newNotePath(root, odd)).toEqual({ reason: "no file can be called that" });
  });
});

describe("what is written", () => {
  const plan: FixPlan = {
    changes: [
      { path: "a.md", before: "a", after: "A" },
      { path: "b.md", before: "b", after: "B" },
      { path: "c.md", before: "c", after: "C" },
      { path: "new/d.md", before: null, after: "D" },
    ],
    made: [["a.md", "b.md"], ["b.md", "new/d.md"], ["c.md"]],
    waiting: 0,
    left: [],
  };
  const before = { "a.md": "a", "b.md": "b", "c.md": "c" };

  it("is all that was planned", async () => {
    const vault = await vaultOf(before);
    expect(writeChanges(vault.root, plan)).toEqual({ changes: plan.changes, made: plan.made, left: [] });
    expect(await textsOf(vault)).toEqual({ "a.md": "A", "b.md": "B", "c.md": "C", "new/d.md": "D" });
  });

  it("leaves a note alone that has changed meanwhile, with all that was to change with it", async () => {
    const vault = await vaultOf({ ...before, "a.md": "a by hand" });
    expect(writeChanges(vault.root, plan)).toMatchObject({
      changes: [{ path: "c.md" }],
      made: [["c.md"]],
      left: [
        { path: "a.md", reason: "it has changed since it was read" },
        { path: "b.md", reason: "a fix changes it together with a.md" },
        { path: "new/d.md", reason: "a fix changes it together with b.md" },
      ],
    });
    expect(await textsOf(vault)).toEqual({ ...before, "a.md": "a by hand", "c.md": "C" });
  });

  it("leaves notes alone that are gone, or where a new one was to be", async () => {
    const vault = await vaultOf({ "a.md": "a", "b.md": "b", "NEW/d.MD": "by hand" });
    expect(writeChanges(vault.root, plan).changes).toEqual([]);
    expect(await textsOf(vault)).toEqual({ "a.md": "a", "b.md": "b", "NEW/d.MD": "by hand" });
    const other = await vaultOf({ ...before, new: "a file where a folder was to be" });
    expect(writeChanges(other.root, plan)).toMatchObject({ changes: [{ path: "c.md" }], left: [{ path: "new/d.md", reason: "a part of the path is no folder" }, { path: "b.md" }, { path: "a.md" }] });
  });

  it("is nothing where the disk refuses one of them, not even a folder", async () => {
    const vault = await vaultOf(before);
    // The second needs a folder by the first one's name.
    const changes = [...plan.changes, { path: "new/d.md/e.md", before: null, after: "E" }];
    expect(() => writeChanges(vault.root, { ...plan, changes })).toThrow(/^new\/d\.md could not be written: .*Nothing was changed\.$/);
    expect(await textsOf(vault)).toEqual(before);
    expect(await readdir(vault.root)).toEqual(["a.md", "b.md", "c.md"]);
  });

  it("puts back what was written before one that can't be", async () => {
    const vault = await vaultOf(before);
    // Two new notes of one name: the second finds the first in its place, when two notes have been written.
    const twice = { path: "new/d.md", before: null, after: "D" };
    expect(() => writeChanges(vault.root, { ...plan, changes: [...plan.changes.slice(0, 2), twice, twice] })).toThrow(/^new\/d\.md could not be written: .*Nothing was changed\.$/);
    expect(await textsOf(vault)).toEqual(before);
    expect(await readdir(vault.root)).toEqual(["a.md", "b.md", "c.md"]);
    await mkdir(path.join(vault.root, "new"));
    await writeFile(path.join(vault.root, "new/keep.md"), "kept");
    expect(() => writeChanges(vault.root, { ...plan, changes: [twice, twice] })).toThrow();
    expect(await textsOf(vault)).toEqual({ ...before, "new/keep.md": "kept" });
  });
});
