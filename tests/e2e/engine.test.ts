import { expect, test } from "vitest";
import { readFile } from "node:fs/promises";
import type { HostPage } from "../browser/host-page";
import type { Events } from "../host/events";
import { conflation, openVault, shot, vault } from "./vault";

const words = async (host: HostPage): Promise<string[]> => (await host.marked(".distinguo-mark")).map(({ text }) => text);

/** Puts a Worker in the page that is refused, or that can be made to die. */
async function replaceWorker(host: HostPage, refuse: boolean): Promise<void> {
  await host.page.evaluate((refused) => {
    const Real = window.Worker;
    const started: Worker[] = [];
    Object.assign(window, { startedWorkers: started });
    window.Worker = class extends Real {
      constructor(url: string | URL) {
        if (refused) throw new Error("workers are refused here");
        super(url);
        started.push(this);
      }
    };
  }, refuse);
}

interface Noticed {
  noticed: Set<Element>;
}

/** Has the page remember the notices that are shown from now on, also when they have gone. */
async function countNotices(host: HostPage): Promise<void> {
  await host.page.evaluate(() => {
    const noticed = new Set<Element>();
    Object.assign(window, { noticed });
    new MutationObserver(() => {
      for (const el of document.querySelectorAll(".notice")) noticed.add(el);
    }).observe(document.body, { childList: true, subtree: true });
  });
}

/** How many notices have said a text. */
const noticesOf = (host: HostPage, text: string): Promise<number> => host.page.evaluate((said) => [...(window as unknown as Noticed).noticed].filter((el) => el.textContent?.includes(said)).length, text);

test("where workers are refused, the engine runs in place", async () => {
  const host = await openVault({ open: "Harbour" });
  await replaceWorker(host, true);
  await host.reloadPlugin();
  await expect.poll(() => words(host)).toContain(conflation.words);
  await host.command("distinguo:open-concepts");
  await host.openNote("concepts/Distributed.md");
  await host.rightSidebar.locator(".distinguo-concept-label").waitFor();
  await host.close();
});

test("a worker that dies is replaced, and the index filled again", async () => {
  const host = await openVault({ open: "Harbour" });
  await replaceWorker(host, false);
  await host.reloadPlugin();
  await expect.poll(() => words(host)).toContain(conflation.words);
  const die = () => host.page.evaluate(() => {
    const { startedWorkers } = window as Window & { startedWorkers?: Worker[] };
    startedWorkers?.at(-1)?.dispatchEvent(new ErrorEvent("error", { cancelable: true }));
    return startedWorkers?.length;
  });
  expect(await die()).toBe(2);
  await host.command("distinguo:open-concepts");
  await host.openNote("concepts/Distributed.md");
  await expect.poll(() => host.rightSidebar.locator(".distinguo-relation").count()).toBeGreaterThan(3);
  expect(await die()).toBe(2);
  await host.openNote("Harbour.md");
  await host.select((await host.text()).indexOf("sit on"));
  await host.type("x");
  await host.press("Backspace");
  await expect.poll(() => words(host)).toContain(conflation.words);
  await host.openNote("concepts/Networks.md");
  await expect.poll(() => host.rightSidebar.locator(".distinguo-concept-label").innerText()).toBe("Networks");
  expect(await host.page.evaluate(() => (window as Window & { startedWorkers?: Worker[] }).startedWorkers?.length)).toBe(2);
  await host.close();
});

test("a worker that comes to no end with a note is replaced, and the note named", async () => {
  const host = await openVault({ open: "Quiet" });
  await host.page.evaluate(() => {
    const [Real, repeat] = [window.Worker, window.setInterval.bind(window)];
    // The plugin's seconds of patience are shorter here.
    Object.assign(window, { setInterval: (run: () => void, delay = 0) => repeat(run, delay === 1000 ? 150 : delay) });
    let busy = true;
    window.Worker = class extends Real {
      private readonly endless = busy;
      constructor(url: string | URL) {
        super(url);
        busy = false;
      }
      override postMessage(message: unknown): void {
        if (!this.endless || !JSON.stringify(message).includes('"turn"')) super.postMessage(message);
      }
    };
  });
  await host.reloadPlugin();
  await host.notices.getByText("Quiet.md could not be linted").waitFor();
  await host.openNote("Harbour.md");
  await expect.poll(() => words(host), { timeout: 10_000 }).toContain(conflation.words);
  await host.command("distinguo:open-concepts");
  await host.openNote("concepts/Distributed.md");
  await expect.poll(() => host.rightSidebar.locator(".distinguo-relation").count()).toBeGreaterThan(3);
  expect(await host.notices.getByText("could not be linted").count()).toBe(1);
  await host.close();
});

test("each note that an engine comes to no end with is named once, and asked for again only when one asks", async () => {
  const host = await openVault({ open: "Quiet", vault: { ...vault, "Endless.md": "Nothing here speaks of either word.\n" } });
  await host.page.evaluate(() => {
    const [Real, repeat] = [window.Worker, window.setInterval.bind(window)];
    Object.assign(window, { setInterval: (run: () => void, delay = 0) => repeat(run, delay === 1000 ? 150 : delay) });
    window.Worker = class extends Real {
      override postMessage(message: unknown): void {
        const said = JSON.stringify(message);
        if (!said.includes('"turn"') || !/"(?:Quiet|Endless).md"/.test(said)) super.postMessage(message);
      }
    };
  });
  await countNotices(host);
  await host.reloadPlugin();
  const named = (path: string) => noticesOf(host, `${path} could not be linted`);
  await expect.poll(() => named("Quiet.md"), { timeout: 10_000 }).toBe(1);
  await host.openNote("Endless.md", "tab");
  await expect.poll(() => named("Endless.md"), { timeout: 10_000 }).toBe(1);
  // What is judged by changes: what could not be judged before can't be now.
  await host.palette("Toggle hints");
  await host.type("More is typed.");
  await host.page.waitForTimeout(4500);
  expect([await named("Quiet.md"), await named("Endless.md")]).toEqual([1, 1]);
  await host.command("distinguo:lint-note");
  await expect.poll(() => named("Endless.md"), { timeout: 10_000 }).toBe(2);
  await host.openNote("Harbour.md");
  await expect.poll(() => words(host), { timeout: 10_000 }).toContain(conflation.words);
  await host.close();
});

test("unloading leaves nothing behind", async () => {
  const host = await openVault({ open: "Harbour" });
  await expect.poll(() => words(host)).toContain(conflation.words);
  await host.unloadPlugin();
  const devtools = await host.page.context().newCDPSession(host.page);
  // CodeMirror listens to the scrolling of all that an editor lies in, from whenever it has measured itself.
  const onPage = async (): Promise<unknown> => (await devtools.send("Runtime.evaluate", {
    expression: "[document, window, document.body].map((target) => Object.entries(getEventListeners(target)).filter(([type]) => target !== document.body || type !== 'scroll').map(([type, all]) => type + ' ' + all.length).sort().join(', '))",
    includeCommandLineAPI: true,
    returnByValue: true,
  })).result.value;
  const inApp = () => host.page.evaluate(() => ({
    handlers: [window.host.app.workspace, window.host.app.vault, window.host.app.metadataCache].map((events) => (events.constructor as typeof Events).count(events)),
    dom: document.querySelectorAll("[class*='distinguo']").length,
    styles: [...document.styleSheets].filter((sheet) => [...sheet.cssRules].some(({ cssText }) => cssText.includes("distinguo"))).length,
    commands: [...window.host.app.registry.commands.keys()].filter((id) => id.startsWith("distinguo")).length,
    postProcessors: [...window.host.app.registry.postProcessors()].length,
    extensions: window.host.app.registry.editorExtensions().length,
  }));
  const listeners = async () => ({ ...(await inApp()), onPage: await onPage() });
  const before = await listeners();
  expect(before).toMatchObject({ dom: 0, styles: 0, commands: 0 });
  await host.page.evaluate(async () => {
    const { options, plugins } = window.host;
    if (options.plugin !== null) await plugins.load(options.plugin);
  });
  await expect.poll(() => words(host)).toContain(conflation.words);
  await host.command("distinguo:open-concepts");
  await host.select((await host.text()).indexOf(conflation.words) + 3);
  await host.command("distinguo:show-card");
  await host.page.getByRole("dialog").waitFor();
  await host.unloadPlugin();
  // A leaf outlives its plugin in Obsidian too; what the view drew does not.
  await expect.poll(listeners).toEqual(before);
  expect(await words(host)).toEqual([]);
  await host.close();
});

test("a plugin that is unloaded while its engine starts brings up no other", async () => {
  const host = await openVault({ open: "Harbour" });
  await host.unloadPlugin();
  const opened = await host.page.evaluate(async () => {
    const Real = window.MessageChannel;
    let channels = 0;
    window.MessageChannel = class extends Real {
      constructor() {
        super();
        channels++;
      }
    };
    const { options, plugins } = window.host;
    if (options.plugin === null) return -1;
    const { manifest } = await plugins.load(options.plugin);
    await plugins.unload(manifest.id);
    await new Promise((resolve) => window.setTimeout(resolve, 500));
    return channels;
  });
  expect(opened).toBe(0);
  await host.close();
});

test("what ships holds no source map, no Node, no eval, no markup in strings, no network", async () => {
  const folder = process.env["DISTINGUO_PLUGIN"] ?? "dist/plugin";
  const main = await readFile(`${folder}/main.js`, "utf8");
  expect(main).not.toMatch(/sourceMappingURL|require\("(?:node:|fs|path|os|electron)|\beval\(|new Function\(|innerHTML|outerHTML|insertAdjacentHTML|XMLHttpRequest|\bfetch\(|WebSocket/);
});

test("narrow, at 200 %, and dark: the sidebar and the card stay in shape", async () => {
  for (const [name, viewport, theme] of [["narrow", { width: 700, height: 620 }, "light"], ["zoomed", { width: 640, height: 400 }, "dark"]] as const) {
    const host = await openVault({ open: "concepts/Distributed", viewport, theme });
    await host.command("distinguo:open-concepts");
    const view = host.rightSidebar.locator(".distinguo-concepts");
    await view.locator(".distinguo-node").first().waitFor();
    expect(await view.evaluate((el) => el.scrollWidth <= el.clientWidth)).toBe(true);
    await shot(host, `${name}-concepts`);
    await host.openNote("Harbour.md");
    await expect.poll(() => words(host)).toContain(conflation.words);
    await host.select((await host.text()).indexOf(conflation.words) + 3);
    await host.command("distinguo:show-card");
    await host.page.getByRole("dialog").waitFor();
    const box = await host.page.getByRole("dialog").boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= viewport.width).toBe(true);
    await shot(host, `${name}-card`);
    await host.close();
  }
});
