import { expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { openVault } from "./vault";

const words = async (host: HostPage): Promise<string[]> => (await host.marked(".distinguo-mark")).map(({ text }) => text);

/** Counts, after the garbage has been collected, what the page holds. */
async function counter(host: HostPage): Promise<() => Promise<{ JSEventListeners: number; Nodes: number; listeners: number }>> {
  const devtools = await host.page.context().newCDPSession(host.page);
  await devtools.send("Performance.enable");
  return async () => {
    // The host saves what was typed two seconds later, and holds the view until then, with or without a plugin.
    await host.page.waitForTimeout(2500);
    // What the collector leaves the first time it takes the second.
    for (let time = 0; time < 3; time++) {
      await devtools.send("HeapProfiler.collectGarbage");
      await host.page.waitForTimeout(100);
    }
    const { metrics } = await devtools.send("Performance.getMetrics");
    const count = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
    return { JSEventListeners: count("JSEventListeners"), Nodes: count("Nodes"), listeners: await host.page.evaluate(() => window.host.listeners()) };
  };
}

const times = 8;

/** Does something a few times, and again as often; gives by how much more the page holds after the second round, for each time. */
async function growth(host: HostPage, act: () => Promise<void>): Promise<{ JSEventListeners: number; Nodes: number; listeners: number }> {
  const count = await counter(host);
  const round = async () => {
    for (let time = 0; time < times; time++) await act();
    return count();
  };
  const before = await round();
  const after = await round();
  const each = (key: keyof typeof after): number => Math.max(0, Math.floor((after[key] - before[key]) / times));
  return { JSEventListeners: each("JSEventListeners"), Nodes: each("Nodes"), listeners: each("listeners") };
}

test("notes that are opened, edited and closed leave nothing", async () => {
  const host = await openVault({ open: "Quiet" });
  const grown = await growth(host, async () => {
    await host.openNote("Harbour.md", "tab");
    await expect.poll(() => words(host)).toHaveLength(3);
    await host.select((await host.text()).indexOf("sit on"));
    await host.type("x");
    await host.press("Backspace");
    // Closed while an answer is waited for.
    await host.page.evaluate(() => window.host.app.workspace.activeLeaf?.detach());
  });
  expect(grown).toEqual({ JSEventListeners: 0, Nodes: 0, listeners: 0 });
  await host.close();
});

test("a note that is closed under its card is not held on to", async () => {
  const host = await openVault({ open: "Quiet" });
  const count = await counter(host);
  const opened = async (): Promise<void> => {
    await host.openNote("Harbour.md", "tab");
    await expect.poll(() => words(host)).toHaveLength(3);
  };
  const closed = (): Promise<void> => host.page.evaluate(() => window.host.app.workspace.activeLeaf?.detach());
  await opened();
  await closed();
  await count();
  await opened();
  await host.page.evaluate(() => Object.assign(window, { held: new WeakRef(window.host.app.workspace.activeEditor?.cm ?? {}) }));
  await host.select((await host.text()).indexOf("decentralized") + 1);
  expect(await host.command("distinguo:show-card")).toBe(true);
  await host.page.getByRole("dialog").getByRole("button", { name: "Ignore…" }).waitFor();
  await closed();
  await host.page.getByRole("dialog").waitFor({ state: "detached" });
  // The app itself may hold on to the last one.
  await opened();
  await closed();
  await count();
  expect(await host.page.evaluate(() => ("held" in window && window.held instanceof WeakRef ? window.held.deref() === undefined : undefined))).toBe(true);
  await host.close();
});

test("a plugin that is turned off and on leaves nothing, and marks what is open", async () => {
  const host = await openVault({ open: "Harbour" });
  const grown = await growth(host, async () => {
    await expect.poll(() => words(host)).toHaveLength(3);
    await host.reloadPlugin();
  });
  expect(grown).toEqual({ JSEventListeners: 0, Nodes: 0, listeners: 0 });
  await host.close();
});

test("other notes in the same pane leave nothing", async () => {
  const host = await openVault({ open: "Quiet" });
  const grown = await growth(host, async () => {
    await host.openNote("Harbour.md");
    await expect.poll(() => words(host)).toHaveLength(3);
    await host.openNote("Quiet.md");
    expect(await words(host)).toEqual([]);
  });
  expect(grown).toEqual({ JSEventListeners: 0, Nodes: 0, listeners: 0 });
  await host.close();
});
