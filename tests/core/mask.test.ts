import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { noteSource } from "../../src/core/index";
import { proseMask } from "../../src/core/prose/mask";
import { objectMark } from "../../src/core/prose/piece";

const wanted = /shed/i;
const mask = (text: string) => proseMask(noteSource("note.md", text, (yaml) => parse(yaml)), wanted);
/** What is left of a text, white space and marks of left-out words folded. */
const left = (text: string) => mask(text).text.replaceAll(objectMark, " ").replace(/\s+/g, " ").trim();

describe("what is no prose is blanked", () => {
  test.each([
    ["front matter", "---\ntitle: shed\n---\nA shed.", "A shed."],
    ["front matter behind a byte order mark", "\uFEFF---\ntitle: shed\n---\nA shed.", "A shed."],
    ["a fence", "A shed.\n\n```js\nshed\n```\n", "A shed."],
    ["a fence of tildes with backticks in it", "~~~\n```\nshed\n~~~\nA shed.", "A shed."],
    ["a fence in a list", "- A shed.\n  ```\n  shed\n  ```\n- One more shed.", "A shed. One more shed."],
    ["a fence below an item, and what stands in it like prose", "- A shed.\n```\nshed\n```\nOne more shed.", "A shed. One more shed."],
    ["a fence of tildes below a nested item", "1. A shed.\n   - In a shed.\n~~~\nshed\n~~~\nOne more shed.", "A shed. In a shed. One more shed."],
    ["a fence in the outer one of two items", "- A shed.\n  - In a shed.\n  ```\n  shed\n  ```\n  One more shed.", "A shed. In a shed. One more shed."],
    ["a fence in a callout", "> [!note]\n> ```\n> shed\n> ```\n> A shed.", "A shed."],
    ["a fence that is never closed", "A shed.\n\n```\nshed\n\nshed", "A shed."],
    ["indented code", "A shed.\n\n    shed()\n\nOne more shed.", "A shed. One more shed."],
    ["inline code", "A `shed` in a shed.", "A in a shed."],
    ["code in HTML", "A <code>shed</code> in a shed.", "A in a shed."],
    ["a template field", "A <% shed %> in a shed.", "A in a shed."],
    ["the path of a file", "See src/shed/shed.ts about a shed/barn.", "See about a shed/barn."],
    ["an Obsidian comment", "A %% shed %% shed.", "A shed."],
    ["an Obsidian comment over blank lines", "A shed.\n\n%%\nshed\n\nshed\n%%\n\nEnd of shed.", "A shed. End of shed."],
    ["an HTML comment over blank lines", "<!-- shed\n\nshed -->\n\nA shed.", "A shed."],
    ["raw HTML over blank lines", "<pre>\nshed\n\nshed\n</pre>\n\nA shed.", "A shed."],
    ["HTML tags", 'A <span title="shed">shed</span>.', "A shed ."],
    ["a math block", "$$\nshed\n\nshed\n$$\nA shed.", "A shed."],
    ["inline math", "A $shed$ shed.", "A shed."],
    ["a formula that a line of prose begins with", "$$shed$$ is a shed.", "is a shed."],
    ["an address", "A shed: https://example.org/shed and <https://example.org/shed>.", "A shed: and ."],
    ["a link target", "A [small](shed.md) shed.", "A small shed."],
    ["a reference link's definition", "A [small][x] shed.\n\n[x]: https://example.org/shed", "A small shed."],
    ["a wiki link without an alias", "A [[shed]] shed.", "A shed."],
    ["a wiki link's target", "A [[shed|wooden]] shed.", "A wooden shed."],
    ["an embed", "![[shed]] A shed.", "A shed."],
    ["an image", "![shed](shed.png) A shed.", "A shed."],
    ["a tag", "A shed #shed/old.", "A shed ."],
    ["a footnote mark and a block id", "A shed.[^shed] ^shed", "A shed."],
    ["a citation key", "A shed [@shed2020].", "A shed ."],
    ["a block quote", "> Their shed.\n\nA shed.", "A shed."],
    ["a lazy line of a block quote", "> Their\nshed.\n\nA shed.", "A shed."],
    ["the title of somebody's work", "A shed: [The Shed of All Sheds](https://example.org).", "A shed: ."],
  ])("%s", (_, text, expected) => {
    expect(left(text)).toBe(expected);
  });
});

describe("prose stays", () => {
  test.each([
    ["emphasis", "A **small** _shed_.", "A small shed ."],
    ["link texts", "A [shed](a.md).", "A shed ."],
    ["an alias", "A [[x|shed]].", "A shed ."],
    ["what stands beside an entity", "A shed &amp; a barn.", "A shed a barn."],
    ["an escape", "A \\*shed\\*.", "A *shed *."],
    ["headings of both kinds", "# A shed\n\nThe shed\n========", "A shed The shed"],
    ["nested items", "- A shed\n  - in a shed\n    1. in a shed", "A shed in a shed in a shed"],
    ["a task", "- [ ] Paint the shed", "Paint the shed"],
    ["a callout and its title", "> [!tip]- The shed\n> A shed.", "The shed A shed."],
    ["table cells", "| shed | b |\n| --- | --- |\n| c | a shed |", "shed b c a shed"],
    ["what a heading has right below it", "# Shed\n\nOf oak.\n\nOf beech.\n\n- Of elm.", "Shed Of oak."],
    ["what stands beside a label in a row", "| wood | use |\n| --- | --- |\n| old | big | shed | of oak | of elm |\n| barn | of ash |", "big shed of oak"],
    ["a sum of money", "A shed of $5 or a shed of $6.", "A shed of $5 or a shed of $6."],
    ["a footnote's text", "[^1]: A shed.", "A shed."],
    ["bullets that were pasted, and what is indented below them", "    • The shed\n\n      A shed.", "The shed A shed."],
    ["a paragraph that is indented in an item", "1. One\n\n   A shed.", "A shed."],
  ])("%s", (_, text, expected) => {
    expect(left(text)).toBe(expected);
  });
});

test("a table cell, an item, a heading and a paragraph are blocks of their own", () => {
  const { blocks } = mask("# A shed\n\nA shed.\n\n- A shed\n- A shed\n\n| shed | shed |\n| --- | --- |\n");
  expect(blocks.map(({ kind }) => kind)).toEqual(["heading", "paragraph", "item", "item", "cell", "cell"]);
});

test("a mask is as long as its note, and what it keeps stands where it stood", () => {
  const piece = fc.constantFrom(
    "shed", " ", "\n", "\r\n", "\n\n", "**", "_", "`", "```", "~~~", "[", "]", "(", ")", "[[", "]]", "|", "!", "> ", "- ", "1. ", "#", "# ", "%%", "$", "$$", "<!--", "-->", "<pre>", "</pre>",
    "---\n", "| --- | --- |", "\\", "&amp;", "http://shed.org", "[^1]", "😀", "é", "\uFEFF", "\t", "    ", "==", "^a", "^b", "@shed",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join("");
      const { text: masked, blocks } = mask(text);
      expect(masked.length).toBe(text.length);
      for (let at = 0; at < text.length; at++) {
        const char = masked[at];
        if (char !== " " && char !== objectMark) expect(char).toBe(text[at]);
      }
      for (let at = 1; at < blocks.length; at++) expect(blocks[at]?.from).toBeGreaterThanOrEqual(blocks[at - 1]?.to ?? 0);
    }),
    { numRuns: 1000 },
  );
});

describe("no note is too odd", () => {
  const size = 1_000_000;
  test.each(["*", "[", "`", "$", "%%", "<", "> ", "- ", "|", "&", "\\", "![[", "**a", "_ ", "[[shed|", "shed (", "shed **", "x@", "www."])("a megabyte of %j", (piece) => {
    const text = `shed ${piece.repeat(size / piece.length)}`;
    expect(mask(text).text.length).toBe(text.length);
  });
});
