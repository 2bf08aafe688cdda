import { expect, test } from "vitest";
import { conflation, equated, openVault, shot, vault } from "./vault";

test("next and previous go from mark to mark, and round", async () => {
  const host = await openVault({ open: "Harbour" });
  await expect.poll(async () => (await host.marked(".distinguo-mark")).length).toBe(3);
  const text = await host.text();
  const places = (await host.marked(".distinguo-mark")).map(({ from }) => from);
  expect(text.slice(places[0], (places[0] ?? 0) + conflation.words.length)).toBe(conflation.words);
  await host.select(0);
  const visited: number[] = [];
  for (let step = 0; step < 4; step++) {
    await host.command("distinguo:next-diagnostic");
    visited.push((await host.selection()).from);
  }
  expect(visited).toEqual([...places, places[0]]);
  await host.command("distinguo:previous-diagnostic");
  expect((await host.selection()).from).toBe(places[2]);
  await host.command("distinguo:previous-diagnostic");
  expect((await host.selection()).from).toBe(places[1]);
  await host.close();
});

test("next waits for a note that is still being judged before it says that there is nothing", async () => {
  const long = `${"The pier was built of oak, and the boats were counted.\n\n".repeat(3000)}${conflation.sentence}\n`;
  for (const mode of ["source", "preview"] as const) {
    const host = await openVault({ vault: { "Long.md": long, "Quiet.md": vault["Quiet.md"] ?? "" }, open: "Long" });
    await host.mode(mode);
    await host.reloadPlugin();
    expect(await host.command("distinguo:next-diagnostic")).toBe(true);
    if (mode === "source") await expect.poll(async () => (await host.selection()).from).toBe(long.indexOf(conflation.words));
    else await expect.poll(() => host.page.evaluate(() => document.activeElement?.textContent)).toBe(conflation.words);
    expect(await host.notices.count()).toBe(0);
    await host.openNote("Quiet.md");
    await host.command("distinguo:next-diagnostic");
    await host.notices.getByText("No diagnostics in this note").waitFor();
    await host.close();
  }
});

test("linting a note tells the count and goes to the first", async () => {
  const host = await openVault({ open: "Harbour" });
  await host.palette("Lint this note");
  await host.notices.getByText("3 diagnostics in this note").waitFor();
  expect((await host.selection()).from).toBe((await host.text()).indexOf(conflation.words));
  await host.openNote("Quiet.md");
  await host.palette("Lint this note");
  await host.notices.getByText("No diagnostics in this note").waitFor();
  await host.close();
});

test("linting the vault lists what it finds; a click opens the place", async () => {
  const host = await openVault({ open: "Quiet" });
  await host.palette("Lint the vault");
  const report = host.rightSidebar.locator(".distinguo-report");
  await report.getByText("Harbour", { exact: true }).waitFor();
  await shot(host, "report-light");
  expect(await report.getByText("unresolved").count()).toBe(0);
  await report.getByRole("button", { name: /^Prose/ }).click();
  await expect.poll(() => report.locator(".distinguo-finding").count()).toBe(3);
  // A line is shown by what it says, without what makes it an item.
  expect(await report.locator(".distinguo-finding-text").last().innerText()).toMatch(/A \*\*decentralized/);
  expect(await report.locator(".distinguo-finding-text").last().innerText()).not.toMatch(/- A/);
  await report.getByRole("button", { name: /^Notes/ }).click();
  const missing = report.locator(".distinguo-finding", { hasText: "Replication" });
  // A row about a note says what there is to say, not what stands in the line.
  expect(await missing.locator(".distinguo-finding-text").innerText()).not.toContain("the same thing kept in several places");
  expect(await report.locator(".distinguo-finding-text").allInnerTexts()).not.toContain("");
  expect(await report.innerText()).not.toMatch(/\*\*|\[\[/);
  await shot(host, "report-notes");
  await report.getByRole("button", { name: /^Prose/ }).click();
  await report.locator(".distinguo-finding", { hasText: equated }).click();
  await expect.poll(() => host.activePath()).toBe("Harbour.md");
  await expect.poll(async () => {
    const { from, to } = await host.selection();
    return (await host.text()).slice(from, to);
  }).toBe(equated);
  expect(await host.notices.getByText("Linting").count()).toBe(0);
  await host.close();
});

test("properties that do not parse are listed among what is found about the notes", async () => {
  const host = await openVault({ vault: { ...vault, "Bad.md": "---\nx: [\n---\ntext\n" }, open: "Quiet" });
  await host.palette("Lint the vault");
  const report = host.rightSidebar.locator(".distinguo-report");
  await report.getByRole("button", { name: /^Notes/ }).click();
  await report.getByRole("treeitem", { name: "broken-front-matter", level: 2 }).click();
  await expect.poll(() => host.activePath()).toBe("Bad.md");
  await host.close();
});

test("the list follows notes that change, come and go", async () => {
  const host = await openVault({ open: "Harbour" });
  await host.palette("Lint the vault");
  const report = host.rightSidebar.locator(".distinguo-report");
  const prose = report.getByRole("button", { name: /^Prose/ });
  await prose.click();
  const count = async (): Promise<string> => (await prose.locator(".distinguo-count").innerText()).trim();
  await expect.poll(count).toBe("3");
  await host.openNote("Harbour.md");
  await host.select((await host.text()).indexOf(conflation.words) + 3);
  await host.command("distinguo:show-card");
  await host.page.getByRole("dialog").locator(".distinguo-choice").first().click();
  await host.flush();
  await expect.poll(count).toBe("2");
  expect(await report.locator(".distinguo-finding").allInnerTexts()).not.toContain(conflation.sentence);
  await host.modify("New.md", `${conflation.sentence}\n`);
  await expect.poll(count).toBe("3");
  await report.locator(".distinguo-finding", { hasText: "line 1" }).waitFor();
  await host.page.evaluate(async () => {
    const { fileManager, vault: files } = window.host.app;
    const file = files.getFileByPath("New.md");
    if (file) await fileManager.trashFile(file);
  });
  await expect.poll(count).toBe("2");
  // What is said of one note hangs on another.
  await report.getByRole("button", { name: /^Notes/ }).click();
  const missing = report.locator(".distinguo-finding", { hasText: "Replication" });
  await missing.waitFor();
  await host.modify("concepts/Replication.md", "# Replication\n\n*Replication is keeping the same thing in several places.*\n");
  await missing.and(report.locator(".distinguo-finding", { hasText: "undefined-concept" })).waitFor({ state: "detached" });
  await host.close();
});

test("the list says that it is from before a change of the settings, and is written anew when asked", async () => {
  const host = await openVault({ open: "Quiet" });
  await host.palette("Lint the vault");
  const report = host.rightSidebar.locator(".distinguo-report");
  await expect.poll(() => report.getByRole("button", { name: /^Prose/ }).innerText()).toMatch(/3/);
  const outdated = report.getByText("The settings have changed since the vault was linted.");
  expect(await outdated.count()).toBe(0);
  await host.modify("distinguo.yaml", "rules:\n  equated: \"off\"\n");
  await outdated.waitFor();
  await shot(host, "report-outdated");
  await host.theme("dark");
  await shot(host, "report-outdated-dark");
  await report.getByRole("button", { name: "Lint again" }).click();
  await outdated.waitFor({ state: "detached" });
  await expect.poll(() => report.getByRole("button", { name: /^Prose/ }).innerText()).toMatch(/2/);
  await host.close();
});

test("linting the vault waits for the index, and counts only what is judged", async () => {
  const data = [".obsidian", "plugins", "distinguo", "data.json"].join("/");
  const host = await openVault({ vault: { ...vault, "old/Harbour.md": vault["Harbour.md"] ?? "", [data]: JSON.stringify({ exclude: ["old"] }) } });
  // Reading is slow until the report is asked for, so that the index is still being filled.
  await host.page.evaluate(() => {
    const { vault: files } = window.host.app;
    const read = files.cachedRead.bind(files);
    let calls = 0;
    files.cachedRead = async (file) => {
      if (calls++ < 4) await new Promise((resolve) => window.setTimeout(resolve, 400));
      return read(file);
    };
  });
  await host.reloadPlugin();
  expect(await host.command("distinguo:lint-vault")).toBe(true);
  const report = host.rightSidebar.locator(".distinguo-report");
  await expect.poll(() => report.locator(".distinguo-progress").innerText()).toMatch(/^Reading \d of 8 notes/);
  await host.notices.getByText("in the prose of 7 notes").waitFor();
  await expect.poll(() => report.locator(".distinguo-report-sum").innerText()).toMatch(/of 7 notes$/);
  await report.getByRole("button", { name: /^Notes/ }).click();
  await report.locator(".distinguo-finding", { hasText: "Replication" }).waitFor();
  await host.close();
});

test("the status bar counts the active note's diagnostics and leads to the next", async () => {
  const host = await openVault({ open: "Harbour" });
  const status = host.statusBar.locator(".distinguo-status");
  await expect.poll(async () => (await status.innerText()).replace(/\s+/g, "")).toMatch(/^\d+$/);
  expect(await status.getAttribute("aria-label")).toMatch(/warning.*go to the next/);
  await shot(host, "status-bar");
  await host.select(0);
  await status.click();
  expect((await host.selection()).from).toBe((await host.text()).indexOf(conflation.words));
  await host.openNote("Quiet.md");
  await expect.poll(() => status.getAttribute("aria-label")).toBe("No diagnostics in this note");
  await host.page.evaluate(() => window.host.app.workspace.getLeavesOfType("markdown").forEach((leaf) => leaf.detach()));
  await status.waitFor({ state: "hidden" });
  await host.close();
});

test("commands have no hotkeys of their own, and hide where they have nothing to do", async () => {
  const host = await openVault();
  const own = (await host.commands()).filter(({ id }) => id.startsWith("distinguo:"));
  for (const name of [
    "Next diagnostic", "Previous diagnostic", "Show card", "Apply choice 1", "Apply choice 2", "Apply choice 3", "Ignore the diagnostic here",
    "Explain this sentence", "Lint this note", "Lint selection", "Lint the vault", "Copy report of this note", "Toggle live checking",
    "Toggle hints", "Undo the last changes", "Open concepts", "Open diagnostics", "Open diagnostics in the main area",
  ]) expect(own.map((command) => command.name)).toContainEqual(expect.stringContaining(name));
  expect(await host.page.evaluate(() => [...window.host.app.registry.commands.values()].filter(({ id, hotkeys }) => id.startsWith("distinguo:") && (hotkeys ?? []).length > 0))).toEqual([]);
  const onNote = ["next-diagnostic", "previous-diagnostic", "show-card", "apply-choice-1", "ignore-here", "explain-sentence", "lint-note", "lint-selection", "copy-report"];
  for (const id of onNote) expect(await host.command(`distinguo:${id}`), id).toBe(false);
  // Where there is a note, but nothing at the cursor.
  await host.openNote("Harbour.md");
  await expect.poll(async () => (await host.marked(".distinguo-mark")).length).toBe(3);
  await host.select(0);
  for (const id of ["show-card", "apply-choice-1", "ignore-here", "explain-sentence", "lint-selection"]) expect(await host.command(`distinguo:${id}`), id).toBe(false);
  await host.select((await host.text()).indexOf(conflation.words) + 3);
  expect(await host.command("distinguo:apply-choice-3")).toBe(false);
  await host.close();
});
