import { describe, expect, it } from "vitest";
import { applyEdits, defaultConfig, lint, type Config } from "../../src/core/index";
import { note, vault } from "./small-vault";

const path = "concepts/ebb.md";
/** A note with two links that lead nowhere. */
const body = "The sea going out, past the [[pier]].\n\nAnd past the [[mole]].\n";

const checked = (source: string, config: Partial<Config> = {}) => vault({ [path]: source, "log.md": "See [[ebb]]." }, config).check().flatMap(({ diagnostics }) => diagnostics);
const rulesIn = (source: string) => checked(source).map(({ rule }) => rule);

it("both are reported where nothing suppresses them", () => {
  expect(rulesIn(body)).toEqual(["unresolved-link", "unresolved-link"]);
});

describe("what a note says of the rules about notes", () => {
  it.each([
    ["the line itself", body.replace("[[pier]].", "[[pier]]. %% distinguo-ignore unresolved-link: planned %%"), ["unresolved-link"]],
    ["the next line", `%% distinguo-ignore-next-line unresolved-link %%\n${body}`, ["unresolved-link"]],
    ["a stretch", `<!-- distinguo-disable unresolved-link -->\n${body}`, []],
    ["a property that names the rule", `---\ndistinguo-ignore: [unresolved-link]\n---\n${body}`, []],
    ["a property that turns it off", `---\ndistinguo: false\n---\n${body}`, []],
    ["no rule, which is about the prose alone", `%% distinguo-disable %%\n${body}`, ["unresolved-link", "unresolved-link"]],
    ["a rule of the prose", `%% distinguo-disable equated %%\n${body}`, ["unresolved-link", "unresolved-link"]],
    ["a rule that does not speak", `%% distinguo-disable one-way-relation %%\n${body}`, ["unused-suppression", "unresolved-link", "unresolved-link"]],
    ["two rules, one of which speaks", `%% distinguo-disable one-way-relation unresolved-link %%\n${body}`, ["unused-suppression"]],
    ["a rule that is none", `%% distinguo-disable nonsense %%\n${body}`, ["unresolved-link", "unresolved-link"]],
  ])("%s", (_, source, expected) => {
    expect(rulesIn(source)).toEqual(expected);
  });
});

it("what suppresses nothing is a hint that can be taken out", () => {
  const source = `%% distinguo-ignore-next-line one-way-relation %%\n${body}`;
  const [hint] = checked(source);
  expect(hint).toMatchObject({ rule: "unused-suppression", severity: "hint", message: "This suppresses nothing: one-way-relation does not speak there.", fixes: [{ kind: "safe" }] });
  expect(applyEdits(source, hint?.fixes[0]?.edits ?? [])).toBe(body);
  expect(checked(source, { rules: { "unused-suppression": "off" } })).toHaveLength(2);
});

it("each kind of rule answers for its own part of a comment, and takes out no more", () => {
  const source = `%% distinguo-disable equated one-way-relation: so it is %%\n${body}`;
  const ofNotes = checked(source).filter(({ rule }) => rule === "unused-suppression");
  const ofProse = lint(note(path, source), defaultConfig);
  expect(ofNotes).toMatchObject([{ message: "This suppresses nothing: one-way-relation does not speak there." }]);
  expect(ofProse).toMatchObject([{ message: "This suppresses nothing: equated does not speak there." }]);
  expect([...ofNotes, ...ofProse].map(({ fixes }) => applyEdits(source, fixes[0]?.edits ?? []).split("\n")[0])).toEqual([
    "%% distinguo-disable equated: so it is %%",
    "%% distinguo-disable one-way-relation: so it is %%",
  ]);
});
