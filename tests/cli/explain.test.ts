import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import type { Because, Explanation } from "../../src/core/index";
import { temporaryVault, type TemporaryVault } from "./try-out";

let vault: TemporaryVault;
beforeAll(async () => {
  vault = await temporaryVault({ ".obsidian/": "" });
});
afterAll(() => vault.remove());

/** How a sentence was read, in both formats; the report for people on one line. */
async function read(text: string, ...args: string[]): Promise<{ code: number; out: string; explanation: Explanation }> {
  const { code, out } = await vault.runWith(text, "lint", "-", "--explain", ...args);
  const { notes } = parse((await vault.runWith(text, "lint", "-", "--explain", "--format", "json", ...args)).out);
  const explanation = notes[0]?.explanations.at(-1);
  if (!explanation) throw new Error(`nothing is explained of: ${text}`);
  return { code, out: out.replace(/\s+/g, " "), explanation };
}

const parse = (out: string) => JSON.parse(out) as { notes: { path: string; diagnostics: unknown[]; explanations: (Explanation & { text: string; line: number; column: number })[] }[] };

/** All that a rule gives as its reasons, for itself and for what it weighed. */
const reasonsOf = ({ rules }: Explanation, id: string): Because[] =>
  rules.filter(({ rule }) => rule === id).flatMap(({ because, candidates }) => [...because, ...candidates.flatMap((candidate) => candidate.because)]);

describe("why a rule keeps silent, or only hints", () => {
  test.each([
    ["The orchard is distributed.", "equated", "no-frame", ""],
    ["The orchard is distributed.", "distributed-for-decentralized", "no-evidence", ""],
    ["Being distributed does not mean that nobody owns the orchard.", "distributed-for-decentralized", "negated-cue", "“not”"],
    ["The orchard is geographically distributed, so nobody owns it.", "inferred", "framed", ""],
    ["The orchard is distributed and decentralized, so nobody owns it.", "inferred", "both-claimed", ""],
    ["The orchard is distributed rather than centralized, and decentralized too.", "crossed-opposites", "both-claimed", ""],
    ["## Related concepts\n\n- Decentralized: the jars stand in nine sheds.", "decentralized-for-distributed", "label", ""],
    ["Decentralized: no company owns the jars, and they stand in nine sheds.", "decentralized-for-distributed", "own-evidence", "“no company” (1)"],
    ["Because the orchard is distributed, the trees thrive; nobody owns it.", "inferred", "little-evidence", ""],
    ["Distribution means that nobody owns it.", "distributed-for-decentralized", "only-in-pairs", ""],
    ["The orchard might be distributed, so that nobody owns it.", "inferred", "hedged", "“might”"],
    ["The brochure claims that the orchard is distributed, so nobody owns it.", "inferred", "reported", "“claims that”"],
    ["Is the orchard distributed, so that nobody owns it?", "inferred", "question", ""],
    ["The orchard is “distributed”, so nobody owns it.", "inferred", "quoted", ""],
    ["The orchard is not distributed, so nobody owns it.", "inferred", "negated", ""],
    ["Power is distributed, so nobody owns the orchard.", "inferred", "other-head", ""],
    ["A distributed ledger: nobody owns it.", "distributed-for-decentralized", "term-of-art", ""],
    ["Orchards can be centralized, decentralized, or distributed.", "equated", "list", ""],
    ["We asked whether the orchard is distributed or decentralized.", "equated", "choice", "“whether”"],
    ["# Distributed versus decentralized\n\nThe orchard is distributed (decentralized).", "equated", "contrast-above", ""],
    ["Some people confuse the terms distributed and decentralized: nobody owns a distributed orchard.", "equated", "corrected", ""],
    ["Distributed does not mean decentralized.", "equated", "taught", "“does not mean”"],
    ["The pantry is decentralized, not concentrated on one leader who decides.", "crossed-opposites", "opposite-claimed", ""],
    ["We decentralize the jars rather than a concentrated store.", "crossed-opposites", "verb", ""],
    ["The orchard is distributed rather than centralized.", "inferred", "settled", ""],
  ])("%s (%s: %s)", async (text, rule, id, words) => {
    const { out, explanation } = await read(text);
    const reason = reasonsOf(explanation, rule).find((one) => one.id === id);
    expect(reasonsOf(explanation, rule).map((one) => one.id)).toContain(id);
    expect(reason?.text).toContain(words);
    expect(out).toMatch(new RegExp(`${rule}(?:, [\\w-]+)*: (?:silent|reported|not asked)\\b`));
    expect(out).toContain(reason?.text);
    expect(explanation.diagnostic?.severity).not.toBe(id === "settled" ? "hint" : "warning");
  });

  test("evidence that names the axis and not the end is marked", async () => {
    const { out, explanation } = await read("The mesh is distributed: its owner decides every price.");
    expect(explanation.evidence.map(({ weight, isOpen }) => [weight, isOpen])).toEqual([[1, true], [1, true]]);
    expect(out).toContain("“owner” 1 (which end?)");
  });

  test.each([
    ["The minutes are distributed to all members.", "other-sense", "_ to the|a|an|all"],
    ["He said that “the orchard is distributed and so nobody owns it” and left.", "long-quotation", "more than four words"],
    ["The half-distributed mill stands by the river.", "compound", "compound"],
  ])("a word that doesn't count: %s", async (text, id, words) => {
    const { out, explanation } = await read(text);
    expect(explanation.words.map(({ counts, sense }) => [counts, sense.map((one) => one.id)])).toEqual([[false, [id]]]);
    expect(explanation.words[0]?.sense[0]?.text).toContain(words);
    expect(explanation.skipped.map((one) => one.id)).toEqual(["no-word"]);
    expect(out).toContain("doesn't count");
  });
});

describe("why what was found is not reported, or how loudly", () => {
  const text = "The orchard is distributed, so nobody owns it.";
  const because = ({ rules }: Explanation) => rules.filter(({ rule }) => rule === "inferred").map(({ outcome, because: given }) => [outcome, ...given.map(({ id }) => id)]);

  test.each([
    ["a comment", `${text} %% distinguo-ignore inferred %%`, "", ["kept-back", "suppressed"]],
    ["a property", `---\ndistinguo: false\n---\n${text}`, "", ["kept-back", "turned-off"]],
    ["an exception", text, "words:\n  exceptions:\n    - is distributed, so nobody\n", ["kept-back", "exception"]],
    ["an exception of the note", `---\ndistinguo-exceptions: [is distributed, "distributed, so nobody"]\n---\n${text}`, "", ["kept-back", "exception"]],
    ["the config", text, "rules:\n  inferred: off\n", ["kept-back", "off-by-config"]],
    ["the config, more loudly", text, "rules:\n  inferred: error\n", ["reported", "by-config"]],
    ["the convention", text, "", ["reported", "by-convention"]],
  ])("%s", async (_, note, config, expected) => {
    await vault.write("mine.yaml", config);
    const { code, out, explanation } = await read(note, "--config", "mine.yaml");
    expect(because(explanation)).toEqual([expected]);
    expect(explanation.diagnostic?.rule).toBe(expected[0] === "reported" ? "inferred" : undefined);
    expect(out).toContain(expected[0] === "reported" ? "inferred: reported" : "inferred: kept back");
    expect(code).toBe(expected[0] === "reported" ? 1 : 0);
  });

  it("is the convention's doing where that switches a rule off", async () => {
    const { explanation } = await read("The mill is distributed rather than centralized.", "--convention", "topology");
    expect(explanation.rules.find(({ rule }) => rule === "crossed-opposites")).toMatchObject({ outcome: "kept-back", because: [{ id: "off-by-convention" }] });
    expect(explanation.convention).toBe("topology");
  });
});

const note = `# The mill

The mill is distributed, so nobody owns it. Leaflets are distributed to all members of the guild.

- Decentralized: no company owns the jars, and they stand in nine sheds.
- It rained on the mill. %% distinguo-ignore %%
`;

it("reads well in 80 columns", async () => {
  const { code, out, err } = await vault.runWith(note, "lint", "-", "--explain");
  expect([code, err]).toEqual([1, ""]);
  for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  expect(out).toMatchInlineSnapshot(`
    "stdin.md

      3:1  warning  inferred
      │ The mill is distributed, so nobody owns it.
      clauses   The mill is distributed,
                so nobody owns it.
      words     “distributed”: distributed, adjective; its own sense
      evidence  who decides: “nobody” 0.4, “owns” 1
      frames    1. leap: X <6,> ,? ?( {results} ,? … ← “distributed”, “nobody owns
                it.”
                2. leap (readers differ): X <12,> ,? {results} … ← “distributed”,
                “nobody owns it.”
      rules     equated, crossed-opposites: silent; no frame fits
                inferred: reported; by the convention: warning
                · frame 1: sure
                · frame 2: hint; readers differ on this frame
                decentralized-for-distributed, distributed-for-decentralized: not
                asked; an earlier rule was sure

      3:45  silent
      │ Leaflets are distributed to all members of the guild.
      words     “distributed”: distributed, adjective; doesn't count: another sense:
                “_ to the|a|an|all|its|their|each|every|other|ot …
                areholders|customers”, on the list of the adjective
      skipped   no word counts

      5:3  silent
      │ Decentralized: no company owns the jars, and they stand in nine sheds.
      clauses   Decentralized:
                no company owns the jars,
                and they stand in nine sheds.
      words     “Decentralized”: decentralized, adjective; its own sense
      evidence  where things are: “stand in nine sheds” 1
                who decides: “no company” 1, “owns” 1
      frames    1. meaning: ^ ~ X <4> : … ← “Decentralized”, “no company owns the
                jars, and they stand in nine sheds.”
                2. meaning (readers differ): X <4> : … ← “Decentralized”, “no
                company owns the jars, and they stand in nine sheds.”
      rules     equated, crossed-opposites, inferred, distributed-for-decentralized:
                silent; no frame fits
                decentralized-for-distributed: silent
                · frame 1: dropped; evidence on its own axis: “no company” (1),
                “owns” (1)
                · frame 2: dropped; evidence on its own axis: “no company” (1),
                “owns” (1)

      6:26  hint  unused-suppression
      6 │ - It rained on the mill. %% distinguo-ignore %%
        │                          ^^^^^^^^^^^^^^^^^^^^^^
      This suppresses nothing: no rule speaks there.
      fix       · Remove the comment

    1 warning, 1 hint in 1 of 1 note.
    Convention: two-axes.
    "
  `);
});

it("puts the explanations under their notes as JSON, with all places in the note", async () => {
  const { code, out } = await vault.runWith(note, "lint", "-", "--explain", "--format", "json");
  const { notes } = parse(out);
  expect(code).toBe(1);
  expect(notes).toHaveLength(1);
  const explanations = notes[0]?.explanations ?? [];
  expect(explanations.map(({ text, line, column }) => [text, line, column])).toEqual([
    ["The mill is distributed, so nobody owns it.", 3, 1],
    ["Leaflets are distributed to all members of the guild.", 3, 45],
    ["Decentralized: no company owns the jars, and they stand in nine sheds.", 5, 3],
  ]);
  const places = (value: unknown): { from: number; to: number }[] => {
    if (typeof value !== "object" || value === null) return [];
    const own = "from" in value && "to" in value ? [{ from: Number(value.from), to: Number(value.to) }] : [];
    return [...own, ...Object.values(value).flatMap(places)];
  };
  expect(places(explanations).length).toBeGreaterThan(10);
  for (const { from, to } of places(explanations)) expect(0 <= from && from <= to && to <= note.length).toBe(true);
  expect(explanations[0]).toMatchObject({
    distinction: "distributed-decentralized",
    convention: "two-axes",
    followed: null,
    words: [{ term: "distributed", isOpposite: false, wordClass: "adjective", counts: true, sense: [{ id: "own-sense" }] }],
    diagnostic: { rule: "inferred", severity: "warning", from: 24, to: 35 },
  });
  expect(explanations.slice(1).map(({ diagnostic }) => diagnostic)).toEqual([null, null]);
});

it("explains one line of a note, unless a file bears that name", async () => {
  await vault.write("mill.md", note);
  const lines = async (name: string) => parse((await vault.run("lint", name, "--explain", "--format", "json")).out).notes.flatMap(({ explanations }) => explanations.map(({ line }) => line));
  expect(await lines("mill.md")).toEqual([3, 3, 5]);
  expect(await lines("mill.md:3")).toEqual([3, 3]);
  expect(await lines("mill.md:5")).toEqual([5]);
  expect(await lines("mill.md:4")).toEqual([]);
  expect(await vault.run("lint", "mill.md:99", "--explain")).toEqual({ code: 2, out: "", err: "distinguo: mill.md:99: there is no such line; the note's last one is 7.\n" });
  expect((await vault.run("lint", "mill.md:3", "--explain")).code).toBe(1);
  expect((await vault.run("lint", "mill.md:5", "--explain")).code).toBe(0);
  expect(await vault.run("lint", "mill.md:3")).toMatchObject({ code: 2, out: "" });
  await vault.write("mill.md:3", note);
  expect((await vault.run("lint", "mill.md:3", "--explain")).err).toContain("it is no note");
});

it("changes nothing else of what is reported", async () => {
  await vault.write("plain/mill.md", note);
  await vault.write("plain/clean.md", "It rained on the mill.\n");
  const plain = JSON.parse((await vault.run("lint", "plain", "--format", "json")).out) as { notes: { explanations?: unknown }[] };
  const explained = JSON.parse((await vault.run("lint", "plain", "--explain", "--format", "json")).out) as typeof plain;
  for (const one of explained.notes) delete one.explanations;
  expect(explained).toEqual(plain);
});

it("is refused in formats that have no room for it", async () => {
  const { code, out, err } = await vault.run("lint", "--explain", "--format", "sarif");
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain("pretty or json");
});
