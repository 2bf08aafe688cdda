import { expect, test } from "vitest";
import { feedConcepts } from "../e2e/large-vault";
import { openHost } from "../browser/open-host";
import { forReadme, looks, picture, readGarden } from "./stage";

const ways = looks.filter(({ sidebar }) => sidebar === undefined);

test("the map of all concepts", async () => {
  const host = await openHost({ vault: await readGarden(), viewport: { width: 1280, height: 800 } });
  await host.command("distinguo:open-map");
  const view = host.page.locator(".distinguo-whole-map");
  await expect.poll(() => view.locator(".distinguo-map-status").innerText(), { timeout: 20_000 }).toContain("45 concepts");
  await forReadme(host, "whole-map");
  await picture(host, "whole-map", ways);
  await view.getByRole("combobox").fill("steward");
  await host.press("ArrowDown");
  await picture(host, "whole-map-chosen", ways);
  await host.close();
});

test("a thousand concepts, and ten thousand", async () => {
  for (const [concepts, relations] of [[1000, 5000], [10_000, 50_000]] as const) {
    const host = await openHost({ vault: { "Quiet.md": "# Quiet\n" }, viewport: { width: 1280, height: 800 } });
    await feedConcepts(host, concepts, relations, Math.round(concepts / 70));
    await host.command("distinguo:open-map");
    const view = host.page.locator(".distinguo-whole-map");
    await expect.poll(() => view.locator(".distinguo-map-status").innerText(), { timeout: 60_000 }).toMatch(/\d concepts, .* ties/);
    await picture(host, `whole-map-${concepts}`, [{ name: "light" }, { name: "dark", theme: "dark" }]);
    await host.close();
  }
});
