import { describe, expect, test } from "vitest";
import { applyEdits } from "../../src/core/index";
import { lintText, marked, warningsIn } from "./note";

const conflation = "a distributed (decentralized) library";

describe("nothing is reported in what is no prose", () => {
  test.each([
    ["front matter", `---\ndescription: ${conflation}\n---\nIt rained.`],
    ["a fence", `~~~\n${conflation}\n~~~`],
    ["indented code", `It rained.\n\n    ${conflation}`],
    ["inline code", `It was \`${conflation}\`.`],
    ["an Obsidian comment", `%% ${conflation} %%`],
    ["an HTML comment", `<!-- ${conflation} -->`],
    ["a wiki link's target", `[[${conflation}]]`],
    ["a link's target", "[it](<a distributed (decentralized) library.md>)"],
    ["an address", "https://example.org/distributed/decentralized"],
    ["an embed", `![[${conflation}]]`],
    ["a block quote", `> ${conflation}`],
    ["a quotation", `She wrote that “${conflation} is what we need”.`],
    ["the title of a work", "Told by the miller (2019). Distributed rather than centralized mills."],
    ["a tag", "#distributed/decentralized"],
    ["math", `$$\n${conflation}\n$$`],
  ])("%s", (_, text) => {
    expect(lintText(text)).toEqual([]);
  });
});

test("emphasis, links and line breaks do not hide a sentence", () => {
  const text = "It is a **distributed** ([decentralized](x.md))\nlibrary. The pump is _distributed_ rather\nthan [[c|centralized]].";
  expect(warningsIn(text).map(({ rule }) => rule)).toEqual(["equated", "crossed-opposites"]);
});

test("what stands in a link is pointed at and never rewritten", () => {
  const [diagnostic] = warningsIn("The pump is [distributed](x.md) rather than centralized.");
  expect(diagnostic?.fixes.map(({ edits }) => edits.map(({ insert }) => insert))).toEqual([["concentrated"]]);
});

test("a fix keeps case, spelling and hyphen", () => {
  const fixes = (text: string) => warningsIn(text).flatMap((diagnostic) => diagnostic.fixes.flatMap(({ edits }) => edits.map(({ insert }) => insert)));
  expect(fixes("Distributed rather than centralised: so they wish. Decentralised rules follow.")[0]).toBe("Decentralised");
  expect(fixes("We like de-centralized rules. The pump is DISTRIBUTED rather than centralized.")[0]).toBe("DE-CENTRALIZED");
});

test("hyphens that do not break are hyphens", () => {
  for (const hyphen of ["-", "\u2010", "\u2011"]) {
    expect(warningsIn(`It is de${hyphen}centralized: each recording is copied to machines in three towns.`).map(({ rule }) => rule)).toEqual(["decentralized-for-distributed"]);
  }
});

test("a fix that would break the markup is not offered", () => {
  expect(warningsIn("A *distributed (or* decentralized) pump.").flatMap(({ fixes }) => fixes)).toEqual([]);
  expect(warningsIn("A distributed (`x` or decentralized) pump.").flatMap(({ fixes }) => fixes)).toEqual([]);
});

test("both halves of a pair can be kept, and both together", () => {
  const text = "They built a distributed, or decentralized, archive.";
  const fixed = warningsIn(text).flatMap(({ fixes }) => fixes.map(({ edits }) => applyEdits(text, edits)));
  expect(fixed).toEqual(["They built a distributed archive.", "They built a decentralized archive.", "They built a distributed and decentralized archive."]);
});

test("one diagnostic a sentence, in document order, the same each time", () => {
  const text = "A distributed (decentralized) pump is distributed rather than centralized. Decentralized/distributed pumps leak.";
  const diagnostics = lintText(text);
  expect(diagnostics.map(({ rule }) => rule)).toEqual(["equated", "equated"]);
  expect(marked(text, diagnostics)).toEqual(["distributed (decentralized)", "Decentralized/distributed"]);
  expect(lintText(text)).toEqual(diagnostics);
});

test("evidence carries its axis and its range", () => {
  const text = "The archive is decentralized: each recording is copied to machines in three towns.";
  const [diagnostic] = warningsIn(text);
  expect(diagnostic?.evidence.map(({ axis }) => axis)).toContain("arrangement");
  expect(text.slice(diagnostic?.from, diagnostic?.to)).toBe("decentralized");
});

describe("severity", () => {
  const text = "The library is distributed rather than centralized.";
  const severity = (config: Parameters<typeof lintText>[1]) => lintText(text, config).map((diagnostic) => diagnostic.severity);

  test("a convention may turn a rule down or off", () => {
    expect(severity({ convention: "two-axes" })).toEqual(["warning"]);
    expect(severity({ convention: "subset" })).toEqual(["hint"]);
    expect(severity({ convention: "topology" })).toEqual([]);
  });
  test("the vault's own settings come first", () => {
    expect(severity({ rules: { "crossed-opposites": "error" } })).toEqual(["error"]);
    expect(severity({ rules: { "crossed-opposites": "off" } })).toEqual([]);
    expect(severity({ convention: "topology", rules: { "crossed-opposites": "info" } })).toEqual(["info"]);
  });
  test("where readers differ it is a hint", () => {
    expect(lintText("The files are distributed rather than on a centralized server.").map((diagnostic) => diagnostic.severity)).toEqual(["hint"]);
  });
});

describe("a heading that sets the words apart", () => {
  const body = "\n\nSome call a distributed (decentralized) library a nest.\n\n## After\n\n";
  test("keeps its section quiet", () => {
    expect(lintText(`## Distributed vs. decentralized${body}`)).toEqual([]);
  });
  test("but not what follows", () => {
    expect(lintText(`## Distributed vs. decentralized${body}We keep ${conflation}.`)).toHaveLength(1);
  });
});

test("no message is longer than 240 characters, none passes a verdict", () => {
  const long = "very ".repeat(80);
  for (const { message, question } of lintText(`Decentralized means that the data lies on ${long}many servers.\n\nA distributed, i.e. decentralized, pump.`)) {
    expect(message.length).toBeLessThanOrEqual(240);
    expect(question.length).toBeLessThanOrEqual(240);
    expect(`${message} ${question}`).not.toMatch(/wrong|incorrect|misuse|you should/i);
  }
});

test("message and choices speak for the convention that is followed", () => {
  const [pair] = lintText("Git is a distributed (decentralized) tool.", { convention: "vergne" });
  expect(pair?.message).toContain("“distributed” stands for how far decisions are spread, “decentralized” for how far communication is");
  const [swap] = lintText("The library is distributed rather than centralized.", { convention: "subset" });
  expect(swap?.fixes.map(({ title }) => title)).toContain("Say “decentralized” (such a system under several authorities)");
});
