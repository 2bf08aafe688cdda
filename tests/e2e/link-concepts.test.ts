import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { Locator } from "playwright-core";
import { temporaryVault, type TemporaryVault } from "../cli/try-out";
import type { HostPage } from "../browser/host-page";
import { openVault, shot } from "./vault";

const walk = [
  "# Walk", "", "Two tide mills by the quay, and a mill. The ferry waits by the **ferry** house, and so does the harbour.", "",
  "> [!note] The quay", "> A lock, and `a dam`.", "", "| what | where |", "| --- | --- |", "| sluice | tide mill |", "| basin | x |", "",
].join("\n");

/** Many notes say "harbour", and none links it: a common word. One concept's note declines, and one is left out by the config. */
const notes: Record<string, string> = {
  "walk.md": walk,
  "concepts/mill.md": "---\ntitle: Mill\n---\nTurns grain into flour.\n",
  "concepts/tide-mill.md": "---\ntitle: Tide mill\n---\nA [[mill]] that the sea turns.\n",
  "concepts/quay.md": "---\ntitle: Quay\ndistinguo-mentions: false\n---\nWhere boats lie.\n",
  "concepts/ferry.md": "---\ntitle: Ferry\n---\nA boat that goes to and fro.\n",
  "concepts/harbour.md": "---\ntitle: Harbour\n---\nA place for ships.\n",
  "concepts/dam.md": "---\ntitle: Dam\n---\nHolds water.\n",
  "concepts/lock.md": "---\ntitle: Lock\n---\nLifts boats.\n",
  "concepts/sluice.md": "---\ntitle: Sluice\n---\nLets water through.\n",
  "concepts/basin.md": "---\ntitle: Basin\naliases: [\"basin\"]\n---\nHolds water, too.\n",
  "distinguo.yaml": "mentions: { exclude: [lock] }\n",
  ...Object.fromEntries(Array.from({ length: 14 }, (_, index) => [`log/${index}.md`, `On day ${index} the harbour was calm${index < 3 ? ", and the [[ferry]] late" : ""}.\n`])),
};

const modal = (host: HostPage): Locator => host.page.locator(".modal:has(.distinguo-changes)");

let disk: TemporaryVault;
afterEach(() => disk.remove());

async function open(): Promise<HostPage> {
  disk = await temporaryVault({ ".obsidian/": "", ...notes });
  const host = await openVault({ vault: notes, open: "walk" });
  await host.select(4);
  return host;
}

test("the command proposes what the command line proposes, shows each change, and links those that are left, in one step", async () => {
  const host = await open();
  await host.palette("Link the concepts in this note");
  await modal(host).waitFor();
  const proposed = await modal(host).locator(".distinguo-changes .distinguo-change-title").allInnerTexts();
  const { out } = await disk.run("mentions", "--format", "json");
  const told = JSON.parse(out) as { notes: { path: string; diagnostics: { fixes: { title: string }[] }[] }[] };
  const expected = told.notes.find(({ path }) => path === "walk.md")?.diagnostics.flatMap(({ fixes }) => fixes.map(({ title }) => title));
  expect(proposed).toEqual(expected);
  expect(proposed.join()).toContain("tide mills");
  expect(proposed.join()).not.toMatch(/harbour|quay|lock|dam/);
  await shot(host, "link-concepts");
  expect(await modal(host).getByRole("button", { name: "Apply" }).evaluate((el) => el === document.activeElement)).toBe(true);

  await modal(host).locator(".distinguo-changes li", { hasText: "Link “ferry”" }).getByRole("checkbox").uncheck();
  await modal(host).getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => host.text()).not.toBe(walk);
  expect(await host.text()).toContain("Two [[tide-mill|tide mills]] by the quay, and a [[mill]]. The ferry waits");
  await disk.run("mentions", "--fix");
  expect((await host.text()).replace("The ferry waits", "The [[ferry]] waits")).toBe(await readFile(join(disk.root, "walk.md"), "utf8"));
  await host.select(0);
  await host.undo();
  expect(await host.text()).toBe(walk);
  await host.close();
});

test("a note that names nothing is told so, with what is held back; one that changes while it is looked at is left alone", async () => {
  const host = await open();
  await host.openNote("log/5.md");
  await host.command("distinguo:link-concepts");
  await host.notices.getByText("No concept is named in this note that is not linked yet. One name is held back").waitFor();
  expect(await modal(host).count()).toBe(0);
  await host.openNote("walk.md");
  await host.command("distinguo:link-concepts");
  await modal(host).waitFor();
  await host.page.evaluate(() => { window.host.app.workspace.activeEditor?.editor.replaceRange("New. ", { line: 2, ch: 0 }); });
  await modal(host).getByRole("button", { name: "Apply" }).click();
  await host.notices.getByText(/Nothing was changed/).waitFor();
  expect(await host.text()).not.toContain("[[");
  await host.close();
});

test("in reading view it works as well, and only for notes", async () => {
  const host = await open();
  await host.mode("preview");
  await host.palette("Link the concepts in this note");
  await modal(host).getByRole("button", { name: "Apply" }).click();
  await host.notices.getByText(/done in “walk”/).waitFor();
  expect(await host.file("walk.md")).toContain("[[tide-mill|tide mills]]");
  await host.close();
});
