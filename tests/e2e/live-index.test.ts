import { expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { conceptNote, disturb, indexed, lookInside, rebuilt, slowDisk } from "./live";
import { openVault } from "./vault";

/** Notes are concepts by their folder or by a tag. */
const config = { "distinguo.yaml": "concepts:\n  tags: [sea]\n" };

const shore = { ...config, ...Object.fromEntries(["Anchor", "Buoy", "Cove", "Dune", "Eddy", "Fjord", "Gale", "Haven", "Inlet", "Jetty", "Kelp", "Lagoon"].flatMap((name, at) =>
  ["", "concepts/", "deep/", "deep/blue/"].map((folder, depth) => [`${folder}${name}${depth > 1 ? ` ${depth}` : ""}.md`, conceptNote(name, [at % 2 === 0 ? "Cove" : "Gale", "Lagoon 3", "Missing"])]))) };

/** The index that has followed some acts, and one that is made of what they leave. */
async function followed(host: HostPage, seed: number, acts: number): Promise<void> {
  const done = await disturb(host, seed, acts);
  expect(Object.keys(done).length, JSON.stringify(done)).toBeGreaterThan(10);
  const now = await indexed(host);
  expect(now.graph.concepts.length).toBeGreaterThan(10);
  expect(now).toEqual(await rebuilt(host));
}

test.each([1, 2])("whatever happens to the vault, during the first filling and after, the index equals a rebuild (seed %i)", async (seed) => {
  const host = await openVault({ vault: shore });
  await lookInside(host);
  await slowDisk(host);
  await host.page.evaluate(async () => {
    const { options, plugins } = window.host;
    await plugins.unload("distinguo");
    if (options.plugin !== null) void plugins.load(options.plugin);
  });
  await followed(host, seed, 300);
  await followed(host, seed + 100, 100);
  await host.close();
});

test("where the engine runs in place, it is told in small parts, and the index equals a rebuild too", async () => {
  const host = await openVault({ vault: shore });
  await lookInside(host);
  await slowDisk(host);
  const said: string[] = [];
  host.page.on("console", (message) => said.push(message.text()));
  await host.page.evaluate(() => {
    window.Worker = class extends Worker {
      constructor(url: string | URL) {
        super(url);
        this.terminate();
        throw new Error("workers are refused here");
      }
    };
  });
  await host.reloadPlugin();
  await followed(host, 3, 200);
  const parts = await host.page.evaluate(() => window.asked.filter(({ method }) => method === "upsert").map(({ notes }) => notes));
  expect(Math.max(...parts)).toBeLessThanOrEqual(8);
  expect(said.filter((line) => line.includes("the engine runs in place")).length).toBeGreaterThan(0);
  await host.close();
});

/** So many notes, each tied to some of a few. */
function many(count: number, round: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`work/part ${at % 10}/Note ${at}.md`, conceptNote(`Thing ${at}`, [`Note ${at % 50}`, `Note ${(at + round) % 40}`])]));
}

test("a folder of 1,000 notes that moves, and a checkout that changes 3,000 notes, are told in batches, each note once or twice", { timeout: 300_000 }, async () => {
  const host = await openVault({ vault: { ...config, ...many(3000, 1) } });
  await lookInside(host);
  await host.page.waitForFunction(() => window.inside().feed.progress === undefined, undefined, { timeout: 60_000 });
  const asked = () => host.page.evaluate(() => {
    const all = window.asked.splice(0);
    const upserts = all.filter(({ method }) => method === "upsert").map(({ notes }) => notes);
    return { moves: all.filter(({ method }) => ["rename", "remove"].includes(method)).length, upserts: upserts.length, largest: Math.max(0, ...upserts), notes: upserts.reduce((sum, notes) => sum + notes, 0) };
  });
  await asked();

  await host.page.evaluate(async () => {
    const { vault } = window.host.app;
    await vault.createFolder("moved");
    for (const part of [0, 1, 2]) {
      const folder = vault.getFolderByPath(`work/part ${part}`);
      if (folder) await vault.rename(folder, `moved/part ${part}`);
    }
    const rest = vault.getFolderByPath("moved");
    if (rest) await vault.rename(rest, "shelf");
  });
  const moved = await indexed(host);
  const forMove = await asked();
  expect(forMove.moves).toBeLessThanOrEqual(5);
  expect(forMove.notes).toBe(0);

  await host.page.evaluate(async (texts) => {
    const { vault } = window.host.app;
    for (const file of vault.getMarkdownFiles()) {
      const text = texts[`work/part ${Number(file.basename.slice(5)) % 10}/${file.name}`];
      if (text !== undefined) await vault.modify(file, text);
    }
  }, many(3000, 7));
  const changed = await indexed(host);
  expect(changed).not.toEqual(moved);
  const forCheckout = await asked();
  expect(forCheckout.notes).toBeGreaterThanOrEqual(3000);
  expect(forCheckout.notes).toBeLessThanOrEqual(6000);
  expect(forCheckout.largest).toBeLessThanOrEqual(50);

  await host.page.evaluate(async () => {
    const { vault, fileManager } = window.host.app;
    const folder = vault.getFolderByPath("shelf/part 0");
    if (folder) await fileManager.trashFile(folder);
  });
  const left = await indexed(host);
  expect(left).toEqual(await rebuilt(host));
  await host.close();
});
