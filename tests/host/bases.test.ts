import { afterAll, beforeAll, expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { openHost } from "../browser/open-host";
import { tinyPlugin } from "./tiny-plugin";

const main = `
const obsidian = require("obsidian");
class Rows extends obsidian.BasesView {
  type = "tiny-rows";
  constructor(controller, el) {
    super(controller);
    this.el = el;
    try { this.config; } catch (error) { el.dataset.early = error.message; }
  }
  onunload() { document.body.dataset.unloaded = "yes"; }
  onDataUpdated() {
    this.el.empty();
    this.el.dataset.size = String(this.config.get("size"));
    for (const group of this.data.groupedData)
      for (const entry of group.entries) this.el.createDiv({ cls: "row", text: [group.hasKey() ? group.key : "-", entry.file.basename, entry.getValue("note.rank"), entry.getValue("file.tags")].join("|") });
  }
}
module.exports = class extends obsidian.Plugin {
  onload() {
    const options = () => [{ type: "slider", key: "size", displayName: "Size", min: 1, max: 9, default: 3 }, { type: "text", key: "hidden", displayName: "Hidden", shouldHide: () => true }];
    document.body.dataset.bases = String(this.registerBasesView("tiny-rows", { name: "Rows", icon: "list", factory: (controller, el) => new Rows(controller, el), options }));
    this.registerCliHandler("tiny:echo", "Says it again.", { text: { value: "<text>", description: "What to say", required: true } }, (params) => JSON.stringify(params));
    this.registerMarkdownCodeBlockProcessor("tiny", (source, el) => { el.createDiv({ cls: "tiny-block", text: source.toUpperCase() }); });
  }
};`;

const vault = {
  "things/Well.md": "---\nrank: 2\ntype: place\n---\nDeep. #water\n",
  "things/Barn.md": "---\nrank: 10\ntype: place\n---\nBig.\n",
  "things/Song.md": "---\ntype: work\n---\nLoud. #water/sea\n",
  "Home.md": "# Home\n\n```base\nfilters: 'file.hasTag(\"water\")'\nviews:\n  - type: tiny-rows\n    name: All\n```\n\n```tiny\nquiet\n```\n\nEnd.\n",
  "Things.base": "filters:\n  and:\n    - file.inFolder(\"things\")\nviews:\n  - type: tiny-rows\n    name: Places\n    filters: type == \"place\"\n    sort:\n      - property: note.rank\n        direction: ASC\n    size: 5\n  - type: tiny-rows\n    name: By type\n    groupBy:\n      property: note.type\n      direction: ASC\n  - type: unheard-of\n    name: None\n",
};
let host: HostPage;
beforeAll(async () => { host = await openHost({ vault, plugin: tinyPlugin(main) }); });
afterAll(async () => { await host.close(); });

const rows = (): Promise<string[]> => host.page.locator(".bases-view:visible .row").allTextContents();

test("a base file shows the view of a plugin, with what its filters let through, in order", async () => {
  await host.openNote("Things.base");
  await expect.poll(rows).toEqual(["-|Well|2|#water", "-|Barn|10|"]);
  expect(await host.page.locator(".bases-view").getAttribute("data-early")).toContain("before onDataUpdated");
  expect(await host.page.locator(".bases-count").textContent()).toBe("2 results");
});

test("what changes in the vault is passed on", async () => {
  await host.modify("things/Mill.md", "---\nrank: 7\ntype: place\n---\n");
  await expect.poll(rows).toEqual(["-|Well|2|#water", "-|Mill|7|", "-|Barn|10|"]);
  await host.page.evaluate(async () => {
    const file = window.host.app.vault.getFileByPath("things/Mill.md");
    if (file !== null) await window.host.app.fileManager.trashFile(file);
  });
  await expect.poll(rows).toEqual(["-|Well|2|#water", "-|Barn|10|"]);
});

test("options are shown, set, and kept in the file", async () => {
  expect(await host.page.locator(".bases-option").allTextContents()).toEqual(["Size"]);
  await host.page.getByRole("slider", { name: "Size" }).fill("7");
  await expect.poll(() => host.page.locator(".bases-view").getAttribute("data-size")).toBe("7");
  await expect.poll(() => host.file("Things.base")).toContain("size: 7");
});

test("another view groups, and an unknown one says so", async () => {
  await host.page.locator(".bases-views").selectOption("By type");
  await expect.poll(rows).toEqual(["place|Barn|10|", "place|Well|2|#water", "work|Song||#water/sea"]);
  await host.page.locator(".bases-views").selectOption("None");
  expect(await host.page.locator(".bases-view").textContent()).toBe("Unknown view type: unheard-of");
});

test("code blocks are rendered where one reads, and in live preview beside the cursor", async () => {
  await host.openNote("Home.md");
  await host.select(2);
  await expect.poll(() => host.editor.locator(".tiny-block").allTextContents()).toEqual(["QUIET"]);
  await expect.poll(rows).toEqual(["-|Song||#water/sea", "-|Well|2|#water"]);
  await host.select(vault["Home.md"].indexOf("quiet"));
  await expect.poll(() => host.editor.locator(".tiny-block").count()).toBe(0);
  await host.select(2);
  await host.editor.locator(".cm-preview-code-block").filter({ has: host.page.locator(".tiny-block") }).hover();
  await host.editor.getByLabel("Edit this block").last().click();
  await expect.poll(() => host.editor.locator(".tiny-block").count()).toBe(0);
  await host.mode("preview");
  await expect.poll(() => host.reading.locator(".tiny-block").allTextContents()).toEqual(["QUIET"]);
  await host.modify("things/Song.md", "Silent.\n");
  await expect.poll(() => host.reading.locator(".row").allTextContents()).toEqual(["-|Well|2|#water"]);
});

test("a command answers on the command line, and what it requires is required", async () => {
  expect(await host.cli("tiny:echo", { text: "hi", loud: "true" })).toBe('{"text":"hi","loud":"true"}');
  await expect(host.cli("tiny:echo")).rejects.toThrow("Missing required parameter: text");
});

test("binary files are kept as they are", async () => {
  const read = await host.page.evaluate(async () => {
    const { vault } = window.host.app;
    const file = await vault.createBinary("a/Picture.png", new Uint8Array([137, 80, 78, 71, 255, 0]).buffer);
    await vault.modifyBinary(file, new Uint8Array([255, 254, 0, 1]).buffer);
    return { size: file.stat.size, bytes: [...new Uint8Array(await vault.readBinary(file))] };
  });
  expect(read).toEqual({ size: 4, bytes: [255, 254, 0, 1] });
});

test("text that is dragged from elsewhere is dropped into the note, and undone at once", async () => {
  await host.mode("source");
  await host.page.evaluate(() => {
    const el = document.body.createDiv({ cls: "dragged", text: "Drag me", attr: { draggable: "true", style: "position: fixed; top: 0; left: 400px; z-index: 9" } });
    el.addEventListener("dragstart", (evt) => { evt.dataTransfer?.setData("text/plain", "[[Well]]"); });
  });
  const before = await host.text();
  await host.page.locator(".dragged").dragTo(host.editor.locator(".cm-line", { hasText: "End." }));
  await expect.poll(() => host.text()).toContain("[[Well]]");
  await host.undo();
  await expect.poll(() => host.text()).toBe(before);
});

test("items of plugins come into the menu of a file", async () => {
  const heard = await host.page.evaluate(() => {
    const { workspace, vault } = window.host.app;
    const seen: unknown[] = [];
    const ref = workspace.on("file-menu", (_menu: object, file: { path: string }, source: string) => { seen.push(file.path, source); });
    workspace.trigger("file-menu", new window.host.module.Menu(), vault.getFileByPath("Home.md"), "distinguo-map");
    workspace.offref(ref);
    return seen;
  });
  expect(heard).toEqual(["Home.md", "distinguo-map"]);
});

test("unloading the plugin takes its views, blocks and commands along", async () => {
  await host.openNote("Things.base", "tab");
  await expect.poll(rows).not.toEqual([]);
  await host.unloadPlugin("tiny");
  await expect.poll(() => host.page.locator(".bases-view:visible").textContent()).toContain("Unknown view type: tiny-rows");
  expect(await host.page.locator("body").getAttribute("data-unloaded")).toBe("yes");
  await expect(host.cli("tiny:echo", { text: "" })).rejects.toThrow("no command");
});

test("where the app has no bases, a plugin is told so", async () => {
  const without = await openHost({ vault: {}, plugin: tinyPlugin(main), bases: false });
  expect(await without.page.locator("body").getAttribute("data-bases")).toBe("false");
  await without.close();
});
