import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { hashOf, noteSource, shardOf, type StampedFile } from "../../src/core/index";
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
async function tamper(change: (shards: IDBObjectStore, heads: IDBObjectStore, texts: IDBObjectStore) => Promise<unknown>): Promise<void> {
  const database = await request(indexedDB.open(name));
  const transaction = database.transaction(["shards", "heads", "texts"], "readwrite");
  await change(transaction.objectStore("shards"), transaction.objectStore("heads"), transaction.objectStore("texts"));
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

/** The check sum of a shard, so that damage of which it tells nothing can be done. */
function sealed(body: string, readings: string): { front: string; readings: string } {
  const sum = (step: number, text: string): number => {
    let sum = text.length;
    for (let at = 0; at < text.length; at += step) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
    return sum >>> 0;
  };
  return { front: `${sum(1, body)} ${sum(16, readings)}\n${body}`, readings };
}

describe("what is held and turns out to be damaged later is dropped without a word", () => {
  const bodyOf = (front: string): string => front.slice(front.indexOf("\n") + 1);
  const spoil = (change: (body: string[], readings: string[]) => unknown) => tamper(async (shards) => {
    for (const number of (await request(shards.getAllKeys())) as number[]) {
      const shard = (await request(shards.get(number))) as { front: string; readings: string };
      expect(shard).toEqual(sealed(bodyOf(shard.front), shard.readings));
      if (shard.readings === "") continue;
      const [body, readings] = [bodyOf(shard.front).split("\n"), shard.readings.split("\n")];
      change(body, readings);
      await request(shards.put(sealed(body.join("\n"), readings.join("\n")), number));
    }
  });
  const eachLine = (lines: string[], from: number, text: string): void => lines.forEach((_, at) => at >= from && (lines[at] = text));

  const damages: [string, (body: string[], readings: string[]) => void][] = [
    ["readings that are cut off", (_, readings) => eachLine(readings, 0, "[-1,[0")],
    ["readings of another shape", (_, readings) => eachLine(readings, 0, "7")],
    ["rows that are cut off", (body) => eachLine(body, 3, "[")],
    ["rows of another shape", (body) => eachLine(body, 3, "[-1]")],
    ["keys of another shape", (body) => (body[2] = "[-1,7,7,7,7]")],
  ];

  it.each(damages)("%s, found by a question", async (_, change) => {
    await (await opened()).engine.keep();
    await spoil(change);
    const { engine, read } = await opened();
    expect(read).toEqual([]);
    const spoilt = engine.spoilt();
    // A note that comes is taken in, and whoever asks is answered.
    const now = { ...texts, "new.md": "---\naliases: [ladder]\n---\n# Sluice\n\nSee [[weir]].\n" };
    expect(await engine.upsert(notes(["new.md"], now))).toEqual([]);
    await all(engine);
    await spoilt;
    const missing = await engine.restore(name, files(now));
    expect(missing).toEqual(Object.keys(now));
    await engine.upsert(notes(missing, now));
    await expectRebuilt(engine, now);
    await engine.keep();
    const last = await opened(now);
    expect(last.read).toEqual([]);
    await expectRebuilt(last.engine, now);
  });

  it.each(damages.slice(2))("%s, found while nobody asks", async (_, change) => {
    await (await opened()).engine.keep();
    await spoil(change);
    const { engine } = await opened();
    await engine.spoilt();
    expect((await engine.graph()).concepts).toEqual([]);
  });

  it.each(damages)("%s, found while it is kept again, which keeps nothing of it", async (_, change) => {
    await (await opened()).engine.keep();
    await spoil(change);
    const { engine } = await opened();
    await engine.judgeAll(notes(["said.md"]));
    await Promise.all([engine.remove("log.md"), engine.keep()]);
    await all(engine);
    await engine.upsert(notes(await engine.restore(name, files())));
    await expectRebuilt(engine);
    await engine.keep();
    const last = await opened();
    expect(last.read).toEqual([]);
    await expectRebuilt(last.engine);
    expect((await last.engine.recall(files())).missing).not.toContain("said.md");
  });

  it.each(Object.keys(texts))("what is kept before the index is filled anew is not mixed with it: all but %s", async (left) => {
    await (await opened()).engine.keep();
    await spoil((body, readings) => body[1]?.includes("log.md") && eachLine(readings, 0, "7"));
    const { engine } = await opened();
    const spoilt = engine.spoilt();
    await engine.check();
    await spoilt;
    await engine.upsert(notes(Object.keys(texts).filter((path) => path !== left)));
    await engine.keep();
    await expectRebuilt((await opened()).engine);
  });

  it("readings that only the writing of links asks for", async () => {
    await (await opened()).engine.keep();
    await spoil((_, readings) => eachLine(readings, 0, "7"));
    const { engine } = await opened();
    const spoilt = engine.spoilt();
    const [note] = notes(["log.md"], { ...texts, "log.md": "A sluice and a weir.\n" });
    if (!note) throw new Error("there is no log");
    await engine.beginLinks(note, 4);
    expect((await engine.endLinks()).diagnostics).not.toEqual([]);
    await spoilt;
  });

  it("a note that can't be read says nothing of it", async () => {
    await (await opened()).engine.keep();
    const { engine } = await opened();
    let isSpoilt = false;
    void engine.spoilt().then(() => (isSpoilt = true));
    const [odd] = notes(["log.md"]);
    if (!odd) throw new Error("there is no log");
    const { source: _, ...textless } = odd;
    expect(await engine.upsert([textless as typeof odd])).toHaveLength(1);
    await expectRebuilt(engine);
    expect(isSpoilt).toBe(false);
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

  it("is kept of notes that the index is still to take in", async () => {
    const twin = Array.from({ length: 1000 }, (_, at) => `twin ${at}.md`).find((path) => shardOf(path) === shardOf("said.md")) ?? "";
    const now = { ...texts, [twin]: "Nothing.\n" };
    const { engine } = await opened(now);
    await engine.judgeAll(notes(Object.keys(now), now));
    await engine.keep();
    await tamper((shards) => request(shards.delete(3)));
    const second = start("1");
    expect(await second.restore(name, files(now))).toContain(twin);
    await second.upsert(notes(["said.md"]));
    await second.judgeAll(notes(["said.md"]));
    await second.keep();
    expect((await (await opened(now)).engine.recall(files(now))).missing).toEqual([]);
    // One that has gone is held no longer than to the next start.
    const last = await opened();
    await last.engine.judgeAll(notes(["said.md"]));
    await last.engine.keep();
    expect((await (await opened(now)).engine.recall(files(now))).missing).toEqual([twin]);
  });

  it.each(["{}", "[[7]]", '[["said.md",{"mtime":1000047,"size":47}]]', "[", "null"])("is judged anew, and kept, where what is held is %s", async (odd) => {
    const { engine } = await opened();
    const judged = await engine.judgeAll(notes(Object.keys(texts)));
    await engine.keep();
    await tamper(async (_, __, held) => {
      for (const number of await request(held.getAllKeys())) await request(held.put(`${hashOf(odd)} ${odd}`, number));
    });
    const second = await opened();
    expect(await second.engine.recall(files())).toEqual({ notes: [], missing: Object.keys(texts) });
    await second.engine.judgeAll(notes(Object.keys(texts)));
    await second.engine.keep();
    expect(await (await opened()).engine.recall(files())).toEqual({ notes: judged.notes, missing: [] });
  });
});
