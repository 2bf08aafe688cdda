import { expect, test } from "vitest";
import type { Locator } from "playwright-core";
import type { HostPage } from "../browser/host-page";
import { violations } from "./axe";
import { openVault, shot } from "./vault";

const notes: Record<string, string> = {
  "concepts/Granary.md": "# Granary\n\nThe granary stands in one building. It is owned by a single company.\n",
  "concepts/Choir.md": "---\ntags: [placed]\narrangement: 0.2\ncontrol: 0.9\n---\n# Choir\n\n## Related concepts\n\n- [[Granary]]: where it sings.\n",
  "concepts/Ledger.md": "# Ledger\n\nThe ledger is distributed.\n",
  "Places.base": "filters: file.hasTag(\"placed\")\nviews:\n  - type: distinguo-square\n    name: Places\n",
  "Page.md": "# Page\n\n```distinguo\nshow: square\nfolder: concepts\n```\n",
  "Near.md": "# Near\n\n```distinguo\nshow: square\nnote: Choir\n```\n",
};

const labels = (square: Locator): Promise<string[]> => square.locator("tbody th a").allInnerTexts();

async function openReading(open: string): Promise<{ host: HostPage; square: Locator }> {
  const host = await openVault({ vault: notes, open, data: JSON.stringify({ askPlacing: false }) });
  await host.mode("preview");
  return { host, square: host.reading.locator(".distinguo-square") };
}

test("a block shows the notes of a folder, or a note and what it is tied to, and can place them", async () => {
  const { host, square } = await openReading("Page");
  await expect.poll(() => labels(square)).toEqual(["Choir", "Granary", "Ledger"]);
  await square.getByRole("status").getByText("Hollow points are guesses").waitFor();
  await shot(host, "square-block");
  await square.locator("tbody th a", { hasText: "Ledger" }).click({ button: "right" });
  await host.page.getByRole("menuitem", { name: "Place at “Distributed and decentralized”" }).click();
  await expect.poll(() => host.file("concepts/Ledger.md")).toMatch(/^---\narrangement: distributed\ncontrol: decentralized\n---\n/);
  await expect.poll(() => square.locator("tbody tr").last().innerText()).toContain("decentralized");
  expect(await violations(host, ".distinguo-square")).toEqual([]);
  await host.openNote("Near.md");
  await host.mode("preview");
  await expect.poll(() => labels(square)).toEqual(["Choir", "Granary"]);
  await host.close();
});

test("a base shows the notes that meet its filters, and follows them", async () => {
  const host = await openVault({ vault: notes, data: JSON.stringify({ askPlacing: false }) });
  await host.openNote("Places.base");
  const square = host.page.locator(".distinguo-base:visible .distinguo-square");
  await expect.poll(() => labels(square)).toEqual(["Choir"]);
  await shot(host, "square-base");
  await host.modify("concepts/Ledger.md", "---\ntags: [placed]\narrangement: 0.7\ncontrol: 0.3\n---\n# Ledger\n");
  await expect.poll(() => labels(square)).toEqual(["Choir", "Ledger"]);
  await square.locator(".distinguo-point", { hasText: "Ledger" }).focus();
  await host.page.keyboard.down("Shift");
  await host.press("ArrowDown");
  await host.page.keyboard.up("Shift");
  await expect.poll(() => host.file("concepts/Ledger.md")).toContain("control: 0.25");
  await host.close();
});

test("a square in a window of its own is placed by the pointer there", async () => {
  const { host } = await openReading("Page");
  const popup = await host.popOut();
  const square = popup.locator(".distinguo-square:visible");
  await expect.poll(() => labels(square)).toEqual(["Choir", "Granary", "Ledger"]);
  const [field, dot] = await Promise.all([square.locator(".distinguo-plot-field").boundingBox(), square.locator(".distinguo-point", { hasText: "Choir" }).first().boundingBox()]);
  if (!field || !dot) throw new Error("nothing is drawn");
  await popup.mouse.move(dot.x + 12, dot.y + 12);
  await popup.mouse.down();
  await popup.mouse.move(field.x + field.width * 0.75, field.y + field.height * 0.75, { steps: 6 });
  await popup.mouse.up();
  await expect.poll(() => host.file("concepts/Choir.md")).toMatch(/\narrangement: 0\.7\d?\ncontrol: 0\.2\d?\n/);
  await host.close();
});
