import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { borrowBrowser, returnBrowser } from "../browser/launch";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const started: ChildProcess[] = [];
afterEach(() => { for (const child of started.splice(0)) child.kill(); });

/** Starts the workbench and waits for what it prints: the address, or the reason why not. */
async function workbench(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [join(root, "scripts", "workbench.js"), ...args], { cwd: root });
  started.push(child);
  let output = "";
  return new Promise((resolve) => {
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes("Ctrl+C ends it")) resolve(output);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("close", () => { resolve(output); });
  });
}

function address(output: string): string {
  return /http:\/\/localhost:\d+\//.exec(output)?.[0] ?? output;
}

test("the workbench serves the plugin with the example vault, and a second one takes the next port", async () => {
  const [first, second] = [address(await workbench()), address(await workbench())];
  expect(first).not.toBe(second);
  const browser = await borrowBrowser();
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  try {
    await page.goto(second);
    await page.locator("body.host-ready").waitFor();
    await page.locator(".mod-right-split .view-content:visible").waitFor();
    expect(await page.locator(".mod-root .cm-content").textContent()).not.toBe("");
    expect(await page.locator(".status-bar").textContent()).toContain("nothing is written to disk");
    expect(errors).toEqual([]);
  } finally {
    await page.close();
    await returnBrowser();
  }
});

test("the workbench takes another vault, and says why it cannot", async () => {
  const folder = await mkdtemp(join(tmpdir(), "workbench-"));
  expect(await workbench(join(folder, "none"))).toContain("No folder can be read");
  expect(await workbench(folder)).toContain("no Markdown notes");
  await writeFile(join(folder, "A.md"), "text");
  expect(await workbench(folder)).toContain("1 note, with the Distinguo plugin on");
  await rm(folder, { recursive: true });
});
