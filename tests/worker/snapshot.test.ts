import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { noteSource, type StampedFile } from "../../src/core/index";
import type { Connection } from "../../src/worker/client";
import type { StampedNote } from "../../src/worker/engine";
import { start } from "./open-engine";

/** A small vault; each text is of its own length. */
const texts: Record<string, string> = {
  "concepts/Weir.md": "# Weir\n\nA low dam across a river’s bed.\n\n## Related concepts\n\n- [[Sluice]]: lets through what a weir holds back.\n- Ladder: for the fish\n",
  "concepts/Sluice.md": "---\naliases: [gate]\n---\n# Sluice\n\nA gate in a channel. See [[Weir]].\n",
  "log.md": "Walked from the [[weir]] to the [[gate]] and [[nowhere]].\n",
  "said.md": "The network is distributed, so nobody owns it.\n",
};
const files = (vault = texts): StampedFile[] => Object.entries(vault).map(([path, text]) => ({ path, mtime: 1_000_000 + text.length, size: text.length }));
const notes = (paths: readonly string[], vault = texts): StampedNote[] =>
  files(vault).filter(({ path }) => paths.includes(path)).map(({ path, ...stamp }) => ({ ...noteSource(path, vault[path] ?? "", (yaml) => parse(yaml) as unknown), stamp }));

const name = "distinguo of a vault";

/** An engine that has started on a vault as the app does: what it asked for was read. */
async function opened(vault = texts, version = "1", settings: unknown = {}): Promise<{ engine: Connection; read: string[] }> {
  const engine = start(version);
  await engine.configure(settings);
  const read = await engine.restore(name, files(vault));
  await engine.upsert(notes(read, vault));
  return { engine, read };
}

/** All that one can ask the index for. */
const all = async (engine: Connection) => [await engine.graph(), await engine.check(), await engine.resolve(["gate", "weirs", "ladder"]), await engine.view("log.md")];

async function expectRebuilt(engine: Connection, vault = texts): Promise<void> {
  const rebuilt = start();
  await rebuilt.upsert(notes(Object.keys(vault), vault));
  expect(await all(engine)).toEqual(await all(rebuilt));
}

const request = <Value>(asked: IDBRequest<Value>): Promise<Value> => new Promise((resolve, reject) => {
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(new Error("the test's own request fails"));
});

/** Changes what is held behind everybody's back. */
async function tamper(change: (shards: IDBObjectStore, heads: IDBObjectStore) => Promise<unknown>): Promise<void> {
  const database = await request(indexedDB.open(name));
  const transaction = database.transaction(["shards", "heads"], "readwrite");
  await change(transaction.objectStore("shards"), transaction.objectStore("heads"));
  database.close();
}

beforeEach(() => vi.stubGlobal("indexedDB", new IDBFactory()));
afterEach(() => vi.unstubAllGlobals());

describe("a second start", () => {
  it("reads nothing where nothing has changed, and knows what a rebuild knows", async () => {
    const first = await opened();
    expect(first.read).toEqual(Object.keys(texts));
    await first.engine.keep();
    const second = await opened();
    expect(second.read).toEqual([]);
    await expectRebuilt(second.engine);
  });

  it("reads what has changed, come and moved, and forgets what has gone", async () => {
    await (await opened()).engine.keep();
    const { "concepts/Sluice.md": sluice = "", "log.md": _gone, ...left } = texts;
    const now = { ...left, "said.md": "Nothing is said of the [[weir]] now, and at some length.\n", "Sluice.md": sluice };
    const { engine, read } = await opened(now);
    expect(read).toEqual(["said.md", "Sluice.md"]);
    await expectRebuilt(engine, now);
    await engine.keep();
    expect((await opened(now)).read).toEqual([]);
  });

  it("takes a renamed note for read: its time and its size are the same", async () => {
    const { engine } = await opened();
    await engine.keep();
    await engine.rename("concepts/Sluice.md", "concepts/Lock.md");
    await engine.remove("log.md");
    await engine.keep();
    const { "concepts/Sluice.md": sluice = "", "log.md": _gone, ...left } = texts;
    const now = { ...left, "concepts/Lock.md": sluice };
    const second = await opened(now);
    expect(second.read).toEqual([]);
    await expectRebuilt(second.engine, now);
  });

  it.each<[string, string, unknown, boolean]>([
    ["by the same code and config", "1", {}, true],
    ["by other code", "2", {}, false],
    ["with other concept notes", "1", { concepts: { tags: ["idea"] } }, false],
    ["with a config that changes nothing of what is read", "1", { rules: { "orphan-concept": "off" } }, true],
  ])("%s", async (_, version, settings, isHeld) => {
    await (await opened()).engine.keep();
    expect((await opened(texts, version, settings)).read).toEqual(isHeld ? [] : Object.keys(texts));
  });

  it("reads a note again that was read right after it had changed", async () => {
    const { engine } = await opened();
    const [log] = notes(["log.md"]);
    if (!log) throw new Error("there is no log");
    const mtime = Date.now() - 500;
    const size = 5;
    await engine.upsert([{ ...log, stamp: { mtime, size } }]);
    await engine.keep();
    const again = start("1");
    expect(await again.restore(name, files().map((file) => (file.path === "log.md" ? { path: file.path, mtime, size } : file)))).toEqual(["log.md"]);
  });
});

describe("what is held and can't be used is dropped without a word", () => {
  it.each<[string, (shards: IDBObjectStore, heads: IDBObjectStore) => Promise<unknown>]>([
    ["a shard that is missing", (shards) => request(shards.delete(3))],
    ["a shard of another kind", (shards) => request(shards.put(["something"], 3))],
    ["a shard cut short", async (shards) => {
      const [shard] = ((await request(shards.getAll())) as { front: string; readings: string }[]).filter(({ readings }) => readings !== "");
      const number = Number(/\n\[(\d+),/.exec(shard?.front ?? "")?.[1]);
      return request(shards.put({ ...shard, readings: shard?.readings.slice(0, -40) }, number));
    }],
    ["a shard in the place of another", async (shards) => request(shards.put(await request(shards.get(4)), 3))],
    ["a head of another kind", (_, heads) => request(heads.put(7, "index"))],
  ])("%s", async (_, change) => {
    await (await opened()).engine.keep();
    await tamper(change);
    const { engine, read } = await opened();
    expect(read).toEqual(Object.keys(texts));
    await expectRebuilt(engine);
    await engine.keep();
    expect((await opened()).read).toEqual([]);
  });

  it.each([1, 9])("a database of the same name that somebody else made, version %i", async (version) => {
    const asked = indexedDB.open(name, version);
    asked.onupgradeneeded = () => asked.result.createObjectStore("things");
    (await request(asked)).close();
    await (await opened()).engine.keep();
    expect((await opened()).read).toEqual([]);
  });

  it("no database at all", async () => {
    vi.stubGlobal("indexedDB", undefined);
    const { engine, read } = await opened();
    expect(read).toEqual(Object.keys(texts));
    expect(await engine.keep()).toBeUndefined();
    await expectRebuilt(engine);
  });
});

it.each(["never answers", "is blocked"])("a start waits for a database that %s no longer than it can afford", { timeout: 20_000 }, async (what) => {
  const open = (): { onblocked: (() => void) | undefined } => {
    const asked: ReturnType<typeof open> = { onblocked: undefined };
    if (what === "is blocked") setTimeout(() => asked.onblocked?.());
    return asked;
  };
  vi.stubGlobal("indexedDB", { open, deleteDatabase: open });
  const { engine, read } = await opened();
  expect(read).toEqual(Object.keys(texts));
  await engine.keep();
  await expectRebuilt(engine);
});

it("two windows on one vault hold what the last of them has written, whole", async () => {
  const [one, other] = [await opened(), await opened()];
  await one.engine.keep();
  await other.engine.keep();
  const now = { ...texts, "log.md": "Stayed at home, by the [[ladder]].\n" };
  await one.engine.upsert(notes(["log.md"], now));
  await one.engine.keep();
  expect((await opened(now)).read).toEqual([]);
  await other.engine.remove("said.md");
  await Promise.all([other.engine.keep(), one.engine.keep()]);
  const third = await opened(now);
  await expectRebuilt(third.engine, now);
});

it("keeping holds up nobody, and misses nothing that comes meanwhile", async () => {
  const { engine } = await opened();
  const order: string[] = [];
  const kept = engine.keep().then(() => order.push("kept"));
  await engine.upsert(notes(["log.md"], { ...texts, "log.md": "Changed while it was kept.\n" })).then(() => order.push("changed"));
  await kept;
  expect(order).toEqual(["changed", "kept"]);
  await engine.keep();
  expect((await opened({ ...texts, "log.md": "Changed while it was kept.\n" })).read).toEqual([]);
});

describe("what was found in the prose", () => {
  it("is judged once, also where nothing was found, as long as the config is the same", async () => {
    const { engine } = await opened();
    expect(await engine.recall(files())).toEqual({ notes: [], missing: Object.keys(texts) });
    const judged = await engine.judgeAll(notes(Object.keys(texts)));
    expect(judged.notes.map(({ path }) => path)).toEqual(["said.md"]);
    expect(await engine.recall(files())).toEqual({ notes: judged.notes, missing: [] });
    await engine.keep();
    const second = await opened();
    expect(await second.engine.recall(files())).toEqual({ notes: judged.notes, missing: [] });
    expect((await second.engine.recall(files({ ...texts, "said.md": "Longer now." }))).missing).toEqual(["said.md"]);
    await second.engine.configure({ rules: { "orphan-concept": "off" } });
    expect((await second.engine.recall(files())).missing).toEqual(Object.keys(texts));
  });
});
