import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { openHost } from "../browser/open-host";

const garden = new URL("../../examples/garden/", import.meta.url);
const pictures = new URL("../../docs/images/", import.meta.url);

/** The example vault as texts by path. */
async function readGarden(): Promise<Record<string, string>> {
  const names = await readdir(garden, { recursive: true });
  const notes = names.filter((name) => name.endsWith(".md"));
  return Object.fromEntries(await Promise.all(notes.map(async (name): Promise<[string, string]> => [name, await readFile(new URL(encodeURI(name), garden), "utf8")])));
}

/** Takes a picture for the README where DISTINGUO_PICTURES is set; else does nothing. */
async function picture(host: HostPage, name: string): Promise<void> {
  if (!process.env["DISTINGUO_PICTURES"]) return;
  await mkdir(pictures, { recursive: true });
  await host.page.waitForTimeout(400);
  await host.screenshot(join(pictures.pathname, `${name}.png`));
}

const marked = async (host: HostPage): Promise<string[]> => (await host.marked(".distinguo-mark")).map(({ text }) => text);

test("the garden's archive is marked, explained and mapped", async () => {
  const host = await openHost({ vault: await readGarden(), open: "concepts/archives", userEnabled: true, viewport: { width: 1200, height: 720 } });
  await expect.poll(() => marked(host)).toEqual(["decentralised", "decentralised rather than concentrated"]);
  await expect.poll(() => host.statusBar.innerText()).toContain("2");

  await host.select((await host.text()).indexOf("decentralised:") + 3);
  expect(await host.command("distinguo:show-card")).toBe(true);
  const card = host.page.getByRole("dialog");
  await card.waitFor();
  expect(await card.innerText()).toContain("in four cities");
  await picture(host, "card");
  await host.press("Escape");

  await host.select((await host.text()).indexOf(" biscuit tin.") + " biscuit tin.".length);
  const offered = host.page.locator(".suggestion-container");
  await host.type(" It asks for steward");
  await expect.poll(() => offered.innerText()).toContain("have to hand it on");
  await picture(host, "suggestions");
  await host.press("Tab");
  expect(await host.text()).toContain("A biscuit tin. It asks for [[stewardship|steward]]\n");
  await host.undo();
  await host.undo();

  await host.openNote("concepts/commons.md");
  await expect.poll(() => host.rightSidebar.innerText()).toContain("Irrigation Communities");
  await host.close();
});
