import { expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { openVault, shot } from "./vault";

/** A note that stands at two values; undefined leaves a property out. */
function placed(arrangement: number | undefined, control: number | undefined): string {
  const properties = [["arrangement", arrangement], ["control", control]] as const;
  return `---\n${properties.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value.toFixed(2)}`])).join("\n")}\n---\nx\n`;
}

/** Figures from 0 to 1 that look thrown, and are the same each time. */
function thrown(seed: number): () => number {
  let at = seed;
  return () => (at = (at * 16807) % 2147483647) / 2147483647;
}

/** Many notes, crowded in the upper right as vaults are, on the rails, in every corner; the active one among others. */
function crowd(seed: number): Record<string, string> {
  const next = thrown(seed);
  const names = ["Well", "Tally sticks", "The long name of a thing", "水车", "Archive", "שער המים"];
  const notes = Array.from({ length: 60 }, (_, index): [string, string] => {
    const [x, y] = index % 3 === 0 ? [next(), next()] : [0.5 + next() / 3, 0.6 + next() / 4];
    return [`concepts/${names[index % names.length] ?? ""} ${index}.md`, placed(index % 7 === 1 ? undefined : x, index % 7 === 2 ? undefined : y)];
  });
  const corners = [[0, 0], [0, 1], [1, 0], [1, 1]].map(([x, y], index): [string, string] => [`concepts/Corner ${index}.md`, placed(x, y)]);
  return { ...Object.fromEntries([...notes, ...corners]), "concepts/Active.md": placed(0.66, 0.7), "concepts/Twin.md": placed(0.66, 0.7), "concepts/Near.md": placed(0.68, 0.71) };
}

/** Three notes, one of them where the name of a corner would stand. */
const few: Record<string, string> = { "concepts/Open.md": placed(0.81, 0.84), "concepts/Broken.md": placed(0.72, 0.72), "concepts/Over.md": placed(0.74, 0.04) };

async function openSquare(vault: Record<string, string>, options: Partial<Parameters<typeof openVault>[0]> = {}): Promise<HostPage> {
  const host = await openVault({ vault, open: "concepts/Active.md" in vault ? "concepts/Active" : Object.keys(vault)[0]?.replace(/\.md$/, ""), ...options });
  await host.command("distinguo:open-concepts");
  await host.rightSidebar.getByRole("button", { name: "2 × 2" }).click();
  await host.rightSidebar.locator(".distinguo-square tbody tr").first().waitFor();
  await expect.poll(() => host.rightSidebar.locator(".distinguo-square").getByRole("status").innerText()).not.toContain("still to be read");
  return host;
}

/** Makes the sidebar so wide, and waits until the picture is drawn for it. */
async function widen(host: HostPage, width: number): Promise<void> {
  await host.page.evaluate((pixels) => {
    const { workspace } = window.host.app;
    workspace.rightSplit.containerEl.setCssProps({ "--dock-width": `${pixels}px` });
    workspace.trigger("resize");
  }, width);
  await host.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** Everything in the picture that is amiss: what is cut, what lies over something else, which end is not named where it is. */
function amiss(host: HostPage): Promise<string[]> {
  return host.rightSidebar.locator(".distinguo-plot").evaluate((plot) => {
    interface Thing { text: string; left: number; top: number; right: number; bottom: number; dot?: "active" | "many" | "one" }
    const found: string[] = [];
    const all = (css: string): Element[] => [...plot.querySelectorAll(css)].filter((el) => el.checkVisibility());
    const textOf = (el: Element): Thing => {
      const range = document.createRange();
      range.selectNodeContents(el);
      const { left, top, right, bottom } = range.getBoundingClientRect();
      return { text: el.textContent ?? "", left, top, right, bottom };
    };
    const boxOf = (el: Element): Thing => {
      const { left, top, right, bottom } = el.getBoundingClientRect();
      return { text: el.textContent ?? "", left, top, right, bottom };
    };
    const field = boxOf(plot.querySelector(".distinguo-plot-field") ?? plot);
    const labels = all(".distinguo-point:not(.is-unlabelled) > .distinguo-point-label").filter((el) => el.closest(".distinguo-plot-field") !== null && !el.parentElement?.matches(":hover, :focus-visible")).map(boxOf);
    const texts = [...all(".distinguo-plot-pole, .distinguo-plot-axis-label, .distinguo-plot-caption > span").map(boxOf), ...all(".distinguo-plot-corner > *").map(textOf), ...labels];
    const dots = all(".distinguo-point").map((el): Thing => {
      const [box, inset] = [boxOf(el), parseFloat(getComputedStyle(el, "::before").top)];
      const dot = el.matches(".is-active") ? "active" : el.matches(".is-many") ? "many" : "one";
      return { text: `the ${dot} point ${el.querySelector(".distinguo-point-label")?.textContent ?? ""}`, left: box.left + inset, top: box.top + inset, right: box.right - inset, bottom: box.bottom - inset, dot };
    });
    const around = boxOf(plot);
    for (const one of [...texts, ...dots]) if (one.left < around.left - 1 || one.right > around.right + 1 || one.top < around.top - 1 || one.bottom > around.bottom + 1) found.push(`${one.text} leaves the picture`);
    for (const one of [...labels, ...all(".distinguo-plot-corner > *").map(textOf)]) if (one.left < field.left - 1 || one.right > field.right + 1 || one.top < field.top - 1 || one.bottom > field.bottom + 1) found.push(`${one.text} leaves the field`);
    const meet = (a: Thing, b: Thing): boolean => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    for (const [index, one] of texts.entries()) {
      for (const other of texts.slice(index + 1)) if (meet(one, other)) found.push(`${one.text} lies over ${other.text}`);
      for (const dot of dots) if (meet(one, dot)) found.push(`${one.text} lies under ${dot.text}`);
    }
    for (const [index, one] of dots.entries()) {
      for (const other of dots.slice(index + 1)) {
        // Two points of one note each may touch, since either is seen then.
        const distance = Math.hypot((one.left + one.right - other.left - other.right) / 2, (one.top + one.bottom - other.top - other.bottom) / 2);
        if (distance < (one.right - one.left + other.right - other.left) / 2 - 1) found.push(`${one.text} lies over ${other.text}`);
      }
    }
    const middle = (field.left + field.right) / 2;
    for (const el of all(".distinguo-plot-corner > *")) {
      const { text, left, right } = textOf(el);
      if (left < middle && right > middle) found.push(`${text} crosses the middle`);
    }
    const isStacked = plot.matches(".is-stacked");
    const poles = (css: string): Thing[] => [...plot.querySelectorAll(`${css} > .distinguo-plot-pole`)].map(boxOf);
    const [west, east] = poles(".distinguo-plot-across");
    const [south, north] = poles(".distinguo-plot-up");
    const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 2;
    if (!west || !east || !south || !north) return [...found, "an end has no name"];
    if (!isNear(west.left, isStacked ? around.left : field.left) || (west.left + west.right) / 2 > middle) found.push(`${west.text} is not at the left end`);
    if (!isNear(east.right, isStacked ? around.right : field.right) || (east.left + east.right) / 2 < middle) found.push(`${east.text} is not at the right end`);
    if (west.top < field.bottom || east.top < field.bottom) found.push("the ends of the axis below are not below");
    if (isStacked ? north.bottom > field.top + 1 : !isNear(north.top, field.top) || north.right > field.left) found.push(`${north.text} is not at the upper end`);
    if (isStacked ? south.top < field.bottom - 1 : !isNear(south.bottom, field.bottom) || south.right > field.left) found.push(`${south.text} is not at the lower end`);
    const scroll = plot.closest(".distinguo-square-scroll");
    if (scroll && scroll.scrollWidth > scroll.clientWidth) found.push("the sidebar scrolls sideways");
    return found;
  });
}

const widths = [160, 180, 200, 220, 240, 260, 280, 300, 320, 360, 440, 520, 640];

async function expectRoom(host: HostPage, name: string, least = 160): Promise<void> {
  for (const width of widths.filter((one) => one >= least)) {
    await widen(host, width);
    await expect.poll(() => amiss(host), { message: `${name} at ${width}` }).toEqual([]);
    if ([160, 200, 240, 280, 320, 440, 640].includes(width)) await shot(host, `room-${name}-${width}`);
  }
}

test.each([["few", few], ["crowd", crowd(7)], ["another crowd", crowd(4711)], ["nobody", { "Plain.md": "x" }]] as const)("nothing in the picture is cut or lies over another, and every end has its name, however wide the sidebar is: %s", async (name, vault) => {
  const host = await openSquare(name === "nobody" ? { "concepts/Lamp.md": "# Lamp\n\n*A lamp.*\n" } : vault);
  await expectRoom(host, name.replace(" ", "-"));
  await host.close();
});

test("the same from right to left, and in larger letters", async () => {
  const host = await openSquare(crowd(7));
  await host.page.evaluate(() => document.body.setAttribute("dir", "rtl"));
  await expectRoom(host, "rtl");
  await host.page.evaluate(() => {
    document.body.setAttribute("dir", "ltr");
    document.body.setCssProps({ "--font-ui-smaller": "17px", "--font-ui-small": "19px" });
  });
  await expectRoom(host, "large", 200);
  await host.close();
});

test("the same at 200 %, and on a phone", async () => {
  const host = await openSquare(crowd(7));
  await host.page.setViewportSize({ width: 640, height: 400 });
  for (const width of [160, 240, 320]) {
    await widen(host, width);
    await expect.poll(() => amiss(host), { message: `200 % at ${width}` }).toEqual([]);
    await shot(host, `room-zoomed-${width}`);
  }
  await host.close();
  const phone = await openSquare(crowd(7), { mobile: "phone" });
  await expect.poll(() => amiss(phone), { message: "phone" }).toEqual([]);
  await shot(phone, "room-phone");
  await phone.close();
});

test("what is looked for is found: a label that is moved over another, an end that wanders", async () => {
  const host = await openSquare(few);
  const plot = host.rightSidebar.locator(".distinguo-plot");
  await plot.locator(".distinguo-plot-across > .distinguo-plot-pole").last().evaluate((el) => el.parentElement?.prepend(el));
  expect((await amiss(host)).join("; ")).toContain("is not at the");
  await plot.evaluate((el) => {
    for (const point of el.querySelectorAll<HTMLElement>(".distinguo-point")) point.setCssProps({ "--distinguo-x": "60px", "--distinguo-y": "60px" });
  });
  expect((await amiss(host)).join("; ")).toMatch(/the active point Open lies over the one point Broken|the one point Broken lies over the active point Open/);
  await host.close();
});

test("a note keeps its label where the name of a corner would stand, and the corner is named below", async () => {
  const host = await openSquare(few);
  for (const width of [320, 640]) {
    await widen(host, width);
    await expect.poll(() => host.rightSidebar.locator(".distinguo-point:not(.is-unlabelled) > .distinguo-point-label").allInnerTexts().then((labels) => labels.sort())).toEqual(["Broken", "Open", "Over"]);
    await expect.poll(() => host.rightSidebar.locator(".distinguo-square-corners").getByText("Distributed, yet centralized").evaluate((el) => el.getBoundingClientRect().width)).toBeGreaterThan(60);
  }
  await host.close();
});

test("a point of the lower rail stays on it while keys move it, also where the rail is farther from the field", async () => {
  const host = await openSquare({ "concepts/Rung.md": placed(0.5, undefined) });
  await widen(host, 160);
  const point = host.rightSidebar.locator(".distinguo-point");
  const heightAt = (): Promise<number> => point.evaluate((el) => el.getBoundingClientRect().top);
  const before = await heightAt();
  await point.focus();
  await host.page.keyboard.down("Shift");
  await host.press("ArrowRight");
  expect(await point.evaluate((el) => el.parentElement?.className)).toContain("field");
  expect(Math.abs((await heightAt()) - before)).toBeLessThanOrEqual(2);
  await host.press("Escape");
  await host.page.keyboard.up("Shift");
  await host.close();
});
