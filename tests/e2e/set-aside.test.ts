import { expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { conceptNote, lookInside } from "./live";
import { openVault } from "./vault";

const plain = Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`concepts/Note ${at}.md`, conceptNote(`Thing ${at}`, [`Note ${at % 7}`])]));

/** A note that a worker of these tests does not survive, or comes to no end with, when it is given to one of some methods. */
const deadly = (methods: string): string => conceptNote("Deadly", ["Note 1"]) + `\nDeadly to ${methods}.\n`;

/** Makes workers die of some notes, or be at them without end; the plugin's seconds of patience are shorter. */
async function makeMortal(host: HostPage): Promise<void> {
  await host.page.evaluate(() => {
    const [Real, repeat, later] = [window.Worker, window.setInterval.bind(window), window.setTimeout.bind(window)];
    Object.assign(window, { setInterval: (run: () => void, delay = 0) => repeat(run, delay === 1000 ? 300 : delay), noticed: [], started: 0 });
    const noticed = new Set<Element>();
    new MutationObserver(() => {
      for (const el of document.querySelectorAll(".notice")) noticed.add(el);
      Object.assign(window, { noticed: [...noticed].map((el) => el.textContent) });
    }).observe(document.body, { childList: true, subtree: true });
    const mortal = (url: string): string => `
      const listenTo = self.addEventListener.bind(self);
      Object.defineProperty(self, "onmessage", { set(listen) {
        listenTo("message", (event) => {
          const { method, args } = event.data;
          for (const { source = "" } of Array.isArray(args[0]) ? args[0] : []) {
            const [, how, of] = /(Deadly|Endless|Slow) to (.*)\\./.exec(source) ?? [];
            if (of === undefined || !of.includes(method)) continue;
            if (how === "Deadly") throw new Error("this is the end");
            for (const began = Date.now(); how === "Endless" || Date.now() - began < 9000;);
          }
          listen(event);
        });
      } });
      importScripts(${JSON.stringify(url)});`;
    window.Worker = class extends Real {
      constructor(url: string | URL) {
        super(URL.createObjectURL(new Blob([mortal(String(url))], { type: "text/javascript" })));
        Object.assign(window, { started: (window as unknown as { started: number }).started + 1 });
      }

      override postMessage(message: { args: unknown[] }): void {
        super.postMessage(message);
        const [notes] = message.args;
        const isSlow = Array.isArray(notes) && (notes as { source?: string }[]).some(({ source }) => source?.includes("Slow to"));
        // As if the computer slept: no timer runs, and the engine gets nowhere.
        if (isSlow) later(() => { for (const began = Date.now(); Date.now() - began < 7000;); }, 500);
      }
    };
  });
  await lookInside(host);
}

/** What is left out, what the index holds, and how it came so. */
const outcome = (host: HostPage) => host.page.evaluate(async () => {
  const { engine, feed } = window.inside();
  await feed.upToDate();
  const { noticed, started } = window as unknown as { noticed: string[]; started: number };
  const isInPlace = (window.host.plugins.get("distinguo") as unknown as { host: { isInPlace: boolean } }).host.isInPlace;
  return { aside: Object.fromEntries(feed.setAside), concepts: (await engine.graph()).concepts.length, noticed: noticed.filter((text) => text.includes("could not be")).sort(), started, isInPlace };
});

test("notes that the worker does not survive are found out, named once and left out until they change; all others are indexed, in a worker", async () => {
  const host = await openVault({ vault: { ...plain, "concepts/One.md": deadly("upsert"), "concepts/Two.md": deadly("upsert"), "concepts/Note 50b.md": deadly("upsert") } });
  await makeMortal(host);
  await host.reloadPlugin();
  const reason = "the engine did not survive it";
  const paths = ["concepts/Note 50b.md", "concepts/One.md", "concepts/Two.md"];
  const first = await outcome(host);
  expect(first).toMatchObject({ aside: Object.fromEntries(paths.map((path) => [path, reason])), concepts: 120, isInPlace: false });
  expect(first.noticed).toEqual(paths.map((path) => `${path} could not be read: ${reason}. It is left out until it changes.`));

  await host.modify("concepts/One.md", conceptNote("One", ["Note 1"]));
  await host.page.evaluate(async () => {
    const { vault, fileManager } = window.host.app;
    const [two, gone] = [vault.getFileByPath("concepts/Two.md"), vault.getFileByPath("concepts/Note 50b.md")];
    if (two) await vault.rename(two, "concepts/Moved.md");
    if (gone) await fileManager.trashFile(gone);
    await window.host.flush();
  });
  const then = await outcome(host);
  expect(then).toEqual({ ...first, aside: { "concepts/Moved.md": reason }, concepts: 121 });
  await host.close();
});

test("a batch that the worker comes to no end with is told apart as well, and what is judged is found out beside what is read", async () => {
  const host = await openVault({ vault: { ...plain, "concepts/Endless.md": deadly("upsert").replace("Deadly to", "Endless to"), "concepts/Read.md": deadly("lintAll") } });
  await makeMortal(host);
  await host.reloadPlugin();
  const endless = "it took longer than 20 seconds";
  expect(await outcome(host)).toMatchObject({ aside: { "concepts/Endless.md": endless }, concepts: 121, isInPlace: false });
  const report = JSON.parse(await host.cli("distinguo:lint", { format: "json" })) as { unread: unknown; summary: { notes: number } };
  expect(report).toMatchObject({ unread: [{ path: "concepts/Read.md", reason: "the engine did not survive it" }], summary: { notes: 121 } });
  // The index is filled anew after that, and holds the note: reading it does no harm.
  expect(await outcome(host)).toMatchObject({ aside: { "concepts/Endless.md": endless, "concepts/Read.md": "the engine did not survive it" }, concepts: 121, isInPlace: false });
  await host.close();
});

test("a computer that falls asleep while a note is read blames no note for it", async () => {
  const host = await openVault({ vault: { ...plain, "concepts/Slow.md": deadly("upsert").replace("Deadly to", "Slow to") } });
  await makeMortal(host);
  await host.reloadPlugin();
  expect(await outcome(host)).toEqual({ aside: {}, concepts: 121, noticed: [], started: 1, isInPlace: false });
  await host.close();
});

test("reading the vault can be paused, left off, and gone on with", async () => {
  const host = await openVault({ vault: plain });
  await lookInside(host);
  await host.page.evaluate(() => {
    const { vault } = window.host.app;
    vault.cachedRead = async (file) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return vault.adapter.readNow(file.path);
    };
  });
  await host.reloadPlugin();
  const state = () => host.page.evaluate(async () => {
    const { engine, feed } = window.inside();
    return { concepts: (await engine.graph()).concepts.length, progress: feed.progress, left: feed.left };
  });
  await host.page.waitForFunction(() => (window.inside().feed.progress?.done ?? 0) > 0);
  await host.page.evaluate(() => window.inside().feed.pause());
  await host.page.waitForTimeout(1500);
  const paused = await state();
  expect(paused).toMatchObject({ progress: { of: 120, isPaused: true }, left: 0 });
  expect(paused.concepts).toBeLessThan(120);
  expect(paused.progress?.done).toBe(paused.concepts);
  await host.page.evaluate(() => window.inside().feed.cancel());
  const cancelled = await state();
  expect(cancelled).toEqual({ concepts: paused.concepts, left: 120 - paused.concepts });
  // A note that changes is read all the same.
  await host.modify("concepts/Note 119.md", conceptNote("Last", []));
  await host.page.evaluate(() => window.inside().feed.upToDate());
  expect(await state()).toEqual({ concepts: paused.concepts + 1, left: 119 - paused.concepts });
  await host.page.evaluate(() => window.inside().feed.resume());
  await host.page.evaluate(() => window.inside().feed.upToDate());
  expect(await state()).toEqual({ concepts: 120, left: 0 });
  await host.close();
});
