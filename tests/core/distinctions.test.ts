import { expect, test } from "vitest";
import { about } from "../../src/core/index";
import { cues } from "../../src/core/distinctions/cues";
import { distinctions } from "../../src/core/distinctions/index";
import { proseRuleIds } from "../../src/core/distinctions/distinction";
import { phrasePattern } from "../../src/core/prose/phrase";
import { proseRules } from "../../src/core/rules/index";

test("a phrase knows alternatives, endings, optional words and gaps", () => {
  const find = (phrase: string, text: string) => new RegExp(`^${phrasePattern(phrase)}$`).test(text);
  expect(find("no ?single point|points of fail*", "no single point of failure")).toBe(true);
  expect(find("no ?single point|points of fail*", "no points of failing")).toBe(true);
  expect(find("no ?single point|points of fail*", "no double point of failure")).toBe(false);
  expect(find("?very large", "large")).toBe(true);
  expect(find("large ?enough", "large")).toBe(true);
  expect(find("across ~ towns", "across towns")).toBe(true);
  expect(find("across ~ towns", "across five small old towns")).toBe(true);
  expect(find("across ~ towns", "across five small old grey towns")).toBe(false);
  expect(find("fault tolerant", "fault-tolerant")).toBe(true);
});

test("each distinction has a message for every rule, and every convention a level", () => {
  for (const { messages, conventions } of distinctions) {
    expect(Object.keys(messages)).toEqual(expect.arrayContaining([...proseRuleIds]));
    for (const { rules } of conventions) expect(Object.keys(rules).sort()).toEqual([...proseRuleIds].sort());
  }
  expect(proseRules.map(({ id }) => id)).toEqual([...proseRuleIds]);
});

test("weights lie between 0 and 1, and no phrase stands twice on an axis", () => {
  for (const { evidence } of distinctions.flatMap(({ axes }) => axes)) {
    const phrases = evidence.flatMap(({ weight, phrases: all }) => {
      expect(weight).toBeGreaterThan(0);
      expect(weight).toBeLessThanOrEqual(1);
      return all;
    });
    expect(phrases.filter((phrase, at) => phrases.indexOf(phrase) !== at)).toEqual([]);
  }
});

test("the shared cues know no word of a distinction", () => {
  const text = JSON.stringify(cues);
  for (const { label } of distinctions.flatMap(({ terms }) => terms)) expect(text).not.toContain(label);
});

test("the shells get two terms with their questions, and two-axes first", () => {
  const { distinction, conventions } = about();
  expect(distinction.terms.map(({ label, axis }) => [label, axis])).toEqual([["distributed", "arrangement"], ["decentralized", "control"]]);
  expect(conventions[0]?.id).toBe("two-axes");
  expect(conventions).toHaveLength(8);
});
