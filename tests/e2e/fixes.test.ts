import { expect, test } from "vitest";
import type { Locator } from "playwright-core";
import type { HostPage } from "../browser/host-page";
import { openVault, shot } from "./vault";

const granary = "# Granary\n\n*A granary keeps grain dry.*\n\n## Related concepts\n\n- [[Mill]]: grinds what is kept here.\n- Weir: holds the water back.\n- Threshing floor: where the grain is beaten out.\n";
const mill = "# Mill\n\n*A mill turns grain into flour.*\n\n## Related concepts\n\n- [[Weir]]: gives it its water.\n";
const weir = "# Weir\n\n*A weir holds water back.*\n\n## Related concepts\n\n- [[Mill]]: takes its water.\n";
const ledger = "# Ledger\n\nThe sacks were counted at the door.\n---\nWhat was missing had been eaten by mice.\n";
const lighthouse = "# Lighthouse\n\nIts lamp was lit with oil until the cable came.\n---\nNow it is lit by day, too.\n\nThe keeper left in May.\n---\nHe took the cat.\n";

/** Two concept notes whose lists want mending, one that answers, and two notes with paragraphs that became headings. */
const vault: Record<string, string> = { "concepts/Granary.md": granary, "concepts/Mill.md": mill, "concepts/water/Weir.md": weir, "Ledger.md": ledger, "Lighthouse.md": lighthouse };

const appConfig = [".obsidian", "app.json"].join("/");
const mended = (text: string): string => text.replaceAll("\n---\n", "\n\n---\n");

async function openReport(open: string, more: Record<string, string> = {}): Promise<{ host: HostPage; report: Locator }> {
  const host = await openVault({ vault: { ...vault, ...more }, open, viewport: { width: 1280, height: 1600 } });
  await host.command("distinguo:open-diagnostics");
  const report = host.rightSidebar.locator(".distinguo-report");
  await group(host, report, "By rule");
  await report.getByRole("button", { name: /^Notes/ }).click();
  return { host, report };
}

async function group(host: HostPage, report: Locator, by: string): Promise<void> {
  await report.getByRole("button", { name: "Group" }).click();
  await host.page.getByRole("menuitemcheckbox", { name: by }).click();
}

/** The finding in a line of a note. */
function rowAt(report: Locator, place: string): Locator {
  return report.getByRole("treeitem", { name: place });
}

/** Chooses a fix in the menu of a finding. */
async function mend(report: Locator, place: string, title: string | RegExp): Promise<void> {
  await rowAt(report, place).getByRole("button", { name: "Fix…" }).click();
  await report.page().getByRole("menuitem", { name: title }).click();
}

/** Goes to all that the rule that asks for blank lines would change. */
async function lookAtAll(report: Locator): Promise<Locator> {
  await report.getByRole("treeitem", { name: "paragraph-as-heading" }).getByRole("button", { name: "More…" }).click();
  await report.page().getByRole("menuitem", { name: "Fix many of these 3…" }).click();
  const dialog = report.page().getByRole("dialog");
  await dialog.getByRole("button", { name: /^Insert a blank line/ }).click();
  await dialog.getByRole("button", { name: /^Apply/ }).waitFor();
  return dialog;
}

/** The same by keys: the first fix of a finding. */
async function mendByKeys(host: HostPage, row: Locator): Promise<void> {
  await row.focus();
  await host.press("Control+.");
  await host.page.getByRole("menuitem").first().waitFor();
  await host.press("Enter");
}

const rename = (host: HostPage, from: string, to: string): Promise<void> => host.page.evaluate(async ([old, now]) => {
  const file = window.host.app.vault.getFileByPath(old);
  if (file) await window.host.app.vault.rename(file, now);
}, [from, to] as const);

const focused = (host: HostPage): Promise<string> => host.page.evaluate(() => document.activeElement?.closest("[role=treeitem]")?.textContent ?? document.activeElement?.textContent ?? "");

test("a fix of the note that is being written is one step in its editor, and the list goes on with the next", async () => {
  const { host, report } = await openReport("Lighthouse");
  await mendByKeys(host, rowAt(report, "Lighthouse · line 3"));
  const once = lighthouse.replace("came.\n---", "came.\n\n---");
  await expect.poll(() => host.file("Lighthouse.md")).toBe(once);
  await expect.poll(() => host.text()).toBe(once);
  await host.notices.getByText("Insert a blank line: done in “Lighthouse”.").waitFor();
  // What has taken the place of the one that is gone has the focus, and the same key mends it.
  await expect.poll(() => focused(host)).toContain("Lighthouse · line 8");
  await host.press("Control+.");
  await host.page.getByRole("menuitem").first().waitFor();
  await host.press("Enter");
  await expect.poll(() => host.text()).toBe(mended(lighthouse));
  await host.select(0);
  await host.undo();
  expect(await host.text()).toBe(once);
  await host.undo();
  expect(await host.text()).toBe(lighthouse);
  await host.close();
});

test("what a fix changes out of sight is shown first, and can be taken back", async () => {
  const { host, report } = await openReport("Lighthouse");
  const row = rowAt(report, "Ledger · line 3");
  await mendByKeys(host, row);
  const preview = host.page.getByRole("dialog", { name: "Insert a blank line" });
  expect(await preview.locator(".distinguo-changes").innerText()).toMatch(/Ledger\s+line 4\s*Insert a blank line\s+The sacks were counted at the door\.\s+\(added\)\s+↵\s+---/);
  await host.press("Escape");
  await preview.waitFor({ state: "detached" });
  expect(await host.file("Ledger.md")).toBe(ledger);
  expect(await focused(host)).toContain("Ledger · line 3");
  await mendByKeys(host, row);
  await preview.waitFor();
  await host.press("Enter");
  await expect.poll(() => host.file("Ledger.md")).toBe(mended(ledger));
  await expect.poll(() => row.count()).toBe(0);
  await host.notices.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => host.file("Ledger.md")).toBe(ledger);
  await row.waitFor();
  expect(await host.command("distinguo:undo-fixes")).toBe(false);
  await host.close();
});

test("the way back is written into the other note, once it has been shown", async () => {
  const { host, report } = await openReport("concepts/Granary");
  await shot(host, "fixes-light");
  await mend(report, "Granary · line 7", "List “Granary” in “Mill”");
  const preview = host.page.getByRole("dialog");
  await expect.poll(() => preview.innerText()).toMatch(/Mill\s+concepts\s+line \d+/);
  expect(await preview.locator("ins").innerText()).toContain("- [[Granary]]: [the other way round: grinds what is kept here");
  await shot(host, "fixes-preview");
  expect(await host.file("concepts/Mill.md")).toBe(mill);
  await preview.getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => host.file("concepts/Mill.md")).toContain("gives it its water.\n- [[Granary]]: [the other way round: grinds what is kept here");
  expect(await host.file("concepts/Granary.md")).toBe(granary);
  // Who has written on since keeps what was written.
  const since = `${(await host.file("concepts/Mill.md")) ?? ""}\nIt stands by the river.\n`;
  await host.modify("concepts/Mill.md", since);
  await host.notices.getByRole("button", { name: "Undo" }).click();
  await host.notices.getByText("Nothing was taken back: “Mill” changed since.").waitFor();
  expect(await host.file("concepts/Mill.md")).toBe(since);
  await host.close();
});

test.each([
  { settings: {}, link: "[[Weir]]" },
  { settings: { useMarkdownLinks: true, newLinkFormat: "absolute" }, link: "[Weir](concepts/water/Weir.md)" },
  { settings: { useMarkdownLinks: false, newLinkFormat: "relative" }, link: "[[water/Weir|Weir]]" },
])("a link is written as the vault's settings say: $link", async ({ settings, link }) => {
  const { host, report } = await openReport("Ledger", { [appConfig]: JSON.stringify(settings) });
  await mend(report, "“Weir” names the concept", "Link “Weir”");
  const preview = host.page.getByRole("dialog");
  expect(await preview.locator("ins").innerText()).toBe(link);
  await preview.getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => host.file("concepts/Granary.md")).toBe(granary.replace("- Weir:", `- ${link}:`));
  await host.close();
});

test("of several fixes one is chosen in a menu", async () => {
  const { host, report } = await openReport("Ledger", { "Ledger.md": "# Ledger\n\nSee [[sheds/Door]].\n", "east/Door.md": "To the quay.\n", "west/Door.md": "To the road.\n" });
  await report.getByRole("searchbox").fill("sheds/Door");
  await rowAt(report, "Ledger · line 3").focus();
  await host.press("Control+.");
  const items = host.page.getByRole("menuitem", { name: /^Link to/ });
  await items.first().waitFor();
  expect(await items.count()).toBeGreaterThan(1);
  await shot(host, "fixes-menu");
  expect(await host.file("Ledger.md")).toContain("[[sheds/Door]]");
  await host.press("ArrowDown");
  await host.press("Enter");
  await host.notices.getByText("Link to “west/Door.md”: done in “Ledger”.").waitFor();
  expect(await host.text()).toBe("# Ledger\n\nSee [[west/Door]].\n");
  await host.close();
});

test("a missing note is created, and goes again when that is taken back", async () => {
  const { host, report } = await openReport("concepts/Granary", { [appConfig]: JSON.stringify({ useMarkdownLinks: true, newLinkFormat: "absolute" }) });
  const path = "concepts/Threshing floor.md";
  await mend(report, "Granary · line 9", /^Create/);
  const preview = host.page.getByRole("dialog");
  await expect.poll(() => preview.innerText()).toContain(`new note, ${path}`);
  const [shown = "", link = ""] = await preview.locator("ins").allInnerTexts();
  expect(shown).toContain("- [Granary](concepts/Granary.md)");
  expect(link).toBe("[Threshing floor](concepts/Threshing%20floor.md)");
  await preview.getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => host.file(path)).toBe(shown.replaceAll("↵\n", "\n").replace(/↵$/, "\n"));
  await expect.poll(() => host.text()).toBe(granary.replace("- Threshing floor:", `- ${link}:`));
  await host.notices.getByText("done in 2 notes").waitFor();
  expect(await host.command("distinguo:undo-fixes")).toBe(true);
  await expect.poll(() => host.file(path)).toBe(null);
  await expect.poll(() => host.text()).toBe(granary);
  await host.close();
});

test("what was written into a new note stays when the rest is taken back", async () => {
  const { host, report } = await openReport("concepts/Granary");
  const path = "concepts/Threshing floor.md";
  await mend(report, "Granary · line 9", /^Create/);
  await host.page.getByRole("dialog").getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => host.text()).toContain("- [[Threshing floor]]:");
  await host.modify(path, "A floor of clay, and hard.\n");
  await host.notices.getByRole("button", { name: "Undo" }).click();
  await host.notices.getByText("Taken back in “Granary”. Left alone, since changed: “Threshing floor”.").waitFor();
  expect(await host.file(path)).toBe("A floor of clay, and hard.\n");
  expect(await host.text()).toBe(granary);
  await host.close();
});

test("a note that has come meanwhile is not written over", async () => {
  const { host, report } = await openReport("concepts/Granary");
  await mend(report, "Granary · line 9", /^Create/);
  const preview = host.page.getByRole("dialog");
  await preview.waitFor();
  await host.modify("concepts/Threshing floor.md", "Somebody was faster.\n");
  await preview.getByRole("button", { name: "Apply" }).click();
  await host.notices.getByText("Nothing was changed").waitFor();
  expect(await host.file("concepts/Threshing floor.md")).toBe("Somebody was faster.\n");
  await host.close();
});

test("no link is written to a note that was renamed while one looked", async () => {
  const { host, report } = await openReport("Ledger");
  await mend(report, "“Weir” names the concept", "Link “Weir”");
  const preview = host.page.getByRole("dialog");
  await preview.waitFor();
  await rename(host, "concepts/water/Weir.md", "concepts/water/Dam.md");
  await preview.getByRole("button", { name: "Apply" }).click();
  await host.notices.getByText("Nothing was changed").waitFor();
  expect(await host.file("concepts/Granary.md")).toBe(granary);
  await host.close();
});

test("what was mended is taken back wherever the note has gone", async () => {
  const { host, report } = await openReport("Lighthouse");
  await mend(report, "Ledger · line 3", "Insert a blank line");
  await host.page.getByRole("dialog").getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => host.file("Ledger.md")).toBe(mended(ledger));
  await rename(host, "Ledger.md", "books/Sacks.md");
  await host.notices.getByRole("button", { name: "Undo" }).click();
  await host.notices.getByText("Taken back in “Sacks”.").waitFor();
  expect(await host.file("books/Sacks.md")).toBe(ledger);
  await host.close();
});

test("what cannot be taken back now can be later, and what was undone by hand is not offered", async () => {
  const { host, report } = await openReport("Lighthouse");
  await mend(report, "Ledger · line 3", "Insert a blank line");
  await host.page.getByRole("dialog").getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => host.file("Ledger.md")).toBe(mended(ledger));
  await host.modify("Ledger.md", `${mended(ledger)}More sacks.\n`);
  await host.command("distinguo:undo-fixes");
  await host.notices.getByText("Nothing was taken back: “Ledger” changed since.").waitFor();
  await host.modify("Ledger.md", mended(ledger));
  await host.command("distinguo:undo-fixes");
  await expect.poll(() => host.file("Ledger.md")).toBe(ledger);
  await mend(report, "Lighthouse · line 3", "Insert a blank line");
  await expect.poll(() => host.text()).not.toBe(lighthouse);
  await host.select(0);
  await host.undo();
  expect(await host.text()).toBe(lighthouse);
  expect(await host.command("distinguo:undo-fixes")).toBe(false);
  await host.close();
});

test("only the last fix offers to be taken back, and two clicks in haste are one", async () => {
  const { host, report } = await openReport("Lighthouse");
  await mend(report, "Lighthouse · line 3", "Insert a blank line");
  await host.notices.getByRole("button", { name: "Undo" }).waitFor();
  await rowAt(report, "Ledger · line 3").getByRole("button", { name: "Fix…" }).click();
  await host.page.getByRole("menuitem", { name: "Insert a blank line" }).dblclick({ noWaitAfter: true });
  await host.page.getByRole("dialog").waitFor();
  await host.page.waitForTimeout(500);
  expect(await host.page.getByRole("dialog").count()).toBe(1);
  await host.page.getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => host.file("Ledger.md")).toBe(mended(ledger));
  await expect.poll(() => host.notices.getByRole("button", { name: "Undo" }).count()).toBe(1);
  await host.notices.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => host.file("Ledger.md")).toBe(ledger);
  expect(await host.text()).not.toBe(lighthouse);
  await host.close();
});

test("the focus finds back to the list that was drawn anew under a menu and a preview", async () => {
  const { host, report } = await openReport("Lighthouse", { "Mole.md": "# Mole\n\nSee [[sheds/Door]].\n", "east/Door.md": "To the quay.\n", "west/Door.md": "To the road.\n" });
  const redrawn = async (path: string): Promise<void> => {
    const count = await report.getByRole("button", { name: /^Notes/ }).innerText();
    await host.modify(path, "The mill stood still.\n---\nNo wind.\n");
    await expect.poll(() => report.getByRole("button", { name: /^Notes/ }).innerText()).not.toBe(count);
  };
  await rowAt(report, "Mole · line 3").focus();
  await host.press("Control+.");
  await host.page.getByRole("menuitem").first().waitFor();
  await redrawn("Day 1.md");
  await host.press("ArrowDown");
  await host.press("Enter");
  await host.page.getByRole("dialog").waitFor();
  await redrawn("Day 2.md");
  await host.press("Escape");
  await expect.poll(() => host.page.evaluate(() => document.activeElement?.closest("[role=treeitem]")?.textContent)).toContain("Mole · line 3");
  await host.close();
});

test("long names and names of another direction are shown whole, and no tooltip hides a fix", async () => {
  const long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
  const gate = "שער המים הגדול";
  const { host, report } = await openReport("Ledger", { [`concepts/${gate}.md`]: `# ${gate}\n\n*שער.*\n\n## Related concepts\n\n- [[Mill]]: grinds.\n- ${long}: it is long.\n`, "Mole.md": "# Mole\n\nSee [[sheds/Door]].\n", [`east/${long}/Door.md`]: "To the quay.\n", "west/Door.md": "To the road.\n" });
  const fits = (el: HTMLElement | SVGElement): boolean => {
    const text = document.createRange();
    text.selectNodeContents(el);
    return text.getBoundingClientRect().right <= el.getBoundingClientRect().right + 1;
  };
  await host.theme("dark");
  await host.page.setViewportSize({ width: 500, height: 1600 });
  expect(await report.locator("bdi").allInnerTexts()).toContain(`“${gate}”`);
  for (const text of await report.locator(".distinguo-finding-text").all()) expect(await text.evaluate(fits)).toBe(true);
  await shot(host, "fixes-long");
  await report.getByRole("treeitem", { name: long }).first().getByRole("button", { name: "Fix…" }).click();
  await host.page.getByRole("menuitem", { name: `Create “concepts/${long}.md”` }).click();
  const dialog = host.page.getByRole("dialog");
  await dialog.waitFor();
  await shot(host, "fixes-long-preview");
  expect(await dialog.locator(".modal-title").evaluate(fits)).toBe(true);
  await host.press("Escape");
  await rowAt(report, "Mole · line 3").getByRole("button", { name: "Fix…" }).click();
  const items = host.page.locator(".menu-item-title", { hasText: "Link to" });
  await items.first().waitFor();
  await shot(host, "fixes-long-menu");
  for (const item of await items.all()) expect(await item.evaluate(fits)).toBe(true);
  await host.press("Escape");
  await host.page.setViewportSize({ width: 1280, height: 800 });
  await report.locator(".distinguo-finding-text.is-message").first().hover();
  await host.page.waitForTimeout(800);
  expect(await host.page.locator(".tooltip").count()).toBe(0);
  await host.close();
});

test("nothing is written where a note has changed since it was shown", async () => {
  const { host, report } = await openReport("Lighthouse");
  await mend(report, "Ledger · line 3", "Insert a blank line");
  const preview = host.page.getByRole("dialog");
  await preview.waitFor();
  const since = `Nobody knows who wrote this.\n\n${ledger}`;
  await host.modify("Ledger.md", since);
  await preview.getByRole("button", { name: "Apply" }).click();
  await host.notices.getByText("Nothing was changed: “Ledger” changed meanwhile.").waitFor();
  expect(await host.file("Ledger.md")).toBe(since);
  expect(await host.file("Lighthouse.md")).toBe(lighthouse);
  expect(await host.text()).toBe(lighthouse);
  await host.close();
});

test("a fix finds its place again in what has been typed since", async () => {
  const { host, report } = await openReport("Lighthouse");
  await host.select(0);
  await host.type("Seen from the pier.\n\n");
  await mend(report, "Lighthouse · line 7", "Insert a blank line");
  await expect.poll(() => host.text()).toBe(`Seen from the pier.\n\n${lighthouse.replace("May.\n---", "May.\n\n---")}`);
  await host.close();
});

test("a fix waits for what is still being read", async () => {
  const { host, report } = await openReport("Lighthouse");
  const since = `Nobody knows who wrote this.\n\n${ledger}`;
  await host.page.evaluate(() => {
    const { metadataCache: cache, vault: files } = window.host.app;
    const [read, trigger] = [files.cachedRead.bind(files), cache.trigger.bind(cache)];
    const wait = (): Promise<void> => new Promise((resolve) => window.setTimeout(resolve, 4000));
    files.cachedRead = async (file) => {
      const text = await read(file);
      if (file.path === "Ledger.md") await wait();
      return text;
    };
    cache.trigger = (name, ...data) => {
      if (name === "changed") void wait().then(() => trigger(name, ...data));
      else trigger(name, ...data);
    };
  });
  await host.modify("Ledger.md", since);
  // By now the change is on its way to the index, and not there yet: neither the disk nor the cache has answered.
  await host.page.waitForTimeout(700);
  await (await lookAtAll(report)).getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => host.file("Ledger.md")).toBe(mended(since));
  await host.close();
});

test("one fix is made in all places of a group but for what is left out, and one command takes it back", async () => {
  const { host, report } = await openReport("Lighthouse");
  const preview = await lookAtAll(report);
  const places = preview.locator("li:has(.distinguo-preview)").getByRole("checkbox");
  await expect.poll(() => places.count()).toBe(3);
  const all = preview.getByRole("checkbox", { name: /^All/ });
  const apply = preview.getByRole("button", { name: "Apply" });
  await all.click();
  expect([await preview.getByRole("checkbox", { checked: true }).count(), await apply.isDisabled()]).toEqual([0, true]);
  await all.click();
  await places.nth(1).focus();
  await host.press("Space");
  await preview.getByText("2 of 3").waitFor();
  await shot(host, "fixes-all");
  await preview.getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => host.file("Ledger.md")).toBe(mended(ledger));
  const other = lighthouse.replace("May.\n---", "May.\n\n---");
  await expect.poll(() => host.text()).toBe(other);
  await host.notices.getByText("done in 2 places, 2 notes.").waitFor();
  await rowAt(report, "Lighthouse · line 3").waitFor();
  await host.palette("Undo the last changes");
  await expect.poll(() => host.file("Ledger.md")).toBe(ledger);
  await expect.poll(() => host.file("Lighthouse.md")).toBe(lighthouse);
  await host.close();
});

test("line breaks of another system stay as they are", async () => {
  const other = ledger.replaceAll("\n", "\r\n");
  const { host, report } = await openReport("Lighthouse", { "Ledger.md": other });
  await mend(report, "Ledger · line 3", "Insert a blank line");
  await host.page.getByRole("dialog").getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => host.file("Ledger.md")).toBe(other.replace("door.\r\n", "door.\r\n\r\n"));
  await host.close();
});

test("a note with line breaks of another system is mended in its editor, and undone there", async () => {
  const { host, report } = await openReport("Ledger", { "Ledger.md": ledger.replaceAll("\n", "\r\n") });
  await mend(report, "Ledger · line 3", "Insert a blank line");
  await expect.poll(() => host.text()).toBe(mended(ledger));
  await host.notices.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => host.text()).toBe(ledger);
  await host.close();
});

test("linting, looking and leaving writes nothing", async () => {
  const { host, report } = await openReport("Lighthouse", { "Crlf.md": "Kept\r\nas it is.\r\n" });
  await host.openNote("Crlf.md", "tab");
  await group(host, report, "By note");
  await group(host, report, "By rule");
  await mend(report, "Ledger · line 3", "Insert a blank line");
  await host.page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await report.locator(".distinguo-finding").first().click();
  await host.flush();
  for (const [path, text] of Object.entries({ ...vault, "Crlf.md": "Kept\r\nas it is.\r\n" })) expect(await host.file(path)).toBe(text);
  expect(await host.command("distinguo:undo-fixes")).toBe(false);
  await host.close();
});
