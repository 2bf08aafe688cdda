import { expect, test, vi } from "vitest";
import { createEngine } from "../../src/worker/create-engine";

function note(path: string, source: string) {
  return { path, source, frontMatter: { from: 0, to: 0, properties: {}, problem: undefined } };
}

function filled(count: number) {
  const engine = createEngine();
  engine.upsert(Array.from({ length: count }, (_, number) => note(`concepts/Thing ${number}.md`, `# Thing ${number}\n\n*A thing.*\n\n## Related concepts\n\n- [[Thing ${(number * 7 + 1) % count}]]: they meet.\n- [[Thing ${(number * 3 + 2) % count}]]: they part.\n`)));
  return engine;
}

test("a map is made call by call, none of them long, with its contents told once", () => {
  const engine = filled(600);
  const map = 1;
  engine.beginMap(map, { notes: false, kept: "" });
  // A clock on which each look at it takes a millisecond: a call may take as many steps as its budget has.
  let [now, told, calls, longest] = [0, 0, 0, 0];
  const clock = vi.spyOn(performance, "now").mockImplementation(() => ++now);
  for (let isSettled = false; !isSettled; calls++) {
    const began = now;
    const news = engine.advanceMap(map);
    longest = Math.max(longest, now - began);
    if (!news) throw new Error("the map is not known");
    if (news.contents) told++;
    if (news.positions) expect(news.positions.length).toBe(1200);
    ({ isSettled } = news);
  }
  expect(told).toBe(1);
  expect(calls).toBeGreaterThan(3);
  // Twenty, and the looks before and after; without a budget it would be one call of hundreds.
  expect(longest).toBeLessThanOrEqual(22);
  clock.mockRestore();
  expect(engine.mapRelations(map, 0).map(({ relation }) => relation.sentence)).toContain("they meet.");
  expect([...engine.findInMap(map, "thing 599")].length).toBe(1);
});

test("another map begins where one has come to rest", () => {
  const engine = filled(60);
  const settle = (map: number, kept: string) => {
    engine.beginMap(map, { notes: false, kept });
    for (;;) {
      const news = engine.advanceMap(map);
      if (news?.isSettled) return { map, positions: news.positions };
    }
  };
  const first = settle(1, "");
  const second = settle(2, engine.keepMap(first.map));
  first.positions?.forEach((at, index) => expect(Math.abs(at - (second.positions?.[index] ?? NaN))).toBeLessThanOrEqual(0.51));
});

test("a map that has ended, or was never begun, is not known", () => {
  const engine = filled(10);
  const map = 1;
  engine.beginMap(map, { notes: false, kept: "" });
  engine.endMap(map);
  expect(engine.advanceMap(map)).toBe(null);
  expect(engine.keepMap(map)).toBe("");
  expect(engine.mapRelations(map, 0)).toEqual([]);
  expect(engine.findInMap(map, "")).toEqual(new Uint32Array());
});

test("the graph is exported in each format of the command line", () => {
  const engine = filled(10);
  expect(JSON.parse(engine.exportGraph("json"))).toMatchObject({ version: 1 });
  expect(engine.exportGraph("mermaid")).toContain("Thing 3");
  expect(engine.exportGraph("turtle")).toContain("skos:Concept");
});
