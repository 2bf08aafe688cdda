import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { about, readEmbed } from "../../src/core/index";

const rules = about().rules.map(({ id }) => id);
const readAll = (text: string): ReturnType<typeof readEmbed> => readEmbed(text, (yaml) => parse(yaml, { logLevel: "error" }) as unknown, rules);
const read = (text: string): Omit<ReturnType<typeof readEmbed>, "lines"> => {
  const { options, problems } = readAll(text);
  return { options, problems };
};
const problems = (text: string): string[] => read(text).problems.map(({ line, message }) => `${line}: ${message}`);

const defaults = { show: "concept", view: "both", note: null, depth: 1, kinds: [], folders: [], tags: [], domains: [], rules: [], severity: "hint", limit: 50 };

describe("the options of a block", () => {
  it("may be left out", () => {
    for (const text of ["", "\n\n", "# nothing\n"]) expect(read(text)).toEqual({ options: defaults, problems: [] });
  });

  it("are read, all of them", () => {
    expect(read("show: concept\nview: list\nnote: Mill pond\ndepth: 3\nkinds: [related, contrast]\nfolder: /concepts/\ntag: ['#water', stone]\ndomain:\n  - Trade\n  - Craft\n")).toEqual({
      options: { ...defaults, view: "list", note: "Mill pond", depth: 3, kinds: ["related", "contrast"], folders: ["concepts"], tags: ["water", "stone"], domains: ["Trade", "Craft"] },
      problems: [],
    });
    expect(read("show: problems\nrule: one-way-relation\nseverity: warning\nlimit: 5\nfolder: /")).toEqual({
      options: { ...defaults, show: "problems", rules: ["one-way-relation"], severity: "warning", limit: 5, folders: [""] },
      problems: [],
    });
    expect(read("show: square\nfolder: [a, b]").options).toMatchObject({ show: "square", folders: ["a", "b"] });
  });

  it("name a note as one writes it", () => {
    for (const note of ["[[Mill pond]]", '"[[Mill pond]]"', "'[[Mill pond|the pond]]'", "[[Mill pond#Depth|pond]]", "Mill pond", "  Mill pond  "]) expect(read(`note: ${note}`), note).toEqual({ options: { ...defaults, note: "Mill pond" }, problems: [] });
    expect(read("note: [[Mill, old]]").options.note).toBe("Mill, old");
    expect(read("note: 1984").options.note).toBe("1984");
  });

  it("that are wrong are told with their line and with what is right, and the others count", () => {
    expect(read("# a map\nshwo: square\ndepth: 2").options).toEqual({ ...defaults, depth: 2 });
    expect(problems("# a map\nshwo: square\ndepth: 2")).toEqual(["2: “shwo” is no option. Did you mean “show”? Allowed: show, view, note, depth, kinds, folder, tag, domain, rule, severity, limit."]);
    expect(problems("\nshow: squares\n\ndepth: 4\n")).toEqual(["2: “show” is “squares”. Did you mean “square”? Allowed: concept, square, problems.", "4: “depth” is the number 4. Allowed: 1, 2, 3."]);
    expect(problems("kinds:\n  - relatde\n  - tag")).toEqual(["1: “kinds” is “relatde”. Did you mean “related”? Allowed: related, contrast, broader, narrower, mention, tag."]);
    expect(problems("show: problems\nrule: equatd")[0]).toMatch(/^2: “rule” is “equatd”\. Did you mean “equated”\? Allowed: /);
    expect(problems("show: problems\nlimit: many\nseverity: loud")).toEqual(["2: “limit” is “many”. Allowed: a whole number from 1 to 500.", "3: “severity” is “loud”. Allowed: error, warning, info, hint."]);
    expect(problems("note:\ntag: {a: b}")).toEqual(["1: “note” is empty; a text goes there, or a list of texts.", "2: “tag” is a list of keys and values; a text goes there, or a list of texts."]);
    expect(problems("note: [a, b]")).toEqual(["1: “note” is a list; one note goes there."]);
  });

  it("are known with their lines", () => {
    expect(readAll("# a map\nnote: Mill\n\nfolder:\n  - a\ntag: b").lines).toEqual({ note: 2, folder: 4, tag: 6 });
  });

  it("that do not parse spoil no others", () => {
    const { options, problems: found } = read("depth: 2\ntag: [a\nview: list\nMill pond\n\tnote: x\n");
    expect(options).toEqual({ ...defaults, depth: 2, view: "list" });
    expect(found.map(({ line }) => line)).toEqual([2, 4]);
    expect(found[0]?.message).toMatch(/^This can't be read: /);
  });

  it("that stand twice, or with another show, are told", () => {
    expect(problems("depth: 2\ndepth: 3")).toEqual(["2: “depth” stands here twice; the last one counts."]);
    expect(problems("show: square\nlimit: 3\nview: map")).toEqual(["2: “limit” has no effect: it goes with show: problems.", "3: “view” has no effect: it goes with show: concept."]);
  });

  it("never throw", () => {
    for (const text of ["%", "[[", "{", "a: *b", "- - -", "? x", "show: !!binary x", "\u0000", "note: &a [*a]", "x".repeat(100_000), "__proto__: 1", "constructor: 2"]) expect(() => read(text), text.slice(0, 20)).not.toThrow();
  });
});
