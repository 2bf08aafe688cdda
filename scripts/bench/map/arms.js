/** What is compared: our map, its peer, and the controls, each from nothing to a map at rest in the same page. */
import { tasksOf, trace } from "../editor/trace.js";

/** How long a map may take to come to rest, in milliseconds. */
const patience = 90_000;

/** Runs in the page: tells when a canvas has first shown enough dots in one frame, whoever draws them. */
export function install(code) {
  const { prototype } = CanvasRenderingContext2D;
  const dots = { count: 0, wanted: Infinity, frame: 0, seen: undefined };
  for (const method of ["arc", "fillRect"]) {
    const draw = prototype[method];
    prototype[method] = function (...args) {
      dots.count++;
      return draw.apply(this, args);
    };
  }
  const wait = (milliseconds) => new Promise((resolve) => window.setTimeout(resolve, milliseconds));
  /** Settles when a frame with so many dots has been painted. */
  const picture = async (wanted) => {
    for (;;) {
      dots.count = 0;
      // All that is drawn from here on to the next such call is one frame.
      await new Promise((resolve) => window.requestAnimationFrame(resolve));
      if (dots.count >= wanted) {
        await new Promise((resolve) => window.setTimeout(resolve));
        return performance.now();
      }
    }
  };
  const script = document.createElement("script");
  script.src = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  document.head.append(script);

  window.bench = {
    peer: script.src,
    wait,
    /** Shows a map, and tells after how many milliseconds there was a picture of it, and after how many it had come to rest. */
    async run(name, wanted) {
      const stage = document.querySelector(".workspace-split.mod-root").getBoundingClientRect();
      const began = performance.now();
      const first = picture(wanted).then((at) => at - began);
      let close;
      const settled = new Promise((resolve) => {
        const rest = () => resolve(performance.now() - began);
        if (name === "distinguo") {
          window.host.app.run("distinguo:open-map");
          const watch = window.setInterval(() => {
            const bar = document.querySelector(".distinguo-map-status progress");
            if (!bar?.hidden || !document.querySelector(".distinguo-map-status").textContent.includes("concepts")) return;
            window.clearInterval(watch);
            rest();
          }, 5);
          close = () => window.host.app.workspace.getLeavesOfType("distinguo-map").forEach((leaf) => leaf.detach());
          return;
        }
        const el = document.body.createDiv();
        Object.assign(el.style, { position: "fixed", inset: "0", width: `${stage.width}px`, height: `${stage.height}px`, zIndex: "1000", background: "white" });
        if (name === "peer") {
          // Both begin with the index, which is in the worker.
          let end;
          close = () => {
            end();
            el.remove();
          };
          void window.host.plugins.get("distinguo").engine.graph().then(({ concepts, relations }) => {
            const known = new Set(concepts.map(({ path }) => path));
            const nodes = concepts.map(({ path, prefLabel }) => ({ id: path, name: prefLabel }));
            const links = relations.filter(({ source, target }) => known.has(source) && known.has(target)).map(({ source, target }) => ({ source, target }));
            end = window.showPeer(el, { nodes, links }, rest);
          });
          return;
        }
        close = () => el.remove();
        const canvas = el.createEl("canvas", { attr: { width: 600, height: 600 } });
        // A picture that comes after 200 ms, and a task of 60 ms after it.
        window.setTimeout(() => window.drawLate(canvas.getContext("2d"), wanted, rest), 200);
      });
      const found = { first: await first, settled: await settled };
      await wait(300);
      close();
      await wait(300);
      return found;
    },
  };
}

/** The script of the control, which has an address of its own. */
export const late = `window.drawLate = (context, count, rest) => {
  window.requestAnimationFrame(() => {
    for (let dot = 0; dot < count; dot++) context.fillRect(dot % 600, dot / 600, 1, 1);
    window.setTimeout(() => {
      const end = performance.now() + 60;
      while (performance.now() < end);
      rest();
    }, 100);
  });
};`;

/**
 * One arm, traced: when it had a picture, when it was at rest, and, by the processor's time, the longest that its script worked
 * within one task, `longest`, and the longest of the tasks in which it did, with what the browser did there, `whole`.
 */
export async function runArm(page, { name, address, wanted }) {
  let found;
  const events = await trace(page, async () => {
    found = await page.evaluate(([arm, dots]) => window.bench.run(arm, dots), [name, wanted]);
  });
  if (found.settled > patience) throw new Error(`${name} has not come to rest`);
  const tasks = tasksOf(events, address).filter(({ ours }) => ours > 0.2);
  return { ...found, longest: tasks.reduce((most, { cpu }) => Math.max(most, cpu), 0), whole: tasks.reduce((most, { busy }) => Math.max(most, busy), 0) };
}
