import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { applyEdits, type Diagnostic, type Fix } from "../../src/core/index";
import { proseRules } from "../../src/core/rules/index";
import { distinctions } from "../../src/core/distinctions";
import { lintText, warningsIn } from "./note";
import { examplesOf } from "./rule-examples";

/** Every text of the tests in which something is reported. */
function reportedTexts(): string[] {
  const examples = proseRules(distinctions).flatMap(({ id }) => examplesOf(id).invalid.map((example) => example.replace(/[«»]/g, "")));
  const sentences = readFileSync("tests/core/sentences.test.ts", "utf8").match(/^ {4}".*"(?=,$)/gm) ?? [];
  const passages = readFileSync("tests/passages/read.jsonl", "utf8").trim().split("\n");
  const texts = [...examples, ...sentences.map((line) => String(JSON.parse(line))), ...passages.map((line) => String((JSON.parse(line) as { text: string }).text))];
  return [...new Set(texts)].filter((text) => lintText(text).length > 0);
}

const texts = reportedTexts();
const terms = /\b(?:distributed|de-?centrali[sz]ed|centrali[sz]ed|concentrated|decentrali[sz]ation)\b/gi;

/** A text in other spellings and surroundings. */
const spellings: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  British: (text) => text.replace(/(centrali)z/gi, "$1s"),
  hyphenated: (text) => text.replace(/decentral/g, "de-central").replace(/Decentral/g, "De-central"),
  "in capitals": (text) => text.replace(terms, (word) => word.toUpperCase()),
  capitalised: (text) => text.replace(terms, (word) => word.charAt(0).toUpperCase() + word.slice(1)),
  "in a list item": (text) => `- It rained.\n- ${text.replaceAll("\n", " ")}`,
  "in a callout": (text) => `> [!note]\n> ${text.replaceAll("\n", " ")}`,
  "in a table": (text) => `| Said | By |\n| --- | --- |\n| ${text.replace(/[\n|]/g, " ")} | her |`,
  "in bold": (text) => `**${text.replaceAll("\n", " ")}**`,
  "its words in bold": (text) => text.replace(terms, "**$&**"),
  "its words in italics": (text) => text.replace(terms, "_$&_"),
  "its first word linked": (text) => text.replace(new RegExp(terms.source, "i"), "[$&](word.md)"),
  "its words linked": (text) => text.replace(terms, "[[Word|$&]]"),
  "its words in quotation marks": (text) => text.replace(terms, "“$&”"),
  "next to a link": (text) => `See [the yard](yard.md). ${text} So says [[Yard|the yard]].`,
  "next to code": (text) => `Run \`pump\` first. ${text} Then \`stop\`.`,
  "with a code span for its noun": (text) => text.replace(new RegExp(`(${terms.source}) \\w+`, "gi"), "$1 `yard`"),
  "in quotation marks": (text) => `She wrote: “${text.replace(/["“”]/g, "").replace(/^\W*/gm, "").replaceAll("\n", " ")}” and left.`,
  "with Windows line ends": (text) => `It rained.\r\n\r\n${text.replaceAll("\n", "\r\n")}\r\n\r\nIt rained again.\r\n`,
  "broken into lines": (text) => text.replace(/ (?=\w)/g, (space, at: number) => (at % 3 === 0 ? "\n" : space)),
};

interface Applied {
  text: string;
  /** How many diagnostics the text has. */
  reported: number;
  diagnostic: Diagnostic;
  fix: Fix;
  fixed: string;
}

/** Each choice of a text, applied alone. */
function applied(text: string): Applied[] {
  const diagnostics = lintText(text);
  return diagnostics.flatMap((diagnostic) => diagnostic.fixes.map((fix) => ({ text, reported: diagnostics.length, diagnostic, fix, fixed: applyEdits(text, fix.edits) })));
}

/** What nobody but the writer may change: links, code, quotations. */
function untouchable(text: string): string[] {
  return text.match(/`[^`]*`|!?\[\[[^\]]*\]\]|\[[^\]]*\]\([^)]*\)|“[^”]*”|"[^"]*"/g) ?? [];
}

/** Slips of grammar and punctuation that a mechanical change makes. */
function slips(text: string): string[] {
  const balance = (open: string, close: string) => text.split(open).length - text.split(close).length;
  return [
    ...(text.match(/\b([a-z]+) \1\b/gi) ?? []),
    ...(text.match(/\ba \W?[aeio]\w*|\ban \W?[b-df-hj-np-tv-z]\w*/gi) ?? []),
    ...(text.match(/[^\s|] {2,}[^\s|]|[,;:.] ?[,;:]|\( | \)| [,;.](?=\s)|\*\*\*\*|\(\)/g) ?? []),
    ...["()", "[]"].filter(([open = "", close = ""]) => balance(open, close) !== 0),
    ...(text.split("**").length % 2 === 0 ? ["**"] : []),
  ];
}

describe.each(Object.entries(spellings).map(([name, spelled], order) => ({ name, spelled, order })))("every choice, $name,", ({ spelled, order }) => {
  const choices = texts.filter((_, at) => at % 3 === order % 3).map(spelled).flatMap(applied);

  test("settles the place", () => {
    const unsettled = choices.filter(({ text, reported, diagnostic, fixed }) => {
      const after = lintText(fixed);
      const to = diagnostic.to + fixed.length - text.length;
      return after.length >= reported || after.some((found) => found.rule === diagnostic.rule && found.from < to && diagnostic.from < found.to);
    });
    expect(unsettled.map(({ fixed }) => fixed)).toEqual([]);
  });

  test("leaves links, code and quotations as they are", () => {
    expect(choices.filter(({ text, fixed }) => untouchable(text).join("\n") !== untouchable(fixed).join("\n")).map(({ fixed }) => fixed)).toEqual([]);
  });

  test("leaves the grammar as good as it was", () => {
    const worse = choices.filter(({ text, fixed }) => {
      const had = slips(text);
      return slips(fixed).some((slip) => !had.includes(slip)) || (/^\p{Lu}/u.test(text) && !/^\p{Lu}/u.test(fixed));
    });
    expect(worse.map(({ fixed }) => [fixed, slips(fixed)])).toEqual([]);
  });
});

test("nearly every sure finding has a choice", () => {
  const sure = texts.flatMap((text) => warningsIn(text));
  expect(sure.filter(({ fixes }) => fixes.length > 0).length / sure.length).toBeGreaterThan(0.9);
});

describe("a choice", () => {
  const results = (text: string) => applied(text).map(({ fixed }) => fixed);

  test.each([
    ["keeps the article in step", "We want a decentralized kitchen rather than an on-site kitchen.", "We want a decentralized kitchen rather than a centralized kitchen."],
    ["keeps the case of a title", "## Distributed (Decentralized) Radio", "## Decentralized Radio"],
    ["keeps the capitals of the half that stays", "A distributed (DECENTRALIZED) pump.", "A DECENTRALIZED pump."],
    ["keeps emphasis", "A **distributed** (decentralized) pump.", "A **decentralized** pump."],
    ["drops the emphasis of what goes", "A *distributed*, or *decentralized*, pump.", "A *distributed* pump."],
    ["takes an apostrophe for no quotation", "The millers’ orchard is decentralized rather than on-site.", "The millers’ orchard is distributed rather than on-site."],
    ["spells as the rest of the note does", "We like organised work. The pump is distributed rather than concentrated; no, rather than centrally run. The mill is distributed instead of centrally run.", "We like organised work. The pump is distributed rather than concentrated; no, rather than centrally run. The mill is decentralised instead of centrally run."],
    ["drops the second name with its noun", "The distributed orchard, often called the decentralized orchard, bore fruit.", "The decentralized orchard bore fruit."],
    ["denies that the one is the other", "A distributed archive is a decentralized archive.", "A distributed archive is not necessarily a decentralized archive."],
    ["asks for what is missing before the full stop", "The archive is decentralized: its copies lie in ten towns.", "The archive is decentralized: its copies lie in ten towns; decisions are made by [whom]."],
    ["asks for it behind the sentence that it is about", "The guild is distributed. There is no boss.", "The guild is distributed; the parts are [in which places]. There is no boss."],
    ["asks what links a reason and its result", "The archive is distributed, so no one controls it.", "The archive is distributed, so no one controls it; what links the two is [who decides what, and in which places]."],
    ["puts what is missing behind the result, not behind the next sentence", "The archive is distributed, so no one controls it. It is a quiet place.", "The archive is distributed, so no one controls it; what links the two is [who decides what, and in which places]. It is a quiet place."],
    ["asks for it at the end of a cell", "| trait | note |\n| --- | --- |\n| The mill is distributed, so nobody owns it | old |", "| trait | note |\n| --- | --- |\n| The mill is distributed, so nobody owns it; what links the two is [who decides what, and in which places] | old |"],
    ["reaches into the sentence before", "Most archives are centralized. Ours, by contrast, is distributed.", "Most archives are concentrated. Ours, by contrast, is distributed."],
  ])("%s: %s", (_, text, expected) => {
    expect(results(text)).toContain(expected);
  });

  test.each([
    ["that says a word twice", "Decentralization refers to the distribution of files to many servers.", /distribution of files.*distribution|Distribution refers/],
    ["that puts a word beside itself", "A distributed (decentralized) decentralized pump.", /decentralized decentralized/],
    ["that leaves “both” with one", "The collection is both decentralized and distributed, two words that simply mean that every reel is kept in four vaults.", /both (?:de\w+|distributed),/],
    ["behind the entries of another list", "Backups: decentralised (copies in three regions)\nRetention: 90 days", /days;/],
    ["that denies a condition", "A network is decentralized if it is distributed.", /not/],
    ["with half a compound", "The yard is distributed rather than non-centralized.", /non-concentrated/],
  ])("is not offered %s: %s", (_, text, unwanted) => {
    for (const fixed of results(text)) expect(fixed).not.toMatch(unwanted);
  });
});

test("every message is short, asks, and names words of its sentence", () => {
  for (const text of texts) {
    for (const { message, question, from, to } of lintText(text)) {
      expect(message.length, message).toBeLessThanOrEqual(240);
      expect(question.length, question).toBeLessThanOrEqual(240);
      expect(question, message).toMatch(/\?$/);
      expect(`${message} ${question}`).not.toMatch(/wrong|incorrect|misuse|you should|must\b/i);
      const quoted = /“(.+?)…?”/.exec(message)?.[1] ?? "";
      expect(text.replace(/[*_]+/g, "").replaceAll("–", "—").replace(/\s+/g, " "), text.slice(from, to)).toContain(quoted);
    }
  }
});

test("a message shows three dots for code, as for what it leaves out", () => {
  expect(lintText("A distributed `mast` (decentralized mast) network.")[0]?.message).toContain("“distributed … (decentralized mast)”");
});

test("a message is short by every convention, however long the words", () => {
  const long = "A distributed network of very old and very quiet radio masts on hills, also known as a decentralized network of very old and very quiet radio masts on hills. Unlike centralized networks of very old and very quiet masts on the many hills, ours is distributed.";
  for (const { conventions } of distinctions) for (const { id } of conventions) for (const { message } of lintText(long, { convention: id })) expect(message.length, message).toBeLessThanOrEqual(240);
});
