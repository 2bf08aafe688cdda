import { expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { conceptNote, indexed, lookInside, rebuilt, type Indexed } from "./live";
import { openVault } from "./vault";

const notes = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`concepts/Note ${at}.md`, conceptNote(`Thing ${at}`, [`Note ${at % 7}`])]));

interface Stamped {
  path: string;
  stamp: { mtime: number; size: number };
}

/** What the engine was asked of the index since this was asked last: the methods in order, the snapshots, the files, the notes with their stamps. */
const asked = (host: HostPage) => host.page.evaluate(() => {
  const all = window.asked.splice(0);
  const restores = all.filter(({ method }) => method === "restore");
  return {
    methods: all.map(({ method }) => method).filter((method) => ["configure", "restore", "upsert", "keep"].includes(method)),
    names: restores.map(({ args }) => String(args[0])),
    files: (restores[0]?.args[1] ?? []) as ({ path: string } & Stamped["stamp"])[],
    told: all.flatMap(({ method, args }) => (method === "upsert" ? (args as Stamped[]) : [])).map(({ path, stamp: { mtime, size } }) => ({ path, stamp: { mtime, size } })),
  };
});

const stamps = (host: HostPage): Promise<Stamped[]> => host.page.evaluate(() => window.host.app.vault.getMarkdownFiles().map(({ path, stat: { mtime, size } }) => ({ path, stamp: { mtime, size } })));

const byPath = (one: { path: string }, other: { path: string }): number => (one.path < other.path ? -1 : 1);

test("a start asks what was kept of this vault, reads what is not, each note with its stamp, and has it kept", async () => {
  const host = await openVault({ vault: notes });
  await lookInside(host);
  await indexed(host);
  await asked(host);
  await host.reloadPlugin();
  const first = await indexed(host);
  await expect.poll(() => host.page.evaluate(() => window.asked.some(({ method }) => method === "keep"))).toBe(true);
  const start = await asked(host);
  expect(start.methods[0]).toBe("configure");
  expect(start.methods[1]).toBe("restore");
  expect(start.methods.at(-1)).toBe("keep");
  expect(start.methods.filter((method) => method === "restore")).toHaveLength(1);
  expect(start.files.sort(byPath)).toEqual((await stamps(host)).map(({ path, stamp }) => ({ path, ...stamp })).sort(byPath));
  const now = new Map((await stamps(host)).map((one) => [one.path, one]));
  expect(start.told.filter((one) => JSON.stringify(now.get(one.path)) !== JSON.stringify(one))).toEqual([]);

  await host.reloadPlugin();
  expect(await indexed(host)).toEqual(first);
  expect((await asked(host)).names).toEqual(start.names);
  // Another vault, or another device, has a name of its own.
  await host.page.evaluate(() => window.host.app.saveLocalStorage("distinguo-snapshot", null));
  await host.reloadPlugin();
  expect(await indexed(host)).toEqual(first);
  const { names } = await asked(host);
  expect(names).toHaveLength(1);
  expect(names).not.toEqual(start.names);
  expect(names[0]).toMatch(/^distinguo-.{12,}$/);
  await host.close();
});

test("a note that changes while it is read goes with the stamp from before, and is read again", async () => {
  const host = await openVault({ vault: notes });
  await lookInside(host);
  await host.page.evaluate(() => {
    const { vault } = window.host.app;
    let isFirst = true;
    vault.cachedRead = async (file) => {
      const text = vault.adapter.readNow(file.path);
      if (file.path === "concepts/Note 3.md" && isFirst) {
        isFirst = false;
        await vault.modify(file, text.replace("Thing 3 is", "Thing 3, longer than before, is"));
      }
      return text;
    };
  });
  await host.reloadPlugin();
  const { graph } = await indexed(host);
  expect(graph.concepts.find(({ path }) => path === "concepts/Note 3.md")?.definition).toContain("longer than before");
  const told = (await asked(host)).told.filter(({ path }) => path === "concepts/Note 3.md");
  expect(told.at(-1)).toEqual((await stamps(host)).find(({ path }) => path === "concepts/Note 3.md"));
  await host.close();
});

test("what changes is kept when it has rested, and at once when the window is hidden", async () => {
  const host = await openVault({ vault: notes });
  await lookInside(host);
  await host.reloadPlugin();
  await indexed(host);
  await expect.poll(() => host.page.evaluate(() => window.asked.some(({ method }) => method === "keep"))).toBe(true);
  await asked(host);
  await host.modify("concepts/Note 5.md", conceptNote("Five", []));
  await indexed(host);
  expect((await asked(host)).methods).not.toContain("keep");
  await host.page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { configurable: true, value: "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await expect.poll(async () => (await asked(host)).methods).toContain("keep");
  await host.modify("concepts/Note 6.md", conceptNote("Six", []));
  await expect.poll(async () => (await asked(host)).methods, { timeout: 20_000 }).toContain("keep");
  await host.close();
});

test("no worker starts before the layout is ready, and what is asked before waits", async () => {
  const host = await openVault({ vault: notes, open: "Note 1" });
  const started = await host.page.evaluate(async () => {
    const { options, plugins, app } = window.host;
    await plugins.unload("distinguo");
    const workers: unknown[] = [];
    window.Worker = class extends Worker {
      constructor(url: string | URL) {
        super(url);
        workers.push(url);
      }
    };
    app.workspace.layoutReady = false;
    if (options.plugin === null) return [];
    const plugin = await plugins.load(options.plugin);
    const { engine } = plugin as unknown as { engine: { about(): Promise<unknown> } };
    let answered = 0;
    void engine.about().then(() => answered++);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const before = [workers.length, answered];
    app.workspace.becomeReady();
    await engine.about();
    return [...before, workers.length, answered];
  });
  expect(started).toEqual([0, 0, 1, 1]);
  await host.close();
});

/** Starts the plugin, and waits until what it has read of the notes is kept, all of it: they are old enough to be trusted. */
async function kept(host: HostPage): Promise<{ name: string; says: Indexed }> {
  await lookInside(host);
  await host.page.waitForTimeout(2500);
  await host.reloadPlugin();
  const says = await indexed(host);
  await host.page.evaluate(() => window.inside().engine.keep());
  const { names } = await asked(host);
  return { name: names.at(-1) ?? "", says };
}

/** Starts the plugin again, after something was done while it was off; what it reads of the notes, in order, and what the index says then. */
async function again(host: HostPage, meanwhile: () => Promise<void> = () => Promise.resolve()): Promise<{ read: string[]; says: Indexed }> {
  await host.unloadPlugin();
  await meanwhile();
  await asked(host);
  await host.page.evaluate(async () => {
    const { options, plugins } = window.host;
    if (options.plugin !== null) await plugins.load(options.plugin);
  });
  const says = await indexed(host);
  return { read: (await asked(host)).told.map(({ path }) => path).sort(), says };
}

test("a second start reads nothing where nothing has changed, and else what has changed and come, and knows what has gone", async () => {
  const host = await openVault({ vault: notes });
  const { says } = await kept(host);
  expect(says.graph.concepts).toHaveLength(60);
  expect(await again(host)).toEqual({ read: [], says });
  const changed = await again(host, async () => {
    await host.modify("concepts/Note 5.md", conceptNote("Thing of another name", ["Note 9", "New"]));
    await host.page.evaluate(async (text) => {
      const { vault, fileManager } = window.host.app;
      await vault.create("concepts/New.md", text);
      const gone = vault.getFileByPath("concepts/Note 6.md");
      if (gone) await fileManager.trashFile(gone);
    }, conceptNote("New", ["Note 5"]));
  });
  expect(changed.read).toEqual(["concepts/New.md", "concepts/Note 5.md"]);
  expect(changed.says).not.toEqual(says);
  expect(changed.says).toEqual(await rebuilt(host));
  await host.close();
});

/** Damages what is kept: takes something from the end of a text, or all; or changes the readings as their check sum doesn't show. */
const damage = (host: HostPage, name: string, what: string): Promise<void> => host.page.evaluate(async ([database, part]) => {
  const done = <Value>(request: IDBRequest<Value>): Promise<Value> => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error("the test's own request fails"));
  });
  const opened = await done(indexedDB.open(database));
  const shards = opened.transaction("shards", "readwrite").objectStore("shards");
  const keys = await done(shards.getAllKeys());
  const all = (await done(shards.getAll())) as Record<string, string>[];
  if (part === "everything") await done(shards.clear());
  else if (part === "unseen") {
    for (const [at, shard] of all.entries()) await done(shards.put({ ...shard, readings: (shard.readings ?? "").replace(/\]/g, (bracket, place: number) => (place % 16 === 0 ? bracket : " ")) }, keys[at]));
  } else {
    const longest = Math.max(...all.map((shard) => (shard[part] ?? "").length));
    const number = all.findIndex((shard) => shard[part]?.length === longest);
    await done(shards.put({ ...all[number], [part]: all[number]?.[part]?.slice(0, -9) }, keys[number]));
  }
  opened.close();
}, [name, what] as const);

test.each(["front", "readings", "everything"])("where the snapshot is damaged, of which the %s, the next start reads the vault without a word", async (what) => {
  const host = await openVault({ vault: notes });
  const { name, says } = await kept(host);
  const notices = await host.notices.count();
  const { read, says: after } = await again(host, () => damage(host, name, what));
  expect(read).toEqual(Object.keys(notes).sort());
  expect(after).toEqual(says);
  expect(await host.notices.count()).toBe(notices);
  await host.close();
});

test("where the snapshot turns out to be damaged later, the vault is read then without a word, and kept", async () => {
  const host = await openVault({ vault: notes });
  const { name, says } = await kept(host);
  const notices = await host.notices.count();
  // It is asked for what is damaged, and answers.
  expect((await again(host, () => damage(host, name, "unseen"))).says).not.toEqual(says);
  await expect.poll(() => indexed(host)).toEqual(says);
  expect(await host.notices.count()).toBe(notices);
  await host.page.evaluate(() => window.inside().engine.keep());
  expect(await again(host)).toEqual({ read: [], says });
  await host.close();
});
