import { describe, expect, it } from "vitest";
import { longNote } from "../../scripts/bench/editor/note";
import { tasksOf } from "../../scripts/bench/editor/trace";
import { addedBy, doubts, judged, table } from "../../scripts/bench/editor/verdict";
import { median, quantile } from "../../scripts/bench/statistics";
import { defaultConfig, lint, noteSource } from "../../src/core/index";

describe("the measurement in the editor", () => {
  it("takes quantiles between the numbers, in any order of them", () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([10, 9, 2])).toBe(9);
    expect(quantile([40, 10, 20, 30, 50], 0.95)).toBeCloseTo(48);
    expect(quantile([7], 0.95)).toBe(7);
    expect(() => median([])).toThrow("nothing");
  });

  it("says what an arm adds by the median of the runs", () => {
    const run = (base: number, more: number) => new Map([[null, [base, base, base]], ["ours", [base + more, base + more, base + 10 * more]]]);
    const { median: middle, p95 } = addedBy("ours", null, [run(1, 0.5), run(9, 0.25), run(2, 30)]);
    expect(middle).toBeCloseTo(0.5);
    expect(p95).toBeCloseTo(0.5 + 0.9 * 4.5);
  });

  const told = { cpu: 60, told: true };
  const controls = { nothing: { median: 0.1, p95: -0.4, burst: 0, opening: 0.3 }, slow: { median: 6.1, p95: 6 }, blocking: { burst: told, opening: told } };

  it("believes itself only where the controls show what was put there", () => {
    expect(doubts(controls)).toEqual([]);
    const failing = [
      { ...controls, nothing: { ...controls.nothing, median: 0.6 } },
      { ...controls, nothing: { ...controls.nothing, p95: 2.6 } },
      { ...controls, nothing: { ...controls.nothing, p95: -2.6 } },
      { ...controls, nothing: { ...controls.nothing, burst: 12 } },
      { ...controls, slow: { median: 4.9, p95: 6 } },
      { ...controls, slow: { median: NaN, p95: 6 } },
      { ...controls, blocking: { burst: { cpu: 31, told: true }, opening: told } },
      { ...controls, blocking: { burst: told, opening: { cpu: 60, told: false } } },
    ];
    for (const one of failing) expect(doubts(one)).toHaveLength(1);
  });

  it("holds figures against their bars", () => {
    const peer = { median: 0.2, p95: 0, burst: 900, opening: 4000 };
    const held = (ours: typeof peer) => judged(ours, peer).map(({ holds }) => holds);
    expect(held({ median: 0.9, p95: 3.9, burst: 50, opening: 50 })).toEqual([true, true, true, true]);
    expect(held({ median: 1, p95: 4, burst: 50.1, opening: 51 })).toEqual([false, false, false, false]);
    const [, first = "", second = "", third = ""] = table(judged({ median: -0.1, p95: 4, burst: 3, opening: 20 }, peer)).split("\n");
    expect(first).toMatch(/^a key, median +-0\.10 ms +0\.20 ms +under 1 ms +holds$/);
    expect(second).toMatch(/ under 4 ms +MISSED$/);
    expect(third).toMatch(/ 3\.00 ms +900 ms +300 to 1 +up to 50 ms +holds$/);
  });

  it("lays to a plugin, task by task, what was on the stack above it, and the garbage that it left", () => {
    const [ours, host] = ["blob:ours", "http://localhost/host.js"];
    const node = (id: number, parent: number, url?: string, functionName = "f") => ({ id, parent, callFrame: { functionName, ...(url && { url }) } });
    const nodes = [node(1, 0, undefined, "(root)"), node(2, 1, host), node(3, 2, ours), node(4, 3, host), node(5, 1, undefined, "(garbage collector)"), node(6, 1, undefined, "(program)"), node(7, 1, undefined, "(idle)")];
    const samples = [2, 3, 4, 6, 3, 5, 2, 7, 3, 6, 2];
    const thread = { pid: 1, tid: 1 };
    const task = (from: number, to: number, processor: number) => ({ ...thread, name: "RunTask", ph: "X", ts: from, dur: to - from, tdur: processor });
    const events = [
      { ...thread, name: "Profile", id: "0x1", args: { data: { startTime: 0 } } },
      { ...thread, name: "ProfileChunk", id: "0x1", args: { data: { cpuProfile: { nodes, samples }, timeDeltas: samples.map(() => 1000) } } },
      { pid: 1, tid: 2, name: "Profile", id: "0x2", args: { data: { startTime: 0 } } },
      { pid: 1, tid: 2, name: "ProfileChunk", id: "0x2", args: { data: { cpuProfile: { nodes: [node(1, 0, ours)], samples: [1] }, timeDeltas: [1] } } },
      task(500, 8000, 3750), task(9000, 12_000, 3000),
    ];
    // 2 to 7 ms are ours in the first; half of that task had no processor. In the second it is 9 to 10.
    expect(tasksOf(events, ours)).toEqual([{ began: 0.5, took: 7.5, ours: 5, cpu: 2.5, busy: 3.75 }, { began: 9, took: 3, ours: 1, cpu: 1, busy: 3 }]);
    expect(tasksOf(events, "blob:another").map((one) => one.ours)).toEqual([0, 0]);
  });

  it("types into a note of the length that it names, among marks", () => {
    const { text, cursor } = longNote(600);
    expect(text.split("\n")).toHaveLength(600);
    expect(longNote(600)).toEqual({ text, cursor });
    expect(text[cursor]).toBe("\n");
    expect(cursor / text.length).toBeGreaterThan(0.4);
    expect(cursor / text.length).toBeLessThan(0.6);
    const found = lint(noteSource("long.md", text, () => ({})), defaultConfig).map(({ from }) => from);
    expect(found.length).toBeGreaterThan(5);
    expect(found.filter((from) => from < cursor && from > cursor - 600).length).toBeGreaterThan(1);
    expect(found.filter((from) => from > cursor && from < cursor + 600).length).toBeGreaterThan(0);
  });
});
