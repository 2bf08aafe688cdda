import { expect, test } from "vitest";
import type { Locator } from "playwright-core";
import type { HostPage } from "../browser/host-page";
import { violations } from "./axe";
import { openVault, shot } from "./vault";

const sentence = "The archive is decentralized because its copies sit on servers in nine countries.";
const mendedSentence = sentence.replace("decentralized", "distributed");

/** Notes with one conflation each, the first lines told apart; one ends its lines as another system does, one begins with a byte order mark. */
const notes: Record<string, string> = Object.fromEntries(["Ash", "Birch", "Cedar", "Dogwood", "Elder"].map((tree) => [`trees/${tree}.md`, `# ${tree}\n\nOf ${tree} there is little to say.\n\n${sentence}\n\nThe rest is wood.\n`]));
notes["trees/Cedar.md"] = (notes["trees/Cedar.md"] ?? "").replaceAll("\n", "\r\n");
notes["trees/Dogwood.md"] = `\uFEFF${notes["trees/Dogwood.md"] ?? ""}`;
notes["trees/Fir.md"] = `# Fir\n\n${sentence}\n\n${sentence.replace("archive", "library")}\n`;

const mended = (path: string): string => (notes[path] ?? "").replaceAll("decentralized", "distributed");

interface Opened {
  host: HostPage;
  dialog: Locator;
  /** Goes to the diffs of a fix. */
  pick: (title: string | RegExp) => Promise<void>;
}

async function openMany(vault: Record<string, string>, open?: string): Promise<Opened> {
  const host = await openVault({ vault, ...(open !== undefined && { open }) });
  await host.palette("Fix many…");
  const dialog = host.page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Cancel" }).waitFor();
  return {
    host,
    dialog,
    pick: async (title) => {
      await dialog.getByRole("button", { name: title }).click();
      await dialog.getByRole("button", { name: /^Apply/ }).waitFor();
    },
  };
}

const box = (dialog: Locator, name: string | RegExp): Locator => dialog.getByRole("checkbox", { name });
const apply = (dialog: Locator): Promise<void> => dialog.getByRole("button", { name: /^Apply/ }).click();

test("one choice is made in many notes but for what is taken back, and one command undoes it", async () => {
  const { host, dialog, pick } = await openMany({ ...notes, "Ledger.md": "# Ledger\n\nThe sacks were counted.\n---\nNo mice.\n", "Odd.md": "# Odd\n\nSee [[nowhere at all]].\n" });
  const shapes = await dialog.locator(".distinguo-shape").allInnerTexts();
  expect(shapes.map((text) => text.replace(/\s*\n\s*/g, " | "))).toEqual([
    "Insert a blank line | paragraph-as-heading | 1 place",
    "Say “distributed” instead | inferred | 7 places",
    "Say how the one follows from the other, with a gap to fill | inferred | 7 places",
  ]);
  await dialog.getByText("1 place without a fix that others may share").click();
  expect(await dialog.locator(".distinguo-alone-names").innerText()).toBe("Odd · line 3: unresolved-link");
  await shot(host, "fix-many-shapes-light");
  expect(await violations(host, ".modal")).toEqual([]);
  await pick("Say “distributed” instead");
  expect(await dialog.locator(".distinguo-changes li").first().innerText()).toMatch(/^Ash.*line 5.*is decentralized\s+becomes\s+distributed because/s);
  await shot(host, "fix-many-light");
  expect(await violations(host, ".modal")).toEqual([]);
  await box(dialog, /^Ash/).uncheck();
  await box(dialog, /^line 5/).last().uncheck();
  await dialog.getByText("All: 5 of 7").waitFor();
  await shot(host, "fix-many-some");
  expect(await host.file("trees/Birch.md")).toBe(notes["trees/Birch.md"]);
  await apply(dialog);
  await host.notices.getByText("Say “distributed” instead: done in 5 places, 5 notes.").waitFor();
  expect(await dialog.count()).toBe(0);
  for (const path of ["trees/Birch.md", "trees/Cedar.md", "trees/Dogwood.md", "trees/Elder.md"]) expect(await host.file(path)).toBe(mended(path));
  expect(await host.file("trees/Ash.md")).toBe(notes["trees/Ash.md"]);
  expect(await host.file("trees/Fir.md")).toBe(`# Fir\n\n${mendedSentence}\n\n${sentence.replace("archive", "library")}\n`);
  // Wherever the notes have gone, and but for what has been written since.
  await host.page.evaluate(async () => {
    const { vault } = window.host.app;
    const file = vault.getFileByPath("trees/Cedar.md");
    if (file) await vault.rename(file, "Cedar of old.md");
  });
  const since = `${mended("trees/Elder.md")}Written since.\n`;
  await host.modify("trees/Elder.md", since);
  await host.palette("Undo the last changes");
  await host.notices.getByText("Taken back in 4 notes. Left alone, since changed: “Elder”.").waitFor();
  for (const path of ["trees/Birch.md", "trees/Dogwood.md", "trees/Fir.md"]) expect(await host.file(path)).toBe(notes[path]);
  expect(await host.file("Cedar of old.md")).toBe(notes["trees/Cedar.md"]);
  expect(await host.file("trees/Elder.md")).toBe(since);
  await host.close();
});

test("a note that changed while one looked is left alone and named, the others are mended", async () => {
  const { host, dialog, pick } = await openMany(notes);
  await pick("Say “distributed” instead");
  const since = `Somebody was faster.\n\n${notes["trees/Birch.md"] ?? ""}`;
  await host.modify("trees/Birch.md", since);
  await apply(dialog);
  await host.page.getByRole("dialog", { name: "Left alone" }).getByText("Birch").waitFor();
  await shot(host, "fix-many-left");
  expect(await violations(host, ".modal")).toEqual([]);
  await host.press("Enter");
  expect(await host.file("trees/Birch.md")).toBe(since);
  for (const path of Object.keys(notes)) if (path !== "trees/Birch.md") expect(await host.file(path)).toBe(mended(path));
  await host.close();
});

test("places are found again in what was written since they were listed, and those that went are counted", async () => {
  const { host, dialog, pick } = await openMany(notes);
  const moved = `More was written above.\n\n${notes["trees/Birch.md"] ?? ""}`;
  await host.modify("trees/Birch.md", moved);
  await host.modify("trees/Ash.md", "# Ash\n\nAll gone.\n");
  await pick("Say “distributed” instead");
  await dialog.getByText("1 place no longer there, or just being changed").waitFor();
  await dialog.getByText("All: 6 of 6").waitFor();
  await apply(dialog);
  await expect.poll(() => host.file("trees/Birch.md")).toBe(moved.replace("decentralized", "distributed"));
  expect(await host.file("trees/Ash.md")).toBe("# Ash\n\nAll gone.\n");
  await host.close();
});

test("the note that is being written is changed in its editor, in one step", async () => {
  const { host, dialog, pick } = await openMany(notes, "Fir");
  await pick("Say “distributed” instead");
  await apply(dialog);
  await expect.poll(() => host.text()).toBe(mended("trees/Fir.md"));
  await expect.poll(() => host.file("trees/Ash.md")).toBe(mended("trees/Ash.md"));
  await host.select(0);
  await host.undo();
  expect(await host.text()).toBe(notes["trees/Fir.md"]);
  await host.redo();
  await host.palette("Undo the last changes");
  await expect.poll(() => host.text()).toBe(notes["trees/Fir.md"]);
  await expect.poll(() => host.file("trees/Ash.md")).toBe(notes["trees/Ash.md"]);
  await host.close();
});

test("all of it is done by keys, in light and in dark", async () => {
  const host = await openVault({ vault: notes, theme: "dark" });
  await host.palette("Fix many…");
  const dialog = host.page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Say “distributed” instead" }).waitFor();
  await shot(host, "fix-many-shapes-dark");
  expect(await violations(host, ".modal")).toEqual([]);
  // The first of the list has the focus, and does nothing before a key is pressed.
  await host.press("Enter");
  await dialog.getByRole("button", { name: "Apply 7" }).waitFor();
  await shot(host, "fix-many-dark");
  expect(await violations(host, ".modal")).toEqual([]);
  await host.press("Shift+Tab");
  const focused = (): Promise<string> => host.page.evaluate(() => document.activeElement?.closest("li")?.textContent ?? "");
  expect(await focused()).toMatch(/^Ash/);
  // A note with one change has one box.
  await host.press("ArrowDown");
  await expect.poll(focused).toMatch(/^Birch/);
  await host.press("ArrowUp");
  await host.press("Space");
  await dialog.getByText("All: 6 of 7").waitFor();
  await host.press("End");
  await expect.poll(focused).toMatch(/^line 5/);
  await host.press("Space");
  await dialog.getByText("All: 5 of 7").waitFor();
  await host.press("ArrowUp");
  await host.press("ArrowUp");
  await expect.poll(focused).toMatch(/^Fir.*1 of 2$/);
  await host.press("Tab");
  await host.press("Enter");
  await host.notices.getByText("done in 5 places").waitFor();
  expect(await host.file("trees/Ash.md")).toBe(notes["trees/Ash.md"]);
  expect(await host.file("trees/Fir.md")).toContain(mendedSentence);
  await host.close();
});

test("a list takes many items at once, each made in all its notes or in none", async () => {
  const names = ["Weir", "Sluice", "Pond", "Leat"];
  const concepts: Record<string, string> = { "concepts/Mill.md": "# Mill\n\n*A mill turns grain into flour.*\n", "concepts/Barn.md": "# Barn\n\n*A barn keeps hay.*\n\n## Related concepts\n\n- [[Mill]]: is filled from it.\n" };
  for (const name of names) concepts[`concepts/${name}.md`] = `# ${name}\n\n*It holds water.*\n\n## Related concepts\n\n- [[Mill]]: needs it.\n- [[Barn]]: lies beside it.\n`;
  const { host, dialog, pick } = await openMany(concepts);
  await pick("List the relation in the other note, too");
  await shot(host, "fix-many-ways-back");
  await box(dialog, /List “Pond” in “Mill”/).uncheck();
  await apply(dialog);
  await host.notices.getByText("List the relation in the other note, too: done in 8 places, 2 notes.").waitFor();
  const items = (all: readonly string[], said: string): string => all.map((name) => `- [[${name}]]: [the other way round: ${said}]`).join("\n");
  expect(await host.file("concepts/Mill.md")).toBe(`${concepts["concepts/Mill.md"] ?? ""}\n## Related concepts\n\n- [[Barn]]: [the other way round: is filled from it.]\n${items(["Leat", "Sluice", "Weir"], "needs it.")}\n`);
  expect(await host.file("concepts/Barn.md")).toBe(`${(concepts["concepts/Barn.md"] ?? "").trimEnd()}\n${items(["Leat", "Pond", "Sluice", "Weir"], "lies beside it.")}\n`);
  await host.palette("Undo the last changes");
  for (const [path, text] of Object.entries(concepts)) await expect.poll(() => host.file(path)).toBe(text);
  await host.close();
});

test("where the disk refuses one note nothing of its group is written, and the other groups are", async () => {
  const concept = (name: string, others: readonly string[]): string => `# ${name}\n\n*It holds water.*\n\n## Related concepts\n\n${others.map((other) => `- ${other}: lies beside it.\n`).join("")}`;
  const concepts: Record<string, string> = { "concepts/Leat.md": concept("Leat", ["Ash pit", "Penstock"]), "concepts/Pond.md": concept("Pond", ["Millrace"]) };
  const { host, dialog, pick } = await openMany(concepts);
  await pick("Create the missing note");
  await host.page.evaluate(() => {
    const { vault } = window.host.app;
    const create = vault.create.bind(vault);
    vault.create = (path, ...rest) => (path.endsWith("Penstock.md") ? Promise.reject(new Error("The disk is full.")) : create(path, ...rest));
  });
  await apply(dialog);
  const left = host.page.getByRole("dialog", { name: "Left alone" });
  expect((await left.locator(".distinguo-alone").innerText()).replace(/\s*\n\s*/g, " | ")).toMatch(/^Could not be read or written: \| Penstock \| Not made, since they share notes with these: \| Leat · line \d+$/);
  await host.press("Enter");
  expect(await host.file("concepts/Leat.md")).toBe(concepts["concepts/Leat.md"]);
  expect([await host.file("concepts/Ash pit.md"), await host.file("concepts/Penstock.md")]).toEqual([null, null]);
  expect(await host.file("concepts/Millrace.md")).toContain("# Millrace");
  await host.palette("Undo the last changes");
  await expect.poll(() => host.file("concepts/Pond.md")).toBe(concepts["concepts/Pond.md"]);
  expect(await host.file("concepts/Millrace.md")).toBeNull();
  await host.close();
});

test("a note that can't be read is named, and what was changed in the others can be taken back", async () => {
  const { host, dialog, pick } = await openMany(notes);
  await pick("Say “distributed” instead");
  await host.page.evaluate(() => {
    const { vault } = window.host.app;
    const read = vault.read.bind(vault);
    vault.read = (file) => (file.path === "trees/Elder.md" ? Promise.reject(new Error("The disk does not answer.")) : read(file));
  });
  await apply(dialog);
  await host.page.getByRole("dialog", { name: "Left alone" }).getByText(/Could not be read or written:\s*Elder/).waitFor();
  await host.press("Enter");
  for (const path of Object.keys(notes)) expect(await host.file(path)).toBe(path === "trees/Elder.md" ? notes[path] : mended(path));
  await host.palette("Undo the last changes");
  await host.notices.getByText("Taken back in 5 notes.").waitFor();
  for (const [path, text] of Object.entries(notes)) expect(await host.file(path)).toBe(text);
  await host.close();
});

test("a folder's menu offers it for that folder alone", async () => {
  const { host, dialog } = await openMany({ ...notes, "Harbour.md": `# Harbour\n\n${sentence}\n` });
  await host.press("Escape");
  await host.page.locator(".nav-folder-title", { hasText: "trees" }).click({ button: "right" });
  await host.page.getByRole("menuitem", { name: "Fix many in this folder…" }).click();
  await dialog.getByText("Fix many: 7 places").waitFor();
  await host.close();
});

test("thousands of changes scroll fluidly, in a narrow window and at twice the size", async () => {
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`days/Day ${index}.md`, Array.from({ length: 30 }, (_line, line) => `Load ${line} stood still.\n---\n`).join("\n")]));
  const { host, dialog, pick } = await openMany(many);
  await pick("Insert a blank line");
  await dialog.getByText("All: 1,200 of 1,200").waitFor();
  expect(await dialog.locator("li").count()).toBeLessThan(60);
  await dialog.getByRole("checkbox").nth(1).focus();
  await host.press("End");
  const focused = (): Promise<string> => host.page.evaluate(() => document.activeElement?.closest("li")?.textContent ?? "");
  await expect.poll(focused).toMatch(/^line 89/);
  await host.press("Space");
  await dialog.getByText("All: 1,199 of 1,200").waitFor();
  // What has the focus keeps it, wherever one scrolls.
  await dialog.locator(".distinguo-changes").hover();
  await host.page.mouse.wheel(0, -1_000_000);
  await dialog.locator("li").first().getByText("Day 0").waitFor();
  expect(await focused()).toMatch(/^line 89/);
  await host.page.setViewportSize({ width: 240, height: 700 });
  await shot(host, "fix-many-narrow");
  await host.page.setViewportSize({ width: 640, height: 400 });
  await shot(host, "fix-many-200");
  expect(await dialog.getByRole("button", { name: /^Apply/ }).isVisible()).toBe(true);
  await host.close();
});
