import { expect, test } from "vitest";
import { MapRun } from "../../src/obsidian/whole-map/run";
import { createEngine } from "../../src/worker/create-engine";
import type { Engine, RemoteEngine } from "../../src/worker/engine";

function filled(): Engine {
  const engine = createEngine();
  engine.upsert(Array.from({ length: 60 }, (_, number) => ({ path: `concepts/Thing ${number}.md`, source: `# Thing ${number}\n\n*A thing.*\n\n[[Thing ${(number * 7 + 1) % 60}]]\n`, frontMatter: { from: 0, to: 0, properties: {}, problem: undefined } })));
  return engine;
}

/** An engine that can be replaced, as the plugin's is when its worker dies. */
function replaceable() {
  const current = { engine: filled() };
  const remote = new Proxy({} as RemoteEngine, { get: (_, method) => (...args: unknown[]) => Promise.resolve().then(() => (Reflect.get(current.engine, method) as (...all: unknown[]) => unknown)(...args)) });
  return { current, remote };
}

function runOn(engine: RemoteEngine) {
  const told = { news: 0, lost: 0, settled: 0, isSeen: true };
  const run = new MapRun(engine, { notes: false, kept: "" }, { isSeen: () => told.isSeen, news: () => void told.news++, settled: () => void told.settled++, lost: () => void told.lost++ });
  return { run, told };
}

test("a run that began on an engine before does not end, or take for its own, what another began on this one", async () => {
  const { current, remote } = replaceable();
  const [old, left] = [runOn(remote), runOn(remote)];
  old.told.isSeen = left.told.isSeen = false;
  await Promise.all([old.run.go(), left.run.go()]);
  current.engine = filled();
  const young = runOn(remote);
  young.told.isSeen = false;
  await young.run.go();
  left.run.end();
  old.told.isSeen = young.told.isSeen = true;
  await Promise.all([old.run.go(), young.run.go()]);
  expect(old.told).toMatchObject({ news: 0, lost: 1, settled: 0 });
  expect(young.told).toMatchObject({ lost: 0, settled: 1 });
});

test("a run that is ended while it begins is forgotten by the engine", async () => {
  const { current, remote } = replaceable();
  const { run, told } = runOn(remote);
  const going = run.go();
  const number = run.number ?? NaN;
  run.end();
  await going;
  await Promise.resolve();
  expect(number).toBeNaN();
  for (let map = 0; map < 50; map++) expect(current.engine.advanceMap(map)).toBe(null);
  expect(told).toMatchObject({ news: 0, lost: 0 });
});
