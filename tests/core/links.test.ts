import { describe, expect, it } from "vitest";
import { parsedLinks } from "../../src/core/markdown/parsed-links";
import { readNote } from "../../src/core/markdown/note";
import { simpleLinks } from "../../src/core/markdown/simple-links";
import { note } from "./small-vault";
import { sharedVaults } from "./shared-vaults";

/** The links of a text as `shown -> path#fragment`, each checked against the text it stands for. */
function links(source: string): string[] {
  return readNote(note("a.md", source)).links.map(({ text, target, from, to }) => {
    expect(source.slice(from, to)).toMatch(/^\[[^]*[\])]$/);
    return `${text} -> ${target.path}${target.fragment === "" ? "" : `#${target.fragment}`}`;
  });
}

describe("wiki links", () => {
  it.each([
    ["[[Tide]]", "Tide -> Tide"],
    ["[[water/Tide]]", "Tide -> water/Tide"],
    ["[[water/Tide.md]]", "Tide -> water/Tide.md"],
    ["[[Tide|the sea's breath]]", "the sea's breath -> Tide"],
    ["[[Tide#Spring tides]]", "Tide > Spring tides -> Tide#Spring tides"],
    ["[[Tide#^moon]]", "Tide -> Tide#^moon"],
    ["![[Tide]]", "Tide -> Tide"],
    ["![[Tide#^moon|260]]", "260 -> Tide#^moon"],
    ["[[Note: a story]]", "Note: a story -> Note: a story"],
    ["[[潮汐]] и [[Прилив|прилива]]", "潮汐 -> 潮汐", "прилива -> Прилив"],
    ["[[A]][[B]]", "A -> A", "B -> B"],
    ["| [[Tide\\|ebb]] | [[Moon]] |\n| --- | --- |", "ebb -> Tide", "Moon -> Moon"],
    ["**[[Tide]]** and ==[[Moon]]==", "Tide -> Tide", "Moon -> Moon"],
    ["> [!note] [[Tide]]\n> more [[Moon]]", "Tide -> Tide", "Moon -> Moon"],
    ["# About [[Tide]]", "Tide -> Tide"],
    ["- one\n  - two [[Tide]]", "Tide -> Tide"],
  ])("%s", (source, ...expected) => {
    expect(links(source)).toEqual(expected);
  });
});

describe("Markdown links", () => {
  it.each([
    ["[Tide](water/tide.md)", "Tide -> water/tide.md"],
    ["[Tide](/water/tide.md)", "Tide -> /water/tide.md"],
    ["[Tide](../water/tide.md)", "Tide -> ../water/tide.md"],
    ["[Tide](./tide.md)", "Tide -> ./tide.md"],
    ["[Tide](spring%20tide.md)", "Tide -> spring tide.md"],
    ["[Tide](spring%2520tide.md)", "Tide -> spring%20tide.md"],
    ["[Tide](<spring tide.md>)", "Tide -> spring tide.md"],
    ["[Tide](spring tide.md)", "Tide -> spring tide.md"],
    ["[Tide](spring tide (neap).md)", "Tide -> spring tide (neap).md"],
    ["[Tide](tide.md#)", "Tide -> tide.md"],
    ["[Tide](tide.md#The%20moon)", "Tide -> tide.md#The moon"],
    ['[Tide](tide.md "a title")', "Tide -> tide.md"],
    ["[The *high* `tide`](tide.md)", "The high tide -> tide.md"],
    ["[Tide][t] and [t]\n\n[t]: water/tide.md", "Tide -> water/tide.md", "t -> water/tide.md"],
    ["wet[land](land.md)s", "land -> land.md"],
    ["[50%](50%.md)", "50% -> 50%.md"],
    ["![The tide](tide.md#^ebb)", "The tide -> tide.md#^ebb"],
    ["![](tide.md) `x` [a\\]b](c.md)", " -> tide.md", "a]b -> c.md"],
  ])("%s", (source, ...expected) => {
    expect(links(source)).toEqual(expected);
  });
});

describe("what is no link to a note", () => {
  it.each([
    ["a URL", "[x](https://example.org/a.md) <https://example.org> [y](mailto:a@example.org) [z](C:\\mill\\tide.md)"],
    ["a picture", "![wave](wave.png) ![](https://example.org/a.md)"],
    ["inline code", "`[[Tide]]` and ``[x](y.md) ` ``"],
    ["a fence", "```\n[[Tide]]\n```\n\n~~~md\n[x](y.md)\n~~~"],
    ["an open fence", "```\n[[Tide]]"],
    ["a fence behind a byte order mark", "\uFEFF```\n[[Tide]]\n```"],
    ["a fence in a list", "- item\n  ```\n  [[Tide]]\n  ```"],
    ["indented code", "text\n\n    [[Tide]]\n\ntext"],
    ["a comment", "%% [[Tide]] %% and\n\n%%\n[[Moon]]\n\n[[Sun]]\n%%"],
    ["an HTML comment", "<!-- [[Tide]] -->\n\n<!--\n\n[x](y.md)\n\n-->"],
    ["math", "$[[a]]$\n\n$$\n[x](y.md)\n\n[[b]]\n$$"],
    ["raw HTML", "<pre>\n[[Tide]]\n\n[[Moon]]\n</pre>"],
    ["an escape", "\\[[Tide]] and \\[x](y.md)"],
    ["a footnote or a task", "- [ ] to do [^1]\n\n[^1]: done"],
    ["an unclosed bracket", "[[Tide and [x](y.md"],
    ["empty ones", "[[]] []() [x]()"],
    ["front matter that is text", '---\nformula: "see [[Tide]] there"\n---\n'],
  ])("%s", (_, source) => {
    expect(links(source).filter((link) => !link.endsWith("-> "))).toEqual([]);
  });
});

describe("places", () => {
  it("are the note's own after front matter, a byte order mark and CRLF", () => {
    const source = "\uFEFF---\r\ntitle: T\r\n---\r\n\r\nOne 🌊 [[Tide]],\r\ntwo [Moon](the moon.md)";
    const found = readNote(note("a.md", source)).links.map(({ from, to }) => source.slice(from, to));
    expect(found).toEqual(["[[Tide]]", "[Moon](the moon.md)"]);
  });

  it.each([
    ["the fence of an item ends with the item", "- one\n  ```\n  [[A]]\n\n[[B]]\n"],
    ["the fence of a quote ends with the quote", "> ```\n> [[A]]\n\n[[B]]\n"],
    ["raw HTML ends", "<pre>\n[[A]]\n</pre>\n[[B]]"],
    ["a formula ends", "$$\n[[A]]\n$$\n[[B]] and $$[[C]]$$"],
    ["indented code ends", "one\n\n    [[A]]\n\n> [[B]]"],
    ["an item that is a fence ends", "1. ~~~\n   [[A]]\n   ~~~\n2. [[B]]"],
  ])("are seen again where %s", (_, source) => {
    expect(links(source)).toEqual(["B -> B"]);
  });

  it("are kept where a list item goes on behind a blank line", () => {
    const source = "- item\n\n    more [`x`](a.md) and [[B]]\n";
    expect(links(source)).toEqual(["x -> a.md", "B -> B"]);
  });
});

it.each(["[", "[[", "[](", "](", "`", "![[", "<a ", "$ ", "%%", "**[", "[[a]] ["])("reads a long line of %j", (piece) => {
  const source = piece.repeat(200_000);
  expect(readNote(note("a.md", source)).text).toHaveLength(source.length);
});

describe.skipIf(sharedVaults.missing)(`the plain reading beside the parser's ${sharedVaults.note}`, () => {
  it.each(["knowledge-base", "obsidian-hub"])("agrees on every block of %s", (name) => {
    let pieces = 0;
    const differing: string[] = [];
    for (const source of sharedVaults.read(name)) {
      const { text, blocks, definitions } = readNote(source);
      for (const { inner } of blocks) {
        const piece = text.slice(inner.from, inner.to);
        const simple = piece.includes("[") ? simpleLinks(piece, inner.from, definitions.size > 0) : null;
        // One block in seven, so that the parser's share of the test stays small.
        if (!simple || piece.length > 16_000 || (inner.from + piece.length) % 7 !== 0) continue;
        pieces += 1;
        if (JSON.stringify(simple) !== JSON.stringify(parsedLinks(piece, inner.from, definitions))) differing.push(`${source.path}: ${piece.slice(0, 80)}`);
      }
    }
    expect(pieces).toBeGreaterThan(500);
    expect(differing).toEqual([]);
  });
});
