import { expect, test } from "vitest";
import { about, defaultConfig, severities } from "../../src/core/index";
import { cues } from "../../src/core/distinctions/cues";
import { distinctions } from "../../src/core/distinctions/index";
import { phrasePattern } from "../../src/core/prose/phrase";
import { rulesOf } from "../../src/core/rules/index";

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

test("each distinction has a message and a question for every rule", () => {
  for (const distinction of distinctions) {
    for (const { id } of rulesOf(distinction)) {
      expect(distinction.messages[id]?.message, id).toMatch(/\S/);
      expect(distinction.messages[id]?.question, id).toMatch(/\?$/);
    }
  }
});

test("the words of a distinction name two of its rules", () => {
  expect(rulesOf(distinctions[0]).map(({ id }) => id)).toEqual(["equated", "crossed-opposites", "inferred", "decentralized-for-distributed", "distributed-for-decentralized"]);
});

test("each convention has a level for every rule, one sentence, and a source", () => {
  for (const { id, label, description, source, stands, levels } of distinctions.flatMap(({ conventions }) => conventions)) {
    expect(levels, id).toHaveLength(5);
    for (const level of levels) expect([...severities, "off"], id).toContain(level);
    expect(description, id).toMatch(/^[A-Z][^.!?]{20,180}\.$/);
    expect([label, source, ...stands].every((text) => text.trim() !== ""), id).toBe(true);
  }
});

test("no two distinctions share an id of themselves, a convention, an axis or a term", () => {
  const ids = [
    distinctions.map(({ id }) => id),
    distinctions.flatMap(({ conventions }) => conventions.map(({ id }) => id)),
    distinctions.flatMap(({ axes }) => axes.map(({ id }) => id)),
    distinctions.flatMap(({ terms }) => terms.map(({ label }) => label)),
  ];
  for (const list of ids) expect(new Set(list).size).toBe(list.length);
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

test("the shells get two terms with their questions, and the default convention first", () => {
  const { terms, conventions } = about();
  expect(terms.map(({ label, axis }) => [label, axis])).toEqual([["distributed", "arrangement"], ["decentralized", "control"]]);
  expect(conventions[0]?.id).toBe(defaultConfig.convention);
  expect(conventions).toHaveLength(8);
});
