import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { openVault, shot } from "./vault";

const garden = new URL("../../examples/garden/", import.meta.url);
async function notes(): Promise<Record<string, string>> {
  const names = await readdir(garden, { recursive: true });
  const all = names.filter((name) => name.endsWith(".md") || name.endsWith(".yaml"));
  return Object.fromEntries(await Promise.all(all.map(async (name): Promise<[string, string]> => [name, await readFile(new URL(encodeURI(name), garden), "utf8")])));
}
test("look", async () => {
  const host = await openVault({ vault: await notes() });
  await host.command("distinguo:open-map");
  await expect.poll(() => host.page.locator(".distinguo-map-status").innerText()).toContain("concepts");
  await host.page.waitForTimeout(500);
  await shot(host, "garden");
  await host.page.locator(".distinguo-map-field input").fill("arch");
  await host.press("ArrowDown");
  await host.page.waitForTimeout(700);
  await shot(host, "garden-chosen");
  await host.theme("dark");
  await host.page.waitForTimeout(300);
  await shot(host, "garden-dark");
  await host.close();
});
