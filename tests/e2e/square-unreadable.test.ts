import { expect, test } from "vitest";
import { openVault, shot } from "./vault";

const broken = "---\ntitle: [oops\n---\n# Broken\n\nThe granary stands in one building. It is owned by a single company.\n";

test("a note whose properties can't be read is marked; placing it is refused before anything is asked, with its name and line", async () => {
  const host = await openVault({ vault: { "concepts/Broken.md": broken, "concepts/Whole.md": "# Whole\n\nThe mill is decentralized.\n" }, open: "concepts/Whole" });
  await host.command("distinguo:open-concepts");
  await host.rightSidebar.getByRole("button", { name: "2 × 2" }).click();
  const square = host.rightSidebar.locator(".distinguo-square");
  const row = square.locator("tbody tr", { hasText: "Broken" });
  await expect.poll(() => row.locator(".distinguo-badge").allInnerTexts()).toEqual(["not understood"]);
  await square.getByRole("status").getByText("not understood: Broken").waitFor();
  await square.locator(".distinguo-point").filter({ hasText: "Broken" }).focus();
  await host.page.keyboard.down("Shift");
  await host.press("ArrowUp");
  await host.page.keyboard.up("Shift");
  await host.notices.getByText("The properties of “Broken” can’t be read, so none can be written: mend line 2 first.", { exact: true }).waitFor();
  expect(await host.page.locator(".modal").count()).toBe(0);
  expect(await host.file("concepts/Broken.md")).toBe(broken);
  await row.getByRole("button").last().click();
  expect(await square.locator(".distinguo-standing").innerText()).toContain("The properties can’t be read: mend line 2.");
  await shot(host, "square-unreadable");
  // Mended, it is asked.
  await host.modify("concepts/Broken.md", broken.replace("[oops", "oops"));
  await expect.poll(() => row.locator(".distinguo-badge").count()).toBe(0);
  await square.locator(".distinguo-standing").getByRole("slider", { name: "control" }).fill("0.2");
  await square.locator(".distinguo-standing").getByRole("button", { name: "Set 0.20" }).click();
  await host.page.locator(".modal").getByText("Write properties into “Broken”?").waitFor();
  await host.close();
});
