import { afterEach, expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { type OpenOptions, openHost } from "../browser/open-host";
import { tinyPlugin } from "./tiny-plugin";

const vault = {
  "Garden.md": "# Garden\n\nThe well is shared. See [[Water]] and [[Rules|the rules]].\n\nA second well.\n",
  "things/Water.md": "Water comes from the well.\n",
  "Rules.md": "Rules.\n",
};
let host: HostPage;
async function open(options: Partial<OpenOptions> = {}): Promise<void> {
  host = await openHost({ vault, plugin: tinyPlugin(), open: "Garden", ...options });
}
afterEach(async () => { await host.close(); });

test("an editor extension decorates, follows typing, knows its note, and undo takes the typing back", async () => {
  await open();
  expect(await host.marked(".tiny-word")).toEqual([
    { from: 14, to: 18, text: "well", classes: "tiny-word" },
    { from: 79, to: 83, text: "well", classes: "tiny-word" },
  ]);
  expect(await host.page.locator(".cm-editor").getAttribute("data-note")).toBe("Garden.md");
  expect(await host.page.locator(".cm-editor").getAttribute("data-live")).toBe("true");
  await host.select(0);
  await host.type("well ");
  expect((await host.marked(".tiny-word")).map(({ from }) => from)).toEqual([0, 19, 84]);
  await host.undo();
  expect(await host.text()).toBe(vault["Garden.md"]);
});

test("a command changes the selection in one undoable step", async () => {
  await open();
  await host.select(10, 18);
  await host.palette("Shout");
  expect(await host.text()).toContain("THE WELL is shared");
  await host.select(10);
  await host.undo();
  expect(await host.text()).toBe(vault["Garden.md"]);
});

test("commands are named after the plugin and offered only when they can run", async () => {
  await open();
  expect((await host.commands()).filter(({ id }) => id.startsWith("tiny:"))).toContainEqual({ id: "tiny:rare", name: "Tiny: Only with a well" });
  expect(await host.command("tiny:rare")).toBe(true);
  expect(await host.notices.allTextContents()).toEqual(["a well"]);
  await host.openNote("Rules.md");
  expect(await host.command("tiny:rare")).toBe(false);
  await host.mode("preview");
  expect(await host.command("tiny:shout")).toBe(false);
});

test("a view opens in the right sidebar; its links open notes, with Mod in a new tab", async () => {
  await open();
  await host.palette("Open the list");
  await host.rightSidebar.locator(".tiny-link", { hasText: "Water" }).click();
  await expect.poll(() => host.activePath()).toBe("things/Water.md");
  await host.openNote("Garden.md");
  await host.rightSidebar.locator(".tiny-link", { hasText: "the rules" }).click({ modifiers: ["Control"] });
  await expect.poll(() => host.activePath()).toBe("Rules.md");
  expect(await host.page.locator(".mod-root .workspace-tab-header-inner-title").allTextContents()).toEqual(["Garden", "Rules"]);
});

test("a view in a background leaf is deferred until the leaf is shown", async () => {
  await open({ deferred: ["view-of-another-plugin", "tiny-view"] });
  const deferred = (type: string) => host.page.evaluate((wanted) => window.host.app.workspace.getLeavesOfType(wanted)[0]?.isDeferred, type);
  expect(await deferred("tiny-view")).toBe(true);
  await host.page.evaluate(() => { window.host.app.workspace.rightSplit.expand(); });
  await host.rightSidebar.getByRole("tab").nth(1).click();
  await host.rightSidebar.locator(".tiny-link").first().waitFor();
  expect(await deferred("tiny-view")).toBe(false);
  expect(await deferred("view-of-another-plugin")).toBe(true);
});

test("settings are shown from their definitions, validated, and survive a reload", async () => {
  await open();
  const tab = await host.settings("tiny");
  expect(await tab.locator(".setting-item-name").allTextContents()).toEqual(["Loud", "Choices", "Colour", "Name", "Folders", "Size", "Hidden until loud", "Names", "More"]);
  expect(await host.setting("Hidden until loud").isVisible()).toBe(false);
  expect(await host.setting("Colour").locator("select").isDisabled()).toBe(true);
  await host.setting("Loud").getByRole("switch").click();
  await expect.poll(() => host.setting("Hidden until loud").isVisible()).toBe(true);
  await host.setting("Colour").locator("select").selectOption("blue");
  await host.setting("Name").locator("input").fill("no!");
  await expect.poll(() => host.setting("Name").getByRole("alert").textContent()).toBe("No marks of exclamation");
  await tab.getByLabel("Add a name").click();
  await host.setting("n0").waitFor();
  await host.setting("n0").getByLabel("Delete").click();
  await tab.getByText("None yet").waitFor();
  await host.setting("More").click();
  await host.setting("Deep").locator("input").fill("4");
  await tab.getByRole("button", { name: "Press" }).click();
  await tab.getByLabel("Back").click();
  expect(await host.setting("More").locator(".setting-display-value").textContent()).toBe("4");
  expect(JSON.parse(await host.data("tiny") ?? "")).toEqual({ loud: true, colour: "blue", deep: 4 });
  await host.press("Escape");
  await host.reloadPlugin("tiny");
  await host.settings("tiny");
  expect(await host.setting("Colour").locator("select").inputValue()).toBe("blue");
});

test("settings changed on the disk reach the plugin, and unloading leaves nothing behind", async () => {
  await open({ plugin: null });
  const before = await host.page.evaluate(() => window.host.listeners());
  await host.page.evaluate((files) => window.host.plugins.load(files).then(() => undefined), tinyPlugin());
  await host.palette("Open the list");
  await host.writeData('{"colour":"green"}', "tiny");
  await host.settingsChangedOutside("tiny");
  await host.statusBar.getByText("tiny green").waitFor();
  await host.unloadPlugin("tiny");
  expect(await host.page.evaluate(() => window.host.listeners())).toBe(before);
  expect(await host.marked(".tiny-word")).toEqual([]);
  expect((await host.commands()).some(({ id }) => id.startsWith("tiny:"))).toBe(false);
  expect(await host.statusBar.textContent()).not.toContain("tiny");
  expect(await host.page.evaluate(() => window.host.app.workspace.getLeavesOfType("tiny-view")[0]?.isDeferred)).toBe(true);
});

test("a post processor sees each block with its lines and its note", async () => {
  await open();
  await host.mode("preview");
  await host.reading.locator("[data-source]").first().waitFor();
  expect(await host.reading.locator("[data-source]").evaluateAll((els) => els.map((el) => el.getAttribute("data-source")))).toEqual(["Garden.md:0-0", "Garden.md:2-2", "Garden.md:4-4"]);
  await host.reading.getByText("the rules").click();
  await expect.poll(() => host.activePath()).toBe("Rules.md");
});

test("menus, the ribbon, the status bar and Blob workers work, and onUserEnable is for users", async () => {
  await open({ userEnabled: true });
  await host.statusBar.getByText("tiny ready").waitFor();
  await expect.poll(() => host.statusBar.locator(".plugin-tiny").getAttribute("data-worker")).toBe("42");
  expect(await host.statusBar.locator(".plugin-tiny").getAttribute("data-user-enabled")).toBe("yes");
  await host.select(0);
  await host.editor.locator(".cm-line").first().click({ button: "right" });
  await host.page.getByRole("menuitem", { name: "Tiny item" }).click();
  expect(await host.text()).toContain("chosen");
  await host.page.getByRole("button", { name: "Tiny notice" }).click();
  expect(await host.notices.allTextContents()).toEqual(["from the ribbon"]);
});

test("live preview hides markup where the cursor is not, and a click follows a link; source mode shows all", async () => {
  await open({ plugin: null });
  const line = host.editor.locator(".cm-line").nth(2);
  expect(await line.textContent()).toBe("The well is shared. See Water and the rules.");
  await host.select(40);
  expect(await line.textContent()).toBe("The well is shared. See [[Water]] and the rules.");
  await host.palette("Toggle live preview and source mode");
  expect(await line.textContent()).toContain("[[Rules|the rules]]");
  await host.palette("Toggle live preview and source mode");
  await host.select(0);
  await line.getByText("the rules").click();
  await expect.poll(() => host.activePath()).toBe("Rules.md");
});

test("hovering a link in reading view shows the note it leads to", async () => {
  await open({ plugin: null });
  await host.mode("preview");
  await host.reading.getByText("Water", { exact: true }).hover();
  await host.page.locator(".hover-popover").getByText("Water comes from the well.").waitFor();
  await host.page.mouse.move(2, 2);
  await expect.poll(() => host.page.locator(".hover-popover").count()).toBe(0);
});
