import { expect, test } from "vitest";
import type { Locator } from "playwright-core";
import type { HostPage } from "../browser/host-page";
import { openVault, shot } from "./vault";

const text = "# Walk\n\nThe [[concepts/commons|commons]] and [its data](concepts/data%20commons.md), [[Plain]], [[bare]], [[concepts/commons#Rules|rules]].\n\n`[[commons]]` is code.\n\n    [[concepts/commons|commons]]\n\nSee [[concepts/commons]]\n";
const vault: Record<string, string> = {
  "Walk.md": text,
  "Plain.md": "# Plain\n\nNo concept.\n",
  "concepts/commons.md": "# Commons\n\n*A commons is what a group keeps and uses together, by rules of its own.*\n",
  "concepts/data commons.md": "---\ntitle: Data held in common\n---\n*A store of data that its givers govern.*\n",
  "concepts/bare.md": "# Bare\n\n## Related\n\n- [[commons]]\n",
};

const card = (host: HostPage): Locator => host.page.locator(".distinguo-definition-card");
const preview = (host: HostPage): Locator => host.page.locator(".hover-popover");

async function open(): Promise<HostPage> {
  const host = await openVault({ vault, open: "Walk" });
  await host.select(0);
  return host;
}

/** Rests the pointer on words until their card is there; the index may have to be read first. */
async function rest(host: HostPage, words: Locator): Promise<void> {
  await expect.poll(async () => {
    await host.page.mouse.move(2, 790);
    await words.hover();
    await host.page.waitForTimeout(500);
    return card(host).count();
  }).toBe(1);
}

async function restInVain(host: HostPage, words: Locator): Promise<void> {
  await host.page.mouse.move(2, 790);
  await words.hover();
  await host.page.waitForTimeout(600);
  expect(await card(host).count()).toBe(0);
}

async function isAbove(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = await Promise.all([one.boundingBox(), other.boundingBox()]);
  return a !== null && b !== null && a.y + a.height <= b.y;
}

test("a link in the editor shows its concept's definition above it, until the pointer, a key or a scroll takes it away", async () => {
  const host = await open();
  const link = host.editor.getByText("commons", { exact: true }).first();
  await rest(host, link);
  expect(await card(host).innerText()).toBe("Commons\nA commons is what a group keeps and uses together, by rules of its own.");
  expect(await isAbove(card(host), link)).toBe(true);
  expect(await preview(host).count()).toBe(0);
  await shot(host, "definition-light");
  await host.theme("dark");
  await shot(host, "definition-dark");
  await host.page.mouse.move(2, 790);
  expect(await card(host).count()).toBe(0);

  await rest(host, host.editor.getByText("its data"));
  expect(await card(host).innerText()).toBe("Data held in common\nA store of data that its givers govern.\ndata commons");
  await host.press("Escape");
  expect(await card(host).count()).toBe(0);
  await rest(host, host.editor.getByText("rules"));
  await host.type("x");
  expect(await card(host).count()).toBe(0);
  await rest(host, link);
  await host.page.mouse.wheel(0, 30);
  await host.page.evaluate(() => document.querySelector(".cm-scroller")?.dispatchEvent(new Event("scroll")));
  await expect.poll(() => card(host).count()).toBe(0);
  await host.close();
});

test("nothing is shown for a note that is no concept, one without a definition, code, and with Mod, which is the app's", async () => {
  const host = await open();
  const link = host.editor.getByText("commons", { exact: true }).first();
  await rest(host, link);
  for (const words of ["Plain", "bare", "is code"]) await restInVain(host, host.editor.getByText(words, { exact: words !== "is code" }).first());
  const lines = host.editor.locator(".cm-line");
  await host.page.mouse.move(2, 790);
  await lines.nth(6).hover({ position: { x: 80, y: 10 } });
  await host.page.waitForTimeout(600);
  expect(await card(host).count()).toBe(0);
  // Behind the link that ends a line there is only space.
  await lines.nth(8).hover({ position: { x: 400, y: 10 } });
  await host.page.waitForTimeout(600);
  expect(await card(host).count()).toBe(0);
  await lines.nth(8).hover({ position: { x: 60, y: 10 } });
  await card(host).waitFor();
  await host.page.keyboard.down("Control");
  await host.page.mouse.move(2, 790);
  await link.hover();
  await preview(host).waitFor();
  expect(await card(host).count()).toBe(0);
  await host.page.keyboard.up("Control");
  await host.settings();
  await host.setting("Show definitions on hover").getByRole("switch").click();
  await host.press("Escape");
  await restInVain(host, link);
  await host.close();
});

test("the source mode shows them, too; and a command does at the cursor", async () => {
  const host = await open();
  await host.palette("Toggle live preview and source mode");
  await rest(host, host.editor.getByText("commons").first());
  await host.page.mouse.move(2, 790);
  await host.select(text.indexOf("|commons") + 2);
  expect(await host.command("distinguo:show-definition")).toBe(true);
  await card(host).waitFor();
  expect(await card(host).and(host.page.getByRole("status")).count()).toBe(1);
  await host.press("Escape");
  expect(await card(host).count()).toBe(0);
  await host.select(text.indexOf("[[bare") + 3);
  await host.command("distinguo:show-definition");
  await host.notices.getByText("“bare” gives no definition").waitFor();
  await host.select(2);
  expect(await host.command("distinguo:show-definition")).toBe(false);
  await host.close();
});

test("in reading view the definition stands above the link and the app's preview below it; in an embed of the first line it gives way", async () => {
  const host = await open();
  await host.mode("preview");
  const link = host.reading.getByText("commons", { exact: true }).first();
  await rest(host, link);
  await preview(host).waitFor();
  expect(await card(host).count()).toBe(1);
  expect(await isAbove(card(host), link)).toBe(true);
  expect(await isAbove(link, preview(host))).toBe(true);
  await shot(host, "definition-reading");
  await host.page.mouse.move(2, 790);
  await expect.poll(() => card(host).count()).toBe(0);
  // Where there is room only on the other side, the two would meet.
  await host.page.evaluate(() => {
    const link = [...document.querySelectorAll<HTMLElement>(".markdown-reading-view a.internal-link")].find((el) => el.innerText === "commons");
    link?.setCssStyles({ position: "fixed", top: "4px", left: "400px" });
  });
  await host.page.mouse.move(2, 790);
  await host.page.mouse.move(410, 12);
  await preview(host).waitFor();
  await expect.poll(() => card(host).count()).toBe(0);
  await host.close();
});

test("unloading takes the card and its listeners away", async () => {
  const host = await open();
  const link = host.editor.getByText("commons", { exact: true }).first();
  await rest(host, link);
  await host.unloadPlugin();
  expect(await card(host).count()).toBe(0);
  await restInVain(host, link);
  await host.mode("preview");
  await restInVain(host, host.reading.getByText("commons", { exact: true }).first());
  await host.close();
});
