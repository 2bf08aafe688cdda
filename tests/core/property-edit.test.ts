import { expect, test } from "vitest";
import { parse } from "yaml";
import { applyEdits, defaultConfig, noteSource, settlerOf, withNoteWord } from "../../src/core/index";

const parseYaml = (yaml: string): unknown => parse(yaml);

function edited(source: string): string | null {
  const edits = withNoteWord(source, "distinguo-convention", "subset", parseYaml);
  return edits && applyEdits(source, edits);
}

test.each([
  ["# Mill\n", "---\ndistinguo-convention: subset\n---\n# Mill\n"],
  ["", "---\ndistinguo-convention: subset\n---\n"],
  ["\uFEFFMill\r\n", "\uFEFF---\r\ndistinguo-convention: subset\r\n---\r\nMill\r\n"],
  ["---\n---\nMill\n", "---\ndistinguo-convention: subset\n---\nMill\n"],
  ["---\ntags: [a] # of Ada\n---\nMill\n", "---\ntags: [a] # of Ada\ndistinguo-convention: subset\n---\nMill\n"],
  ["---\r\ntags:\r\n  - a\r\n---\r\n", "---\r\ntags:\r\n  - a\r\ndistinguo-convention: subset\r\n---\r\n"],
  ["---\ndistinguo-convention: two-axes\ntags: a\n---\n", "---\ndistinguo-convention: subset\ntags: a\n---\n"],
  ["---\nDistinguo_Convention: two-axes\n---\n", "---\nDistinguo_Convention: subset\n---\n"],
  // A remark stays.
  ["---\ndistinguo-convention: two-axes # agreed in May\ntags: a\n---\n", "---\ndistinguo-convention: subset # agreed in May\ntags: a\n---\n"],
  ["---\r\ndistinguo-convention: 'two-axes'  # \"why\"\r\n---\r\n", "---\r\ndistinguo-convention: subset  # \"why\"\r\n---\r\n"],
  ["---\ndistinguo-convention: [two-axes] # ours\n---\n", "---\ndistinguo-convention: [subset] # ours\n---\n"],
  ["---\ndistinguo-convention:\n  # since May\n  - two-axes # ours\n---\n", "---\ndistinguo-convention:\n  # since May\n  - subset # ours\n---\n"],
  ["---\ndistinguo-convention: # to be agreed\ntags: a\n---\n", "---\ndistinguo-convention: subset # to be agreed\ntags: a\n---\n"],
  ["---\ndistinguo-convention: ~\n---\n", "---\ndistinguo-convention: subset\n---\n"],
  // Where more would change, or nothing can be read, nothing is done.
  ["---\ndistinguo-convention:\n  - two-axes\n  - neutral\n---\n", null],
  ["---\ntags: [a\n---\nMill\n", null],
  ["---\n- a\n---\n", null],
  ["---\nabout: |\n  a\n  distinguo-convention: two-axes\n---\n", "---\nabout: |\n  a\n  distinguo-convention: two-axes\ndistinguo-convention: subset\n---\n"],
])("a property of %j", (source, expected) => {
  expect(edited(source)).toBe(expected);
});

test("what names a note's convention is told: the note, a folder, the vault", () => {
  const config = { ...defaultConfig, convention: "subset", conventions: { mills: "neutral", "mills/wind": "topology", barns: "unheard-of" } };
  const at = (path: string, source = "Mill\n") => settlerOf(noteSource(path, source, parseYaml), config, ["two-axes", "subset", "neutral", "topology"]);
  expect(at("Mill.md")).toEqual({ by: "vault", entry: "" });
  expect(at("barns/Mill.md")).toEqual({ by: "vault", entry: "" });
  expect(at("mills/Mill.md")).toEqual({ by: "folder", entry: "mills" });
  expect(at("mills/wind/Mill.md")).toEqual({ by: "folder", entry: "mills/wind" });
  expect(at("mills/Mill.md", "---\ndistinguo-convention: two-axes\n---\n")).toEqual({ by: "note", entry: "mills/Mill.md" });
  expect(at("mills/Mill.md", "---\ndistinguo-convention: unheard-of\n---\n")).toEqual({ by: "folder", entry: "mills" });
});
