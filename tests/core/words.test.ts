import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { about, applyEdits, defaultConfig, lint, noteSource, readConfig, type Config, type Diagnostic } from "../../src/core/index";
import { lintText } from "./note";

/** A config from YAML, which has no problems. */
function configOf(yaml: string): Config {
  const { config, problems } = readConfig(parse(yaml) as unknown, yaml);
  expect(problems).toEqual([]);
  return config;
}

const said = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ rule, severity }) => `${rule} ${severity}`);

/** What is said of a text without words of one's own, and with them. */
function beforeAndAfter(words: string, text: string): [string[], string[]] {
  return [said(lintText(text)), said(lintText(text, configOf(`words: ${words}`)))];
}

describe("words of one's own", () => {
  test("evidence of an axis: what it would be reported for, and what speaks for the word itself", () => {
    expect(beforeAndAfter("{evidence: {arrangement: [with the ravens]}}", "The choir is decentralized: its songs are with the ravens.")).toEqual([[], ["decentralized-for-distributed warning"]]);
    expect(beforeAndAfter("{evidence: {control: ['the elders|wardens nod']}}", "The mill is distributed, so the wardens nod.")).toEqual([[], ["inferred warning"]]);
    expect(beforeAndAfter("{evidence: {control: [reeve*]}}", "The choir is decentralized, with its reeves about, and its songs are stored on servers in three towns.")[1]).toEqual([]);
  });

  test("terms of art", () => {
    const text = "A distributed parish council: nobody owns it.";
    expect(beforeAndAfter("{terms-of-art: {distributed: [parish council*]}}", text)).toEqual([["distributed-for-decentralized warning"], ["distributed-for-decentralized hint"]]);
    expect(beforeAndAfter("{terms-of-art: {decentralized: [parish council*]}}", text)[1]).toEqual(["distributed-for-decentralized warning"]);
  });

  test.each([
    ["equate", "in our tongue", "It is a distributed, in our tongue decentralized, mill.", ["equated warning"]],
    ["oppose", "in spite of anything", "The mill is distributed in spite of anything centralized.", ["crossed-opposites warning"]],
    ["infer", "from which we gather that", "The mill is distributed, from which we gather that nobody owns it.", ["inferred warning"]],
    ["define", "spells", "A decentralized choir spells songs on many servers.", ["decentralized-for-distributed warning"]],
  ])("cues that %s", (list, cue, text, after) => {
    const [before, now] = beforeAndAfter(`{cues: {${list}: [${cue}]}}`, text);
    expect(before.filter((found) => !found.endsWith("hint"))).toEqual([]);
    expect(now).toEqual(after);
  });

  test.each([
    ["hedge", "by some stroke of luck", "By some stroke of luck the mill is distributed, so nobody owns it."],
    ["quote", "the brochure has it that", "The brochure has it that the mill is distributed, so nobody owns it."],
  ])("cues that %s", (list, cue, text) => {
    const [before, after] = beforeAndAfter(`{cues: {${list}: [${cue}]}}`, text);
    expect(before).toEqual(["inferred warning"]);
    expect(after).toEqual(["inferred hint"]);
  });

  test("leave a config without them as it is", () => {
    const text = "The mill is distributed, so nobody owns it.";
    lintText(text, configOf("words: {evidence: {arrangement: [nobody owns]}}"));
    expect(said(lintText(text))).toEqual(["inferred warning"]);
    expect(readConfig({ words: { exceptions: [] } }).config.words).toBe(defaultConfig.words);
  });
});

describe("a phrase", () => {
  const phrasesOf = (phrase: string) => readConfig({ words: { evidence: { control: [phrase] } } });

  test.each([
    "reeve", "the reeve", "reeve|warden", "?the reeve", "reeve ?of ?the ?mill", "reeve*", "the ~ reeve", "# reeves", "#% of reeves", "self-rule", "who's in", "organi*|communit* of mills", "of the organi*", "an organi* communit*", "Rat der Älteren", "C++ (see below)", "a.b [c] $d {e} ^f \\g",
  ])("%j can be read", (phrase) => {
    expect(phrasesOf(phrase).problems).toEqual([]);
    // What was read once can be read again, as the settings of the plugin are.
    const { config } = phrasesOf(phrase);
    expect(readConfig({ words: config.words })).toEqual({ config, problems: [] });
  });

  test.each([
    "*", "~", "?", "|", "a|", "|a", "a||b", "?a", "?a ?b", "~ a", "a ~", "a ~ ~ b", "a* b* c", "a ~ b* c", "a*b", "**", "a?", "a ?? b", "a|?b", "?a ?b ?c ?d e", "a b c d e f g h i j k l m", "a".repeat(81), "élan", "(a)", "## a", "\u{1F600}", "a|é b",
  ])("%j can't, and it is said why", (phrase) => {
    const { config, problems } = phrasesOf(phrase);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(/^Entry 1 of “words\.evidence\.control” is “.*”\. A phrase is up to eight words/su)]);
    expect(config.words.evidence["control"] ?? []).toEqual([]);
  });

  test("is found whatever its case, spaces and quotation marks", () => {
    const words = configOf("words: {evidence: {control: [\"the  Reeve’s SEAL|nod\"]}}");
    expect(said(lintText("The mill is distributed, so the reeve's\nnod decides nothing; the Reeve’s  seal.", words))).toEqual(["inferred warning"]);
  });

  /** Phrases that would be the worst if they were let in, and notes that are the worst for them. */
  test("never makes the linter slow", { timeout: 20_000 }, () => {
    const phrases = ["a* b", "a|a|a|a|a a|a|a|a|a a|a|a|a|a a|a|a|a|a z", "?a ?a ?a a z", "a ~ a z", "a|a-a|a-a-a a|a-a|a-a-a a|a-a|a-a-a z", "#|1|11 #|1|11 #|1|11 z"];
    const words = { evidence: { arrangement: phrases, control: phrases }, "terms-of-art": { distributed: phrases }, cues: Object.fromEntries(["equate", "oppose", "infer", "define", "hedge", "quote"].map((name) => [name, phrases])) };
    const { config, problems } = readConfig({ words });
    expect(problems).toEqual([]);
    for (const piece of ["a ", "a-", "1 ", "a-a a ", "1-1 ", "ab-a, "]) {
      const run = piece.repeat(600 / piece.length);
      lint(noteSource("a.md", `It is distributed: ${run}, ${run} decentralized. `.repeat(20), (yaml) => parse(yaml)), config);
    }
  });

  const odd = fc.oneof(fc.string({ unit: "binary", maxLength: 90 }), fc.string({ unit: fc.constantFrom(..."ab *|?~#-_()[]{}\\^$+.,\"'\n\u2019é1"), maxLength: 40 }), fc.constantFrom("a", "in every barn", "nobody*"));
  const lists = (...keys: string[]) => fc.dictionary(fc.constantFrom(...keys, "other", "__proto__"), fc.oneof(fc.array(odd, { maxLength: 6 }), odd));

  test("however odd, gives a linter that works", { timeout: 60_000 }, () => {
    const words = fc.record({ "terms-of-art": lists("distributed", "decentralized"), evidence: lists("arrangement", "control"), cues: lists("equate", "oppose", "infer", "define", "hedge", "quote"), exceptions: fc.oneof(fc.array(odd), odd) }, { requiredKeys: [] });
    const text = "The mill is distributed (decentralized), so nobody owns it.\n\nIt is decentralized: a b a b lie in 11 barns.";
    fc.assert(
      fc.property(fc.oneof(words, fc.anything()), (value) => {
        const { config } = readConfig({ words: value });
        for (const { from, to, evidence } of lint(noteSource("a.md", text, (yaml) => parse(yaml)), config)) {
          for (const range of [{ from, to }, ...evidence]) expect(range.to).toBeGreaterThan(range.from);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("the convention", () => {
  const pair = "The mill is distributed rather than centralized.";
  const judge = (path: string, text: string, config: string) => lint(noteSource(path, text, (yaml) => parse(yaml)), configOf(config));
  const conventionIn = (path: string, text: string, config: string) => judge(path, text, config).map(({ convention, severity }) => `${convention} ${severity}`);

  test("is the vault's, its folder's, its own, the nearest first", () => {
    const config = "{convention: neutral, conventions: {notes: subset, notes/law/: vergne, notes/law/one.md: two-axes, 'notes/law/two': commons}}";
    const name = "It is a distributed (decentralized) mill.";
    expect(conventionIn("a.md", name, config)).toEqual(["neutral hint"]);
    expect(conventionIn("notes.md", name, config)).toEqual(["subset warning"]);
    expect(conventionIn("notes/a.md", name, config)).toEqual(["subset warning"]);
    expect(conventionIn("notes/lawful/a.md", name, config)).toEqual(["subset warning"]);
    expect(conventionIn("notes/law/a.md", name, config)).toEqual(["vergne warning"]);
    expect(conventionIn("notes/law/one.md", name, config)).toEqual(["two-axes warning"]);
    expect(conventionIn("notes/law/two.md", name, config)).toEqual(["commons warning"]);
    expect(conventionIn("notes/law/a.md", `---\ndistinguo-convention: necessity\n---\n${name}`, config)).toEqual(["necessity warning"]);
    expect(conventionIn("a.md", pair, "{}")).toEqual(["two-axes warning"]);
    expect(conventionIn("a.md", `---\ndistinguo-convention: topology\n---\n${pair}`, "{}")).toEqual([]);
  });

  test("of every diagnostic of prose is one that is known", () => {
    const known = about().conventions.map(({ id }) => id);
    for (const id of known) for (const { convention } of lintText(`${pair} A distributed (decentralized) mill.`, { convention: id })) expect(convention).toBe(id);
  });

  test("that is none is reported at the property, and the next one holds", () => {
    const text = `---\ntitle: topologie\ndistinguo-convention: topologie\n---\n${pair}`;
    const [unknown, crossed] = judge("a.md", text, "{conventions: {a.md: subset}}");
    expect(unknown).toMatchObject({ rule: "unknown-convention", severity: "warning", question: "" });
    expect(unknown?.fixes.map(({ title, kind, edits }) => [title, kind, applyEdits(text, edits)])).toEqual([["Change to “topology”", "choice", text.replace("convention: topologie", "convention: topology")]]);
    expect(unknown?.from).toBe(text.lastIndexOf("topologie"));
    expect(text.slice(unknown?.from, unknown?.to)).toBe("topologie");
    expect(unknown?.message).toMatch(/^“topologie” is no convention; .*: two-axes, subset, .*\?$/);
    expect(crossed).toMatchObject({ rule: "crossed-opposites", severity: "hint", convention: "subset" });
    expect(said(judge("a.md", text, "{rules: {unknown-convention: off}}"))).toEqual(["crossed-opposites warning"]);
    expect(said(judge("a.md", text.replace("title", "distinguo-ignore: [unknown-convention]\ntitle"), "{}"))).toEqual(["crossed-opposites warning"]);
    expect(said(judge("a.md", text.replace("title", "distinguo: false\ntitle"), "{}"))).toEqual([]);
  });

  test.each([
    ["a list, of which one is none", "[neither, topology]", ["unknown-convention warning"]],
    ["a number", "12", ["unknown-convention warning", "crossed-opposites warning"]],
    ["nothing", "", ["crossed-opposites warning"]],
    ["a very long text", "a".repeat(2_000), ["unknown-convention warning", "crossed-opposites warning"]],
  ])("that is %s", (_, value, found) => {
    const diagnostics = judge("a.md", `---\ndistinguo-convention: ${value}\n---\n${pair}`, "{}");
    expect(said(diagnostics)).toEqual(found);
    for (const { message } of diagnostics) expect(message.length).toBeLessThanOrEqual(240);
  });

  test("of a choice is the one that is followed", () => {
    const text = "---\ndistinguo-convention: subset\n---\nIt is decentralized: each song is copied to servers in three towns.";
    const [found] = judge("a.md", text, "{}");
    expect(found?.message).toContain("several authorities");
    expect(found?.fixes.map(({ edits }) => applyEdits(text, edits)).join("\n")).toContain("It is distributed:");
  });
});
