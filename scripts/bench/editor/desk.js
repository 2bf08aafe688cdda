/** A page of the host with one long note, at which plugins take turns. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openHost } from "../../../tests/browser/open-host";

const garden = fileURLToPath(new URL("../../../examples/garden", import.meta.url));

/** The example vault, which the long note is put into: an index of concepts has something to hold. */
function gardenNotes() {
  const paths = readdirSync(garden, { recursive: true }).filter((path) => /\.(md|ya?ml)$/.test(path));
  return Object.fromEntries(paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(garden, path), "utf8")]));
}

/** Runs in the page: keeps the plugins, and learns the addresses of their scripts, by which a trace names them. */
function install(plugins) {
  const { host } = window;
  const addresses = {};
  const wait = (milliseconds) => new Promise((resolve) => window.setTimeout(resolve, milliseconds));
  let saves;
  const editor = () => host.app.workspace.activeEditor.cm;

  /** Waits until a plugin has marked what is in view, and nothing has changed about it for a while. */
  async function settled(name) {
    const { marks } = plugins[name];
    const patience = performance.now() + 120_000;
    for (let last = -1, since = performance.now(); ; ) {
      await wait(50);
      const count = marks === null ? 0 : editor().contentDOM.querySelectorAll(marks).length;
      if (count !== last) since = performance.now();
      last = count;
      if ((marks === null || count > 0) && performance.now() - since > 100) return count;
      if (performance.now() > patience) throw new Error(`${name} has marked nothing in two minutes`);
    }
  }

  window.bench = {
    addresses,
    wait,
    editor,
    settled,
    async load(name) {
      const seen = new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const node of addedNodes) if (node.localName === "script") addresses[name] = node.src;
      });
      seen.observe(document.head, { childList: true });
      await host.plugins.load(plugins[name].files);
      seen.disconnect();
    },
    unload: (name) => host.plugins.unload(JSON.parse(plugins[name].files.manifest).id),
    /** Holds back saving: the host would parse what it saves on the main thread, in the middle of the keys. */
    neverSave(never) {
      const view = host.app.workspace.activeEditor;
      if (never) [saves, view.requestSave] = [view.requestSave, () => undefined];
      else view.requestSave = saves;
    },
  };
}

/** Waits until the page has nothing left to do: a worker may be busy long after its marks are there. Ten seconds at most. */
async function quiet(browser) {
  const cpu = async () => {
    const { processInfo } = await browser.send("SystemInfo.getProcessInfo");
    return processInfo.filter(({ type }) => type === "renderer").reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
  for (let before = await cpu(), time = 0; time < 100; time++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const now = await cpu();
    if (now - before < 0.02) return;
    before = now;
  }
}

/**
 * Opens the host with a note in the garden, and the plugins beside it, none of them loaded.
 * @returns the host, its page, and `quiet`, which waits until the page is at rest
 */
export async function openDesk(plugins, notes, open) {
  const host = await openHost({ vault: { ...gardenNotes(), ...notes }, plugin: null, open, exactClock: true });
  await host.page.evaluate(install, plugins);
  const browser = await host.page.context().browser().newBrowserCDPSession();
  return { host, page: host.page, quiet: () => quiet(browser) };
}
