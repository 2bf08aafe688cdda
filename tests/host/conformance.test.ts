import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openHost } from "../browser/open-host";
import { EXPORTS } from "./allow";
import type { Conformance } from "./conformance";
import { tinyPlugin } from "./tiny-plugin";

const modules = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "node_modules");

/** Every folder of a package below node_modules, however deep. */
function copies(name: string, folder = modules): string[] {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith("@")) return copies(name, path);
    const own = path.endsWith(join("node_modules", name)) ? [path] : [];
    const nested = readdirSync(path).includes("node_modules") ? copies(name, join(path, "node_modules")) : [];
    return [...own, ...nested];
  });
}

function version(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }).version;
}

test("what the compiler found different from obsidian.d.ts is nothing", () => {
  // The compiler fails on the import when there is something: see conformance.ts.
  const found: Partial<Conformance> = {};
  expect(found).toEqual({});
});

test("there is one copy of CodeMirror's state and view, at the versions that Obsidian pins", () => {
  const { peerDependencies } = JSON.parse(readFileSync(join(modules, "obsidian", "package.json"), "utf8")) as { peerDependencies: Record<string, string> };
  for (const name of ["@codemirror/state", "@codemirror/view", "@codemirror/language"]) {
    const found = copies(name);
    expect(found, name).toHaveLength(1);
    if (peerDependencies[name] !== undefined) expect(version(found[0] ?? "")).toBe(peerDependencies[name]);
  }
});

test("every export that the host leaves out throws, and names itself", async () => {
  const main = `
    const obsidian = require("obsidian");
    module.exports = class extends obsidian.Plugin {
      onload() {
        const silent = ${JSON.stringify(EXPORTS)}.filter((name) => {
          try { obsidian[name]; return true; } catch (error) { return error.message !== "host: " + name + " is not implemented"; }
        });
        document.body.dataset.silent = JSON.stringify(silent);
      }
    };`;
  const host = await openHost({ vault: {}, plugin: tinyPlugin(main) });
  expect(await host.page.locator("body").getAttribute("data-silent")).toBe("[]");
  expect(await host.touched()).toEqual(["Plugin"]);
  await host.close();
});
