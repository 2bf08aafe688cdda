import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runProcess } from "../../scripts/bench/cli/process";
import { chart, exponent, growthWords } from "../../scripts/bench/growth/chart";
import { merged, partOf, ratioRow, row, type Results } from "../../scripts/bench/results";
import { pageWith, plain, tables } from "../../scripts/bench/table";
import { temporaryVault } from "./try-out";

const machine = { processor: "A mill", cores: 2, memory: 8, system: "Linux 6", node: "v20.1.0" };
const page = ["# Speed", "<!-- bench: tables; written by npm run bench, not by hand -->", "worn out", "<!-- bench: end of tables -->", "between", "<!-- bench: growth; written by npm run bench, not by hand -->", "<!-- bench: end of growth -->", "behind"].join("\n");
const sieve = row({ part: "Sieve", what: "a sack", unit: "s", ours: 2, peer: 9, peerName: "another mill", bar: 4 });
const known: Results = { machine: { ...machine, measured: { Sieve: { date: "2026-01-01", load: 1 }, Weir: { date: "2026-01-02", load: 2 } } }, rows: [sieve, { ...sieve, name: "Sieve: two sacks" }, { ...sieve, name: "Weir: a day" }] };

describe("a row", () => {
  it("says how many times better ours is, whichever way is better, and whether the bar holds", () => {
    expect(sieve).toEqual({ name: "Sieve: a sack", unit: "s", ours: 2, peer: 9, peerName: "another mill", ratio: 4.5, bar: 4, pass: true });
    expect(row({ part: "Sieve", what: "speed", unit: "MB/s", ours: 9, peer: 2, peerName: "another", bar: 10 })).toMatchObject({ ratio: 4.5, pass: false });
    expect(ratioRow({ part: "Sieve", what: "speed", ours: 100, peer: 2, peerName: "another", bar: 50 })).toMatchObject({ unit: "to 1", ours: 50, peer: 1, ratio: 50, pass: true });
  });

  it("holds figures against the bar before it rounds them", () => {
    expect(row({ part: "Sieve", what: "a", unit: "ms", ours: 50, bar: 50 }).pass).toBe(true);
    expect(row({ part: "Sieve", what: "a", unit: "ms", ours: 50.0001, bar: 50 })).toMatchObject({ ours: 50, pass: false });
    expect(row({ part: "Sieve", what: "a", unit: "ms", ours: 50, bar: 50, pass: false }).pass).toBe(false);
  });

  it("has no ratio and no verdict where there is nothing to compare with", () => {
    expect(row({ part: "Sieve", what: "a", unit: "ms", ours: 3, peerName: "nobody" })).toMatchObject({ peer: null, peerName: null, ratio: null, bar: null, pass: null });
    expect(row({ part: "Sieve", what: "a", unit: "ms", ours: 3, peer: 0, peerName: "another" }).ratio).toBeNull();
  });
});

describe("results", () => {
  it("take what was measured now in the place of what was known, and keep the rest", () => {
    const now = { part: "Sieve", date: "2026-02-02", load: 0.5, rows: [{ ...sieve, ours: 1 }] };
    const { machine: told, rows } = merged(known, { ...machine, cores: 4 }, [now], ["Weir", "Sieve"]);
    // The row of two sacks is measured no more.
    expect(rows.map(({ name, ours }) => [name, ours])).toEqual([["Weir: a day", 2], ["Sieve: a sack", 1]]);
    expect(told).toMatchObject({ cores: 4, measured: { Weir: { date: "2026-01-02", load: 2 }, Sieve: { date: "2026-02-02", load: 0.5 } } });
    expect(merged(null, machine, [now], []).rows).toEqual(now.rows);
  });
});

describe("the page about speed", () => {
  it("gets a table for each part, in words, and keeps what stands around its places", () => {
    const made = pageWith(page, known);
    expect(made).toContain("Of 3 bars 3 hold and 0 are missed.");
    expect(made).toContain("**Sieve** (2026-01-01, load of the machine 1)");
    expect(made).toContain("| a sack | 2 s | 9 s, another mill | 4.5 to 1 | at most 4 s | holds |");
    expect(made).toMatch(/^# Speed\n[\s\S]*\nbetween\n[\s\S]*\nbehind$/);
    expect(made).not.toContain("worn out");
    expect(pageWith(made, known)).toBe(made);
    expect(() => pageWith(page.replace("end of growth", ""), known)).toThrow("no place for growth");
  });

  it("says what is missed, and of a bar that is a ratio names the peer alone", () => {
    const missed = ratioRow({ part: "Sieve", what: "times", ours: 10, peer: 1, peerName: "another mill", bar: 50 });
    expect(tables({ ...known, rows: [missed] })).toContain("| times | 10 to 1 | another mill |  | at least 50 to 1 | **missed** |");
  });

  it("writes numbers as people read them", () => {
    expect([0, 0.001, 0.5814, 12.34, 896.4, 2709.4, 10_780].map(plain)).toEqual(["0", "0", "0.581", "12.3", "896", "2,709", "10,780"]);
  });

  it.runIf(existsSync("bench/results.json"))("is in step with bench/results.json, and so is its chart", () => {
    const results = JSON.parse(readFileSync("bench/results.json", "utf8")) as Results;
    const text = readFileSync("docs/performance.md", "utf8");
    expect(pageWith(text, results)).toBe(text);
    const drawn = chart(results.rows);
    if (drawn !== null) expect(readFileSync("docs/images/growth.svg", "utf8")).toBe(drawn);
    for (const one of results.rows) {
      expect(Object.keys(one)).toEqual(["name", "unit", "ours", "peer", "peerName", "ratio", "bar", "pass"]);
      expect(results.machine.measured).toHaveProperty([partOf(one)]);
    }
  });
});

describe("growth", () => {
  const rows = (what: string, unit: string, of: (notes: number) => number) => [1250, 2500, 20_000].map((notes) => row({ part: "Growth", what: `${what}, ${notes.toLocaleString("en")} notes`, unit, ours: of(notes) }));

  it("is told by the power of the number of notes", () => {
    expect(exponent([{ notes: 10, value: 5 }, { notes: 20, value: 20 }, { notes: 40, value: 80 }])).toBeCloseTo(2);
    const words = growthWords([...rows("lint, by the clock", "s", (notes) => notes / 1000), ...rows("the index, memory", "MB", (notes) => notes ** 1.5)]);
    expect(words).toContain("- lint, by the clock: in step with the vault. 16 times the notes take 16 times as much (exponent 1.00).");
    expect(words).toContain("- the index, memory: faster than the vault. 16 times the notes take 64 times as much (exponent 1.50).");
    expect(growthWords([])).toContain("not been measured");
  });

  it("is drawn with as many points as there are sizes, and not where there are none", () => {
    const drawn = chart([...rows("lint, by the clock", "s", (notes) => notes / 1000), ...rows("the index, memory", "MB", (notes) => notes / 100)]);
    expect(drawn?.match(/<circle/g)).toHaveLength(6);
    expect(drawn).not.toContain("NaN");
    expect(chart([])).toBeNull();
  });
});

describe("a program that is measured", () => {
  it("tells how much memory it had, its threads included, and fails aloud", async () => {
    const folder = await temporaryVault({ "a.md": "A note.\n" });
    const { root } = folder;
    const thread = (body: string) => runProcess(["-e", `const { Worker } = require("node:worker_threads"); new Worker(${JSON.stringify(body)}, { eval: true })`], { work: root }).peak;
    expect(thread("Buffer.alloc(2e8, 1)") - thread("0")).toBeGreaterThan(150);
    expect(() => runProcess(["-e", "console.error('no mill'); process.exit(3)"], { work: root })).toThrow(/ended with 3: no mill/);
    await folder.remove();
  });
});
