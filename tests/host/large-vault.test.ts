import { afterEach, expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { openHost } from "../browser/open-host";
import { parseNote } from "./parse-note";

let host: HostPage;
afterEach(async () => { await host.close(); });

const headings = (path: string): Promise<string[]> => host.page.evaluate((at) => (window.host.app.metadataCache.getCache(at)?.headings ?? []).map(({ heading }) => heading), path);

test("what was parsed beforehand is taken, by text, and what is new is parsed in the page", async () => {
  const text = "# Mill\n\nAs [[Weir]] tells.\n";
  // Not what the parser would find, so that one sees whence it comes.
  const parsed = new Map([[text, parseNote(text.replace("Mill", "Sawmill"))]]);
  host = await openHost({ vault: { "a/Mill.md": text, "b/Mill.md": text, "Weir.md": "# Weir\n" }, plugin: null, parsed });
  expect([await headings("a/Mill.md"), await headings("b/Mill.md"), await headings("Weir.md")]).toEqual([["Sawmill"], ["Sawmill"], ["Weir"]]);
  expect(await host.page.evaluate(() => window.host.app.metadataCache.resolvedLinks["b/Mill.md"])).toEqual({ "Weir.md": 1 });
  await host.modify("a/Mill.md", "# Windmill\n");
  await host.flush();
  expect(await headings("a/Mill.md")).toEqual(["Windmill"]);
});

test("a start that is held goes on when it is told to, and finds the files as they were when it is loaded again", async () => {
  const main = `module.exports = class extends require("obsidian").Plugin { onload() { window.loadedAt = this.app.workspace.layoutReady; } };`;
  const manifest = JSON.stringify({ id: "mill", name: "Mill", version: "1.0.0", minAppVersion: "1.0.0", author: "A", description: "B" });
  host = await openHost({ vault: { "Weir.md": "# Weir\n\nÄ.\n" }, plugin: { main, manifest, styles: "" }, held: true });
  const stat = (): Promise<unknown> => host.page.evaluate(() => ({ ...window.host.app.vault.getFileByPath("Weir.md")?.stat }));
  const loaded = (): Promise<string[]> => host.page.evaluate(() => window.host.plugins.ids());
  expect([await loaded(), await headings("Weir.md")]).toEqual([[], ["Weir"]]);
  await host.page.evaluate(async () => {
    window.host.go?.();
    await window.hostReady;
  });
  expect(await loaded()).toEqual(["mill"]);
  expect(await host.page.evaluate(() => Reflect.get(window, "loadedAt") as unknown)).toBe(false);
  const before = await stat();
  expect(before).toMatchObject({ size: 12 });
  await host.page.reload();
  await host.page.waitForFunction(() => "host" in window && window.host.go !== null);
  expect(await stat()).toEqual(before);
});

test("a vault of thousands of notes is there in seconds, its folders closed, and a folder of a thousand is moved", async () => {
  const text = "# Mill\n";
  const vault = Object.fromEntries(Array.from({ length: 3000 }, (_, number) => [`${String(number % 3)}/Mill ${String(number)}.md`, text]));
  host = await openHost({ vault, plugin: null, parsed: new Map([[text, parseNote(text)]]) });
  const rows = host.page.getByRole("treeitem");
  await expect.poll(() => rows.count()).toBe(3);
  await rows.first().click();
  await expect.poll(() => rows.count()).toBe(1003);
  await host.page.evaluate(async () => {
    const { vault: files } = window.host.app;
    const folder = files.getFolderByPath("1");
    if (folder !== null) await files.rename(folder, "moved");
    await window.host.app.metadataCache.settled();
  });
  expect(await headings("moved/Mill 1.md")).toEqual(["Mill"]);
  expect(await headings("1/Mill 1.md")).toEqual([]);
});
