import { expect, test } from "vitest";
import type { Locator } from "playwright-core";
import type { HostPage } from "../browser/host-page";
import type { OpenOptions } from "../browser/open-host";
import { openVault, shot } from "./vault";

const vault: Record<string, string> = {
  "Walk.md": "# Walk\n\n\n",
  "concepts/commons.md": "# Commons\n\n*A commons is what a group keeps and uses together, by rules of its own.*\n",
  "concepts/data-commons.md": "# Data commons\n\n*A data commons is a store of data that its givers govern.*\n",
  "concepts/Network effects.md": "---\naliases: [DAO]\n---\n# Network effects\n\n*The more there are, the more it is worth to each.*\n",
  "concepts/tide.md": "# Tide\n\n*The tide is the rise and fall of the sea.*\n",
  "sea/tide.md": "---\ntype: concept\n---\n# Tide\n\n*A tide is also a mood that many share.*\n",
  "concepts/bare.md": "# Barnacle\n\n## Related\n\n- [[tide]]\n",
  "concepts/مشاع.md": "# مشاعات\n\n*ما يملكه الناس معا.*\n",
  "concepts/brackets.md": "# Rules [draft] of | use\n\n*Rules that are not settled.*\n",
};

const list = (host: HostPage): Locator => host.page.locator(".suggestion-container");
const labels = (host: HostPage): Promise<string[]> => list(host).locator(".distinguo-suggestion-label bdi").allInnerTexts();

async function open(text = vault["Walk.md"] ?? "", options: Partial<OpenOptions> = {}): Promise<HostPage> {
  const host = await openVault({ vault: { ...vault, "Walk.md": text }, open: "Walk", ...options });
  // The index is there.
  await expect.poll(() => host.page.evaluate(() => window.host.app.workspace.getActiveFile()?.path)).toBe("Walk.md");
  await host.select(text.length);
  await watchWorker(host);
  return host;
}

/** Types at the end, letter by letter, and waits for the suggestions. */
async function typeFor(host: HostPage, text: string): Promise<void> {
  await host.type(text.slice(0, -1));
  await expect.poll(async () => {
    await host.type(text.slice(-1));
    if ((await list(host).count()) > 0) return true;
    await host.page.waitForTimeout(100);
    if ((await list(host).count()) > 0) return true;
    await host.press("Backspace");
    return false;
  }).toBe(true);
}

/** Keeps every question to the worker back for a while, in milliseconds, and notes which were asked and how many wait. */
async function watchWorker(host: HostPage, delay = 0): Promise<void> {
  await host.page.evaluate((wait) => {
    const { dataset } = document.body;
    const worker: { postMessage: (this: Worker, message: { method?: string }) => void } = Worker.prototype;
    const post = worker.postMessage;
    const known = new WeakSet<Worker>();
    const count = (change: number): void => { dataset["waiting"] = String(Number(dataset["waiting"] ?? 0) + change); };
    worker.postMessage = function (message) {
      count(1);
      dataset["asked"] = `${dataset["asked"] ?? ""} ${message.method ?? ""}`;
      if (!known.has(this)) this.addEventListener("message", () => { window.setTimeout(() => { count(-1); }); });
      known.add(this);
      if (wait === 0) post.call(this, message);
      else window.setTimeout(() => { post.call(this, message); }, wait);
    };
  }, delay);
}

/** Waits until the worker has answered everything, and what its answers led to. */
async function answered(host: HostPage): Promise<void> {
  await host.page.waitForFunction(() => new Promise((done) => {
    const isIdle = (): boolean => (document.body.dataset["waiting"] ?? "0") === "0";
    requestAnimationFrame(() => { window.setTimeout(() => { done(isIdle()); }, 20); });
  }));
}

/** Types something, and waits for answers. */
async function typeInVain(host: HostPage, text: string): Promise<void> {
  await host.type(text);
  await answered(host);
  expect(await list(host).locator(".distinguo-suggestion").count(), text).toBe(0);
}

/** Keeps keys that a script has dispatched from whoever would hear them. */
async function stopScriptedKeys(host: HostPage): Promise<void> {
  await host.page.evaluate(() => { window.addEventListener("keydown", (event) => { if (!event.isTrusted) event.stopImmediatePropagation(); }, true); });
}

test("its concepts are offered with their definitions; Tab links one, in a step of its own", async () => {
  const host = await open();
  await typeFor(host, "It belongs to the com");
  expect(await labels(host)).toEqual(["Commons"]);
  expect(await list(host).innerText()).toContain("keeps and uses together");
  await shot(host, "suggest-light");
  await host.theme("dark");
  await shot(host, "suggest-dark");
  await host.press("Tab");
  expect(await host.text()).toContain("It belongs to the [[commons]]");
  expect((await host.selection()).from).toBe((await host.text()).length);
  expect(await list(host).count()).toBe(0);
  await host.undo();
  expect((await host.text()).endsWith("It belongs to the com")).toBe(true);
  await host.close();
});

test("several words begin a label; what was typed stays the shown text; the longer label comes first", async () => {
  const host = await open();
  await typeFor(host, "Our data com");
  await expect.poll(() => labels(host)).toEqual(["Data commons", "Commons"]);
  await host.press("Tab");
  expect(await host.text()).toContain("Our [[data-commons|data commons]]");
  await typeFor(host, " and Data-Com");
  await host.press("Tab");
  expect(await host.text()).toContain("and [[Data-Commons]]");
  await typeFor(host, " by network eff");
  await host.press("Tab");
  expect(await host.text()).toContain("by [[network effects]]");
  await host.close();
});

test("Enter ends the line, whatever is offered, and goes on with a list; one that was gone to it takes", async () => {
  const host = await open("- one\n- ");
  await typeFor(host, "ours are the commons");
  await host.press("Enter");
  expect(await host.text()).toBe("- one\n- ours are the commons\n- ");
  expect(await list(host).count()).toBe(0);
  // In a list of one there is nowhere to go.
  await typeFor(host, "of commons");
  await host.press("ArrowDown");
  await list(host).waitFor({ state: "detached" });
  await host.press("Enter");
  expect(await host.text()).toBe("- one\n- ours are the commons\n- of commons\n- ");
  await typeFor(host, "by tid");
  expect(await labels(host)).toEqual(["Tide", "Tide"]);
  expect(await list(host).locator(".distinguo-folder").allInnerTexts()).toEqual(["concepts/tide.md", "sea/tide.md"]);
  await shot(host, "suggest-shared");
  await host.press("ArrowDown");
  await host.press("Enter");
  expect(await host.text()).toContain("by [[sea/tide|tide]]");
  await host.close();
});

test.each([
  ["with the editor deaf to keys that a script dispatches", true, "- ours are the commons\n"],
  ["else", false, "- ours are the commons\n- "],
])("Enter breaks the line once, and Tab takes what is marked, %s", async (_when, isDeaf, expected) => {
  const host = await open("- ");
  if (isDeaf) await stopScriptedKeys(host);
  await typeFor(host, "ours are the commons");
  await host.press("Enter");
  expect((await host.text()).trimEnd()).toBe(expected.trimEnd());
  expect((await host.text()).split("\n")).toHaveLength(2);
  await typeFor(host, "by tid");
  await host.press("Tab");
  expect(await host.text()).toContain("by [[concepts/tide|tide]]");
  await typeFor(host, " by tid");
  await host.press("ArrowDown");
  await host.press("Tab");
  expect(await host.text()).toContain("by [[sea/tide|tide]]");
  expect(await list(host).count()).toBe(0);
  await host.close();
});

test("what is taken while a slow worker is still asked replaces the label as far as it was typed, in a long line, too", async () => {
  const long = "Of the many things that a village may have and keep, this is what it has, and something  ";
  const host = await open(long);
  await typeFor(host, "data com");
  await watchWorker(host, 400);
  await host.type("m");
  await host.press("Tab");
  expect(await host.text()).toBe(`${long}[[data-commons|data commons]]`);
  await answered(host);
  await host.type(" on com");
  await list(host).waitFor();
  await host.type("m");
  await host.press("Tab");
  expect(await host.text()).toBe(`${long}[[data-commons|data commons]] on [[commons]]`);
  await answered(host);
  // What goes on as no label does is left as it is.
  await host.type(" on com");
  await list(host).waitFor();
  await host.type("x");
  await host.press("Tab");
  expect((await host.text()).endsWith("on comx")).toBe(true);
  await answered(host);
  await host.close();
});

test("in code, or what else is no prose, the text is sent once a line; behind a comment that ends, a place is asked for anew", async () => {
  const host = await open("Text\n\n<!--\n");
  const sent = async (): Promise<number> => (await host.page.evaluate(() => document.body.dataset["asked"] ?? "")).split(" linkPlace").length - 1;
  for (const word of ["com", "mons", " and com", "mons"]) for (const letter of word) await typeInVain(host, letter);
  expect(await sent()).toBe(1);
  await typeFor(host, " --> data com");
  await host.press("Tab");
  expect(await host.text()).toContain("--> [[data-commons|data commons]]");
  await host.close();
});

test("a click takes one; Escape leaves the word in peace, not the next", async () => {
  const host = await open();
  await typeFor(host, "the com");
  await list(host).locator(".suggestion-item").first().click();
  expect(await host.text()).toContain("the [[commons]]");
  await typeFor(host, " and net");
  await host.press("Escape");
  expect(await list(host).count()).toBe(0);
  await typeInVain(host, "work");
  await typeFor(host, " of com");
  await host.close();
});

test("links are written as the vault writes them", async () => {
  const host = await open(undefined, { vault: { ...vault, ".obsidian/app.json": '{"useMarkdownLinks":true,"newLinkFormat":"absolute"}' } });
  await typeFor(host, "the data com");
  await host.press("Tab");
  expect(await host.text()).toContain("the [data commons](concepts/data-commons.md)");
  await host.close();
});

test("nothing is offered where no label is begun, nor where a link would be none", async () => {
  const host = await open();
  await typeFor(host, "com");
  await host.press("Escape");
  const lines = ["`com", "[[com", "[com", "https://x.org/com", "#com", "$com", "%% com", "<b com", "a/com", "self-com", "the co", "dao", "xcom"];
  const blocks = ["x\n\n```\n", "---\nup: ", "x\n\n$$\n", "x\n\n%%\n", "> ", "x\n\n    ", "<div>\n"];
  for (const [before, typed] of [...lines.map((line) => ["x\n\n", line] as const), ...blocks.map((block) => [block, "comm"] as const)]) {
    await host.page.evaluate((text) => {
      const { editor } = window.host.app.workspace.activeEditor ?? {};
      editor?.setValue(text);
      editor?.setCursor(editor.lastLine(), editor.getLine(editor.lastLine()).length);
    }, before);
    await typeInVain(host, typed.slice(0, -1));
    await typeInVain(host, typed.slice(-1));
  }
  await host.press("Enter");
  await host.press("Enter");
  await host.close();
});

test("headings, callouts and cells are places for links; a bar does not end the cell", async () => {
  const host = await open("> [!note] Of the sea\n> ");
  await typeFor(host, "com");
  await host.close();
  const heading = await open("## ");
  await typeFor(heading, "The com");
  await heading.close();
  const table = await open("| a | b |\n|---|---|\n| ");
  await typeFor(table, "data com");
  await table.press("Tab");
  expect(await table.text()).toBe("| a | b |\n|---|---|\n| [[data-commons\\|data commons]]");
  await table.close();
});

test("a concept is not offered in its own note, and what is linked comes last", async () => {
  const host = await open("[[concepts/tide|The tide]] is high.\n\n");
  await typeFor(host, "a tid");
  expect(await list(host).locator(".distinguo-folder").allInnerTexts()).toEqual(["sea/tide.md", "concepts/tide.md"]);
  await host.press("Escape");
  await host.openNote("concepts/commons.md");
  await host.select((await host.text()).length);
  await typeInVain(host, "\nThe comm");
  await host.close();
});

test("labels that run from right to left, and such with brackets and bars", async () => {
  const host = await open();
  await typeFor(host, "هذه مشا");
  await shot(host, "suggest-rtl");
  await host.press("Tab");
  expect(await host.text()).toContain("هذه [[مشاع|مشاعات]]");
  await typeFor(host, " rules");
  await host.press("Tab");
  expect(await host.text()).toContain(" [[brackets]]");
  await host.close();
});

test("the app's own suggestions behind [[ are left alone", async () => {
  const host = await open();
  await host.type("[[com");
  await list(host).getByText("data-commons").waitFor();
  expect(await list(host).locator(".distinguo-suggestion").count()).toBe(0);
  await host.press("Enter");
  expect(await host.text()).toContain("[[commons]]");
  await host.close();
});

test("composing, pasting and undoing bring nothing up", async () => {
  const host = await open();
  await typeFor(host, "com");
  await host.press("Escape");
  await host.press("Enter");
  const client = await host.page.context().newCDPSession(host.page);
  await client.send("Input.imeSetComposition", { text: "com", selectionStart: 3, selectionEnd: 3 });
  await answered(host);
  expect(await list(host).count()).toBe(0);
  await client.send("Input.insertText", { text: "com" });
  await answered(host);
  expect(await list(host).count()).toBe(0);
  await host.press("Enter");
  await host.page.evaluate(() => { window.host.app.workspace.activeEditor?.editor.replaceSelection("com", "input.paste"); });
  await answered(host);
  expect(await list(host).count()).toBe(0);
  await host.close();
});

test("without concepts, and switched off, nothing is offered; unloading leaves nothing behind", async () => {
  const empty = await openVault({ vault: { "Walk.md": "" }, open: "Walk" });
  await empty.select(0);
  await watchWorker(empty);
  await typeInVain(empty, "the com");
  await empty.close();
  const host = await open();
  await typeFor(host, "com");
  await host.settings();
  await host.setting("Suggest concepts while typing").getByRole("switch").click();
  await host.press("Escape");
  await host.select((await host.text()).length);
  await typeInVain(host, " tid");
  expect(JSON.parse((await host.data()) ?? "{}")).toMatchObject({ suggest: false, definitions: true });
  await host.writeData("{}");
  await host.settingsChangedOutside();
  await host.type(" ");
  await typeFor(host, "com");
  await host.unloadPlugin();
  expect(await list(host).count()).toBe(0);
  await typeInVain(host, " tid");
  await host.close();
});
