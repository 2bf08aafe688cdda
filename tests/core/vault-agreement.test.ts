import { describe, expect, it } from "vitest";
import { createVaultIndex, defaultConfig, type Relation } from "../../src/core/index";
import { plainText } from "../../src/core/markdown/plain-text";
import { sharedVaults } from "./shared-vaults";

interface Page {
  path: string;
  title: string;
  related: { label: string; link: string | null; sentence: string }[];
}

function isPages(value: unknown): value is Page[] {
  return Array.isArray(value) && value.every((page: unknown) => typeof page === "object" && page !== null && "related" in page && "path" in page);
}

/** Whether a relation leads where the page's entry links: exactly there, if a note lies there; else it is a link all the same. */
function leadsThere({ written, target }: Relation, link: string | null, isNote: (path: string) => boolean): boolean {
  return link === null ? written === "label" : written === "link" && (target === link || !isNote(link));
}

describe.skipIf(sharedVaults.missing)(`the real vaults ${sharedVaults.note}`, () => {
  it("knowledge-base: the related concepts agree with a reading made by hand", () => {
    const index = createVaultIndex(defaultConfig);
    const paths = new Set<string>();
    for (const note of sharedVaults.read("knowledge-base")) {
      paths.add(note.path);
      index.upsert(note);
    }
    const { concepts, relations } = index.graph();
    expect(concepts.filter(({ path }) => path.startsWith("data/concepts/"))).toHaveLength(80);

    const pages: unknown = JSON.parse(sharedVaults.text("knowledge-base.related.json"));
    if (!isPages(pages)) throw new Error("knowledge-base.related.json is no list of pages");
    const misses: string[] = [];
    let agreed = 0;
    let resolved = 0;
    for (const { path, title, related } of pages) {
      expect(index.concept(path)?.prefLabel).toBe(title);
      const left = relations.filter(({ source, kind }) => source === path && kind === "related");
      for (const { label, link, sentence } of related) {
        const at = left.findIndex((relation) => relation.label === label);
        const [relation] = at === -1 ? [] : left.splice(at, 1);
        if (relation?.target != null) resolved += 1;
        // One sentence of the reading by hand is left as Markdown, a link in it and all; a reader sees what the link shows.
        if (relation?.sentence === plainText(sentence) && leadsThere(relation, link, (path) => paths.has(path))) agreed += 1;
        else misses.push(`${path}: ${label}: ${sentence}`);
      }
      for (const { label } of left) misses.push(`${path}: ${label}: not in the reading by hand`);
    }
    process.stdout.write(`knowledge-base: ${agreed} of 487 related entries agree, ${resolved} find their note. Misses:\n${misses.join("\n")}\n`);
    expect(misses).toEqual([]);
    expect(agreed).toBe(487);
    expect(resolved).toBeGreaterThanOrEqual(463);

    const inConcepts = index.check().filter(({ path }) => path.startsWith("data/concepts/")).flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule));
    expect(inConcepts.filter((rule) => rule === "unresolved-link")).toHaveLength(53);
  });

  it("obsidian-hub: every note is read, and every place lies in its note", () => {
    const index = createVaultIndex(defaultConfig);
    const lengths = new Map(sharedVaults.read("obsidian-hub").map((note) => {
      index.upsert(note);
      return [note.path, note.source.length];
    }));
    expect(index.size).toBe(lengths.size);
    for (const { path, diagnostics } of index.check()) {
      for (const { from, to } of diagnostics) expect(0 <= from && from <= to && to <= (lengths.get(path) ?? 0)).toBe(true);
    }
  });
});
