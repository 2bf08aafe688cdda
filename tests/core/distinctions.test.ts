import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { about, defaultConfig, severities } from "../../src/core/index";
import { cues } from "../../src/core/distinctions/cues";
import { distinctions } from "../../src/core/distinctions/index";
import { formPattern } from "../../src/core/prose/lexis";
import { phrasePattern } from "../../src/core/prose/phrase";
import { rulesOf } from "../../src/core/rules/index";
import { lintText } from "./note";
import { authenticatedAuthorized } from "./second-distinction";

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

test("each distinction has a message and a question for every rule, and each of them asks", () => {
  for (const distinction of [...distinctions, authenticatedAuthorized]) {
    for (const [variant, said] of Object.entries(distinction.messages)) for (const text of Object.values(said)) expect(text, variant).toContain("?");
    for (const { id } of rulesOf(distinction)) {
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
    for (const level of levels.flat()) expect([...severities, "off"], id).toContain(level);
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

test("no other file of the sources knows a word of a distinction", () => {
  const forms = distinctions.flatMap(({ terms }) => terms.flatMap((term) => [term.forms, term.opposites])).flatMap(({ adjective, noun, verb }) => [...adjective, ...noun, ...verb]);
  const words = new RegExp(`\\b(?:${forms.map(formPattern).join("|")})`, "i");
  const own = ["distinctions/index.ts", ...distinctions.map(({ id }) => `distinctions/${id}.ts`)];
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts") && !own.some((end) => path.endsWith(end)));
  expect(files.length).toBeGreaterThan(100);
  const code = (path: string) => readFileSync(join("src", path), "utf8").replace(/^export const examples[^]*?^\};/m, "").replace(/\/\*[^]*?\*\/|^\s*\/\/.*$|^import .*$/gm, "");
  expect(files.filter((path) => words.test(code(path)))).toEqual([]);
});

test("the shells get two terms with their questions, and the default convention first", () => {
  const { terms, conventions } = about();
  expect(terms.slice(0, 2).map(({ label, axis }) => [label, axis])).toEqual([["distributed", "arrangement"], ["decentralized", "control"]]);
  expect(conventions[0]?.id).toBe(defaultConfig.convention);
  expect(conventions.filter(({ distinction }) => distinction === distinctions[0].id)).toHaveLength(8);
});

describe("a convention speaks as its source does", () => {
  const rulesUnder = (convention: string, text: string) => lintText(text, { convention }).map(({ rule, severity }) => `${rule} ${severity}`);
  const fromPlaces = "The archive is distributed, so no one controls it.";
  const toPlaces = "Thanks to its decentralized design, the archive survives any server outage.";

  test("two-axes has all five rules warn", () => {
    expect(distinctions[0].conventions[0].levels).toEqual(Array(5).fill("warning"));
  });

  test("a message says what the word stands for there", () => {
    for (const { id, stands } of distinctions[0].conventions) {
      for (const { message } of lintText(`${fromPlaces} ${toPlaces}`, { convention: id })) expect(message).toContain(stands[message.includes("“distributed”") ? 0 : 1]);
    }
    expect(lintText(fromPlaces, { convention: "topology" })[0]?.message).toContain("a network without hubs");
  });

  test("a network's shape says nothing about who is in charge, and much about outages", () => {
    expect(rulesUnder("topology", fromPlaces)).toEqual(["inferred warning"]);
    expect(rulesUnder("topology", toPlaces)).toEqual([]);
    expect(rulesUnder("topology", "The mill is distributed rather than centralized.")).toEqual([]);
  });

  test("among equals everybody decides, so that is no leap", () => {
    expect(rulesUnder("commons", fromPlaces)).toEqual([]);
    expect(rulesUnder("commons", toPlaces)).toEqual(["inferred hint"]);
    expect(rulesUnder("commons", "Distributed means that no single owner can close it.")).toEqual([]);
  });

  test("all but the house without definitions warn, or hint where one word has many senses, of words that are offered as one", () => {
    const levels = distinctions[0].conventions.map(({ id }) => rulesUnder(id, "The library keeps a distributed (decentralized) catalogue.").join());
    expect(levels).toEqual(["warning", "warning", "warning", "warning", "warning", "hint", "warning", "hint"].map((level) => `equated ${level}`));
  });

  test("where the best reading is silenced, the next one speaks", () => {
    const text = "The distributed (decentralized) archive is distributed, so no one controls it.";
    expect(lintText(text).map(({ rule }) => rule)).toEqual(["equated"]);
    expect(lintText(text, { rules: { equated: "off" } }).map(({ rule }) => rule)).toEqual(["inferred"]);
  });
});
