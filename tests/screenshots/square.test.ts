import { test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { openHost } from "../browser/open-host";
import { forReadme, looks, picture, readGarden, strange } from "./stage";

const brief = looks.filter(({ name }) => name === "light" || name === "dark" || name === "narrow");

async function openSquare(options: Partial<Parameters<typeof openHost>[0]> = {}): Promise<HostPage> {
  const host = await openHost({ vault: await readGarden(), open: "concepts/grain-stores", userEnabled: true, ...options });
  await host.rightSidebar.getByRole("button", { name: "2 × 2" }).click();
  await host.rightSidebar.locator(".distinguo-square tbody tr").first().waitFor();
  return host;
}

test("the square", async () => {
  const host = await openSquare();
  await host.page.waitForTimeout(1500);
  await forReadme(host, "square", { sidebar: 420 });
  await picture(host, "square");
  await host.rightSidebar.locator(".distinguo-point.is-active").click();
  await picture(host, "square-evidence");
  await host.rightSidebar.locator(".distinguo-point.is-many").first().click();
  await picture(host, "square-many", brief);
  await host.close();
});

test("the square with strange names, and with properties", async () => {
  const placed = Object.fromEntries(Object.entries(strange).map(([path, text], index): [string, string] => [path, `---\narrangement: ${(index * 0.37) % 1}\ncontrol: ${(index * 0.61) % 1}\n---\n${text}`]));
  const host = await openSquare({ vault: placed, open: "concepts/Hub" });
  await picture(host, "square-strange");
  await host.close();
});

test("a square without notes, and one of which nothing is known", async () => {
  const host = await openHost({ vault: { "Quiet.md": "# Quiet\n\nNothing here.\n" }, open: "Quiet", userEnabled: true });
  await host.rightSidebar.getByRole("button", { name: "2 × 2" }).click();
  await host.rightSidebar.getByText("No notes to place").waitFor();
  await picture(host, "square-empty", brief);
  await host.close();
});

test("the square on a phone", async () => {
  const host = await openSquare({ mobile: "phone" });
  await picture(host, "square-phone", [{ name: "light" }, { name: "dark", theme: "dark" }]);
  await host.close();
});
