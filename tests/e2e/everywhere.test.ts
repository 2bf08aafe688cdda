import { afterEach, expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { conflation, openVault, shot, vault } from "./vault";

const { sentence, words, chosen, evidence } = conflation;
const mill = "The mill is decentralized because its grain is stored in seven towns.";
const milled = mill.replace(words, "distributed");

const notes = {
  ...vault,
  "Mill.md": `# Mill\n\n## Grain\n\n${mill}\n\n## Bread\n\nThe bakery is decentralized because its ovens stand in four streets. ^ovens\n`,
  "Page.md": [
    "---", "title: Page", "---", "# Page", "",
    "> [!tip] The archive is decentralized because its copies are kept in five cellars.", `> ${sentence}`, "> - A list: the choir is decentralized because its singers live in three valleys.", "",
    "| who | what |", "| --- | --- |", "| The school | The school is decentralized because its rooms are spread across six houses. |", "",
    "- [ ] Outer", `  - [x] Nested: ${mill.replace("mill", "**well**")}`, "",
    "![[Mill#Grain]]", "",
    "Text with a footnote[^1].", "",
    "[^1]: The press is decentralized because its machines stand in eight halls.", "",
  ].join("\n"),
  "Host.md": `# Host\n\n![[Mill]]\n\n![[Mill#^ovens]]\n\nNothing here.\n`,
  "Board.canvas": JSON.stringify({ nodes: [{ id: "a", type: "file", file: "Mill.md", x: 20, y: 20, width: 420, height: 320 }, { id: "b", type: "text", text: `A text: ${sentence}`, x: 470, y: 20, width: 300, height: 200 }], edges: [] }),
};

let host: HostPage;
afterEach(async () => { await host.close(); });
const card = () => host.page.getByRole("dialog");
const stops = (root: string) => host.page.locator(`${root} .distinguo-mark[role=button]`);
/** The first words of what stands around each stop. */
const around = (root: string) => stops(root).evaluateAll((all) => all.map((el) => /[Tt]he (\w+) is/.exec(el.closest("p, li, td, .callout-title-inner")?.textContent ?? "")?.[1]));

test("reading view marks callouts, tables, nested lists, tasks, embeds and footnotes, each with one stop for the keyboard", async () => {
  for (const alwaysSectionInfo of [false, true]) {
    if (alwaysSectionInfo) await host.close();
    host = await openVault({ vault: notes, open: "Page", alwaysSectionInfo });
    await host.mode("preview");
    await expect.poll(() => around(".markdown-reading-view")).toEqual(["archive", "archive", "choir", "school", "well", "mill", "press"]);
    if (!alwaysSectionInfo) await shot(host, "everywhere-reading");
  }
  const stop = stops(".markdown-reading-view").nth(4);
  expect(await stop.getAttribute("aria-description")).toContain("decentralized");
  await stop.focus();
  await host.press("Enter");
  await card().waitFor();
  await expect.poll(() => host.reading.locator(".distinguo-evidence").allInnerTexts()).toEqual(["stored in seven towns"]);
  expect(await host.reading.locator(".distinguo-evidence").evaluate((el) => el.closest("li")?.textContent)).toContain("well");
});

test("live preview marks what it shows rendered; a choice there changes the right place of the right note", async () => {
  for (const alwaysSectionInfo of [false, true]) {
    if (alwaysSectionInfo) await host.close();
    host = await openVault({ vault: notes, open: "Page", alwaysSectionInfo });
    await expect.poll(() => around(".cm-callout")).toEqual(["archive", "archive", "choir"]);
    await expect.poll(() => around(".cm-table-widget")).toEqual(["school"]);
    await expect.poll(() => around(".cm-embed")).toEqual(["mill"]);
    if (!alwaysSectionInfo) await shot(host, "everywhere-live");
    // Of the embed's note no word is marked in the note around it, and the other way round.
    expect(await host.editor.locator(".cm-embed .distinguo-mark").allInnerTexts()).toEqual([words]);
    // Typing above moves what is rendered; what is chosen is meant where it stands by then.
    await host.select((notes["Page.md"]).indexOf("# Page") + 6);
    await host.type(" of mine");
    await stops(".cm-callout").nth(1).hover();
    await card().waitFor();
    await expect.poll(() => host.editor.locator(".distinguo-evidence").allInnerTexts()).toContain(evidence);
    expect(await host.editor.locator(".distinguo-evidence").evaluateAll((all) => all.every((el) => el.closest("p")?.textContent?.startsWith("The archive")))).toBe(true);
    await card().locator(".distinguo-choice").first().click();
    await expect.poll(() => host.text()).toBe(notes["Page.md"].replace("# Page", "# Page of mine").replace(sentence, chosen));
    await expect.poll(() => around(".cm-callout")).toEqual(["archive", "choir"]);
    await stops(".cm-embed").first().hover();
    await card().waitFor();
    await card().locator(".distinguo-choice").first().click();
    await expect.poll(() => host.file("Mill.md")).toBe(notes["Mill.md"].replace(mill, milled));
    await expect.poll(() => around(".cm-embed")).toEqual([]);
  }
});

test("embeds follow their note: what is edited elsewhere is marked anew, and nothing stale is offered", async () => {
  host = await openVault({ vault: notes, open: "Host" });
  await host.mode("preview");
  await expect.poll(() => around(".markdown-reading-view")).toEqual(["mill", "bakery", "bakery"]);
  await host.modify("Mill.md", `New words first. ${notes["Mill.md"]}`.replace(mill, milled));
  await expect.poll(() => around(".markdown-reading-view")).toEqual(["bakery", "bakery"]);
  // The app draws the embed anew in its own time: until then what is marked must be meant where it stands.
  await host.page.evaluate(() => { window.host.app.metadataCache.trigger = () => undefined; });
  await host.modify("Mill.md", `Once more. ${notes["Mill.md"]}`);
  await stops(".markdown-reading-view").last().focus();
  await host.press("Enter");
  await card().waitFor();
  await host.press("Enter");
  await expect.poll(() => host.file("Mill.md")).toBe(`Once more. ${notes["Mill.md"]}`.replace("bakery is decentralized", "bakery is distributed"));
  await expect.poll(() => around(".markdown-reading-view")).not.toContain("bakery");
});

test("a page of more embeds than are remembered comes to rest", async () => {
  const many = Array.from({ length: 30 }, (_, at) => `Many ${String(at)}`);
  const embedded = Object.fromEntries(many.map((name) => [`${name}.md`, `${name}. ${sentence}\n`]));
  host = await openVault({ vault: { ...vault, ...embedded, "All.md": many.map((name) => `![[${name}]]\n`).join("\n") }, open: "Quiet", widgets: false });
  await host.page.evaluate(() => {
    Object.assign(window, { asked: 0 });
    Worker.prototype.postMessage = new Proxy(Reflect.get(Worker.prototype, "postMessage"), {
      apply(post, worker, message) {
        Reflect.set(window, "asked", Number(Reflect.get(window, "asked")) + 1);
        Reflect.apply(post, worker, message);
      },
    });
  });
  await host.openNote("All.md");
  await host.mode("preview");
  await expect.poll(() => stops(".markdown-reading-view").count()).toBe(30);
  const asked = () => host.page.evaluate(() => Number(Reflect.get(window, "asked")));
  await host.page.waitForTimeout(1000);
  const before = await asked();
  await host.page.waitForTimeout(1000);
  expect(await asked()).toBe(before);
});

test("an ignore in an embed goes to the embedded note, and its marks go everywhere", async () => {
  host = await openVault({ vault: notes, open: "Host" });
  await host.mode("preview");
  await expect.poll(() => stops(".markdown-reading-view").count()).toBe(3);
  await stops(".markdown-reading-view").first().focus();
  await host.press("Enter");
  await card().getByRole("button", { name: "Ignore…" }).click();
  await card().getByRole("button", { name: "Ignore here" }).click();
  await expect.poll(() => host.file("Mill.md")).toContain("distinguo-ignore");
  await expect.poll(() => around(".markdown-reading-view")).toEqual(["bakery", "bakery"]);
  expect(await host.file("Host.md")).toBe(notes["Host.md"]);
});

test("what another plugin renders is marked only where it is the note's own", async () => {
  host = await openVault({ vault: notes, open: "Mill" });
  await host.page.evaluate(async ([own, other]) => {
    const { app, module } = window.host;
    const holder = app.activeNote()?.contentEl.createDiv("markdown-rendered foreign");
    const { Component, MarkdownRenderer } = module;
    const owner = new Component();
    owner.load();
    if (holder !== undefined) await MarkdownRenderer.render(app, `- Decentralized\n- ${other}\n- Seen: ${own}\n`, holder, "Mill.md", owner);
  }, [mill, "The archive is decentralized because its copies sit on servers in nine countries."] as const);
  await expect.poll(() => around(".foreign")).toEqual(["mill"]);
});

test("hover previews and cards of a canvas are marked; a card is written on like any note", async () => {
  host = await openVault({ vault: { ...notes, "Link.md": "See [[Mill]].\n" }, open: "Link" });
  await host.mode("preview");
  await host.reading.locator("a.internal-link").hover();
  await expect.poll(() => around(".hover-popover")).toEqual(["mill", "bakery"]);
  await host.page.mouse.move(900, 700);
  await host.page.locator(".hover-popover").waitFor({ state: "detached" });
  await host.openNote("Board.canvas");
  await expect.poll(() => around(".canvas-node")).toEqual(["mill", "bakery"]);
  await shot(host, "everywhere-canvas");
  await host.page.locator(".canvas-node h1").dblclick();
  const editor = host.page.locator(".canvas-node .cm-content");
  await expect.poll(() => editor.locator(".distinguo-mark").allInnerTexts()).toEqual([words, words]);
  await host.command("distinguo:next-diagnostic");
  expect((await host.selection()).from).toBe(notes["Mill.md"].indexOf(words));
  await host.command("distinguo:show-card");
  await card().waitFor();
  await host.press("Enter");
  await expect.poll(() => host.text()).toBe(notes["Mill.md"].replace(mill, milled));
  await host.press("Escape");
  await expect.poll(() => around(".canvas-node")).toEqual(["bakery"]);
});

test("two panes of one note, one written and one read, stay in step", async () => {
  host = await openVault({ open: "Harbour" });
  await host.openNote("Harbour.md", "split");
  await host.mode("preview");
  await expect.poll(() => stops(".markdown-reading-view").count()).toBe(3);
  await host.page.locator(".cm-content:visible").click();
  const text = await host.text();
  await host.select(text.indexOf("decentralized because"), text.indexOf(" because"));
  await host.type("distributed");
  await host.flush();
  await expect.poll(() => stops(".markdown-reading-view").count()).toBe(2);
  await host.undo();
  await host.flush();
  await expect.poll(() => stops(".markdown-reading-view").count()).toBe(3);
  await stops(".markdown-reading-view").first().focus();
  await host.press("Enter");
  await card().waitFor();
  await host.press("Enter");
  await expect.poll(() => host.page.locator(".cm-content:visible").innerText()).toContain(chosen);
});

test("nothing of ours is left where what was rendered has gone, nor after the plugin is off", async () => {
  host = await openVault({ vault: notes, open: "Quiet" });
  await host.flush();
  const before = await host.page.evaluate(() => window.host.listeners());
  await host.openNote("Page.md");
  await expect.poll(() => stops(".cm-callout").count()).toBe(3);
  await host.mode("preview");
  await expect.poll(() => stops(".markdown-reading-view").count()).toBe(7);
  await host.mode("source");
  await host.openNote("Quiet.md");
  await host.mode("preview");
  await host.mode("source");
  await expect.poll(() => host.page.evaluate(() => window.host.listeners())).toBe(before);
  await host.openNote("Page.md");
  await expect.poll(() => stops(".cm-callout").count()).toBe(3);
  await host.unloadPlugin();
  expect(await host.page.locator("[class*=distinguo]").count()).toBe(0);
});
