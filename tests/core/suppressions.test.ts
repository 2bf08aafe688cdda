import { describe, expect, test } from "vitest";
import { applyEdits } from "../../src/core/index";
import { lintText } from "./note";

const line = "The library is distributed rather than centralized.";
const rulesIn = (text: string) => lintText(text).map(({ rule }) => rule);

test("the line is reported where nothing suppresses it", () => {
  expect(rulesIn(line)).toEqual(["crossed-opposites"]);
});

describe("nothing is reported", () => {
  test.each([
    ["next line", `%% distinguo-ignore-next-line %%\n${line}`],
    ["next line, with a rule and a reason", `%% distinguo-ignore-next-line crossed-opposites: the bylaws say so %%\n${line}`],
    ["next line, as HTML", `<!-- distinguo-ignore-next-line crossed-opposites: so it is -->\n${line}`],
    ["next line, with a blank one between", `%% distinguo-ignore-next-line %%\n\n${line}`],
    ["next line, with CRLF", `%% distinguo-ignore-next-line %%\r\n${line}\r\n`],
    ["in a list", `- One\n- %% distinguo-ignore-next-line %%\n- ${line}`],
    ["the line itself", `${line} %% distinguo-ignore: the bylaws say so %%`],
    ["the line itself, as HTML", `${line} <!-- distinguo-ignore crossed-opposites -->`],
    ["a stretch", `%% distinguo-disable %%\n\n${line}\n\n${line}\n\n%% distinguo-enable %%\n`],
    ["a stretch of one rule", `%% distinguo-disable crossed-opposites: quoted %%\n${line}\n%% distinguo-enable crossed-opposites %%`],
    ["a line of its own within a stretch", `%% distinguo-disable %%\n${line} %% distinguo-ignore %%\n\n${line}`],
    ["all that follows", `<!-- distinguo-disable -->\n\n${line}`],
    ["a property that names the rule", `---\ndistinguo-ignore: [crossed-opposites]\n---\n${line}`],
    ["a property with one name", `---\ndistinguo-ignore: crossed-opposites\n---\n${line}`],
    ["a property that turns it off", `---\ndistinguo: false\n---\n${line}`],
  ])("%s", (_, text) => {
    expect(rulesIn(text)).toEqual([]);
  });
});

describe("what suppresses nothing is reported, and so is what it does not cover", () => {
  test.each([
    ["another rule", `%% distinguo-ignore-next-line equated %%\n${line}`, ["unused-suppression", "crossed-opposites"]],
    ["another line", `%% distinguo-ignore-next-line %%\nIt rained.\n${line}`, ["unused-suppression", "crossed-opposites"]],
    ["a stretch of two rules that either has ended", `%% distinguo-disable equated crossed-opposites %%\n${line}\n%% distinguo-enable crossed-opposites %%\n${line}\n%% distinguo-enable equated %%`, ["unused-suppression", "crossed-opposites"]],
    ["a stretch that has ended", `%% distinguo-disable %%\nIt rained.\n%% distinguo-enable %%\n${line}`, ["unused-suppression", "crossed-opposites"]],
    ["a note without the words", "%% distinguo-disable %%\nIt rained.", ["unused-suppression"]],
    ["a rule that does not exist", "%% distinguo-ignore-next-line conflated %%\nIt rained.", ["unused-suppression"]],
    ["a property", "---\ndistinguo-ignore: [equated]\n---\nIt rained.", ["unused-suppression"]],
    ["a rule of the notes is left to their checks", "%% distinguo-disable unresolved-link %%\nIt rained.", []],
    ["the end of another rule's stretch, which ends none", `%% distinguo-disable crossed-opposites %%\n%% distinguo-enable inferred %%\n${line}`, ["unused-suppression"]],
    ["the end of a stretch that has none", `%% distinguo-disable equated %%\n%% distinguo-enable %%\n${line}\n%% distinguo-enable %%\n%% distinguo-enable crossed-opposites %%`, ["unused-suppression", "crossed-opposites", "unused-suppression", "unused-suppression"]],
    ["in code it is none", `\`%% distinguo-disable %%\`\n\n\`\`\`\n%% distinguo-disable %%\n\`\`\`\n\n${line}`, ["crossed-opposites"]],
  ])("%s", (_, text, expected) => {
    expect(rulesIn(text)).toEqual(expected);
  });

  test("the comment can be removed, with its line", () => {
    const text = "One.\n%% distinguo-disable %%\nTwo.";
    const [diagnostic] = lintText(text);
    expect(applyEdits(text, diagnostic?.fixes[0]?.edits ?? [])).toBe("One.\nTwo.");
  });
});

test("a stretch can be taken back: first its comment, then the end that is left", () => {
  const text = `One.\n%% distinguo-disable %%\nTwo.\n\n%% distinguo-enable equated %%\n${line} %% distinguo-enable %%\n`;
  const mended = [0, 1, 2].reduce((left) => applyEdits(left, lintText(left).find(({ rule }) => rule === "unused-suppression")?.fixes[0]?.edits ?? []), text.replace(line, "Three."));
  expect(mended).toBe("One.\nTwo.\n\nThree.\n");
  expect(lintText(text)[0]?.message).toBe("This suppresses nothing: no distinguo-disable equated is open above it.");
});

describe("a mistyped rule can be set right", () => {
  const choices = (text: string) => lintText(text).flatMap(({ fixes }) => fixes.filter(({ kind }) => kind === "choice").map(({ title, edits }) => [title, applyEdits(text, edits)]));
  test.each([
    ["in a comment", "It rained. %% distinguo-ignore inferrd: so %%", "inferrd", "inferred"],
    ["beside others", "It rained. %% distinguo-ignore inferred, Equatd %%", "Equatd", "equated"],
    ["of the notes", "It rained. %% distinguo-ignore orphan-concpet %%", "orphan-concpet", "orphan-concept"],
    ["in the property", "---\ndistinguo-ignore: infered\n---\nIt rained.", "infered", "inferred"],
    ["in quotes", "---\ndistinguo-ignore: ['infered', \"equated\"]\n---\nIt rained.", "infered", "inferred"],
  ])("%s", (_, text, typed, meant) => {
    expect(choices(text)).toEqual([[`Change to “${meant}”`, text.replace(typed, meant)]]);
  });

  test.each(["nonsense", "inferred, inferrd", "infrd"])("but not %s", (names) => {
    expect(choices(`It rained. %% distinguo-ignore ${names} %%`)).toEqual([]);
  });
});

test.each([
  ["the only entry", "distinguo-ignore: [equated] # because of May"],
  ["a single text", "distinguo-ignore: equated # because of May"],
  ["the last of a list whose key has a remark", "distinguo-ignore: # because of May\n  - equated"],
  ["an entry with a remark", "distinguo-ignore:\n  - equated # because of May\n  - crossed-opposites"],
])("an entry of the property is not taken out where a remark would go with it: %s", (_, property) => {
  const fixesOf = (written: string) => lintText(`---\n${written}\ntags: a\n---\n${line}`).find(({ rule }) => rule === "unused-suppression")?.fixes.length;
  expect(fixesOf(property)).toBe(0);
  expect(fixesOf(property.replace(/ # because of May/, ""))).toBe(1);
});

test.each([
  ["a rule that is none", "%% distinguo-ignore-next-line nonsense %%", "there is no rule “nonsense”"],
  ["a directive that is none", "%% distinguo-ignroe: a slip %%", "“distinguo-ignroe” is not known"],
])("%s is named", (_, comment, reason) => {
  const [hint, ...rest] = lintText(`${comment}\nIt rained.\n`);
  expect(rest).toEqual([]);
  expect(hint).toMatchObject({ rule: "unused-suppression", severity: "hint", from: 0, to: comment.length });
  expect(hint?.message).toContain(reason);
});

test.each(["A distributed (de-centralized) pump.", "A distributed, i.e. de-centralised, pump."])("a hyphen inside the word: %s", (text) => {
  expect(lintText(text).map(({ rule }) => rule)).toEqual(["equated"]);
});
