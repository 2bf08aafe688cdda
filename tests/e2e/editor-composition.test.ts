import { expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { conflation, equated, openVault } from "./vault";

const words = async (host: HostPage): Promise<string[]> => (await host.marked(".distinguo-mark")).map(({ text }) => text);

/** What the editor is told of composing from now on, and what is drawn as a mark while it lasts. */
async function watch(host: HostPage): Promise<() => Promise<{ events: string[]; isComposing: boolean }>> {
  await host.page.evaluate(() => {
    const { contentDOM } = window.host.app.workspace.activeEditor?.cm ?? {};
    const events: string[] = [];
    Object.assign(window, { compositionEvents: events });
    for (const type of ["compositionstart", "compositionend"]) contentDOM?.addEventListener(type, () => events.push(type));
  });
  return () => host.page.evaluate(() => ({
    events: (window as Window & { compositionEvents?: string[] }).compositionEvents ?? [],
    isComposing: window.host.app.workspace.activeEditor?.cm.compositionStarted ?? false,
  }));
}

test("text is composed in a marked sentence without a mark's coming or going, and judged afterwards", async () => {
  const host = await openVault({ open: "Harbour" });
  await expect.poll(() => words(host)).toHaveLength(3);
  const told = await watch(host);
  const devtools = await host.page.context().newCDPSession(host.page);
  const compose = (text: string) => devtools.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  // Beside the marked words: what is composed in them CodeMirror leaves alone by itself.
  const at = (await host.text()).indexOf("sit on");
  await host.select(at);

  await compose("ｎ");
  await host.page.waitForTimeout(700);
  const all = [conflation.words, equated, "decentralized"];
  expect(await words(host)).toEqual(all);
  await compose("に");
  await compose("にほ");
  await host.page.waitForTimeout(1500);
  expect(await told()).toEqual({ events: ["compositionstart"], isComposing: true });
  expect((await host.text()).slice(at, at + 2)).toBe("にほ");
  expect(await words(host)).toEqual(all);

  await devtools.send("Input.insertText", { text: "日本" });
  await expect.poll(told).toEqual({ events: ["compositionstart", "compositionend"], isComposing: false });
  expect((await host.text()).slice(at, at + 2)).toBe("日本");
  await expect.poll(() => words(host)).toEqual(all.slice(1));
  // A second later the sentence has rested: it is the same conflation still.
  await expect.poll(() => words(host)).toEqual(all);
  await host.close();
});

test("marks that an edit before the composition has called for come when it is over", async () => {
  const host = await openVault({ open: "Harbour" });
  await expect.poll(() => words(host)).toHaveLength(3);
  const told = await watch(host);
  const devtools = await host.page.context().newCDPSession(host.page);
  const text = await host.text();
  await host.select(text.indexOf("sit on"));
  await host.type("x");
  await host.press("Backspace");
  expect(await words(host)).toHaveLength(2);
  await host.select(text.indexOf("Ledgers"));
  await devtools.send("Input.imeSetComposition", { text: "が", selectionStart: 1, selectionEnd: 1 });
  await host.page.waitForTimeout(1500);
  expect(await words(host)).toHaveLength(2);
  expect((await told()).isComposing).toBe(true);
  await devtools.send("Input.insertText", { text: "が" });
  await expect.poll(() => words(host)).toHaveLength(3);
  await host.close();
});

test("with live checking off, a mark that was composed in goes all the same", async () => {
  const host = await openVault({ open: "Harbour", data: JSON.stringify({ live: false }) });
  // The settings are there a moment after the plugin.
  await expect.poll(async () => (await host.command("distinguo:lint-note")) && words(host)).toHaveLength(3);
  const devtools = await host.page.context().newCDPSession(host.page);
  await host.select((await host.text()).indexOf("sit on"));
  await devtools.send("Input.imeSetComposition", { text: "が", selectionStart: 1, selectionEnd: 1 });
  expect(await words(host)).toHaveLength(3);
  await devtools.send("Input.insertText", { text: "が" });
  await expect.poll(() => words(host)).toHaveLength(2);
  await host.close();
});

const paragraphs = Array.from({ length: 200 }, (_, at) => (at % 20 === 0 ? `${conflation.sentence}\n` : "Ledgers have been kept here since the pier was built.\n")).join("\n");

/** Counts the timers that are set from now on. */
async function countTimers(host: HostPage): Promise<() => Promise<number>> {
  await host.page.evaluate(() => {
    const later = window.setTimeout.bind(window);
    const timers = { set: 0 };
    Object.assign(window, { timers, setTimeout: (run: () => void, delay?: number) => (timers.set++, later(run, delay)) });
  });
  return () => host.page.evaluate(() => (window as Window & { timers?: { set: number } }).timers?.set ?? -1);
}

const scrollTo = (host: HostPage, at: number) => host.page.evaluate((to) => {
  const view = window.host.app.workspace.activeEditor?.cm;
  if (view) view.scrollDOM.scrollTop = view.lineBlockAt(to).top - 50;
}, at);

const isShown = (host: HostPage, at: number): Promise<boolean> => host.marked(".distinguo-mark").then((all) => all.some(({ from }) => from > at && from < at + conflation.sentence.length));

test("a composition without text, as Android starts wherever the cursor is put on a word, holds nothing up", async () => {
  const host = await openVault({ vault: { "Long.md": paragraphs }, open: "Long" });
  await expect.poll(() => words(host)).not.toEqual([]);
  const at = paragraphs.indexOf("sit on");
  await host.select(at);
  await host.type("x");
  await host.press("Backspace");
  await host.select(paragraphs.indexOf("Ledgers"));
  await host.page.evaluate(() => window.host.app.workspace.activeEditor?.cm.contentDOM.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true })));
  expect((await watch(host).then((told) => told())).isComposing).toBe(true);
  expect(await isShown(host, -1)).toBe(false);
  await expect.poll(() => isShown(host, -1)).toBe(true);
  const last = paragraphs.lastIndexOf(conflation.sentence);
  await scrollTo(host, last);
  await expect.poll(() => isShown(host, last)).toBe(true);
  await host.close();
});

test("while text is composed, what is scrolled into view has its marks, and no timer spins", async () => {
  const host = await openVault({ vault: { "Long.md": paragraphs }, open: "Long" });
  await expect.poll(() => words(host)).not.toEqual([]);
  const devtools = await host.page.context().newCDPSession(host.page);
  await host.select(paragraphs.indexOf("sit on"));
  await devtools.send("Input.imeSetComposition", { text: "が", selectionStart: 1, selectionEnd: 1 });
  await host.page.waitForTimeout(1200);
  const timers = await countTimers(host);
  await host.page.waitForTimeout(1000);
  expect(await timers()).toBeLessThan(20);
  expect(await isShown(host, -1)).toBe(true);
  // Near enough for the line that is composed in to stay drawn.
  const next = paragraphs.indexOf(conflation.sentence, 10 + paragraphs.indexOf(conflation.sentence, 800));
  await scrollTo(host, next);
  await expect.poll(() => isShown(host, next)).toBe(true);
  await scrollTo(host, 0);
  await expect.poll(() => isShown(host, -1)).toBe(true);
  expect((await watch(host).then((told) => told())).isComposing).toBe(true);
  await devtools.send("Input.insertText", { text: "が" });
  await host.close();
});
