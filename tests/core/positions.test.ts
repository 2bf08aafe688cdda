import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { parse } from "yaml";
import { about, defaultConfig, noteSource, positionIn, writtenPosition, type Config, type NotePosition } from "../../src/core/index";
import { distinctions } from "../../src/core/distinctions/index";
import { positionOf } from "../../src/core/positions/positions";
import { authenticatedAuthorized } from "./second-distinction";

function position(text: string, config: Partial<Config> = {}, path = "notes/mill.md"): NotePosition {
  return positionIn(noteSource(path, text, (yaml) => parse(yaml)), { ...defaultConfig, ...config }, distinctions[0].id);
}

const values = (text: string, config?: Partial<Config>, path?: string) => position(text, config, path).axes.map((axis) => axis?.value ?? null);
const given = (properties: string) => position(`---\n${properties}\n---\nA mill.\n`);

/** On which side of the middle a guess is: -1, 0, 1; null where nothing is guessed. */
const sides = (text: string, config?: Partial<Config>, path?: string) => values(text, config, path).map((value) => (value === null ? null : Math.sign(Math.round((value - 0.5) * 100))));

describe("properties place a note", () => {
  test.each([
    ["arrangement: distributed\ncontrol: centralized", [1, 0]],
    ["arrangement: Concentrated\ncontrol: DECENTRALISED", [0, 1]],
    ["Arrangement: co-located\nControl: de-centralised", [0, 1]],
    ["arrangement: colocated\ncontrol: centralised", [0, 0]],
    ["arrangement: 0.25\ncontrol: 1", [0.25, 1]],
    ["arrangement: \"0,3\"\ncontrol: 70 %", [0.3, 0.7]],
    ["arrangement: [distributed]\ncontrol: 0", [1, 0]],
    ["arrangement:\ncontrol: \"\"", [null, null]],
    ["arrangement: []", [null, null]],
  ])("%s", (properties, expected) => {
    const { axes, problems } = given(properties);
    expect(axes.map((axis) => axis?.value ?? null)).toEqual(expected);
    expect(problems).toEqual([]);
    for (const axis of axes) if (axis) expect(axis).toMatchObject({ isGiven: true, sureness: 1 });
  });

  test.each([
    ["arrangement: everywhere", "“everywhere”"],
    ["arrangement: 1.5", "“1.5”"],
    ["arrangement: -1", "“-1”"],
    ["arrangement: [distributed, concentrated]", "“distributed, concentrated”"],
    ["arrangement: true", "“true”"],
    ["arrangement:\n  where: here", "a set of keys"],
  ])("what can't be understood is told, and the guess stands in: %s", (properties, said) => {
    const { axes, problems } = position(`---\n${properties}\n---\nThe mill is distributed.\n`);
    expect(problems).toEqual([`The property “arrangement” is ${said}; expected “concentrated”, “distributed” or a number from 0 to 1.`]);
    expect(axes[0]).toMatchObject({ isGiven: false });
  });

  test("front matter that does not parse leaves the guess, and is told with its line", () => {
    expect(sides("---\narrangement: [\n---\nThe mill is distributed.\n")).toEqual([1, null]);
    const told = (properties: string) => given(properties).problems;
    expect(["title: [oops", "title: Mill\nnote: a: b\ntags: []", "title: Mill\nquoted: \"x", "- one", "title: Mill"].map(told)).toEqual([2, 3, 3, 2, undefined].map((line) => (line === undefined ? [] : [`The properties can’t be read: mend line ${line}.`])));
    expect(position("---\r\ntitle: [oops\r\n---\r\nA mill.").problems).toEqual(["The properties can’t be read: mend line 2."]);
  });

  test("what is written reads back", () => {
    const { poles } = about().squares[0]?.axes[1] ?? { poles: ["", ""] as const };
    expect([0, 0.004, 0.123, 0.996, 1, 7].map((value) => writtenPosition(value, poles))).toEqual(["centralized", "centralized", 0.12, "decentralized", "decentralized", "decentralized"]);
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (value) => {
      const read = given(`control: ${String(writtenPosition(value, poles))}`).axes[1]?.value ?? NaN;
      expect(Math.abs(read - value)).toBeLessThanOrEqual(0.0051);
    }));
  });
});

describe("else the prose does", () => {
  test.each<[string, (number | null)[]]>([
    // Each end of each axis, in the words and without them.
    ["The seed shelf is decentralized.", [null, 1]],
    ["The seed shelf is centralised.", [null, -1]],
    ["The ledger is distributed.", [1, null]],
    ["Copies of the ledger are kept on machines in nine countries.", [1, null]],
    ["The records stand in one building.", [-1, null]],
    ["There is no single owner, and every member has a vote.", [null, 1]],
    ["The archive is owned by a single company.", [null, -1]],
    ["The granary is run by the king's ministry, top-down.", [null, -1]],
    ["It is distributed, but centralized.", [1, -1]],
    // Denied.
    ["The ledger is not distributed.", [-1, null]],
    ["The guild has never been decentralized.", [null, -1]],
    ["The guild is no longer centralized.", [null, 1]],
    ["The guild works without a central authority.", [null, 1]],
    ["The guild is not only decentralized but cheerful.", [null, 1]],
    ["Not everything that is decentralized lasts.", [null, null]],
    // Of others.
    ["Unlike centralized banks, the circle lets everybody vote.", [null, 1]],
    ["The circle is governed by its members rather than centralized.", [null, 1]],
    ["While banks are centralized, the circle is small.", [null, null]],
    ["Traditional centralized banks ask for papers.", [null, null]],
    // Both ends, a question, the words themselves, a report, a quotation.
    ["The town moved from centralized to decentralized schools.", [null, null]],
    ["Is the mill decentralized?", [null, null]],
    ["The word decentralized is often misunderstood.", [null, null]],
    ["According to its owner, the mill is decentralized.", [null, null]],
    ["They call it a “decentralized” mill.", [null, null]],
    // In another sense.
    ["The leaflets are distributed to the members for free.", [null, null]],
    ["The flour mill grinds rye.", [null, null]],
  ])("%s", (text, expected) => {
    expect(sides(text)).toEqual(expected);
  });

  test("a word that the linter takes for the other is no evidence", () => {
    expect(sides("The archive is decentralized: copies of every reel are stored in four cities.")).toEqual([1, null]);
    expect(sides("Each library is distributed (decentralized).")).toEqual([null, null]);
    // Set against the opposite of the other: nothing tells which of the two is meant.
    expect(sides("The holdings should be decentralised rather than concentrated in one building.")[1]).toBe(null);
    expect(sides("The library is distributed rather than centralized.")).toEqual([null, null]);
    // A doubtful step from one to the other leaves what it starts from.
    expect(sides("The mill is decentralized, so its stones stand in nine towns.")[1]).toBe(1);
  });

  test("only prose counts: no code, no quotation of others, no heading, no table, no list of what is related", () => {
    const texts = ["`The mill is decentralized.`", "```\nThe mill is decentralized.\n```", "> The mill is decentralized.", "# The mill is decentralized", "| a | b |\n| - | - |\n| decentralized | no single owner |", "%% The mill is decentralized. %%", "## Related concepts\n\n- Guild: a decentralized order."];
    expect(texts.map((text) => sides(`${text}\n`))).toEqual(texts.map(() => [null, null]));
  });

  test("nothing is guessed of a note that is turned off or left out; its properties hold", () => {
    expect(values("---\ndistinguo: false\n---\nThe mill is decentralized.\n")).toEqual([null, null]);
    expect(values("The mill is decentralized.", { exclude: ["notes"] })).toEqual([null, null]);
    expect(values("---\ndistinguo: false\ncontrol: 0.5\n---\nThe mill is decentralized.\n")).toEqual([null, 0.5]);
  });

  test("a note about a word stands where the word does, and says nothing of the other axis; one about both stands nowhere", () => {
    const text = "Decentralized things may be distributed or not. A bank is centralized and a mill is in one building.";
    expect(sides(text, {}, "concepts/Decentralized.md")).toEqual([null, 1]);
    expect(sides(text, {}, "concepts/decentralisation.md")).toEqual([null, 1]);
    expect(sides(text, {}, "concepts/Centralization.md")).toEqual([null, -1]);
    expect(sides("---\naliases: [distributed]\n---\nBoth.", {}, "concepts/Decentralized.md")).toEqual([null, null]);
  });

  test("of a book in one note the beginning is read", () => {
    const line = "The keeper counts the boats at noon.\n\n";
    const late = (length: number): string => `${line.repeat(length / line.length)}${"There is no single owner, every member has a vote, and the mill is decentralized.\n\n".repeat(40)}`;
    expect(sides(late(20_000))).toEqual([null, 1]);
    expect(sides(late(60_000))).toEqual([null, null]);
    expect(sides(`The mill is distributed.\n\n${late(60_000)}`)[1]).toBe(null);
    expect(sides("The mill is decentralized. ".repeat(5000))).toEqual([null, 1]);
  });

  test("a section that sets the words apart places nothing", () => {
    expect(sides("A mill.\n\n## Distributed vs. decentralized\n\nA firm with many desks is distributed and has a single owner.\n")).toEqual([null, null]);
  });

  test("little evidence stays near the middle, more goes to the end, and the same again says less", () => {
    const value = (text: string) => values(text)[1] ?? 0;
    const one = value("A mill.\n\nThe mill is decentralized.");
    const two = value("A mill.\n\nThe mill is decentralized. There is no single owner.");
    const many = value(`A mill.\n\n${["The mill is decentralized.", "There is no single owner.", "Every member has a vote.", "It is self-governed.", "The order is democratic.", "The miller answers to nobody."].join(" ")}`);
    const again = value(`A mill.\n\n${"The mill is decentralized. ".repeat(6)}`);
    expect([one > 0.6 && one < 0.8, two > one, many > two, many < 0.95, again < many, again < two + 0.1]).toEqual([true, true, true, true, true, true]);
    const { sureness } = position("The mill is decentralized. The mill has a single owner.").axes[1] ?? {};
    expect(sureness).toBeGreaterThan(0.5);
    expect(values("A mill.\n\nThe mill is decentralized. The press has a single owner.")[1]).toBeCloseTo(0.5, 1);
  });

  test("the evidence says where it stands, in which sentence, and for which end", () => {
    const text = "---\ntitle: Mill\n---\n\n# Mill\n\nThe **mill** is [decentralized](x.md).\nIt has no single owner.\n";
    const { axes: [, control] } = position(text);
    expect(control?.evidence.map(({ from, to, line, pole, words, sentence }) => [text.slice(from, to), line, pole, words, sentence])).toEqual([
      ["decentralized", 7, 1, "decentralized", "The mill is decentralized."],
      ["single owner", 8, 1, "single owner", "It has no single owner."],
    ]);
    expect(control?.count).toBe(2);
    // Where in its sentence it stands is told, since its words may stand there twice.
    for (const { words, sentence, at } of position("Ours. \n  Decentralized it is said to be, and  decentralized it is; it has no single owner.").axes[1]?.evidence ?? []) expect(sentence.slice(at, at + words.length)).toBe(words);
  });

  test("where a convention gives the words another sense, only evidence places a note", () => {
    const text = "The mill is distributed and decentralized.";
    expect(sides(text)).toEqual([1, 1]);
    expect(sides(text, { convention: "topology" })).toEqual([null, null]);
    expect(sides(text, { convention: "necessity" })).toEqual([1, null]);
    expect(sides("---\ndistinguo-convention: topology\n---\nThe mill is decentralized, and every member has a vote.")).toEqual([null, 1]);
    expect(position(text, { convention: "topology" }).convention).toBe("topology");
  });

  test("no text is too odd, a value lies between the ends, and evidence lies in the note", () => {
    const words = ["decentralized", "distributed", "centralized", "no single owner", "in one building", "unlike", "not", "“", "\n\n", "# ", "- ", "`", "|", "?", ".", ",", "---\n", "arrangement:", "votes", "é😀", "\u0000"];
    fc.assert(fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
      const text = parts.join(" ");
      for (const axis of position(text).axes) {
        if (!axis) continue;
        expect(axis.value).toBeGreaterThanOrEqual(0);
        expect(axis.value).toBeLessThanOrEqual(1);
        for (const { from, to } of axis.evidence) expect(0 <= from && from <= to && to <= text.length).toBe(true);
      }
    }), { numRuns: 200 });
  });
});

describe("another distinction", () => {
  const place = (text: string, config: Partial<Config> = {}) => positionOf(noteSource("gate.md", text, (yaml) => parse(yaml)), { ...defaultConfig, ...config }, authenticatedAuthorized).axes.map((axis) => axis?.value ?? null);

  test("has a square of its own, with its poles and corners", () => {
    const { squares } = about([...distinctions, authenticatedAuthorized]);
    expect(squares.map(({ distinction }) => distinction)).toEqual([distinctions[0].id, authenticatedAuthorized.id]);
    expect(squares[1]?.axes.map(({ id, poles }) => [id, ...poles])).toEqual([["identity", "anonymous", "authenticated"], ["permission", "forbidden", "authorized"]]);
    expect(squares[1]?.corners[0][1].name).toBe("Open house");
  });

  test("places notes by its own properties and words", () => {
    expect(place("---\nidentity: Unknown\npermission: authorised\n---\n")).toEqual([0, 1]);
    const [identity, permission] = place("A gate.\n\nThe guest is authenticated. Keep out, said the board.");
    expect([identity !== null && identity !== undefined && identity > 0.5, permission !== null && permission !== undefined && permission < 0.5]).toEqual([true, true]);
    expect(place("The guest is authenticated.", { convention: "one-door" })).toEqual([null, null]);
    expect(place("The mill is decentralized.")).toEqual([null, null]);
  });
});

test("every axis has two poles with names of their own, and every corner a name and a sentence", () => {
  for (const { axes, corners } of [...distinctions, authenticatedAuthorized]) {
    for (const { poles } of axes) expect(new Set(poles.flatMap(({ names }) => names)).size).toBe(poles.flatMap(({ names }) => names).length);
    for (const { name, explanation } of corners.flat()) expect([name, explanation]).toEqual([expect.stringMatching(/^\p{Lu}.{3,40}$/u), expect.stringMatching(/^\p{Lu}.{20,140}\.$/u)]);
  }
});
