/** A plugin that does what is known beforehand, by which one sees whether the measurement can be believed. */
import { files } from "../editor/plugins.js";
import { tasksOf, trace } from "../editor/trace.js";
import { openHeld } from "./desk.js";
import { workersHeap } from "./heap.js";

const control = files("control", `
const { Plugin } = require("obsidian");
function burn(milliseconds) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}
function hold() {
  const held = Array.from({ length: 2_500_000 }, (_, number) => number + 0.5);
  self.onmessage = () => self.postMessage(held.length);
}
module.exports = class extends Plugin {
  onload() {
    burn(30);
    // Often: where other programs run, 60 ms by the clock are fewer of the processor; what shows at best is what can be shown.
    for (let time = 1; time <= 12; time++) this.app.workspace.onLayoutReady(() => window.setTimeout(() => burn(60), 200 * time));
    const address = URL.createObjectURL(new Blob(["(" + hold + ")()"], { type: "text/javascript" }));
    new Worker(address).postMessage("");
  }
};
`);

/** Says why a measurement can't be believed, if it can't. */
export function isDoubtful(doubts) {
  if (doubts.length > 0) console.log(`The measurement failed, not the plugin; measure again where less else is running: ${doubts.join("; ")}.`);
  return doubts.length > 0;
}

/** Why the measurement can't be believed; empty where it can. */
export async function startDoubts() {
  const host = await openHeld({ vault: { "Start.md": "# Start\n" }, parsed: new Map(), open: "Start" }, control);
  const events = await trace(host.page, async () => {
    await host.page.evaluate(() => window.bench.start(false));
    await host.page.waitForTimeout(3000);
  });
  const { address, loaded } = await host.page.evaluate(() => ({ address: window.bench.address, loaded: window.benchLoaded }));
  const heap = await workersHeap(host.page);
  await host.close();
  const block = Math.max(...tasksOf(events, address).map(({ cpu, took }) => (took > 45 ? cpu : 0)));
  console.log(`control: 30 ms in onload show as ${loaded.onload.toFixed(1)}, 60 ms in a task as ${block.toFixed(1)}, 20 MB in a worker as ${heap.toFixed(1)}`);
  const between = (value, from, to, text) => (value >= from && value <= to ? [] : [`${text} ${value.toFixed(1)}`]);
  return [
    ...between(loaded.onload, 30, 60, "30 ms in onload show as"),
    ...between(block, 45, 75, "60 ms in a task show as"),
    ...between(heap, 19, 26, "20 MB in a worker show as"),
  ];
}
