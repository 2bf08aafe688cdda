import { describe, expect, it } from "vitest";
import { about, applyEdits, type Config, type Diagnostic } from "../../src/core/index";
import { vault } from "./small-vault";

/** What a vault's check says of one note: rule, severity and the words that it marks. */
function check(notes: Readonly<Record<string, string>>, path: string, config: Partial<Config> = {}): (Diagnostic & { marked: string })[] {
  const found = vault(notes, config).check().find((note) => note.path === path)?.diagnostics ?? [];
  return found.map((diagnostic) => ({ ...diagnostic, marked: (notes[path] ?? "").slice(diagnostic.from, diagnostic.to) }));
}

const noteRules = about().rules.filter((rule) => rule.about === "notes");
const tide = "concepts/tide.md";
const moon = "concepts/moon.md";
/** A pair of notes about which there is nothing to say. */
const sound = {
  [tide]: "The sea's breath.\n\n## Related\n\n- [[moon]]: pulls\n",
  [moon]: "Ours.\n\n## Related\n\n- [[tide]]: is pulled\n",
};

it("says nothing of a sound vault", () => {
  expect(vault(sound).check()).toEqual([]);
});

describe.each<[string, Readonly<Record<string, string>>, string, string, RegExp]>([
  ["unresolved-link", { ...sound, "diary.md": "Saw the [ebb](ebb%20and flow.md)." }, "diary.md", "[ebb](ebb%20and flow.md)", /leads to “ebb and flow\.md”, where no note lies\. Create the note/],
  ["unresolved-link", { ...sound, "diary.md": "---\nup: '[[notes/moon]]'\n---\n" }, "diary.md", "[[notes/moon]]", /A note of that name lies at “concepts\/moon\.md”/],
  ["undefined-concept", { ...sound, [tide]: `${sound[tide] ?? ""}- **Surge**: wind\n` }, tide, "**Surge**", /Nothing in the vault is called “Surge”\. Write a note/],
  ["missing-definition", { ...sound, [moon]: "---\ntitle: The Moon\n---\n\n## Related\n\n- [[tide]]: is pulled\n" }, moon, "The Moon", /does not say what “The Moon” is\. Begin it with a paragraph/],
  ["orphan-concept", { ...sound, "concepts/wave.md": "Up and down." }, "concepts/wave.md", "Up and down.", /No other note leads to “wave”\. Name it/],
  ["one-way-relation", { ...sound, [moon]: "Ours, and the [[tide]]'s." }, tide, "[[moon]]", /“moon” \(concepts\/moon\.md\) does not list “tide” in return\. Add it there/],
  ["duplicate-label", { ...sound, [tide]: `---\naliases: ["#mare", Luna]\n---\n${sound[tide] ?? ""}`, [moon]: `---\naliases: [luna]\n---\n${sound[moon] ?? ""}` }, tide, "Luna", /“Luna” also names “concepts\/moon\.md”\. Keep it/],
  ["self-relation", { ...sound, [tide]: `${sound[tide] ?? ""}- Tides: are many\n` }, tide, "Tides", /“Tides” is “tide” itself\. Name the concept that is meant/],
  ["broken-front-matter", { ...sound, "diary.md": "---\ntitle: Rise: and fall\n---\nText." }, "diary.md", "---\ntitle: Rise: and fall\n---\n", /does not parse: .*\. Mend the lines/],
  ["paragraph-as-heading", { ...sound, "diary.md": "A long day at the shore, and wet feet all along.\r\n---\r\n\r\nMore." }, "diary.md", "A long day at the shore, and wet feet all along.", /makes this paragraph a heading\. Put a blank line/],
])("%s", (rule, notes, path, marked, message) => {
  const known = noteRules.find(({ id }) => id === rule);

  it(`marks ${JSON.stringify(marked)}`, () => {
    const found = check(notes, path).filter((diagnostic) => diagnostic.rule === rule);
    expect(found).toMatchObject([{ severity: known?.severity, marked, question: "", evidence: [] }]);
    expect(found[0]?.message).toMatch(message);
  });

  it("is alone, and follows the config", () => {
    expect(check(notes, path).map((diagnostic) => diagnostic.rule)).toEqual([rule]);
    expect(check(notes, path, { rules: { [rule]: "error" } })).toMatchObject([{ rule, severity: "error" }]);
    expect(check(notes, path, { rules: { [rule]: "off" } })).toEqual([]);
    expect(check(notes, path, { exclude: [path] })).toEqual([]);
  });
});

it.each([
  ["the title", "---\nid: wave\naliases: [swell]\ntitle: Wave\n---\n\n# Waves\n", "Wave"],
  ["the heading it begins with", "---\naliases: [swell]\n---\n\n# The Wave #\n\n- [[tide]]\n", "The Wave"],
  ["the first line that has text", "\r\n\r\n  - one\r\n  - two\r\n\r\n## More\r\n", "- one"],
  ["nothing in a note that has nothing", "---\naliases: [swell]\n---\n", ""],
])("points at %s where a definition is missing", (_, source, marked) => {
  const found = check({ ...sound, "concepts/wave.md": source }, "concepts/wave.md").filter(({ rule }) => rule === "missing-definition" || rule === "orphan-concept");
  expect(found).toMatchObject([{ marked }, { marked }]);
});

it("mends a paragraph that became a heading by a blank line, in the note's own line breaks", () => {
  for (const lineBreak of ["\n", "\r\n"]) {
    const lines = ["## Uses", "", "The miller waits for the ebb, and sleeps until then.", "---", "", "## Related", "", "- [[moon]]: pulls"];
    const source = lines.join(lineBreak);
    const [found] = check({ [tide]: source, [moon]: sound[moon] ?? "" }, tide).filter(({ rule }) => rule === "paragraph-as-heading");
    expect(found?.fixes).toMatchObject([{ kind: "safe" }]);
    const mended = applyEdits(source, found?.fixes[0]?.edits ?? []);
    expect(mended).toBe([...lines.slice(0, 3), "", ...lines.slice(3)].join(lineBreak));
    expect(check({ [tide]: mended, [moon]: sound[moon] ?? "" }, tide).map(({ rule }) => rule)).not.toContain("paragraph-as-heading");
  }
});

it("lists its rules with what a shell shows of them", () => {
  expect(noteRules.map(({ id }) => id)).toEqual(["unresolved-link", "undefined-concept", "missing-definition", "orphan-concept", "one-way-relation", "duplicate-label", "self-relation", "broken-front-matter", "paragraph-as-heading"]);
  for (const { summary, rationale } of noteRules) {
    expect(`${summary} ${rationale}`).not.toMatch(/\b(?:wrong|incorrect|misuse|you should)\b/i);
  }
});
