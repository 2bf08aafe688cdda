import { describe, expect, it } from "vitest";
import type { CachedMetadata } from "obsidian";
import { createVaultIndex, defaultConfig, noteSource, type NoteSource } from "../../src/core/index";
import { readNote } from "../../src/core/markdown/note";
import { metadataOf } from "../../src/obsidian/metadata";
import { parseNote } from "../host/parse-note";
import { sharedVaults } from "./shared-vaults";
import { note } from "./small-vault";

/** The note as the plugin hands it over, with what the cache holds; the properties come from there, or are none. */
function withCache({ path, source }: NoteSource, cache: CachedMetadata): NoteSource {
  return noteSource(path, source, () => cache.frontmatter, metadataOf(cache));
}

/** What one reading finds, by kind and place, each as one line of text. */
function seen(source: NoteSource): Map<string, string> {
  const { links, headings, frontMatter } = readNote(source);
  return new Map([
    ...links.map(({ from, to, text, target }): [string, string] => [`link ${from}`, `${source.source.slice(from, to)} "${text}" -> ${target.path}#${target.fragment}`]),
    ...headings.map(({ from, to, depth, text, inner }): [string, string] => [`heading ${from}`, JSON.stringify([depth, text, to, inner])]),
    ...Object.entries(frontMatter.properties).map(([key, value]): [string, string] => [`property ${key}`, JSON.stringify(value)]),
  ]);
}

/** Why the two readings may differ; anything else is a mistake in one of them. */
function reasonFor(key: string, own: string | undefined, app: string | undefined): string {
  if (key.startsWith("link") && app === undefined && own?.endsWith("-> #")) return "a link without a target";
  if (key.startsWith("link") && own === undefined && app?.includes("$")) return "a link that ends a formula, of which the host knows none";
  return "unknown";
}

describe("what an app has read of a note", () => {
  const index = (source: string, cache: CachedMetadata | undefined) => {
    const vault = createVaultIndex(defaultConfig);
    const plain = note("concepts/mill.md", source);
    vault.upsert(cache ? withCache(plain, cache) : plain);
    for (const name of ["tide", "full moon", "wheel"]) vault.upsert(note(`concepts/${name}.md`, ""));
    return { graph: vault.graph(), check: vault.check() };
  };

  const source = `---
title: Mill
tags: [water]
related: "[[tide]]"
---
# Mill \t

A mill in ![[tide|the tide]] and ![x](tide.md#ebb) [at](<full moon.md>).

| a | b |
| - | - |
| [[wheel\\|wheels]] | [x](full moon.md "no") [y](full%20moon.md) |

Related
-------

- [Moon](full moon.md): raw spaces
- [the wheel][w]: by reference
- [[wheel]]: is ^turned

> # Not a heading

%%
# Hidden [[tide]]
%%

A paragraph that only happens to have a line of hyphens below it, as people will write.
---

[w]: wheel.md
`;

  it.each([["\n"], ["\r\n"]])("gives the same concepts, relations and diagnostics as core's own reading", (lineBreak) => {
    const text = source.replaceAll("\n", lineBreak);
    for (const one of [text, text.replace(/\[w\]: .*/, ""), text.trimEnd(), `\uFEFF${text.slice(text.indexOf("# "))}`]) expect(index(one, parseNote(one))).toEqual(index(one, undefined));
  });

  it("is used where it is given", () => {
    const text = "One [[tide]].\n\n# Two\n\nThree [[wheel]].";
    const cache = parseNote(text);
    delete cache.headings;
    cache.links?.pop();
    const read = readNote(withCache(note("a.md", text), cache));
    expect([read.links.map(({ target }) => target.path), read.headings]).toEqual([["tide"], []]);
  });

  it("is not used where it was read from another text", () => {
    const cache = parseNote("One [[tide]].");
    for (const text of ["Now one [[tide]].", "One [[tides]].", "", "One [[wheel]]"]) {
      expect(readNote(withCache(note("a.md", text), cache))).toEqual(readNote(note("a.md", text)));
    }
    // Cut out of the text where it would stand without its BOM.
    const [bom, shown] = ["\uFEFFGo [there](tide.md).", parseNote("Go [there](tide.md).")];
    for (const link of shown.links ?? []) link.original = bom.slice(link.position.start.offset, link.position.end.offset);
    expect(readNote(withCache(note("a.md", bom), shown))).toEqual(readNote(note("a.md", bom)));
    // Who does not see the properties behind a BOM takes them for text.
    const unseen = "\uFEFF---\nrelated:\n- '[[tide]]'\n---\nText.";
    expect(readNote(withCache(note("a.md", unseen), parseNote(unseen))).links).toEqual([]);
    const headings = parseNote("Text.\n\n# Heading");
    expect(readNote(withCache(note("a.md", "# Head"), headings)).headings).toHaveLength(1);
  });
});

describe.skipIf(sharedVaults.missing)(`the two readings of whole vaults ${sharedVaults.note}`, () => {
  it.each([
    ["knowledge-base", { "a link without a target": 18, "a link that ends a formula, of which the host knows none": 4 }],
    ["obsidian-hub", { "a link without a target": 3 }],
  ])("%s: links, headings and properties agree but for reasons that have a name", (name, expected) => {
    const reasons: Record<string, number> = {};
    const unknown: string[] = [];
    let found = 0;
    for (const one of sharedVaults.read(name)) {
      const own = seen(one);
      const app = seen(withCache(one, parseNote(one.source)));
      for (const key of new Set([...own.keys(), ...app.keys()])) {
        found += 1;
        const [left, right] = [own.get(key), app.get(key)];
        if (left === right) continue;
        const reason = reasonFor(key, left, right);
        if (reason === "unknown") unknown.push(`${one.path}: ${key}: ${left ?? "nothing"} | ${right ?? "nothing"}`);
        else reasons[reason] = (reasons[reason] ?? 0) + 1;
      }
    }
    expect(unknown).toEqual([]);
    expect(reasons).toEqual(expected);
    expect(found).toBeGreaterThan(10_000);
  }, 300_000);
});
