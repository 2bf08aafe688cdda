import { expect, test } from "vitest";
import type { Locator } from "playwright-core";
import type { HostPage } from "../browser/host-page";
import { violations } from "./axe";
import { openVault, shot } from "./vault";

const notes: Record<string, string> = {
  "concepts/Seed shelf.md": "---\ntitle: Seed shelf\narrangement: 0.9\ncontrol: decentralised\ntags: [growing]\n---\n*A shelf of seeds in every village.*\n",
  "concepts/Granary.md": "# Granary\n\n*A granary keeps the grain of a town.*\n\nThe granary stands in one building. It is owned by a single company.\n",
  "concepts/Choir.md": "# Choir\n\n*A choir sings.*\n\nThe choir has no single owner, and every singer has a vote.\n",
  "concepts/Ledger.md": "# Ledger\n\n*A ledger remembers.*\n\nThe ledger is distributed: copies are kept on machines in nine countries.\n",
  "concepts/Lamp.md": "# Lamp\n\n*A lamp burns oil.*\n",
  "concepts/Clock.md": "---\ncontrol: somehow\n---\n# Clock\n\n*A clock strikes.*\n",
  "Plain.md": "# Plain\n\nThis plain note is decentralized, and no concept note.\n",
};

const square = (host: HostPage): Locator => host.rightSidebar.locator(".distinguo-square");
const point = (host: HostPage, label: string): Locator => square(host).locator(".distinguo-point").filter({ has: host.page.locator(".distinguo-point-label", { hasText: new RegExp(`^${label}$`) }) });
const row = (host: HostPage, label: string): Locator => square(host).locator("tbody tr").filter({ has: host.page.getByRole("link", { name: label, exact: true }) });
/** What the row of a note says of the two axes. */
const said = (host: HostPage, label: string): Promise<string> => row(host, label).locator("td span:not(.distinguo-spoken)").allInnerTexts().then((texts) => texts.join(" "));
const detail = (host: HostPage): Locator => square(host).locator(".distinguo-standing");
const modal = (host: HostPage): Locator => host.page.locator(".modal");

async function openSquare(options: Partial<Parameters<typeof openVault>[0]> = {}): Promise<HostPage> {
  const host = await openVault({ vault: notes, open: "concepts/Granary", ...options });
  await host.command("distinguo:open-concepts");
  await host.rightSidebar.getByRole("button", { name: "2 × 2" }).click();
  await square(host).locator("tbody tr").first().waitFor();
  await expect.poll(() => square(host).getByRole("status").innerText()).not.toContain("still to be read");
  return host;
}

/** Where a point's middle is in the field, from 0 to 1 on either axis. */
async function placeOf(host: HostPage, label: string): Promise<{ x: number; y: number }> {
  const [field, dot] = await Promise.all([square(host).locator(".distinguo-plot-field").boundingBox(), point(host, label).boundingBox()]);
  if (!field || !dot) throw new Error(`${label} is not there`);
  const inset = 12;
  return { x: (dot.x + dot.width / 2 - field.x - inset) / (field.width - 2 * inset), y: 1 - (dot.y + dot.height / 2 - field.y - inset) / (field.height - 2 * inset) };
}

/** Drags a point to a place in the field. */
async function drag(host: HostPage, label: string, x: number, y: number): Promise<void> {
  const [field, dot] = await Promise.all([square(host).locator(".distinguo-plot-field").boundingBox(), point(host, label).boundingBox()]);
  if (!field || !dot) throw new Error(`${label} is not there`);
  const { mouse } = host.page;
  await mouse.move(dot.x + dot.width / 2, dot.y + dot.height / 2);
  await mouse.down();
  await mouse.move(field.x + field.width / 2, field.y + field.height / 2, { steps: 4 });
  await mouse.move(field.x + 12 + x * (field.width - 24), field.y + 12 + (1 - y) * (field.height - 24), { steps: 4 });
  await mouse.up();
}

test("notes stand where their properties say, else where they are guessed, on a rail where one axis is known; the rest is counted", async () => {
  const host = await openSquare();
  const seed = await placeOf(host, "Seed shelf");
  expect([seed.x, seed.y].map((value) => Math.round(value * 100) / 100)).toEqual([0.9, 1]);
  expect(await point(host, "Seed shelf").getAttribute("class")).not.toContain("is-guess");
  const granary = await placeOf(host, "Granary");
  expect([granary.x < 0.5, granary.y < 0.5]).toEqual([true, true]);
  expect(await point(host, "Granary").getAttribute("class")).toMatch(/is-active.*is-guess/);
  expect(await point(host, "Granary").evaluate((el) => el.textContent)).toMatch(/arrangement 0\.\d\d, guessed; control 0\.\d\d, guessed; the active note/);
  expect(await point(host, "Choir").evaluate((el) => el.parentElement?.className)).toContain("rail-y");
  expect(await point(host, "Ledger").evaluate((el) => el.parentElement?.className)).toContain("rail-x");
  expect(await point(host, "Lamp").count()).toBe(0);
  const status = await square(host).getByRole("status").innerText();
  expect(status).toContain("2 notes say nothing about arrangement or control.");
  expect(status).toContain("not understood: Clock");
  // The same as a table, the active note first.
  expect((await square(host).locator("tbody tr").allInnerTexts()).map((text) => text.split("\t")[0])).toEqual(["Granary", "Choir", "Clocknot understood", "Lamp", "Ledger", "Seed shelf"]);
  expect(await said(host, "Seed shelf")).toBe("0.90 given decentralized given");
  expect(await said(host, "Choir")).toMatch(/^– 0\.\d\d guessed$/);
  expect(await square(host).locator(".distinguo-plot-corner-name").allInnerTexts()).toContain("Distributed, yet centralized");
  expect(await square(host).locator("dd").first().innerText()).toContain("The parts stand in many places");
  await shot(host, "square-light");
  await host.theme("dark");
  await shot(host, "square-dark");
  await host.close();
});

test("a click shows the evidence below, and each sentence leads to its place", async () => {
  const host = await openSquare({ open: "concepts/Lamp" });
  await point(host, "Granary").click();
  await detail(host).getByRole("heading", { name: "Granary" }).waitFor();
  expect(await detail(host).locator("li").allInnerTexts()).toEqual([expect.stringContaining("The granary stands in one building."), expect.stringContaining("It is owned by a single company.")]);
  expect(await detail(host).innerText()).toContain("by the convention “Two axes”");
  await shot(host, "square-detail");
  await detail(host).getByRole("link", { name: "It is owned by a single company." }).click();
  await expect.poll(() => host.activePath()).toBe("concepts/Granary.md");
  const { from, to } = await host.selection();
  expect(notes["concepts/Granary.md"]?.slice(from, to)).toContain("owned by a single company");
  await expect.poll(() => point(host, "Granary").getAttribute("class")).toContain("is-active");
  await detail(host).getByRole("button", { name: "Close" }).click();
  await expect.poll(() => detail(host).isVisible()).toBe(false);
  // A sentence is quoted once, with all of its words that count.
  await row(host, "Choir").getByRole("button").last().click();
  expect(await detail(host).locator("li").allInnerTexts()).toEqual([expect.stringMatching(/^The choir has no single owner, and every singer has a vote\. line 5 → decentralized$/)]);
  expect(await detail(host).locator("mark").allInnerTexts()).toEqual(["single owner", expect.stringContaining("vote")]);
  await row(host, "Clock").getByRole("button").last().click();
  expect(await detail(host).innerText()).toContain("The property “control” is “somehow”; expected “centralized”, “decentralized” or a number from 0 to 1.");
  expect(await detail(host).innerText()).toContain("Nothing in the note says who decides.");
  await host.close();
});

test("a point that is dragged sets the properties, once the user has said so, and the notice takes them back", async () => {
  const host = await openSquare();
  const before = notes["concepts/Granary.md"] ?? "";
  await drag(host, "Granary", 0.25, 0.75);
  await modal(host).getByText("Write properties into “Granary”?").waitFor();
  await shot(host, "square-ask");
  await modal(host).getByRole("button", { name: "Cancel" }).click();
  expect(await host.file("concepts/Granary.md")).toBe(before);
  await expect.poll(async () => (await placeOf(host, "Granary")).y < 0.5).toBe(true);

  await drag(host, "Granary", 0.25, 1);
  await modal(host).getByRole("button", { name: "Write" }).click();
  await expect.poll(() => host.file("concepts/Granary.md")).toMatch(/^---\narrangement: 0\.2\d\ncontrol: decentralized\n---\n# Granary/);
  await expect.poll(() => said(host, "Granary")).toMatch(/0\.2\d given decentralized given/);
  expect((await placeOf(host, "Granary")).y).toBeCloseTo(1, 1);
  await shot(host, "square-undo");
  await host.notices.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => host.file("concepts/Granary.md")).toBe(before);
  await expect.poll(() => said(host, "Granary")).toMatch(/guessed/);

  // Asked no more, and the properties beside them stay.
  await drag(host, "Seed shelf", 0.5, 0.5);
  await expect.poll(() => host.file("concepts/Seed shelf.md")).toMatch(/^---\ntitle: Seed shelf\narrangement: 0\.\d+\ncontrol: 0\.\d+\ntags:/);
  expect(await modal(host).count()).toBe(0);
  await expect.poll(() => host.data()).toMatch(/"askPlacing": ?false/);
  await host.close();
});

test("what has changed since is not taken back; text that has is left as it is", async () => {
  const host = await openSquare({ data: JSON.stringify({ askPlacing: false }) });
  await drag(host, "Seed shelf", 0.5, 0.5);
  await expect.poll(() => host.file("concepts/Seed shelf.md")).toMatch(/control: 0\.5/);
  const placed = (await host.file("concepts/Seed shelf.md")) ?? "";
  await host.modify("concepts/Seed shelf.md", `${placed}\nMore.\n`);
  await host.notices.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => host.file("concepts/Seed shelf.md")).toMatch(/^---\ntitle: Seed shelf\narrangement: 0\.9\ncontrol: decentralised\ntags:[^]*More\.\n$/);
  await drag(host, "Granary", 0.5, 0.5);
  await expect.poll(() => host.file("concepts/Granary.md")).toMatch(/control: 0\.5/);
  const other = ((await host.file("concepts/Granary.md")) ?? "").replace(/control: .*/, "control: 0.1");
  await host.modify("concepts/Granary.md", other);
  await host.notices.getByRole("button", { name: "Undo" }).last().click();
  await host.notices.getByText("changed since").waitFor();
  expect(await host.file("concepts/Granary.md")).toBe(other);
  await host.close();
});

test("a point stays where it was let go while one is asked, whatever happens to the notes", async () => {
  const host = await openSquare();
  await drag(host, "Granary", 0.25, 0.75);
  await modal(host).getByText("Write properties into “Granary”?").waitFor();
  await host.modify("concepts/Lamp.md", "---\narrangement: 0.5\ncontrol: 0.2\n---\n# Lamp\n");
  await expect.poll(() => said(host, "Lamp")).toMatch(/0\.50 given/);
  expect((await placeOf(host, "Granary")).y).toBeCloseTo(0.75, 1);
  await modal(host).getByRole("button", { name: "Cancel" }).click();
  await expect.poll(async () => (await placeOf(host, "Granary")).y < 0.5).toBe(true);
  expect(await point(host, "Lamp").count()).toBe(1);
  await host.close();
});

test("what another pointer does, or one that was lost, moves nothing and hinders nobody", async () => {
  const host = await openSquare({ data: JSON.stringify({ askPlacing: false }) });
  const granary = await point(host, "Granary").elementHandle();
  const happens = (type: string, pointerId: number): Promise<unknown> => point(host, "Granary").evaluate((el, [name, id]) => el.dispatchEvent(new PointerEvent(String(name), { bubbles: true, pointerId: Number(id), buttons: 1, isPrimary: true })), [type, pointerId] as const);
  // A finger that scrolls, beside.
  await happens("pointercancel", 99);
  expect(await granary?.evaluate((el) => el.isConnected)).toBe(true);
  // The mouse, pressed, whose letting go nobody heard.
  await happens("pointerdown", 1);
  await drag(host, "Granary", 0.5, 0.5);
  await expect.poll(() => host.file("concepts/Granary.md")).toMatch(/control: 0\.5/);
  await host.close();
});

test("the command takes back a placing or fixes, whichever came last, and then the other", async () => {
  const lighthouse = "# Lighthouse\n\nThe keeper left in May.\n---\nHe took the cat.\n";
  const host = await openSquare({ vault: { ...notes, "Lighthouse.md": lighthouse }, open: "Lighthouse", data: JSON.stringify({ askPlacing: false }) });
  await host.palette("Lint the vault");
  const report = host.rightSidebar.locator(".distinguo-report");
  await report.getByRole("button", { name: /^Notes/ }).click();
  await report.getByRole("treeitem", { name: /paragraph-as-heading/ }).getByRole("button", { name: "Fix…" }).click();
  await host.page.getByRole("menuitem", { name: "Insert a blank line" }).click();
  await expect.poll(() => host.file("Lighthouse.md")).toContain("May.\n\n---");
  await host.command("distinguo:open-concepts");
  await drag(host, "Granary", 0.5, 0.5);
  await expect.poll(() => host.file("concepts/Granary.md")).toMatch(/control: 0\.5/);
  expect(await host.command("distinguo:undo-fixes")).toBe(true);
  await expect.poll(() => host.file("concepts/Granary.md")).toBe(notes["concepts/Granary.md"]);
  expect(await host.file("Lighthouse.md")).not.toBe(lighthouse);
  expect(await host.command("distinguo:undo-fixes")).toBe(true);
  await expect.poll(() => host.file("Lighthouse.md")).toBe(lighthouse);
  expect(await host.command("distinguo:undo-fixes")).toBe(false);
  await host.close();
});

test("what was typed a moment before stays, and Undo keeps what was typed since", async () => {
  const host = await openSquare({ data: JSON.stringify({ askPlacing: false }) });
  const { length } = notes["concepts/Granary.md"] ?? "";
  await host.select(length);
  await host.type("Typed before.");
  await drag(host, "Granary", 0.5, 0.5);
  await expect.poll(() => host.file("concepts/Granary.md")).toMatch(/^---\narrangement: 0\.5\d*\ncontrol: 0\.5\d*\n---\n[^]*Typed before\.$/);
  await expect.poll(() => host.text()).toMatch(/^---\narrangement[^]*Typed before\.$/);
  await host.select((await host.text()).length);
  await host.type(" And since.");
  await host.notices.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => host.file("concepts/Granary.md")).toBe(`${notes["concepts/Granary.md"] ?? ""}Typed before. And since.`);
  await expect.poll(() => host.text()).toBe(`${notes["concepts/Granary.md"] ?? ""}Typed before. And since.`);
  await host.close();
});

test("all of it is done with keys: from point to point, moving one, the detail, and back", async () => {
  const host = await openSquare({ data: JSON.stringify({ askPlacing: false }) });
  const focused = (): Promise<string> => host.page.evaluate(() => document.activeElement?.querySelector(".distinguo-point-label")?.textContent ?? document.activeElement?.className ?? "");
  await point(host, "Granary").focus();
  await host.press("ArrowUp");
  const second = await focused();
  expect(second).not.toBe("Granary");
  await point(host, "Granary").focus();
  await host.press("ArrowRight");
  expect(await focused()).not.toBe("Granary");
  expect(await square(host).locator(".distinguo-point[tabindex='0']").count()).toBe(1);
  await point(host, "Granary").focus();
  await host.press("Enter");
  expect(await focused()).toContain("distinguo-standing");
  await host.press("Escape");
  expect(await focused()).toBe("Granary");

  // Shift and the arrow keys move it; Escape puts it back, letting go of Shift writes.
  const before = await placeOf(host, "Granary");
  await host.page.keyboard.down("Shift");
  await host.press("ArrowUp");
  expect((await placeOf(host, "Granary")).y).toBeGreaterThan(before.y);
  expect(await square(host).locator(".distinguo-plot-readout").innerText()).toMatch(/^arrangement 0\.\d\d, control 0\.\d\d$/);
  await shot(host, "square-moving");
  await host.press("Escape");
  await host.page.keyboard.up("Shift");
  expect((await placeOf(host, "Granary")).y).toBeCloseTo(before.y, 2);
  expect(await host.file("concepts/Granary.md")).toBe(notes["concepts/Granary.md"]);
  await host.page.keyboard.down("Shift");
  for (const key of ["ArrowUp", "ArrowUp", "ArrowRight"]) await host.press(key);
  await host.page.keyboard.up("Shift");
  await expect.poll(() => host.file("concepts/Granary.md")).toMatch(/^---\narrangement: 0\.\d+\ncontrol: 0\.\d+\n---\n/);
  await expect.poll(focused).toBe("Granary");

  // A note of a rail goes into the field when its other axis is moved.
  await point(host, "Choir").focus();
  await host.page.keyboard.down("Shift");
  await host.press("ArrowRight");
  await host.page.keyboard.up("Shift");
  await expect.poll(() => host.file("concepts/Choir.md")).toMatch(/^---\narrangement: 0\.55\ncontrol: 0\.\d+\n---\n/);

  // The menu, from the table.
  await row(host, "Lamp").getByRole("link").click({ button: "right" });
  await host.page.getByRole("menuitem", { name: "Place at “Distributed, yet centralized”" }).click();
  await expect.poll(() => host.file("concepts/Lamp.md")).toMatch(/^---\narrangement: distributed\ncontrol: centralized\n---\n/);
  await point(host, "Lamp").click({ button: "right" });
  await host.page.getByRole("menuitem", { name: "Take the properties away" }).click();
  await expect.poll(() => host.file("concepts/Lamp.md")).toBe(notes["concepts/Lamp.md"]);

  // A value, from the detail.
  await row(host, "Ledger").getByRole("button").last().click();
  await detail(host).getByRole("slider", { name: "control" }).fill("0.2");
  await detail(host).getByRole("button", { name: "Set 0.20" }).click();
  await expect.poll(() => host.file("concepts/Ledger.md")).toMatch(/^---\ncontrol: 0\.2\n---\n/);
  await host.close();
});

test("it follows the vault while it is seen, and rests while it is hidden", async () => {
  const host = await openSquare();
  await host.modify("concepts/Lamp.md", "---\narrangement: 0.5\ncontrol: 0.2\n---\n# Lamp\n");
  await expect.poll(() => said(host, "Lamp")).toMatch(/0\.50 given/);
  await host.modify("concepts/Wick.md", "# Wick\n\n*A wick.*\n\nThe wick is decentralized.\n");
  await expect.poll(() => row(host, "Wick").count()).toBe(1);
  await host.page.evaluate(() => window.host.app.workspace.rightSplit.collapse());
  await host.modify("concepts/Wick.md", "---\ncontrol: 0\n---\n# Wick\n");
  await host.page.waitForTimeout(900);
  expect(await square(host).locator("tbody").evaluate((el) => el.textContent)).toMatch(/Wick.*guessed/);
  expect(await square(host).locator("tbody tr", { hasText: "Wick" }).evaluate((el) => el.textContent)).toContain("guessed");
  await host.page.evaluate(() => window.host.app.workspace.rightSplit.expand());
  await expect.poll(() => said(host, "Wick")).toMatch(/centralized given/);
  await host.close();
});

test("the command opens the square, also where the sidebar was not open", async () => {
  const host = await openVault({ open: "concepts/Distributed" });
  await host.command("distinguo:open-square");
  await host.rightSidebar.locator(".distinguo-plot-field").waitFor();
  expect(await host.rightSidebar.getByRole("button", { name: "2 × 2" }).getAttribute("aria-pressed")).toBe("true");
  await host.close();
});

const crowd: Record<string, string> = {
  ...Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`concepts/Stone ${String(index).padStart(2, "0")}.md`, `---\narrangement: 0.8\ncontrol: 0.8\n---\n# Stone ${String(index).padStart(2, "0")}\n`])),
  "concepts/The long and winding name of a thing that somebody found worth a whole sentence.md": "---\narrangement: 0.1\ncontrol: 0.5\n---\nx\n",
  "concepts/שער המים הגדול של העיר העתיקה.md": "---\narrangement: 0.95\ncontrol: 0.3\n---\nx\n",
  "concepts/🪵.md": "---\narrangement: 0.5\ncontrol: 0.1\n---\nx\n",
  "concepts/\"Quoted\" & b.md": "---\narrangement: 0.3\ncontrol: 0.9\n---\nx\n",
  "concepts/Donaudampfschifffahrtselektrizitätenhauptbetriebswerk.md": "---\narrangement: 0.6\ncontrol: 0.45\n---\nx\n",
};

test("notes in one place share a point that lists them; labels meet nothing, in a narrow sidebar and at 200 %", async () => {
  const host = await openSquare({ vault: crowd, open: "concepts/🪵" });
  const many = square(host).locator(".distinguo-point.is-many");
  expect(await many.locator(".distinguo-point-count").innerText()).toBe("30");
  await many.click();
  await detail(host).getByRole("heading", { name: "30 notes in one place" }).waitFor();
  await shot(host, "square-many");
  await detail(host).getByRole("button", { name: /^Stone 07/ }).click();
  await detail(host).getByRole("heading", { name: "Stone 07" }).waitFor();
  await detail(host).getByRole("button", { name: "Close" }).click();
  for (const [name, width, height, sidebar] of [["wide", 1280, 800, 620], ["narrow", 1280, 800, 240], ["zoomed", 640, 400, 320]] as const) {
    await host.page.setViewportSize({ width, height });
    await host.page.evaluate((pixels) => {
      window.host.app.workspace.rightSplit.containerEl.setCssProps({ "--dock-width": `${pixels}px` });
      window.host.app.workspace.trigger("resize");
    }, sidebar);
    await host.page.waitForTimeout(300);
    await shot(host, `square-${name}`);
    const boxes = await square(host).locator(".distinguo-point:not(.is-unlabelled) > .distinguo-point-label").evaluateAll((all) => all.map((el) => ({ text: el.textContent, box: el.getBoundingClientRect().toJSON() as DOMRect })));
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        const apart = one.box.right <= other.box.left + 1 || other.box.right <= one.box.left + 1 || one.box.bottom <= other.box.top + 1 || other.box.bottom <= one.box.top + 1;
        expect(apart, `${name}: ${one.text} over ${other.text}`).toBe(true);
      }
    }
    // The names of the ends stand within their axes, whole.
    const poles = await square(host).locator(".distinguo-plot-pole").evaluateAll((all) => all.map((el) => {
      const [own, axis] = [el.getBoundingClientRect(), (el.parentElement ?? el).getBoundingClientRect()];
      return own.top >= axis.top - 1 && own.bottom <= axis.bottom + 1 && own.left >= axis.left - 1 && own.right <= axis.right + 1;
    }));
    expect(poles, name).toEqual([true, true, true, true]);
    // Nothing is wider than the sidebar.
    expect(await square(host).evaluate((el) => el.scrollWidth <= el.clientWidth + 1), name).toBe(true);
  }
  await host.close();
});

test("axe finds nothing in the picture, the table, the detail and the question, and would find a fault", async () => {
  const host = await openSquare();
  await point(host, "Granary").click();
  expect(await violations(host, ".distinguo-square")).toEqual([]);
  await host.theme("dark");
  expect(await violations(host, ".distinguo-square")).toEqual([]);
  await point(host, "Seed shelf").click({ button: "right" });
  await host.page.getByRole("menuitem", { name: "Place at “Concentrated and centralized”" }).click();
  expect(await violations(host, ".modal")).toEqual([]);
  await modal(host).getByRole("button", { name: "Cancel" }).click();
  await point(host, "Granary").evaluate((el) => el.replaceChildren());
  expect((await violations(host, ".distinguo-square")).map((found) => found.split(":")[0])).toEqual(["button-name"]);
  await host.close();
});

test("left and unloaded, it leaves nothing", async () => {
  const host = await openSquare();
  for (let times = 0; times < 5; times++) {
    await host.rightSidebar.getByRole("button", { name: "Concept", exact: true }).click();
    await expect.poll(() => square(host).count()).toBe(0);
    await host.rightSidebar.getByRole("button", { name: "2 × 2" }).click();
    await row(host, "Granary").waitFor();
  }
  await host.unloadPlugin();
  expect(await host.page.locator(".distinguo-square").count()).toBe(0);
  await host.close();
});
