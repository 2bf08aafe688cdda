import { expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { conflation, openVault, vault } from "./vault";

const words = async (host: HostPage): Promise<string[]> => (await host.marked(".distinguo-mark")).map(({ text }) => text);

const plain = "Ledgers of the fishing fleet have been kept here since the pier was built.";
const long = Array.from({ length: 3000 }, (_, line) => (line % 100 === 0 ? conflation.sentence : line % 2 === 0 ? plain : "")).join("\n");

interface Watched {
  /** How long what was posted to the worker is, for each call about a note. */
  posted: number[];
  /** How often the plugin has read a whole document. */
  reads: number;
}

/** Watches from now on what the plugin reads of documents and posts to its worker. */
async function watch(host: HostPage): Promise<() => Promise<Watched>> {
  await host.page.evaluate(() => {
    const watched = { posted: [] as number[], reads: 0 };
    Object.assign(window, { watched });
    const worker: { postMessage: (this: Worker, message: unknown) => void } = Worker.prototype;
    const post = worker.postMessage;
    worker.postMessage = function (message) {
      const said = JSON.stringify(message);
      if (said.includes('"turn"') || said.includes('"lint"')) watched.posted.push(said.length);
      post.call(this, message);
    };
    const doc = window.host.app.workspace.activeEditor?.cm.state.doc;
    // The class of all texts, whole or in branches.
    const texts = Object.getPrototypeOf(Object.getPrototypeOf(doc)) as { toString: (this: { length: number }) => string };
    const read = texts.toString;
    texts.toString = function () {
      if (this.length > 1000 && new Error().stack?.includes("plugin:distinguo") === true) watched.reads++;
      return read.call(this);
    };
  });
  return () => host.page.evaluate(() => (window as Window & { watched?: Watched }).watched ?? { posted: [], reads: -1 });
}

test("once the engine knows a long note, keys read nothing of it, and only edits go to the worker", async () => {
  const host = await openVault({ open: "Long", vault: { ...vault, "Long.md": `---\ntags: [a]\n---\n${long}` } });
  await expect.poll(() => words(host)).not.toEqual([]);
  await expect.poll(() => host.statusBar.innerText()).toContain("30");
  await host.select((await host.text()).indexOf("sit on"));
  const told = await watch(host);
  await host.type("all of them ");
  await expect.poll(() => words(host)).toContain(conflation.words);
  await expect.poll(async () => (await told()).posted.length).toBeGreaterThan(0);
  const { posted, reads } = await told();
  expect(reads).toBe(0);
  expect(Math.max(...posted)).toBeLessThan(500);

  await host.select(9);
  await host.type("x");
  await expect.poll(async () => (await told()).reads).toBe(1);
  await host.close();
});

test("a callout, a table and an embed in a note that is written send no text to the worker, and keep up", async () => {
  const rendered = `> [!tip] Of storage\n> ${conflation.sentence}\n\n| what |\n| --- |\n| ${conflation.sentence} |\n\n![[Long#Of ledgers]]`;
  const host = await openVault({ open: "Long", vault: { ...vault, "Long.md": `${plain}\n\n${rendered}\n\n${long}\n\n# Of ledgers\n\n${conflation.sentence}\n` } });
  const inRendered = () => host.page.evaluate(() => [".cm-callout", ".cm-table-widget", ".cm-embed"].map((css) => document.querySelectorAll(`${css} .distinguo-mark`).length));
  await expect.poll(inRendered, { timeout: 10_000 }).toEqual([1, 1, 1]);
  await expect.poll(() => host.statusBar.innerText()).toContain("33");
  const told = await watch(host);
  await host.select(0);
  await host.type("All of it: ");
  await expect.poll(async () => (await told()).posted.length).toBeGreaterThan(0);
  await host.page.waitForTimeout(1500);
  expect(await inRendered()).toEqual([1, 1, 1]);
  // What an edit makes of words that are rendered elsewhere is seen there.
  const last = (await host.text()).lastIndexOf("sit on");
  await host.page.evaluate((at) => { window.host.app.workspace.activeEditor?.cm.dispatch({ changes: { from: at, insert: "all " } }); }, last);
  await host.flush();
  await expect.poll(() => host.page.locator(".cm-embed").innerText()).toContain("all sit on");
  await expect.poll(inRendered).toEqual([1, 1, 1]);
  expect(Math.max(...(await told()).posted)).toBeLessThan(500);
  await host.close();
});

test("an engine that takes the place of another is told of the note, and the marks are there", async () => {
  const host = await openVault({ open: "Harbour" });
  await host.page.evaluate(() => {
    const Real = window.Worker;
    const started: Worker[] = [];
    Object.assign(window, { startedWorkers: started });
    window.Worker = class extends Real {
      constructor(url: string | URL) {
        super(url);
        started.push(this);
      }
    };
  });
  await host.reloadPlugin();
  await expect.poll(() => words(host)).toHaveLength(3);
  await host.page.evaluate(() => (window as Window & { startedWorkers?: Worker[] }).startedWorkers?.at(-1)?.dispatchEvent(new ErrorEvent("error", { cancelable: true })));
  await host.select((await host.text()).length);
  await host.type(`\n${conflation.sentence}`);
  await expect.poll(() => words(host)).toHaveLength(4);
  expect((await host.marked(".distinguo-mark")).map(({ text }) => text).filter((text) => text === conflation.words)).toHaveLength(3);
  await host.close();
});

test("hints are there at once when they are switched on, and gone when they are switched off", async () => {
  const host = await openVault({ open: "Harbour", data: JSON.stringify({ rules: { equated: "hint" }, hints: false }) });
  await expect.poll(() => words(host)).toHaveLength(2);
  await host.settings();
  await host.setting("Show hints").locator(".checkbox-container").click();
  await expect.poll(() => words(host)).toHaveLength(3);
  await host.setting("Show hints").locator(".checkbox-container").click();
  await expect.poll(() => words(host)).toHaveLength(2);
  await host.close();
});
