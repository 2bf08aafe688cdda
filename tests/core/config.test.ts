import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { about, publishedSchema, defaultConfig, readConfig } from "../../src/core/index";

/** Reads a config from YAML, as the command line does. */
function read(yaml: string): ReturnType<typeof readConfig> {
  return readConfig(parse(yaml) as unknown, yaml);
}

describe("a config", () => {
  it("that says nothing is the default", () => {
    for (const value of [undefined, null, {}]) expect(readConfig(value)).toEqual({ config: defaultConfig, problems: [] });
  });

  it("is read, all of it", () => {
    const [convention] = about().conventions;
    const yaml = `
convention: ${convention?.id ?? ""}
conventions:
  notes/v1.2: topology
  old: neutral
rules:
  equated: error
  one-way-relation: off
exclude: [drafts, notes/old.md]
concepts:
  folders:
    - glossary
  types: []
  tags: ["#term"]
  headings: [Verwandte Begriffe]
  properties:
    related: [kin]
    broader: [belongs-to]
mentions:
  amount: few
  exclude: [Tide, "in common"]
words:
  terms-of-art: {distributed: [Mesh radio*]}
  evidence:
    control: [the  Elders|wardens|elders say, the Warden’s ?own seal]
  cues: {equate: [which we also call]}
  exceptions: ["A distributed, or   decentralized, choir"]
`;
    expect(read(yaml)).toEqual({
      problems: [],
      config: {
        convention: convention?.id,
        conventions: { "notes/v1.2": "topology", "old": "neutral" },
        rules: { equated: "error", "one-way-relation": "off" },
        exclude: ["drafts", "notes/old.md"],
        concepts: { folders: ["glossary"], types: [], tags: ["term"], exclude: defaultConfig.concepts.exclude, headings: ["Verwandte Begriffe"], properties: { related: ["kin"], broader: ["belongs-to"], narrower: [] } },
        mentions: { amount: "few", exclude: ["Tide", "in common"] },
        words: {
          "terms-of-art": { distributed: ["mesh radio*"] },
          evidence: { control: ["the elders|wardens say", "the warden's ?own seal"] },
          cues: { equate: ["which we also call"] },
          exceptions: ["a distributed, or decentralized, choir"],
        },
      },
    });
    expect(readConfig({ rules: { equated: false } }).config.rules).toEqual({ equated: "off" });
  });

  it.each([
    ["convnetion: two-axes", "convnetion", 1, /“convnetion” is no setting\. Allowed: convention, conventions, rules, exclude, concepts, mentions, words\./],
    ["# convention: x\nconvention: mine", "convention", 2, /“convention” is “mine”\. Allowed: .*two-axes/],
    ["rules:\n  equated: loud", "rules.equated", 2, /“rules\.equated” is “loud”\. Allowed: error, warning, info, hint, off\./],
    ["rules:\n  equatd: error", "rules.equatd", 2, /“rules\.equatd” is no rule\. Allowed: .*equated.*self-relation/],
    ["rules: {equated: error, no-such: off}", "rules.no-such", 1, /is no rule/],
    ["rules: [equated]", "rules", 1, /“rules” is a list; a list of keys and values goes there/],
    ["exclude: drafts", "exclude", 1, /“exclude” is “drafts”; a list of texts goes there\./],
    ["exclude:\n  - drafts\n  - 7\n  - ''", "exclude.1", 3, /Entry 2 of “exclude” is the number 7\. A text goes there\./],
    ["concepts:\n  folder: [x]", "concepts.folder", 2, /“concepts\.folder” is no setting\. Allowed: folders, types, tags, exclude, headings, properties\./],
    ["concepts:\n  headings: Kin", "concepts.headings", 2, /“concepts\.headings” is “Kin”; a list of texts goes there\./],
    ["concepts:\n  headings:\n    - Kin\n    - '##'", "concepts.headings.1", 4, /Entry 2 of “concepts\.headings” is “##”\. A text of letters goes there\./],
    ["concepts:\n  properties:\n    wider: [up]", "concepts.properties.wider", 3, /is no setting\. Allowed: related, broader, narrower\./],
    ["concepts:\n  properties:\n    broader: up", "concepts.properties.broader", 3, /is “up”; a list of texts goes there\./],
    ["concepts:\n  properties: [up]", "concepts.properties", 2, /is a list; a list of keys and values goes there\. Allowed: related, broader, narrower\./],
    ["exclude: []\nconcepts:\n  folders: []\n  exclude: 1", "concepts.exclude", 4, /is the number 1/],
    ["concepts:\n  exclude: []\nexclude: 1", "exclude", 3, /is the number 1/],
    ["conventions:\n  2024: two-axis\nexclude: [a]", "conventions.2024", 2, /is “two-axis”/],
    ["- a", "", 1, /The config is a list/],
    ["just words", "", 1, /The config is “just words”/],
    ["conventions:\n  notes: two-axis", "conventions.notes", 2, /“conventions\.notes” is “two-axis”\. Allowed: two-axes, .*neutral\./],
    ["conventions:\n  notes: two-axes\n  'old/*': two-axes", "conventions.old/*", 3, /“conventions\.old\/\*” is no place in the vault\. Wildcards are not known here/],
    ["conventions: two-axes", "conventions", 1, /“conventions” is “two-axes”; a list of keys and values goes there\. /],
    ["words:\n  terms-of-art:\n    dispersed: [choir]", "words.terms-of-art.dispersed", 3, /is no setting\. Allowed: distributed, decentralized\./],
    ["words:\n  evidence:\n    place: [barn]", "words.evidence.place", 3, /is no setting\. Allowed: arrangement, control\./],
    ["words:\n  cues:\n    equates: [alias]", "words.cues.equates", 3, /is no setting\. Allowed: equate, oppose, infer, define, hedge, quote\./],
    ["words:\n  evidence:\n    control:\n      - the elders say\n      - '?perhaps'", "words.evidence.control.1", 5, /Entry 2 of “words\.evidence\.control” is “\?perhaps”\. A phrase is /],
    ["words:\n  evidence:\n    control: the elders say", "words.evidence.control", 3, /is “the elders say”; a list of texts goes there\./],
    ["words:\n  exceptions:\n    - ok\n    - 12", "words.exceptions.1", 4, /is the number 12\. A text goes there\./],
    ["words: [choir]", "words", 1, /is a list; a list of keys and values goes there\. Allowed: terms-of-art, evidence, cues, exceptions\./],
    ["rules:\n  __proto__: error", "rules.__proto__", 2, /is no rule/],
    ["rules:\n  constructor: error", "rules.constructor", 2, /is no rule/],
  ])("names what it cannot use: %j", (yaml, key, line, message) => {
    const { config, problems } = read(yaml);
    expect(problems[0]).toMatchObject({ key, line });
    expect(problems[0]?.message).toMatch(message);
    expect(config.convention).toBe(defaultConfig.convention);
    expect(config.concepts.folders.length).toBeLessThanOrEqual(1);
  });

  it("keeps what is valid beside what is not", () => {
    const { config, problems } = read("convention: 12\nrules:\n  equated: hint\n  inferred: very\nexclude: [a, 3, b]\ncolour: red");
    expect(config.rules).toEqual({ equated: "hint" });
    expect(config.exclude).toEqual(["a", "b"]);
    expect(problems.map(({ key, line }) => [key, line])).toEqual([["convention", 1], ["rules.inferred", 4], ["exclude.1", 5], ["colour", 6]]);
  });

  it("has no lines where there is no text", () => {
    expect(readConfig({ colour: 1 }).problems).toEqual([{ key: "colour", message: "“colour” is no setting. Allowed: convention, conventions, rules, exclude, concepts, mentions, words." }]);
    for (const odd of [1, "x", [], true, () => 1, Symbol("s"), Object.create(null)]) expect(() => readConfig(odd)).not.toThrow();
  });

  it("has a schema that knows every rule and convention", () => {
    const schema = publishedSchema();
    const text = JSON.stringify(schema);
    for (const { id } of [...about().rules, ...about().conventions]) expect(text).toContain(`"${id}"`);
    for (const { label, axis } of about().terms) for (const name of [label, axis]) expect(text).toContain(`"${name}"`);
    expect(schema).toMatchObject({ type: "object", additionalProperties: false, properties: { exclude: { type: "array", items: { type: "string" } } } });
  });

  it("has a schema that explains every key", () => {
    const explained = (schema: object, key: string): void => {
      expect(schema, key).toHaveProperty("description", expect.stringMatching(/^.+\.$/));
      if ("properties" in schema) for (const [name, inner] of Object.entries(schema.properties as Record<string, object>)) explained(inner, `${key}.${name}`);
    };
    explained(publishedSchema(), "");
  });

  it("has a schema that is published as it is", async () => {
    await expect(`${JSON.stringify(publishedSchema(), null, 2)}\n`).toMatchFileSnapshot("../../docs/distinguo.schema.json");
  });
});

it("refuses a wildcard, which would leave nothing out", () => {
  const { config, problems } = read("exclude:\n  - drafts\n  - '**/dns*'\n");
  expect(config.exclude).toEqual(["drafts"]);
  expect(problems).toEqual([{ key: "exclude.1", line: 3, message: expect.stringContaining("Wildcards are not known here") as string }]);
});
