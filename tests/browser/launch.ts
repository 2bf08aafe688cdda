/** One browser for a test file: started when first asked for, closed when its last page is. */
import { chromium, type Browser } from "playwright-core";
import { type Browser as Found, bundledBrowser, explainMissing, findBrowser, missingLibraries } from "./find-browser";

const FLAGS = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--font-render-hinting=none"];

let running: Promise<Browser> | null = null;
let users = 0;

async function start(): Promise<Browser> {
  const found = await findBrowser();
  if (found.origin !== "system") return launch(found);
  // On Ubuntu `chromium` may be a stub that only names a snap: then the npm one still does.
  return launch(found).catch(async (error: unknown) => launch(await bundledBrowser().catch(() => { throw error; })));
}

async function launch(found: Found): Promise<Browser> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...process.env, ...found.env })) if (value !== undefined) env[name] = value;
  try {
    return await chromium.launch({ executablePath: found.path, args: FLAGS, env });
  } catch (error) {
    const missing = await missingLibraries(found.path, found.env["LD_LIBRARY_PATH"]);
    if (missing.length > 0) throw new Error(explainMissing(found.path, missing), { cause: error });
    throw error;
  }
}

export async function borrowBrowser(): Promise<Browser> {
  users++;
  running ??= start();
  return running;
}

export async function returnBrowser(): Promise<void> {
  users--;
  if (users > 0 || running === null) return;
  const browser = await running;
  running = null;
  await browser.close();
}
