import { afterEach, expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { openVault, vault } from "./vault";

let host: HostPage;
afterEach(async () => { await host.close(); });

const base = "filters: file.inFolder(\"concepts\")\nviews:\n  - type: distinguo-map\n    name: Map\n";

interface Watched {
  mapCalls: { begun: number[]; ended: number[]; keeping: number };
  /** Has the engine wait with what it is asked to keep, and answer it. */
  hold: () => void;
  answer: () => void;
}

/** Counts the maps that are begun and ended, and how often one is asked to be kept. */
const watch = (): Promise<void> =>
  host.page.evaluate(() => {
    const { engine } = window.host.plugins.get("distinguo") as unknown as { engine: Record<string, (...args: unknown[]) => Promise<unknown>> };
    let held = Promise.resolve();
    let release = (): void => undefined;
    const watched: Watched = { mapCalls: { begun: [], ended: [], keeping: 0 }, hold: () => { held = new Promise<void>((resolve) => (release = resolve)); }, answer: () => release() };
    const { beginMap, endMap, keepMap } = engine;
    if (!beginMap || !endMap || !keepMap) return;
    engine["beginMap"] = (...args) => {
      watched.mapCalls.begun.push(Number(args[0]));
      return beginMap(...args);
    };
    engine["endMap"] = (...args) => {
      watched.mapCalls.ended.push(Number(args[0]));
      return endMap(...args);
    };
    engine["keepMap"] = async (...args) => {
      watched.mapCalls.keeping++;
      await held;
      return keepMap(...args);
    };
    Object.assign(window, watched);
  });

const calls = (): Promise<Watched["mapCalls"]> => host.page.evaluate(() => (window as unknown as Watched).mapCalls);
const hold = (): Promise<void> => host.page.evaluate(() => (window as unknown as Watched).hold());
const answer = (): Promise<void> => host.page.evaluate(() => (window as unknown as Watched).answer());

test("a base that is closed while its map is about to be begun again begins none, and leaves none in the engine", async () => {
  host = await openVault({ vault: { ...vault, "Concepts.base": base } });
  await watch();
  await host.openNote("Concepts.base");
  const canvas = host.page.locator(".distinguo-base:visible .distinguo-map-canvas");
  // At rest it is kept.
  await expect.poll(async () => (await calls()).keeping).toBe(1);
  await hold();
  await host.modify("concepts/Governance.md", "# Governance\n\n*Governance is how a group comes to its decisions.*\n\n## Related concepts\n\n- [[Networks]]: where they meet.\n");
  await expect.poll(async () => (await calls()).keeping).toBe(2);
  await host.page.evaluate(() => window.host.app.workspace.activeLeaf?.detach());
  await expect.poll(() => canvas.count()).toBe(0);
  await answer();
  // Whatever comes of the answer has come once the engine has answered something else.
  await host.page.evaluate(() => (window.host.plugins.get("distinguo") as unknown as { engine: { about(): Promise<unknown> } }).engine.about().then(() => undefined));
  const { begun, ended } = await calls();
  expect(begun).toHaveLength(1);
  expect(ended).toEqual(begun);
});
