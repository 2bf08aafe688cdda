import { expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { conflation, openVault, shot } from "./vault";

const data = [".obsidian", "plugins", "distinguo", "data.json"].join("/");
const words = async (host: HostPage, css = ".distinguo-mark"): Promise<string[]> => (await host.marked(css)).map(({ text }) => text);
const saved = async (host: HostPage): Promise<Record<string, unknown>> => JSON.parse((await host.file(data)) ?? "{}") as Record<string, unknown>;

test("severities, conventions and switches are set, take effect and survive a reload", async () => {
  const host = await openVault({ open: "Harbour" });
  await expect.poll(() => words(host, ".distinguo-warning")).toContain(conflation.words);
  const tab = await host.settings();
  await tab.getByText("Convention", { exact: true }).waitFor();
  await shot(host, "settings-light");
  await tab.getByText("All conventions").click();
  await host.page.getByText(/NIST/).first().waitFor();
  await shot(host, "settings-conventions");
  await host.press("Escape");
  await host.settings();
  await host.setting("inferred").locator("select").selectOption("error");
  await host.setting("Show hints").locator(".checkbox-container").click();
  await expect.poll(async () => (await saved(host))["rules"]).toEqual({ inferred: "error" });
  await host.press("Escape");
  await expect.poll(() => words(host, ".distinguo-error")).toEqual([conflation.words]);
  await expect.poll(() => words(host, ".distinguo-hint")).toEqual([]);
  await host.reloadPlugin();
  await expect.poll(() => words(host, ".distinguo-error")).toEqual([conflation.words]);
  expect(await words(host, ".distinguo-hint")).toEqual([]);
  await host.settings();
  expect(await host.setting("inferred").locator("select").inputValue()).toBe("error");
  await host.close();
});

test("a folder that is left out is not judged; without live checking nothing is, unless one asks", async () => {
  const host = await openVault({ open: "Harbour", vault: { "Harbour.md": `${conflation.sentence}\n`, "old/Harbour two.md": `${conflation.sentence}\n` } });
  await expect.poll(() => words(host)).toEqual([conflation.words]);
  await host.settings();
  await host.setting("Folders left out").locator("textarea").focus();
  await host.type("o");
  // Whatever takes effect meanwhile, one goes on typing where one was.
  await host.page.waitForTimeout(700);
  await host.type("ld");
  await expect.poll(async () => (await saved(host))["exclude"]).toEqual(["old"]);
  await host.press("Escape");
  await host.openNote("old/Harbour two.md");
  await host.page.waitForTimeout(900);
  expect(await words(host)).toEqual([]);
  await host.openNote("Harbour.md");
  await expect.poll(() => words(host)).toEqual([conflation.words]);
  await host.settings();
  await host.statusBar.locator(".distinguo-status").waitFor();
  await host.setting("Check while writing").locator(".checkbox-container").click();
  await host.press("Escape");
  await expect.poll(() => words(host)).toEqual([]);
  await host.statusBar.locator(".distinguo-status").waitFor({ state: "hidden" });
  await host.command("distinguo:lint-note");
  await expect.poll(() => words(host)).toEqual([conflation.words]);
  await host.close();
});

test("what counts as a concept note can be changed, and the sidebar follows", async () => {
  const host = await openVault({ open: "Quiet" });
  await host.command("distinguo:open-concepts");
  await host.rightSidebar.getByText("is no concept note").first().waitFor();
  await host.settings();
  await host.setting("Tags").locator("textarea").fill("#term\n");
  await expect.poll(async () => (await saved(host))["concepts"]).toMatchObject({ tags: ["term"] });
  await host.press("Escape");
  await host.modify("Quiet.md", "---\ntags: [term]\n---\n# Quiet\n\n*Quiet is the absence of noise.*\n");
  await expect.poll(() => host.rightSidebar.locator(".distinguo-definition").allInnerTexts()).toEqual(["Quiet is the absence of noise."]);
  await host.close();
});

for (const [kind, content, named] of [
  ["is no JSON", "{\"convention\": \"two-axes\",, ", "data.json"],
  ["holds unusable values", JSON.stringify({ live: "yes", rules: { inferred: "loud" }, convention: "nobody's", hints: false }), "rules.inferred"],
] as const) {
  test(`a data.json that ${kind} is told once, kept beside, and replaced by defaults`, async () => {
    const host = await openVault({ open: "Harbour", vault: { "Harbour.md": `${conflation.sentence}\n`, [data]: content } });
    await host.notices.getByText(named).waitFor();
    await shot(host, `damaged ${kind}`);
    await expect.poll(() => words(host, ".distinguo-warning")).toEqual([conflation.words]);
    expect(await host.file(data.replace("data.json", "data.damaged-1.json"))).toBe(content);
    await host.reloadPlugin();
    await expect.poll(() => words(host, ".distinguo-warning")).toEqual([conflation.words]);
    expect(await host.file(data.replace("data.json", "data.damaged-2.json"))).toBeNull();
    // What could be read of the settings is kept.
    if (kind !== "is no JSON") expect(await saved(host)).toMatchObject({ hints: false, live: true, convention: "two-axes" });
    await host.close();
  });
}

test("where nothing can be written, what is damaged is told, left as it is, and the defaults hold", async () => {
  const host = await openVault({ open: "Harbour" });
  await host.writeFile(data, "{ damaged");
  await host.page.evaluate(() => {
    const refuse = () => Promise.reject(new Error("the disk is read-only"));
    Object.assign(window.host.app.vault.adapter, { copy: refuse, write: refuse });
  });
  await host.reloadPlugin();
  await host.notices.getByText("the disk is read-only").waitFor();
  await expect.poll(() => words(host, ".distinguo-warning")).toContain(conflation.words);
  expect(await host.file(data)).toBe("{ damaged");
  await host.command("distinguo:open-concepts");
  await host.openNote("concepts/Distributed.md");
  await host.rightSidebar.locator(".distinguo-concept-label").waitFor();
  // A change holds as long as the app is open, and one is told that it is not kept.
  await host.openNote("Harbour.md");
  await host.settings();
  await host.setting("inferred").locator("select").selectOption("error");
  await host.notices.getByText("could not be saved").waitFor();
  await host.press("Escape");
  await expect.poll(() => words(host, ".distinguo-error")).toContain(conflation.words);
  await host.close();
});

test("distinguo.yaml has the last word, is reread when it changes, and its problems are told with their lines", async () => {
  const host = await openVault({ open: "Harbour", vault: { "Harbour.md": `${conflation.sentence}\n`, "distinguo.yaml": "rules:\n  inferred: info\n", [data]: JSON.stringify({ rules: { inferred: "hint" } }) } });
  await expect.poll(() => words(host, ".distinguo-info")).toEqual([conflation.words]);
  await host.modify("distinguo.yaml", "rules:\n  inferred: error\n");
  await expect.poll(() => words(host, ".distinguo-error")).toEqual([conflation.words]);
  await host.settings();
  expect(await host.setting("inferred").locator("select").isDisabled()).toBe(true);
  expect(await host.setting("inferred").innerText()).toContain("Set by distinguo.yaml");
  expect(await host.setting("equated").locator("select").isDisabled()).toBe(false);
  await host.press("Escape");
  await host.modify("distinguo.yaml", "convention: two-axes\nrules:\n  inferred: deafening\n");
  await host.notices.getByText(/Line 3.*rules\.inferred/).waitFor();
  // What the file says there can't be used, so the settings say.
  await expect.poll(() => words(host, ".distinguo-hint")).toEqual([conflation.words]);
  await host.modify("distinguo.yaml", "rules: [\n");
  await host.notices.getByText(/distinguo\.yaml could not be read/).last().waitFor();
  await host.close();
});

test("settings that were changed outside are taken over", async () => {
  const host = await openVault({ open: "Harbour" });
  await expect.poll(() => words(host, ".distinguo-warning")).toContain(conflation.words);
  await host.writeFile(data, JSON.stringify({ rules: { inferred: "info" } }));
  await host.settingsChangedOutside();
  await expect.poll(() => words(host, ".distinguo-info")).toEqual([conflation.words]);
  await host.close();
});
