import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { about, applyEdits } from "../../src/core/index";
import { distinctions } from "../../src/core/distinctions/index";
import { proseRules } from "../../src/core/rules/index";
import type { Rule } from "../../src/core/rules/rule";
import { lintText, warningsIn } from "./note";
import { examplesOf } from "./rule-examples";
import { rulesPage } from "./rules-page";

const frontMatter = "---\ntitle: A note\ntags: [commons]\n---\n\n";

/** An example without its marks, and the range between them. */
function unmark(example: string): { text: string; from: number; to: number } {
  const from = example.indexOf("«");
  return { text: example.replace(/[«»]/g, ""), from, to: example.indexOf("»") - 1 };
}

function expectReport(rule: Rule, text: string, from: number, to: number): void {
  const found = warningsIn(text).map((diagnostic) => ({ rule: diagnostic.rule, severity: diagnostic.severity, at: text.slice(diagnostic.from, diagnostic.to), from: diagnostic.from }));
  expect(found).toEqual([{ rule: rule.id, severity: rule.severity, at: text.slice(from, to), from }]);
}

describe.each(proseRules(distinctions).map((rule) => ({ id: rule.id, rule, examples: examplesOf(rule.id) })))("$id", ({ rule, examples }) => {
  test("has enough examples", () => {
    expect(examples.valid.length).toBeGreaterThanOrEqual(8);
    expect(examples.invalid.length).toBeGreaterThanOrEqual(6);
  });

  test.each(examples.valid)("says nothing of: %s", (text) => {
    expect(warningsIn(text)).toEqual([]);
  });

  describe.each(examples.invalid)("%s", (example) => {
    const { text, from, to } = unmark(example);
    const shifted = (before: string, after = "") => {
      expectReport(rule, before + text + after, before.length + from, before.length + to);
    };

    test("is reported at its marks", () => shifted(""));
    test("after front matter", () => shifted(frontMatter));
    test("with CRLF", () => shifted("# Notes\r\n\r\nIt rained.\r\n\r\n", "\r\n\r\nIt rained again.\r\n"));
    test("in a list item", () => shifted("# Notes\n\n- It rained.\n  - "));
    test("in a callout", () => shifted("> [!note] Weather\n> "));
    test("not in a code fence", () => expect(lintText(`It rained.\n\n\`\`\`\n${text}\n\`\`\`\n`)).toEqual([]));
    test("stays fixed", () => {
      for (const { edits, title } of warningsIn(text).flatMap(({ fixes }) => fixes)) {
        const fixed = applyEdits(text, edits);
        expect(fixed, title).not.toBe(text);
        expect(warningsIn(fixed).filter((diagnostic) => diagnostic.rule === rule.id), fixed).toEqual([]);
      }
    });
  });
});

test("every kind of rule has a file, and every file a rule", () => {
  const shared = ["claim", "index", "pair", "patterns", "rule", "slide"];
  const files = readdirSync("src/core/rules").map((file) => file.replace(/\.ts$/, ""));
  expect(files.filter((file) => !shared.includes(file))).toEqual(["crossed-opposites", "equated", "inferred", "misused"]);
});

test("ids are told apart", () => {
  const ids = about().rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("docs/rules.md is current", async () => {
  await expect(rulesPage()).toMatchFileSnapshot("../../docs/rules.md");
});
