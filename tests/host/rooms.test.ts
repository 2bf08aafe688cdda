import { afterAll, beforeAll, expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { openHost } from "../browser/open-host";

const vault = {
  "Home.md": "---\ntags: [start, two]\naliases: Door, Gate\nup: \"[[Commons]]\"\n---\n# Home\n\nSee [[Commons|them]], ![[Picture.png]], [water](things/Water%20well.md#depth), [[Nowhere]] and `[[not a link]]`.\n\n- [x] done #inline\n  - nested ^block1\n\n%% [[hidden]] %%\n\n## Second `part`\n",
  "things/Water well.md": "# Depth\n",
  "things/Commons.md": "near\n",
  "far/away/Commons.md": "far\n",
  "far/Note.md": "[[Commons]] and [[things/Commons]] and [[../Home]]\n",
};
let host: HostPage;
beforeAll(async () => { host = await openHost({ vault, plugin: null, open: "Home" }); });
afterAll(async () => { await host.close(); });

test("the metadata cache reads what a note holds, with positions", async () => {
  const cache = await host.page.evaluate(() => window.host.app.metadataCache.getCache("Home.md"));
  expect(cache?.frontmatter).toEqual({ tags: ["start", "two"], aliases: "Door, Gate", up: "[[Commons]]" });
  expect(cache?.frontmatterLinks).toEqual([{ key: "up", link: "Commons", original: "[[Commons]]", displayText: "Commons" }]);
  expect(cache?.links?.map(({ link, displayText }) => [link, displayText])).toEqual([["Commons", "them"], ["things/Water well.md#depth", "water"], ["Nowhere", "Nowhere"]]);
  expect(cache?.embeds?.map(({ link }) => link)).toEqual(["Picture.png"]);
  expect(cache?.tags?.map(({ tag }) => tag)).toEqual(["#inline"]);
  expect(cache?.headings?.map(({ heading, level }) => [heading, level])).toEqual([["Home", 1], ["Second part", 2]]);
  expect(cache?.sections?.map(({ type }) => type)).toEqual(["yaml", "heading", "paragraph", "list", "paragraph", "heading"]);
  expect(cache?.listItems?.map(({ task, parent, position }) => [task, parent, position.start.line])).toEqual([["x", -9, 9], [undefined, 9, 10]]);
  const { start, end } = cache?.links?.[0]?.position ?? { start: { offset: 0 }, end: { offset: 0 } };
  expect(vault["Home.md"].slice(start.offset, end.offset)).toBe("[[Commons|them]]");
});

test("links go to the nearest file, and to none where there is none", async () => {
  const to = (link: string, from: string) => host.page.evaluate(([a, b]) => window.host.app.metadataCache.getFirstLinkpathDest(a, b)?.path ?? null, [link, from] as const);
  expect(await to("Commons", "Home.md")).toBe("things/Commons.md");
  expect(await to("Commons", "far/away/Other.md")).toBe("far/away/Commons.md");
  expect(await to("away/commons", "Home.md")).toBe("far/away/Commons.md");
  expect(await to("../Home", "far/Note.md")).toBe("Home.md");
  expect(await to("Water well", "Home.md")).toBe("things/Water well.md");
  expect(await to("Nowhere", "Home.md")).toBeNull();
  expect(await host.page.evaluate(() => window.host.app.metadataCache.unresolvedLinks["Home.md"])).toEqual({ Nowhere: 1, "Picture.png": 1 });
});

test("a folder is renamed with all that is in it, and links follow a renamed note", async () => {
  const result = await host.page.evaluate(async () => {
    const { vault: files, metadataCache, fileManager } = window.host.app;
    const seen: string[] = [];
    const ref = files.on("rename", (file: { path: string }, old: string) => { seen.push(`${old} > ${file.path}`); });
    const folder = files.getFolderByPath("far");
    if (folder !== null) await files.rename(folder, "near/by");
    files.offref(ref);
    await metadataCache.settled();
    const note = files.getFileByPath("things/Water well.md");
    if (note !== null) await fileManager.renameFile(note, "things/Well.md");
    await metadataCache.settled();
    return { seen, there: files.getFileByPath("near/by/away/Commons.md")?.parent?.path, gone: files.getAbstractFileByPath("far") };
  });
  expect(result).toEqual({ seen: ["far > near/by", "far/away > near/by/away", "far/away/Commons.md > near/by/away/Commons.md", "far/Note.md > near/by/Note.md"], there: "near/by/away", gone: null });
});

test("events of the metadata cache come after the write, in order", async () => {
  const seen = await host.page.evaluate(async () => {
    const { vault: files, metadataCache } = window.host.app;
    const events: string[] = [];
    const refs = ["changed", "resolve", "resolved"].map((name) => metadataCache.on(name, () => { events.push(name); }));
    const file = files.getFileByPath("Home.md");
    if (file !== null) await files.process(file, (data) => `${data}\n[[Well]]`);
    events.push("written");
    await metadataCache.settled();
    for (const ref of refs) metadataCache.offref(ref);
    return events;
  });
  expect(seen).toEqual(["written", "changed", "resolve", "resolved"]);
});

test("a change from outside reaches the open editor, keeps the cursor, and a typed change reaches the file", async () => {
  await host.openNote("Home.md");
  const before = await host.text();
  await host.select(before.length);
  await host.modify("Home.md", `X${before}`);
  await expect.poll(() => host.text()).toBe(`X${before}`);
  expect((await host.selection()).from).toBe(before.length + 1);
  await host.type("end");
  expect(await host.file("Home.md")).toBe(`X${before}`);
  await host.flush();
  expect(await host.file("Home.md")).toBe(`X${before}end`);
});

test("front matter is processed and the rest is left as it is", async () => {
  await host.modify("things/Commons.md", "---\na: 1\n---\nbody\n");
  await host.page.evaluate(async () => {
    const file = window.host.app.vault.getFileByPath("things/Commons.md");
    if (file !== null) await window.host.app.fileManager.processFrontMatter(file, (matter) => { matter["b"] = ["x", "y"]; });
  });
  expect(await host.file("things/Commons.md")).toBe("---\na: 1\nb:\n  - x\n  - y\n---\nbody\n");
});

test("the editor speaks in lines and columns, and a transaction is one undo step", async () => {
  await host.modify("Lines.md", "one\ntwo\nthree");
  await host.openNote("Lines.md");
  const result = await host.page.evaluate(() => {
    const editor = window.host.app.workspace.activeEditor?.editor;
    if (editor === undefined) throw new Error("no editor");
    editor.transaction({ changes: [{ from: { line: 0, ch: 0 }, to: { line: 0, ch: 3 }, text: "1" }, { from: { line: 2, ch: 0 }, text: "> " }], selection: { from: { line: 2, ch: 2 } } });
    const after = [editor.getValue(), editor.getCursor(), editor.offsetToPos(editor.posToOffset({ line: 1, ch: 2 })), editor.wordAt({ line: 1, ch: 1 }), editor.lineCount()];
    editor.undo();
    return [...after, editor.getValue()];
  });
  expect(result).toEqual(["1\ntwo\n> three", { line: 2, ch: 2 }, { line: 1, ch: 2 }, { from: { line: 1, ch: 0 }, to: { line: 1, ch: 3 } }, 3, "one\ntwo\nthree"]);
});

test("sidebars are resized by dragging, and the theme is announced", async () => {
  const dock = host.page.locator(".mod-left-split");
  const width = (await dock.boundingBox())?.width ?? 0;
  const handle = await host.page.locator(".workspace-leaf-resize-handle.mod-left").boundingBox();
  await host.page.mouse.move((handle?.x ?? 0) + 3, 300);
  await host.page.mouse.down();
  await host.page.mouse.move((handle?.x ?? 0) + 63, 300);
  await host.page.mouse.up();
  expect((await dock.boundingBox())?.width).toBeCloseTo(width + 60, 0);
  await host.page.evaluate(() => { window.host.app.workspace.on("css-change", () => { document.body.dataset["css"] = String(window.host.app.isDarkMode()); }); });
  await host.palette("Toggle light and dark");
  expect(await host.page.locator("body").getAttribute("data-css")).toBe("true");
});
