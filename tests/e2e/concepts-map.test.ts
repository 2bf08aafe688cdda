import type { Locator } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { violations } from "./axe";
import { openVault, shot } from "./vault";

let host: HostPage;
afterEach(async () => { await host.close(); });

const note = (name: string, lines: readonly string[] = [], head = "") => `${head}# ${name}\n\n*${name} is a thing.*\n\n## Related concepts\n\n${lines.map((line) => `- ${line}\n`).join("")}`;

/** A note in the middle of others: named, naming, both, contrasted, met in passing, missing. */
const mill: Record<string, string> = {
  "concepts/Mill.md": `${note("Mill", ["[[Weir]]: gives it its water.", "[[Flour]]: is what it makes.", "[[Bakery]]: buys the flour.", "Miller: runs it."])}\n## Mill vs. [[Forge]]\n\nOne grinds, the other hammers.\n\n## Seen\n\nIt stands beside the [[Church]].\n`,
  "concepts/Weir.md": note("Weir", ["[[Mill]]: takes the water that it holds.", "[[Pond]]: lies behind it.", "[[Eel]]: climbs it.", "[[Sluice]]: lets some through."]),
  "concepts/Flour.md": note("Flour", ["[[Bread]]: is made of it.", "[[Sack]]: holds it."]),
  "concepts/Bakery.md": note("Bakery", ["[[Bread]]: leaves it every morning.", "[[Flour]]: comes in every night."]),
  "concepts/Forge.md": note("Forge"),
  "concepts/Church.md": note("Church"),
  "concepts/Pond.md": note("Pond", ["[[Mill]]: empties it by noon."]),
  "concepts/Eel.md": note("Eel"),
  "concepts/Sluice.md": note("Sluice"),
  "concepts/Bread.md": note("Bread"),
  "concepts/Sack.md": note("Sack"),
};

interface Options {
  width?: number;
  vault?: Record<string, string>;
  open?: string;
}

const map = (): Locator => host.rightSidebar.locator(".distinguo-map");
const nodes = (): Locator => map().locator(".distinguo-node");
const node = (label: string): Locator => nodes().filter({ hasText: new RegExp(`^[↑↓ ]*${label}$`) });
const spot = (label: string): Locator => map().locator(".distinguo-spot").filter({ has: host.page.locator(".distinguo-node").filter({ hasText: new RegExp(`^[↑↓ ]*${label}$`) }) });
const told = (): Locator => map().locator(".distinguo-map-told");
const middle = (): Locator => map().locator(".distinguo-map-centre");
const focused = (): Promise<string | null | undefined> => host.page.evaluate(() => document.activeElement?.textContent);

async function widen(width: number): Promise<void> {
  await host.page.evaluate((px) => {
    const split = document.querySelector<HTMLElement>(".mod-right-split");
    split?.setAttribute("style", `width: ${px}px; max-width: none`);
  }, width);
}

async function openMap({ width = 320, vault = mill, open = "concepts/Mill" }: Options = {}): Promise<void> {
  host = await openVault({ vault, open, viewport: { width: Math.max(1200, width + 500), height: 1000 } });
  await widen(width);
  await host.command("distinguo:open-concepts");
  await middle().waitFor();
  await settled();
}

/** Waits until nothing glides any more. */
async function settled(): Promise<void> {
  await host.page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined))));
}

/** Where each name stands, seen from the middle, in whole pixels. */
async function places(): Promise<Record<string, string>> {
  await settled();
  return map().evaluate((el) => {
    const centre = el.querySelector(".distinguo-map-centre")?.getBoundingClientRect();
    const [x, y] = [(centre?.left ?? 0) + (centre?.width ?? 0) / 2, (centre?.top ?? 0) + (centre?.height ?? 0) / 2];
    return Object.fromEntries(
      [...el.querySelectorAll(".distinguo-node")].map((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        const inner = (left + right) / 2 < x ? right : left;
        return [one.textContent ?? "", `${Math.round(inner - x)} ${Math.round((top + bottom) / 2 - y)}`];
      }),
    );
  });
}

test("each part has its own place, and a caption where there is something", async () => {
  await openMap();
  await expect.poll(() => map().locator(".distinguo-map-caption").allInnerTexts()).toEqual(["both ways", "named by", "names", "contrasted with", "in passing"]);
  const at = await places();
  const [x, y] = [0, 1].map((which) => (label: string) => Number(at[label]?.split(" ")[which]));
  expect(y?.("Weir")).toBeLessThan(0);
  expect(x?.("Pond")).toBeLessThan(0);
  expect(x?.("Flour")).toBeGreaterThan(0);
  expect(y?.("Forge")).toBeGreaterThan(y?.("Flour") ?? 0);
  expect(y?.("Church")).toBeGreaterThan(y?.("Forge") ?? 0);
  expect(await node("Miller").evaluate((el) => getComputedStyle(el).borderStyle)).toBe("dashed");
  await shot(host, "map-parts-light");
  await host.theme("dark");
  await shot(host, "map-parts-dark");
  await host.openNote("concepts/Sack.md");
  await expect.poll(() => map().locator(".distinguo-map-caption").allInnerTexts()).toEqual(["named by"]);
  await shot(host, "map-one");
});

test("what ties two concepts is told on hover and on focus, from either side, and leads to where it stands", async () => {
  await openMap();
  await node("Weir").hover();
  await expect.poll(() => told().innerText()).toContain("gives it its water");
  expect(await told().innerText()).toContain("takes the water that it holds");
  await shot(host, "map-told");
  await node("Flour").focus();
  await expect.poll(() => told().innerText()).toContain("is what it makes");
  expect(await node("Flour").evaluate((el) => document.getElementById(el.getAttribute("aria-describedby") ?? "")?.textContent)).toMatch(/^named by .Mill. · 2 more beyond it$/);
  await node("Weir").focus();
  await told().locator("a", { hasText: "Weir" }).click();
  await expect.poll(() => host.activePath()).toBe("concepts/Weir.md");
  const { from, to } = await host.selection();
  expect((await host.text()).slice(from, to)).toBe("[[Mill]]");
});

test("a line tells what ties its two ends, and is held by a click", async () => {
  await openMap({ width: 640 });
  const point = await map().locator(".distinguo-edge.distinguo-zone-out .distinguo-edge-reach").first().evaluate((el) => {
    if (!(el instanceof SVGPathElement)) throw new Error("no line");
    const { x, y } = el.getPointAtLength(el.getTotalLength() * 0.7);
    const on = new DOMPoint(x, y).matrixTransform(el.getScreenCTM() ?? undefined);
    return { x: on.x, y: on.y };
  });
  await host.page.mouse.move(point.x, point.y);
  await expect.poll(() => told().locator(".distinguo-told-title").innerText()).toMatch(/^Mill – /);
  await host.page.mouse.click(point.x, point.y);
  const title = await told().locator(".distinguo-told-title").innerText();
  await node("Church").hover();
  await host.page.waitForTimeout(200);
  expect(await told().locator(".distinguo-told-title").innerText()).toBe(title);
  await host.press("Escape");
});

test("the names are one stop for the tabulator key; arrows go among them, and keys do what the pointer does", async () => {
  await openMap({ width: 640 });
  expect(await map().locator("button[tabindex='0']").count()).toBe(1);
  await middle().focus();
  await host.press("ArrowRight");
  const right = await focused();
  expect(["Flour", "Bakery", "Miller"]).toContain(right);
  await host.press("Escape");
  expect(await focused()).toBe("Mill");
  await host.press("ArrowLeft");
  expect(await focused()).toBe("Pond");
  expect(await map().locator("button[tabindex='0']").allInnerTexts()).toEqual(["Pond"]);
  await host.press("Home");
  await host.press("ArrowUp");
  expect(await focused()).toBe("Weir");
  expect(await node("Weir").getAttribute("aria-expanded")).toBe("false");
  await host.press("Space");
  await expect.poll(() => node("Eel").count()).toBe(1);
  expect([await node("Weir").getAttribute("aria-expanded"), await focused(), await host.activePath()]).toEqual(["true", "Weir", "concepts/Mill.md"]);
  await host.press("Space");
  await expect.poll(() => node("Eel").count()).toBe(0);
  await host.press("Shift+F10");
  await host.page.locator(".menu").getByText("Show in the middle").waitFor();
  expect(await host.page.locator(".menu").count()).toBe(1);
  await host.press("Escape");
  const scale = () => map().locator(".distinguo-map-world").evaluate((el) => new DOMMatrix(getComputedStyle(el).transform).a);
  await node("Weir").focus();
  await host.press("+");
  await settled();
  expect(await scale()).toBeCloseTo(1.25);
  await host.press("0");
  await settled();
  expect(await scale()).toBe(1);
  await host.press("Escape");
  await host.press("Escape");
  expect(await host.page.evaluate(() => document.activeElement?.classList.contains("distinguo-map-ground"))).toBe(true);
  const { x } = await middle().boundingBox() ?? { x: 0 };
  await host.press("ArrowRight");
  await settled();
  expect((await middle().boundingBox())?.x).toBeLessThan(x - 20);
  await host.press("Enter");
  await host.press("ArrowRight");
  await host.press("Control+Enter");
  await expect.poll(() => host.page.evaluate(() => window.host.app.workspace.getLeavesOfType("markdown").length)).toBe(2);
});

test("what is opened comes in sight below, stays under the pointer, and what is closed again leaves it as it was", async () => {
  await openMap();
  const before = await places();
  for (const [label, child] of [["Weir", "Eel"], ["Flour", "Bread"]] as const) {
    await spot(label).hover();
    const pressed = await spot(label).locator(".distinguo-map-count").boundingBox();
    await spot(label).locator(".distinguo-map-count").click();
    await node(child).waitFor();
    await settled();
    expect((await spot(label).locator(".distinguo-map-count").boundingBox())?.y).toBeCloseTo(pressed?.y ?? NaN, 0);
    const [box, ground] = await Promise.all([node(child).boundingBox(), map().locator(".distinguo-map-ground").boundingBox()]);
    expect(box && ground && box.x >= ground.x && box.x + 10 <= ground.x + ground.width).toBe(true);
    const [was, is] = [before, await places()].map((some) => Object.entries(some).map(([name, at]) => `${name} ${at.replace(/ \S+$/, "")}`));
    expect(is).toEqual(expect.arrayContaining(was ?? []));
    await shot(host, `map-opened-${label}`);
    await middle().focus();
  }
  const opened = await places();
  expect(Object.keys(opened)).toEqual(expect.arrayContaining(["Eel", "Sluice", "Bread", "Sack"]));
  await node("Weir").focus();
  await host.press("Space");
  await expect.poll(() => node("Eel").count()).toBe(0);
  await node("Flour").focus();
  await host.press("Space");
  await expect.poll(() => node("Bread").count()).toBe(0);
  expect(await places()).toEqual(before);
});

test("the picture is the same each time one comes back, and what stays is the same element", async () => {
  await openMap();
  const before = await places();
  await node("Bakery").evaluate((el) => { el.setAttribute("data-kept", ""); });
  await node("Bakery").click();
  await expect.poll(() => middle().innerText()).toBe("Bakery");
  expect(await middle().evaluate((el) => el.hasAttribute("data-kept"))).toBe(true);
  await host.openNote("concepts/Mill.md");
  await expect.poll(() => middle().innerText()).toBe("Mill");
  expect(await places()).toEqual(before);
});

test("a node that is dragged stays where it is dropped; dropped into a note, it is a link", async () => {
  await openMap();
  const before = await places();
  const ground = await map().locator(".distinguo-map-ground").boundingBox();
  const [x, y] = [(ground?.x ?? 0) + 60, (ground?.y ?? 0) + 70];
  await node("Flour").hover({ position: { x: 5, y: 11 } });
  await host.page.mouse.down();
  await host.page.mouse.move(x - 5, y - 5, { steps: 4 });
  await host.page.mouse.move(x, y, { steps: 4 });
  await host.page.mouse.up();
  await expect.poll(() => spot("Flour").evaluate((el) => el.classList.contains("is-pinned"))).toBe(true);
  await settled();
  const box = await node("Flour").boundingBox();
  expect([Math.abs((box?.x ?? 0) + 5 - x), Math.abs((box?.y ?? 0) + 11 - y)].every((off) => off < 12)).toBe(true);
  const { Flour, ...others } = await places();
  expect(before).toMatchObject(others);
  await shot(host, "map-pinned");
  await host.openNote("concepts/Sack.md");
  await expect.poll(() => middle().innerText()).toBe("Sack");
  await host.openNote("concepts/Mill.md");
  await expect.poll(() => middle().innerText()).toBe("Mill");
  expect((await places())["Flour"]).toBe(Flour);
  await node("Flour").focus();
  await host.press("Shift+ArrowDown");
  await expect.poll(async () => (await places())["Flour"]).toBe(Flour?.replace(/\S+$/, (at) => String(Number(at) + 12)));
  const across = Number((await places())["Flour"]?.split(" ")[0]);
  await host.press("Shift+ArrowLeft");
  await expect.poll(async () => Number((await places())["Flour"]?.split(" ")[0])).toBe(across - 12);
  await host.press("Shift+ArrowRight");
  await expect.poll(async () => Number((await places())["Flour"]?.split(" ")[0])).toBe(across);
  expect(await middle().innerText()).toBe("Mill");
  // Alt and an arrow are the way back and forward, and pin nothing.
  await node("Weir").focus();
  await host.press("Alt+ArrowLeft");
  await expect.poll(() => middle().innerText()).toBe("Sack");
  await middle().focus();
  await host.press("Alt+ArrowRight");
  await expect.poll(() => middle().innerText()).toBe("Mill");
  expect(await map().locator(".is-pinned .distinguo-node").allInnerTexts()).toEqual(["Flour"]);

  await host.select((await host.text()).length);
  await node("Weir").dragTo(host.editor.locator(".cm-line", { hasText: "Seen" }));
  await expect.poll(() => host.text()).toMatch(/## .*\[\[Weir\]\]/);
});

test("the wheel zooms with Ctrl and else scrolls the sidebar; the ground is dragged; all fits at first", async () => {
  await openMap({ width: 240 });
  const [ground, edges] = await Promise.all([map().locator(".distinguo-map-ground").boundingBox(), map().locator(".distinguo-spot").evaluateAll((all) => all.map((el) => el.getBoundingClientRect().toJSON() as DOMRect))]);
  for (const { left, right, top, bottom } of edges) expect(ground && left >= ground.x && right <= ground.x + ground.width && top >= ground.y && bottom <= ground.y + ground.height).toBe(true);
  await shot(host, "map-240");
  const scale = () => map().locator(".distinguo-map-world").evaluate((el) => new DOMMatrix(getComputedStyle(el).transform).a);
  const view = host.rightSidebar.locator(".distinguo-concepts-scroll").filter({ has: host.page.locator(".distinguo-map") });
  await host.page.setViewportSize({ width: 1200, height: 500 });
  await middle().hover();
  await host.page.mouse.wheel(0, 120);
  await expect.poll(() => view.evaluate((el) => el.scrollTop)).toBeGreaterThan(0);
  expect(await scale()).toBe(1);
  await view.evaluate((el) => { el.scrollTop = 0; });
  const box = await node("Weir").boundingBox();
  const at = { x: (box?.x ?? 0) + 10, y: (box?.y ?? 0) + 10 };
  await host.page.mouse.move(at.x, at.y);
  await host.page.keyboard.down("Control");
  await host.page.mouse.wheel(0, -50);
  await host.page.keyboard.up("Control");
  await expect.poll(scale).toBeGreaterThan(1.3);
  const after = await node("Weir").boundingBox();
  expect(at.x > (after?.x ?? 0) && at.x < (after?.x ?? 0) + (after?.width ?? 0)).toBe(true);
  const from = await middle().boundingBox();
  const free = await map().locator(".distinguo-map-ground").boundingBox();
  await host.page.mouse.move((free?.x ?? 0) + 4, (free?.y ?? 0) + 4);
  await host.page.mouse.down();
  await host.page.mouse.move((free?.x ?? 0) + 44, (free?.y ?? 0) + 24, { steps: 4 });
  await host.page.mouse.up();
  const to = await middle().boundingBox();
  expect([Math.round((to?.x ?? 0) - (from?.x ?? 0)), Math.round((to?.y ?? 0) - (from?.y ?? 0))]).toEqual([40, 20]);
});

test("axe finds nothing in it, and finds what is planted", async () => {
  await openMap();
  await node("Weir").focus();
  await host.press("Space");
  await node("Eel").waitFor();
  for (const theme of ["light", "dark"] as const) {
    await host.theme(theme);
    await settled();
    expect(await violations(host, ".distinguo-map")).toEqual([]);
  }
  await node("Weir").evaluate((el) => { el.replaceChildren(); el.removeAttribute("aria-describedby"); });
  expect((await violations(host, ".distinguo-map")).join()).toContain("button-name");
});

test("names of all kinds have room, in either direction, at twice the size and in forced colours", async () => {
  const odd = ["שער המים הגדול של העיר העתיקה", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "🌊🏞️", "“Quoted” & <b>bold</b>", "水車"];
  const long = "The name that goes on and on ".repeat(7).trim();
  await openMap({
    width: 300,
    open: "concepts/水車",
    vault: { ...Object.fromEntries(odd.map((name) => [`concepts/${name.replace(/[<>“”&/]/g, "")}.md`, `---\ntitle: ${JSON.stringify(name)}\n---\n${note(name, name === "水車" ? [...odd.slice(0, 3).map((one) => `[[${one}]]: why.`), `[[Quoted bbboldb]]: why.`, `${long}: too long.`, "[[水車]]: itself."] : ["[[水車]]: back."])}`])) },
  });
  await shot(host, "map-odd");
  const fits = () => map().locator(".distinguo-map-ground").evaluate((ground) => {
    const { left, right } = ground.getBoundingClientRect();
    return [...ground.querySelectorAll(".distinguo-spot")].every((el) => el.getBoundingClientRect().left >= left - 1 && el.getBoundingClientRect().right <= right + 1);
  });
  expect(await fits()).toBe(true);
  expect(await nodes().count()).toBeGreaterThan(4);
  await host.page.emulateMedia({ forcedColors: "active" });
  await shot(host, "map-forced-colors");
  await host.page.emulateMedia({ forcedColors: "none" });
  await host.page.evaluate(() => { document.body.setCssProps({ zoom: "2" }); });
  await expect.poll(fits).toBe(true);
  await shot(host, "map-double");
});

/** A note with more round it than there is room for. */
const hub = { "concepts/Hub.md": note("Hub", Array.from({ length: 170 }, (_, index) => `[[Spoke ${index + 1}]]: the reason is number ${index + 1}.`)), ...Object.fromEntries(Array.from({ length: 170 }, (_, index) => [`concepts/Spoke ${index + 1}.md`, note(`Spoke ${index + 1}`)])) };

test("150 names are drawn, and one is told how many have no room; more are listed, not drawn", async () => {
  await openMap({ vault: hub, open: "concepts/Hub", width: 420 });
  await map().locator(".is-more").evaluate((el) => { if (el instanceof HTMLElement) el.click(); });
  expect(await map().locator(".distinguo-node:not(.is-more)").count()).toBe(149);
  expect(await map().locator(".distinguo-map-left").innerText()).toBe("21 more have no room here");
  const rest = host.rightSidebar.locator(".distinguo-left");
  expect(await rest.innerText()).toMatch(/^21 more are not shown/);
  await rest.getByRole("button", { name: "Show more" }).click();
  await expect.poll(() => rest.innerText()).toBe("");
  expect(await host.rightSidebar.getByRole("treeitem", { name: "Related 170" }).count()).toBe(1);
  expect(await map().locator(".distinguo-node:not(.is-more)").count()).toBe(149);
  expect(await map().locator(".distinguo-map-left").innerText()).toBe("21 more have no room here");
  await map().locator(".distinguo-map-zoom button").last().click({ force: true });
  await settled();
  await shot(host, "map-150");
  const ground = await map().locator(".distinguo-map-ground").boundingBox();
  const last = await nodes().last().boundingBox();
  expect(ground && last && last.x >= ground.x - 1 && last.x + last.width <= ground.x + ground.width + 1).toBe(true);
});

test("nothing runs while nothing is done, and nothing is left when the view is closed", async () => {
  await openMap();
  await settled();
  const idle = await host.page.evaluate(async () => {
    let frames = 0;
    const real = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (call) => { frames++; return real(call); };
    await new Promise((resolve) => setTimeout(resolve, 600));
    window.requestAnimationFrame = real;
    return [frames, document.getAnimations().length];
  });
  expect(idle).toEqual([0, 0]);
  const session = await host.page.context().newCDPSession(host.page);
  const left = async (): Promise<number[]> => {
    const counts: number[] = [];
    for (const expression of ["document", "window", "document.body"]) {
      const { result } = await session.send("Runtime.evaluate", { expression });
      const { listeners } = await session.send("DOMDebugger.getEventListeners", { objectId: result.objectId ?? "" });
      // The host's tooltip hears of scrolling for as long as it is shown.
      counts.push(listeners.filter(({ type }) => type !== "scroll").length);
    }
    return counts;
  };
  const close = () => host.page.evaluate(() => { window.host.app.workspace.detachLeavesOfType("distinguo-concepts"); });
  const openAndClose = async (): Promise<void> => {
    await host.command("distinguo:open-concepts");
    await middle().waitFor();
    await node("Weir").hover();
    await close();
  };
  await openAndClose();
  const before = await left();
  for (let time = 0; time < 5; time++) await openAndClose();
  expect(await left()).toEqual(before);
  expect(await host.page.locator(".distinguo-map").count()).toBe(0);
});

test("fingers zoom and move the picture, and one that rests asks for the menu", async () => {
  host = await openVault({ vault: mill, open: "concepts/Mill", mobile: "tablet" });
  await host.command("distinguo:open-concepts");
  await middle().waitFor();
  await settled();
  const session = await host.page.context().newCDPSession(host.page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...points: { x: number; y: number }[]) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  const scale = () => map().locator(".distinguo-map-world").evaluate((el) => new DOMMatrix(getComputedStyle(el).transform).a);
  const box = await map().locator(".distinguo-map-ground").boundingBox();
  const at = (x: number, y: number) => ({ x: (box?.x ?? 0) + (box?.width ?? 0) / 2 + x, y: (box?.y ?? 0) + 60 + y });
  const weir = await node("Weir").boundingBox();
  await touch("touchStart", { x: (weir?.x ?? 0) + 8, y: (weir?.y ?? 0) + 8 });
  await host.page.locator(".menu").getByText("Show in the middle").waitFor();
  await touch("touchEnd");
  expect(await host.page.locator(".menu").count()).toBe(1);
  expect(await host.activePath()).toBe("concepts/Mill.md");
  await host.press("Escape");
  await host.page.locator(".menu").waitFor({ state: "detached" });
  await touch("touchStart", at(-30, 0), at(30, 0));
  await touch("touchMove", at(-40, 0), at(40, 0));
  await touch("touchMove", at(-60, 0), at(60, 0));
  await touch("touchEnd");
  expect(await scale()).toBeCloseTo(2, 0);
  const before = await middle().boundingBox();
  await touch("touchStart", at(-100, 100));
  await touch("touchMove", at(-80, 90));
  await touch("touchMove", at(-60, 80));
  await touch("touchEnd");
  expect((await middle().boundingBox())?.x).not.toBe(before?.x);
});
