import { expect, test } from "vitest";
import type { Locator } from "playwright-core";
import type { HostPage } from "../browser/host-page";
import { readGarden } from "../screenshots/stage";
import { openVault, shot } from "./vault";

const square = (host: HostPage): Locator => host.rightSidebar.locator(".distinguo-square");
const point = (host: HostPage, label: string): Locator => square(host).getByRole("button", { name: new RegExp(`^${label}\\s*: (?!arrangement of|control of)`) });

async function openSquare(options: Parameters<typeof openVault>[0] = {}): Promise<HostPage> {
  const host = await openVault(options);
  await host.command("distinguo:open-concepts");
  await host.rightSidebar.getByRole("button", { name: "2 × 2" }).click();
  await square(host).locator("tbody tr").first().waitFor();
  return host;
}

test("garden", async () => {
  const host = await openSquare({ vault: await readGarden(), open: "concepts/mesh-radio" });
  await expect.poll(() => square(host).locator("tbody tr").count()).toBeGreaterThan(40);
  await host.page.waitForTimeout(500);
  await shot(host, "square-garden");
  await point(host, "Mesh Radio").click();
  await host.page.waitForTimeout(200);
  await shot(host, "square-garden-detail");
  await host.close();
});
