import { expect, test } from "vitest";
import type { Locator } from "playwright-core";
import type { HostPage } from "../browser/host-page";
import { violations } from "./axe";
import { conflation, openVault, shot, vault } from "./vault";

const card = (host: HostPage): Locator => host.page.getByRole("dialog");

/** A note with a warning, a hint, a suppression that suppresses nothing, and a property that names no convention. */
const notes = {
  ...vault,
  "Kinds.md": [
    "---", "distinguo-convention: guild", "---", "# Kinds", "",
    conflation.sentence, "",
    "Perhaps the choir is distributed, so nobody owns it.", "",
    "Nothing here speaks. %% distinguo-ignore equated %%", "",
  ].join("\n"),
};

async function show(host: HostPage, words: string): Promise<void> {
  const at = (await host.text()).indexOf(words);
  await expect.poll(async () => (await host.marked(".distinguo-mark")).some(({ from, to }) => from <= at && at < to)).toBe(true);
  await host.select(at + 1);
  expect(await host.command("distinguo:show-card")).toBe(true);
  await card(host).getByRole("button", { name: "Ignore…" }).waitFor();
}

/** What is amiss in the card. The shadows at the edges of what scrolls hide from axe what stands on them, so they go while it looks. */
async function faults(host: HostPage): Promise<string[]> {
  const body = card(host).locator(".distinguo-card-body");
  const shadows = (image: string): Promise<void> => body.evaluate((el, value) => { el.style.backgroundImage = value; }, image);
  await shadows("none");
  const found = await violations(host, ".distinguo-popover");
  await shadows("");
  return found;
}

test("each kind of diagnostic has a card without faults for a screen reader and without empty parts, in light and dark", async () => {
  const host = await openVault({ vault: notes, open: "Kinds" });
  for (const theme of ["light", "dark"] as const) {
    await host.theme(theme);
    for (const [name, words] of [["warning", "decentralized"], ["hint", "distributed, so"], ["unused", "%% distinguo-ignore"], ["unknown", "guild"]] as const) {
      await show(host, words);
      const shown = card(host);
      if (name === "warning") await shown.getByRole("link", { name: "concepts/Decentralized.md" }).waitFor();
      expect(await faults(host), `${name} ${theme}`).toEqual([]);
      const empty = await shown.evaluate((el) => [...el.querySelectorAll(".distinguo-card-body > :not([hidden])")].filter((part) => part.getBoundingClientRect().height < 8).map((part) => String(part.getAttribute("class"))));
      expect(empty, name).toEqual([]);
      expect(await shown.locator(".distinguo-readings > li").count()).toBe(name === "warning" || name === "hint" ? 2 : 0);
      expect(await shown.locator(".distinguo-convention").count()).toBe(name === "warning" || name === "hint" ? 1 : 0);
      await shot(host, `kind-${name}-${theme}`);
      await shown.getByRole("button", { name: "Ignore…" }).click();
      await shown.getByRole("button", { name: "Switch the rule off" }).waitFor();
      if (name === "warning") await shown.getByText(/^Convention: /).click();
      expect(await faults(host), `${name} ${theme}, unfolded`).toEqual([]);
      await shot(host, `kind-${name}-${theme}-unfolded`);
      await host.press("Escape");
    }
  }
  // The control: what is planted is found.
  await show(host, "decentralized");
  await card(host).evaluate((el) => {
    el.querySelector(".distinguo-card-head button")?.removeAttribute("aria-label");
    el.querySelector<HTMLElement>(".distinguo-message")?.setCssProps({ color: "rgb(92, 99, 99)" });
  });
  const found = await faults(host);
  expect(found.some((one) => one.startsWith("button-name"))).toBe(true);
  expect(found.some((one) => one.startsWith("color-contrast"))).toBe(true);
  await host.close();
});

test("the card fits a window of 240 pixels, and one at 200 %", async () => {
  for (const [name, viewport, theme] of [["narrow", { width: 240, height: 640 }, "light"], ["zoomed", { width: 640, height: 400 }, "dark"]] as const) {
    const host = await openVault({ open: "Harbour", viewport, theme });
    await host.page.evaluate(() => {
      window.host.app.workspace.leftSplit.collapse();
      window.host.app.workspace.rightSplit.collapse();
    });
    await show(host, conflation.words);
    await card(host).getByRole("link", { name: "concepts/Decentralized.md" }).waitFor();
    await shot(host, name);
    for (const step of ["folded", "unfolded"]) {
      const box = await card(host).boundingBox();
      expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= viewport.width && box.y + box.height <= viewport.height, step).toBe(true);
      const wide = await card(host).evaluate((el) => [...el.querySelectorAll("*:not(.distinguo-spoken)")].filter((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0 && getComputedStyle(part).display !== "inline").map((part) => String(part.getAttribute("class"))));
      expect(wide, step).toEqual([]);
      if (step === "unfolded") break;
      await card(host).getByText(/^Convention: /).click();
      await card(host).getByRole("button", { name: "Ignore…" }).click();
    }
    expect(await card(host).getByRole("button", { name: "Ignore this phrase in this note" }).count()).toBe(1);
    await shot(host, `${name}-unfolded`);
    await host.close();
  }
});
