import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { conflation, equated, openVault } from "./vault";

let host: HostPage;
afterEach(async () => { await host.close(); });

const { sentence, words, chosen } = conflation;

/** The listeners on a page's document and window, as the browser knows them. */
async function listeners(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  let sum = 0;
  for (const expression of ["document", "window"]) {
    const { result } = await session.send("Runtime.evaluate", { expression });
    const { listeners: found } = await session.send("DOMDebugger.getEventListeners", { objectId: result.objectId ?? "" });
    sum += found.length;
  }
  await session.detach();
  return sum;
}

const marks = (page: Page) => page.locator(".distinguo-mark");
const leftInMain = () => host.page.locator(".distinguo-popover, .markdown-source-view .distinguo-mark, .markdown-reading-view .distinguo-mark").count();

test("a note in a pop-out has its marks, its card, choices, ignores and steps there, and nothing in the main window", async () => {
  host = await openVault({ open: "Harbour" });
  await expect.poll(() => marks(host.page).count()).toBe(3);
  const popup = await host.popOut();
  await expect.poll(() => marks(popup).allInnerTexts()).toEqual([words, equated, words]);
  await marks(popup).first().hover();
  const card = popup.getByRole("dialog");
  await card.waitFor();
  await expect.poll(() => popup.locator(".distinguo-evidence").allInnerTexts()).toContain(conflation.evidence);
  expect(await leftInMain()).toBe(0);
  const [box, first] = await Promise.all([card.boundingBox(), marks(popup).first().boundingBox()]);
  expect(box !== null && first !== null && (box.y >= first.y + first.height || box.y + box.height <= first.y)).toBe(true);
  if (process.env["DISTINGUO_SHOTS"]) await popup.screenshot({ path: `${process.env["DISTINGUO_SHOTS"]}/pop-out.png` });
  await card.locator(".distinguo-choice").first().click();
  await expect.poll(() => host.text()).toContain(chosen);
  await popup.keyboard.press("Control+z");
  await expect.poll(() => host.text()).toContain(sentence);
  await expect.poll(() => marks(popup).count()).toBe(3);

  await popup.locator(".cm-content").focus();
  await host.command("distinguo:next-diagnostic");
  await host.command("distinguo:show-card");
  await card.waitFor();
  expect(await popup.evaluate(() => document.activeElement?.closest("[role=dialog]") !== null)).toBe(true);
  await popup.keyboard.press("Escape");
  await card.waitFor({ state: "detached" });
  expect(await popup.evaluate(() => document.activeElement?.classList.contains("cm-content"))).toBe(true);
  await host.command("distinguo:previous-diagnostic");
  expect((await host.selection()).from).toBe((await host.text()).lastIndexOf("decentralized** "));
  await host.command("distinguo:show-card");
  await card.getByRole("button", { name: "Ignore…" }).click();
  await card.getByRole("button", { name: "Ignore here" }).click();
  await expect.poll(() => host.text()).toContain("distinguo-ignore");
  await expect.poll(() => marks(popup).count()).toBe(2);
  expect(await leftInMain()).toBe(0);
});

test("reading view in a pop-out is marked as elsewhere, also where it was read before it moved", async () => {
  host = await openVault({ open: "Harbour" });
  await host.mode("preview");
  const read = (page: Page) => page.locator(".markdown-reading-view .distinguo-mark");
  await expect.poll(() => read(host.page).count()).toBe(3);
  const popup = await host.popOut();
  await expect.poll(() => read(popup).count()).toBe(3);
  await host.command("distinguo:next-diagnostic");
  expect(await popup.evaluate(() => document.activeElement?.textContent)).toBe(words);
  await popup.keyboard.press("Enter");
  await popup.getByRole("dialog").waitFor();
  expect(await leftInMain()).toBe(0);
  await popup.keyboard.press("Enter");
  await expect.poll(() => host.file("Harbour.md")).toContain(chosen);
  await expect.poll(() => read(popup).count()).toBe(2);
  await host.mode("source");
  await expect.poll(() => popup.locator(".cm-content .distinguo-mark").count()).toBe(2);
});

test("a pop-out that is closed with its card open leaves no listener, and the plugin goes on", async () => {
  host = await openVault({ open: "Quiet" });
  await host.flush();
  const count = async () => [await host.page.evaluate(() => window.host.listeners()), await listeners(host.page)];
  const close = async (popup: Page) => {
    await Promise.all([popup.waitForEvent("close"), popup.evaluate(() => { window.close(); })]);
    await expect.poll(() => host.page.evaluate(() => window.host.app.workspace.windows.length)).toBe(0);
  };
  const openAndClose = async () => {
    const popup = await host.popOut("Harbour.md");
    await expect.poll(() => marks(popup).count()).toBe(3);
    await marks(popup).first().hover();
    await popup.getByRole("dialog").waitFor();
    await close(popup);
  };
  await openAndClose();
  const before = await count();
  await openAndClose();
  expect(await count()).toEqual(before);
  await host.openNote("Harbour.md");
  await expect.poll(() => marks(host.page).count()).toBe(3);
  await marks(host.page).first().hover();
  await host.page.getByRole("dialog").waitFor();
  await host.page.keyboard.press("Escape");
  const popup = await host.popOut();
  await expect.poll(() => marks(popup).count()).toBe(3);
  await host.unloadPlugin();
  expect(await popup.locator("[class*=distinguo]").count()).toBe(0);
});
