import { expect, test } from "vitest";
import { asMarkdown, findingItem, findingRecord, type Finding } from "../../src/core/index";

const finding: Finding = { rule: "equated", severity: "warning", message: "Are they one, \"as said\"?", from: 3, line: 2, column: 4, length: 5, before: "", words: "=SUM(A1)\nand [[more]]", after: "", fixes: [] };

test("a record of CSV quotes what must be quoted, and no cell is a formula", () => {
  expect(findingRecord("-notes/a,b.md", finding)).toBe("\"'-notes/a,b.md\",2,4,warning,equated,\"Are they one, \"\"as said\"\"?\",\"'=SUM(A1)\nand [[more]]\"\r\n");
  expect(findingRecord("a.md", { ...finding, words: "plain", message: "plain" })).toBe("a.md,2,4,warning,equated,plain,plain\r\n");
});

test("what is quoted in Markdown stays what it is", () => {
  expect(asMarkdown("a [[link]], #tag, %%hidden%%\n*bold* `code` ![[x]] <b> a\\b")).toBe("a \\[\\[link\\]\\], \\#tag, \\%\\%hidden\\%\\% \\*bold\\* \\`code\\` \\!\\[\\[x\\]\\] \\<b\\> a\\\\b");
  expect(findingItem(finding)).toBe("- Line 2, warning `equated`: “\\=SUM(A1) and \\[\\[more\\]\\]”. Are they one, \"as said\"?");
  expect(findingItem({ ...finding, words: "" }, "[[A]]")).toBe("- [[A]], line 2, warning `equated`: Are they one, \"as said\"?");
});
