import type { Locator } from "playwright-core";
import type { Menu, TAbstractFile } from "obsidian";
import { expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { violations } from "./axe";
import { openVault, shot } from "./vault";

const concept = (title: string, says: readonly string[] = [], { properties = "", more = "" } = {}): string =>
  `---\n${properties}---\n# ${title}\n\n*${title} is a thing.*\n${more}\n## Related concepts\n\n${says.map((said) => `- ${said}`).join("\n")}\n`;

/** A mill, its water, and what hangs on either; a label that nobody has written about. */
const mills: Record<string, string> = {
  "concepts/Mill.md": concept("Mill", ["[[Weir]]: gives it its water.", "[[Miller]]: keeps it turning.", "Millstone: grinds the grain."], { properties: "tags: [work]\n", more: "\nIts flour goes to the [[Bakery]].\n\n## Uses of \"Mill\"\n\n### Mill in bread\n\nIt grinds.\n" }),
  "concepts/Weir.md": concept("Weir", ["[[River]]: is held back by it.", "[[Mill]]: lives on it."], { properties: "tags: [water]\naliases: [Barrage, Lasher]\n" }),
  "concepts/River.md": concept("River", ["[[Sea]]: takes it in."], { properties: "tags: [water]\n" }),
  "concepts/Sea.md": concept("Sea", [], { properties: "tags: [water]\n" }),
  "concepts/people/Miller.md": concept("Miller", ["[[Guild]]: sets the wages."], { properties: "tags: [work]\n" }),
  "concepts/people/Guild.md": concept("Guild", [], { properties: "tags: [work]\n" }),
  "concepts/Bakery.md": concept("Bakery"),
  "Log.md": "# Log\n\nThe [[Mill]] stood still.\n",
};

const view = (host: HostPage) => host.rightSidebar.locator(".distinguo-concepts");
const row = (host: HostPage, name: string) => view(host).getByRole("treeitem", { name: new RegExp(`^${name}`) }).first();
const label = (host: HostPage): Promise<string> => view(host).locator(".distinguo-concept-label").innerText();
const tabs = (host: HostPage): Promise<number> => host.page.evaluate(() => window.host.app.workspace.getLeavesOfType("markdown").length);

async function openMills(options: Partial<Parameters<typeof openVault>[0]> = {}): Promise<HostPage> {
  const host = await openVault({ vault: mills, open: "concepts/Mill", ...options });
  await host.command("distinguo:open-concepts");
  await view(host).locator(".distinguo-concept-label").waitFor();
  return host;
}

/** The tree as its roles tell it: a line a row, with its level, whether it is open, its place among its siblings, and its name. */
async function tree(host: HostPage): Promise<string[]> {
  return view(host).getByRole("treeitem").evaluateAll((all) => all.map((el) => {
    const name = [...el.querySelectorAll(".distinguo-group-name, .distinguo-count, .distinguo-relation-name, .distinguo-badge")].map((part) => part.textContent ?? "").join(" ") || (el.textContent ?? "");
    const open = { true: "- ", false: "+ " }[el.getAttribute("aria-expanded") ?? ""] ?? "";
    return `${"  ".repeat(Number(el.getAttribute("aria-level")) - 1)}${open}${name} ${el.getAttribute("aria-posinset") ?? ""}/${el.getAttribute("aria-setsize") ?? ""}`;
  }));
}

/** What the row with the focus is called; undefined where the focus is in no row. */
const focused = (host: HostPage): Promise<string | undefined> => host.page.evaluate(() => {
  const el = document.activeElement?.closest("[role=treeitem]");
  return el ? [...el.querySelectorAll(".distinguo-group-name, .distinguo-count, .distinguo-relation-name, .distinguo-badge")].map((part) => part.textContent ?? "").join(" ") || (el.textContent ?? "") : undefined;
});

/** Presses keys one after another. */
async function press(host: HostPage, ...keys: string[]): Promise<void> {
  for (const key of keys) await host.press(key);
}

const around = [
  "- Related 3 1/4",
  "  + Miller 1/3",
  "  Millstone missing 2/3",
  "  + Weir 3/3",
  "- Named as related by 1 2/4",
  "  Weir 1/1",
  "- Mentions 1 3/4",
  "  Bakery 1/1",
  "- Mentioned in 1 4/4",
  "  Log 1/1",
];

test("the list is a tree: groups, rows, and below an open row what ties it to others", async () => {
  const host = await openMills();
  await expect.poll(() => tree(host)).toEqual(around);
  await row(host, "Weir").focus();
  await press(host, "ArrowRight");
  await expect.poll(() => tree(host)).toContain("    + River 1/1");
  await press(host, "ArrowRight");
  expect(await focused(host)).toBe("River");
  expect(await row(host, "River").innerText()).toMatch(/Related · is held back by it/);
  await press(host, "Space");
  await expect.poll(() => tree(host)).toContain("      Sea 1/1");
  // Left closes, then leads up.
  await press(host, "ArrowLeft");
  await expect.poll(() => tree(host)).toContain("    + River 1/1");
  await press(host, "ArrowLeft", "ArrowLeft");
  await expect.poll(() => tree(host)).toEqual(around);
  await press(host, "ArrowLeft");
  expect(await focused(host)).toBe("Related 3");
  await press(host, "ArrowLeft");
  await expect.poll(() => tree(host)).toEqual(["+ Related 3 1/4", "- Named as related by 1 2/4", "  + Weir 1/1", ...around.slice(6)]);
  await host.close();
});

test("keys walk through the tree: ends, type-ahead, all siblings at once, and one stop for Tab", async () => {
  const host = await openMills();
  await row(host, "Related 3").focus();
  await press(host, "End");
  expect(await focused(host)).toBe("Log");
  await press(host, "Home", "ArrowUp");
  expect(await focused(host)).toBe("Related 3");
  await press(host, "w");
  expect(await focused(host)).toBe("Weir");
  await host.page.waitForTimeout(800);
  await press(host, "m", "i", "l", "l", "e");
  expect(await focused(host)).toBe("Miller");
  await host.page.waitForTimeout(800);
  await press(host, "m", "m");
  expect(await focused(host)).toBe("Mentions 1");
  await row(host, "Miller").focus();
  await press(host, "*");
  await expect.poll(() => tree(host)).toEqual(expect.arrayContaining(["    Guild 1/1", "    + River 1/1"]));
  expect(await focused(host)).toBe("Miller");
  // Tab leads from the row to what is in it, then out of the tree.
  await press(host, "Tab");
  expect(await host.page.evaluate(() => document.activeElement?.className)).toBe("distinguo-relation-origin");
  expect(await view(host).locator("[role=tree] [tabindex='0']").count()).toBe(2);
  await press(host, "Tab");
  expect(await focused(host)).toBeUndefined();
  await host.close();
});

test("a row opens its note by Enter, in a new tab with Mod, and leads to where it is said with Shift", async () => {
  const host = await openMills();
  await row(host, "Weir").focus();
  await press(host, "Shift+Enter");
  await expect.poll(async () => (await host.text()).slice((await host.selection()).from, (await host.selection()).to)).toContain("Weir");
  expect(await host.activePath()).toBe("concepts/Mill.md");
  await row(host, "Weir").focus();
  await press(host, "Control+Enter");
  await expect.poll(() => host.activePath()).toBe("concepts/Weir.md");
  expect(await tabs(host)).toBe(2);
  await expect.poll(() => label(host)).toBe("Weir");
  await row(host, "River").focus();
  await press(host, "Enter");
  await expect.poll(() => host.activePath()).toBe("concepts/River.md");
  expect(await tabs(host)).toBe(2);
  await expect.poll(() => label(host)).toBe("River");
  await row(host, "Sea").click({ button: "middle" });
  await expect.poll(() => tabs(host)).toBe(3);
  await host.close();
});

test("the menu comes by the menu key at the row, does what is done here, and what other plugins add", async () => {
  const host = await openMills();
  await host.page.evaluate(() => {
    window.host.app.workspace.on("file-menu", (menu: Menu, file: TAbstractFile) => {
      menu.addItem((item) => item.setTitle(`Of another plugin: ${file.path}`));
    });
  });
  await host.select((await host.text()).indexOf("\n\n## Related"));
  const menu = host.page.locator(".menu");
  const items = (): Promise<string[]> => menu.getByRole("menuitem").allInnerTexts();
  await row(host, "Weir").focus();
  await press(host, "Shift+F10");
  expect((await items()).map((item) => item.trim())).toEqual(expect.arrayContaining(["Show in the middle", "Expand", "Go to “gives it its water.”", "Go to “lives on it.”", "Insert its link here", "Of another plugin: concepts/Weir.md"]));
  const [at, place] = await Promise.all([row(host, "Weir").boundingBox(), menu.boundingBox()]);
  // Right below the row, or as near to it as the window lets it.
  expect((place?.y ?? NaN) - (at?.y ?? NaN) - (at?.height ?? NaN)).toBeLessThan(2);
  expect(place?.x).toBeGreaterThanOrEqual((at?.x ?? NaN) - (place?.width ?? NaN));
  await menu.getByText("Insert its link here").click();
  await expect.poll(() => host.text()).toContain("[[Weir]]\n\n## Related");
  // Shown without being opened, and back again.
  await row(host, "Weir").focus();
  await press(host, "ContextMenu");
  await menu.getByText("Show in the middle").click();
  await expect.poll(() => label(host)).toBe("Weir");
  expect(await host.activePath()).toBe("concepts/Mill.md");
  await row(host, "River").focus();
  await press(host, "Alt+ArrowLeft");
  await expect.poll(() => label(host)).toBe("Mill");
  await press(host, "Alt+ArrowRight");
  await expect.poll(() => label(host)).toBe("Weir");
  // Its label leads to the note.
  await view(host).getByRole("heading").getByRole("link", { name: "Weir" }).click();
  await expect.poll(() => host.activePath()).toBe("concepts/Weir.md");
  await expect.poll(() => view(host).locator(".distinguo-concept-open").count()).toBe(0);
  await host.close();
});

test("a node is pinned and let go from the list", async () => {
  const host = await openMills();
  const pins = (): Promise<unknown> => host.page.evaluate(() => window.host.app.workspace.getLeavesOfType("distinguo-concepts")[0]?.view.getState()["pins"]);
  const choose = async (item: string): Promise<void> => {
    await row(host, "Weir").focus();
    await press(host, "Shift+F10");
    await host.page.locator(".menu").getByText(item, { exact: true }).click();
  };
  await choose("Pin");
  await expect.poll(pins).toEqual({ "concepts/Mill.md": { "concepts/Weir.md": { x: expect.any(Number) as number, y: expect.any(Number) as number } } });
  await choose("Unpin");
  await expect.poll(pins).toEqual({});
  await host.close();
});

test("a missing concept is created as the fix does it, is opened, and can be undone", async () => {
  const host = await openMills();
  await row(host, "Millstone").getByRole("button", { name: "Create" }).click();
  await expect.poll(() => host.activePath()).toBe("concepts/Millstone.md");
  expect(await host.text()).toContain("[What “Millstone” is, in one sentence.]");
  expect(await host.file("concepts/Mill.md")).toContain("- [[Millstone]]: grinds the grain.");
  await expect.poll(() => label(host)).toBe("Millstone");
  await host.notices.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => host.file("concepts/Millstone.md")).toBe(null);
  expect(await host.file("concepts/Mill.md")).toBe(mills["concepts/Mill.md"]);
  await host.close();
});

test("what would be changed out of sight is shown before a missing note is created", async () => {
  const host = await openMills();
  await row(host, "Weir").focus();
  await press(host, "ArrowRight");
  await host.modify("concepts/River.md", concept("River", ["[[Sea]]: takes it in.", "Eel: climbs it."]));
  await row(host, "River").focus();
  await press(host, "ArrowRight");
  await row(host, "Eel").focus();
  await press(host, "Enter");
  const modal = host.page.locator(".modal");
  await expect.poll(() => modal.innerText()).toContain("new note, concepts/Eel.md");
  await modal.getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => host.activePath()).toBe("concepts/Eel.md");
  expect(await host.file("concepts/River.md")).toContain("- [[Eel]]: climbs it.");
  await host.close();
});

test("the view stays with a note while it is locked, also where the note gets another name or goes", async () => {
  const host = await openMills();
  await view(host).getByRole("button", { name: "Stay with “Mill”" }).click();
  await host.openNote("concepts/River.md");
  await row(host, "Bakery").waitFor();
  await host.page.waitForTimeout(300);
  expect(await label(host)).toBe("Mill");
  expect(await view(host).getByRole("button", { name: "Stays with “Mill”: follow the active note again" }).getAttribute("aria-pressed")).toBe("true");
  const state = (): Promise<unknown> => host.page.evaluate(() => window.host.app.workspace.getLeavesOfType("distinguo-concepts")[0]?.view.getState()["locked"]);
  await host.page.evaluate(async () => {
    const { fileManager, vault } = window.host.app;
    const file = vault.getFileByPath("concepts/Mill.md");
    if (file) await fileManager.renameFile(file, "concepts/Old mill.md");
  });
  await expect.poll(state).toBe("concepts/Old mill.md");
  expect(await label(host)).toBe("Mill");
  await host.page.evaluate(async () => {
    const { fileManager, vault } = window.host.app;
    const file = vault.getFileByPath("concepts/Old mill.md");
    if (file) await fileManager.trashFile(file);
  });
  await expect.poll(() => label(host)).toBe("River");
  expect(await state()).toBe(null);
  await host.close();
});

test("depth opens what lies farther, and the picture can be put away", async () => {
  const host = await openMills();
  await view(host).getByRole("button", { name: "Up to 2 steps away" }).click();
  await expect.poll(() => tree(host)).toEqual(expect.arrayContaining(["  - Weir 3/3", "    + River 1/1", "    Guild 1/1"]));
  await view(host).getByRole("button", { name: "Up to 3 steps away" }).click();
  await expect.poll(() => tree(host)).toContain("      Sea 1/1");
  expect(await view(host).locator(".distinguo-map").isVisible()).toBe(true);
  await view(host).getByRole("button", { name: "Picture" }).click();
  expect(await view(host).locator(".distinguo-map").isVisible()).toBe(false);
  await shot(host, "list-depth-3");
  await host.close();
});

test("a filter leaves out kinds, tags, folders and domains, is seen, and is kept", async () => {
  const host = await openMills();
  await view(host).getByRole("button", { name: "Filter" }).click();
  const panel = view(host).locator(".distinguo-filter");
  expect(await panel.getByRole("group").allInnerTexts()).toEqual(["Kinds of relations\nRelated\n3\nMentions\n2", "With a tag\nwater\n1\nwork\n1".replaceAll(/\n(w)/g, "\n#$1"), "In a folder\nconcepts\n2\nThe vault’s root\n1\nconcepts/people\n1"]);
  await shot(host, "list-filter");
  await panel.getByRole("button", { name: "Mentions" }).click();
  await expect.poll(() => tree(host)).toEqual(["- Related 3 1/2", "  + Miller 1/3", "  Millstone missing 2/3", "  + Weir 3/3", "- Named as related by 1 2/2", "  Weir 1/1"]);
  expect(await panel.getByRole("button", { name: "Mentions" }).evaluate((el) => [el === document.activeElement, el.getAttribute("aria-pressed")])).toEqual([true, "false"]);
  await panel.getByRole("button", { name: "#work" }).click();
  await expect.poll(() => tree(host)).toEqual(["- Related 1 1/1", "  + Miller 1/1"]);
  await panel.getByRole("button", { name: "#work" }).press("Escape");
  expect(await panel.isVisible()).toBe(false);
  const chips = view(host).locator(".distinguo-chip");
  expect(await chips.allInnerTexts()).toEqual(["No mentions", "#work"]);
  // Kept by the workspace: the state of the leaf makes a new view the same.
  await host.page.evaluate(async () => {
    const [leaf] = window.host.app.workspace.getLeavesOfType("distinguo-concepts");
    const kept = JSON.stringify(leaf?.view.getState());
    await leaf?.setViewState({ type: "empty" });
    await leaf?.setViewState({ type: "distinguo-concepts", state: JSON.parse(kept) as Record<string, unknown> });
  });
  await expect.poll(() => tree(host)).toEqual(["- Related 1 1/1", "  + Miller 1/1"]);
  await chips.first().click();
  await expect.poll(() => chips.allInnerTexts()).toEqual(["#work"]);
  await host.openNote("concepts/Sea.md");
  await expect.poll(() => view(host).innerText()).toContain("Nothing passes the filter");
  await view(host).getByRole("button", { name: "Show all" }).click();
  await expect.poll(() => tree(host)).toContain("  + River 1/1");
  expect(await chips.count()).toBe(0);
  await host.close();
});

test("a filter follows its folder to another name, and goes with it", async () => {
  const host = await openMills();
  await view(host).getByRole("button", { name: "Filter" }).click();
  await view(host).locator(".distinguo-filter").getByRole("button", { name: "concepts/people" }).click();
  await expect.poll(() => tree(host)).toEqual(["- Related 1 1/1", "  Miller 1/1"]);
  const chips = view(host).locator(".distinguo-chip");
  await host.page.evaluate(async () => {
    const { vault } = window.host.app;
    const folder = vault.getFolderByPath("concepts/people");
    if (folder) await vault.rename(folder, "concepts/trades");
  });
  await expect.poll(() => chips.allInnerTexts()).toEqual(["concepts/trades"]);
  await expect.poll(() => tree(host)).toEqual(["- Related 1 1/1", "  Miller 1/1"]);
  await host.page.evaluate(async () => {
    const { fileManager, vault } = window.host.app;
    const folder = vault.getFolderByPath("concepts/trades");
    if (folder) await fileManager.trashFile(folder);
  });
  await expect.poll(() => chips.count()).toBe(0);
  await row(host, "Weir").waitFor();
  await host.close();
});

test("closed while the engine is asked, the view draws nothing any more", async () => {
  const host = await openMills();
  const drawn = await host.page.evaluate(async () => {
    const scroll = document.querySelector(".mod-right-split .distinguo-concepts-scroll");
    if (!scroll) throw new Error("no view");
    let changes = 0;
    const observer = new MutationObserver((records) => { changes += records.length; });
    const asked = new Promise<void>((resolve) => {
      const post: unknown = Reflect.get(Worker.prototype, "postMessage");
      Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: unknown[]): void {
        if (typeof post === "function") Reflect.apply(post, this, [message, ...rest]);
        if (typeof message !== "object" || message === null || !("method" in message) || message.method !== "around") return;
        window.host.app.workspace.detachLeavesOfType("distinguo-concepts");
        queueMicrotask(() => {
          observer.observe(scroll, { childList: true, subtree: true, attributes: true, characterData: true });
          resolve();
        });
      };
    });
    const { vault } = window.host.app;
    const file = vault.getFileByPath("concepts/Mill.md");
    if (file) await vault.modify(file, "# Mill\n\n*Another thing.*\n\n## Related concepts\n\n- [[Sea]]: is far away.\n");
    await asked;
    await new Promise((resolve) => { window.setTimeout(resolve, 500); });
    changes += observer.takeRecords().length;
    return changes;
  });
  expect(drawn).toBe(0);
  await host.close();
});

test("the search finds a concept by any of its labels and shows it in the middle", async () => {
  const host = await openMills();
  await view(host).getByRole("button", { name: "Find a concept" }).click();
  const field = view(host).getByRole("combobox", { name: "Find a concept" });
  await host.page.keyboard.type("las");
  const options = view(host).getByRole("option");
  await expect.poll(() => options.allInnerTexts()).toEqual(["Weir\nby Lasher"]);
  await host.page.keyboard.press("Enter");
  await expect.poll(() => label(host)).toBe("Weir");
  expect([await host.activePath(), await field.isVisible()]).toEqual(["concepts/Mill.md", false]);
  await press(host, "Enter");
  await host.page.keyboard.type("mill");
  await expect.poll(() => options.allInnerTexts()).toEqual(["Mill", "Miller"]);
  await expect.poll(() => options.first().getAttribute("aria-selected")).toBe("true");
  await press(host, "ArrowDown");
  expect(await field.getAttribute("aria-activedescendant")).toBe(await options.nth(1).getAttribute("id"));
  await press(host, "Control+Enter");
  await expect.poll(() => host.activePath()).toBe("concepts/people/Miller.md");
  expect(await tabs(host)).toBe(2);
  await view(host).getByRole("button", { name: "Find a concept" }).click();
  await host.page.keyboard.type("zzz");
  await expect.poll(() => view(host).getByText("No concept is called so.").count()).toBe(1);
  await press(host, "Escape");
  expect([await field.isVisible(), await host.page.evaluate(() => document.activeElement?.getAttribute("aria-label"))]).toEqual([false, "Find a concept"]);
  await host.close();
});

/** Drags something into the first lines of the note. */
async function dragIntoNote(host: HostPage, what: Locator): Promise<void> {
  const { mouse } = host.page;
  const from = await what.boundingBox();
  const to = await host.editor.locator(".cm-line", { hasText: "Mill is a thing" }).boundingBox();
  if (!from || !to) throw new Error("nothing to drag");
  await mouse.move(from.x + Math.min(60, from.width / 2), from.y + 10);
  await mouse.down();
  await mouse.move(to.x + 200, to.y + to.height / 2, { steps: 8 });
  await mouse.move(to.x + 202, to.y + to.height / 2, { steps: 2 });
  await mouse.up();
}

test("a row that is dragged into a note puts its link there, as the vault writes links; a missing concept one that waits for its note", async () => {
  const host = await openMills({ vault: { ...mills, ".obsidian/app.json": '{"useMarkdownLinks": true, "newLinkFormat": "absolute"}' } });
  await dragIntoNote(host, row(host, "Miller"));
  await expect.poll(() => host.text()).toContain("[Miller](concepts/people/Miller.md)");
  await host.undo();
  await dragIntoNote(host, row(host, "Millstone"));
  await expect.poll(() => host.text()).toContain("[[Millstone]]");
  await host.undo();
  await dragIntoNote(host, view(host).locator(".distinguo-node", { hasText: "Millstone" }));
  await expect.poll(() => host.text()).toContain("[[Millstone]]");
  await host.close();
});

test("a preview is asked for once each time the pointer comes to a row, for the leaf", async () => {
  const host = await openMills();
  await host.page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    window.host.app.workspace.on("hover-link", (link: { source: string; linktext: string; hoverParent: unknown }) => {
      heard.push([link.source, link.linktext, link.hoverParent === window.host.app.workspace.getLeavesOfType("distinguo-concepts")[0]]);
    });
  });
  const box = await row(host, "Weir").boundingBox();
  if (!box) throw new Error("no row");
  const { mouse } = host.page;
  await mouse.move(box.x + 30, box.y + 8);
  await mouse.move(box.x + 90, box.y + 20, { steps: 6 });
  const heard = (): Promise<unknown> => host.page.evaluate(() => ("heard" in window ? window.heard : undefined));
  expect(await heard()).toEqual([["distinguo", "concepts/Weir.md", true]]);
  await mouse.move(box.x + 30, box.y - 300);
  await mouse.move(box.x + 30, box.y + 8);
  expect(await heard()).toHaveLength(2);
  await host.close();
});

test("what has the focus and what the pointer is over is marked in picture and list alike", async () => {
  const host = await openMills();
  await row(host, "Weir").focus();
  expect(await view(host).locator(".distinguo-row.is-marked").count()).toBe(2);
  await row(host, "Related 3").focus();
  expect(await view(host).locator(".distinguo-row.is-marked").count()).toBe(0);
  await row(host, "Miller").hover();
  expect(await view(host).locator(".distinguo-row.is-marked .distinguo-relation-name").allInnerTexts()).toEqual(["Miller"]);
  await host.close();
});

test("a long list is drawn bit by bit, and keys go to where it isn't drawn yet", async () => {
  const names = Array.from({ length: 400 }, (_, index) => `Stone ${String(index + 1).padStart(3, "0")}`);
  const host = await openMills({ vault: { "concepts/Hub.md": concept("Hub", names.map((name) => `${name}: lies near.`)) }, open: "concepts/Hub" });
  const more = row(host, "388 more|137 more");
  // No more than fit into the view at all.
  expect(await more.innerText()).toBe("137 more");
  await more.evaluate((el) => el.focus());
  const drawn = await host.page.evaluate(() => {
    const list = document.querySelector<HTMLElement>(".distinguo-list");
    const press = (key: string): void => void document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    press("Enter");
    const first = list?.childElementCount;
    press("End");
    return [first, list?.childElementCount, document.activeElement?.querySelector(".distinguo-relation-name")?.textContent];
  });
  expect(drawn).toEqual([74, 150, "Stone 149"]);
  const left = view(host).locator(".distinguo-left");
  expect(await left.innerText()).toMatch(/^251 more are not shown\.\s*Show more$/);
  await left.getByRole("button", { name: "Show more" }).press("Enter");
  await expect.poll(() => left.innerText()).toContain("101 more");
  expect(await view(host).locator(".distinguo-relation").count()).toBe(299);
  await left.getByRole("button", { name: "Show more" }).press("Enter");
  await expect.poll(() => left.isVisible()).toBe(false);
  await host.close();
});

test("a long definition shows its beginning first", async () => {
  const text = "This is a sentence of a definition that goes on and on and says it again. ".repeat(12).trim();
  const host = await openMills({ vault: { "concepts/Mill.md": `# Mill\n\n*${text}*\n\n## Related concepts\n\n- Weir: near.\n` } });
  const definition = view(host).locator(".distinguo-definition");
  const isWhole = (): Promise<boolean> => definition.evaluate((el) => el.scrollHeight <= el.clientHeight + 1);
  expect(await isWhole()).toBe(false);
  await view(host).getByRole("button", { name: "Show all of it" }).click();
  expect(await isWhole()).toBe(true);
  await view(host).getByRole("button", { name: "Show less" }).click();
  expect(await isWhole()).toBe(false);
  await host.close();
});

test("from right to left, the keys and the signs go the other way", async () => {
  const host = await openMills();
  await host.page.evaluate(() => document.body.setAttribute("dir", "rtl"));
  await row(host, "Weir").focus();
  await press(host, "ArrowLeft");
  await expect.poll(() => tree(host)).toContain("    + River 1/1");
  await shot(host, "list-rtl");
  await press(host, "ArrowRight");
  await expect.poll(() => tree(host)).toEqual(around);
  await host.close();
});

test("the buttons are one stop for Tab, arrows go along them, and back and forward say when there is nothing", async () => {
  const host = await openMills();
  const toolbar = view(host).getByRole("toolbar", { name: "What is shown" });
  const button = (name: string) => toolbar.getByRole("button", { name, exact: true });
  expect(await toolbar.locator("button[tabindex='0']").count()).toBe(1);
  expect([await button("Back").getAttribute("aria-disabled"), await button("Forward").getAttribute("aria-disabled")]).toEqual(["true", "true"]);
  await button("Back").focus();
  await press(host, "ArrowRight", "ArrowRight", "ArrowRight", "Enter");
  await expect.poll(() => tree(host)).toContain("    + River 1/1");
  expect(await button("Up to 2 steps away").getAttribute("aria-pressed")).toBe("true");
  await press(host, "End", "Enter");
  const menu = host.page.locator(".menu");
  expect((await menu.getByRole("menuitem").allInnerTexts()).map((item) => item.trim())).toEqual(["Show the active note", "Unpin all", "Open the map of all concepts", ...["SVG", "JSON", "Mermaid", "Canvas", "GraphML", "SKOS (JSON-LD)", "SKOS (Turtle)"].map((format) => `Export as ${format}`)]);
  await press(host, "Escape");
  await host.openNote("concepts/Sea.md");
  await expect.poll(() => label(host)).toBe("Sea");
  await button("Back").click();
  await expect.poll(() => label(host)).toBe("Mill");
  expect([await button("Back").getAttribute("aria-disabled"), await button("Forward").getAttribute("aria-disabled")]).toEqual(["true", "false"]);
  expect(await host.activePath()).toBe("concepts/Sea.md");
  await button("More options").click();
  await menu.getByText("Show the active note").click();
  await expect.poll(() => label(host)).toBe("Sea");
  await host.close();
});

test("axe finds nothing in the view, in light and dark, with all its parts open; and finds a fault that is planted", async () => {
  const host = await openMills();
  await view(host).getByRole("button", { name: "Up to 2 steps away" }).click();
  await view(host).getByRole("button", { name: "Filter" }).click();
  await view(host).getByRole("button", { name: "Mentions" }).click();
  await view(host).getByRole("button", { name: "Find a concept" }).click();
  await host.page.keyboard.type("mi");
  await view(host).getByRole("option").first().waitFor();
  for (const theme of ["light", "dark"] as const) {
    await host.theme(theme);
    await shot(host, `list-axe-${theme}`);
    expect(await violations(host, ".distinguo-concepts")).toEqual([]);
  }
  await press(host, "Escape");
  expect(await violations(host, ".distinguo-concepts")).toEqual([]);
  await view(host).getByRole("treeitem").first().evaluate((el) => {
    el.setAttribute("role", "treeitems");
    el.querySelector("span")?.removeAttribute("aria-hidden");
  });
  await view(host).locator(".distinguo-toolbar button").first().evaluate((el) => el.removeAttribute("aria-label"));
  await view(host).locator(".distinguo-definition").first().evaluate((el) => el.setCssProps({ color: "var(--background-modifier-border)" }));
  const planted = (await violations(host, ".distinguo-concepts")).map((found) => found.split(":")[0]);
  expect(planted).toEqual(expect.arrayContaining(["aria-roles", "button-name", "color-contrast"]));
  await host.close();
});

test("what a finger aims at on a phone is large enough", async () => {
  const host = await openMills({ mobile: "phone" });
  await view(host).getByRole("button", { name: "Filter" }).tap();
  await view(host).getByRole("button", { name: "Mentions" }).tap();
  await view(host).getByRole("button", { name: "Filter" }).tap();
  await shot(host, "list-phone");
  const small = await view(host).locator("button:visible, a:visible, [role=treeitem]:visible").evaluateAll((all) => all.flatMap((el) => {
    const { width, height } = el.getBoundingClientRect();
    return el.closest(".distinguo-map") || (width >= 44 && height >= 44) ? [] : [`${el.textContent ?? ""} ${el.getAttribute("aria-label") ?? ""} ${width}×${height}`];
  }));
  expect(small).toEqual([]);
  await host.close();
});
