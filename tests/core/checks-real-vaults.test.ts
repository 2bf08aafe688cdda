import { describe, expect, it } from "vitest";
import { applyEdits, createVaultIndex, defaultConfig, type Edit, type NoteDiagnostics, type NoteSource, type VaultIndex } from "../../src/core/index";
import { sharedVaults } from "./shared-vaults";
import { note } from "./small-vault";

function indexOf(notes: readonly NoteSource[]): VaultIndex {
  const index = createVaultIndex(defaultConfig);
  for (const one of notes) index.upsert(one);
  return index;
}

/** How often each rule speaks. */
function counts(found: readonly NoteDiagnostics[]): Record<string, number> {
  const by: Record<string, number> = {};
  for (const { rule } of found.flatMap(({ diagnostics }) => diagnostics)) by[rule] = (by[rule] ?? 0) + 1;
  return by;
}

/** Edits of which none touches what one before it does. */
function apart(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) if (edit.from >= (kept.at(-1)?.to ?? 0)) kept.push(edit);
  return kept;
}

describe.skipIf(sharedVaults.missing)(`the checks of the real vaults ${sharedVaults.note}`, () => {
  const notes = sharedVaults.missing ? [] : sharedVaults.read("knowledge-base");
  const index = indexOf(notes);
  const found = index.check();
  const inConcepts = found.filter(({ path }) => /^data\/concepts\/(?!index|readme)/i.test(path));

  it("count on knowledge-base what was counted by hand", () => {
    const { concepts, relations } = index.graph();
    const isConcept = new Set(concepts.map(({ path }) => path));
    const related = relations.filter(({ kind, source, target }) => kind === "related" && target !== null && target !== source && isConcept.has(target) && source.startsWith("data/concepts/"));
    const edges = new Map(related.map((relation) => [`${relation.source} ${relation.target ?? ""}`, relation]));
    // One more than graphs.md counts: an item that names two concepts ("A and B: …") states two relations.
    expect(edges.size).toBe(437);
    expect([...edges.values()].filter(({ written }) => written === "link")).toHaveLength(331);
    expect([...edges.values()].filter(({ source, target }) => edges.has(`${target ?? ""} ${source}`))).toHaveLength(88);
    expect(counts(inConcepts)).toMatchObject({
      "one-way-relation": 437 - 88,
      "unlinked-label": 437 - 331,
      "unresolved-link": 53,
      "space-in-link": 34,
      "self-relation": 6,
      // Ten have the rule right below a line; of the tenth, a short line with a link in it, form alone can't tell that it is no heading.
      "paragraph-as-heading": 9,
    });
    expect(counts(inConcepts)).not.toHaveProperty("missing-definition");
    expect(counts(inConcepts)).not.toHaveProperty("duplicate-relation");
    expect(counts(inConcepts)).not.toHaveProperty("disconnected-island");
  });

  it("mend what is safe to mend, and find nothing new afterwards", () => {
    const mended = indexOf(notes.map((one) => {
      const safe = found.filter(({ path }) => path === one.path).flatMap(({ diagnostics }) => diagnostics.flatMap(({ fixes }) => fixes.find(({ kind }) => kind === "safe")?.edits ?? []));
      return safe.length === 0 ? one : note(one.path, applyEdits(one.source, apart(safe)));
    }));
    const before = counts(found);
    const after = counts(mended.check());
    for (const [rule, count] of Object.entries(after)) expect([rule, count <= (before[rule] ?? 0)]).toEqual([rule, true]);
    expect(after).not.toHaveProperty("unlinked-label");
    expect(after).not.toHaveProperty("paragraph-as-heading");
    expect(mended.graph().relations.filter(({ kind, target }) => kind === "related" && target !== null)).toHaveLength(index.graph().relations.filter(({ kind, target }) => kind === "related" && target !== null).length);
  });

  it("give each one-way relation a way back that is read as one, in the other note's own manner", () => {
    const texts = new Map(notes.map(({ path, source }) => [path, source]));
    const edits = new Map<string, Edit[]>();
    for (const { fixes } of found.flatMap(({ diagnostics }) => diagnostics.filter(({ rule }) => rule === "one-way-relation"))) {
      for (const { path, edits: more } of fixes[0]?.elsewhere ?? []) edits.set(path, [...(edits.get(path) ?? []), ...more]);
    }
    const after = indexOf(notes.map((one) => {
      const own = edits.get(one.path);
      return own ? note(one.path, applyEdits(texts.get(one.path) ?? "", own)) : one;
    }));
    const now = counts(after.check());
    expect(now).not.toHaveProperty("one-way-relation");
    for (const [rule, count] of Object.entries(now)) expect([rule, count <= (counts(found)[rule] ?? 0)]).toEqual([rule, true]);
  });

  it("say of obsidian-hub, which keeps no concept notes, no more than that links and properties are broken", () => {
    expect(Object.keys(counts(indexOf(sharedVaults.read("obsidian-hub")).check())).sort()).toEqual(["broken-front-matter", "unresolved-link"]);
  });
});
