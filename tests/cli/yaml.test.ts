import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseConfigFile, parseFrontMatter } from "../../src/cli/yaml";

describe("front matter", () => {
  it("keeps dates the text that they are", () => {
    expect(parseFrontMatter("created: 2024-01-31\nat: 2024-01-31T10:00:00Z\nday: 31")).toEqual({ created: "2024-01-31", at: "2024-01-31T10:00:00Z", day: 31 });
  });

  it("takes the last of two equal keys", () => {
    expect(parseFrontMatter("tags: [a]\ntags: [b]")).toEqual({ tags: ["b"] });
  });

  it("builds nothing for tags of YAML", () => {
    expect(parseFrontMatter("a: !!js/function 'function () {}'\nb: !Thing x\nc: !!binary aGk=")).toEqual({ a: "function () {}", b: "x", c: "aGk=" });
  });

  it("does not let keys reach the prototype", () => {
    const value = parseFrontMatter("__proto__: {polluted: true}");
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect({}).not.toHaveProperty("polluted");
  });

  it("stops an alias bomb", () => {
    const bomb = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let at = 1; at < 12; at += 1) bomb.push(`a${at}: &a${at} [${Array.from({ length: 10 }, () => `*a${at - 1}`).join(", ")}]`);
    expect(() => parseFrontMatter(bomb.join("\n"))).toThrow(/alias/i);
  });

  it("says the note's line of what can't be read", () => {
    expect(() => parseFrontMatter("title: x\ntags: [a, b\nauthor: c")).toThrow(/^line \d: /);
    expect(() => parseFrontMatter('a: b\n\ttab: "c')).toThrow(/^line 3: /);
  });

  it("reads what templates leave behind", () => {
    expect(() => parseFrontMatter("title: {{title}}")).not.toThrow();
    expect(parseFrontMatter("")).toBe(null);
  });
});

/** What the parser reads, which alone knows comments; or why it reads nothing. */
function parsed(yaml: string): unknown {
  return attempt(`# for the parser\n${yaml}`);
}

function attempt(yaml: string): unknown {
  try {
    return parseFrontMatter(yaml);
  } catch {
    return "not read";
  }
}

describe("plain shapes, which need no parser", () => {
  const word = fc.constantFrom("mill", "Öl", "🌾 corn", "true", "Null", "~", "12", "007", "1.5", "0.250", "-3", "0x1F", "2024-01-31", "a: b", "a:b", "a #b", "#a", "x, y", "[x]", "[[Mill]]", '"Mill"', "'Tide mill'", '"a\\tb"', "'it''s'", "{a: b}", "&a x", "*a", "!t x", "|", ">", "-", "- a", "?", "%a", "@a", "`a`", "", " ", "a ", "\t", "\u00A0a", "[a, b]", "[a, [b]]", "[a,]", "[ true, 3 ]", "[]", "__proto__", "constructor");
  const key = fc.constantFrom("tags", "related to", "a-b", "true", "null", "__proto__", "constructor", "1", '"k"', "ä", "x:y");
  const line = fc.oneof(
    fc.tuple(key, word).map(([name, text]) => `${name}: ${text}`),
    key.map((name) => `${name}:`),
    fc.tuple(fc.constantFrom("", "  ", "    "), word).map(([indent, text]) => `${indent}- ${text}`),
    fc.tuple(fc.constantFrom("", " ", "  "), word).map(([indent, text]) => `${indent}${text}`),
    fc.constantFrom("", "  ", "-", "...", "---", "# a"),
  );

  it("are read as the parser reads them", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), fc.constantFrom("\n", "\r\n"), (lines, lineBreak) => {
        const yaml = lines.join(lineBreak);
        expect(JSON.stringify(attempt(yaml))).toBe(JSON.stringify(parsed(yaml)));
      }),
      { numRuns: 1000 },
    );
  });

  it.each(["related: [Mills, Tide mills]\ntags:\n- water\n- power\n", "title: Mills: a history", "year: 1850\nkept: true\nby:", 'at: "12:30"', "a: b\n  c"])("%j", (yaml) => {
    expect(JSON.stringify(attempt(yaml))).toBe(JSON.stringify(parsed(yaml)));
  });
});

describe("a config file", () => {
  it("may not say a key twice", () => {
    expect(() => parseConfigFile("exclude: []\nexclude: [a]")).toThrow(/^line 2: /);
  });
});
