import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { about, configSchema, defaultConfig, readConfig } from "../../src/core/index";

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
rules:
  equated: error
  one-way-relation: off
exclude: [drafts, notes/old.md]
concepts:
  folders:
    - glossary
  types: []
  tags: ["#term"]
`;
    expect(read(yaml)).toEqual({
      problems: [],
      config: {
        convention: convention?.id,
        rules: { equated: "error", "one-way-relation": "off" },
        exclude: ["drafts", "notes/old.md"],
        concepts: { folders: ["glossary"], types: [], tags: ["term"], exclude: defaultConfig.concepts.exclude },
      },
    });
    expect(readConfig({ rules: { equated: false } }).config.rules).toEqual({ equated: "off" });
  });

  it.each([
    ["convnetion: two-axes", "convnetion", 1, /“convnetion” is no setting\. Allowed: convention, rules, exclude, concepts\./],
    ["# convention: x\nconvention: mine", "convention", 2, /“convention” is “mine”\. Allowed: .*two-axes/],
    ["rules:\n  equated: loud", "rules.equated", 2, /“rules\.equated” is “loud”\. Allowed: error, warning, info, hint, off\./],
    ["rules:\n  equatd: error", "rules.equatd", 2, /“rules\.equatd” is no rule\. Allowed: .*equated.*self-relation/],
    ["rules: {equated: error, no-such: off}", "rules.no-such", 1, /is no rule/],
    ["rules: [equated]", "rules", 1, /“rules” is a list; a list of keys and values goes there/],
    ["exclude: drafts", "exclude", 1, /“exclude” is “drafts”; a list of texts goes there\./],
    ["exclude:\n  - drafts\n  - 7\n  - ''", "exclude.1", 3, /Entry 2 of “exclude” is the number 7; a text goes there\./],
    ["concepts:\n  folder: [x]", "concepts.folder", 2, /“concepts\.folder” is no setting\. Allowed: folders, types, tags, exclude\./],
    ["exclude: []\nconcepts:\n  folders: []\n  exclude: 1", "concepts.exclude", 4, /is the number 1/],
    ["- a", "", 1, /The config is a list/],
    ["just words", "", 1, /The config is “just words”/],
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
    expect(readConfig({ colour: 1 }).problems).toEqual([{ key: "colour", message: "“colour” is no setting. Allowed: convention, rules, exclude, concepts." }]);
    for (const odd of [1, "x", [], true, () => 1, Symbol("s"), Object.create(null)]) expect(() => readConfig(odd)).not.toThrow();
  });

  it("has a schema that knows every rule and convention", () => {
    const schema = configSchema();
    const text = JSON.stringify(schema);
    for (const { id } of [...about().rules, ...about().conventions]) expect(text).toContain(`"${id}"`);
    expect(schema).toMatchObject({ type: "object", additionalProperties: false, properties: { exclude: { type: "array", items: { type: "string" } } } });
  });
});

it("refuses a wildcard, which would leave nothing out", () => {
  const { config, problems } = read("exclude:\n  - drafts\n  - '**/dns*'\n");
  expect(config.exclude).toEqual(["drafts"]);
  expect(problems).toEqual([{ key: "exclude.1", line: 3, message: expect.stringContaining("wildcards are not known here") as string }]);
});
