import { afterEach, expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { openHost } from "../browser/open-host";
import { tinyPlugin } from "./tiny-plugin";

/** Marks what it renders with where that comes from. */
const provenance = tinyPlugin(`
const { Plugin, MarkdownRenderer } = require("obsidian");
module.exports = class extends Plugin {
  onload() {
    this.registerMarkdownPostProcessor((el, ctx) => {
      const info = ctx.getSectionInfo(el);
      el.dataset.from = ctx.sourcePath + (info ? " " + info.lineStart + "-" + info.lineEnd : "");
      ctx.addChild(new (class extends require("obsidian").MarkdownRenderChild {
        onload() { window.alive = (window.alive || 0) + 1; }
        onunload() { window.alive -= 1; }
      })(el));
    });
  }
};`);

const vault = {
  "Outer.md": "# Outer\n\n![[Inner]]\n\nSee ![[Inner#Second|part]] here.\n\n![[Inner#^line]]\n\n> [!tip] Top\n> Body\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nLast[^1].\n\n[^1]: Below it.\n",
  "Inner.md": "First part.\n\n## Second\n\nSecond part.\n\nA block. ^line\n\n## Third\n\n![[Deep]]\n",
  "Deep.md": "Deep, and again: ![[Deep]]\n",
  "Board.canvas": JSON.stringify({ nodes: [{ id: "1", type: "file", file: "Deep.md", x: 10, y: 10, width: 300, height: 200 }, { id: "2", type: "text", text: "Only here.", x: 330, y: 10, width: 200, height: 100 }], edges: [] }),
};

let host: HostPage;
afterEach(async () => { await host.close(); });
const from = (css: string): Promise<(string | null)[]> => host.page.locator(css).evaluateAll((all) => all.map((el) => el.getAttribute("data-from")));

test("reading view shows embeds of notes, headings and blocks, each processed as what it is", async () => {
  host = await openHost({ vault, plugin: provenance, open: "Outer" });
  await host.mode("preview");
  const embeds = host.reading.locator(".internal-embed");
  await expect.poll(() => host.reading.locator(".markdown-preview-sizer > [data-from] > p > .internal-embed > .markdown-embed-content").allInnerTexts()).toEqual([
    expect.stringMatching(/^First part[^]*Second part[^]*Deep, and again/), expect.stringMatching(/^Second\s+Second part.\s+A block/), expect.stringMatching(/^A block/),
  ]);
  expect(new Set(await from(".internal-embed [data-from]"))).toEqual(new Set(["Inner.md", "Deep.md"]));
  expect(await from(".markdown-preview-sizer > [data-from]")).toEqual(["Outer.md 0-0", "Outer.md 2-2", "Outer.md 4-4", "Outer.md 6-6", "Outer.md 8-9", "Outer.md 11-13", "Outer.md 15-15", "Outer.md"]);
  expect(await host.reading.locator(".footnotes li").innerText()).toContain("Below it.");
  // A note that embeds itself ends somewhere.
  expect(await embeds.count()).toBeLessThan(20);
  await host.modify("Inner.md", "Changed.\n");
  await expect.poll(() => embeds.first().innerText()).toContain("Changed.");
  const alive = () => host.page.evaluate(() => Number(Reflect.get(window, "alive")));
  await host.mode("source");
  await host.openNote("Deep.md");
  await host.mode("preview");
  await expect.poll(() => host.reading.locator(".internal-embed").count()).toBeGreaterThan(3);
  await expect.poll(alive).toBe(await host.page.locator("[data-from]").count());
});

test("live preview shows callouts, tables and embeds where the cursor is not; a click into a callout shows its source", async () => {
  for (const alwaysSectionInfo of [false, true]) {
    if (alwaysSectionInfo) await host.close();
    host = await openHost({ vault, plugin: provenance, open: "Outer", alwaysSectionInfo });
    const blocks = host.editor.locator(".cm-embed-block");
    await expect.poll(() => blocks.evaluateAll((all) => all.map((el) => [...el.classList].at(-1)))).toEqual(["cm-embed", "cm-embed", "cm-callout", "cm-table-widget"]);
    await expect.poll(() => from(".cm-callout > [data-from], .cm-table-widget > [data-from]")).toEqual(alwaysSectionInfo ? ["Outer.md 8-9", "Outer.md 11-13"] : ["Outer.md", "Outer.md"]);
    await expect.poll(() => from(".cm-embed .markdown-embed-content [data-from]").then((all) => all[0])).toBe(alwaysSectionInfo ? "Inner.md 0-0" : "Inner.md");
    await host.editor.locator(".callout-content").click();
    await expect.poll(() => host.editor.locator(".cm-callout").count()).toBe(0);
    expect(await host.editor.locator(".cm-line").allInnerTexts()).toContain("> [!tip] Top");
    const before = await host.text();
    await host.select(0);
    await host.type("x");
    expect(await host.text()).toBe(`x${before}`);
    await expect.poll(() => blocks.count()).toBe(4);
    await host.page.evaluate(() => window.host.app.activeNote()?.setState({ source: true }, { history: false }));
    await expect.poll(() => blocks.count()).toBe(0);
  }
});

test("a pop-out window is a window of its own: elements, styles, the active one, keys, and its end", async () => {
  host = await openHost({ vault, plugin: tinyPlugin(), open: "Deep" });
  await host.page.evaluate(() => {
    for (const name of ["window-open", "window-close"]) window.host.app.workspace.on(name, () => { window.name += `${name} `; });
  });
  const popup = await host.popOut();
  const content = popup.locator(".cm-content");
  await content.click();
  await popup.keyboard.type("Typed. ");
  expect(await host.text()).toContain("Typed. ");
  expect(await host.page.evaluate(() => {
    const { host: { app }, activeDocument: active } = window;
    const { cm, contentEl } = app.activeNote() ?? {};
    const el = active.body.createDiv("made");
    return [active === document, cm?.root === active, contentEl?.win === active.defaultView, Object.getPrototypeOf(el) === HTMLDivElement.prototype, el.instanceOf(HTMLElement), el.doc === active];
  })).toEqual([false, true, true, false, true, true]);
  expect(await popup.evaluate(() => [document.adoptedStyleSheets.length, getComputedStyle(document.body).margin, document.body.classList.contains("theme-light")])).toEqual([1, "0px", true]);
  await host.theme("dark");
  expect(await popup.evaluate(() => document.body.classList.contains("theme-dark"))).toBe(true);
  expect(await host.page.locator(".cm-content").count()).toBe(0);
  const two = await host.popOut("Inner.md");
  await two.locator(".cm-content").waitFor();
  expect(await host.activePath()).toBe("Inner.md");
  await Promise.all([two.waitForEvent("close"), two.evaluate(() => { window.close(); })]);
  await expect.poll(() => host.page.evaluate(() => window.host.app.workspace.windows.length)).toBe(1);
  await Promise.all([popup.waitForEvent("close"), host.page.evaluate(() => { window.host.app.workspace.getMostRecentLeaf()?.detach(); })]);
  await expect.poll(() => host.page.evaluate(() => window.name)).toBe("window-open window-open window-close window-close ");
  expect(await host.page.evaluate(() => [window.activeDocument === document, window.host.app.workspace.windows.length])).toEqual([true, 0]);
});

test("cards of a canvas show notes, and edit them when double-clicked", async () => {
  host = await openHost({ vault, plugin: provenance, open: "Board.canvas" });
  const cards = host.page.locator(".canvas-node");
  await expect.poll(() => from(".canvas-node-content > .markdown-embed-content > .markdown-preview-view > [data-from]")).toEqual(["Deep.md", "Board.canvas"]);
  await cards.first().dblclick();
  await cards.first().locator(".cm-content").waitFor();
  await host.type("Written. ");
  expect(await host.page.evaluate(() => window.host.app.workspace.activeEditor?.file?.path)).toBe("Deep.md");
  await host.press("Escape");
  await expect.poll(() => host.file("Deep.md")).toContain("Written. ");
  await expect.poll(() => cards.first().innerText()).toContain("Written. ");
  expect(await host.page.evaluate(() => window.host.app.workspace.activeEditor)).toBe(null);
});
