import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { defaultConfig, explain, lint, noteSource, type Explanation } from "../../src/core/index";
import { distinctions } from "../../src/core/distinctions/index";
import { explainer } from "../../src/core/explain/explain";
import { proseRules } from "../../src/core/rules/index";
import { linter } from "../../src/core/judge/lint";
import { examplesOf } from "./rule-examples";
import { authenticatedAuthorized } from "./second-distinction";

const ids = proseRules(distinctions).map(({ id }) => id);
const noteOf = (text: string) => noteSource("note.md", text, (yaml) => parse(yaml));

const examples = ids.flatMap((id) => [...examplesOf(id).valid, ...examplesOf(id).invalid]).map((text) => text.replace(/[«»]/g, ""));
const passages = readFileSync(new URL("../passages/read.jsonl", import.meta.url), "utf8").trim().split("\n").map((line) => (JSON.parse(line) as { text: string }).text);
const garden = new URL("../../examples/garden/", import.meta.url);
const notes = readdirSync(garden, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md")).map((name) => readFileSync(new URL(name, garden), "utf8"));

test.each([["examples", examples], ["passages", passages], ["notes of the garden", notes]])("all that is reported of the %s is explained, and nothing else", (_, texts) => {
  for (const text of texts) {
    const reported = lint(noteOf(text), defaultConfig).filter(({ rule }) => ids.includes(rule));
    const explained = explain(noteOf(text), defaultConfig);
    expect(explained.flatMap(({ diagnostic }) => diagnostic ?? []).sort((a, b) => a.from - b.from || a.to - b.to), text).toEqual(reported);
    for (const explanation of explained) expectReasons(explanation, text);
  }
});

/** Each rule says what became of it, and why. */
function expectReasons({ rules, skipped, diagnostic, words }: Explanation, text: string): void {
  expect(words.length, text).toBeGreaterThan(0);
  expect(rules.length > 0, text).toBe(skipped.length === 0);
  expect(rules.filter(({ outcome }) => outcome === "reported").map(({ rule }) => rule), text).toEqual(diagnostic ? [diagnostic.rule] : []);
  for (const { outcome, because, candidates } of rules) {
    expect(because.length + candidates.length, text).toBeGreaterThan(0);
    expect(candidates.some((candidate) => candidate.outcome !== "dropped"), text).toBe(outcome === "reported" || outcome === "kept-back");
    for (const candidate of candidates) expect(candidate.because.length > 0, text).toBe(candidate.outcome !== "sure");
  }
}

test("an explanation names the places of the note", () => {
  const text = "---\ntitle: A note\n---\n\n- It rained. The **mill** is “distributed”,\n  so nobody owns it. Rain fell.\n";
  const [one, ...others] = explain(noteOf(text), defaultConfig);
  const at = ({ from, to }: { from: number; to: number }) => text.slice(from, to);
  expect(others).toEqual([]);
  expect(one && at(one)).toBe("The **mill** is “distributed”,\n  so nobody owns it.");
  expect(one?.clauses.map(at)).toEqual(["The **mill** is “distributed”,", "so nobody owns it."]);
  expect(one?.words.map(at)).toEqual(["distributed"]);
  expect(one?.evidence.map((evidence) => [at(evidence), evidence.axis, evidence.weight])).toContainEqual(["owns", "control", 1]);
  expect(one?.frames.map(({ list, word, other }) => [list, at(word), at(other)])).toContainEqual(["leap", "distributed", "nobody owns it."]);
});

test("another distinction is explained by its own words, and two of them apart", () => {
  const text = "The visitor is authenticated, so she may open every door. The mill is distributed, so nobody owns it.";
  const explainAll = explainer(linter([...distinctions, authenticatedAuthorized]));
  expect(explainAll(noteOf(text), defaultConfig).map(({ from, distinction, words }) => [text.slice(from, from + 8), distinction, words.map(({ term }) => term)])).toEqual([
    ["The visi", authenticatedAuthorized.id, ["authenticated"]],
    ["The mill", "distributed-decentralized", ["distributed"]],
  ]);
});

/** Time grows with the length; the time out is far above what they take. */
test.each([
  ["repeats", "distributed (decentralized ".repeat(2_000)],
  ["sentences", "The mill is distributed, so nobody owns it. ".repeat(200)],
  ["broken Markdown", "[[distributed|[decentralized](**\n> | distributed |\n%% decentralized `".repeat(200)],
  ["broken properties", "---\ndistinguo: [\n---\nIt is distributed.\u0000\uD800 decentralized\r\n"],
  ["nothing", ""],
])("odd notes are explained too: %s", { timeout: 60_000 }, (_, text) => {
  const note = noteSource("odd.md", text, () => null);
  const found = explain(note, defaultConfig).flatMap(({ diagnostic }) => diagnostic ?? []);
  expect(found).toEqual(lint(note, defaultConfig).filter(({ rule }) => ids.includes(rule)));
});
