import { describe, expect, it } from "vitest";
import { excerpt } from "../../src/cli/report/excerpt";
import { glyphs, widthOf } from "../../src/core/report/width";

/** Cuts `«…»` (words) and `‹…›` (evidence) out of a text and shows the excerpt as a terminal would. */
function show(marked: string, columns = 60, rows = 5): string[] {
  const marks = [];
  let source = "";
  const open: { from: number; sign: string }[] = [];
  for (const unit of marked.split("")) {
    if (unit === "«" || unit === "‹") open.push({ from: source.length, sign: unit === "«" ? "^" : "~" });
    else if (unit === "»" || unit === "›") marks.push({ ...(open.pop() ?? { from: 0, sign: "?" }), to: source.length });
    else source += unit;
  }
  marks.sort((a, b) => a.sign.localeCompare(b.sign) * -1);
  const first = marks.findIndex(({ sign }) => sign === "^");
  const ordered = [...marks.slice(first, first + 1), ...marks.filter((_mark, at) => at !== first)];
  return excerpt(source, ordered, { columns, rows }).flatMap((row) => (row.marks === "" ? [row.text] : [row.text, row.marks]));
}

describe("an excerpt", () => {
  it("underlines the words and the evidence of a short line", () => {
    expect(show("Above.\nThe store is «decentralized»: copies lie ‹in nine towns›.\nBelow.")).toEqual([
      "The store is decentralized: copies lie in nine towns.",
      "             ^^^^^^^^^^^^^             ~~~~~~~~~~~~~",
    ]);
  });

  it("keeps the marks under the words after tabs, wide characters, emoji and combining marks", () => {
    for (const before of ["\t", "a\tbc\t", "分散の", "🌱 ", "👩‍🌾👩‍🌾 ", "e\u0301a\u0308 ", "🇨🇭 ", "☎️ ", "\u200B"]) {
      const [text = "", marks = ""] = show(`${before}«distributed» log`);
      const at = text.indexOf("distributed");
      expect(marks.trim(), before).toBe("^".repeat(11));
      expect(marks.indexOf("^"), before).toBe(widthOf(text.slice(0, at)));
    }
  });

  it("sets tabs at every fourth column", () => {
    expect(show("a\tbc\t«x»")).toEqual(["a   bc  x", "        ^"]);
  });

  it("underlines wide characters over both of their columns", () => {
    expect(show("ab«分散»cd")).toEqual(["ab分散cd", "  ^^^^"]);
  });

  it("wraps a line that is too long between words, and marks each row", () => {
    expect(show("one two three «four five six» seven eight", 16)).toEqual(["one two three", "four five six", "^^^^^^^^^^^^^", "seven eight"]);
    expect(show("one two «three four five» six seven", 16)).toEqual(["one two three", "        ^^^^^", "four five six", "^^^^^^^^^", "seven"]);
  });

  it("cuts a very long line around the words, between words, and says so", () => {
    const filler = "lorem ".repeat(400);
    const rows = show(`${filler}here stands «decentralized» among them ${filler}`, 40, 3);
    const texts = rows.filter((row) => !/^[ ^~]*$/.test(row));
    expect(texts).toHaveLength(3);
    expect(texts[0]).toMatch(/^… lorem/);
    expect(texts.at(-1)).toMatch(/lorem …$/);
    expect(rows.join("\n")).toContain("^".repeat(13));
    for (const row of rows) expect(widthOf(row)).toBeLessThanOrEqual(42);
  });

  it("begins a cut line with the sentence where it can", () => {
    const filler = "An earlier sentence that says nothing of it. ".repeat(20);
    const [text = ""] = show(`${filler}The «distributed» one is here. ${filler}`, 50, 3);
    expect(text).toMatch(/^…/);
    expect(show(`${filler}The «distributed» one is here. ${filler}`, 50, 3).join(" ")).toMatch(/of it\. The distributed one|… The distributed one/);
  });

  it("takes evidence on neighbouring lines of the paragraph in", () => {
    expect(show("It is «decentralized»:\ncopies lie\n‹in nine towns›.\n\nNext.")).toEqual([
      "It is decentralized:",
      "      ^^^^^^^^^^^^^",
      "copies lie",
      "in nine towns.",
      "~~~~~~~~~~~~~",
    ]);
  });

  it("leaves evidence of another paragraph out", () => {
    expect(show("It is «decentralized».\n\n‹In nine towns.›")).toEqual(["It is decentralized.", "      ^^^^^^^^^^^^^"]);
  });

  it("shows a line without its \\r, and control characters as signs", () => {
    expect(show("a \u001b[31m«distributed»\r\nb")).toEqual(["a ␛[31mdistributed", "       ^^^^^^^^^^^"]);
  });

  it("marks an empty range, also at the end of the line and of the text", () => {
    expect(show("ab «»cd")).toEqual(["ab cd", "   ^"]);
    expect(show("ab«»\ncd")).toEqual(["ab", "  ^"]);
    expect(show("«»")).toEqual(["", "^"]);
  });

  it("cuts words that are longer than the room", () => {
    const rows = show(`«${"word ".repeat(200)}»`, 40, 2);
    expect(rows).toHaveLength(4);
    expect(rows[2]).toMatch(/…$/);
  });

  it("is quick on a line of a million characters without a space", () => {
    const rows = show(`${"x".repeat(500_000)}«distributed»${"y".repeat(500_000)}`, 40, 2);
    expect(rows.join("")).toContain("…");
  });
});

describe("the width of a text", () => {
  it("is the same for simple texts, which take a short cut, as for their glyphs cut one by one", () => {
    const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
    // One that the short cut does not take, with a mark of no width behind each: the long way round.
    for (let code = 0x20; code < 0x2070; code += 1) {
      const letter = String.fromCharCode(code);
      const text = `a${letter}b`;
      const long = glyphs(`${text}\u200B`).slice(0, -1);
      expect(glyphs(text).map(({ text: shown, at, columns }) => [shown, at, columns]).slice(0, long.length), code.toString(16)).toEqual(long.map(({ text: shown, at, columns }) => [shown, at, columns]));
      expect(widthOf(text)).toBe(widthOf(`${text}\u200B`));
      expect(Array.from(segmenter.segment(text)).length).toBe(glyphs(text).length);
    }
  });
});
