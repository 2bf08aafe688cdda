import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { about, applyEdits, publishedSchema, defaultConfig, noteSource, readConfig, type Config, type Diagnostic } from "../../src/core/index";
import { distinctions } from "../../src/core/distinctions/index";
import { linter, type Lint } from "../../src/core/judge/lint";
import { authenticatedAuthorized, examples } from "./second-distinction";

const both = [...distinctions, authenticatedAuthorized];
const lintAlone = linter([authenticatedAuthorized]);
const lintBoth = linter(both);

function found(lint: Lint, text: string, config: Partial<Config> = {}): Diagnostic[] {
  return lint(noteSource("note.md", text, (yaml) => parse(yaml)), { ...defaultConfig, ...config });
}

const warnings = (lint: Lint, text: string) => found(lint, text).filter(({ severity }) => severity === "warning");

describe.each(Object.entries(examples))("%s", (rule, { valid, invalid }) => {
  test("has enough examples", () => {
    expect(valid.length).toBeGreaterThanOrEqual(6);
    expect(invalid.length).toBeGreaterThanOrEqual(6);
  });

  test.each(valid)("says nothing of: %s", (text) => {
    for (const lint of [lintAlone, lintBoth]) expect(warnings(lint, text)).toEqual([]);
  });

  test.each(invalid)("%s", (example) => {
    const text = example.replace(/[«»]/g, "");
    for (const lint of [lintAlone, lintBoth]) {
      expect(warnings(lint, text).map((diagnostic) => [diagnostic.rule, text.slice(diagnostic.from, diagnostic.to)])).toEqual([[rule, /«(.*)»/.exec(example)?.[1]]]);
    }
  });
});

test("choices are made of its own words, spelled as in the note", () => {
  const text = "Authentication means deciding what somebody may do. Our oldest rule speaks of unauthorised guests.";
  const [definition] = warnings(lintAlone, text);
  expect(definition?.fixes.map(({ edits }) => applyEdits(text, edits))).toContain(text.replace("Authentication", "Authorisation"));
  const [leap] = warnings(lintAlone, "Once a guest has logged in, she is authorized.");
  expect(leap?.fixes.map(({ title }) => title)).toContain("Add “what links the two is [who is known by which password, and who grants the rights]”");
});

describe("beside another distinction", () => {
  const text = "The guest is authenticated, so she may open the vault. The vault is distributed, so nobody controls it.\n\nAn authenticated/authorized guest reads a decentralized/distributed ledger.\n";

  test("a note is judged by both, in the order of the text", () => {
    expect(found(lintBoth, text).map(({ rule, from, to }) => [rule, text.slice(from, to)])).toEqual([
      ["inferred", "authenticated"],
      ["inferred", "distributed"],
      ["equated", "authenticated/authorized"],
      ["equated", "decentralized/distributed"],
    ]);
  });

  test("evidence and messages are each distinction's own", () => {
    const [visit, vault] = found(lintBoth, text);
    const axesOf = (diagnostic: Diagnostic | undefined) => [...new Set(diagnostic?.evidence.map(({ axis }) => axis))];
    expect(axesOf(visit)).toEqual(["permission"]);
    expect(visit?.message).toContain("what somebody may do");
    expect(axesOf(vault)).toEqual(["control"]);
    expect(vault?.message).toContain("who decides");
  });

  test("neither hears the words of the other", () => {
    expect(found(linter(distinctions), text)).toHaveLength(2);
    expect(found(lintAlone, text)).toHaveLength(2);
  });

  test("a convention settles its own distinction, the other keeps its default", () => {
    const levels = (convention: string) => found(lintBoth, text, { convention }).map(({ rule, severity }) => `${rule} ${severity}`);
    expect(levels("one-door")).toEqual(["inferred warning", "equated hint", "equated warning"]);
    expect(levels("neutral")).toEqual(["inferred warning", "inferred hint", "equated warning", "equated hint"]);
  });

  test("a comment names a rule by the words of either", () => {
    const claims = "Authorization means checking a password.\n\nDecentralization means keeping copies on many servers.\n";
    expect(found(lintBoth, claims).map(({ rule }) => rule)).toEqual(["authorized-for-authenticated", "decentralized-for-distributed"]);
    const silenced = claims.replace("password.", "password. %% distinguo-ignore authorized-for-authenticated: house style %%");
    expect(found(lintBoth, silenced).map(({ rule }) => rule)).toEqual(["decentralized-for-distributed"]);
    const strange = found(linter(distinctions), silenced).find(({ rule }) => rule === "unused-suppression");
    expect(strange?.message).toContain("no rule “authorized-for-authenticated”");
  });
});

describe("the shells", () => {
  test("hear of the rules, conventions and terms of both", () => {
    const known = about(both);
    expect(known.rules.filter(({ about: subject, id }) => subject === "prose" && !["unused-suppression", "unknown-convention"].includes(id)).map(({ id }) => id)).toEqual([
      "equated", "crossed-opposites", "inferred",
      "decentralized-for-distributed", "distributed-for-decentralized",
      "authorized-for-authenticated", "authenticated-for-authorized",
    ]);
    expect(known.rules.find(({ id }) => id === "authorized-for-authenticated")?.summary).toBe("“Authorized” is said, and whatever speaks for it in the text is about who somebody is.");
    expect(known.terms.map(({ label, axis }) => `${label} ${axis}`)).toEqual(["distributed arrangement", "decentralized control", "authenticated identity", "authorized permission"]);
    expect(known.conventions.filter(({ distinction }) => distinction === authenticatedAuthorized.id).map(({ id }) => id)).toEqual(["two-checks", "one-door"]);
  });

  test("read a config that names what belongs to either", () => {
    const { config, problems } = readConfig({ convention: "one-door", rules: { "authorized-for-authenticated": "error", "distributed-for-decentralized": "off" } }, undefined, about(both));
    expect(problems).toEqual([]);
    expect(config).toMatchObject({ convention: "one-door", rules: { "authorized-for-authenticated": "error", "distributed-for-decentralized": "off" } });
    expect(found(lintBoth, "Authorization means checking a password.", { rules: config.rules }).map(({ severity }) => severity)).toEqual(["error"]);
  });

  test("refuse there what no distinction in use has", () => {
    expect(readConfig({ convention: "one-door", rules: { "authorized-for-authenticated": "off" } }).problems.map(({ key }) => key)).toEqual(["convention", "rules.authorized-for-authenticated"]);
    expect(JSON.stringify(publishedSchema(about(both)))).toContain("one-door");
  });
});
