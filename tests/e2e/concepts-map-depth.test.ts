import type { Locator } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { openVault, shot } from "./vault";

let host: HostPage;
afterEach(async () => { await host.close(); });

const note = (name: string, lines: readonly string[] = []) => `# ${name}\n\n*${name} is a thing.*\n\n## Related concepts\n\n${lines.map((line) => `- ${line}\n`).join("")}`;

/** A middle with five that are tied to it both ways, each with four of its own, and a last ring behind one of these. */
const names = ["Alder", "Birch", "Cedar", "Dogwood", "Elm"];
const wood: Record<string, string> = {
  "concepts/Wood.md": note("Wood", names.map((name) => `[[${name}]]: grows in it, and has for longer than anybody who counts trees can say. It was here before the road.`)),
  ...Object.fromEntries(names.map((name) => [`concepts/${name}.md`, note(name, ["[[Wood]]: is where it grows. It would not grow elsewhere, whatever is said of gardens.", "[[Birch]]: stands beside it.", ...[1, 2, 3, 4].map((nth) => `[[${name} leaf ${nth}]]: falls.`)])])),
  ...Object.fromEntries(names.flatMap((name) => [1, 2, 3, 4].map((nth) => [`concepts/${name} leaf ${nth}.md`, note(`${name} leaf ${nth}`, nth === 1 ? [`[[${name} vein]]: holds it.`] : [])]))),
  ...Object.fromEntries(names.map((name) => [`concepts/${name} vein.md`, note(`${name} vein`)])),
};
const hub = { "concepts/Hub.md": note("Hub", Array.from({ length: 40 }, (_, index) => `[[Spoke ${index + 1}]]: is one.`)), ...Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`concepts/Spoke ${index + 1}.md`, note(`Spoke ${index + 1}`, index < 2 ? ["[[Rim]]: holds it."] : [])])), "concepts/Rim.md": note("Rim") };

const map = (): Locator => host.rightSidebar.locator(".distinguo-map");
const ground = (): Locator => map().locator(".distinguo-map-ground");
const node = (label: string): Locator => map().locator(`.distinguo-spot[data-key="concepts/${label}.md"] .distinguo-node`);
const count = (label: string): Locator => map().locator(`.distinguo-spot[data-key="concepts/${label}.md"] .distinguo-map-count`);

async function openMap(width: number, open = "concepts/Wood", vault: Record<string, string> = wood, height = 1000): Promise<void> {
  host = await openVault({ vault, open, viewport: { width: width + 600, height } });
  await host.page.evaluate((px) => { document.querySelector(".mod-right-split")?.setAttribute("style", `width: ${px}px; max-width: none`); }, width);
  await host.command("distinguo:open-concepts");
  await map().locator(".distinguo-map-centre").waitFor();
  await settled();
}

async function settled(): Promise<void> {
  await host.page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined))));
}

const deep = async (depth: number, shown: number): Promise<void> => {
  await host.rightSidebar.locator(".distinguo-depth-step").nth(depth - 1).click();
  await expect.poll(() => map().locator(".distinguo-node").count()).toBe(shown);
  await settled();
};

/** How many names are in sight, how many lie outside sideways, and how small the smallest letters are. */
const seen = () => ground().evaluate((el) => {
  const frame = el.getBoundingClientRect();
  const boxes = [...el.querySelectorAll(".distinguo-node, .distinguo-map-centre")].map((one) => ({ box: one.getBoundingClientRect(), size: parseFloat(getComputedStyle(one).fontSize) * (one.getBoundingClientRect().height / (one.instanceOf(HTMLElement) ? one.offsetHeight : NaN)) }));
  return {
    inside: boxes.filter(({ box }) => box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1).length,
    aside: boxes.filter(({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1).length,
    letters: Math.min(...boxes.map(({ size }) => size)),
  };
});

test.each([240, 300, 600, 1200])("what depth brings is seen, at %i px: nothing lies aside, and letters can be read", async (width) => {
  await openMap(width);
  const height = async () => (await ground().boundingBox())?.height ?? 0;
  const first = await height();
  await deep(2, 25);
  expect(await height()).toBeGreaterThan(first);
  expect(await seen()).toMatchObject({ aside: 0, inside: 26 });
  await shot(host, `depth-2-${width}`);
  await deep(3, 30);
  const { aside, inside, letters } = await seen();
  expect([aside, letters >= 10]).toEqual([0, true]);
  await shot(host, `depth-3-${width}`);
  const outside = await map().locator(".distinguo-map-outside button:visible").allInnerTexts();
  expect(inside + outside.reduce((sum, text) => sum + parseInt(text, 10), 0)).toBeGreaterThanOrEqual(30);
});

test("what is out of sight is counted, and a press goes there", async () => {
  await openMap(300, "concepts/Wood", wood, 420);
  await deep(3, 30);
  const up = map().locator(".distinguo-map-outside button").first();
  await up.waitFor();
  expect(await up.innerText()).toMatch(/^\d+ more above$/);
  const before = parseInt(await up.innerText(), 10);
  await up.click();
  await settled();
  await expect.poll(async () => ((await up.isVisible()) ? parseInt(await up.innerText(), 10) : 0)).toBeLessThan(before);
  await shot(host, "depth-outside");
});

test.each([300, 600])("a second press on + closes what the first has opened, at %i px, by the pointer and by keys", async (width) => {
  await openMap(width);
  for (const name of names) {
    const box = await count(name).boundingBox();
    const at = { x: (box?.x ?? 0) + 6, y: (box?.y ?? 0) + 8 };
    const before = await node(name).boundingBox();
    await host.page.mouse.click(at.x, at.y);
    await node(`${name} leaf 1`).waitFor();
    await settled();
    expect(await count(name).innerText()).toBe("−");
    expect((await node(name).boundingBox())?.y).toBeCloseTo(before?.y ?? NaN, 0);
    expect((await seen()).inside, name).toBe(1 + names.length + 4);
    await host.page.mouse.click(at.x, at.y);
    await node(`${name} leaf 1`).waitFor({ state: "detached" });
    await settled();
    expect((await node(name).boundingBox())?.y).toBeCloseTo(before?.y ?? NaN, 0);
    await node(name).focus();
    await host.press("Space");
    await node(`${name} leaf 1`).waitFor();
    await settled();
    expect(await seen()).toMatchObject({ inside: 10, aside: 0 });
    await host.press("Space");
    await node(`${name} leaf 1`).waitFor({ state: "detached" });
    await settled();
  }
  expect(await host.activePath()).toBe("concepts/Wood.md");
});

const inSight = (label: string) => ground().evaluate((el, key) => {
  const [frame, box] = [el.getBoundingClientRect(), el.querySelector(`[data-key="concepts/${key}.md"] .distinguo-node`)?.getBoundingClientRect()];
  return box !== undefined && box.top >= frame.top && box.bottom <= frame.bottom;
}, label);

test("what is opened from the list comes in sight, and the list stays where it is", async () => {
  await openMap(300);
  const row = host.rightSidebar.getByRole("treeitem", { name: /^Elm/ }).first();
  await row.focus();
  const before = await row.boundingBox();
  await host.press("ArrowRight");
  await node("Elm leaf 4").waitFor();
  await settled();
  for (const nth of [1, 2, 3, 4]) expect(await inSight(`Elm leaf ${nth}`)).toBe(true);
  // What is in the list does not jump away from under the pointer.
  expect((await row.boundingBox())?.y).toBeCloseTo(before?.y ?? NaN, 0);
});

test("what is opened from the menu comes in sight", async () => {
  await openMap(300);
  await node("Alder").click({ button: "right" });
  await host.page.locator(".menu").getByText("Expand").click();
  await node("Alder leaf 4").waitFor();
  await settled();
  for (const nth of [1, 2, 3, 4]) expect(await inSight(`Alder leaf ${nth}`)).toBe(true);
});

test("no button stands over a name", async () => {
  await openMap(300);
  await map().hover();
  const [zoom, frame] = await Promise.all([map().locator(".distinguo-map-zoom").boundingBox(), ground().boundingBox()]);
  expect(zoom?.y).toBeGreaterThanOrEqual((frame?.y ?? Infinity) + (frame?.height ?? 0) - 1);
});

test("a part that was unfolded folds again where it was pressed, and the middle stays in sight", async () => {
  await openMap(300, "concepts/Hub", hub);
  const button = map().locator(".is-more");
  const before = await map().locator(".distinguo-node").evaluateAll((all) => all.map((one) => `${one.textContent ?? ""} ${one.getBoundingClientRect().top}`));
  const at = await button.boundingBox();
  await button.click();
  await expect.poll(() => button.innerText()).toBe("fewer");
  expect((await button.boundingBox())?.y).toBeCloseTo(at?.y ?? NaN, 0);
  expect(await seen()).toMatchObject({ aside: 0 });
  const [middle, frame] = await Promise.all([map().locator(".distinguo-map-centre").boundingBox(), ground().boundingBox()]);
  expect((middle?.y ?? 0) >= (frame?.y ?? Infinity)).toBe(true);
  await shot(host, "depth-unfolded");
  await button.click();
  await expect.poll(() => button.innerText()).toMatch(/^\d+ more$/);
  await settled();
  expect(await map().locator(".distinguo-node").evaluateAll((all) => all.map((one) => `${one.textContent ?? ""} ${one.getBoundingClientRect().top}`))).toEqual(before);
});

test("the strip grows with what it tells, and says that there is more; only what will come is counted", async () => {
  await openMap(240);
  await node("Birch").hover();
  const strip = map().locator(".distinguo-map-told");
  await expect.poll(() => strip.innerText()).toContain("It would not grow elsewhere");
  const { shown, all } = await strip.evaluate((el) => ({ shown: el.clientHeight, all: el.scrollHeight }));
  const third = ((await ground().boundingBox())?.height ?? 0) / 3;
  expect(shown).toBeGreaterThanOrEqual(Math.min(all, Math.floor(third)) - 1);
  if (all > shown + 8) expect(await map().locator(".distinguo-map-told-more").innerText()).toMatch(/^\d+ more ↓$/);
  await shot(host, "depth-told");
  await expect.poll(() => node("Birch").evaluate((el) => document.getElementById(el.getAttribute("aria-describedby") ?? "")?.textContent)).toContain("4 more beyond it");
});
