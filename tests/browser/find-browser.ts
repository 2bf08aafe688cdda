/** Finds a Chromium for the tests: CHROMIUM_PATH, then one of the system, then the one in the npm package @sparticuz/chromium. */
import { execFile } from "node:child_process";
import { access, constants, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { tarEntries } from "./tar";

export interface Browser {
  path: string;
  /** Where it came from, for messages. */
  origin: "CHROMIUM_PATH" | "system" | "@sparticuz/chromium";
  /** Added to the environment of the browser. */
  env: Record<string, string>;
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const PLACES = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

/** The Debian and Ubuntu package of each library that Chromium asks for. */
const PACKAGES: Record<string, string> = {
  "libnspr4.so": "libnspr4", "libplc4.so": "libnspr4", "libplds4.so": "libnspr4", "libnss3.so": "libnss3", "libnssutil3.so": "libnss3", "libsmime3.so": "libnss3",
  "libsoftokn3.so": "libnss3", "libexpat.so.1": "libexpat1", "libgcc_s.so.1": "libgcc-s1", "libstdc++.so.6": "libstdc++6", "libfontconfig.so.1": "libfontconfig1",
  "libasound.so.2": "libasound2", "libatk-1.0.so.0": "libatk1.0-0", "libatk-bridge-2.0.so.0": "libatk-bridge2.0-0", "libcups.so.2": "libcups2", "libdbus-1.so.3": "libdbus-1-3",
  "libdrm.so.2": "libdrm2", "libgbm.so.1": "libgbm1", "libglib-2.0.so.0": "libglib2.0-0", "libgobject-2.0.so.0": "libglib2.0-0", "libgio-2.0.so.0": "libglib2.0-0",
  "libpango-1.0.so.0": "libpango-1.0-0", "libcairo.so.2": "libcairo2", "libX11.so.6": "libx11-6", "libxcb.so.1": "libxcb1", "libXcomposite.so.1": "libxcomposite1",
  "libXdamage.so.1": "libxdamage1", "libXext.so.6": "libxext6", "libXfixes.so.3": "libxfixes3", "libXrandr.so.2": "libxrandr2", "libxkbcommon.so.0": "libxkbcommon0",
  "libudev.so.1": "libudev1", "libatspi.so.0": "libatspi2.0-0",
};

const cache = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "node_modules", ".cache", "distinguo-chromium");

async function runs(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(() => true, () => false);
}

async function onSystem(): Promise<string | null> {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  for (const path of [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES]) if (await runs(path)) return path;
  return null;
}

/** The shared libraries that the loader does not find for a binary. Empty where there is no `ldd` to ask. */
export async function missingLibraries(binary: string, libraryPath = ""): Promise<string[]> {
  const env = { ...process.env, ...(libraryPath === "" ? {} : { LD_LIBRARY_PATH: libraryPath }) };
  const output = await promisify(execFile)("ldd", [binary], { env }).then(({ stdout }) => stdout, () => "");
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? "");
}

/** What to tell somebody whose machine lacks libraries. */
export function explainMissing(binary: string, missing: readonly string[]): string {
  const packages = [...new Set(missing.flatMap((name) => PACKAGES[name] ?? []))].sort();
  const unknown = missing.filter((name) => PACKAGES[name] === undefined);
  return [
    `Chromium (${binary}) cannot start: the system lacks ${missing.join(", ")}.`,
    ...(packages.length > 0 ? [`On Debian and Ubuntu: apt-get install -y --no-install-recommends ${packages.join(" ")}`] : []),
    ...(unknown.length > 0 ? [`Package not known for: ${unknown.join(", ")} (try: apt-file search ${unknown[0] ?? ""})`] : []),
    "Or set CHROMIUM_PATH to a Chrome or Chromium that runs.",
  ].join("\n");
}

async function unpack(bin: string, archive: string, into: string): Promise<void> {
  const done = join(into, `.${archive}`);
  if (await runs(done)) return;
  const data = await promisify(brotliDecompress)(await readFile(join(bin, archive)));
  const entries = archive.endsWith(".tar.br") ? [...tarEntries(data)] : [{ name: "chromium", body: data }];
  for (const { name, body } of entries) {
    const path = join(into, name);
    await mkdir(dirname(path), { recursive: true });
    // Written beside and renamed, so that a run broken off or going on at once leaves no half a file.
    const beside = `${path}.${String(process.pid)}`;
    await writeFile(beside, body, { mode: 0o755 });
    await rename(beside, path);
  }
  await writeFile(done, "", { mode: 0o755 });
}

/** The browser of the npm package @sparticuz/chromium, unpacked on first use. */
export async function bundledBrowser(): Promise<Browser> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(`No Chrome or Chromium found. The one on npm is for Linux x64 only, and this is ${process.platform} ${process.arch}: install Chrome or Chromium, or set CHROMIUM_PATH.`);
  }
  const root = join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "..", "..");
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
  const into = join(cache, version);
  const bin = join(root, "bin");
  await mkdir(into, { recursive: true });
  await unpack(bin, "chromium.br", into);
  await unpack(bin, "swiftshader.tar.br", into);
  await unpack(bin, "fonts.tar.br", into);
  const path = join(into, "chromium");
  return { path, origin: "@sparticuz/chromium", env: { ...await fonts(into), ...await libraries(bin, into, path) } };
}

/** The package's own copies of libnss3 and its kin, used only where the system has none. */
async function libraries(bin: string, into: string, path: string): Promise<Record<string, string>> {
  if ((await missingLibraries(path)).length === 0) return {};
  await unpack(bin, "al2023.tar.br", into);
  const libraryPath = [join(into, "lib"), process.env["LD_LIBRARY_PATH"] ?? ""].filter((part) => part !== "").join(":");
  const missing = await missingLibraries(path, libraryPath);
  if (missing.length > 0) throw new Error(explainMissing(path, missing));
  return { LD_LIBRARY_PATH: libraryPath };
}

/** The package's font, used only where the system has no font configuration. */
async function fonts(into: string): Promise<Record<string, string>> {
  const system = await access("/etc/fonts/fonts.conf").then(() => true, () => false);
  if (system || process.env["FONTCONFIG_PATH"] !== undefined) return {};
  const config = `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n<dir>${join(into, "fonts")}</dir>\n<cachedir>${join(into, "font-cache")}</cachedir>\n</fontconfig>\n`;
  await writeFile(join(into, "fonts.conf"), config);
  return { FONTCONFIG_PATH: into };
}

/** Finds the browser, unpacking the npm one on first use. Throws with what is missing and how to get it. */
export async function findBrowser(): Promise<Browser> {
  const wanted = process.env["CHROMIUM_PATH"];
  if (wanted !== undefined && wanted !== "") {
    if (!(await runs(wanted))) throw new Error(`CHROMIUM_PATH is ${wanted}, which is no program that can be run.`);
    return { path: wanted, origin: "CHROMIUM_PATH", env: {} };
  }
  const system = await onSystem();
  if (system !== null) return { path: system, origin: "system", env: {} };
  return bundledBrowser();
}
