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
