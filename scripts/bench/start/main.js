/** The first index of a large vault in the app, later starts, what they keep the main thread from, and the memory of the index; beside a peer. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundled, ours } from "../editor/plugins.js";
import { tasksOf, trace } from "../editor/trace.js";
import { handOver } from "../hand-over.js";
import { loadNow, row } from "../results.js";
import { median } from "../statistics.js";
import { isDoubtful, startDoubts } from "./controls.js";
import { again, largeVault, openHeld, rested, started } from "./desk.js";
import { pageHeap, workersHeap } from "./heap.js";

const part = "Start in the app";
const peerName = "remark-parse of every note on the main thread";
const laterStarts = 3;
const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The longest that the plugin worked within one task while it started, in milliseconds of the processor. */
async function longestBlock(host) {
  const events = await trace(host.page, () => started(host));
  const address = await host.page.evaluate(() => window.bench.address);
  return Math.max(...tasksOf(events, address).map(({ cpu }) => cpu));
}

async function emptyHeap(plugin) {
  const host = await openHeld({ vault: { "concepts/Start.md": "# Start\n\n## Related concepts\n\n- [[End]]: it comes after.\n" }, parsed: new Map(), open: "Start" }, plugin);
  await started(host);
  const heap = await workersHeap(host.page);
  await host.close();
  return heap;
}

async function measureOurs(large, plugin) {
  let host = await openHeld(large, plugin);
  const first = await started(host);
  console.log(`ours, first index: ${first.indexed.toFixed(2)} s, in the sidebar after ${first.shown.toFixed(2)} s`);
  const heap = (await workersHeap(host.page)) - (await emptyHeap(plugin));
  console.log(`ours, memory of the index: ${heap.toFixed(1)} MB`);
  // What is kept for the next start may be put off a little.
  await host.page.waitForTimeout(3000);
  await rested(host);
  const kept = await host.page.evaluate(async () => (await indexedDB.databases()).length);
  if (kept === 0) console.log("ours keeps nothing for the next start, in this build");
  const later = [];
  for (let time = 1; time <= laterStarts; time++) {
    await again(host);
    const found = await started(host);
    if (found.text !== first.text) throw new Error("a later start shows something else than the first");
    console.log(`ours, later start ${time}: in the sidebar after ${found.shown.toFixed(2)} s, indexed after ${found.indexed.toFixed(2)} s, the host's layout after ${found.ready.toFixed(2)} s; onload ${found.onload.toFixed(1)} ms`);
    later.push(found);
  }
  await again(host);
  const laterBlock = await longestBlock(host);
  await host.close();
  host = await openHeld(large, plugin);
  const firstBlock = await longestBlock(host);
  await host.close();
  const loads = [first, ...later];
  return {
    first: Math.max(first.indexed, first.shown), later: median(later.map(({ shown }) => shown)), ready: median(later.map(({ ready }) => ready)), firstBlock, laterBlock, heap,
    onload: median(loads.map(({ onload }) => onload)), ran: median(loads.map(({ ran }) => ran)),
  };
}

async function measurePeer(large) {
  const host = await openHeld(large, await bundled("peer", "start/peer.js"));
  const before = await pageHeap(host.page);
  const began = await host.page.evaluate(() => window.bench.start(false));
  await host.page.waitForFunction(() => window.host.plugins.get("peer").told.isComplete, undefined, { timeout: 600_000, polling: 500 });
  const { last, longest } = await host.page.evaluate(() => window.host.plugins.get("peer").told);
  await rested(host);
  const heap = (await pageHeap(host.page)) - before;
  await host.close();
  console.log(`peer, first index: ${((last - began) / 1000).toFixed(1)} s, at most ${longest.toFixed(0)} ms without a pause, ${heap.toFixed(0)} MB`);
  return { first: (last - began) / 1000, longest, heap };
}

async function measureStart(work) {
  console.log(`The start in the app, in Chromium. Load of the machine: ${loadNow()}.`);
  const plugin = await ours();
  if (isDoubtful(await startDoubts())) return null;
  const large = largeVault(work);
  const own = await measureOurs(large, plugin);
  const peer = await measurePeer(large);
  const figure = (what, unit, found, bar, beside = null) => row({ part, what, unit, ours: found, bar, peer: beside, peerName });
  const notes = `${large.count.toLocaleString("en")} notes`;
  return [
    figure(`first index of ${notes}`, "s", own.first, 6, peer.first),
    figure("a later start, until the sidebar is complete", "s", own.later, 0.5, peer.first),
    figure("the same, of it until the host has opened the note and has its layout", "s", own.ready, null),
    figure("longest block of the main thread, first index", "ms", own.firstBlock, 50, peer.longest),
    figure("longest block of the main thread, a later start", "ms", own.laterBlock, 50, peer.longest),
    figure("memory of the index", "MB", own.heap, 60, peer.heap),
    figure("onload", "ms", own.onload, 20),
    figure("main.js, run before onload", "ms", own.ran, null),
    figure("main.js, the worker in it", "kB", statSync(join(root, "dist/plugin/main.js")).size / 1000, 300),
  ];
}

await handOver(await measureStart(process.argv[2]));
