import { expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { openVault } from "./vault";

const concept = (title: string, properties: string, related: string[]) =>
  `---\ntitle: ${title}\n${properties}---\n\n*${title} is a thing by the sea.*\n\n## Related concepts\n\n${related.map((link) => `- ${link}: they meet.\n`).join("")}`;

const vault = {
  "Quiet.md": "Nothing here.\n",
  "concepts/tide.md": concept("Tide", "aliases: [ebb]\ntags: [water]\n", ["[[moon]]", "[Mill](tidal mill.md)", "Wheel"]),
  "concepts/moon.md": concept("Moon", "related: '[[tide]]'\n", ["[[ebb]]"]),
  "concepts/tidal mill.md": concept("Mill", "", ["[[tide|the ebb]]"]),
  "concepts/wheel.md": "---\ntitle: [broken\n---\n\n*A wheel.* See [[tide]].\n",
  "diary.md": "---\ntags: [water]\n---\nAt the [[concepts/tide#Ebb|tide]].\n",
};

/** Counts how often the plugin parses YAML, from now on. */
const countYaml = (host: HostPage) => host.page.evaluate(() => {
  const { module } = window.host;
  const { parseYaml } = module;
  Object.assign(window, { parsed: [] as string[] });
  module.parseYaml = (yaml) => {
    (window as Window & { parsed?: string[] }).parsed?.push(yaml);
    return parseYaml(yaml);
  };
});
const parsed = (host: HostPage) => host.page.evaluate(() => (window as Window & { parsed?: string[] }).parsed);

const rows = (host: HostPage) => host.rightSidebar.locator(".distinguo-concepts .distinguo-relation-label").allInnerTexts();

test("the index is filled from Obsidian's cache: no YAML is parsed but what the cache could not, and the view shows it all", async () => {
  const host = await openVault({ vault, open: "Quiet" });
  await countYaml(host);
  await host.reloadPlugin();
  await host.command("distinguo:open-concepts");
  await host.openNote("concepts/tide.md");
  const view = host.rightSidebar.locator(".distinguo-concepts");
  await expect.poll(() => view.locator(".distinguo-concept-label").innerText()).toBe("Tide");
  expect(await view.locator(".distinguo-alt-labels").innerText()).toContain("ebb");
  await expect.poll(() => rows(host)).toEqual(expect.arrayContaining(["Moon", "Mill", "wheel"]));
  expect((await rows(host)).length).toBeGreaterThan(5);
  // The note in the editor is linted as it stands there, which no cache knows.
  const [, open] = vault["concepts/tide.md"].split("---\n");
  expect(new Set(await parsed(host))).toEqual(new Set([open, "title: [broken\n"]));

  await countYaml(host);
  await host.modify("concepts/moon.md", concept("Full Moon", "related: '[[tide]]'\naliases: [satellite]\n", ["[[wheel]]"]));
  await expect.poll(() => rows(host)).toContain("Full Moon");
  expect(await parsed(host)).toEqual([]);
  await host.close();
});

/** Lets Obsidian come to no note from now on: its cache stays as it is, and nothing is said of it. */
const stopCache = (host: HostPage) => host.page.evaluate(() => {
  const { metadataCache, vault } = window.host.app;
  const kept = new Map(vault.getMarkdownFiles().map((file) => [file.path, metadataCache.getFileCache(file)]));
  metadataCache.getFileCache = ({ path }) => kept.get(path) ?? null;
  const tell = metadataCache.trigger.bind(metadataCache);
  metadataCache.trigger = (name, ...data) => {
    if (name !== "changed") tell(name, ...data);
  };
});

const claims = (exception: string) => `---\ndistinguo-exceptions: [${exception}]\n---\nThe network is distributed, so nobody owns it.\n`;

test("a note that has changed is judged by its own properties, though Obsidian has not come to it", async () => {
  const host = await openVault({ vault: { ...vault, "claims.md": claims("is distributed") }, open: "Quiet" });
  const lint = () => host.cli("distinguo:lint", { path: "claims.md" });
  expect(await lint()).toContain("No diagnostics");
  await stopCache(host);
  await host.modify("claims.md", claims("is centralized"));
  expect(await lint()).toContain("claims.md:4");
  await host.close();
});

test("a note that has changed while the app was off is indexed as it is, though Obsidian has not come to it", async () => {
  const host = await openVault({ vault, open: "Quiet" });
  await stopCache(host);
  await host.unloadPlugin();
  await host.modify("concepts/moon.md", concept("Full Moon", "related: '[[tide]]'\naliases: [satellite]\n", ["[[ebb]]", "[[wheel]]"]));
  await host.page.evaluate(async () => {
    const { options, plugins } = window.host;
    if (options.plugin !== null) await plugins.load(options.plugin);
  });
  await host.openNote("concepts/moon.md");
  await host.command("distinguo:open-concepts");
  await expect.poll(() => host.rightSidebar.locator(".distinguo-concept-label").innerText()).toBe("Full Moon");
  expect(await host.rightSidebar.locator(".distinguo-alt-labels").innerText()).toContain("satellite");
  expect(await rows(host)).toContain("wheel");
  await host.close();
});

test("a folder that moves takes its concepts along", async () => {
  const host = await openVault({ vault, open: "concepts/moon" });
  await host.command("distinguo:open-concepts");
  await expect.poll(() => rows(host)).toContain("Tide");
  await host.page.evaluate(async () => {
    const { vault: files } = window.host.app;
    const folder = files.getFolderByPath("concepts");
    if (folder) await files.rename(folder, "sea/concepts");
  });
  await host.openNote("sea/concepts/tidal mill.md");
  await expect.poll(() => host.rightSidebar.locator(".distinguo-concept-label").innerText()).toBe("Mill");
  await expect.poll(() => rows(host)).toContain("Tide");
  await host.close();
});
