/** Opens the host page in a browser for a test, with a plugin and a vault, and fails on any error in the page. */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CachedMetadata } from "obsidian";
import type { BrowserContext, Page } from "playwright-core";
import { buildHost } from "../host/build";
import type { PluginFiles } from "../host/loader";
import type { MobileDevice } from "../host/platform";
import { HostPage } from "./host-page";
import { borrowBrowser, returnBrowser } from "./launch";
import { serve } from "./serve";

export interface OpenOptions {
  /** Text by path. Paths below `.obsidian/` go to the adapter only, as in Obsidian. */
  vault: Record<string, string>;
  /** A folder with `main.js`, `manifest.json` and `styles.css`, or their texts, or null for none. Default: `dist/plugin`. */
  plugin?: string | PluginFiles | null;
  /** The text of the plugin's `data.json` at the start. Default: there is none. */
  data?: string;
  /** The note to open at the start. Default: none. */
  open?: string;
  theme?: "light" | "dark";
  /** Default: false, so that `onUserEnable` is not called. */
  userEnabled?: boolean;
  /** View types that wait, deferred, in the right sidebar. */
  deferred?: string[];
  /** A mobile device instead of a desktop: `Platform`, the body's classes, touch, and the size of its screen. */
  mobile?: MobileDevice;
  /** Default: 1280 × 800; of a phone 390 × 844, of a tablet 834 × 1112. */
  viewport?: { width: number; height: number };
  /** Whether `performance.now()` counts in microseconds, for what measures; the page is isolated for that, as Obsidian's is not. Default: false. */
  exactClock?: boolean;
  /** Whether `getSectionInfo` answers also in embeds, previews and live preview. Default: false. */
  alwaysSectionInfo?: boolean;
  /** Whether live preview shows callouts, tables and embeds rendered. Default: true. */
  widgets?: boolean;
  /** Whether the core plugin for bases is on. Default: true. */
  bases?: boolean;
  /** What `parseNote` has made of texts, by text: for vaults that the page would take minutes to parse. Default: nothing. */
  parsed?: ReadonlyMap<string, CachedMetadata>;
  /** Whether the start waits, before the plugin is loaded, until `host.go` is called in the page. Default: false. */
  held?: boolean;
  /** Errors that the test expects: those that match are collected but do not fail `close`. */
  expectErrors?: RegExp;
}

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
let built: Promise<string> | null = null;

export async function readPlugin(folder: string): Promise<PluginFiles> {
  const read = (name: string): Promise<string> => readFile(join(folder, name), "utf8");
  try {
    const [main, manifest, styles] = await Promise.all([read("main.js"), read("manifest.json"), read("styles.css")]);
    return { main, manifest, styles };
  } catch (error) {
    throw new Error(`No built plugin in ${folder}: run "npm run build" first.`, { cause: error });
  }
}

async function plugin(wanted: OpenOptions["plugin"]): Promise<PluginFiles | null> {
  if (wanted === null) return null;
  return typeof wanted === "object" ? wanted : readPlugin(wanted ?? join(root, "dist", "plugin"));
}

/** Where Obsidian keeps a plugin's data. */
function dataPath(files: PluginFiles): string {
  const { id } = JSON.parse(files.manifest) as { id: string };
  return `.${"obsidian"}/plugins/${id}/data.json`;
}

/** Collects what goes wrong in the page: uncaught errors, console errors, answers that never came. */
function watch(page: Page, errors: string[]): void {
  page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
  page.on("console", (message) => { if (message.type() === "error") errors.push(`console: ${message.text()}`); });
  page.on("requestfailed", (request) => errors.push(`request failed: ${request.url()}`));
}

const SCREENS = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 }, tablet: { width: 834, height: 1112 } };

export async function openHost(options: OpenOptions): Promise<HostPage> {
  const touch = options.mobile !== undefined;
  built ??= buildHost();
  const [folder, files] = await Promise.all([built, plugin(options.plugin)]);
  const server = await serve({
    folder, vault: { ...options.vault, ...(options.data === undefined || files === null ? {} : { [dataPath(files)]: options.data }) },
    options: {
      vaultName: "test", theme: options.theme ?? "light", plugin: files, userEnabled: options.userEnabled ?? false,
      open: options.open ?? null, deferred: options.deferred ?? [], status: "", mac: false, mobile: options.mobile ?? null, alwaysSectionInfo: options.alwaysSectionInfo ?? false, widgets: options.widgets ?? true, bases: options.bases ?? true, changed: Date.now(), held: options.held ?? false,
    },
    parsed: options.parsed ?? new Map(),
    exactClock: options.exactClock ?? false,
  });
  const browser = await borrowBrowser();
  let context: BrowserContext | null = null;
  const close = async (): Promise<void> => {
    await context?.close();
    await server.close();
    await returnBrowser();
  };
  try {
    context = await browser.newContext({ viewport: options.viewport ?? SCREENS[options.mobile ?? "desktop"], reducedMotion: "reduce", hasTouch: touch, isMobile: touch });
    const errors: string[] = [];
    context.on("page", (opened) => { watch(opened, errors); });
    const page = await context.newPage();
    page.setDefaultTimeout(options.held === true ? 180_000 : 10_000);
    await page.goto(server.url);
    await page.waitForFunction(() => "hostReady" in window);
    if (options.held === true) await page.waitForFunction(() => window.host.go !== null);
    else await page.evaluate(() => window.hostReady).catch((error: unknown) => { throw new Error(`${String(error)}\n${errors.join("\n")}`); });
    return new HostPage(page, errors, options.expectErrors ?? null, close);
  } catch (error) {
    await close();
    throw error;
  }
}
