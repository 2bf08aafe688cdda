/** A page of the host with a large vault, held before the plugin is loaded, and what is measured of a start in it. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openHost } from "../../../tests/browser/open-host";
import { parseNote } from "../../../tests/host/parse-note";
import { copiedNotes, megabytesOf } from "../vaults.js";

/** What the host's parser makes of texts, each once; kept in a file for who measures next. */
function metadataOf(work, texts) {
  const file = join(work, "metadata.json");
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(texts.map((text) => [text, parseNote(text)])));
  return new Map(JSON.parse(readFileSync(file, "utf8")));
}

/** The large vault as texts by path, with its metadata and the note to open: one that is tied to many. */
export function largeVault(work) {
  const { name, notes } = copiedNotes(work);
  console.log(`${name}: ${notes.length.toLocaleString("en")} notes, ${megabytesOf(notes).toFixed(1)} MB. The host's metadata is made first, in about half a minute.`);
  const open = notes.find(({ path }) => /concepts\/distributed\.md$/.test(path)) ?? notes.find(({ path, text }) => path.includes("concepts/") && text.includes("Related"));
  return { name, count: notes.length, vault: Object.fromEntries(notes.map(({ path, text }) => [path, text])), parsed: metadataOf(work, [...new Set(notes.map(({ text }) => text))]), open: open.path };
}

/** `main.js` that tells how long its `onload` took, and reading and running it before, in milliseconds: `window.benchLoaded`. */
export function timed(files) {
  const main = `const benchBegan = performance.now();
${files.main}
;{
  const { prototype } = module.exports.default ?? module.exports;
  const { onload } = prototype;
  const ran = performance.now() - benchBegan;
  prototype.onload = function () {
    const began = performance.now();
    const loaded = onload.call(this);
    window.benchLoaded = { ran, onload: performance.now() - began };
    return loaded;
  };
}`;
  return { ...files, main };
}

/** Runs in the page, while it is held: gets ready to tell of the start. */
function install() {
  const { host } = window;
  const bench = { address: "", seen: [], indexed: null };
  // As it was left: with the sidebar open.
  host.app.workspace.rightSplit.expand();
  const scripts = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node.localName === "script") bench.address = node.src;
  });
  scripts.observe(document.head, { childList: true });
  const look = () => {
    const rows = [...document.querySelectorAll(".workspace-leaf-content[data-type=distinguo-concepts] [role=treeitem]")].map((row) => row.textContent);
    const shown = rows.length === 0 ? "" : rows.join("\n");
    if (bench.seen.at(-1)?.shown !== shown) bench.seen.push({ at: performance.now(), shown });
  };
  /** The index holds the vault once the feed has no progress to tell of. */
  const watch = (began) => {
    const plugin = host.plugins.ids().includes("distinguo") ? host.plugins.get("distinguo") : null;
    if (plugin && plugin.feed.progress === undefined) bench.indexed = performance.now() - began;
    else window.setTimeout(() => watch(began), 5);
  };
  bench.start = async (isOurs) => {
    new MutationObserver(look).observe(document.querySelector(".mod-right-split"), { subtree: true, childList: true, characterData: true });
    const began = performance.now();
    host.app.workspace.onLayoutReady(() => {
      bench.ready = performance.now() - began;
    });
    if (isOurs) watch(began);
    host.go();
    await window.hostReady;
    return began;
  };
  window.bench = bench;
}

/** Opens the host, held. */
export async function openHeld({ vault, parsed, open }, plugin) {
  const host = await openHost({ vault, parsed, open, plugin: timed(plugin), held: true, deferred: ["distinguo-concepts"] });
  await host.page.evaluate(install);
  return host;
}

/** Loads the page again, as it was at first but for what the browser keeps, held. */
export async function again({ page }) {
  await page.reload();
  await page.waitForFunction(() => "host" in window && window.host.go !== null);
  await page.evaluate(install);
}

/** Waits until the page and its workers have done nothing for half a second; a minute at most, since another program may keep it from its rest. */
export async function rested({ page }) {
  const browser = await page.context().browser().newBrowserCDPSession();
  const cpu = async () => {
    const { processInfo } = await browser.send("SystemInfo.getProcessInfo");
    return processInfo.filter(({ type }) => type === "renderer").reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
  let before = await cpu();
  for (let time = 0, still = 0; still < 5; time++) {
    if (time === 600) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
    const now = await cpu();
    still = now - before < 0.01 ? still + 1 : 0;
    before = now;
  }
  await browser.detach();
}

/**
 * Ends the waiting and follows the start, until the index holds the vault and the sidebar has stood still for two seconds. (Whether
 * the page rests can't be asked here: while it is traced, it never does.)
 * @returns seconds until the index held the vault, `indexed`, until the host had its layout, `ready`, and until the sidebar first showed what it showed in the end, `shown`;
 * that text; and the milliseconds of `onload` and of what ran before it
 */
export async function started(host) {
  const began = await host.page.evaluate(() => window.bench.start(true));
  await host.page.waitForFunction(() => window.bench.indexed !== null, undefined, { timeout: 600_000, polling: 200 });
  await host.page.waitForFunction(() => window.bench.seen.at(-1)?.shown && performance.now() - window.bench.seen.at(-1).at > 2000, undefined, { timeout: 600_000, polling: 200 });
  const { seen, indexed, ready, loaded } = await host.page.evaluate(() => ({ seen: window.bench.seen, indexed: window.bench.indexed, ready: window.bench.ready, loaded: window.benchLoaded }));
  const { shown } = seen.at(-1);
  return { indexed: indexed / 1000, ready: ready / 1000, shown: (seen.find((one) => one.shown === shown).at - began) / 1000, text: shown, ...loaded };
}
