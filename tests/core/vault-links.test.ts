import { describe, expect, it } from "vitest";
import { createPathIndex } from "../../src/core/graph/path-index";
import { readNote } from "../../src/core/markdown/note";
import { namesFile } from "../../src/core/markdown/link-target";
import { readStatements } from "../../src/core/concepts/read-concept";
import { createVaultIndex, defaultConfig } from "../../src/core/index";
import { oracleOf } from "./link-oracle";
import { sharedVaults } from "./shared-vaults";

const bare = { ...defaultConfig.concepts, folders: [], types: [], tags: [] };

describe.skipIf(sharedVaults.missing)(`every link of the real vaults ${sharedVaults.note}`, () => {
  it.each([
    // "file" leads to a file that is no note: the index knows of none, so it can't say whether they exist.
    ["knowledge-base", { path: 4509, relative: 1, name: 34, unresolved: 1288, file: 16 }],
    ["obsidian-hub", { path: 6589, name: 15_740, unresolved: 65, file: 158 }],
  ])("%s: opens the note that Obsidian would open, or is reported with its line", (name, expectedCounts) => {
    const notes = sharedVaults.read(name);
    const oracle = oracleOf(notes.map(({ path }) => path));
    const paths = createPathIndex();
    for (const { path } of notes) paths.add(path);
    const index = createVaultIndex({ ...defaultConfig, concepts: bare, exclude: [] });
    const counts: Record<string, number> = {};
    const count = (key: string) => (counts[key] = (counts[key] ?? 0) + 1);
    const wrong: string[] = [];
    const unresolved = new Set<string>();
    const answers = new Map<string, string | null>();
    for (const note of notes) {
      index.upsert(note);
      for (const { target, from, line } of readStatements(readNote(note)).links) {
        // The oracle looks at the folder of the note alone, so links of one folder share its answer.
        const key = `${note.path.slice(0, note.path.lastIndexOf("/"))}|${target.path}`;
        if (!answers.has(key)) answers.set(key, oracle.opens(target.path, note.path));
        const expected = answers.get(key) ?? null;
        const found = paths.resolve(target, note.path);
        count(found?.found ?? (namesFile(target.path) ? "file" : "unresolved"));
        if ((found?.path ?? null) !== expected) wrong.push(`${note.path}:${from}: ${target.path} -> ${found?.path ?? "nothing"}, not ${expected ?? "nothing"}`);
        if (expected === null && !namesFile(target.path)) unresolved.add(`${note.path}:${from}`);
        expect(line).toBe(note.source.slice(0, from).split("\n").length);
      }
    }
    const reported = index.check().flatMap(({ path, diagnostics }) => diagnostics.flatMap(({ rule, from }) => (rule === "unresolved-link" ? [`${path}:${from}`] : [])));
    expect(wrong).toEqual([]);
    expect(new Set(reported)).toEqual(unresolved);
    expect(counts).toEqual(expectedCounts);
  }, 120_000);
});
