import { expect, test } from "vitest";
import { openHost } from "../browser/open-host";
import { tinyPlugin } from "./tiny-plugin";

const plugin = (onload: string): string => `
const obsidian = require("obsidian");
module.exports = class extends obsidian.Plugin { async onload() { ${onload} } };`;

const refused: readonly (readonly [string, string, RegExp])[] = [
  ["a Node module", `const fs = require("node:fs"); ${plugin("")}`, /require\("node:fs"\) is not allowed/],
  ["Electron", `require("electron"); ${plugin("")}`, /require\("electron"\) is not allowed/],
  ["an export that the host leaves out", plugin("await obsidian.requestUrl('https://example.org');"), /host: requestUrl is not implemented/],
  ["an export that Obsidian has not", plugin("obsidian.madeUp();"), /host: madeUp is not implemented/],
  ["a private member of the app", plugin("this.app.plugins.enabledPlugins;"), /host: App\.plugins is not implemented/],
  ["a private member of the metadata cache", plugin("this.app.metadataCache.getBacklinksForFile(null);"), /host: MetadataCache\.getBacklinksForFile is not implemented/],
  ["a member of Plugin that the host leaves out", plugin("this.registerExtensions([], '');"), /host: Plugin\.registerExtensions is not implemented/],
  ["an unknown icon", plugin("this.addRibbonIcon('no-such-icon', 'x', () => {});"), /host: no icon "no-such-icon"/],
  ["a main.js without a plugin", "module.exports = {};", /does not export a subclass of Plugin/],
];

for (const [what, main, message] of refused) {
  test(`${what} is refused`, async () => {
    await expect(openHost({ vault: {}, plugin: tinyPlugin(main) })).rejects.toThrow(message);
  });
}

test("a name is refused after esbuild's copying of the module, too", async () => {
  const copied = `
    const copy = (mod) => { const target = Object.create(Object.getPrototypeOf(mod)); for (const key of Object.getOwnPropertyNames(mod)) Object.defineProperty(target, key, { get: () => mod[key], enumerable: true }); return target; };
    const obsidian = copy(require("obsidian"));
    module.exports = class extends obsidian.Plugin { onload() { obsidian.madeUp; } };`;
  await expect(openHost({ vault: {}, plugin: tinyPlugin(copied) })).rejects.toThrow(/host: madeUp is not implemented/);
});

test("an error in the page fails the test at its end, unless it was expected", async () => {
  const late = plugin("window.setTimeout(() => { throw new Error('late trouble'); });");
  const host = await openHost({ vault: {}, plugin: tinyPlugin(late) });
  await expect.poll(() => host.problems().length).toBe(1);
  await expect(host.close()).rejects.toThrow(/late trouble/);
  const expected = await openHost({ vault: {}, plugin: tinyPlugin(late), expectErrors: /late trouble/ });
  await expected.close();
});

test("eval is refused", async () => {
  const host = await openHost({ vault: {}, plugin: tinyPlugin(plugin("try { (0, eval)('1'); } catch { document.body.dataset.eval = 'refused'; }")), expectErrors: /eval/ });
  expect(await host.page.locator("body").getAttribute("data-eval")).toBe("refused");
  await host.close();
});

test("the network is out of reach", async () => {
  const host = await openHost({ vault: {}, plugin: tinyPlugin(plugin("await fetch('https://example.org').catch(() => { document.body.dataset.net = 'refused'; });")), expectErrors: /example\.org/ });
  expect(await host.page.locator("body").getAttribute("data-net")).toBe("refused");
  await host.close();
});

test("a plugin that wants a newer Obsidian is refused", async () => {
  const files = tinyPlugin(plugin(""));
  await expect(openHost({ vault: {}, plugin: { ...files, manifest: files.manifest.replace("1.13.0", "1.14.0") } })).rejects.toThrow(/wants Obsidian 1\.14\.0/);
});

test("main.js that cannot be parsed is refused", async () => {
  await expect(openHost({ vault: {}, plugin: tinyPlugin("module.exports = class {") })).rejects.toThrow(/main\.js cannot be parsed/);
});
