import { readdir, readFile } from "node:fs/promises";
import { test } from "vitest";
import { openHost } from "../browser/open-host";
import { sharedVaults } from "../core/shared-vaults";
const garden = new URL("../../examples/garden/", import.meta.url);
async function readGarden() {
  const names = (await readdir(garden, { recursive: true })).filter((name) => name.endsWith(".md"));
  return Object.fromEntries(await Promise.all(names.map(async (name): Promise<[string, string]> => [name, await readFile(new URL(encodeURI(name), garden), "utf8")])));
}
test("look", async () => {
  const which = (process.env["LOOK"] ?? "").split(";").filter((x) => x);
  for (const one of which) {
    const [v, note, w, theme, extra] = one.split(",");
    const vault = v === "kb" ? Object.fromEntries(sharedVaults.read("knowledge-base").filter(({ path }) => /concepts\//.test(path)).map((n: any) => [n.path, n.text ?? n.source])) : await readGarden();
    const host = await openHost({ vault, open: note!, viewport: { width: Math.max(1000, Number(w) + 300), height: 900 } });
    await host.page.evaluate((px) => { const el = document.querySelector<HTMLElement>(".mod-right-split")!; el.style.width = `${px}px`; el.style.maxWidth = "none"; }, Number(w));
    if (theme === "dark") await host.theme("dark");
    await host.command("distinguo:open-concepts");
    const view = host.rightSidebar.locator(".distinguo-concepts");
    await view.locator(".distinguo-node").first().waitFor();
    if (extra?.startsWith("hover")) { await view.locator(".distinguo-node").nth(Number(extra.slice(5) || 2)).hover(); await host.page.waitForTimeout(300); }
    if (extra?.startsWith("open")) { await view.locator(".distinguo-map-count").nth(Number(extra.slice(4) || 1)).click(); await host.page.waitForTimeout(500); }
    if (extra === "keys") { await view.locator(".distinguo-map-centre").focus(); await host.press("ArrowDown"); await host.press("ArrowDown"); await host.press("Space"); await host.page.waitForTimeout(600); }
    if (extra === "more") { await view.locator(".distinguo-node.is-more").last().click(); await host.page.waitForTimeout(500); }
    if (extra === "fit") { await view.locator(".distinguo-map-count").nth(1).click(); await host.page.waitForTimeout(400); await view.locator(".distinguo-map-zoom button").nth(2).click({ force: true }); await host.page.waitForTimeout(400); }
    await host.page.waitForTimeout(300);
    await view.locator(".distinguo-map").screenshot({ path: `/tmp/mapwork/shots/${v}-${note!.replace(/\W+/g, "_")}-${w}-${theme ?? ""}-${extra ?? ""}.png` });
    await host.close();
  }
}, 300000);
