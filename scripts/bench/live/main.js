/** What changes in a large vault while the app runs: how soon the index is quiet again, and what it keeps the main thread from meanwhile; beside a peer. */
import { bundled, ours } from "../editor/plugins.js";
import { tasksOf, trace } from "../editor/trace.js";
import { handOver } from "../hand-over.js";
import { loadNow, row } from "../results.js";
import { isDoubtful, startDoubts } from "../start/controls.js";
import { largeVault, openHeld, started } from "../start/desk.js";

const part = "Changes while the app runs";
const peerName = "remark-parse of every note that changed";
const [moved, changed] = [1000, 3000];

/** What happens, as scripts that a trace knows by their addresses: two acts, and one that does something known, half a second after it. */
const acts = {
  move: `window.benchMove = () => {
    const { vault } = window.host.app;
    return vault.rename(vault.getFolderByPath("moving"), "moved");
  };`,
  checkout: `window.benchCheckout = async () => {
    const { vault, workspace } = window.host.app;
    const files = vault.getMarkdownFiles().filter((file) => file.path.startsWith("k") && file !== workspace.getActiveFile()).slice(0, ${changed});
    const texts = files.map((file) => vault.adapter.readNow(file.path));
    for (const [at, file] of files.entries()) {
      await vault.modify(file, texts[(at + 1) % texts.length]);
      if (at % 25 === 24) await new Promise((resolve) => window.setTimeout(resolve));
    }
  };`,
  nothing: `window.benchNothing = () => {
    const end = performance.now() + 10;
    while (performance.now() < end);
    window.setTimeout(window.benchLate, 500);
  };`,
  late: `window.benchLate = () => {
    const end = performance.now() + 60;
    while (performance.now() < end);
  };`,
};

/** Runs in the page: adds scripts, and gives their addresses by name. */
async function addScripts(codes) {
  const addresses = {};
  for (const [name, code] of Object.entries(codes)) {
    const script = document.createElement("script");
    addresses[name] = script.src = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    document.head.append(script);
    await new Promise((resolve) => (script.onload = resolve));
  }
  return addresses;
}

/** Runs in the page: waits until the app has read what changed, and the plugins have taken it. */
async function quiet() {
  const { plugins, app: { metadataCache } } = window.host;
  await metadataCache.settled();
  if (!plugins.ids().includes("distinguo")) return;
  // What is told late by a timer is waited for, too.
  await new Promise((resolve) => window.setTimeout(resolve, 1000));
  await plugins.get("distinguo").feed.upToDate();
}

/** When what a script did ended: tasks in which it worked for a millisecond. What is shorter is a timer that is set, or a word to the worker, as that the index be kept for the next start. */
const ends = (tasks) => tasks.filter(({ ours: own }) => own > 1).map(({ began, took }) => began + took);

/** Seconds from the end of an act to the end of the last task in which a script did anything, and the longest of its tasks in milliseconds of the processor. */
async function follow(host, call, act, script) {
  const events = await trace(host.page, async () => {
    await host.page.evaluate((name) => window[name](), call);
    await host.page.evaluate(quiet);
    await host.page.waitForTimeout(3000);
  });
  const tasks = tasksOf(events, script);
  const after = Math.max(...ends(tasks), 0) - Math.max(...ends(tasksOf(events, act)));
  return { quiet: Math.max(0, after / 1000), longest: Math.max(...tasks.map(({ cpu }) => cpu)) };
}

async function measurePlugin(large, plugin, isOurs, say) {
  const host = await openHeld(large, plugin);
  if (isOurs) await started(host);
  else {
    await host.page.evaluate(() => window.bench.start(false));
    await host.page.waitForFunction(() => window.host.plugins.get("peer").told.isComplete, undefined, { timeout: 600_000, polling: 500 });
  }
  const own = await host.page.evaluate(() => window.bench.address);
  const addresses = await host.page.evaluate(addScripts, acts);
  const known = await follow(host, "benchNothing", addresses.nothing, addresses.late);
  const found = { known };
  for (const name of ["move", "checkout"]) {
    found[name] = await follow(host, `bench${name === "move" ? "Move" : "Checkout"}`, addresses[name], own);
    console.log(`${say}, ${name}: quiet after ${found[name].quiet.toFixed(2)} s, at most ${found[name].longest.toFixed(1)} ms of one task`);
  }
  await host.close();
  return found;
}

/** The large vault with a folder of notes that will be moved. */
function withFolder(large) {
  const paths = Object.entries(large.vault);
  return { ...large, vault: Object.fromEntries(paths.map(([path, text], at) => [at < paths.length - moved ? path : `moving/${path}`, text])) };
}

async function measureLive(work) {
  console.log(`Changes while the app runs, in Chromium. Load of the machine: ${loadNow()}.`);
  const plugin = await ours();
  if (isDoubtful(await startDoubts())) return null;
  const large = withFolder(largeVault(work));
  const own = await measurePlugin(large, plugin, true, "ours");
  const { quiet: after, longest } = own.known;
  console.log(`control: 60 ms, half a second after the act, show as ${longest.toFixed(1)} ms and ${after.toFixed(2)} s`);
  if (isDoubtful(after > 0.5 && after < 0.8 ? [] : [`what ends 0.56 s after an act shows as ${after.toFixed(2)} s`])) return null;
  const peer = await measurePlugin(large, await bundled("peer", "start/peer.js"), false, "peer");
  const figure = (what, unit, found, bar, beside) => row({ part, what, unit, ours: found, bar, peer: beside, peerName });
  return [["move", `a folder of ${moved.toLocaleString("en")} notes is moved`], ["checkout", `${changed.toLocaleString("en")} notes are changed`]].flatMap(([name, what]) => [
    figure(`${what}: quiet after`, "s", own[name].quiet, 1, peer[name].quiet),
    figure(`${what}: longest block of the main thread`, "ms", own[name].longest, 50, peer[name].longest),
  ]);
}

await handOver(await measureLive(process.argv[2]));
