/** How long a plugin keeps the main thread from the writer: after a burst of typing, and when a long note is opened. */
import { trace, tasksOf } from "./trace.js";

/** Runs in the page: waits until the host has saved (2 s after the last key), read what it saved, and told the plugins. */
async function rest() {
  await new Promise((resolve) => {
    const { metadataCache } = window.host.app;
    const heard = metadataCache.on("resolved", () => {
      metadataCache.offref(heard);
      resolve();
    });
  });
  await window.bench.wait(500);
}

/** Runs in the page: what the browser itself counts as long tasks from now on. */
function watchLongTasks() {
  const { bench } = window;
  bench.longTasks = [];
  bench.observer?.disconnect();
  bench.observer = new PerformanceObserver((list) => bench.longTasks.push(...list.getEntries().map(({ duration }) => duration)));
  bench.observer.observe({ type: "longtask" });
}

/**
 * What a plugin did meanwhile, in milliseconds: the longest that it worked within one task by the processor's time, `cpu`,
 * and by the clock, `wall`, which counts what other programs took; how long that whole task was, `task`; and whether the
 * browser itself `told` the page of that one, as it does of any over 50. `longest` is the longest task of all.
 */
async function measured(page, name, act) {
  await page.evaluate(watchLongTasks);
  const events = await trace(page, act);
  const { address, told } = await page.evaluate(async (plugin) => {
    await window.bench.wait(100);
    return { address: window.bench.addresses[plugin], told: window.bench.longTasks };
  }, name);
  const tasks = tasksOf(events, address);
  const worst = tasks.reduce((most, task) => (task.ours > most.ours ? task : most));
  return {
    cpu: Math.max(...tasks.map(({ cpu }) => cpu)),
    wall: worst.ours,
    task: worst.took,
    told: told.some((duration) => Math.abs(duration - worst.took) < 5),
    longest: Math.max(...tasks.map(({ took }) => took)),
  };
}

/** Real keys where the cursor is, and then a rest. */
export async function measureBurst({ host, page, quiet }, name, { cursor, typed }) {
  await page.evaluate((plugin) => window.bench.load(plugin), name);
  await host.select(cursor);
  await page.evaluate((plugin) => window.bench.settled(plugin), name);
  await quiet();
  const found = await measured(page, name, async () => {
    await page.keyboard.type(typed, { delay: 25 });
    await page.evaluate(rest);
    await quiet();
  });
  await page.evaluate((plugin) => window.bench.unload(plugin), name);
  await page.evaluate(([from, to]) => window.bench.editor().dispatch({ changes: { from, to } }), [cursor, cursor + typed.length]);
  await host.flush();
  return found;
}

/** Opens a long note in a pane that has shown a short one. The host knows its metadata by then, as Obsidian does. */
export async function measureOpening({ host, page, quiet }, name, { long, short }) {
  await host.openNote(short);
  await page.evaluate((plugin) => window.bench.load(plugin), name);
  await quiet();
  const found = await measured(page, name, async () => {
    await host.openNote(long);
    await page.evaluate((plugin) => window.bench.settled(plugin), name);
    await quiet();
    await page.waitForTimeout(500);
  });
  await page.evaluate((plugin) => window.bench.unload(plugin), name);
  return found;
}
