import { expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { openVault, vault } from "./vault";

/** What a page of the host holds and does, counted from now on. */
interface Ledger {
  /** Methods that were asked of the engine. */
  asked: string[];
  /** Workers that were started and not ended. */
  workers: number;
  /** Timers and frames that wait. */
  timers: number;
}

/** Has the page keep a ledger of what is started, asked and ended from now on. */
async function keepLedger(host: HostPage): Promise<void> {
  await host.page.evaluate(() => {
    const waiting = new Set<string>();
    const ledger = { asked: [] as string[], workers: 0, get timers() { return waiting.size; } };
    Object.assign(window, { ledger });
    const of = Worker.prototype;
    const own = { post: Reflect.get(of, "postMessage"), end: Reflect.get(of, "terminate") };
    of.postMessage = function (this: Worker, message: unknown, ...rest: unknown[]): void {
      if (typeof message === "object" && message !== null && "method" in message) ledger.asked.push(String(message.method));
      Reflect.apply(own.post, this, [message, ...rest]);
    };
    of.terminate = function (this: Worker): void {
      ledger.workers--;
      Reflect.apply(own.end, this, []);
    };
    window.Worker = class extends Worker {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        ledger.workers++;
      }
    };
    for (const [start, end] of [["setTimeout", "clearTimeout"], ["requestAnimationFrame", "cancelAnimationFrame"]] as const) {
      const begin: (run: (...args: unknown[]) => void, ...rest: unknown[]) => number = window[start].bind(window) as never;
      const stop: (id: number) => void = window[end].bind(window);
      Object.assign(window, {
        [start]: (run: (...args: unknown[]) => void, ...rest: unknown[]) => {
          const id: number = begin((...args: unknown[]) => {
            waiting.delete(`${start} ${id}`);
            run(...args);
          }, ...rest);
          waiting.add(`${start} ${id}`);
          return id;
        },
        [end]: (id: number) => {
          waiting.delete(`${start} ${id}`);
          stop(id);
        },
      });
    }
    const [every, never] = [window.setInterval.bind(window), window.clearInterval.bind(window)];
    Object.assign(window, {
      setInterval: (run: () => void, ...rest: number[]) => {
        const id = every(run, ...rest);
        waiting.add(`setInterval ${id}`);
        return id;
      },
      clearInterval: (id: number) => {
        waiting.delete(`setInterval ${id}`);
        never(id);
      },
    });
  });
}

const ledgerOf = (host: HostPage): Promise<Ledger> => host.page.evaluate(() => ({ ...(window as unknown as { ledger: Ledger }).ledger }));

/** What the page holds after the garbage has been collected. */
async function held(host: HostPage): Promise<{ nodes: number; listeners: number; events: number; canvases: number; workers: number; timers: number }> {
  const devtools = await host.page.context().newCDPSession(host.page);
  await devtools.send("Performance.enable");
  // What waits for no more than a moment is over by then.
  await host.page.waitForTimeout(1200);
  for (let time = 0; time < 3; time++) {
    await devtools.send("HeapProfiler.collectGarbage");
    await host.page.waitForTimeout(100);
  }
  const { metrics } = await devtools.send("Performance.getMetrics");
  await devtools.detach();
  const count = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  const { workers, timers } = await ledgerOf(host);
  const [events, canvases] = await host.page.evaluate(() => [window.host.listeners(), document.querySelectorAll("canvas").length] as const);
  return { nodes: count("Nodes"), listeners: count("JSEventListeners"), events, canvases, workers, timers };
}

const times = 100;

/** Opens and closes a view again and again; gives what more the page holds after the last time than after the first few. */
async function grown(host: HostPage, open: () => Promise<void>, type: string): Promise<Awaited<ReturnType<typeof held>>> {
  const once = async (): Promise<void> => {
    await open();
    await host.page.evaluate((view) => window.host.app.workspace.detachLeavesOfType(view), type);
  };
  for (let time = 0; time < 5; time++) await once();
  const before = await held(host);
  for (let time = 0; time < times; time++) await once();
  const after = await held(host);
  const more = (key: keyof typeof after): number => Math.max(0, after[key] - before[key]);
  // Less than one for each time is what the browser keeps for itself.
  const each = (key: keyof typeof after): number => Math.floor(more(key) / times);
  return { nodes: each("nodes"), listeners: each("listeners"), events: more("events"), canvases: more("canvases"), workers: more("workers"), timers: more("timers") };
}

const nothing = { nodes: 0, listeners: 0, events: 0, canvases: 0, workers: 0, timers: 0 };

test("the sidebar, opened and closed a hundred times, leaves nothing", async () => {
  const host = await openVault({ open: "concepts/Distributed" });
  await keepLedger(host);
  const open = async (): Promise<void> => {
    await host.command("distinguo:open-concepts");
    await host.rightSidebar.locator(".distinguo-node").first().waitFor();
  };
  expect(await grown(host, open, "distinguo-concepts")).toEqual(nothing);
  await host.close();
});

test("the map of all concepts, opened and closed a hundred times, leaves nothing", async () => {
  const host = await openVault({ open: "concepts/Distributed" });
  await keepLedger(host);
  const open = async (): Promise<void> => {
    await host.command("distinguo:open-map");
    await host.page.locator(".distinguo-map-canvas").waitFor();
    await expect.poll(() => host.page.locator(".distinguo-map-status").innerText()).toContain("concepts");
  };
  expect(await grown(host, open, "distinguo-map")).toEqual(nothing);
  await host.close();
});

test("a note with a block of each kind, opened and closed a hundred times, leaves nothing", async () => {
  const blocks = ["show: concept\nnote: Distributed", "show: square", "show: problems\nfolder: /"].map((text) => `\`\`\`distinguo\n${text}\n\`\`\`\n`).join("\n");
  const host = await openVault({ vault: { ...vault, "Page.md": `# Page\n\n${blocks}` }, open: "Quiet" });
  await keepLedger(host);
  const open = async (): Promise<void> => {
    await host.openNote("Page.md", "tab");
    await host.mode("preview");
    // The editor of the note has blocks of its own, which are out of sight and so are not drawn.
    const [embeds, drawn] = [host.reading.locator(".distinguo-embed"), [".distinguo-node", "tbody tr", ".distinguo-finding"]];
    for (const [at, part] of drawn.entries()) {
      await embeds.nth(at).scrollIntoViewIfNeeded();
      await embeds.nth(at).locator(part).first().waitFor();
    }
  };
  expect(await grown(host, open, "markdown")).toEqual(nothing);
  await host.close();
});

test("the diagnostics of the vault, opened and closed a hundred times, leave nothing", async () => {
  const host = await openVault({ open: "Quiet" });
  await keepLedger(host);
  const open = async (): Promise<void> => {
    await host.command("distinguo:open-diagnostics");
    await host.rightSidebar.locator(".distinguo-finding").first().waitFor();
  };
  expect(await grown(host, open, "distinguo-diagnostics")).toEqual(nothing);
  await host.close();
});

test("a list of diagnostics that is hidden asks nothing of the engine", async () => {
  const host = await openVault({ open: "Quiet" });
  await host.command("distinguo:open-diagnostics");
  await host.rightSidebar.locator(".distinguo-report-sum[aria-busy=false]").waitFor();
  await host.page.evaluate(() => window.host.app.workspace.rightSplit.collapse());
  await keepLedger(host);
  await host.modify("concepts/Resilience.md", "# Resilience\n\n*It comes back.*\n\n## Related concepts\n\n- [[Networks]]: they carry it.\n");
  await expect.poll(async () => (await ledgerOf(host)).asked).toContain("upsert");
  await host.page.waitForTimeout(1000);
  const { asked } = await ledgerOf(host);
  for (const method of ["check", "judgeAll", "recall"]) expect(asked.includes(method), method).toBe(false);
  await host.page.evaluate(() => window.host.app.workspace.rightSplit.expand());
  await expect.poll(async () => (await ledgerOf(host)).asked).toContain("check");
  await host.close();
});

test("a sidebar that is hidden asks nothing of the engine", async () => {
  const host = await openVault({ open: "concepts/Distributed" });
  await host.command("distinguo:open-concepts");
  await host.rightSidebar.locator(".distinguo-node").first().waitFor();
  await host.page.evaluate(() => window.host.app.workspace.rightSplit.collapse());
  await keepLedger(host);
  await host.openNote("concepts/Networks.md");
  await host.modify("concepts/Resilience.md", "# Resilience\n\n*It comes back.*\n\n## Related concepts\n\n- [[Networks]]: they carry it.\n");
  await expect.poll(async () => (await ledgerOf(host)).asked).toContain("upsert");
  await host.page.waitForTimeout(500);
  const asked = new Set((await ledgerOf(host)).asked);
  for (const method of ["around", "concept", "graph"]) expect(asked.has(method), method).toBe(false);
  await host.page.evaluate(() => window.host.app.workspace.rightSplit.expand());
  await expect.poll(async () => (await ledgerOf(host)).asked).toContain("around");
  await host.close();
});
