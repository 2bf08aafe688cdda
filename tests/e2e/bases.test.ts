import type { Locator } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { violations } from "./axe";
import { openVault, shot, vault } from "./vault";

const base = "filters: file.inFolder(\"concepts\")\nviews:\n  - type: distinguo-map\n    name: Map\n  - type: distinguo-square\n    name: Places\n";
const plot = (host: HostPage): Locator => host.page.locator(".distinguo-base:visible");
const names = (host: HostPage): Promise<string[]> => plot(host).locator(".distinguo-among-name > a").allInnerTexts();

async function openBase(text = base, options: Parameters<typeof openVault>[0] = {}): Promise<HostPage> {
  const host = await openVault({ ...options, vault: { ...vault, "Concepts.base": text, ...options.vault } });
  await host.openNote("Concepts.base");
  return host;
}

describe("a base as a concept map", () => {
  test("shows its notes, and what they say of each other with the sentence and its place", async () => {
    const host = await openBase();
    await expect.poll(() => names(host)).toEqual(["Decentralized", "Distributed", "Governance", "Networks", "Resilience"]);
    await plot(host).getByText("5 notes, 4 relations among them.").waitFor();
    const own = plot(host).locator(".distinguo-among > ul > li").nth(1);
    expect(await own.locator(".distinguo-among-relation").allInnerTexts()).toEqual([
      expect.stringMatching(/related\s+Networks\s+what is in many places needs lines between them\./),
      expect.stringMatching(/related\s+Resilience\s+a loss in one place/),
    ]);
    await shot(host, "base-map");
    expect(await violations(host, ".distinguo-base")).toEqual([]);
    await own.locator(".distinguo-relation-origin").first().click({ modifiers: ["Control"] });
    await expect.poll(() => host.activePath()).toBe("concepts/Distributed.md");
    await expect.poll(async () => (await host.selection()).from).toBeGreaterThan(0);
    await host.close();
  });

  test("shows mentions where its option asks for them", async () => {
    const host = await openBase();
    await plot(host).getByText("4 relations among them").waitFor();
    await host.page.getByRole("checkbox", { name: "Show mentions and tags" }).check();
    await plot(host).getByText("6 relations among them").waitFor();
    await expect.poll(() => host.file("Concepts.base")).toContain("mentions: true");
    await host.close();
  });

  test("follows the vault; other notes are plain, other files are left out", async () => {
    const host = await openBase("views:\n  - type: distinguo-map\n    name: All\n", { vault: { "Chart.canvas": "{\"nodes\":[]}" } });
    await expect.poll(() => names(host)).toContain("Harbour");
    expect(await plot(host).locator(".distinguo-among-name", { hasText: "Harbour" }).locator(".distinguo-badge").innerText()).toBe("note");
    await plot(host).getByText("2 files are no notes and are left out").waitFor();
    await host.modify("concepts/Weir.md", "# Weir\n\n*A low dam.*\n\n## Related concepts\n\n- [[Networks]]: of channels.\n");
    await plot(host).getByText("of channels").waitFor();
    await host.page.evaluate(async () => {
      const file = window.host.app.vault.getFileByPath("concepts/Weir.md");
      if (file !== null) await window.host.app.fileManager.trashFile(file);
    });
    await expect.poll(() => names(host)).not.toContain("Weir");
    await host.close();
  });

  test("says so where nothing meets its filters", async () => {
    const host = await openBase("filters: file.hasTag(\"nothing\")\nviews:\n  - type: distinguo-map\n    name: Map\n");
    await plot(host).getByText("No note meets the filters of this base.").waitFor();
    await shot(host, "base-empty");
    await host.modify("concepts/New.md", "# New\n\n#nothing\n");
    await expect.poll(() => names(host)).toEqual(["New"]);
    await host.close();
  });

  test("lists many notes bit by bit", async () => {
    const many = Object.fromEntries(Array.from({ length: 130 }, (_, index) => [`many/Note ${String(index).padStart(3, "0")}.md`, "x\n"]));
    const host = await openBase("filters: file.inFolder(\"many\")\nviews:\n  - type: distinguo-map\n    name: Map\n", { vault: many });
    await expect.poll(async () => (await names(host)).length).toBe(100);
    await plot(host).getByRole("button", { name: "30 more" }).click();
    await expect.poll(async () => (await names(host)).length).toBe(130);
    await host.close();
  });
});

test("a base in a note is plotted there", async () => {
  const host = await openVault({ vault: { ...vault, "Page.md": `# Page\n\n\`\`\`base\n${base}\`\`\`\n` }, open: "Page" });
  await host.mode("preview");
  await expect.poll(() => names(host)).toHaveLength(5);
  await shot(host, "base-in-note");
  await host.close();
});

test("views that are chosen, closed and unloaded leave nothing", async () => {
  const host = await openVault({ vault: { ...vault, "Concepts.base": base }, open: "Quiet" });
  const listeners = (): Promise<number> => host.page.evaluate(() => window.host.listeners());
  const before = await listeners();
  for (let time = 0; time < 5; time++) {
    await host.page.evaluate(async () => {
      const file = window.host.app.vault.getFileByPath("Concepts.base");
      if (file !== null) await window.host.app.workspace.getLeaf("tab").openFile(file);
    });
    await expect.poll(async () => (await names(host)).length).toBe(5);
    await host.page.locator(".bases-views:visible").selectOption("Places");
    await plot(host).waitFor({ state: "attached" });
    await host.page.evaluate(() => window.host.app.workspace.activeLeaf?.detach());
  }
  await expect.poll(listeners).toBe(before);
  await host.openNote("Concepts.base");
  await host.unloadPlugin();
  await host.page.getByText("Unknown view type: distinguo-map").waitFor();
  await host.close();
});

test("where bases are off, the plugin goes without", async () => {
  const host = await openVault({ bases: false });
  expect((await host.commands()).map(({ id }) => id)).toContain("distinguo:lint-vault");
  await host.close();
});
