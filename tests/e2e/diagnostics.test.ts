import { expect, test } from "vitest";
import type { Locator } from "playwright-core";
import type { HostPage } from "../browser/host-page";
import { violations } from "./axe";
import { conflation, equated, openVault, vault } from "./vault";

async function openDiagnostics(options: Parameters<typeof openVault>[0] = {}, command = "open-diagnostics"): Promise<{ host: HostPage; view: Locator }> {
  const host = await openVault({ open: "Quiet", ...options });
  await host.command(`distinguo:${command}`);
  const view = host.page.locator(".distinguo-report:visible");
  await view.locator(".distinguo-report-sum[aria-busy=false]").waitFor({ timeout: 60_000 });
  await expect.poll(() => view.getByRole("button", { name: /^Prose/ }).innerText()).not.toMatch(/\b0$/);
  await view.getByRole("treeitem").first().waitFor();
  return { host, view };
}

async function choose(host: HostPage, view: Locator, button: string, item: string | RegExp): Promise<void> {
  await view.getByRole("button", { name: button, exact: true }).click();
  await host.page.locator(".menu-item", { hasText: item }).click();
}

const summary = (view: Locator): Promise<string> => view.locator(".distinguo-report-sum").innerText();
const focused = (host: HostPage): Promise<string> => host.page.evaluate(() => document.activeElement?.closest("[role=treeitem]")?.textContent ?? document.activeElement?.className ?? "");
const many = (count: number, each: number): Record<string, string> => Object.fromEntries(Array.from({ length: count }, (_, at) => [`notes/part ${at % 7}/Note ${String(at).padStart(4, "0")}.md`, `# Note ${at}\n\n${`${conflation.sentence}\n\n`.repeat(each)}`]));

test("prose and notes stand together, in four kinds of groups, with counts", async () => {
  const { host, view } = await openDiagnostics();
  const total = Number((await summary(view)).split(" ")[0]);
  for (const [by, title] of [["By rule", "equated"], ["By folder", "concepts"], ["By severity", "Warning"], ["By note", "Harbour"]] as const) {
    await choose(host, view, "Group", by);
    await view.locator(".distinguo-tree-group", { hasText: title }).waitFor();
    await choose(host, view, "Group", "Close all");
    const counts = await view.locator(".distinguo-tree-group .distinguo-count").allInnerTexts();
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(total);
    expect(await view.locator(".distinguo-finding").count()).toBe(0);
  }
  await choose(host, view, "Group", "Open all");
  await expect.poll(() => view.locator(".distinguo-finding").count()).toBe(total);
  await view.getByRole("button", { name: /^Prose/ }).click();
  await expect.poll(() => summary(view)).toBe(`3 of ${total} in 1 note`);
  await host.close();
});

test("what is filtered and searched for is what is left, and the workspace keeps it", async () => {
  const { host, view } = await openDiagnostics({}, "open-diagnostics-tab");
  await view.getByRole("button", { name: "Filter", exact: true }).click();
  await view.getByRole("button", { name: /^equated/ }).click();
  await expect.poll(() => view.locator(".distinguo-finding").count()).toBe(1);
  // The open filter says what it leaves out; closed, chips do.
  const chip = view.getByRole("button", { name: "Do not filter by equated" });
  expect(await chip.count()).toBe(0);
  await host.press("Escape");
  await chip.click();
  expect(await view.getByRole("button", { name: "Filter", exact: true }).evaluate((el) => el === document.activeElement)).toBe(true);
  const before = await view.locator(".distinguo-finding").count();
  expect(before).toBeGreaterThan(3);
  await view.getByRole("searchbox").fill("NINE countries archive");
  await expect.poll(() => view.locator(".distinguo-finding").count()).toBe(1);
  expect(await host.page.evaluate(() => window.host.app.workspace.getLeavesOfType("distinguo-diagnostics")[0]?.getViewState().state)).toMatchObject({ text: "NINE countries archive", rules: [] });
  await view.getByRole("searchbox").fill("nowhere to be found");
  await view.getByText(/^None of \d+ fits\.$/).waitFor();
  await view.getByRole("button", { name: "Clear search" }).click();
  await view.getByRole("button", { name: "Filter", exact: true }).click();
  await host.openNote("concepts/Distributed.md", "split");
  await view.getByRole("button", { name: "concepts", exact: true }).click();
  await expect.poll(() => view.locator(".distinguo-tree-group", { hasText: "Harbour" }).count()).toBe(0);
  expect(await view.locator(".distinguo-finding").count()).toBeGreaterThan(0);
  await host.close();
});

test("only what changed since the vault was opened is shown, and only one folder from the explorer", async () => {
  const { host, view } = await openDiagnostics();
  await host.page.evaluate(() => { for (const file of window.host.app.vault.getMarkdownFiles()) file.stat.mtime = Date.now() - 10 * 24 * 3600 * 1000; });
  await view.getByRole("button", { name: "Filter", exact: true }).click();
  await view.getByRole("button", { name: "Last 7 days" }).click();
  await expect.poll(() => view.locator(".distinguo-finding").count()).toBe(0);
  await host.modify("New.md", `${conflation.sentence}\n`);
  await expect.poll(() => view.locator(".distinguo-finding").count()).toBe(1);
  await view.getByRole("button", { name: "Since I opened the vault" }).click();
  await expect.poll(() => view.locator(".distinguo-tree-group").allInnerTexts()).toEqual([expect.stringContaining("New")]);
  await view.getByRole("button", { name: "Any time" }).click();
  await view.getByRole("button", { name: "Filter", exact: true }).click();
  await host.page.locator('.nav-folder-title[data-path="concepts"]').click({ button: "right" });
  await host.page.getByRole("menuitem", { name: "Show diagnostics here" }).click();
  await view.getByRole("button", { name: "Do not filter by In concepts" }).waitFor();
  await expect.poll(() => view.locator(".distinguo-finding").count()).toBeGreaterThan(0);
  expect(await view.getByRole("treeitem", { name: /^(Harbour|New)/ }).count()).toBe(0);
  await host.close();
});

test("a day since when notes have changed is typed, kept with the workspace, and taken back", async () => {
  const { host, view } = await openDiagnostics({}, "open-diagnostics-tab");
  await host.page.evaluate(() => {
    for (const file of window.host.app.vault.getMarkdownFiles()) file.stat.mtime = new Date(2020, 4, file.path === "Harbour.md" ? 7 : 6, 12).getTime();
  });
  const since = (): Promise<unknown> => host.page.evaluate(() => window.host.app.workspace.getLeavesOfType("distinguo-diagnostics")[0]?.getViewState().state?.["since"]);
  await view.getByRole("button", { name: "Filter", exact: true }).click();
  await view.getByLabel("Since", { exact: true }).focus();
  for (const key of "05072020") await host.press(key);
  await expect.poll(since).toBe("2020-05-07");
  await expect.poll(() => view.locator(".distinguo-tree-group").allInnerTexts()).toEqual([expect.stringContaining("Harbour")]);
  expect(await view.getByLabel("Since", { exact: true }).evaluate((el) => el === document.activeElement)).toBe(true);
  await host.page.evaluate(async () => {
    const leaf = window.host.app.workspace.getLeavesOfType("distinguo-diagnostics")[0];
    const state = leaf?.getViewState();
    if (leaf && state) await leaf.setViewState({ ...state, state: { ...state.state, since: "some day" } });
  });
  await expect.poll(since).toBe("any");
  await view.getByRole("button", { name: "Filter", exact: true }).focus();
  await view.getByLabel("Since", { exact: true }).fill("2020-05-07");
  await host.press("Escape");
  await view.getByRole("button", { name: "Do not filter by Changed: since 2020-05-07" }).click();
  await expect.poll(() => view.locator(".distinguo-tree-group", { hasText: "concepts" }).count()).toBeGreaterThan(0);
  await view.getByRole("button", { name: "Filter", exact: true }).click();
  expect(await view.getByLabel("Since", { exact: true }).inputValue()).toBe("");
  await host.close();
});

test("a choice in the prose is made in the note as it is by then, and can be taken back", async () => {
  const { host, view } = await openDiagnostics();
  const changed = `New words above.\n\n${vault["Harbour.md"] ?? ""}`;
  await host.page.evaluate(async ([text]) => {
    const file = window.host.app.vault.getFileByPath("Harbour.md");
    if (file) await window.host.app.vault.modify(file, text);
  }, [changed] as const);
  const row = view.locator(".distinguo-finding", { hasText: conflation.evidence });
  await row.getByRole("button", { name: "Fix…" }).click();
  await host.page.getByRole("menuitem").first().click();
  const preview = host.page.getByRole("dialog");
  await preview.getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => host.file("Harbour.md")).toBe(changed.replace(conflation.sentence, conflation.chosen));
  await row.waitFor({ state: "detached" });
  await host.notices.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => host.file("Harbour.md")).toBe(changed);
  await row.waitFor();
  await host.close();
});

test("a diagnostic is ignored from the list, with a reason", async () => {
  const { host, view } = await openDiagnostics();
  const row = view.locator(".distinguo-finding", { hasText: equated });
  await row.click({ button: "right" });
  await host.page.getByRole("menuitem", { name: "Ignore here, with a reason…" }).click();
  await host.page.getByRole("dialog").getByRole("textbox").fill("quoted from the charter");
  await host.press("Enter");
  await expect.poll(() => host.file("Harbour.md")).toMatch(/distinguo-ignore.* equated: quoted from the charter/);
  await row.waitFor({ state: "detached" });
  const about = view.locator(".distinguo-finding", { hasText: "Replication" }).first();
  await about.click({ button: "right" });
  await host.page.getByRole("menuitem", { name: "Ignore here", exact: true }).click();
  await expect.poll(() => host.file("concepts/Distributed.md")).toContain("distinguo-ignore");
  await host.close();
});

test("keys walk the list, open and close groups, search, and open places", async () => {
  const { host, view } = await openDiagnostics({ vault: { ...vault, ...many(40, 2) } });
  await view.getByRole("searchbox").focus();
  await host.press("ArrowDown");
  const first = await focused(host);
  await host.press("ArrowLeft");
  await expect.poll(() => view.getByRole("treeitem").first().getAttribute("aria-expanded")).toBe("false");
  await host.press("ArrowRight");
  await host.press("ArrowRight");
  expect(await focused(host)).toContain("line");
  await host.press("ArrowLeft");
  expect(await focused(host)).toBe(first);
  await host.press("End");
  await expect.poll(() => focused(host)).toContain("line");
  const last = await focused(host);
  await host.press("PageUp");
  expect(await focused(host)).not.toBe(last);
  await host.press("Home");
  await expect.poll(() => focused(host)).toBe(first);
  // One way in: the next stop is outside of the list.
  await host.press("Tab");
  expect(await view.getByRole("tree").evaluate((tree) => tree.contains(document.activeElement))).toBe(false);
  await host.press("Shift+Tab");
  expect(await focused(host)).toBe(first);
  await host.press("H");
  await host.type("arbour");
  await expect.poll(() => view.locator(".distinguo-tree-group").count()).toBe(1);
  await host.press("ArrowDown");
  await host.press("ArrowDown");
  await host.press("Enter");
  await expect.poll(() => host.activePath()).toBe("Harbour.md");
  await host.close();
});

test("a middle click and Mod open a new tab", async () => {
  const { host, view } = await openDiagnostics();
  const tabs = (): Promise<number> => host.page.evaluate(() => window.host.app.workspace.getLeavesOfType("markdown").length);
  await view.locator(".distinguo-finding", { hasText: equated }).click({ button: "middle" });
  await expect.poll(tabs).toBe(2);
  await view.locator(".distinguo-finding", { hasText: equated }).click({ modifiers: ["ControlOrMeta"] });
  await expect.poll(tabs).toBe(3);
  await host.close();
});

test("of ten thousand rows only those in sight are in the page; the place and the focus stay when the list changes", async () => {
  const { host, view } = await openDiagnostics({ vault: { ...vault, ...many(200, 50) } });
  await expect.poll(() => summary(view), { timeout: 60_000 }).toMatch(/^10,0\d\d in /);
  expect(await view.getByRole("treeitem").count()).toBeLessThan(60);
  await choose(host, view, "Group", "By severity");
  await choose(host, view, "Group", "Open all");
  await view.getByRole("treeitem").first().focus();
  await host.press("End");
  await expect.poll(() => focused(host)).toContain("line");
  const rows = view.getByRole("treeitem");
  await expect.poll(() => rows.count()).toBeGreaterThan(10);
  const tree = view.locator(".distinguo-tree");
  await tree.evaluate((el) => { el.scrollTop = el.scrollHeight / 2; });
  const seen = (): Promise<string> => tree.evaluate((el) => {
    const { left, top, height } = el.getBoundingClientRect();
    return document.elementFromPoint(left + 60, top + height / 2)?.closest("[role=treeitem]")?.textContent ?? "";
  });
  await expect.poll(seen).toContain("line");
  await host.page.waitForTimeout(300);
  const before = await seen();
  const last = await focused(host);
  expect(last).not.toBe("");
  // What comes above pushes nothing, and the line with the focus is still in the page.
  await host.modify("AAA.md", `${conflation.sentence}\n\n`.repeat(30));
  await expect.poll(() => summary(view)).toMatch(/^10,03\d in /);
  await expect.poll(seen).toBe(before);
  expect(await focused(host)).toBe(last);
  const row = rows.filter({ hasText: "line" }).first();
  expect(Number(await row.getAttribute("aria-setsize"))).toBeGreaterThan(1000);
  expect(Number(await row.getAttribute("aria-posinset"))).toBeGreaterThan(1);
  await host.close();
});

test("long work tells how far it has come, waits when asked, and keeps what it has found when cancelled", async () => {
  const host = await openVault({ vault: { ...vault, ...many(600, 20) } });
  await host.command("distinguo:open-diagnostics");
  const view = host.rightSidebar.locator(".distinguo-report");
  const progress = view.locator(".distinguo-progress");
  await expect.poll(() => progress.innerText(), { timeout: 20_000 }).toMatch(/^Linting [1-9]\d* of 607 notes/);
  await progress.getByRole("button", { name: "Pause" }).click();
  await expect.poll(() => progress.innerText()).toMatch(/^Paused at/);
  // What is being judged is judged to its end, which takes a slow machine a while.
  let paused = "";
  await expect.poll(async () => paused === (paused = await progress.innerText()), { interval: 1000 }).toBe(true);
  await expect.poll(() => view.locator(".distinguo-finding").count()).toBeGreaterThan(0);
  await progress.getByRole("button", { name: "Resume" }).click();
  await expect.poll(() => progress.innerText()).not.toBe(paused);
  await progress.getByRole("button", { name: "Cancel" }).click();
  const told = view.getByText(/^Judged \d+ of 607 notes\.$/);
  await told.waitFor();
  await expect.poll(() => view.locator(".distinguo-finding").count()).toBeGreaterThan(0);
  await view.getByRole("button", { name: "Go on" }).press("Enter");
  await told.waitFor({ state: "detached", timeout: 30_000 });
  expect(await progress.getByRole("button", { name: "Pause" }).evaluate((el) => el === document.activeElement)).toBe(true);
  await progress.waitFor({ state: "hidden", timeout: 30_000 });
  await expect.poll(() => summary(view)).toMatch(/^12,0\d\d in 60\d of 607 notes$/);
  await host.close();
});

test("a report is written to a note that adds nothing to the list, and copied as Markdown and CSV", async () => {
  const { host, view } = await openDiagnostics({ vault: { ...vault, "=Sum.md": `${conflation.sentence}\n` } });
  await host.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const clipboard = (): Promise<string> => host.page.evaluate(() => navigator.clipboard.readText());
  await view.getByRole("button", { name: /^Prose/ }).click();
  await choose(host, view, "More", "Copy as CSV");
  await host.notices.getByText("4 diagnostics copied.").waitFor();
  const [header, first = ""] = (await clipboard()).split("\r\n");
  expect(header).toBe("note,line,column,severity,rule,message,words");
  expect(first).toMatch(/^'=Sum\.md,1,16,warning,inferred,".*",decentralized$/);
  await choose(host, view, "More", "Copy as Markdown");
  await expect.poll(clipboard).toContain("## [[Harbour]] (3)");
  const before = await summary(view);
  await choose(host, view, "More", "Write report to a note…");
  await host.page.getByRole("dialog").getByRole("textbox").fill("What we found");
  await host.press("Enter");
  await expect.poll(() => host.activePath()).toBe("What we found.md");
  const text = (await host.file("What we found.md")) ?? "";
  expect(text).toMatch(/^---\ndistinguo: false\n---\n/);
  expect(text).toContain(`“${equated}”`);
  expect(text).toContain("- Line 9, ");
  await host.flush();
  await host.page.waitForTimeout(1000);
  expect((await summary(view)).split(" of ")[0]).toBe(before.split(" of ")[0]);
  await host.close();
});

test("screen readers get a tree, in light and dark", async () => {
  const { host, view } = await openDiagnostics();
  await view.getByRole("button", { name: "Filter", exact: true }).click();
  await view.getByRole("button", { name: /^warning/ }).click();
  for (const theme of ["light", "dark"] as const) {
    await host.theme(theme);
    expect(await violations(host, ".distinguo-report")).toEqual([]);
  }
  await choose(host, view, "Group", "By rule");
  expect(await violations(host, ".distinguo-report")).toEqual([]);
  await host.close();
});
