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

describe("a config file", () => {
  it("may not say a key twice", () => {
    expect(() => parseConfigFile("exclude: []\nexclude: [a]")).toThrow(/^line 2: /);
  });
});
